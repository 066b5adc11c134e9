import * as fc from 'fast-check'
import type { Prepared } from '../../src/domain/prepared.ts'
import { DIMENSIES } from '../../src/domain/dimensie.ts'
import { dayNumber } from '../../src/domain/moment.ts'
import type { Vacancy } from '../../src/domain/vacancy.ts'
import type { Grade, Group } from '../../src/match/criterion.ts'
import { FIELDS, type Field, type NumberField, type SetField } from '../../src/match/fields.ts'
import { any, atLeast, known, not, range, type Predicate } from '../../src/match/predicate.ts'
import { COMPETENCES, competenceShares, SKILLS } from '../../src/reference/competences.ts'
import { stemsOf } from '../../src/reference/dutch.ts'
import { EDU_CODES } from '../../src/reference/education.ts'
import { CERTIFICATES, LICENCES } from '../../src/reference/licences.ts'
import { WEEK_CODES } from '../../src/reference/hour-codes.ts'
import { ISCO } from '../../src/reference/occupations.ts'
import { PLACES } from '../../src/reference/places.ts'
import { SECTORS } from '../../src/reference/sectors.ts'
import { AT, vacancy } from './vacancy.ts'

/** One seed for the gate, so that it says the same each time; another one as first argument (`tap run --test-arg=…`). */
export const SEED = Number(process.argv[2] ?? 20_261_124)

export const SOURCES = ['alfa', 'beta', 'gamma'] as const
const DAY = dayNumber(AT.day)
const evenly = (values: Iterable<string>, n: number): readonly string[] => {
  const list = [...values]
  return list.filter((_, i) => i % Math.max(1, Math.floor(list.length / n)) === 0).slice(0, n)
}
const occupation = (isco: string): readonly string[] => [`4:${isco}`, `3:${isco.slice(0, 3)}`, `2:${isco.slice(0, 2)}`]
const isco = evenly(ISCO.keys(), 24).filter(code => code.length === 4)
const competences = evenly(COMPETENCES.keys(), 12)
const LEVELS = [0, 1, 2, 3]
const load = evenly(DIMENSIES, 12).flatMap(d => LEVELS.flatMap(n => ['past', 'signaal', 'overschrijding', 'verwacht'].map(u => `${d}:${n}:${u}`)))

/** What a field can hold: real codes of our own tables, few enough that vacancies and questions meet. */
export const DOMAIN: Readonly<Record<Exclude<SetField, 'vacancy_id'>, readonly string[]>> = {
  source: SOURCES,
  status: ['open', 'missed', 'expired', 'closed'],
  place: [...evenly(PLACES.keys(), 30), 'pc2-35'].filter(code => PLACES.has(code)),
  hours: [...WEEK_CODES],
  day_hours: ['1', '4', '5+', '6', '8', '9', '4-8', '7-13', '13'],
  edu: evenly(
    EDU_CODES.map(e => e.code),
    18
  ),
  edu_rule: ['strict', 'niveau'],
  diploma: ['strict:verpleegkunde', 'niveau:verpleegkunde', 'strict:rechten', 'niveau:rechten'],
  sector: evenly(SECTORS.keys(), 20),
  occ: [...new Set(isco.flatMap(occupation))],
  comp: competences.flatMap(c => [1, 2, 3, 4, 5, 6, 7, 10, 20].map(share => `${c}#${share}`)),
  skill: evenly(SKILLS.keys(), 10),
  stems: [
    ...stemsOf('magazijn orderpicker heftruck zorg verpleegkundige school leraar administratie balie klanten telefoon werkplaats monteur keuken tuin chauffeur')
  ],
  load,
  licence: evenly(LICENCES.keys(), 6),
  cert: evenly(CERTIFICATES.keys(), 8),
  lang: ['nld', 'eng', 'deu'].flatMap(l => [1, 2, 3, 4].map(n => `${l}:${n}`)),
  contract: ['term:B', 'term:O', 'kind:01', 'kind:03', 'zzp'],
  remote: ['none', 'hybrid', 'full'],
  parts: ['evening', 'no-evening', 'night', 'no-night', 'weekend', 'no-weekend', 'shifts', 'on-call', 'irregular', 'office'],
  employer_kind: ['direct', 'agency', 'unknown'],
  visible_to: ['public', 'bureau-a', 'bureau-b']
}
/** Whole numbers of a number field, from and to. */
export const BOUNDS: Readonly<Record<NumberField, readonly [number, number]>> = { published: [DAY - 20, DAY], closes: [DAY - 5, DAY + 20], richness: [0, 10] }

const one = (field: keyof typeof DOMAIN): fc.Arbitrary<string> => fc.constantFrom(...DOMAIN[field])
const maybe = (field: keyof typeof DOMAIN): fc.Arbitrary<string | null> => fc.option(one(field), { freq: 3 })
const set = (field: keyof typeof DOMAIN, maxLength: number): fc.Arbitrary<string[]> => fc.uniqueArray(one(field), { maxLength }).map(codes => codes.toSorted())
const whole = ([min, max]: readonly [number, number]): fc.Arbitrary<number> => fc.integer({ min, max })

