import type { Schedule } from '../../../src/domain/vacancy.ts'
import { candidate } from '../../helpers/candidate.ts'
import { advert, bar, type CriterionCase } from '../criteria-case.ts'

const wishes = (dagdelen: Partial<Record<'avond' | 'nacht' | 'weekend', 'graag' | 'kan' | 'kan-niet'>>) => candidate({ wishes: { dagdelen } })
const at = (schedule: Partial<Schedule>) => advert({ schedule: { ...advert().schedule, ...schedule } })
const CONFLICT = 'dagdelen.kan-niet'

export const cases: readonly CriterionCase[] = [
  { name: 'no wishes: nothing asked', candidate: candidate(), vacancy: at({ evening: true, night: true, weekend: true }), expect: { bars: {}, points: 0 } },
  {
    name: 'no evenings: the advert has them',
    candidate: wishes({ avond: 'kan-niet' }),
    vacancy: at({ evening: true }),
    expect: bar('dagdelen.avond', 'conflict', CONFLICT)
  },
  {
    name: 'no evenings: the advert has none',
    candidate: wishes({ avond: 'kan-niet' }),
    vacancy: at({ evening: false }),
    expect: bar('dagdelen.avond', 'fits', 'dagdelen.past')
  },
  {
    name: 'no evenings: not said',
    candidate: wishes({ avond: 'kan-niet' }),
    vacancy: at({ night: false }),
    expect: bar('dagdelen.avond', 'open', 'dagdelen.niet-vermeld')
  },
  {
    name: 'no nights: the advert has them',
    candidate: wishes({ nacht: 'kan-niet' }),
    vacancy: at({ night: true }),
    expect: bar('dagdelen.nacht', 'conflict', CONFLICT)
  },
  {
    name: 'no nights: the advert has none',
    candidate: wishes({ nacht: 'kan-niet' }),
    vacancy: at({ night: false }),
    expect: bar('dagdelen.nacht', 'fits', 'dagdelen.past')
  },
  { name: 'no nights: not said', candidate: wishes({ nacht: 'kan-niet' }), vacancy: advert(), expect: bar('dagdelen.nacht', 'open', 'dagdelen.niet-vermeld') },
  {
    name: 'no weekends: the advert has them',
    candidate: wishes({ weekend: 'kan-niet' }),
    vacancy: at({ weekend: true }),
    expect: bar('dagdelen.weekend', 'conflict', CONFLICT)
  },
  {
    name: 'no weekends: the advert has none',
    candidate: wishes({ weekend: 'kan-niet' }),
    vacancy: at({ weekend: false }),
    expect: bar('dagdelen.weekend', 'fits', 'dagdelen.past')
  },
  {
    name: 'no weekends: not said',
    candidate: wishes({ weekend: 'kan-niet' }),
    vacancy: advert(),
    expect: bar('dagdelen.weekend', 'open', 'dagdelen.niet-vermeld')
  },
  {
    name: 'three boundaries are three bars',
    candidate: wishes({ avond: 'kan-niet', nacht: 'kan-niet', weekend: 'kan-niet' }),
    vacancy: at({ evening: true, night: false }),
    expect: { bars: { 'dagdelen.avond': 'conflict', 'dagdelen.nacht': 'fits', 'dagdelen.weekend': 'open' } }
  },
  { name: 'a gladly worked evening earns', candidate: wishes({ avond: 'graag' }), vacancy: at({ evening: true }), expect: { bars: {}, points: 3 } },
  {
    name: 'a gladly worked evening that is not there',
    candidate: wishes({ avond: 'graag' }),
    vacancy: at({ evening: false }),
    expect: { bars: {}, points: 0 }
  },
  {
    name: 'each gladly worked part earns',
    candidate: wishes({ avond: 'graag', nacht: 'graag', weekend: 'graag' }),
    vacancy: at({ evening: true, night: true, weekend: true }),
    expect: { points: 9 }
  },
  {
    name: 'two of three',
    candidate: wishes({ avond: 'graag', nacht: 'graag', weekend: 'graag' }),
    vacancy: at({ night: true, weekend: true }),
    expect: { points: 6 }
  },
  {
    name: 'gladly weekends, never nights',
    candidate: wishes({ nacht: 'kan-niet', weekend: 'graag' }),
    vacancy: at({ night: true, weekend: true }),
    expect: { bars: { 'dagdelen.nacht': 'conflict' }, points: 3 }
  }
]
