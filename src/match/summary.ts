import type { Reason } from '../domain/reason.ts'
import type { Explained } from './explain.ts'

/** The three criteria that gave most points; equal points in the order of the scorecard. */
export const topReasons = (e: Explained, count = 3): ReadonlyArray<Pick<Reason, 'criterion' | 'label' | 'points' | 'max'>> =>
  e.reasons
    .filter(r => r.points > 0)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, count)
    .map(r => ({ criterion: r.criterion, label: r.label, points: r.points, max: r.max }))

/** The bars that decide or must be asked, worst first: what a list shows beside the points. */
export const openBars = (e: Explained): ReadonlyArray<{ readonly bar: string; readonly outcome: string; readonly code: string }> => {
  const rank = { overschrijding: 0, signaal: 1, onbekend: 2, past: 3 } as const
  return e.reasons
    .flatMap(r => r.bars)
    .filter(b => b.outcome !== 'past')
    .toSorted((a, b) => rank[a.outcome] - rank[b.outcome])
    .map(b => ({ bar: b.bar, outcome: b.outcome, code: b.code }))
}
