import { z } from 'zod'
import { DIMENSIES } from '../domain/dimensie.ts'
import { educationOf } from '../reference/education.ts'
import { LANGUAGES } from '../reference/languages.ts'
import { FEEDS } from '../feed/text/phrases.ts'

/** What may stand for "not judged": found or not, it counts for nothing. */
export const UNJUDGED = '?'

/** Loads may be labelled by the short name of a dimension (`tillen`) or by its FML key (`tillen_kg`). */
export const LOAD_KEYS: ReadonlySet<string> = new Set([...FEEDS.keys(), ...DIMENSIES])

const text = z.string().transform(s => s.trim().toLowerCase())
/** A label in words as the value it stands for; undefined = not one of them. */
const words = <T>(table: Readonly<Record<string, T>>) =>
  text.transform((s, c) => {
    if (Object.hasOwn(table, s)) return table[s] as T
    c.addIssue({ code: 'custom', message: `kies uit ${Object.keys(table).join(', ')}` })
    return z.NEVER
  })
const listOf = <T extends z.ZodType>(one: T) =>
  z.preprocess(v => (v === null ? [] : typeof v === 'string' ? v.split(/[|,;\s]+/).filter(p => p !== '') : v), z.array(one))
/** One value, or several that are all right. */
const orSeveral = <T extends z.ZodType>(one: T) => z.union([z.array(one).min(1), one.transform(v => [v])])

const bounds = z.strictObject({ min: z.number().nullish(), max: z.number().nullish() })
const between = text.transform((s, c) => {
  const m = /^(\d+(?:[.,]\d+)?)?\s*(?:-|–|tot)?\s*(\d+(?:[.,]\d+)?)?$/.exec(s)
  const [min, max] = [m?.[1], m?.[2]].map(n => (n === undefined ? null : Number(n.replace(',', '.'))))
  if (m === null || (min === null && max === null)) {
    c.addIssue({ code: 'custom', message: 'is geen bereik als 24-32' })
    return z.NEVER
  }
  return /[-–t]/.test(s) ? { min: min ?? null, max: max ?? null } : { min: min ?? null, max: min ?? null }
})
const range = z.union([
  bounds,
  z.tuple([z.number(), z.number()]).transform(([min, max]) => ({ min, max })),
  z.number().transform(n => ({ min: n, max: n })),
  between
])

const level = z.string().transform((s, c) => {
  const known = educationOf(s)
  if (known !== undefined) return { min: known.range.min, max: known.range.max }
  c.addIssue({ code: 'custom', message: 'is geen opleidingsniveau (1-8, of een woord als mbo-4)' })
  return z.NEVER
})
const ranged = z.union([z.null(), range])
const education = z.union([z.null(), z.strictObject({ min: z.number(), max: z.number() }), range, level])

const yesNo = z.union([z.boolean(), z.null(), words({ ja: true, yes: true, true: true, nee: false, no: false, false: false })])
const code = z.union([z.strictObject({ code: z.string() }).transform(o => o.code), z.string()]).transform(s => s.toUpperCase())
const languageCode = new Map([...LANGUAGES.values()].flatMap(l => [l.code, ...l.words].map(w => [w.toLowerCase(), l.code] as const)))
const SHORT: Readonly<Record<string, string>> = { nl: 'nld', en: 'eng', de: 'deu', fr: 'fra' }
const language = z
  .union([z.object({ code: z.string() }).transform(o => o.code), z.string()])
  .transform(s => s.toLowerCase().split(':')[0] as string)
  .transform(s => (s === UNJUDGED ? s : (SHORT[s] ?? languageCode.get(s) ?? s)))

const period = words({
  hour: 'HOUR', uur: 'HOUR', day: 'DAY', dag: 'DAY', week: 'WEEK', month: 'MONTH', maand: 'MONTH', year: 'YEAR', jaar: 'YEAR'
} as const) // prettier-ignore
const salary = z.union([z.null(), z.strictObject({ min: z.number().nullish(), max: z.number().nullish(), period: period.optional(), unit: period.optional() })])
const remote = words({ none: 'none', geen: 'none', hybrid: 'hybrid', hybride: 'hybrid', deels: 'hybrid', full: 'full', volledig: 'full' } as const)
const term = words({ b: 'B', bepaald: 'B', tijdelijk: 'B', o: 'O', onbepaald: 'O', vast: 'O' } as const)
const employer = words({ agency: 'agency', bureau: 'agency', direct: 'direct', unknown: null, onbekend: null } as const)

