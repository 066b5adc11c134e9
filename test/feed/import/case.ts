import { deepStrictEqual, notStrictEqual, strictEqual } from 'node:assert/strict'
import type { Test } from 'tap'
import { NO_COUNTS, type ImportCounts } from '../../../src/domain/import.ts'
import { RUN_REASONS } from '../../../src/feed/reasons.ts'
import { ownFile, ownRow, type Line } from '../files.ts'
import type { Check, ImportOptions, Step, World } from '../world.ts'

/** One seed for the gate, so that it says the same each time; another one may be given. */
export const SEED = Number(process.argv[2] ?? 20_261_124)

/** A test in a world of its own. */
export interface WorldCase {
  readonly name: string
  readonly work: (t: Test, world: World) => Promise<void>
}
export const inWorld = (name: string, work: WorldCase['work']): WorldCase => ({ name, work })

export const counts = (over: Partial<ImportCounts>): ImportCounts => ({ ...NO_COUNTS, ...over })
export const rows = (...ids: readonly string[]): readonly Line[] => ids.map(id => ownRow(id))
export const delta = (lines: readonly Line[]): string => ownFile(lines, { mode: 'delta' })
export const gone = (sourceId: string): Line => ({ op: 'delete', sourceId })

/** Throws at the first failure: for a property that makes its case smaller, and for hundreds of steps that are one test. */
export const strict: Check = {
  equal: strictEqual,
  same: deepStrictEqual,
  not: notStrictEqual,
  fail: (name, extra) => {
    throw new Error(`${name} ${JSON.stringify(extra)}`)
  }
}

/** A step that must end like this. */
export async function expect(t: Test, step: Promise<Step>, name: string, state: string, over?: Partial<ImportCounts>): Promise<Step> {
  const done = await step
  t.equal(done.run.reason === null ? done.run.state : `${done.run.state} ${done.run.reason}`, state, name)
  if (over !== undefined) t.same(done.run.counts, counts(over), `${name}: counts`)
  return done
}

/** A file that must change nothing at all. */
export async function changesNothing(
  t: Test,
  world: World,
  file: string | Buffer,
  name: string,
  states: readonly string[],
  options: ImportOptions = {}
): Promise<void> {
  const before = await world.dump()
  const { run } = await world.import(t, file, options)
  t.ok(states.includes(`${run.state} ${run.reason ?? ''}`.trim()), `${name}: ${states.join(' or ')}`, { got: `${run.state} ${run.reason ?? ''}` })
  t.same(await world.dump(), before, `${name}: not a byte of a vacancy has changed, nor the generation`)
  if (run.reason !== null) {
    const reason = RUN_REASONS[run.reason as keyof typeof RUN_REASONS]
    t.same([run.message, run.remedy, run.generation], [reason.message, reason.remedy, null], `${name}: says why and what to do`)
  }
}
