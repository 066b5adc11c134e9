import { pino, type Logger } from 'pino'
import type { Config } from './config.ts'

export type { Logger }

/** Fields of an object that may be written, by name; everything else is left out (`reliability.md` 4, T06). */
const pick = (value: unknown, names: readonly string[]): Readonly<Record<string, unknown>> =>
  typeof value !== 'object' || value === null ? {} : Object.fromEntries(names.flatMap(n => (n in value ? [[n, (value as Record<string, unknown>)[n]]] : [])))

/** An allowlist, not redaction: no message, body, address or header of a request ever reaches the log. */
const serializers = {
  err: (error: unknown) => ({ name: error instanceof Error ? error.name : 'unknown', ...pick(error, ['code', 'statusCode']) }),
  req: (request: unknown) => pick(request, ['id', 'method']),
  res: (reply: unknown) => pick(reply, ['statusCode'])
}

/** JSON lines on stdout; `stderr` for commands, whose stdout is their answer. */
export const createLogger = (level: Config['logLevel'], to: 'stdout' | 'stderr' = 'stdout'): Logger =>
  pino({ level, serializers }, pino.destination({ dest: to === 'stdout' ? 1 : 2 }))
