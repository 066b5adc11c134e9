import { plain, type Criterion } from '../criterion.ts'
import { openOn } from '../open.ts'
import { not } from '../predicate.ts'

/** A closed or expired vacancy is no work to propose. Lists leave it out; an explanation of one says why. */
export const beschikbaar: Criterion = {
  id: 'beschikbaar',
  label: 'Vacature is open',
  order: 0,
  max: () => 0,
  groups: () => [],
  bars: (_c, at) => [
    {
      id: 'beschikbaar',
      conflict: not(openOn(at.day)),
      fits: openOn(at.day),
      question: 'Staat de vacature nog open?',
      lever: null
    }
  ],
  explain: (stand, _c, v) => plain(stand.state === 'fits' ? 'vacature.open' : 'vacature.gesloten', { closesAt: v.closesAt, status: v.status })
}