const CASES = { negation: 'negation', ontkenning: 'negation', hedge: 'hedge', trap: 'trap', plain: 'plain' } as const
const PROVENANCE = { stated: 'stated', expected: 'expected', absent: 'absent' } as const
const entry = z.union([
  z.strictObject({
    provenance: orSeveral(words(PROVENANCE)),
    value: z.union([z.number(), z.boolean(), z.string()]).optional(),
    band: z.int().min(0).max(4).optional(),
    case: words(CASES).optional()
  }),
  z.null().transform(() => ({ provenance: ['absent' as const] })),
  z.union([z.number(), z.boolean()]).transform(value => ({ provenance: ['stated' as const], value })),
  words(PROVENANCE).transform(p => ({ provenance: [p] }))
])
export interface LoadLabel {
  /** Several are all right: words that one reader calls a plain fact and another an expectation. */
  readonly provenance: ReadonlyArray<'stated' | 'expected' | 'absent'>
  readonly value?: number | boolean | string | undefined
  readonly band?: number | undefined
  readonly case?: 'negation' | 'hedge' | 'trap' | 'plain' | undefined
}

const SHAPES = {
  hours: ranged,
  education,
  salary,
  licences: listOf(code),
  certificates: listOf(code),
  languages: listOf(language),
  evening: yesNo,
  night: yesNo,
  weekend: yesNo,
  shifts: yesNo,
  irregular: yesNo,
  contract: orSeveral(z.union([z.null(), term])),
  remote: orSeveral(z.union([z.null(), remote])),
  experience: orSeveral(z.union([z.null(), z.number()])),
  employer: orSeveral(z.union([z.null(), employer])),
  start: orSeveral(z.union([z.null(), z.string()]))
} as const
export type Field = keyof typeof SHAPES
export type Labels = { readonly [F in Field]?: z.output<(typeof SHAPES)[F]> } & { readonly load?: Readonly<Record<string, LoadLabel | null>> }

export const FIELD_NAMES = Object.keys(SHAPES) as readonly Field[]

const ALIASES: Readonly<Record<string, string>> = {
  hoursPerWeek: 'hours', uren: 'hours', educationLevel: 'education', opleiding: 'education', licence: 'licences', license: 'licences', licenses: 'licences',
  rijbewijs: 'licences', certificate: 'certificates', certificaten: 'certificates', language: 'languages', talen: 'languages', avond: 'evening', nacht: 'night',
  salaris: 'salary', experienceMonths: 'experience', ervaring: 'experience', agency: 'employer', werkgever: 'employer', startsOn: 'start',
  loads: 'load', demands: 'load', belasting: 'load'
} // prettier-ignore

/** The labels of one advert, or what is wrong with them: the field and why. */
export function parseLabels(raw: unknown): { readonly labels: Labels } | { readonly problem: string } {
  const given = z.record(z.string(), z.unknown()).safeParse(raw)
  if (!given.success) return { problem: 'labels is geen object' }
  const out: Record<string, unknown> = {}
  const load: Record<string, LoadLabel | null> = {}
  const addLoad = (dim: string, value: unknown): string | undefined => {
    if (!LOAD_KEYS.has(dim)) return `labels.load.${dim}: onbekende dimensie`
    const read = value === UNJUDGED ? null : entry.safeParse(value)
    if (read !== null && !read.success) return `labels.load.${dim}: ${read.error.issues[0]?.message ?? 'klopt niet'}`
    load[dim] = read === null ? null : read.data
    out['load'] = load
    return undefined
  }
  const nested = z.record(z.string(), z.unknown()).safeParse(given.data['schedule'])
  const all = nested.success ? { ...given.data, ...nested.data } : given.data
  for (const [key, value] of Object.entries(all)) {
    if (key === 'schedule' && nested.success) continue
    const name = Object.hasOwn(ALIASES, key) ? (ALIASES[key] as string) : key
    let problem: string | undefined
    if (name === 'load') {
      const loads = z.record(z.string(), z.unknown()).safeParse(value)
      if (!loads.success) problem = 'labels.load is geen object van dimensie naar label'
      else {
        out['load'] = load
        for (const [dim, label] of Object.entries(loads.data)) problem ??= addLoad(dim, label)
      }
    } else if (LOAD_KEYS.has(name)) problem = addLoad(name, value)
    else if (!Object.hasOwn(SHAPES, name)) problem = `labels.${key.slice(0, 40)}: onbekend veld; kies uit ${[...FIELD_NAMES, 'load'].join(', ')}`
    else if (value !== UNJUDGED) {
      const read = SHAPES[name as Field].safeParse(value)
      if (read.success) out[name] = read.data
      else problem = `labels.${key}: ${read.error.issues[0]?.message ?? 'klopt niet'}`
    }
    if (problem !== undefined) return { problem }
  }
  return { labels: out }
}
