import type { Limit } from '../../../src/domain/capacity.ts'
import type { Load } from '../../../src/domain/load.ts'
import { candidate, document, limit, printed } from '../../helpers/candidate.ts'
import { load } from '../../helpers/vacancy.ts'
import { band, lift, says, settled } from '../../reference/judge-case.ts'
import { advert, type CriterionCase } from '../criteria-case.ts'

const NORM = 'belasting.boven-norm'
const LIFT = 'belasting.tillen_kg.1'
const limited = (...limits: Limit[]) => candidate({ documents: [document(limits)] })
const level1 = limited(limit('4.13', 1))
const work = (...demands: Load[]) => advert({ demands })

/** Every edge of load and limit stands in `test/reference/judge`; here are the points, the codes and the bars. */
export const cases: readonly CriterionCase[] = [
  {
    name: 'no document: only the norm asks',
    candidate: candidate(),
    vacancy: work(),
    expect: { bars: { [NORM]: 'fits' }, points: 0, code: { [NORM]: 'load.binnen-norm' } }
  },
  {
    name: 'above the norm is weighed',
    candidate: candidate(),
    vacancy: work(lift(40, 6)),
    expect: { bars: { [NORM]: 'open' }, points: 0, code: { [NORM]: 'load.boven-norm' } }
  },
  {
    name: 'within the limit',
    candidate: level1,
    vacancy: work(lift(10, 10)),
    expect: { bars: { [LIFT]: 'fits', [NORM]: 'fits' }, points: 6, code: { [LIFT]: 'load.past' } }
  },
  {
    name: 'above the limit',
    candidate: level1,
    vacancy: work(lift(15, 6)),
    expect: { bars: { [LIFT]: 'conflict', [NORM]: 'fits' }, points: 0, code: { [LIFT]: 'load.overschrijding' } }
  },
  {
    name: 'on the edge',
    candidate: level1,
    vacancy: work(lift(12, 6)),
    expect: { bars: { [LIFT]: 'open', [NORM]: 'fits' }, points: 0, code: { [LIFT]: 'load.signaal' } }
  },
  {
    name: 'nothing known',
    candidate: level1,
    vacancy: work(),
    expect: { bars: { [LIFT]: 'open', [NORM]: 'fits' }, points: 0, code: { [LIFT]: 'load.onbekend' } }
  },
  {
    name: 'expected within earns a little',
    candidate: level1,
    vacancy: work(band('tillen_kg', 1)),
    expect: { bars: { [LIFT]: 'open', [NORM]: 'fits' }, points: 4, code: { [LIFT]: 'load.verwacht' } }
  },
  {
    name: 'expected above earns nothing',
    candidate: level1,
    vacancy: work(band('tillen_kg', 4)),
    expect: { bars: { [LIFT]: 'open', [NORM]: 'fits' }, points: 0, code: { [LIFT]: 'load.signaal' } }
  },
  {
    name: 'one axis unknown earns as expected',
    candidate: level1,
    vacancy: work(lift(10)),
    expect: { bars: { [LIFT]: 'open', [NORM]: 'fits' }, points: 4, code: { [LIFT]: 'load.verwacht' } }
  },
  {
    name: 'a relative of another edition',
    candidate: level1,
    vacancy: work(load('zware_lasten', { op: 'eq', value: true })),
    expect: { bars: { [LIFT]: 'open', [NORM]: 'fits' }, points: 0, code: { [LIFT]: 'load.verwant' } }
  },
  {
    name: 'two limits: each earns',
    candidate: limited(limit('4.13', 1), limit('1.8.4', 1)),
    vacancy: work(lift(5, 6), says('deadlines', false)),
    expect: { bars: { [LIFT]: 'fits', 'belasting.deadlines.1': 'fits', [NORM]: 'fits' }, points: 12 }
  },
  {
    name: 'two limits: one exceedance is not made up for',
    candidate: limited(limit('4.13', 1), limit('1.8.4', 1)),
    vacancy: work(lift(5, 6), says('deadlines', true)),
    expect: { bars: { [LIFT]: 'fits', 'belasting.deadlines.1': 'conflict', [NORM]: 'fits' }, points: 6 }
  },
  {
    name: 'between two levels earns by the narrower',
    candidate: limited(printed('4.13', 12)),
    vacancy: work(lift(10, 6)),
    expect: { bars: { 'belasting.tillen_kg.0-1': 'fits', [NORM]: 'fits' }, points: 6 }
  },
  {
    name: 'between two levels, weighed',
    candidate: limited(printed('4.13', 12)),
    vacancy: work(lift(12, 6)),
    expect: { bars: { 'belasting.tillen_kg.0-1': 'open', [NORM]: 'fits' }, points: 0 }
  },
  {
    name: 'no narrower level: nothing to earn',
    candidate: limited(printed('4.13', 1)),
    vacancy: work(lift(1, 6)),
    expect: { bars: { 'belasting.tillen_kg.3-x': 'open', [NORM]: 'fits' }, points: 0 }
  },
  {
    name: 'a level marked C compares nothing',
    candidate: limited(limit('4.11', 1, { editie: 'klassiek' })),
    vacancy: work(load('buigen_per_uur', { op: 'eq', value: 900, unit: 'per-hour' })),
    expect: {
      bars: { 'belasting.buigen_per_uur.1-open': 'open', [NORM]: 'fits' },
      points: 0,
      code: { 'belasting.buigen_per_uur.1-open': 'load.niet-te-vergelijken' }
    }
  },
  {
    name: 'a settled level decides a weighed item',
    candidate: limited(limit('3.6', 1)),
    vacancy: work(settled('geluid', 0)),
    expect: { bars: { 'belasting.geluid.1': 'conflict', [NORM]: 'fits' }, points: 0 }
  }
]
