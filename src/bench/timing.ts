/** Milliseconds of one kind of work. */
export interface Timing {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly count: number
}

const percentile = (sorted: readonly number[], p: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0
const tenth = (n: number): number => Math.round(n * 10) / 10

export function timing(ms: readonly number[]): Timing {
  const sorted = [...ms].sort((a, b) => a - b)
  return { p50: tenth(percentile(sorted, 0.5)), p95: tenth(percentile(sorted, 0.95)), p99: tenth(percentile(sorted, 0.99)), count: sorted.length }
}

/** Milliseconds a piece of work takes. */
export async function msOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** CPU seconds of this process, or since an earlier look. */
export function cpuSeconds(since?: NodeJS.CpuUsage): number {
  const u = process.cpuUsage(since)
  return (u.user + u.system) / 1e6
}

export const megabytes = (bytes: number): number => Math.round(bytes / 1_048_576)
export const show = ({ p50, p95, p99 }: Timing): string => `${p50} / ${p95} / ${p99}`
