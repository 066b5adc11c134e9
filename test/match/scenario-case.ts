import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { CandidateInputSchema, CandidateSchema, type Candidate } from '../../src/domain/candidate.ts'
import type { Load } from '../../src/domain/load.ts'
import type { Vacancy } from '../../src/domain/vacancy.ts'
import { educationOf } from '../../src/reference/education.ts'
import { itemOf } from '../../src/reference/fml/catalogue.ts'
import { distancesFrom, PLACES } from '../../src/reference/places.ts'
import { levelOfCefr } from '../../src/reference/languages.ts'
import { classifyTitle } from '../../src/reference/occupations.ts'
import { reachOf } from '../../src/reference/travel.ts'
import { enrich } from '../../src/feed/enrich.ts'
import { VacancyFactsSchema } from '../../src/domain/vacancy.ts'
import { AT, load, vacancy } from '../helpers/vacancy.ts'

const StepSchema = z.looseObject({})
const CaseSchema = z.looseObject({
  vacancy_ref: z.string(),
  title: z.string(),
  required_education: z.string(),
  hours_per_week: z.object({ min: z.number(), max: z.number() }),
  hours_per_day: z.number().optional(),
  travel_minutes_one_way: z.number(),
  max_fml_score_ok: z.record(z.string(), z.number().nullable()),
  required_licences: z.array(z.string()),
  rule: z.string().optional(),
  expected: z.object({
    verdict: z.string(),
    rank_band: z.string().nullable(),
    blocking: z.array(z.string()),
    unknown: z.array(z.string()),
    employer_questions: z.array(z.string())
  })
})
const ScenarioSchema = z.looseObject({
  id: z.string(),
  title: z.string(),
  persona: z.looseObject({
    pseudonym: z.string(),
    education_level: z.string(),
    previous_job: z.string(),
    years_experience: z.number(),
    sector: z.string().nullable(),
    language: z.string(),
    licences: z.array(z.string())
  }),
  capacity: z.looseObject({
    document_type: z.enum(['FML', 'IZP', 'BAR']),
    document_date: z.string(),
    items: z.array(z.looseObject({ code: z.string(), score: z.number() })),
    max_hours_per_day: z.number(),
    max_hours_per_week: z.number(),
    build_up: z.array(StepSchema).nullable(),
    usable_capacity: z.boolean()
  }),
  travel: z.object({ mode: z.string(), max_minutes_one_way: z.number() }),
  vacancies: z.array(CaseSchema)
})
export type Scenario = z.infer<typeof ScenarioSchema>
export type Case = z.infer<typeof CaseSchema>

/** The judged cases; ours, copied from the shared pages. */
export const scenarios = (): readonly Scenario[] =>
  z.object({ scenarios: z.array(ScenarioSchema) }).parse(JSON.parse(readFileSync(new URL('./scenarios.json', import.meta.url), 'utf8'))).scenarios

/** The file splits the items with answers that hold apart: 3.1.1 is answer 1 of 3.1. */
const splitCode = (code: string): { code: string; answer: number | undefined } => {
  const m = /^(3\.1|6\.1)\.([12])$/.exec(code)
  return m === null ? { code, answer: undefined } : { code: m[1] as string, answer: Number(m[2]) }
}

const MODES = { auto: 'auto', ov: 'ov', fiets: 'fiets' } as const
const SECTORS: Readonly<Record<string, string>> = {
  onderwijs: '85',
  zorg: '86',
  logistiek: '52',
  techniek: '25',
  industrie: '20',
  veiligheid: '84',
  horeca: '56',
  ict: '62',
  kantoor: '82'
}
const HOME = 'utrecht'

/** Build-up steps under the names the file may use. */
function stepOf(step: Record<string, unknown>): {
  from: string
  perWeek: { value: number; kind: 'ten_hoogste' } | null
  perDay: { value: number; kind: 'ten_hoogste' } | null
} {
  const pick = (...names: string[]): unknown => names.map(n => step[n]).find(v => v !== undefined && v !== null)
  const hours = (v: unknown): { value: number; kind: 'ten_hoogste' } | null => (typeof v === 'number' ? { value: v, kind: 'ten_hoogste' } : null)
  return {
    from: String(pick('from', 'date', 'vanaf', 'datum', 'start')),
    perWeek: hours(pick('max_hours_per_week', 'hours_per_week', 'per_week', 'week')),
    perDay: hours(pick('max_hours_per_day', 'hours_per_day', 'per_day', 'day'))
  }
}

