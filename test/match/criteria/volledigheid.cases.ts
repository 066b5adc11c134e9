import type { VacancyFacts } from '../../../src/domain/vacancy.ts'
import { candidate } from '../../helpers/candidate.ts'
import { load } from '../../helpers/vacancy.ts'
import { advert, type CriterionCase } from '../criteria-case.ts'

const LOADS = [
  load('tillen_kg', { op: 'eq', value: 5, unit: 'kg' }),
  load('deadlines', { op: 'eq', value: false }),
  load('klantcontact', { op: 'eq', value: true })
]
/** Ten facts a jobhunter needs, one by one. */
const FACTS: ReadonlyArray<Partial<VacancyFacts>> = [
  { hours: { min: 16, max: 24 } },
  { educationLevel: { min: 4, max: 4 } },
  { employer: { name: 'Werkgever', kind: 'direct', client: null } },
  { occupation: { raw: null, isco: [{ code: '4110', share: 100 }], sourceCode: null, method: 'exact', confidence: 4 } },
  { contract: { term: 'O', kind: null, selfEmployed: null } },
  { schedule: { office: true, evening: null, night: null, weekend: null, shifts: null, onCall: null, irregular: null, hoursPerDay: null } },
  { description: 'x'.repeat(600) },
  { demands: LOADS.slice(0, 1) },
  { demands: LOADS },
  { locations: [{ country: 'NL', postcode: null, place: 'Utrecht', lat: null, lon: null, precision: 'place', code: 'utrecht' }] }
]
const knows = (name: string, count: number, points: number): CriterionCase => ({
  name,
  candidate: candidate(),
  vacancy: advert(Object.assign({}, ...FACTS.slice(0, count))),
  expect: { bars: {}, points }
})

export const cases: readonly CriterionCase[] = [
  knows('nothing known', 0, 0),
  knows('three facts', 3, 0),
  knows('four facts, the edge', 4, 2),
  knows('five facts', 5, 2),
  knows('six facts, the edge', 6, 4),
  knows('seven facts', 7, 4),
  knows('eight facts, the edge', 8, 6),
  knows('all ten', 10, 6),
  {
    name: 'expected load is no fact of the advert',
    candidate: candidate(),
    vacancy: advert({ ...Object.assign({}, ...FACTS.slice(0, 3)), demands: LOADS.map(l => ({ ...l, provenance: 'expected' as const })) }),
    expect: { points: 0 }
  },
  {
    name: 'an employer of unknown kind is not known',
    candidate: candidate(),
    vacancy: advert({ ...Object.assign({}, ...FACTS.slice(0, 4)), employer: { name: 'Werkgever', kind: 'unknown', client: null } }),
    expect: { points: 0 }
  },
  {
    name: 'a text of 599 characters is thin',
    candidate: candidate(),
    vacancy: advert({ ...Object.assign({}, ...FACTS.slice(0, 3)), description: 'x'.repeat(599) }),
    expect: { points: 0 }
  }
]
