import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { z } from 'zod'
import type { Io } from '../command.ts'
import { VacancyFactsSchema, type VacancyFacts } from '../domain/vacancy.ts'
import { enrich } from '../feed/enrich.ts'
import { normalise } from '../feed/normalise.ts'
import { table } from '../text-table.ts'
import { generateAdverts } from '../../seed/generate.ts'
import { hostileTexts } from './hostile.ts'
import { cpuSeconds, timing } from './timing.ts'

/** What is used of a made-up advert. */
const AdvertSchema = z.object({ title: z.string(), description: z.string() })
const LENGTH = 2_500
const WARM_UP = 500
/** So many adverts are made, then read: making them is another program, whose garbage and code are not what is measured. */
const BATCH = 250
const DAY = '2026-01-15'
const LOOPS = 300
const STEPS = 1e6

export interface ReadingResult {
  /** Nanoseconds of one step of a plain loop: how quick the machine is just now. */
  readonly loopNs: number
  readonly adverts: number
  /** How long one was on average. */
  readonly characters: number
  readonly perCpuSecond: number
  /** The same of the second half alone: a long import runs at this speed, when all code is compiled. */
  readonly perCpuSecondLater: number
  /** Megabytes of heap after a tenth of the adverts and after all of them. */
  readonly heap: readonly [number, number]
  readonly hostile: {
    readonly texts: number
    readonly p50: number
    readonly p99: number
    readonly max: number
    readonly slowest: ReadonlyArray<readonly [string, number]>
  }
}

/** Whole numbers of 32 bits only: a sum that grows beyond them is kept as a double. */
function loop(steps: number): number {
  let sum = 0
  for (let i = 0; i < steps; i++) sum = (sum + i) | 0
  return sum
}

/** Many short loops, the first of them unmeasured: one long loop stays in slow code for as long as the compiler finds no free core. */
function loopNs(): number {
  for (let i = 0; i < LOOPS; i++) loop(STEPS)
  const before = cpuSeconds()
  for (let i = 0; i < LOOPS; i++) loop(STEPS)
  return ((cpuSeconds() - before) / LOOPS / STEPS) * 1e9
}

/** Made-up adverts of 2.5 kB: the demo texts, joined until they are long enough. */
function* texts(count: number): Generator<VacancyFacts> {
  let title: string
  let text = ''
  let given = 0
  while (given < count)
    for (const line of generateAdverts(2_000, DAY, given + 1)) {
      const row = AdvertSchema.parse(JSON.parse(line))
      title = row.title
      text += `${row.description}\n`
      if (text.length < LENGTH) continue
      yield VacancyFactsSchema.parse({ title: title.slice(0, LONGEST_TITLE), description: text.slice(0, LENGTH), postedAt: DAY })
      text = ''
      if (++given >= count) return
    }
}

/** A title with a text of somebody's own. */
export interface OwnText {
  readonly title: string
  readonly text: string
}
/** A last part that is shorter says little of texts of 2.5 kB. */
const SHORTEST = 1_500
const LONGEST_TITLE = 200

/** Texts of one's own in parts of 2.5 kB, each under its title, again and again. */
function* again(own: readonly OwnText[], count: number): Generator<VacancyFacts> {
  const parts: VacancyFacts[] = []
  for (const { title, text } of own)
    for (let at = 0; at === 0 || at + SHORTEST < text.length; at += LENGTH)
      parts.push(VacancyFactsSchema.parse({ title, description: text.slice(at, at + LENGTH), postedAt: DAY }))
  for (let i = 0; i < count; i++) yield parts[i % parts.length] as VacancyFacts
}

/** The texts in batches, each whole before any of it is read. */
function* batches(all: Iterable<VacancyFacts>): Generator<readonly VacancyFacts[]> {
  let batch: VacancyFacts[] = []
  for (const facts of all) {
    batch.push(facts)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Collects garbage first, whatever flags the process was started with: else the heap says how long ago that was done. */
function heapNow(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') Reflect.apply(collect, undefined, [])
  return Math.round(process.memoryUsage().heapUsed / 1_048_576)
}

function speed(count: number, own: readonly OwnText[], io: Io): Pick<ReadingResult, 'adverts' | 'characters' | 'perCpuSecond' | 'perCpuSecondLater' | 'heap'> {
  const give = (n: number): Generator<VacancyFacts> => (own.length > 0 ? again(own, n) : texts(n))
  for (const facts of give(WARM_UP)) enrich(facts)
  let characters = 0
  let [seconds, done, early] = [0, 0, 0]
  let half = { done, seconds }
  for (const batch of batches(give(count))) {
    for (const { description } of batch) characters += description.length
    const before = process.cpuUsage()
    for (const facts of batch) enrich(facts)
    seconds += cpuSeconds(before)
    done += batch.length
    if (early === 0 && done >= count / 10) early = heapNow()
    if (done <= count / 2) half = { done, seconds }
    io.progress(`lezen: ${done} van ${count}`)
  }
  return {
    adverts: done,
    characters: done === 0 ? 0 : Math.round(characters / done),
    perCpuSecond: Math.round(done / seconds),
    perCpuSecondLater: Math.round((done - half.done) / (seconds - half.seconds)),
    heap: [early, heapNow()]
  }
}

const SHOWN = 5

function hostile(count: number, io: Io): ReadingResult['hostile'] {
  const at = { day: DAY, instant: `${DAY}T12:00:00.000Z` }
  const ms: number[] = []
  const worst = new Map<string, number>()
  for (const { kind, text } of hostileTexts(count)) {
    const start = performance.now()
    normalise({ kind: 'row', position: 1, sourceId: 'x', raw: false, warnings: [], facts: { title: 'Kok', description: text } }, 'bench', at)
    const took = performance.now() - start
    ms.push(took)
    worst.set(kind, Math.max(worst.get(kind) ?? 0, took))
    if (ms.length % 100 === 0) io.progress(`vijandige teksten: ${ms.length} van ${count}`)
  }
  const { p50, p99 } = timing(ms)
  const slowest = [...worst].toSorted((a, b) => b[1] - a[1]).slice(0, SHOWN)
  return { texts: ms.length, p50, p99, max: Math.round(Math.max(0, ...ms)), slowest: slowest.map(([kind, took]) => [kind, Math.round(took)]) }
}

/** Measures reading: adverts a CPU second for the whole enrichment, heap, and hostile texts of 100 kB through the whole way of a row, in this thread and without its deadline. */
export function measureReading(adverts: number, hostileCount: number, io: Io, own: readonly OwnText[] = []): ReadingResult {
  const loop = loopNs()
  const rate = speed(adverts, own, io)
  const enemy = hostile(hostileCount, io)
  io.progress('')
  return { loopNs: Math.round(loop * 100) / 100, ...rate, hostile: enemy }
}

/** The result for people. */
export const readingReport = (r: ReadingResult): string =>
  [
    `lezen: ${r.perCpuSecond} vacatures van gemiddeld ${r.characters} tekens per CPU-seconde, in de tweede helft ${r.perCpuSecondLater} (${r.adverts} vacatures; een lus kost hier ${r.loopNs} ns per stap)`,
    `geheugen: ${r.heap[0]} MB na een tiende, ${r.heap[1]} MB aan het eind`,
    `vijandige teksten van 100 kB: ${r.hostile.texts}, milliseconden p50 ${r.hostile.p50}, p99 ${r.hostile.p99}, hoogste ${r.hostile.max}`,
    '',
    table(
      ['soort', 'hoogste ms'],
      r.hostile.slowest.map(([kind, took]) => [kind, String(took)]),
      []
    )
  ].join('\n')
