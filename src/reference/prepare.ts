import { dayNumber, type Day } from '../domain/moment.ts'
import type { Prepared } from '../domain/prepared.ts'
import type { Vacancy } from '../domain/vacancy.ts'
import { competenceShares } from './competences.ts'
import { stemsOf } from './dutch.ts'
import { eduCode } from './education.ts'
import { judgedTokens } from './fml/tokens.ts'
import { hourCode } from './hour-codes.ts'
import { LANGUAGES, UNKNOWN_LANGUAGE } from './languages.ts'
import { CERTIFICATES, LICENCES, UNKNOWN_PAPER } from './licences.ts'
import { PLACES } from './places.ts'

/** A group of an ambiguous title counts when at least this share of people with the title does that work. */
const LIKELY = 25

function occupationTokens(v: Pick<Vacancy, 'occupation'>): readonly string[] {
  const codes = v.occupation.isco.filter(i => i.share >= LIKELY).map(i => i.code)
  return [...new Set(codes.flatMap(c => [`4:${c}`, `3:${c.slice(0, 3)}`, `2:${c.slice(0, 2)}`]))].sort()
}

/** The one work place; several different ones, or a vaguer location, leave it unknown. */
function placeCode(v: Pick<Vacancy, 'locations' | 'nationwide'>): string | null {
  if (v.nationwide) return null
  const codes = new Set(v.locations.map(l => (l.country === 'NL' ? l.code : null)))
  const [only] = codes
  return codes.size === 1 && only !== null && only !== undefined && PLACES.has(only) ? only : null
}

const yes = (value: boolean | null, token: string): readonly string[] => (value === null ? [] : [value ? token : `no-${token}`])

function partTokens({ schedule: s }: Pick<Vacancy, 'schedule'>): readonly string[] {
  const parts = [...yes(s.evening, 'evening'), ...yes(s.night, 'night'), ...yes(s.weekend, 'weekend')]
  if (s.shifts === true) parts.push('shifts')
  if (s.onCall === true) parts.push('on-call')
  if (s.irregular === true) parts.push('irregular')
  if (s.office === true) parts.push('office')
  return parts.sort()
}

function contractTokens({ contract: c }: Pick<Vacancy, 'contract'>): readonly string[] {
  return [...(c.term === null ? [] : [`term:${c.term}`]), ...(c.kind === null ? [] : [`kind:${c.kind}`]), ...(c.selfEmployed === true ? ['zzp'] : [])]
}

const paperTokens = (codes: readonly string[], table: ReadonlyMap<string, unknown>): string[] =>
  [...new Set(codes.map(code => (table.has(code) ? code : UNKNOWN_PAPER)))].sort()

const LONG_TEXT = 600

/** How many of ten things a jobhunter needs are known. */
function richnessOf(v: Omit<Vacancy, 'prepared'>, place: string | null): number {
  const known = v.demands.filter(d => d.provenance !== 'expected')
  return [
    v.hours !== null,
    v.educationLevel !== null,
    place !== null,
    v.employer.name !== null && v.employer.kind !== 'unknown',
    v.description.length >= LONG_TEXT,
    v.occupation.isco.length > 0,
    v.contract.term !== null || v.salary !== null,
    Object.values(v.schedule).some(value => value !== null),
    known.length > 0,
    new Set(known.map(d => d.dimensie)).size >= 3
  ].filter(Boolean).length
}

/** What else the stem list covers: title, description and the employer's name. */
const searchText = (v: Pick<Vacancy, 'title' | 'description' | 'employer'>): string => `${v.title}\n${v.description}\n${v.employer.name ?? ''}`

/**
 * The codes and whole numbers both engines read, from a canonical vacancy on a day (`engines.md` 1). Pure; called at import,
 * and again when an answer arrives or expires or when tables or rules change. `load` is what `judgedTokens` says.
 */
export function prepare(v: Omit<Vacancy, 'prepared'>, day: Day, visibleTo: readonly string[] = ['public']): Prepared {
  const place = placeCode(v)
  const diploma = v.requiredDiploma
  return {
    vacancy_id: v.id,
    source: v.source,
    status: v.status,
    published: dayNumber(v.postedAt ?? v.firstSeenAt.slice(0, 10)),
    closes: v.closesAt === null ? null : dayNumber(v.closesAt),
    place,
    hours: hourCode(v.hours, 'week'),
    day_hours: hourCode(v.schedule.hoursPerDay, 'day'),
    edu: v.educationLevel === null ? null : eduCode(v.educationLevel, v.educationTrack),
    edu_rule: diploma === null ? null : diploma.strict ? 'strict' : 'niveau',
    diploma: diploma === null ? [] : [...new Set(diploma.fields)].sort().map(f => `${diploma.strict && !diploma.open ? 'strict' : 'niveau'}:${f}`),
    sector: v.sector?.sbi2 ?? null,
    occ: [...occupationTokens(v)],
    comp: [...competenceShares(v.competences)].map(([code, share]) => `${code}#${share}`),
    skill: [...new Set(v.skills)].sort(),
    stems: [...stemsOf(searchText(v))],
    load: [...judgedTokens(v.demands, day)],
    licence: paperTokens(v.licences, LICENCES),
    cert: paperTokens(v.certificates, CERTIFICATES),
    lang: [...new Set(v.languages.map(l => `${LANGUAGES.has(l.code) ? l.code : UNKNOWN_LANGUAGE}:${l.level}`))].sort(),
    contract: [...contractTokens(v)],
    remote: v.remote,
    parts: [...partTokens(v)],
    employer_kind: v.employer.kind,
    richness: richnessOf(v, place),
    visible_to: [...visibleTo]
  }
}
