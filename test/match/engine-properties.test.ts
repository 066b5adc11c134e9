import * as fc from 'fast-check'
import t from 'tap'
import type { Candidate } from '../../src/domain/candidate.ts'
import type { Vacancy } from '../../src/domain/vacancy.ts'
import { EmbeddedEngine } from '../../src/engines/embedded/embedded-engine.ts'
import { CursorSeal } from '../../src/match/cursor.ts'
import { judgeVacancy, scoreVacancy } from '../../src/match/explain.ts'
import { find, SearchStateSchema, type FindContext, type Found } from '../../src/match/find.ts'
import { openOn } from '../../src/match/open.ts'
import { evaluate } from '../../src/match/predicate.ts'
import { scorecardOf } from '../../src/match/scorecard.ts'
import { placeOrder } from '../../src/reference/place-order.ts'
import { KeyRing } from '../../src/store/keys.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { folders } from '../helpers/folders.ts'
import { candidates, demands, vacancies } from '../helpers/generate.ts'
import { AT } from '../helpers/vacancy.ts'

const SEED = Number(process.argv[2] ?? 20_261_124)
const PEOPLE = 40
const ADVERTS = 400
const GROUPS = ['passend', 'te-verifieren', 'niet-passend'] as const

/** Every page of one group. */
async function everyPage(context: FindContext, c: Candidate, group: (typeof GROUPS)[number]): Promise<readonly Found[]> {
  const pages: Found[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await find(context, c, AT, SearchStateSchema.parse({ group, size: 100, ...(cursor === undefined ? {} : { cursor }) }))
    pages.push(page)
    cursor = page.next
  }
  return pages
}

t.test(`${PEOPLE} generated candidates on ${ADVERTS} generated vacancies: the engine says what the rules say`, async t => {
  const folder = folders(t)
  const store = new SqliteStore(folder.data, new KeyRing(folder.keys))
  const engine = new EmbeddedEngine(store.vacancies, placeOrder)
  t.teardown(async () => {
    await engine.close()
    await store.close()
  })
  const differences: string[] = []
  const context: FindContext = { engine, seal: new CursorSeal(Buffer.alloc(32, 7)), tenant: 'proef', report: id => differences.push(id) }
  const people = fc.sample(candidates, { numRuns: PEOPLE, seed: SEED })
  const limited = people
    .flatMap(c => scorecardOf(c, AT).bars)
    .flatMap(b => (b.id.startsWith('belasting.') ? [b.id.split('.')[1] as never] : []))
    .filter(d => d !== 'boven-norm')
  const adverts = fc.sample(vacancies(demands(limited)), { numRuns: ADVERTS, seed: SEED })
  await engine.upsert(adverts)
  await engine.refresh()
  const open = adverts.filter(v => evaluate(openOn(AT.day), v.prepared))
  let pairs = 0
  for (const c of people) {
    const card = scorecardOf(c, AT)
    const found = new Map<string, readonly [group: string, points: number | null]>()
    let counts: Found['counts'] | undefined
    for (const group of GROUPS) {
      const pages = await everyPage(context, c, group)
      counts = (pages[0] as Found).counts
      for (const { vacancy, explained } of pages.flatMap(p => p.hits)) found.set(vacancy.id, [group, explained.points])
    }
    const wanted = new Map(open.map((v: Vacancy) => [v.id, [judgeVacancy(card, v), scoreVacancy(card, v)]]))
    t.same(Object.fromEntries(found), Object.fromEntries(wanted), 'each vacancy stands in its group with its points')
    const n = (group: string): number => [...wanted.values()].filter(([g]) => g === group).length
    t.same(
      counts,
      { searched: open.length, passend: n('passend'), teVerifieren: n('te-verifieren'), nietPassend: n('niet-passend') },
      'searched = passend + te verifiëren + niet passend'
    )
    const twin: Candidate = { ...c, id: 'k-tweeling', pseudonym: 'Heel Anders', version: 9 }
    const [one, two] = [
      await find(context, c, AT, SearchStateSchema.parse({ group: 'te-verifieren' })),
      await find(context, twin, AT, SearchStateSchema.parse({ group: 'te-verifieren' }))
    ]
    t.same({ ...two, scorecard: null }, { ...one, scorecard: null }, 'a twin with another pseudonym gets the same answer')
    pairs += open.length
  }
  t.ok(pairs >= 10_000, `${pairs} pairs judged`)
  t.same(differences, [], 'no score differed from its reasons')
})
