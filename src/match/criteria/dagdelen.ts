import { plain, type Bar, type Criterion, type Group } from '../criterion.ts'
import { all, any, not } from '../predicate.ts'

const WISH = 3
const PARTS = { avond: 'evening', nacht: 'night', weekend: 'weekend' } as const
type Dagdeel = keyof typeof PARTS
const ALL = Object.keys(PARTS) as readonly Dagdeel[]

/**
 * Evenings, nights and weekends the candidate cannot work for reasons of his own (medical limits stand under belasting).
 * conflict = the advert says it; fits = the advert says it does not, or office hours; unknown = not said.
 */
export const dagdelen: Criterion = {
  id: 'dagdelen',
  label: 'Avond, nacht en weekend',
  order: 22,
  max: c => WISH * ALL.filter(d => c.wishes.dagdelen[d] === 'graag').length,
  groups: c => ALL.filter(d => c.wishes.dagdelen[d] === 'graag').map((d): Group => [{ key: d, points: WISH, when: any('parts', [PARTS[d]]) }]),
  bars: c =>
    ALL.filter(d => c.wishes.dagdelen[d] === 'kan-niet').map((d): Bar => ({
      id: `dagdelen.${d}`,
      conflict: any('parts', [PARTS[d]]),
      // Stated twice with different answers: the demand counts, so it never fits beside a conflict.
      fits: all(any('parts', [`no-${PARTS[d]}`]), not(any('parts', [PARTS[d]]))),
      question:
        d === 'weekend' ? 'Wordt er in het weekend gewerkt, en hoe vaak?' : `Wordt er ${d === 'avond' ? 'in de avond' : "'s nachts"} gewerkt, en hoe vaak?`,
      lever: 'wens'
    })),
  explain: (stand, _c, v) =>
    plain(stand.state === 'conflict' ? 'dagdelen.kan-niet' : stand.state === 'fits' ? 'dagdelen.past' : 'dagdelen.niet-vermeld', {
      evening: v.schedule.evening,
      night: v.schedule.night,
      weekend: v.schedule.weekend,
      office: v.schedule.office
    })
}