/** The codes of a vacancy but its identity; lists the reader would not see (closed, expired) are rare. */
export const codes: fc.Arbitrary<Omit<Prepared, 'vacancy_id' | 'source'>> = fc.record({
  status: fc.oneof({ weight: 8, arbitrary: fc.constantFrom('open', 'missed') }, { weight: 1, arbitrary: fc.constantFrom('expired', 'closed') }),
  published: whole(BOUNDS.published),
  closes: fc.option(whole(BOUNDS.closes)),
  richness: whole(BOUNDS.richness),
  place: maybe('place'),
  hours: maybe('hours'),
  day_hours: maybe('day_hours'),
  edu: maybe('edu'),
  edu_rule: maybe('edu_rule'),
  sector: maybe('sector'),
  remote: maybe('remote'),
  employer_kind: one('employer_kind'),
  occ: fc.uniqueArray(fc.constantFrom(...isco), { maxLength: 2 }).map(list => [...new Set(list.flatMap(occupation))].toSorted()),
  comp: fc.subarray([...competences], { maxLength: 8 }).map(list => [...competenceShares(list)].map(([code, share]) => `${code}#${share}`)),
  diploma: set('diploma', 2),
  skill: set('skill', 3),
  stems: set('stems', 8),
  load: set('load', 20),
  licence: set('licence', 2),
  cert: set('cert', 2),
  lang: set('lang', 2),
  contract: set('contract', 2),
  parts: set('parts', 4),
  visible_to: set('visible_to', 2)
})

const template = vacancy('bron:sjabloon')
/** A vacancy with exactly these codes: an engine reads nothing else. Cheaper than preparing one from facts. */
export const vacancyOf = (
  id: string,
  over: Partial<Omit<Prepared, 'vacancy_id' | 'source'>> = {},
  extra: Partial<Omit<Vacancy, 'prepared' | 'id'>> = {}
): Vacancy => {
  const source = id.split(':')[0] as string
  const prepared: Prepared = { ...template.prepared, ...over, vacancy_id: id, source }
  return { ...template, source, sourceId: id.slice(source.length + 1), status: prepared.status as Vacancy['status'], ...extra, id, prepared }
}

const absent = 'bestaat-niet'
/** Codes to ask for: of the field's domain, now and then one nobody has, or none at all. */
const asked = (field: SetField, ids: readonly string[]): fc.Arbitrary<string[]> => {
  const values = field === 'vacancy_id' ? ids : DOMAIN[field]
  return fc.oneof(
    { weight: 12, arbitrary: fc.array(fc.constantFrom(...values, absent), { minLength: 1, maxLength: Math.min(12, values.length) }) },
    { weight: 1, arbitrary: fc.constant<string[]>([]) }
  )
}
const NUMBERS = (Object.keys(FIELDS) as Field[]).filter((f): f is NumberField => FIELDS[f] === 'int')
const SETS = (Object.keys(FIELDS) as Field[]).filter((f): f is SetField => FIELDS[f] !== 'int')
export const setFields = fc.constantFrom(...SETS)

const anyOf = (field: SetField, ids: readonly string[]): fc.Arbitrary<Predicate> => asked(field, ids).map(of => any(field, of))
const rangeOf = (field: NumberField): fc.Arbitrary<Predicate> => {
  const [min, max] = BOUNDS[field]
  const bound = fc.option(fc.integer({ min: min - 1, max: max + 1 }), { nil: undefined, freq: 3 })
  return fc.tuple(bound, bound).map(([gte, lte]) => range(field, { ...(gte === undefined ? {} : { gte }), ...(lte === undefined ? {} : { lte }) }))
}

/** Questions of all five forms, nested; `ids` are those a question may name. */
export const predicates = (ids: readonly string[]): fc.Arbitrary<Predicate> => {
  const leaf = fc.oneof(
    { weight: 6, arbitrary: setFields.chain(f => anyOf(f, ids)) },
    { weight: 2, arbitrary: fc.constantFrom(...NUMBERS).chain(rangeOf) },
    { weight: 2, arbitrary: fc.constantFrom(...SETS, ...NUMBERS).map(known) }
  )
  return fc.letrec<{ tree: Predicate }>(tie => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      tie('tree').map(not),
      // Repeated parts on purpose: one predicate object may occur many times.
      fc
        .tuple(fc.array(tie('tree'), { maxLength: 6 }), fc.integer({ min: 0, max: 7 }), fc.boolean())
        .map(([of, n, twice]) => atLeast(n, twice ? [...of, ...of.slice(0, 2)] : of))
    )
  })).tree
}

/** Points of the grades of a group: whole, strictly descending; now and then beyond a byte or a 16-bit word. */
const descending = (n: number): fc.Arbitrary<readonly number[]> =>
  fc
    .uniqueArray(
      fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 1, max: 60 }) },
        { weight: 1, arbitrary: fc.constantFrom(255, 256, 32_767, 32_768, 65_536, 1_000_000) }
      ),
      { minLength: n, maxLength: n }
    )
    .map(points => points.toSorted((a, b) => b - a))

const graded = (whens: readonly Predicate[]): fc.Arbitrary<Group> =>
  descending(whens.length).map(points => whens.map((when, i): Grade => ({ key: `g${i}`, points: points[i] as number, when })))

const grades = (when: fc.Arbitrary<Predicate>): fc.Arbitrary<Group> => fc.array(when, { maxLength: 5 }).chain(graded)

/** Groups as criteria make them: on one field of any class, or of any questions. */
export const groups = (ids: readonly string[]): fc.Arbitrary<readonly Group[]> =>
  fc.array(
    fc.oneof(
      setFields.chain(f => grades(anyOf(f, ids))),
      fc.constantFrom(...NUMBERS).chain(f => grades(rangeOf(f))),
      grades(anyOf('comp', ids)),
      fc.oneof(setFields, fc.constantFrom(...NUMBERS)).chain(f => grades(fc.constantFrom(known(f), not(known(f))))),
      grades(predicates(ids))
    ),
    { maxLength: 6 }
  )
