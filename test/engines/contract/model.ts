import { deepEqual } from 'node:assert/strict'
import * as fc from 'fast-check'
import type { Vacancy } from '../../../src/domain/vacancy.ts'
import type { Engine } from '../../../src/match/engine.ts'
import { always, evaluate, known, some } from '../../../src/match/predicate.ts'
import { codes, groups, predicates, SEED, SOURCES, vacancyOf } from '../../helpers/arbitraries.ts'
import { broken, oracle, pointsOf, query, rowsOf, stream, type Subject, type Suite } from './subject.ts'

const SEQUENCES = 60
const ids = SOURCES.flatMap(s => Array.from({ length: 7 }, (_, i) => `${s}:${i}`))
const AGO = '2026-01-01T00:00:00.000Z'

type Item = readonly [id: string, codes: typeof codes extends fc.Arbitrary<infer C> ? C : never]
type Step =
  | { readonly do: 'upsert' | 'stale'; readonly items: readonly Item[] }
  | { readonly do: 'remove'; readonly ids: readonly string[] }
  | { readonly do: 'replace' | 'break'; readonly source: string; readonly items: readonly Item[] }
  | { readonly do: 'look' | 'peek' }

const items = (of: readonly string[], maxLength: number): fc.Arbitrary<readonly Item[]> => fc.array(fc.tuple(fc.constantFrom(...of), codes), { maxLength })
const ofSource = (source: string): fc.Arbitrary<readonly Item[]> =>
  items(
    ids.filter(id => id.startsWith(`${source}:`)),
    8
  )
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: items(ids, 4).map(list => ({ do: 'upsert' as const, items: list })) },
  { weight: 1, arbitrary: items(ids, 3).map(list => ({ do: 'stale' as const, items: list })) },
  { weight: 2, arbitrary: fc.array(fc.constantFrom(...ids, 'weg:1'), { maxLength: 3 }).map(list => ({ do: 'remove' as const, ids: list })) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(...SOURCES)
      .chain(source =>
        fc.record({ do: fc.constantFrom('replace' as const, 'replace' as const, 'break' as const), source: fc.constant(source), items: ofSource(source) })
      )
  },
  { weight: 2, arbitrary: fc.constantFrom({ do: 'look' as const }, { do: 'peek' as const }) }
)

/** What the engine should hold: a map, changed one vacancy at a time. */
class Model {
  readonly live = new Map<string, Vacancy>()
  #clock = Date.parse('2026-11-24T12:00:00.000Z')

  version([id, codes]: Item): Vacancy {
    return vacancyOf(id, codes, { revision: 2, changedAt: new Date((this.#clock += 1_000)).toISOString() })
  }

  async apply(step: Step, { engine, token, discard, give }: Subject): Promise<void> {
    if (step.do === 'upsert') {
      const list = step.items.map(i => this.version(i))
      await engine.upsert(list)
      for (const v of list) this.live.set(v.id, v)
    } else if (step.do === 'stale') {
      const list = step.items.filter(([id]) => this.live.has(id)).map(([id, codes]) => vacancyOf(id, codes, { changedAt: AGO }))
      const written = await engine.upsert(list)
      if (written.some(w => w.result !== 'older')) throw new Error('a stale version was taken')
    } else if (step.do === 'remove') {
      await engine.remove(step.ids)
      for (const id of step.ids) this.live.delete(id)
    } else if (step.do === 'replace') {
      const list = step.items.map(i => this.version(i))
      await give(step.source, list)
      for (const v of this.live.values()) if (v.source === step.source) this.live.delete(v.id)
      for (const v of list) this.live.set(v.id, v)
    } else if (step.do === 'break') {
      const run = await token(step.source)
      await engine.replace(step.source, run, broken(step.items.map(i => this.version(i)))).then(
        () => {
          throw new Error('a broken feed went through')
        },
        () => {}
      )
      await discard(step.source, run)
    }
  }
}

/** What holds without a refresh, too: every page is complete, and its points belong to the vacancies in it. */
async function peek(engine: Engine): Promise<readonly string[]> {
  const [where, groups] = [
    some(known('sector'), known('place')),
    [
      [
        { key: 'edu', points: 7, when: known('edu') },
        { key: 'sector', points: 2, when: known('sector') }
      ]
    ]
  ]
  const page = await engine.search(query(where, { groups }))
  return [
    ...(page.hits.length === page.total ? [] : [`${page.hits.length} of ${page.total} rows`]),
    ...page.hits.filter(h => !evaluate(where, h.vacancy.prepared) || h.points !== pointsOf(groups, h.vacancy)).map(h => `${h.vacancy.id} does not fit its row`)
  ]
}

/** Random sequences of writes, compared with a map after each. */
export const modelContract: Suite = async (t, open) => {
  t.comment(`seed ${SEED}: ${SEQUENCES} sequences`)
  let looks = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 22 }), predicates(ids), groups(ids), async (steps, where, groups) => {
      const subject = await open(t)
      const { engine } = subject
      const model = new Model()
      const look = async (): Promise<void> => {
        await engine.refresh()
        looks++
        for (const q of [always, where]) {
          const page = await engine.search(query(q, { groups }))
          const expected = oracle(model.live.values(), q, groups)
          deepEqual([rowsOf(page), page.total, (await engine.count(q, {})).total], [expected, expected.length, expected.length])
        }
        deepEqual(
          new Map((await engine.get(ids)).map(v => [v.id, v.prepared])),
          new Map(ids.flatMap(id => (model.live.has(id) ? [[id, model.live.get(id)?.prepared]] : [])))
        )
      }
      for (const s of steps) {
        if (s.do === 'look') await look()
        else if (s.do === 'peek') deepEqual(await peek(engine), [])
        else await model.apply(s, subject)
      }
      await look()
      deepEqual(await peek(engine), [])
      await engine.replace('alfa', await subject.token('alfa'), stream([]))
      deepEqual(
        (await engine.search(query())).total,
        oracle(
          [...model.live.values()].filter(v => v.source !== 'alfa'),
          always
        ).length
      )
      await engine.close()
    }),
    { seed: SEED + 4, numRuns: SEQUENCES }
  )
  t.ok(looks >= SEQUENCES, `${looks} comparisons`)
}
