import { createHash } from 'node:crypto'
import { VacancyFactsSchema, type Vacancy, type VacancyFacts } from '../domain/vacancy.ts'
import type { Day, Moment } from '../domain/moment.ts'
import { prepare } from '../reference/prepare.ts'
import { cleanTitle } from '../reference/titles.ts'
import { enrich } from './enrich.ts'
import { MOST_READ } from './text/units.ts'
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

/** Of a text that could not be read so much is kept, to show. */
const KEPT_UNREAD = 20_000

/** What a feed said, without what it left open and without the text itself: enough to read the advert again (`reread`). */
function givenOf(facts: VacancyFacts): Record<string, unknown> {
  const { title: _title, description: _description, lang: _lang, truncated: _truncated, url: _url, applyUrl: _applyUrl, differs: _differs, ...said } = facts
  return Object.fromEntries(Object.entries(said).filter(([key, value]) => JSON.stringify(value) !== SILENT_FEED.get(key)))
}
const SILENT_FEED = new Map(Object.entries(VacancyFactsSchema.parse({ title: 'x' })).map(([key, value]) => [key, JSON.stringify(value)]))

/** The facts with what was read, checked and in the order of the schema: what is stored and hashed does not depend on who found it. */
const enriched = (facts: VacancyFacts, own: Partial<VacancyFacts>): VacancyFacts => VacancyFactsSchema.parse({ ...enrich(facts), ...own })

/**
 * A stored vacancy read again from what its feed gave, after rules or tables changed: same facts, text and life cycle, new
 * readings and codes. A vacancy from before the feed's facts were kept is only judged again.
 */
export function reread(v: Vacancy, day: Day): Vacancy {
  const { prepared, ...kept } = v
  if (v.given === undefined) return { ...v, prepared: prepare(kept, day, prepared.visible_to) }
  const { title, description, truncated, url, applyUrl } = v
  const given = VacancyFactsSchema.parse({ ...v.given, title, description, truncated, url, applyUrl })
  // What an employer answered since the import stays.
  const known = new Set(given.demands.map(d => JSON.stringify(d)))
  const facts = { ...given, demands: [...given.demands, ...v.demands.filter(d => d.kind === 'answer' && !known.has(JSON.stringify(d)))] }
  // The earliest day of placing is ours to keep; the text's start date is read from the day the feed gave.
  const full = enriched(facts, { postedAt: v.postedAt })
  const base = { ...kept, ...full, contentHash: hashOf({ ...full, postedAt: facts.postedAt }) }
  return { ...base, prepared: prepare(base, day, prepared.visible_to) }
}

/** Same normalised facts = same hash; the life cycle is left out. */
const hashOf = (facts: VacancyFacts): string => createHash('sha256').update(JSON.stringify(facts)).digest('hex')

/**
 * Turns a parsed row into a canonical vacancy: clean, dates, place, enrichment, prepared codes. A row that is no vacancy for
 * us gives a code instead. Pure: the moment is passed in.
 */
export function normalise(row: Row, source: string, at: Moment, text: 'read' | 'unread' = 'read'): Normalised {
  const warnings = [...row.warnings]
  const parsed = VacancyFactsSchema.safeParse(text === 'read' ? row.facts : { ...row.facts, description: (row.facts.description ?? '').slice(0, KEPT_UNREAD) })
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
  if (text === 'read' && facts.description.length > MOST_READ) warnings.push({ code: 'text-read-in-part', field: 'description', sample: null })
  if (text === 'unread') warnings.push({ code: 'text-not-read', field: 'description', sample: null })
  const full = enriched(text === 'read' ? facts : { ...facts, description: '' }, text === 'read' ? {} : { description: facts.description, truncated: true })
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
    contentHash: hashOf(full),
    given: givenOf(facts)
  }
  return {
    kind: 'vacancy',
    vacancy: { ...base, prepared: prepare(text === 'read' ? base : { ...base, description: '' }, at.day) },
    warnings: warnings.map(w => ({ ...w, sample: w.sample === null ? null : maskContacts(w.sample).slice(0, 80) }))
  }
}
