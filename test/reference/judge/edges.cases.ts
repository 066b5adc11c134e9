import { above, bend, carry, focus, judged, kneel, lift, says, sit, stand, walk, type JudgeCase } from '../judge-case.ts'
import { load } from '../../helpers/vacancy.ts'

/** `fml.md` 7: lifting limited to about 10 kg, 10 times an hour (level 1; the next wider level is about 15 kg). */
const table: readonly JudgeCase[] = [
  judged('8 kg, 6 an hour fits', lift(8, 6), 1, 'past'),
  judged('10 kg, 6 an hour fits: the value itself is allowed', lift(10, 6), 1, 'past'),
  judged('10 kg, 10 an hour fits: both axes at their edge', lift(10, 10), 1, 'past'),
  judged('12 kg is above "about 10" and below the next level: weighed', lift(12, 6), 1, 'signaal'),
  judged('14.9 kg is still below the next level', lift(14.9, 6), 1, 'signaal'),
  judged('15 kg reaches the next level: exceeds', lift(15, 6), 1, 'overschrijding'),
  judged('40 kg exceeds, however rarely', lift(40, 1), 1, 'overschrijding'),
  judged('10 kg, 40 an hour: weighed on frequency', lift(10, 40), 1, 'signaal'),
  judged('10 kg, 11 an hour: just above the frequency', lift(10, 11), 1, 'signaal'),
  judged('5 kg, 40 an hour fits: level 2 says so, and level 1 can do more', lift(5, 40), 1, 'past'),
  judged('5 kg, 51 an hour is above the frequency of level 2 as well', lift(5, 51), 1, 'signaal'),
  judged('2 kg, 100 an hour fits by level 3', lift(2, 100), 1, 'past'),
  judged('2 kg, 101 an hour fits nowhere', lift(2, 101), 1, 'signaal'),
  judged('6 kg, 40 an hour: between the levels, the frequency of 10 kg counts', lift(6, 40), 1, 'signaal'),
  judged('10 kg, frequency not stated: unknown', lift(10), 1, 'verwacht'),
  judged('12 kg, frequency not stated: the weight alone is weighed', lift(12), 1, 'signaal'),
  judged('15 kg, frequency not stated: the weight alone exceeds', lift(15), 1, 'overschrijding'),
  judged('nothing stated', [], 1, 'niets', 'tillen_kg'),
  judged('25 kg, expected: probably too heavy, never an exceedance', lift(25, 6, { provenance: 'expected', kind: 'occupation', confidence: 2 }), 1, 'signaal'),
  judged('0 kg is no lifting', lift(0), 1, 'past')
]

/** The same load on every level: the number is the level of the limit. */
const levels: readonly JudgeCase[] = [
  judged('12 kg at the norm: within', lift(12, 6), 0, 'niets'),
  judged('12 kg at level 2: above the next wider 10 kg', lift(12, 6), 2, 'overschrijding'),
  judged('7 kg at level 2: above 5, below 10', lift(7, 6), 2, 'signaal'),
  judged('7 kg at level 3: above the next wider 5 kg', lift(7, 6), 3, 'overschrijding'),
  judged('3 kg at level 3: above 2, below 5', lift(3, 6), 3, 'signaal'),
  judged('a level the ladder does not have says nothing', lift(3, 6), 4, 'niets'),
  judged('15 kg, 10 an hour is the norm', lift(15, 10), 0, 'niets'),
  judged('15.1 kg is above the norm', lift(15.1, 10), 0, 'signaal'),
  judged('15 kg, 11 an hour is above the norm on frequency', lift(15, 11), 0, 'signaal'),
  judged('15 kg, frequency not stated: nothing is known to be above the norm', lift(15), 0, 'niets')
]

