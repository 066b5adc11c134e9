import * as fc from 'fast-check'
import type { Test } from 'tap'
import type { Vacancy } from '../../../src/domain/vacancy.ts'
import type { RunLease, VacancyStore } from '../../../src/store/store.ts'
import { AT, vacancy } from '../../helpers/vacancy.ts'
import { all, LATER, type StorePlace } from './place.ts'

interface Model {
  readonly live: Map<string, { readonly v: Vacancy; readonly since: number }>
  readonly runs: Map<string, { readonly lease: RunLease; readonly staged: Map<string, Vacancy> }>
  readonly dead: RunLease[]
  /** Of each vacancy that was removed, the generation in which. */
  readonly removed: Map<string, number>
}

const SOURCES = ['a', 'b'] as const
const number = (max: number): fc.Arbitrary<number> => fc.nat(max)
const anId = fc.tuple(fc.constantFrom(...SOURCES), number(4)).map(([s, n]) => `${s}:${n}`)
const aVacancy = fc.tuple(anId, number(2)).map(([id, rev]) => vacancy(id, { title: `Vacature ${rev}` }, { changedAt: `2026-11-2${rev}T12:00:00.000Z` }))
const aStep = fc.oneof(
  fc.record({ op: fc.constant('lease' as const), source: fc.constantFrom(...SOURCES) }),
  fc.record({ op: fc.constant('stage' as const), vacancies: fc.array(aVacancy, { maxLength: 4 }) }),
  fc.record({ op: fc.constant('switch' as const), source: fc.constantFrom(...SOURCES) }),
  fc.record({ op: fc.constant('discard' as const), source: fc.constantFrom(...SOURCES) }),
  fc.record({ op: fc.constant('put' as const), vacancy: aVacancy }),
  fc.record({ op: fc.constant('remove' as const), id: anId }),
  fc.record({ op: fc.constant('stale' as const) }),
  fc.record({ op: fc.constant('reopen' as const) })
)
type Step = typeof aStep extends fc.Arbitrary<infer S> ? S : never

const same = (a: Vacancy | undefined, b: Vacancy): boolean =>
  a !== undefined && JSON.stringify({ ...a, lastSeenAt: '' }) === JSON.stringify({ ...b, lastSeenAt: '' })
const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what)
}

/** One step on the store and on plain maps that do what the port promises. */
async function take(step: Step, v: VacancyStore, m: Model): Promise<void> {
  if (step.op === 'lease') {
    const taken = await v.lease(step.source, `r-000000000${m.dead.length}`)
    must((taken === undefined) === m.runs.has(step.source), 'one run at a time')
    if (taken !== undefined) m.runs.set(step.source, { lease: taken, staged: new Map() })
  }
  if (step.op === 'stage') {
    for (const [source, run] of m.runs) {
      const rows = step.vacancies.filter(x => x.source === source)
      await v.stage(run.lease, rows)
      for (const x of rows) run.staged.set(x.id, x)
    }
  }
  if (step.op === 'switch' || step.op === 'discard') {
    const run = m.runs.get(step.source)
    if (run === undefined) return
    m.runs.delete(step.source)
    m.dead.push(run.lease)
    if (step.op === 'discard') return await v.discard(run.lease)
    const { generation } = await v.switch(run.lease, AT.instant)
    for (const [id, { v: old }] of m.live) if (old.source === step.source && !run.staged.has(id)) m.live.delete(id)
    for (const [id, x] of run.staged) if (!same(m.live.get(id)?.v, x)) m.live.set(id, { v: x, since: generation })
  }
  if (step.op === 'put') {
    const x = step.vacancy
    const known = m.live.get(x.id)?.v
    const wanted = m.runs.has(x.source) ? 'refused' : known !== undefined && (known.changedAt > x.changedAt || same(known, x)) ? 'older' : 'done'
    const [written] = await v.put([x])
    must(written?.result === wanted, `put: ${written?.result ?? ''}, wanted ${wanted}`)
    if (wanted === 'done') m.live.set(x.id, { v: x, since: await v.generation() })
  }
  if (step.op === 'remove') {
    const there = m.live.has(step.id) || [...m.runs.values()].some(run => run.staged.has(step.id))
    await v.remove([step.id])
    if (there) m.removed.set(step.id, await v.generation())
    m.live.delete(step.id)
    for (const run of m.runs.values()) run.staged.delete(step.id)
  }
  if (step.op === 'stale') {
    for (const old of m.dead) {
      must(
        await v.switch(old, LATER).then(
          () => false,
          () => true
        ),
        'a stale switch is refused'
      )
      await v.discard(old)
    }
  }
}

async function compare(v: VacancyStore, m: Model, before: number): Promise<void> {
  const now = await v.generation()
  must(now >= before, 'the generation never goes back')
  for (const source of SOURCES) {
    const want = [...m.live.values()]
      .map(x => x.v)
      .filter(x => x.source === source)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const got = await all(v.ofSource(source))
    must(
      got.length === want.length && want.every((x, i) => same(got[i], x)),
      `rows of ${source}: ${got.map(x => `${x.id} ${x.title}`).join()} wanted ${want.map(x => `${x.id} ${x.title}`).join()}`
    )
  }
  for (let g = 0; g <= now; g++) {
    const want = [...m.live]
      .filter(([, x]) => x.since > g)
      .map(([id]) => id)
      .sort()
    const got = await v.changedSince(g)
    must(JSON.stringify(got) === JSON.stringify(want), `changed since ${g} of ${now}: ${got.join()} wanted ${want.join()}`)
    const away = [...m.removed].filter(([id, at]) => at > g && !m.live.has(id)).map(([id]) => id)
    const told = new Set(await v.removedSince(g))
    must(away.every(id => told.has(id)) && [...told].every(id => !m.live.has(id)), `removed since ${g} of ${now}: ${[...told].join()} wanted ${away.join()}`)
  }
}

/** Random histories: what is visible is always what plain maps would show (`reliability.md` 6, G16 in small). */
export async function randomHistories(t: Test, place: () => StorePlace, runs: number): Promise<void> {
  await t.resolves(
    fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 4, maxLength: 24 }), async steps => {
        const home = place()
        let store = await home.open()
        const m: Model = { live: new Map(), runs: new Map(), dead: [], removed: new Map() }
        try {
          for (const step of steps) {
            const before = await store.vacancies.generation()
            if (step.op === 'reopen') {
              await store.close()
              store = await home.open()
              for (const run of m.runs.values()) m.dead.push(run.lease)
              m.runs.clear()
            } else await take(step, store.vacancies, m)
            await compare(store.vacancies, m, before)
          }
        } finally {
          await store.close()
        }
      }),
      { numRuns: runs }
    ),
    `${runs} random histories end as plain maps do`
  )
}
