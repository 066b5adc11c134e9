import type { VacancyFacts } from '../../../src/domain/vacancy.ts'
import { atMost, average, candidate, hoursDocument } from '../../helpers/candidate.ts'
import { advert, type CriterionCase } from '../criteria-case.ts'

const BAR = 'uren.dag'
const upTo4 = candidate({ documents: [hoursDocument({ perDay: atMost(4) })] })
const about6 = candidate({ documents: [hoursDocument({ perDay: average(6) })] })
const both = candidate({ documents: [hoursDocument({ perDay: atMost(4), perWeek: atMost(20) })] })
const growing = candidate({ documents: [hoursDocument({ perDay: atMost(4) }, { buildUp: [{ from: '2027-01-04', perDay: atMost(6) }] })] })

const NO_SCHEDULE = advert().schedule
const work = (hours: VacancyFacts['hours'], day?: number) =>
  advert({ hours, schedule: { ...NO_SCHEDULE, hoursPerDay: day === undefined ? null : { min: day, max: day } } })
const week = (min: number) => work({ min, max: min })

export const cases: readonly CriterionCase[] = [
  { name: 'no limit: nothing asked', candidate: candidate(), vacancy: work(null, 9), expect: { bars: {}, points: 0 } },
  { name: 'stated, within', candidate: upTo4, vacancy: work(null, 3), expect: { bars: { [BAR]: 'fits' }, points: 3, code: { [BAR]: 'uren.past' } } },
  { name: 'stated, exactly the limit', candidate: upTo4, vacancy: work(null, 4), expect: { bars: { [BAR]: 'fits' }, points: 3 } },
  { name: 'stated, above', candidate: upTo4, vacancy: work(null, 5), expect: { bars: { [BAR]: 'conflict' }, points: 0, code: { [BAR]: 'uren.te-veel' } } },
  { name: 'nothing stated', candidate: upTo4, vacancy: work(null), expect: { bars: { [BAR]: 'open' }, points: 0, code: { [BAR]: 'uren.dag-niet-vermeld' } } },
  {
    name: 'a week of 20 over five days',
    candidate: upTo4,
    vacancy: week(20),
    expect: { bars: { [BAR]: 'fits' }, points: 0, code: { [BAR]: 'uren.dag-uit-week' } }
  },
  {
    name: 'a week of 21 over five days',
    candidate: upTo4,
    vacancy: week(21),
    expect: { bars: { [BAR]: 'conflict' }, points: 0, code: { [BAR]: 'uren.dag-te-lang' } }
  },
  { name: 'a stated day goes before the week', candidate: upTo4, vacancy: work({ min: 32, max: 32 }, 4), expect: { bars: { [BAR]: 'fits' }, points: 3 } },
  { name: 'a stated day that is too long in a short week', candidate: upTo4, vacancy: work({ min: 16, max: 16 }, 8), expect: { bars: { [BAR]: 'conflict' } } },
  {
    name: 'a day of "0 hours" is not stated',
    candidate: upTo4,
    vacancy: work(null, 0),
    expect: { bars: { [BAR]: 'open' }, code: { [BAR]: 'uren.dag-niet-vermeld' } }
  },
  {
    name: 'an average, a little above',
    candidate: about6,
    vacancy: work(null, 7),
    expect: { bars: { [BAR]: 'open' }, points: 0, code: { [BAR]: 'uren.rand' } }
  },
  { name: 'an average, the next class', candidate: about6, vacancy: work(null, 8), expect: { bars: { [BAR]: 'conflict' } } },
  {
    name: 'an average, the week a little above',
    candidate: about6,
    vacancy: week(36),
    expect: { bars: { [BAR]: 'open' }, code: { [BAR]: 'uren.dag-uit-week' } }
  },
  { name: 'a later step would fit', candidate: growing, vacancy: work(null, 6), expect: { bars: { [BAR]: 'open' }, code: { [BAR]: 'uren.later' } } },
  { name: 'a later step would fit the week', candidate: growing, vacancy: week(30), expect: { bars: { [BAR]: 'open' } } },
  { name: 'too long at the last step as well', candidate: growing, vacancy: week(31), expect: { bars: { [BAR]: 'conflict' } } },
  { name: 'the week refuses already: the spread counts no second time', candidate: both, vacancy: week(36), expect: { bars: { [BAR]: 'fits' } } },
  {
    name: 'half hours: a week of 37.5 against 7.5 a day is no exceedance',
    candidate: candidate({ documents: [hoursDocument({ perDay: atMost(7.5) })] }),
    vacancy: week(37.5),
    expect: { bars: { [BAR]: 'open' } }
  }
]
