import * as fc from 'fast-check'
import { CandidateSchema, type Candidate } from '../../src/domain/candidate.ts'
import type { CapacityDocument, Limit } from '../../src/domain/capacity.ts'
import { CapacityDocumentSchema } from '../../src/domain/capacity.ts'
import type { Load } from '../../src/domain/load.ts'
import type { Vacancy, VacancyFacts } from '../../src/domain/vacancy.ts'
import { CHOICES } from '../../src/reference/fml/answers.ts'
import { CATALOGUE, type Item } from '../../src/reference/fml/catalogue.ts'
import { ladderOf, TOKEN_DIMENSIES, type Ladder } from '../../src/reference/fml/ladders.ts'
import { CERTIFICATES, LICENCES } from '../../src/reference/licences.ts'
import { PLACES } from '../../src/reference/places.ts'
import { AT, load, vacancy } from './vacancy.ts'

/** Units that mean the unit of a ladder. */
export const UNIT: Readonly<Record<string, string>> = {
  minuten: 'min',
  'minuten aaneen': 'min',
  'uur per werkdag': 'hour',
  'keer per uur': 'per-hour',
  kg: 'kg',
  kgf: 'kgf',
  newton: 'N',
  cm: 'cm',
  graden: 'degree',
  treden: 'step',
  meter: 'm'
}
/** A value, or not known. */
const maybe = <T>(arb: fc.Arbitrary<T>, freq = 5): fc.Arbitrary<T | null> => fc.option(arb, { nil: null, freq })
const OPS = ['eq', 'ca', 'min', 'max', 'lt', 'gt'] as const

/** Figures around the steps of a ladder, where the rules turn. */
function figures(ladder: Extract<Ladder, { soort: 'waarde' }>): fc.Arbitrary<number> {
  const steps = ladder.steps.flatMap(s => s.value ?? [])
  const near = steps.flatMap(v => [v, v - 1, v + 1, v / 2, v * 1.5]).filter(v => v >= 0)
  return fc.constantFrom(...new Set([0, ...near, Math.max(...steps, 1) * 3]))
}

function amounts(ladder: Ladder): fc.Arbitrary<Load['amount']> {
  const yesNo = fc.boolean().map(value => ({ op: 'eq' as const, value }))
  if (ladder.soort === 'waarde') {
    const unit = UNIT[ladder.unit]
    const figure = fc.record({ op: fc.constantFrom(...OPS), value: figures(ladder) }).map(a => (unit === undefined ? a : { ...a, unit }))
    return fc.oneof({ weight: 6, arbitrary: figure }, { weight: 1, arbitrary: yesNo }, { weight: 1, arbitrary: fc.constant(null) })
  }
  const names =
    ladder.soort === 'rang'
      ? Object.keys(ladder.answers).filter(a => a !== 'yes' && a !== 'no')
      : ladder.soort === 'keuze'
        ? Object.values(CHOICES[ladder.dimensie] ?? {})
            .flatMap(c => [...c.over, ...c.edge, ...c.fits])
            .filter(a => a !== 'no')
        : []
  return names.length === 0
    ? yesNo
    : fc.oneof(
        yesNo,
        fc.constantFrom(...names).map(value => ({ op: 'eq' as const, value }))
      )
}

const settled = (ladder: Ladder): fc.Arbitrary<Load['amount']> => fc.integer({ min: 0, max: ladder.levels }).map(value => ({ op: 'eq', value, unit: 'niveau' }))
const frequency = maybe(
  fc.record({
    count: fc.constantFrom(1, 2, 6, 10, 12, 40, 60, 120, 700),
    per: fc.constantFrom('minute' as const, 'hour' as const, 'day' as const, 'week' as const)
  }),
  2
)
const minutes = maybe(fc.constantFrom(0.5, 1, 2, 4, 10), 2)

/** One generator a dimension, made once: a load in a vacancy asks for it anew each time. */
function perDimension(make: (dimensie: Load['dimensie']) => fc.Arbitrary<Load>): (dimensie: Load['dimensie']) => fc.Arbitrary<Load> {
  const made = new Map<Load['dimensie'], fc.Arbitrary<Load>>()
  return dimensie => {
    const arbitrary = made.get(dimensie) ?? make(dimensie)
    made.set(dimensie, arbitrary)
    return arbitrary
  }
}

/** Stated or confirmed load on a dimension, around the edges of its ladder. */
export const knownLoad = perDimension(dimensie => {
  const ladder = ladderOf(dimensie)
  return fc.oneof(
    { weight: 5, arbitrary: fc.record({ amount: amounts(ladder), frequency, minutes }).map(({ amount, ...rest }) => load(dimensie, amount, rest)) },
    {
      weight: 2,
      arbitrary: settled(ladder).map(amount => load(dimensie, amount, { provenance: 'confirmed', kind: 'answer', confidence: 5, at: '2026-11-01' }))
    }
  )
})