/** `max`: above exceeds. `lt`: at or above exceeds, below is weighed. */
const operators: readonly JudgeCase[] = [
  judged('max: 30 minutes of attention at "at most 30"', focus(30), 1, 'past'),
  judged('max: 31 minutes exceeds, there is no band', focus(31), 1, 'overschrijding'),
  judged('max: 5 minutes at "at most 5"', focus(5), 2, 'past'),
  judged('max: 6 minutes exceeds', focus(6), 2, 'overschrijding'),
  judged('max: kneeling 5 an hour at "at most 5"', kneel(5), 1, 'past'),
  judged('max: kneeling 6 an hour exceeds', kneel(6), 1, 'overschrijding'),
  judged('max: sitting 8 hours at "at most 8"', sit(8), 1, 'past'),
  judged('max: sitting 8.5 hours exceeds', sit(8.5), 1, 'overschrijding'),
  judged('lt: walking 5 minutes at "less than 5" exceeds', walk(5), 3, 'overschrijding'),
  judged('lt: 4 minutes is weighed, how much less is not said', walk(4), 3, 'signaal'),
  judged('lt: none at all fits', walk(0), 3, 'past'),
  judged('lt: a plain no fits', says('lopen_min_aaneen', false), 3, 'past'),
  judged('lt: sitting 4 hours at "less than 4" exceeds', sit(4), 3, 'overschrijding'),
  judged('lt: sitting 3 hours is weighed', sit(3), 3, 'signaal'),
  judged('ca: sitting 4 hours at "about 4" fits', sit(4), 2, 'past'),
  judged('ca: sitting 5 hours is weighed', sit(5), 2, 'signaal'),
  judged('ca: sitting 8 hours is the next wider level', sit(8), 2, 'overschrijding'),
  judged('min: level 0 "at least 30" has no end, 200 minutes is not above it', focus(200), 0, 'niets'),
  judged(
    'lt without a wider figure below: kneeling position 5 minutes exceeds',
    load('geknield_min', { op: 'eq', value: 5, unit: 'min' }, { frequency: { count: 2, per: 'hour' } }),
    1,
    'overschrijding'
  ),
  judged(
    'lt: kneeling position 4 minutes is weighed',
    load('geknield_min', { op: 'eq', value: 4, unit: 'min' }, { frequency: { count: 2, per: 'hour' } }),
    1,
    'signaal'
  )
]

/** No interpolation: a value between two answers belongs to neither (CRvB 28-03-2007). */
const between: readonly JudgeCase[] = [
  judged('walking 30 minutes fits level 1', walk(30), 1, 'past'),
  judged('walking 45 minutes is not halfway allowed: weighed', walk(45), 1, 'signaal'),
  judged('walking 59 minutes is not "nearly 60": weighed', walk(59), 1, 'signaal'),
  judged('walking 60 minutes exceeds level 1', walk(60), 1, 'overschrijding'),
  judged('bending 299 an hour is between 150 and 300: weighed', bend(299), 2, 'signaal'),
  judged('bending 300 an hour exceeds level 2', bend(300), 2, 'overschrijding'),
  judged('standing 4 hours fits level 1', stand(4), 1, 'past'),
  judged('standing 7.9 hours: half a day to a whole day is weighed', stand(7.9), 1, 'signaal'),
  judged('standing 8 hours is the whole day of the norm: exceeds', stand(8), 1, 'overschrijding'),
  judged('standing 9 hours is above the norm', stand(9), 0, 'signaal'),
  judged('standing 8 hours is the norm', stand(8), 0, 'niets')
]

/** Frequency and minutes at a stretch. */
const axes: readonly JudgeCase[] = [
  judged('carrying 10 kg, 2 minutes', carry(10, 2), 1, 'past'),
  judged('carrying 10 kg, 3 minutes: weighed on minutes', carry(10, 3), 1, 'signaal'),
  judged('carrying 10 kg, minutes not stated', carry(10), 1, 'verwacht'),
  judged('carrying 5 kg, 1 minute', carry(5, 1), 2, 'past'),
  judged('carrying 5 kg, 2 minutes: level 2 says 1 minute', carry(5, 2), 2, 'signaal'),
  judged('carrying 2 kg, 2 minutes, 5 an hour fits level 3', carry(2, 2, 5), 3, 'past'),
  judged('carrying 2 kg, 2 minutes, 6 an hour: above 5 an hour only 1 minute', carry(2, 2, 6), 3, 'signaal'),
  judged('carrying 2 kg, 1 minute, 60 an hour fits level 3', carry(2, 1, 60), 3, 'past'),
  judged('carrying 2 kg, 2 minutes, how often not stated', carry(2, 2), 3, 'verwacht'),
  judged('carrying 2 kg, 1 minute, how often not stated', carry(2, 1), 3, 'past'),
  judged('carrying 2 kg, 2 minutes fits level 2 by level 3 when rare', carry(2, 2, 4), 2, 'past'),
  judged('above the shoulder 1 minute, 10 an hour', above(1, 10), 1, 'past'),
  judged('above the shoulder 1 minute, 11 an hour: the frequency of the norm holds', above(1, 11), 1, 'signaal'),
  judged('above the shoulder 2 minutes exceeds level 1', above(2, 1), 1, 'overschrijding'),
  judged('"hardly or not": half a minute is weighed', above(0.5, 1), 2, 'signaal'),
  judged('"hardly or not": 1 minute is the wider level', above(1, 1), 2, 'overschrijding'),
  judged('"hardly or not": a plain yes is weighed', says('boven_schouder_min', true), 2, 'signaal'),
  judged('a plain yes settles no figure', says('boven_schouder_min', true), 1, 'niets'),
  judged('a plain no is within every level', says('boven_schouder_min', false), 2, 'past')
]

