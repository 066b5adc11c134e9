import type { CapacityDocument } from '../../../src/domain/capacity.ts'
import type { Day } from '../../../src/domain/moment.ts'
import type { Outcome } from '../../../src/domain/verdict.ts'
import { atMost, average, document, hoursDocument, limit, printed } from '../../helpers/candidate.ts'

/** Hours of an advert against documents: `week` = its least hours a week, `perDay` = the day when stated. */
export interface HoursCase {
  readonly name: string
  readonly documents: readonly CapacityDocument[]
  readonly week: number | null
  /** The day when stated; shorter and longer days as a range. */
  readonly perDay?: number | readonly [number, number]
  readonly day?: Day
  readonly expect: { readonly week?: Outcome; readonly day?: Outcome; readonly from?: Day; readonly limit?: string }
}

const week = (name: string, documents: CapacityDocument | readonly CapacityDocument[], hours: number | null, outcome: Outcome, from?: Day): HoursCase => ({
  name,
  documents: [documents].flat(),
  week: hours,
  expect: { week: outcome, ...(from === undefined ? {} : { from }) }
})
const perDay = (name: string, document: CapacityDocument, hours: { week: number | null; day?: number }, outcome: Outcome): HoursCase => ({
  name,
  documents: [document],
  week: hours.week,
  ...(hours.day === undefined ? {} : { perDay: hours.day }),
  expect: { day: outcome }
})

const upTo20 = hoursDocument({ perWeek: atMost(20) })
const about30 = hoursDocument({ perWeek: average(30) })
const march30 = hoursDocument({ perWeek: average(30) }, { editie: 'maart2024' })
const form = (niveau: number, editie: CapacityDocument['editie'] = 'referentie', code = '6.3'): CapacityDocument => document([limit(code, niveau)], { editie })

const weeks: readonly HoursCase[] = [
  week('at most 20: 20 fits', upTo20, 20, 'past'),
  week('at most 20: 21 exceeds', upTo20, 21, 'overschrijding'),
  week('at most 20: 20.5 exceeds', upTo20, 20.5, 'overschrijding'),
  week('at most 20: not stated is unknown', upTo20, null, 'onbekend'),
  week('at most 20: "0 hours" is not stated', upTo20, 0, 'onbekend'),
  week('at most 20.5: 20 fits', hoursDocument({ perWeek: atMost(20.5) }), 20, 'past'),
  week('at most 20.5: 20.5 itself is not told from 20.9, weighed', hoursDocument({ perWeek: atMost(20.5) }), 20.5, 'signaal'),
  week('at most 20.5: 21 exceeds', hoursDocument({ perWeek: atMost(20.5) }), 21, 'overschrijding'),
  week('at most 20.5: 22 exceeds', hoursDocument({ perWeek: atMost(20.5) }), 22, 'overschrijding'),
  week('average 30: 30 fits', about30, 30, 'past'),
  week('average 30: 31 is weighed', about30, 31, 'signaal'),
  week('average 30, referentie: 36 is below the next class of 40', about30, 36, 'signaal'),
  week('average 30, referentie: 40 is the next class', about30, 40, 'overschrijding'),
  week('average 30, March 2024: 34 is below the next class of 35', march30, 34, 'signaal'),
  week('average 30, March 2024: 35 is the next class', march30, 35, 'overschrijding'),
  week('average 30, March 2024: 34.5 is still below the next class of 35', march30, 34.5, 'signaal'),
  week('average 30: 30.5 is weighed', about30, 30.5, 'signaal'),
  week('at most 48: more than 40 says too little to fit', hoursDocument({ perWeek: atMost(48) }), 50, 'signaal'),
  week('average 40: 41 has no next class', hoursDocument({ perWeek: average(40) }), 42, 'signaal'),
  week('at most 40: 41 exceeds', hoursDocument({ perWeek: atMost(40) }), 42, 'overschrijding'),
  week('average 22.5: 22 fits, classes are not the only values', hoursDocument({ perWeek: average(22.5) }), 22, 'past'),
  week('average 22.5: 23 is weighed', hoursDocument({ perWeek: average(22.5) }), 23, 'signaal'),
  week('average 22.5: 30 is the next class', hoursDocument({ perWeek: average(22.5) }), 30, 'overschrijding')
]

