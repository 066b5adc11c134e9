import type { Limitation } from '../../reference/fml/capacity.ts'
import { ladderOf } from '../../reference/fml/ladders.ts'
import { token } from '../../reference/fml/tokens.ts'
import type { Bar } from '../criterion.ts'
import { all, any, never, type Predicate } from '../predicate.ts'

/** The bar of a limit: dimension and place on its ladder. */
export function barIdOf({ dimensie, stand }: Limitation): string {
  if (stand.kind === 'between') return `belasting.${dimensie}.${stand.wider ?? 'x'}-${stand.narrower ?? 'x'}`
  // Two editions may name one level, of which only one may decide: two bars, two names.
  return `belasting.${dimensie}.${stand.niveau}${stand.kind === 'open' ? '-open' : ''}`
}

/** The level whose tokens earn points: the limit's own, or the next narrower one of a value between two levels. */
export const niveauOf = ({ stand }: Limitation): number | undefined => (stand.kind === 'between' ? stand.narrower : stand.niveau)

/**
 * Several limits on one dimension each count and the worst outcome wins: on an ordered ladder that is the narrowest, so
 * only that one asks. Answers that hold apart (evening and night) each keep their bar.
 */
export function strictest(limitations: readonly Limitation[]): readonly Limitation[] {
  return limitations.filter((l, index) => {
    const ladder = ladderOf(l.dimensie)
    if (l.stand.kind !== 'level' || ladder.soort === 'keuze' || ladder.soort === 'ernst') return true
    const niveau = l.stand.niveau
    return !limitations.some((o, j) => j !== index && o.dimensie === l.dimensie && o.stand.kind === 'level' && o.stand.niveau > niveau)
  })
}

function conflictOf({ dimensie, stand }: Limitation): Predicate {
  if (stand.kind === 'level') return any('load', [token(dimensie, stand.niveau, 'overschrijding')])
  if (stand.kind === 'open' || stand.wider === undefined) return never
  if (stand.wider > 0) return any('load', [token(dimensie, stand.wider, 'overschrijding')])
  // Level 0 knows only its signaal: stated or confirmed load above the norm. Frequency alone gives it too, and is weighed
  // at every level (`fml.md` 7), so the amount itself must reach the norm as well.
  return all(any('load', [token(dimensie, 0, 'signaal')]), any('load', [token(dimensie, 1, 'overschrijding')]))
}

function fitsOf({ dimensie, stand }: Limitation): Predicate {
  if (stand.kind === 'level') return any('load', [token(dimensie, stand.niveau, 'past')])
  if (stand.kind === 'open' || stand.narrower === undefined) return never
  return any('load', [token(dimensie, stand.narrower, 'past')])
}

/** A limit as a bar (`engines.md` 5.3). No lever: a medical limit is never something to move. */
export const limitBar = (l: Limitation, question: string): Bar => ({ id: barIdOf(l), conflict: conflictOf(l), fits: fitsOf(l), question, lever: null })