const day = (count: number, per: 'minute' | 'day' | 'week', kg = 10): ReturnType<typeof lift> => lift(kg, undefined, { frequency: { count, per } })

/** Frequency in other units, endless amounts and units that do not compare. */
const amounts: readonly JudgeCase[] = [
  judged('10 a day is at most 10 an hour', day(10, 'day'), 1, 'past'),
  judged('11 a day may be all in one hour: unknown', day(11, 'day'), 1, 'verwacht'),
  judged('80 a day is 10 an hour on average: unknown', day(80, 'day'), 1, 'verwacht'),
  judged('81 a day is above 10 an hour however spread', day(81, 'day'), 1, 'signaal'),
  judged('401 a week is above 10 an hour however spread', day(401, 'week'), 1, 'signaal'),
  judged('400 a week: unknown', day(400, 'week'), 1, 'verwacht'),
  judged('once a minute is 60 an hour', day(1, 'minute'), 1, 'signaal'),
  judged('once a minute 2 kg fits by level 3', day(1, 'minute', 2), 1, 'past'),
  judged('"up to 25 kg" asks 25', load('tillen_kg', { op: 'max', value: 25, unit: 'kg' }), 1, 'overschrijding'),
  judged('"less than 10 kg" asks 10 at most', load('tillen_kg', { op: 'lt', value: 10, unit: 'kg' }, { frequency: { count: 1, per: 'hour' } }), 1, 'past'),
  judged('"at least 8 kg" has no end: nothing is known', load('tillen_kg', { op: 'min', value: 8, unit: 'kg' }), 1, 'niets'),
  judged('"at least 12 kg" is above 10 for certain: weighed', load('tillen_kg', { op: 'min', value: 12, unit: 'kg' }), 1, 'signaal'),
  judged('"more than 15 kg" exceeds for certain', load('tillen_kg', { op: 'gt', value: 15, unit: 'kg' }), 1, 'overschrijding'),
  judged('"less than 15 kg" does not reach the next wider level', load('tillen_kg', { op: 'lt', value: 15, unit: 'kg' }), 1, 'signaal'),
  judged('"less than 15 kg" exceeds a level whose next wider one is 10', load('tillen_kg', { op: 'lt', value: 15, unit: 'kg' }), 2, 'overschrijding'),
  judged('"less than 5 minutes" does not reach 5', load('lopen_min_aaneen', { op: 'lt', value: 5, unit: 'min' }), 3, 'signaal'),
  judged('"less than 6 times" is 5 at most', load('knielen_per_uur', { op: 'lt', value: 6, unit: 'per-hour' }), 1, 'past'),
  judged('"more than 5 times" is above at most 5', load('knielen_per_uur', { op: 'gt', value: 5, unit: 'per-hour' }), 1, 'overschrijding'),
  judged('"more than 15 kg" lies above the norm', load('tillen_kg', { op: 'gt', value: 15, unit: 'kg' }), 0, 'signaal'),
  judged('"at least 15 kg" may be the norm itself', load('tillen_kg', { op: 'min', value: 15, unit: 'kg' }), 0, 'niets'),
  judged('minutes where the ladder says hours are converted', load('staan_uur_dag', { op: 'eq', value: 240, unit: 'min' }), 1, 'past'),
  judged('hours where the ladder says minutes are converted', load('lopen_min_aaneen', { op: 'eq', value: 1, unit: 'hour' }), 1, 'overschrijding'),
  judged('newton on a ladder in kg does not compare: weighed', load('tillen_kg', { op: 'eq', value: 50, unit: 'N' }), 1, 'signaal'),
  judged('a number without a unit does not compare: weighed', load('tillen_kg', { op: 'eq', value: 5 }), 1, 'signaal'),
  judged('an amount in another unit says nothing about the norm', load('tillen_kg', { op: 'eq', value: 500, unit: 'N' }), 0, 'niets'),
  judged('kgf has its own ladder', load('duwen_trekken_kgf', { op: 'eq', value: 10, unit: 'kgf' }), 1, 'past'),
  judged('two stated amounts: the heavier counts', [lift(5, 6), lift(20, 6)], 1, 'overschrijding')
]

export const cases: readonly JudgeCase[] = [...table, ...levels, ...operators, ...between, ...axes, ...amounts]