/** Load from the occupation, or from words that need reading. */
export const expectedLoad = perDimension(dimensie =>
  fc.oneof(
    fc.integer({ min: 0, max: 4 }).map(band => load(dimensie, null, { provenance: 'expected', kind: 'occupation', confidence: 2, band })),
    fc
      .record({ amount: amounts(ladderOf(dimensie)), frequency, minutes })
      .map(({ amount, ...rest }) => load(dimensie, amount, { provenance: 'expected', kind: 'text', confidence: 3, ...rest })),
    // An employer's answer of three years ago counts as expected.
    settled(ladderOf(dimensie)).map(amount => load(dimensie, amount, { provenance: 'confirmed', kind: 'answer', confidence: 5, at: '2023-11-01' }))
  )
)

/** Any dimension, but mostly the ones named: a load nobody limited decides little. */
const dimensions = (mostly: readonly Load['dimensie'][]): fc.Arbitrary<Load['dimensie']> => {
  const some = fc.constantFrom(...TOKEN_DIMENSIES)
  return mostly.length === 0 ? some : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...mostly) }, { weight: 1, arbitrary: some })
}
const anyLoad = perDimension(d => fc.oneof({ weight: 3, arbitrary: knownLoad(d) }, { weight: 1, arbitrary: expectedLoad(d) }))
export const demands = (mostly: readonly Load['dimensie'][] = []): fc.Arbitrary<Load[]> => fc.array(dimensions(mostly).chain(anyLoad), { maxLength: 8 })
export const expectedDemands = (mostly: readonly Load['dimensie'][] = []): fc.Arbitrary<Load[]> =>
  fc.array(dimensions(mostly).chain(expectedLoad), { minLength: 1, maxLength: 10 })

const towns = [...PLACES.values()].filter(p => p.radius < 12_000).slice(0, 400)
const ranges = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 })).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }))
const hours = fc
  .tuple(fc.integer({ min: 0, max: 42 }), fc.constantFrom(0, 0, 0.5, 0.25), fc.integer({ min: 0, max: 12 }))
  .map(([whole, part, more]) => ({ min: whole + part, max: whole + part + more }))

/** Facts of an advert but its load; each may be unknown. */
export const facts: fc.Arbitrary<Partial<VacancyFacts>> = fc.record({
  title: fc.constantFrom('Conciërge', 'Administratief medewerker', 'Onderwijsadviseur', 'Magazijnmedewerker'),
  hours: maybe(hours, 4),
  educationLevel: maybe(ranges, 4),
  requiredDiploma: maybe(
    fc.record({ strict: fc.boolean(), fields: fc.subarray(['verpleegkunde', 'rechten', 'lerarenopleiding'], { maxLength: 2 }), open: fc.boolean() }),
    2
  ),
  remote: maybe(fc.constantFrom('none' as const, 'hybrid' as const, 'full' as const)),
  licences: fc.subarray([...LICENCES.keys()].slice(0, 6), { maxLength: 2 }),
  certificates: fc.subarray([...CERTIFICATES.keys()].slice(0, 8), { maxLength: 2 }),
  languages: fc.array(fc.record({ code: fc.constantFrom('nld', 'eng', 'deu'), level: fc.integer({ min: 1, max: 4 }) }), { maxLength: 2 }),
  locations: fc.array(
    fc.constantFrom(...towns).map(p => ({ country: 'NL', place: p.name, postcode: null, lat: null, lon: null, precision: 'place' as const, code: p.code })),
    { maxLength: 1 }
  ),
  schedule: fc.record({
    office: maybe(fc.boolean()),
    evening: maybe(fc.boolean()),
    night: maybe(fc.boolean()),
    weekend: maybe(fc.boolean()),
    shifts: fc.constant(null),
    onCall: fc.constant(null),
    irregular: fc.constant(null),
    hoursPerDay: maybe(
      fc.tuple(fc.constantFrom(1, 2, 3, 4, 5, 5.75, 6, 7.5, 8, 9, 10), fc.constantFrom(0, 0, 0, 2, 4)).map(([n, more]) => ({ min: n, max: n + more })),
      1
    )
  }),
  contract: fc.record({
    term: maybe(fc.constantFrom('B' as const, 'O' as const)),
    kind: maybe(fc.constantFrom('01' as const, '03' as const), 1),
    selfEmployed: fc.constant(null)
  }),
  postedAt: fc.constantFrom('2026-11-23', '2026-11-10', '2026-10-01'),
  closesAt: maybe(fc.constantFrom('2026-11-24', '2026-12-31', '2026-11-23'), 2)
})

let serial = 0
/** A vacancy with any facts and the given load; ids never repeat. */
export const vacancies = (withDemands: fc.Arbitrary<Load[]> = demands()): fc.Arbitrary<Vacancy> =>
  fc.record({ facts, demands: withDemands }).map(({ facts, demands }) => vacancy(`bron:${String(++serial).padStart(7, '0')}`, { ...facts, demands }))

