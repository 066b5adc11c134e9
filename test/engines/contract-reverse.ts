import type { Test } from 'tap'
import { listContract } from './contract-reverse/lists.ts'
import type { ReverseOptions, ReverseSuite } from './contract-reverse/people.ts'
import { recordsContract } from './contract-reverse/records.ts'
import { sameScoreContract } from './contract-reverse/same-score.ts'

const SUITES: Readonly<Record<string, ReverseSuite>> = {
  'records are the truth': recordsContract,
  'lists and pages': listContract,
  'same score both ways': sameScoreContract
}

/** What every reverse engine must do (`engines.md` 5.6): the embedded one and Elasticsearch pass the same suite. */
export async function reverseContract(t: Test, options: ReverseOptions): Promise<void> {
  for (const [name, suite] of Object.entries(SUITES))
    await t.test(name, async t => {
      await suite(t, options)
    })
}