/** The levels of 6.3 as the form gives them. */
const forms: readonly HoursCase[] = [
  week('referentie 6.3 level 2 is average 30: 30', form(2), 30, 'past'),
  week('referentie 6.3 level 2: 39', form(2), 39, 'signaal'),
  week('referentie 6.3 level 4 is average 10: 20 is the next class', form(4), 20, 'overschrijding'),
  week('klassiek 6.3 level 3 is average 20, A: it decides', form(3, 'klassiek'), 30, 'overschrijding'),
  week('March 2024 level 6 is average 15: 15', form(6, 'maart2024'), 15, 'past'),
  week('March 2024 level 6: 20 is the next class', form(6, 'maart2024'), 20, 'overschrijding'),
  week('March 2024 level 10 is at most 20: 21 exceeds', form(10, 'maart2024'), 21, 'overschrijding'),
  week('March 2024 level 12 is less than 10: 10 exceeds', form(12, 'maart2024'), 10, 'overschrijding'),
  week('March 2024 level 12: 9.5 is weighed', form(12, 'maart2024'), 9.5, 'signaal'),
  week('March 2024 level 12: 8 is weighed, how much less is not said', form(12, 'maart2024'), 8, 'signaal'),
  week('a printed maximum outranks the level', document([printed('6.3', 24, 'max', 2)]), 25, 'overschrijding'),
  week('a printed average keeps the kind of the form', document([printed('6.3', 24, 'ca', 2)]), 25, 'signaal'),
  week('a printed "less than 12": 12 exceeds', document([printed('6.3', 12, 'lt', 3)]), 12, 'overschrijding'),
  week('a printed "less than 12": 11 is weighed', document([printed('6.3', 12, 'lt', 3)]), 11, 'signaal'),
  week('an item of another edition in the document', document([limit('6.3', 10, { editie: 'maart2024' })]), 21, 'overschrijding'),
  week('item and hours field: the lower value counts', document([limit('6.3', 2)], { hours: { perDay: null, perWeek: atMost(24) } }), 25, 'overschrijding')
]

