import { join } from 'node:path'
import type { Test } from 'tap'
import type { Candidate } from '../../src/domain/candidate.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import type { Vacancy, VacancyFacts } from '../../src/domain/vacancy.ts'
import { EmbeddedEngine } from '../../src/engines/embedded/embedded-engine.ts'
import { CursorSeal } from '../../src/match/cursor.ts'
import { SearchStateSchema, type FindContext, type SearchState } from '../../src/match/find.ts'
import { PLACES } from '../../src/reference/places.ts'
import { placeOrder } from '../../src/reference/place-order.ts'
import { prepare } from '../../src/reference/prepare.ts'
import { KeyRing } from '../../src/store/keys.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { atMost, candidate, document, limit } from '../helpers/candidate.ts'
import { AT, vacancy } from '../helpers/vacancy.ts'
import { lift, says } from '../reference/judge-case.ts'

const at = (code: string): VacancyFacts['locations'] => [
  { country: 'NL', postcode: null, place: PLACES.get(code)?.name ?? null, lat: null, lon: null, precision: 'place', code }
]
const NOTHING = vacancy('bron:x')

/** Every bar of the candidate below fits this advert. */
const FITTING: Partial<VacancyFacts> = {
  title: 'Administratief medewerker',
  hours: { min: 16, max: 20 },
  educationLevel: { min: 4, max: 4 },
  locations: at('de-bilt'),
  contract: { term: 'O', kind: '01', selfEmployed: null },
  occupation: { raw: null, isco: [{ code: '4110', share: 100 }], sourceCode: null, method: 'exact', confidence: 4 },
  schedule: { ...NOTHING.schedule, night: false },
  demands: [lift(5, 6), says('deadlines', false)],
  languages: [{ code: 'nld', level: 3 }]
}
const night: VacancyFacts['schedule'] = { ...NOTHING.schedule, night: true }

/** What each kind of advert changes, and how it must then stand. `bars` are the rules that exclude it. */
export interface Kind {
  readonly verdict: Verdict
  readonly bars: readonly string[]
  readonly over: Partial<VacancyFacts>
}

const ok = (over: Partial<VacancyFacts>): Kind => ({ verdict: 'passend', bars: [], over })
const open = (over: Partial<VacancyFacts>): Kind => ({ verdict: 'te-verifieren', bars: [], over })
const not = (bars: readonly string[], over: Partial<VacancyFacts>): Kind => ({ verdict: 'niet-passend', bars, over })

export const KINDS: Readonly<Record<string, Kind>> = {
  past: ok({}),
  archief: ok({ title: 'Medewerker archief', occupation: { ...NOTHING.occupation } }),
  thuis: ok({ remote: 'full', locations: at('strijen') }),
  papieren: ok({ licences: ['A1', 'B'], certificates: ['VOG'], requiredDiploma: { strict: true, fields: ['administratie'], open: false } }),
  onbekend: open({ demands: [] }),
  rand: open({ demands: [lift(12, 6), says('deadlines', false)] }),
  geenplaats: open({ locations: [] }),
  niveau: open({ educationLevel: { min: 6, max: 6 }, requiredDiploma: { strict: false, fields: [], open: false } }),
  later: open({ hours: { min: 28, max: 32 } }),
  cursus: open({ certificates: ['HEFTRUCK'] }),
  ver: not(['reisafstand'], { locations: at('strijen') }),
  verder: not(['reisafstand'], { locations: at('vught') }),
  hbo: not(['opleiding'], { educationLevel: { min: 6, max: 6 } }),
  diploma: not(['diploma'], { requiredDiploma: { strict: true, fields: ['verpleegkunde'], open: false } }),
  rijbewijs: not(['rijbewijs'], { licences: ['C'] }),
  big: not(['certificaten'], { certificates: ['BIG'] }),
  nacht: not(['dagdelen.nacht'], { schedule: night }),
  vrijwillig: not(['dienstverband'], { contract: { term: null, kind: '03', selfEmployed: null } }),
  uren: not(['uren.week'], { hours: { min: 36, max: 36 } }),
  voltijd: not(['uren.week'], { hours: { min: 40, max: 40 } }),
  zwaar: not(['belasting.tillen_kg.1'], { demands: [lift(25, 6), says('deadlines', false)] }),
  'ver-rijbewijs': not(['reisafstand', 'rijbewijs'], { locations: at('strijen'), licences: ['C'] }),
  'zwaar-nacht': not(['belasting.tillen_kg.1', 'dagdelen.nacht'], { demands: [lift(25, 6), says('deadlines', false)], schedule: night })
}

