import type { ImportCounts } from '../domain/import.ts'
import { RunFault } from './source.ts'

/** More refused rows than this share hold the run (guard 4 of `reliability.md` 3). */
const REJECT_BUDGET = 0.2

/** Holds a run that refuses too much, or that brings nothing: no vacancy, and no word that one is gone. */
export function guard(counts: ImportCounts, gone: number): void {
  if (counts.rejected > counts.received * REJECT_BUDGET) throw new RunFault('reject-budget', 'held')
  if (counts.new + counts.changed + counts.unchanged + gone === 0) throw new RunFault('empty', 'held')
}