const days: readonly HoursCase[] = [
  perDay('at most 4 a day: 4 stated fits', hoursDocument({ perDay: atMost(4) }), { week: 24, day: 4 }, 'past'),
  perDay('at most 4 a day: 5 stated exceeds', hoursDocument({ perDay: atMost(4) }), { week: 16, day: 5 }, 'overschrijding'),
  perDay('at most 4 a day: a week of 20 is 4 a day over five days', hoursDocument({ perDay: atMost(4) }), { week: 20 }, 'past'),
  perDay('at most 4 a day: a week of 21 exceeds', hoursDocument({ perDay: atMost(4) }), { week: 21 }, 'overschrijding'),
  perDay('at most 4 a day: nothing stated', hoursDocument({ perDay: atMost(4) }), { week: null }, 'onbekend'),
  perDay('at most 7.5 a day: a week of 37.5 is 7.5 a day, no exceedance', hoursDocument({ perDay: atMost(7.5) }), { week: 37.5 }, 'signaal'),
  perDay('at most 7.5 a day: a week of 37 fits', hoursDocument({ perDay: atMost(7.5) }), { week: 37 }, 'past'),
  perDay('at most 7.5 a day: a week of 39 exceeds', hoursDocument({ perDay: atMost(7.5) }), { week: 39 }, 'overschrijding'),
  perDay('at most 7.5 a day: a week of 38 is 7.6 a day', hoursDocument({ perDay: atMost(7.5) }), { week: 38 }, 'overschrijding'),
  perDay('average 4 a day: 5.75 is below the class of 6, a person weighs it', hoursDocument({ perDay: average(4) }), { week: null, day: 5.75 }, 'signaal'),
  perDay('at most 5 a day: 5.75 exceeds', hoursDocument({ perDay: atMost(5) }), { week: null, day: 5.75 }, 'overschrijding'),
  perDay('at most 8 a day: 12.5 exceeds', hoursDocument({ perDay: atMost(8) }), { week: null, day: 12.5 }, 'overschrijding'),
  perDay('average 6 a day, referentie: a week of 36 is 7.2, below the class of 8', hoursDocument({ perDay: average(6) }), { week: 36 }, 'signaal'),
  perDay('average 6 a day: a week of 40 is the class of 8', hoursDocument({ perDay: average(6) }), { week: 40 }, 'overschrijding'),
  perDay('average 6 a day: 7 stated', hoursDocument({ perDay: average(6) }), { week: null, day: 7 }, 'signaal'),
  perDay('average 6 a day: 8 stated', hoursDocument({ perDay: average(6) }), { week: null, day: 8 }, 'overschrijding'),
  perDay('referentie 6.2 level 3 is average 4: 6 is the next class', form(3, 'referentie', '6.2'), { week: null, day: 6 }, 'overschrijding'),
  perDay('March 2024 6.2 level 6 is at most 4: 5 exceeds', form(6, 'maart2024', '6.2'), { week: null, day: 5 }, 'overschrijding'),
  perDay('March 2024 6.2 level 5 is average 4: 5 is weighed', form(5, 'maart2024', '6.2'), { week: null, day: 5 }, 'signaal'),
  {
    name: 'a day of 4 to 8 hours does not fit at most 6: the long ones are asked',
    documents: [hoursDocument({ perDay: atMost(6) })],
    week: 20,
    perDay: [4, 8],
    expect: { day: 'signaal' }
  },
  { name: 'a day of 4 to 6 hours fits at most 6', documents: [hoursDocument({ perDay: atMost(6) })], week: 20, perDay: [4, 6], expect: { day: 'past' } },
  { name: 'a day of 7.5 to 8 hours fits at most 8', documents: [hoursDocument({ perDay: atMost(8) })], week: 20, perDay: [7.5, 8], expect: { day: 'past' } },
  {
    name: 'a day of 7 to 9 hours exceeds at most 6',
    documents: [hoursDocument({ perDay: atMost(6) })],
    week: 20,
    perDay: [7, 9],
    expect: { day: 'overschrijding' }
  },
  {
    name: 'a day of 6 to 9 hours is the next class of average 4',
    documents: [hoursDocument({ perDay: average(4) })],
    week: null,
    perDay: [6, 9],
    expect: { day: 'overschrijding' }
  },
  {
    name: 'day and week are both tested',
    documents: [hoursDocument({ perDay: atMost(4), perWeek: atMost(24) })],
    week: 22,
    expect: { week: 'past', day: 'overschrijding' }
  },
  {
    name: 'one fact is one exceedance: the week refuses, the day does not count twice',
    documents: [hoursDocument({ perDay: atMost(4), perWeek: atMost(20) })],
    week: 32,
    expect: { week: 'overschrijding', day: 'past' }
  },
  {
    name: 'a stated day counts beside a week that is refused',
    documents: [hoursDocument({ perDay: atMost(4), perWeek: atMost(20) })],
    week: 32,
    perDay: 8,
    expect: { week: 'overschrijding', day: 'overschrijding' }
  }
]

const steps = (...buildUp: Array<[from: Day, perWeek: number]>): Partial<CapacityDocument> => ({
  buildUp: buildUp.map(([from, value]) => ({ from, perDay: null, perWeek: atMost(value) }))
})
const growing = hoursDocument({ perWeek: atMost(12) }, steps(['2027-01-04', 24], ['2026-12-01', 16]))

