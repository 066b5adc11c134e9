import type { Test } from 'tap'
import * as fc from 'fast-check'
import { NO_COUNTS, type ImportCounts } from '../../../src/domain/import.ts'
import type { Status, Vacancy } from '../../../src/domain/vacancy.ts'
import { ownFile, ownRow, type Line } from '../files.ts'
import { World } from '../world.ts'
import { gone, SEED, strict } from './case.ts'

/** What a model of the life cycle knows of a vacancy. */
interface Known {
  readonly variant: number
  readonly closesAt: string
  readonly status: Status
  readonly seen: number
  readonly misses: number
}
type Item =
  | { readonly kind: 'row'; readonly id: string; readonly variant: number; readonly closesAt: string }
  | { readonly kind: 'delete'; readonly id: string }
  | { readonly kind: 'bad'; readonly how: number; readonly id: string }
interface File {
  readonly mode: 'full' | 'delta'
  readonly hours: number
  readonly items: readonly Item[]
}

const lineOf = (item: Item): Line | string => {
  if (item.kind === 'delete') return gone(item.id)
  if (item.kind === 'row') return ownRow(item.id, { postedAt: '2026-10-01', closesAt: item.closesAt, hours: { min: 8 + item.variant, max: 32 } })
  return [
    '{"sourceId":',
    ownRow(item.id, { title: '' }),
    ownRow(item.id, { status: 'open' }),
    ownRow(item.id, { title: 'Open sollicitatie' }),
    ownRow(item.id, { locations: [{ country: 'BE', place: 'Gent' }] }),
    ownRow(item.id, { hours: { min: 1, max: 99 } }),
    ownRow(item.id, { sourceId: undefined })
  ][item.how] as Line | string
}

const ids = fc.constantFrom('a1', 'a2', 'a3', 'a4', 'a5', 'a6')
const goodRow: fc.Arbitrary<Item> = fc.record({
  kind: fc.constant('row' as const),
  id: ids,
  variant: fc.integer({ min: 0, max: 2 }),
  closesAt: fc.constantFrom('2027-12-31', '2027-12-31', '2027-12-31', '2027-01-15', '2026-11-01')
})
const badRow: fc.Arbitrary<Item> = fc.record({ kind: fc.constant('bad' as const), how: fc.integer({ min: 0, max: 6 }), id: ids })
const deletion: fc.Arbitrary<Item> = fc.record({ kind: fc.constant('delete' as const), id: ids })
const hours = fc.constantFrom(1, 12, 24, 24, 39, 40, 48, 24 * 30)
const files: fc.Arbitrary<File> = fc.oneof(
  fc.record({
    mode: fc.constant('full' as const),
    hours,
    items: fc.array(fc.oneof({ weight: 9, arbitrary: goodRow }, { weight: 1, arbitrary: badRow }), { maxLength: 10 })
  }),
  fc.record({
    mode: fc.constant('delta' as const),
    hours,
    items: fc.array(fc.oneof({ weight: 7, arbitrary: goodRow }, { weight: 1, arbitrary: badRow }, { weight: 2, arbitrary: deletion }), { maxLength: 8 })
  })
)

/** Bad rows that still say which vacancy they are: no title, an unknown field, impossible hours. */
const NAMED = new Set([1, 2, 5])

