import type { Test } from 'tap'
import type { Candidate } from '../../../src/domain/candidate.ts'
import { CursorSeal, ForeignCursor } from '../../../src/match/cursor.ts'
import type { Engine } from '../../../src/match/engine.ts'
import { scoreVacancy } from '../../../src/match/explain.ts'
import { find, type FindContext, type SearchState } from '../../../src/match/find.ts'
import { AT, vacancy } from '../../helpers/vacancy.ts'
import { LISTED, openMarket, SOMEONE, state, VACANCIES } from '../find-market.ts'
import { ask, belongs, card, groups, market, ordered } from './ground.ts'

async function pages(over: Partial<SearchState>): Promise<readonly string[]> {
  const seen: string[] = []
  let cursor: string | undefined
  for (let guard = 0; guard < 200; guard++) {
    const found = await ask({ ...over, ...(cursor === undefined ? {} : { cursor }) })
    seen.push(...found.hits.map(h => h.vacancy.id))
    if (found.next === null) return seen
    cursor = found.next
  }
  return [...seen, 'never ends']
}

/** Every page of a group. */
export async function paging(t: Test): Promise<void> {
  for (const group of groups) {
    const expected = ordered(LISTED.filter(belongs[group]))
    for (const size of [1, 2, 7, 100]) t.same(await pages({ group, size }), expected, `${group} by ${size}`)
  }
  t.equal(new Set(VACANCIES.map(v => `${scoreVacancy(card, v)}|${v.prepared.published}`)).size < VACANCIES.length / 1.3, true, 'there are ties to page over')
  const first = await ask({ group: 'niet-passend', size: 3 })
  const rest = await ask({ group: 'niet-passend', size: 50, cursor: first.next as string })
  t.same(
    [...first.hits, ...rest.hits].map(h => h.vacancy.id),
    ordered(LISTED.filter(belongs['niet-passend'])),
    'another page size on the way'
  )
  t.equal(first.counts.searched, rest.counts.searched, 'counts are those of the whole question on every page')
}

/** Which cursors are taken. */
export async function cursors(t: Test): Promise<void> {
  const next = (await ask({ group: 'niet-passend', size: 3 })).next as string
  const [body = '', signature = ''] = next.split('.')
  const flip = (text: string, at: number): string => `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`
  const parts = JSON.parse(Buffer.from(body, 'base64url').toString()) as { l: [number, number, string] }
  const forged = Buffer.from(JSON.stringify({ ...parts, l: [999, ...parts.l.slice(1)] })).toString('base64url')
  const same = { group: 'niet-passend', size: 3 } as const
  const bad: ReadonlyArray<readonly [string, Partial<SearchState>, Candidate?, FindContext?]> = [
    ['its body changed', { ...same, cursor: `${flip(body, 12)}.${signature}` }],
    ['its signature changed', { ...same, cursor: `${body}.${flip(signature, 3)}` }],
    ['its points forged', { ...same, cursor: `${forged}.${signature}` }],
    ['cut off', { ...same, cursor: body }],
    ['empty', { ...same, cursor: '' }],
    ['no cursor at all', { ...same, cursor: 'volgende' }],
    ['signed by another service', { ...same, cursor: next }, SOMEONE, { ...market, seal: new CursorSeal(Buffer.alloc(32, 8)) }],
    ['of another group', { ...same, group: 'passend', cursor: next }],
    ['of another text', { ...same, text: 'archief', cursor: next }],
    ['of another facet', { ...same, facets: { sector: ['84'] }, cursor: next }],
    ['of another bureau', { ...same, cursor: next }, SOMEONE, { ...market, tenant: 'ander-bureau' }],
    ['of another candidate', { ...same, cursor: next }, { ...SOMEONE, travel: { ...SOMEONE.travel, maxKm: 24 } }]
  ]
  for (const [name, over, who, context] of bad) await t.rejects(ask(over, who, context), new ForeignCursor(), name)
  await t.rejects(find(market, SOMEONE, { ...AT, day: '2026-11-25' }, state({ ...same, cursor: next })), new ForeignCursor(), 'of another day')
  t.equal((await ask({ ...same, cursor: next })).hits.length, 3, 'the cursor itself is good')
  const twin = { ...SOMEONE, id: 'k-anders01', pseudonym: 'Ander', version: 9 }
  t.equal((await ask({ ...same, cursor: next }, twin)).hits.length, 3, 'it holds a question, no person')
}

/** What comes in while a page is made. */
export async function generations(t: Test): Promise<void> {
  const own = await openMarket(t)
  let switched = false
  const engine: Engine = Object.assign(Object.create(own.engine) as Engine, {
    count: async (...args: Parameters<Engine['count']>) => {
      const counts = await own.engine.count(...args)
      if (!switched) {
        switched = true
        await own.engine.upsert([vacancy('bron:erbij', { title: 'Erbij' })])
        await own.engine.refresh()
      }
      return counts
    },
    search: async (...args: Parameters<Engine['search']>) => await own.engine.search(...args)
  })
  const found = await ask({}, SOMEONE, { ...own, engine })
  t.equal(found.counts.searched, LISTED.length + 1)
}