/** A build-up is a dated list; the stricter of two documents holds at every step. */
const buildUp: readonly HoursCase[] = [
  week('build-up: 12 fits now', growing, 12, 'past'),
  week('build-up: 16 fits from 1 December', growing, 16, 'signaal', '2026-12-01'),
  week('build-up: 20 fits from 4 January', growing, 20, 'signaal', '2027-01-04'),
  week('build-up: 25 is too much at every step', growing, 25, 'overschrijding'),
  { name: 'build-up: a step holds from its day', documents: [growing], week: 16, day: '2026-12-01', expect: { week: 'past' } },
  { name: 'build-up: not the day before', documents: [growing], week: 16, day: '2026-11-30', expect: { week: 'signaal', from: '2026-12-01' } },
  { name: 'build-up: the last step stays', documents: [growing], week: 25, day: '2027-06-01', expect: { week: 'overschrijding' } },
  {
    name: 'build-up a day: 6 fits later',
    documents: [hoursDocument({ perDay: atMost(4) }, { buildUp: [{ from: '2026-12-01', perDay: atMost(6), perWeek: null }] })],
    week: null,
    perDay: 6,
    expect: { day: 'signaal', from: '2026-12-01' }
  },
  week('no limit now: the first step is not passed over', document([], steps(['2026-12-01', 8])), 40, 'signaal'),
  week('no limit now: within every step to come', document([], steps(['2026-12-01', 8], ['2027-02-01', 16])), 8, 'past'),
  week('no limit now, two steps to come: within the last only', document([], steps(['2026-12-01', 8], ['2027-02-01', 16])), 16, 'signaal', '2027-02-01'),
  week('a step to fewer hours is not passed over', hoursDocument({ perWeek: atMost(24) }, steps(['2027-01-04', 16])), 24, 'signaal'),
  week('a step to fewer hours: within it', hoursDocument({ perWeek: atMost(24) }, steps(['2027-01-04', 16])), 16, 'past'),
  {
    name: 'a day without a limit now: the first step is not passed over',
    documents: [document([], { buildUp: [{ from: '2026-12-01', perDay: atMost(4), perWeek: null }] })],
    week: 40,
    expect: { day: 'signaal' }
  },
  week('two of one date: the lower holds', [hoursDocument({ perWeek: atMost(24) }), hoursDocument({ perWeek: atMost(20) })], 21, 'overschrijding'),
  ...[
    [hoursDocument({ perWeek: average(20) }), upTo20],
    [upTo20, hoursDocument({ perWeek: average(20) })]
  ].map((documents, i): HoursCase => ({
    name: `two of one date: a maximum beats an average of one value, order ${i}`,
    documents,
    week: 21,
    expect: { week: 'overschrijding', limit: 'ten hoogste 20 uur' }
  })),
  {
    name: 'the limit is shown as it is meant',
    documents: [form(12, 'maart2024')],
    week: 8,
    expect: { week: 'signaal', limit: 'ten hoogste minder dan 10 uur' }
  },
  {
    name: 'an average is shown as one',
    documents: [hoursDocument({ perWeek: average(22.5) })],
    week: 8,
    expect: { week: 'past', limit: 'gemiddeld 22,5 uur' }
  },
  week(
    'two of one date: above an average, within the other maximum',
    [hoursDocument({ perWeek: average(20) }), hoursDocument({ perWeek: atMost(24) })],
    24,
    'signaal'
  ),
  week(
    'two of one date: a higher maximum still refuses',
    [hoursDocument({ perWeek: average(20) }), hoursDocument({ perWeek: atMost(24) })],
    25,
    'overschrijding'
  ),
  week(
    'two of one date: a higher maximum, the other way round',
    [hoursDocument({ perWeek: atMost(24) }), hoursDocument({ perWeek: average(20) })],
    25,
    'overschrijding'
  ),
  week(
    'two of one date: half an hour beyond the higher maximum',
    [hoursDocument({ perWeek: average(20) }), hoursDocument({ perWeek: atMost(24) })],
    24.5,
    'overschrijding'
  ),
  week(
    'item and hours field: the higher maximum still refuses',
    document([limit('6.3', 2)], { hours: { perDay: null, perWeek: atMost(32) } }),
    33,
    'overschrijding'
  ),
  week('two of one date: "less than 10" beats "at most 10"', [hoursDocument({ perWeek: atMost(10) }), form(12, 'maart2024')], 10, 'overschrijding'),
  week('two of one date: the same, the other way round', [form(12, 'maart2024'), hoursDocument({ perWeek: atMost(10) })], 10, 'overschrijding'),
  week('two of one date: the nearer next class', [about30, march30], 35, 'overschrijding'),
  week('two of one date: the nearer next class, the other way round', [march30, about30], 35, 'overschrijding'),
  week(
    'two of one date: what one allows later the other still forbids',
    [hoursDocument({ perWeek: atMost(20) }, steps(['2027-01-04', 30])), hoursDocument({ perWeek: atMost(24) })],
    28,
    'overschrijding'
  ),
  week(
    'two of one date: later the other limit holds',
    [hoursDocument({ perWeek: atMost(20) }, steps(['2027-01-04', 30])), hoursDocument({ perWeek: atMost(24) })],
    24,
    'signaal',
    '2027-01-04'
  )
]

export const cases: readonly HoursCase[] = [...weeks, ...forms, ...days, ...buildUp]
