import type { Candidate } from '../../domain/candidate.ts'
import { LANGUAGES, UNKNOWN_LANGUAGE } from '../../reference/languages.ts'
import { plain, type Criterion } from '../criterion.ts'
import { any, not } from '../predicate.ts'

const LEVELS = [1, 2, 3, 4]

/** Tokens of demands that a candidate's noted levels do not reach; `steps` = by at least so many levels. */
function beyond(c: Candidate, steps: number): readonly string[] {
  return c.profile.languages.flatMap(({ code, level }) => LEVELS.filter(l => l >= level + steps).map(l => `${code}:${l}`))
}

/**
 * Language the advert demands, levels 1-4. One level short is asked about; two or more is a conflict (P); a language
 * nobody noted for the candidate is unknown.
 */
export const taal: Criterion = {
  id: 'taal',
  label: 'Taal',
  order: 34,
  max: () => 0,
  groups: () => [],
  bars(c) {
    const noted = new Set(c.profile.languages.map(l => l.code))
    const unnoted = [...LANGUAGES.keys(), UNKNOWN_LANGUAGE].filter(code => !noted.has(code)).flatMap(code => LEVELS.map(l => `${code}:${l}`))
    return [
      {
        id: 'taal',
        conflict: any('lang', beyond(c, 2)),
        fits: not(any('lang', [...beyond(c, 1), ...unnoted])),
        question: 'Welk niveau van de taal is in dit werk echt nodig?',
        lever: 'taal'
      }
    ]
  },
  explain: (stand, c, v) =>
    plain(
      stand.state === 'conflict' ? 'taal.te-laag' : stand.state === 'fits' ? 'taal.past' : 'taal.navragen',
      {
        asked: v.languages.map(l => `${l.code} ${l.level}`).join(', '),
        own: c.profile.languages.map(l => `${l.code} ${l.level}`).join(', ')
      },
      stand.state === 'open'
    )
}
