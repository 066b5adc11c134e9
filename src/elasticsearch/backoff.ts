import { setTimeout as sleepFor } from 'node:timers/promises'
import { ElasticsearchFault } from './errors.ts'

/** Time and chance, so that a test need not wait. */
export interface Clock {
  /** Milliseconds that only grow. */
  now(): number
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** From 0 up to 1. */
  random(): number
}

export const CLOCK: Clock = {
  now: () => performance.now(),
  sleep: async (ms, signal) => {
    await sleepFor(ms, undefined, signal === undefined ? {} : { signal }).catch(() => {
      throw new ElasticsearchFault('aborted', 'aborted')
    })
  },
  random: () => Math.random()
}

const LEAST_MS = 500
const MOST_MS = 30_000

/** How long to wait before try `attempt` (0 = after the first failure): anywhere between 0.5 s and a bound that doubles up to 30 s. */
export const waitMs = (attempt: number, random: number): number => LEAST_MS + random * (Math.min(MOST_MS, 2 * LEAST_MS * 2 ** attempt) - LEAST_MS)
