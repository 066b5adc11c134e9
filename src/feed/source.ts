import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { VacancyFactsSchema } from '../domain/vacancy.ts'
import type { RowCode, RunCode } from './reasons.ts'

export interface Warning {
  readonly code: RowCode
  readonly field: string | null
  readonly sample: string | null
}

/** One row of a feed, translated but not yet normalised. Position is a line or record number, from 1. */
export type Parsed =
  | {
      readonly kind: 'header'
      readonly mode: 'full' | 'delta'
      /** When the source says it made the file; an older one than the last is refused. */
      readonly generatedAt: string | null
    }
  | {
      readonly kind: 'row'
      readonly position: number
      readonly sourceId: string | null
      readonly facts: z.input<typeof VacancyFactsSchema>
      /** Text of one of these kinds still has to be cleaned. */
      readonly raw: boolean
      /** A province or region beside the town, for names that occur twice. */
      readonly province?: string
      readonly warnings: readonly Warning[]
    }
  | { readonly kind: 'delete'; readonly position: number; readonly sourceId: string }
  | {
      readonly kind: 'reject'
      readonly position: number
      readonly sourceId: string | null
      readonly code: RowCode
      readonly field: string | null
      readonly sample: string | null
    }

/** Thrown by a source: the file as a whole cannot be used; nothing changes. */
export class RunFault extends Error {
  readonly code: RunCode
  /** `held` waits for a person, `failed` needs a better file. */
  readonly state: 'failed' | 'held'
  /** The figures behind it, as a Dutch sentence. */
  readonly note: string | null
  constructor(code: RunCode, state: 'failed' | 'held' = 'failed', note: string | null = null) {
    super(code)
    this.code = code
    this.state = state
    this.note = note
  }
}

/** What one file may cost: bytes in all, number of records, characters of one record. */
export interface Limits {
  readonly bytes: number
  readonly records: number
  readonly record: number
}

export interface ParseOptions {
  readonly source: string
  /** Day on which the import runs. */
  readonly day: string
  /** Other caps than the default ones of `lines.ts`. */
  readonly limits?: Limits
}

/** One file in `sources/`: a format as a stream of rows (`feeds.md` 3). A row that cannot be read is a reject, never an exception. */
export interface SourceFormat {
  readonly id: string
  readonly label: string
  /** Whether a file of this name and beginning is of this format; asked in order of `rank`. */
  readonly rank: number
  sniff(name: string, head: string): boolean
  /** What absence from a complete file means when the file does not say (`feeds.md` 3). */
  readonly mode: 'full' | 'delta'
  parse(input: Readable, options: ParseOptions): AsyncIterable<Parsed>
}