/** What a file must do, said once more and without a program around it (`feeds.md` 5 and 7). */
function model(known: ReadonlyMap<string, Known>, file: File, now: number): { state: string; counts: ImportCounts; next: ReadonlyMap<string, Known> } {
  const day = new Date(now).toISOString().slice(0, 10)
  const good = file.items.flatMap(i => (i.kind === 'row' && i.closesAt >= day ? [i] : []))
  const late = file.items.flatMap(i => (i.kind === 'row' && i.closesAt < day ? [i] : []))
  const deleted = new Set(file.items.flatMap(i => (i.kind === 'delete' ? [i.id] : [])))
  const last = new Map(good.map(i => [i.id, i]))
  const c = {
    ...NO_COUNTS,
    received: file.items.length - file.items.filter(i => i.kind === 'delete').length,
    expired: late.length,
    rejected: file.items.filter(i => i.kind === 'bad').length,
    duplicate: good.length - last.size
  }
  for (const [id, i] of last) {
    const was = known.get(id)
    c[was === undefined ? 'new' : was.status === 'open' && was.variant === i.variant && was.closesAt === i.closesAt ? 'unchanged' : 'changed']++
  }
  const overdue = new Set(late.map(i => i.id).filter(id => known.has(id)))
  if (c.rejected > c.received * 0.2) return { state: 'held reject-budget', counts: c, next: known }
  if (last.size + overdue.size + deleted.size === 0) return { state: 'held empty', counts: c, next: known }
  const unreadable = new Set(file.items.flatMap(i => (i.kind === 'bad' && NAMED.has(i.how) ? [i.id] : [])))
  const next = new Map<string, Known>()
  for (const [id, k] of known) {
    const ended = k.status === 'closed' || k.status === 'expired'
    const unseen = (now - k.seen) / 3_600_000
    let status = k.status
    let { misses } = k
    if (deleted.has(id) || overdue.has(id)) status = 'closed'
    else if (!ended && k.closesAt < day) status = 'closed'
    else if (!ended && (file.mode === 'delta' || unreadable.has(id))) status = unseen > 60 * 24 ? 'expired' : k.status
    else if (!ended) {
      misses++
      status = misses >= 2 && unseen >= 40 ? 'expired' : 'missed'
    }
    if (!last.has(id) && status === 'missed') c.missed++
    if (!last.has(id) && status !== k.status && status !== 'missed') c.closed++
    next.set(id, { ...k, status, misses })
  }
  for (const [id, i] of last) next.set(id, { variant: i.variant, closesAt: i.closesAt, status: 'open', seen: now, misses: 0 })
  return { state: c.new + c.changed + c.closed + c.missed === 0 ? 'unchanged' : 'switched', counts: c, next }
}

const stored = (v: Vacancy): Known => ({
  variant: (v.hours?.min ?? 0) - 8,
  closesAt: v.closesAt ?? '',
  status: v.status,
  seen: Date.parse(v.lastSeenAt),
  misses: v.misses
})

/** Runs of files one after another: the counts add up and every vacancy is where the model has it. */
export async function generated(t: Test): Promise<void> {
  await t.resolves(
    fc.assert(
      fc.asyncProperty(fc.array(files, { minLength: 8, maxLength: 8 }), async run => {
        const world = new World()
        try {
          let known: ReadonlyMap<string, Known> = new Map()
          for (const [i, file] of run.entries()) {
            const wanted = model(known, file, Date.parse(world.now.instant))
            // Duplicates add warnings; a count of its own says how many.
            const { run: got } = await world.import(
              strict,
              ownFile(file.items.map(lineOf), { mode: file.mode, manifest: { generatedAt: world.now.instant } }),
              {
                size: i % 2 === 0 ? 0 : 100,
                // What a source usually brings is another test's: here every file counts.
                accept: { guards: ['drop-guard', 'fill-rate', 'id-churn'], why: 'proef' }
              }
            )
            strict.same(
              { state: `${got.state} ${got.reason ?? ''}`.trim(), counts: { ...got.counts, warnings: 0 } },
              { state: wanted.state, counts: wanted.counts },
              `file ${i}`
            )
            strict.same(new Map([...(await world.vacancies())].map(([id, v]) => [id, stored(v)])), wanted.next, `store after file ${i}`)
            known = wanted.next
            world.wait(file.hours)
          }
        } finally {
          await world.close()
        }
      }),
      { numRuns: 25, seed: SEED }
    ),
    '25 runs of 8 files'
  )
}