export function candidateOf(s: Scenario): Candidate {
  const education = educationOf(s.persona.education_level)
  const filled = s.capacity.max_hours_per_day > 0 || s.capacity.max_hours_per_week > 0 || !s.capacity.usable_capacity
  const hours = (value: number): { value: number; kind: 'ten_hoogste' } | null => (filled ? { value, kind: 'ten_hoogste' } : null)
  const job =
    s.persona.previous_job === 'onbekend'
      ? []
      : [
          {
            title: s.persona.previous_job.slice(0, 120),
            isco: classifyTitle(s.persona.previous_job).isco[0]?.code ?? null,
            sector: SECTORS[s.persona.sector ?? ''] ?? null,
            years: s.persona.years_experience
          }
        ]
  const language = /([ABC][12])$/.exec(s.persona.language)?.[1]
  const input = CandidateInputSchema.parse({
    pseudonym: s.persona.pseudonym,
    documents: [
      {
        type: s.capacity.document_type,
        editie: 'referentie',
        date: s.capacity.document_date,
        usableCapacity: s.capacity.usable_capacity,
        limits: s.capacity.items.map(i => {
          const { code, answer } = splitCode(i.code)
          return { code, niveau: answer === undefined ? i.score : i.score === 0 ? 0 : answer }
        }),
        hours: { perDay: hours(s.capacity.max_hours_per_day), perWeek: hours(s.capacity.max_hours_per_week) },
        buildUp: (s.capacity.build_up ?? []).map(stepOf)
      }
    ],
    profile: {
      education: { level: education?.range ?? null, track: education?.track ?? null, diplomas: null },
      experience: job,
      licences: s.persona.licences.filter(l => l.length <= 3),
      certificates: s.persona.licences.filter(l => l.length > 2),
      languages: language === undefined ? [] : [{ code: 'nld', level: levelOfCefr(language) ?? 1 }]
    },
    wishes: { sectors: [] },
    travel:
      s.travel.mode === 'onbekend'
        ? {}
        : { home: 'Utrecht', mode: MODES[s.travel.mode as keyof typeof MODES] ?? 'onbekend', maxMinutes: s.travel.max_minutes_one_way }
  })
  return CandidateSchema.parse({ ...input, id: 'k-scenario', version: 1, createdAt: AT.instant, updatedAt: AT.instant })
}

/** A settled answer of the file as confirmed load (`fml.md` 6): the highest score at which the work can still be done. */
function answerOf(code: string, score: number | null): Load[] {
  if (score === null) return []
  const split = splitCode(code)
  const item = itemOf('referentie', split.code)
  if (item === undefined) throw new Error(`no item ${code}`)
  const names = {
    '3.1:1': ['hitte', 'geen-hitte'],
    '3.1:2': ['koude', 'geen-koude'],
    '6.1:1': ['elke-avond', 'geen-avond'],
    '6.1:2': ['nacht', 'geen-nacht']
  } as const
  const named = split.answer === undefined ? undefined : names[`${split.code}:${split.answer}` as keyof typeof names]
  const amount = named === undefined ? { op: 'eq' as const, value: score, unit: 'niveau' } : { op: 'eq' as const, value: named[score >= 1 ? 1 : 0] }
  return [load(item.dimensie, amount, { provenance: 'confirmed', kind: 'answer', confidence: 5, at: '2026-11-20', by: 'leidinggevende' })]
}

/** The town whose distance is nearest to so many minutes, on the same side of the limit. */
function placeAt(s: Scenario, minutes: number): string {
  const per = reachOf({ home: null, mode: MODES[s.travel.mode as keyof typeof MODES] ?? 'ov', maxKm: null, maxMinutes: 1 })?.fits ?? 1
  const limit = s.travel.max_minutes_one_way * per
  const wanted = minutes * per
  const towns = [...distancesFrom(HOME)].filter(([code, d]) => PLACES.get(code)?.radius === 0 && d <= limit === wanted <= limit)
  return (towns.toSorted((a, b) => Math.abs(a[1] - wanted) - Math.abs(b[1] - wanted))[0] as [string, number])[0]
}

export function vacancyOf(s: Scenario, v: Case): Vacancy {
  const education = educationOf(v.required_education)
  const read = enrich(VacancyFactsSchema.parse({ title: v.title }))
  const code = placeAt(s, v.travel_minutes_one_way)
  const licences = v.required_licences.filter(l => l.length <= 3 && l !== 'VOG')
  return vacancy(
    `scenario:${v.vacancy_ref}`,
    {
      title: v.title,
      description: '',
      occupation: read.occupation,
      sector: read.sector,
      schedule: v.hours_per_day === undefined ? read.schedule : { ...read.schedule, hoursPerDay: { min: v.hours_per_day, max: v.hours_per_day } },
      hours: v.hours_per_week,
      educationLevel: education?.range ?? null,
      educationTrack: education?.track === 'wo' ? 'wo' : null,
      requiredDiploma: education === undefined ? null : { strict: v.rule !== 'edu_equivalent', fields: [], open: false },
      licences,
      certificates: v.required_licences.filter(l => !licences.includes(l)),
      locations: [{ country: 'NL', postcode: null, place: PLACES.get(code)?.name ?? null, lat: null, lon: null, precision: 'place', code }],
      demands: Object.entries(v.max_fml_score_ok).flatMap(([item, score]) => answerOf(item, score)),
      employer: { name: 'Werkgever', kind: 'direct', client: null }
    },
    v.rule === 'expired' ? { status: 'closed', closedReason: 'validThrough', closesAt: '2026-11-23' } : {}
  )
}

/** Our bars under the names of the file. */
export function nameOf(bar: string, figures: Readonly<Record<string, unknown>>, code: string): string | undefined {
  if (bar === 'uren.week') return code === 'uren.later' ? 'hours_later' : '6.3'
  if (bar === 'uren.dag') return 'hours_per_day'
  if (bar === 'reisafstand') return 'reistijd'
  if (bar === 'opleiding') return code === 'opleiding.te-laag' ? 'opleiding' : code === 'opleiding.kandidaat-onbekend' ? 'edu_unknown' : 'edu_equivalent'
  if (bar === 'beschikbaar') return 'expired'
  if (bar === 'benutbaar') return 'gbm'
  if (bar === 'profiel.leeg') return 'empty_profile'
  if (bar === 'rijbewijs') return `licentie ${String(figures['missing'])}`
  if (bar.startsWith('certificaten')) return code === 'certificaat.ontbreekt' ? `licentie ${String(figures['missing'])}` : 'obtainable_licence'
  return undefined
}
