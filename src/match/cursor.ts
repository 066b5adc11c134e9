import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Cursor } from './engine.ts'

const SealedSchema = z.strictObject({
  g: z.int(),
  l: z.tuple([z.int(), z.int(), z.string().max(64)]),
  q: z.string().length(22)
})

/** Thrown when a cursor is forged, or belongs to another question, scorecard or day. */
export class ForeignCursor extends Error {
  constructor() {
    super('cursor of another question')
  }
}

/**
 * Wraps the engine's cursor for the caller (`engines.md` 2): a keyed hash of the question without size and place, and a
 * signature over the whole. The hash is keyed because a plain hash of a small question can be guessed back.
 */
export class CursorSeal {
  readonly #key: Buffer

  constructor(key: Buffer) {
    this.#key = key
  }

  #hash(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64url').slice(0, 22)
  }

  /** `question` is the query, the scorecard version and the day as one string. */
  seal(cursor: Cursor, question: string): string {
    const body = Buffer.from(JSON.stringify({ g: cursor.generation, l: cursor.last, q: this.#hash(`q${question}`) })).toString('base64url')
    return `${body}.${this.#hash(`s${body}`)}`
  }

  /** The engine's cursor again; throws ForeignCursor. */
  open(sealed: string, question: string): Cursor {
    const [body = '', signature = ''] = sealed.split('.')
    const expected = Buffer.from(this.#hash(`s${body}`))
    const given = Buffer.from(signature)
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new ForeignCursor()
    const parsed = SealedSchema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString()))
    if (!parsed.success || parsed.data.q !== this.#hash(`q${question}`)) throw new ForeignCursor()
    return { generation: parsed.data.g, last: parsed.data.l }
  }
}