export const isLimiting = (i: Item): boolean => i.soort !== 'informatie' && ladderOf(i.dimensie).soort !== 'uren'
const limitItems = CATALOGUE.filter(isLimiting)

const printed = (item: Item): fc.Arbitrary<Limit['printed']> => {
  const ladder = ladderOf(item.dimensie)
  return ladder.soort !== 'waarde'
    ? fc.constant(undefined)
    : fc.option(fc.record({ value: figures(ladder), op: fc.constantFrom('ca' as const, 'max' as const, 'lt' as const) }), { nil: undefined, freq: 1 })
}

/** One limit: an item of any edition at one of its own levels, sometimes with a printed value. */
export const limits: fc.Arbitrary<Limit> = fc
  .constantFrom(...limitItems)
  .chain(item =>
    fc
      .tuple(fc.constantFrom(...item.schaal.map(s => s.niveau)), printed(item))
      .map(([niveau, print]): Limit => ({ editie: item.editie, code: item.code, niveau, ...(print === undefined ? {} : { printed: print }) }))
  )

const hoursLimit = maybe(fc.record({ value: fc.constantFrom(2, 4, 5, 6, 8), kind: fc.constantFrom('gemiddeld' as const, 'ten_hoogste' as const) }))
const weekLimit = maybe(
  fc.record({ value: fc.constantFrom(8, 10, 16, 20, 24, 30, 32, 40), kind: fc.constantFrom('gemiddeld' as const, 'ten_hoogste' as const) })
)

export const documents: fc.Arbitrary<CapacityDocument> = fc
  .record({
    type: fc.constantFrom('FML' as const, 'IZP' as const),
    editie: fc.constantFrom('referentie' as const, 'klassiek' as const, 'maart2024' as const),
    date: fc.constantFrom('2026-10-01', '2026-09-01'),
    limits: fc.array(limits, { maxLength: 4 }),
    hours: fc.record({ perDay: hoursLimit, perWeek: weekLimit }),
    buildUp: fc.array(fc.record({ from: fc.constantFrom('2026-12-01', '2027-01-04'), perDay: hoursLimit, perWeek: weekLimit }), { maxLength: 1 }),
    usableCapacity: fc.constantFrom(true, true, true, true, true, true, true, false)
  })
  .map(d => CapacityDocumentSchema.parse(d))

/** A candidate with any documents, profile, wishes and travel; never an empty profile: the level of education is noted. */
export const candidates: fc.Arbitrary<Candidate> = fc
  .record({
    documents: fc.array(documents, { minLength: 1, maxLength: 2 }),
    profile: fc.record({
      education: fc.record({
        level: ranges,
        track: fc.constantFrom(null, 'hbo' as const, 'wo' as const),
        diplomas: maybe(fc.subarray(['verpleegkunde', 'rechten']))
      }),
      experience: fc.constantFrom([], [{ title: 'Conciërge', isco: '5153', sector: '85', years: 10 }]),
      licences: maybe(fc.subarray([...LICENCES.keys()].slice(0, 6))),
      certificates: maybe(fc.subarray([...CERTIFICATES.keys()].slice(0, 8))),
      languages: fc.constantFrom(
        [],
        [{ code: 'nld', level: 4 }],
        [
          { code: 'nld', level: 2 },
          { code: 'eng', level: 3 }
        ]
      )
    }),
    wishes: fc.record({
      occupations: fc.constantFrom([], [{ title: 'Administratief medewerker', isco: '4110' }]),
      sectors: fc.constantFrom([], ['85'], ['86', '84']),
      hours: maybe(fc.constantFrom({ min: 16, max: 24 }, { min: 8, max: 40 })),
      contract: fc.constantFrom(null, 'vast' as const, 'tijdelijk' as const),
      remote: fc.constantFrom('graag' as const, 'kan' as const, 'liever-niet' as const),
      dagdelen: fc.record({
        avond: fc.constantFrom('graag' as const, 'kan' as const, 'kan-niet' as const),
        weekend: fc.constantFrom('graag' as const, 'kan' as const, 'kan-niet' as const)
      })
    }),
    travel: fc.record({
      home: fc.constantFrom(null, 'Utrecht', 'Zwolle', '5611'),
      mode: fc.constantFrom('auto' as const, 'ov' as const, 'fiets' as const, 'onbekend' as const),
      maxKm: maybe(fc.constantFrom(10, 25, 60, 150)),
      maxMinutes: maybe(fc.constantFrom(20, 45, 90))
    })
  })
  .map(c => candidateFrom(c))

/** A stored candidate from what a caller could send. */
export const candidateFrom = (input: object): Candidate =>
  CandidateSchema.parse({ pseudonym: 'Proef 1', ...input, id: 'k-proef01', version: 1, createdAt: AT.instant, updatedAt: AT.instant })
