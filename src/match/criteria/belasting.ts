import { capacityOf } from '../../reference/fml/capacity.ts'
import { TOKEN_DIMENSIES } from '../../reference/fml/ladders.ts'
import { questionFor } from '../../reference/fml/questions.ts'
import { token } from '../../reference/fml/tokens.ts'
import { explainLimitation, explainNorm } from '../belasting/explain.ts'
import { barIdOf, limitBar, niveauOf, strictest } from '../belasting/limit-bar.ts'
import { plain, type Criterion, type Group } from '../criterion.ts'
import { any, never, not } from '../predicate.ts'

const PAST = 6
const VERWACHT = 4
const ABOVE_NORM = 'belasting.boven-norm'

/**
 * Load against limits: one bar for each limited dimension (`engines.md` 5.3). conflict = stated or confirmed load above
 * the level, fits = stated or confirmed load within it on every axis; expected load only gives points and a question.
 */
export const belasting: Criterion = {
  id: 'belasting',
  label: 'Belasting en belastbaarheid',
  order: 10,
  max: (c, at) => PAST * strictest(capacityOf(c.documents, at.day).limitations).filter(l => niveauOf(l) !== undefined).length,
  groups: (c, at) =>
    strictest(capacityOf(c.documents, at.day).limitations).flatMap((l): Group[] => {
      const niveau = niveauOf(l)
      return niveau === undefined
        ? []
        : [
            [
              { key: `${l.dimensie}.past`, points: PAST, when: any('load', [token(l.dimensie, niveau, 'past')]) },
              { key: `${l.dimensie}.verwacht`, points: VERWACHT, when: any('load', [token(l.dimensie, niveau, 'verwacht')]) }
            ]
          ]
    }),
  bars(c, at) {
    const limits = strictest(capacityOf(c.documents, at.day).limitations)
    const limited = new Set(limits.map(l => l.dimensie))
    const rest = TOKEN_DIMENSIES.filter(d => !limited.has(d)).map(d => token(d, 0, 'signaal'))
    return [
      ...limits.map(l => limitBar(l, questionFor(l.dimensie))),
      // One bar for everybody: work that asks more than the norm of anybody is weighed, never excluded.
      { id: ABOVE_NORM, conflict: never, fits: not(any('load', rest)), question: 'Hoe zwaar is dit werk precies, en welke hulpmiddelen zijn er?', lever: null }
    ]
  },
  explain(stand, c, v, at) {
    const limits = strictest(capacityOf(c.documents, at.day).limitations)
    if (stand.bar.id === ABOVE_NORM)
      return explainNorm(
        v,
        limits.map(l => l.dimensie),
        at.day
      )
    const limit = limits.find(l => barIdOf(l) === stand.bar.id)
    return limit === undefined ? plain('load.onbekend') : explainLimitation(limit, stand, v, at.day)
  }
}
