import { candidate } from '../../helpers/candidate.ts'
import { advert, bar, type CriterionCase } from '../criteria-case.ts'

const open = bar('beschikbaar', 'fits', 'vacature.open')
const closed = bar('beschikbaar', 'conflict', 'vacature.gesloten')

export const cases: readonly CriterionCase[] = [
  { name: 'open without a closing date', candidate: candidate(), vacancy: advert(), expect: { ...open, points: 0 } },
  { name: 'missing from one run is still shown', candidate: candidate(), vacancy: advert({}, { status: 'missed' }), expect: open },
  { name: 'closing tomorrow', candidate: candidate(), vacancy: advert({ closesAt: '2026-11-25' }), expect: open },
  { name: 'closing today: the last day counts', candidate: candidate(), vacancy: advert({ closesAt: '2026-11-24' }), expect: open },
  { name: 'closed yesterday', candidate: candidate(), vacancy: advert({ closesAt: '2026-11-23' }), expect: closed },
  { name: 'open today, closed a week later', candidate: candidate(), vacancy: advert({ closesAt: '2026-11-24' }), at: '2026-12-01', expect: closed },
  { name: 'withdrawn', candidate: candidate(), vacancy: advert({}, { status: 'closed', closedReason: 'withdrawn' }), expect: closed },
  {
    name: 'withdrawn before its closing date',
    candidate: candidate(),
    vacancy: advert({ closesAt: '2027-01-01' }, { status: 'closed', closedReason: 'withdrawn' }),
    expect: closed
  },
  { name: 'expired', candidate: candidate(), vacancy: advert({}, { status: 'expired', closedReason: 'maxAge' }), expect: closed }
]
