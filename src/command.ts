import type { ParseArgsConfig } from 'node:util'

export interface Arguments {
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | undefined>>
}

/** One file in `commands/`. */
export interface Command {
  readonly name: string
  readonly summary: string
  /** Shown by `--help`: the line after the program name, and the options with their meaning. */
  readonly usage: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  readonly help: ReadonlyArray<readonly [string, string]>
  /** Least and most positional arguments. */
  readonly arity: readonly [number, number]
  /** Gives the exit code: 0 done, 1 failed, 2 wrong use. */
  run(args: Arguments, io: Io): Promise<number>
}

/** Where a command writes; tests give their own. */
export interface Io {
  out(text: string): void
  err(text: string): void
  /** Progress on one line; only on a terminal. */
  progress(text: string): void
}

/** Wrong use: message and exit code 2. */
export class UsageError extends Error {}

/** Something the user must know, without a stack: exit code 1. */
export class CommandFailure extends Error {}

export const processIo: Io = {
  out: text => {
    process.stdout.write(`${text}\n`)
  },
  err: text => {
    process.stderr.write(`${text}\n`)
  },
  progress: text => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`)
  }
}
