import { atMost, average, candidate, document, hoursDocument, limit } from '../../helpers/candidate.ts'
import { advert, type CriterionCase } from '../criteria-case.ts'

const BAR = 'uren.week'
const upTo20 = candidate({ documents: [hoursDocument({ perWeek: atMost(20) })] })
const about30 = candidate({ documents: [hoursDocument({ perWeek: average(30) })] })
const wish = (min: number, max: number, extra = {}) => candidate({ wishes: { hours: { min, max } }, ...extra })
const growing = candidate({ documents: [hoursDocument({ perWeek: atMost(12) }, { buildUp: [{ from: '2027-01-04', perWeek: atMost(20) }] })] })
const hours = (min: number, max = min) => advert({ hours: { min, max } })

export const cases: readonly CriterionCase[] = [
  { name: 'no limit and no wish: nothing asked, nothing earned', candidate: candidate(), vacancy: hours(20), expect: { bars: {}, points: 0 } },
  { name: 'within the limit', candidate: upTo20, vacancy: hours(16, 40), expect: { bars: { [BAR]: 'fits' }, points: 8, code: { [BAR]: 'uren.past' } } },
  { name: 'exactly the limit', candidate: upTo20, vacancy: hours(20), expect: { bars: { [BAR]: 'fits' }, points: 8 } },
  {
    name: 'one hour above "at most"',
    candidate: upTo20,
    vacancy: hours(21),
    expect: { bars: { [BAR]: 'conflict' }, points: 0, code: { [BAR]: 'uren.te-veel' } }
  },
  { name: 'not stated', candidate: upTo20, vacancy: advert(), expect: { bars: { [BAR]: 'open' }, points: 0, code: { [BAR]: 'uren.niet-vermeld' } } },
  { name: '"0 hours" is not stated', candidate: upTo20, vacancy: hours(0), expect: { bars: { [BAR]: 'open' }, code: { [BAR]: 'uren.niet-vermeld' } } },
  {
    name: 'a little above an average is weighed',
    candidate: about30,
    vacancy: hours(32),
    expect: { bars: { [BAR]: 'open' }, points: 0, code: { [BAR]: 'uren.rand' } }
  },
  {
    name: 'the next class of an average exceeds',
    candidate: about30,
    vacancy: hours(40),
    expect: { bars: { [BAR]: 'conflict' }, code: { [BAR]: 'uren.te-veel' } }
  },
  {
    name: 'a later step of the build-up would fit',
    candidate: growing,
    vacancy: hours(20),
    expect: { bars: { [BAR]: 'open' }, points: 0, code: { [BAR]: 'uren.later' } }
  },
  { name: 'the later step holds from its day', candidate: growing, vacancy: hours(20), at: '2027-01-04', expect: { bars: { [BAR]: 'fits' }, points: 8 } },
  { name: 'too much at the last step as well', candidate: growing, vacancy: hours(21), expect: { bars: { [BAR]: 'conflict' } } },
  {
    name: 'the level of 6.3 is a limit',
    candidate: candidate({ documents: [document([limit('6.3', 3)])] }),
    vacancy: hours(30),
    expect: { bars: { [BAR]: 'conflict' } }
  },
  {
    name: '6.3 at the norm is no limit',
    candidate: candidate({ documents: [document([limit('6.3', 0)])] }),
    vacancy: hours(40),
    expect: { bars: {}, points: 0 }
  },
  { name: 'a wish only earns points', candidate: wish(16, 24), vacancy: hours(24), expect: { bars: {}, points: 8 } },
  { name: 'a wish that is exceeded excludes nothing', candidate: wish(16, 24), vacancy: hours(25), expect: { bars: {}, points: 0 } },
  { name: 'less than the wish still earns', candidate: wish(16, 24), vacancy: hours(8), expect: { points: 8 } },
  {
    name: 'a wish above the limit: the limit counts for points',
    candidate: wish(24, 32, { documents: [hoursDocument({ perWeek: atMost(20) })] }),
    vacancy: hours(21),
    expect: { bars: { [BAR]: 'conflict' }, points: 0 }
  },
  {
    name: 'a wish below the limit: the wish counts for points',
    candidate: wish(8, 12, { documents: [hoursDocument({ perWeek: atMost(20) })] }),
    vacancy: hours(16),
    expect: { bars: { [BAR]: 'fits' }, points: 0 }
  },
  { name: 'above 40 says too little to fit', candidate: wish(40, 60), vacancy: hours(48), expect: { points: 0 } }
]