const SECTORS = ['84', '85', '86']
const EMPLOYERS = ['direct', 'agency', 'unknown'] as const
const COPIES = 3

/** Three adverts of each kind, differing in sector, employer and date; two of the three tie on points and day. */
export const VACANCIES: readonly Vacancy[] = Object.entries(KINDS).flatMap(([name, kind], k) =>
  Array.from({ length: COPIES }, (_, i) =>
    vacancy(`bron:${name}.${i}`, {
      ...FITTING,
      sector: { sbi2: SECTORS[(k + i) % 3] as string, version: '2025' },
      employer: { name: `Werkgever ${i}`, kind: EMPLOYERS[i] as 'direct', client: null },
      postedAt: i === 2 ? '2026-11-20' : '2026-11-10',
      ...kind.over
    })
  )
)

const private_ = (tenant: string): Vacancy => {
  const v = vacancy(`eigen:${tenant}`, FITTING)
  return { ...v, prepared: prepare(v, AT.day, [tenant]) }
}
/** Never in a list: closed, expired, past their last day, or of another bureau. */
export const HIDDEN: readonly Vacancy[] = [
  vacancy('bron:gesloten', FITTING, { status: 'closed', closedReason: 'withdrawn' }),
  vacancy('bron:verlopen', FITTING, { status: 'expired', closedReason: 'maxAge' }),
  vacancy('bron:gisteren', { ...FITTING, closesAt: '2026-11-23' }),
  private_('ander-bureau')
]
export const TENANT = 'proef'
export const OWN: Vacancy = private_(TENANT)
export const LISTED: readonly Vacancy[] = [...VACANCIES, OWN]

export const kindOf = (v: Vacancy): Kind => KINDS[v.sourceId.replace(/\.\d$/, '')] ?? ok({})

export const SOMEONE: Candidate = candidate({
  documents: [
    document([limit('4.13', 1), limit('1.8.4', 1)], { hours: { perDay: null, perWeek: atMost(24) }, buildUp: [{ from: '2027-01-04', perWeek: atMost(32) }] })
  ],
  profile: {
    education: { level: { min: 5, max: 5 }, diplomas: ['administratie'] },
    experience: [{ title: 'administratief medewerker', isco: '4110', sector: '84' }],
    licences: ['B', 'A1'],
    certificates: ['VOG'],
    languages: [{ code: 'nld', level: 4 }]
  },
  wishes: { sectors: ['84'], hours: { min: 12, max: 24 }, contract: 'vast', dagdelen: { nacht: 'kan-niet' } },
  travel: { home: 'Utrecht', mode: 'auto', maxKm: 25 }
})

export const state = (over: Partial<SearchState> = {}): SearchState => SearchStateSchema.parse(over)

/** The embedded engine over a store of its own with the market in it; a difference between score and reason lands in `differences`. */
export async function openMarket(t: Test): Promise<FindContext & { readonly engine: EmbeddedEngine; readonly differences: unknown[] }> {
  const home = t.testdir({})
  const store = new SqliteStore(join(home, 'data'), new KeyRing(join(home, 'keys')))
  const engine = new EmbeddedEngine(store.vacancies, placeOrder)
  t.teardown(async () => {
    await engine.close()
    await store.close()
  })
  const written = await engine.upsert([...LISTED, ...HIDDEN])
  t.ok(
    written.every(w => w.result === 'done'),
    `${written.length} vacancies written`
  )
  await engine.refresh()
  const differences: unknown[] = []
  return {
    engine,
    seal: new CursorSeal(Buffer.alloc(32, 7)),
    tenant: TENANT,
    differences,
    report: (...found) => {
      differences.push(found)
    }
  }
}
