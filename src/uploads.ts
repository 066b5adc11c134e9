import { createReadStream, readdirSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ImportStarter } from './api/context.ts'
import type { ImportRun } from './domain/import.ts'
import { noonOf } from './domain/moment.ts'
import { detectFormat, formatOf, FORMATS, readHead } from './feed/formats.ts'
import { foreignKind, headText, HEAD_BYTES } from './feed/foreign.ts'
import { RUN_REASONS, type RunCode } from './feed/reasons.ts'
import { newRunId, openRun, runImport, type RunContext, type RunOptions } from './feed/run.ts'
import type { SourceFormat } from './feed/source.ts'
import { makeFolder } from './make-folder.ts'

const MAX_UPLOAD = 512 * 1024 * 1024
type Upload = Parameters<ImportStarter['start']>[0]

/** Files that come in over the API: kept on disk, answered with the opened run, imported in the background. */
export class Uploads implements ImportStarter {
  readonly formats = FORMATS.map(f => ({ id: f.id, label: f.label }))
  readonly maxBytes = MAX_UPLOAD
  readonly #folder: string
  readonly #context: () => RunContext
  readonly #track: (work: Promise<unknown>) => void
  /** Sources of which an upload or its import goes on. */
  readonly #busy = new Set<string>()

  constructor(folder: string, context: () => RunContext, track: (work: Promise<unknown>) => void) {
    this.#folder = folder
    this.#context = context
    this.#track = track
    makeFolder(folder)
    // What a crash left behind belongs to no run any more.
    for (const file of readdirSync(folder)) rmSync(join(folder, file), { force: true })
  }

  async start(upload: Upload): Promise<ImportRun> {
    const id = newRunId()
    if (this.#busy.has(upload.source)) return this.#ended(upload, id, 'skipped', 'source-busy')
    this.#busy.add(upload.source)
    const file = join(this.#folder, id)
    const done = (): void => {
      this.#busy.delete(upload.source)
      rmSync(file, { force: true })
    }
    try {
      const { run, work } = await this.#receive(upload, id, file)
      if (work === undefined) done()
      else this.#track(work.finally(done))
      return run
    } catch (error) {
      done()
      throw error
    }
  }

  /** A run that ends before it begins. */
  #ended(upload: Upload, id: string, state: 'failed' | 'skipped', reason: RunCode): ImportRun {
    const { now, rules } = this.#context()
    const mode = upload.mode === undefined ? {} : { mode: upload.mode }
    const opened = openRun({ source: upload.source, format: FORMATS[0] as SourceFormat, ...mode }, now(), rules, id)
    return { ...opened, format: upload.format ?? 'onbekend', state, reason, ...RUN_REASONS[reason], endedAt: now().instant }
  }

  /** Writes the upload to disk and begins its import; no work when its format is not known. */
  async #receive(upload: Upload, id: string, file: string): Promise<{ readonly run: ImportRun; readonly work?: Promise<unknown> }> {
    // Opened first: a stream that opens by itself could make the file after a refused upload was swept.
    await pipeline(upload.body, (await open(file, 'wx', 0o600)).createWriteStream())
    const context = this.#context()
    const bytes = await readHead(file)
    const head = headText(bytes).replace(/^\ufeff/, '')
    const format = upload.format === undefined ? detectFormat(upload.name, head) : formatOf(upload.format)
    // What a format knows it reads itself, and tells what is wrong with it.
    if (format === undefined) {
      const isEmpty = bytes.length < HEAD_BYTES && head.trim() === ''
      const failed = this.#ended(upload, id, 'failed', foreignKind(bytes) ?? (isEmpty ? 'empty' : 'unknown-format'))
      await context.runs.create(failed)
      return { run: failed }
    }
    const options: RunOptions = {
      source: upload.source,
      format,
      ...(upload.mode === undefined ? {} : { mode: upload.mode }),
      ...(upload.day === undefined ? {} : { at: noonOf(upload.day) }),
      ...(upload.accept === undefined ? {} : { accept: upload.accept })
    }
    const run = openRun(options, context.now(), context.rules, id)
    await context.runs.create(run)
    return { run, work: runImport(context, createReadStream(file), options, run) }
  }
}
