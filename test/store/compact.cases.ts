import * as fc from 'fast-check'
import type { Test } from 'tap'
import { assemble, bodyOf } from '../../src/store/vacancy-form.ts'
import { SEED } from '../helpers/arbitraries.ts'
import { vacancies } from '../helpers/generate.ts'

/** A record without what its schema fills in: shorter, and read back the same to the byte. */
export async function compactRecords(t: Test): Promise<void> {
  let [short, long] = [0, 0]
  fc.assert(
    fc.property(vacancies(), v => {
      const { prepared, ...rest } = v
      const parts = { prepared: JSON.stringify(prepared), seen: null, lastRun: null }
      const body = bodyOf(v)
      // The fingerprint is made of the text: the order of what is read back counts, too.
      t.equal(JSON.stringify(assemble({ ...parts, body })), JSON.stringify(v))
      t.equal(JSON.stringify(assemble({ ...parts, body: JSON.stringify(rest) })), JSON.stringify(v), 'and rows of before are read as they were')
      short += body.length
      long += JSON.stringify(rest).length
    }),
    { numRuns: 200, seed: SEED }
  )
  t.ok(short < 0.8 * long, `${short} of ${long} characters`)
}
