import { createHash } from 'node:crypto'
import { VacancyFactsSchema, type Vacancy, type VacancyFacts } from '../domain/vacancy.ts'
import type { Day, Moment } from '../domain/moment.ts'
import { prepare } from '../reference/prepare.ts'
import { cleanTitle } from '../reference/titles.ts'
import { enrich } from './enrich.ts'
import { sampleOf } from './lines.ts'
import { cleanLine, cleanText, maskContacts } from './normalise/clean.ts'
import { tooFar } from './normalise/dates.ts'
import { normalisePlace } from './normalise/place.ts'
import { cleanUrl } from './normalise/url.ts'
import type { RowCode } from './reasons.ts'
import type { Parsed, Warning } from './source.ts'

type Row = Extract<Parsed, { kind: 'row' }>

export type Normalised =
  | { readonly kind: 'vacancy'; readonly vacancy: Vacancy; readonly warnings: readonly Warning[] }
  | { readonly kind: 'reject'; readonly code: RowCode; readonly field: string | null }

const NOT_A_VACANCY = /^(?:totaal|test|testvacature|test vacature|cursus)$|\bfranchisenemer\b|\btest ?vacature\b/i
const OPEN_APPLICATION = /\bopen sollicitatie\b|\bopen application\b|\btalent ?pool\b/i
const SHORT = 200

/** `source:sourceId` where that fits, else a hash of the id (`feeds.md` 6). Never changes. */
export function vacancyId(source: string, sourceId: string): string {
  const plain = `${source}:${sourceId}`
  return /^[A-Za-z0-9._:-]{1,64}$/.test(plain) ? plain : `${source}:${createHash('sha256').update(sourceId).digest('base64url').slice(0, 22)}`
}

function placesOf(facts: VacancyFacts, province: string | undefined, warnings: Warning[]): VacancyFacts['locations'] {
  return facts.locations.map((location, i) => {
    const found = normalisePlace({ ...location, country: location.country }, province)
    if (found.code !== null) warnings.push({ code: found.code, field: `locations.${i}`, sample: sampleOf(location.place) })
    return found.location
  })
}

function datesOf(facts: VacancyFacts, day: Day, warnings: Warning[]): Pick<VacancyFacts, 'postedAt' | 'closesAt'> {
  const future = facts.postedAt !== null && facts.postedAt > day
  if (future) warnings.push({ code: 'future-date', field: 'postedAt', sample: facts.postedAt })
  const placeholder = facts.closesAt !== null && tooFar(facts.closesAt, day)
  const before = facts.closesAt !== null && facts.postedAt !== null && facts.closesAt < facts.postedAt
  if (placeholder || before) warnings.push({ code: 'bad-date', field: 'closesAt', sample: facts.closesAt })
  return { postedAt: future ? null : facts.postedAt, closesAt: placeholder || before ? null : facts.closesAt }
}

/** Cleans what a source hands over raw: our own format may carry markup too. */
function cleaned(facts: VacancyFacts): VacancyFacts {
  const text = cleanText(facts.description)
  return {
    ...facts,
    title: cleanLine(facts.title) ?? '',
    description: text.text,
    truncated: facts.truncated || text.truncated,
    url: cleanUrl(facts.url),
    applyUrl: cleanUrl(facts.applyUrl)
  }
}

/** Same normalised facts = same hash; the life cycle is left out. */
const hashOf = (facts: VacancyFacts): string => createHash('sha256').update(JSON.stringify(facts)).digest('hex')

/**
 * Turns a parsed row into a canonical vacancy: clean, dates, place, enrichment, prepared codes. A row that is no vacancy for
 * us gives a code instead. Pure: the moment is passed in.
 */
export function normalise(row: Row, source: string, at: Moment): Normalised {
  const warnings = [...row.warnings]
  const parsed = VacancyFactsSchema.safeParse(row.facts)
  if (!parsed.success) return { kind: 'reject', code: 'bad-field', field: parsed.error.issues[0]?.path.join('.') ?? null }
  const plain = row.raw ? cleaned(parsed.data) : parsed.data
  const clean = { ...plain, title: maskContacts(plain.title).slice(0, 200) }
  if (clean.title === '') return { kind: 'reject', code: 'no-title', field: 'title' }
  if (OPEN_APPLICATION.test(clean.title)) return { kind: 'reject', code: 'open-application', field: 'title' }
  if (NOT_A_VACANCY.test(clean.title)) return { kind: 'reject', code: 'not-a-vacancy', field: 'title' }
  const facts: VacancyFacts = { ...clean, ...datesOf(clean, at.day, warnings), locations: placesOf(clean, row.province, warnings) }
  if (facts.locations.length > 0 && facts.locations.every(l => l.country !== 'NL')) return { kind: 'reject', code: 'foreign', field: 'locations' }
  if (facts.closesAt !== null && facts.closesAt < at.day) return { kind: 'reject', code: 'expired-on-arrival', field: 'closesAt' }
  if (facts.description.length < SHORT) warnings.push({ code: 'short-text', field: 'description', sample: null })
  else if (facts.truncated || /(?:\.\.\.|…)$/.test(facts.description))
    warnings.push({ code: 'truncated-text', field: 'description', sample: facts.description.slice(-60) })
  const full = enrich(facts)
  const sourceId = row.sourceId as string
  const base: Omit<Vacancy, 'prepared'> = {
    ...full,
    id: vacancyId(source, sourceId),
    source,
    sourceId,
    revision: 1,
    titleClean: cleanTitle(full.title),
    status: 'open',
    closedReason: null,
    firstSeenAt: at.instant,
    lastSeenAt: at.instant,
    changedAt: at.instant,
    misses: 0,
    staleSince: null,
    contentHash: hashOf(full)
  }
  return {
    kind: 'vacancy',
    vacancy: { ...base, prepared: prepare(base, at.day) },
    warnings: warnings.map(w => ({ ...w, sample: w.sample === null ? null : maskContacts(w.sample).slice(0, 80) }))
  }
}
