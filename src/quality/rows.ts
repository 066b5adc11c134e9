import { createReadStream } from 'node:fs'
import { linesOf } from '../feed/lines.ts'
import { RUN_REASONS } from '../feed/reasons.ts'
import { RunFault } from '../feed/source.ts'

/** A line that cannot be used: where, and what is wrong with it. */
export interface BadRow {
  readonly line: number
  readonly problem: string
}

export type Read<T> = { readonly row: T } | { readonly bad: BadRow }

/** A file that cannot be read at all; the message says why, for people. */
export class UnusableFile extends Error {}

/** The lines of a file that hold something, without a byte order mark; a line above 1 MiB comes as null. Throws UnusableFile. */
export async function* filledLines(file: string): AsyncIterable<{ readonly number: number; readonly text: string | null }> {
  try {
    for await (const { number, text } of linesOf(createReadStream(file))) {
      if (text === null) yield { number, text }
      else if (text.trim() !== '') yield { number, text: text.replace(/^\ufeff/, '') }
    }
  } catch (error) {
    throw error instanceof RunFault ? new UnusableFile(RUN_REASONS[error.code].message) : error
  }
}
