import type { Prepared } from '../../domain/prepared.ts'
import { FIELDS, type Field } from '../../match/fields.ts'
import { BLOCK, bytes, ints, setBit, shorts, words, WORDS } from './bits.ts'

export const ABSENT = -0x80000000

/** The rows of one token: a bit plane when many rows have it, else a sorted list (`engines.md` 4.1). */
export type Posting = { readonly plane: Uint32Array } | { readonly rows: Uint32Array }

export interface CodeColumn {
  readonly kind: 'code'
  readonly codes: ReadonlyMap<string, number>
  readonly names: readonly string[]
  readonly column: Uint16Array
  /** The rows of each code, the absent one first; only where there are few codes. */
  readonly planes?: readonly Uint32Array[]
}
export interface IntColumn {
  readonly kind: 'int'
  readonly column: Int32Array
  /** Lowest and highest number there is; the lowest above the highest when there is none. */
  readonly least: number
  readonly most: number
}
export interface TokenColumn {
  readonly kind: 'tokens'
  readonly postings: ReadonlyMap<string, Posting>
  readonly known: Uint32Array
}
/** Rows are sorted by place, so every place is one range of rows, up to the start of the next. Rows without a place come last. */
export interface PlaceColumn {
  readonly kind: 'place'
  /** Number of a place, in the order of the rows. */
  readonly places: ReadonlyMap<string, number>
  /** First row of each place, and one more: the first row without a place. */
  readonly starts: readonly number[]
}
/** Forward lists: the codes of a row with their whole shares. */
export interface ShareColumn {
  readonly kind: 'shares'
  readonly codes: ReadonlyMap<string, number>
  readonly from: Int32Array
  readonly code: Uint16Array
  readonly share: Uint8Array
}
export interface KeyColumn {
  readonly kind: 'key'
  readonly ids: readonly string[]
  readonly rows: ReadonlyMap<string, number>
}
export type Column = CodeColumn | IntColumn | TokenColumn | PlaceColumn | ShareColumn | KeyColumn

/** Immutable once built, but for `live`: a row that was replaced or removed loses its bit. */
export interface Segment {
  readonly size: number
  readonly blocks: number
  readonly live: Uint32Array
  readonly source: readonly string[]
  readonly columns: Readonly<Record<Field, Column>>
}

/** A field with at most so many codes has a plane for each: 64 of them take 8 bytes a row. */
const MOST_PLANES = 64
const planeOf = (size: number): Uint32Array => words(Math.ceil(size / BLOCK) * WORDS)

function codeColumn(values: ReadonlyArray<string | null>): CodeColumn {
  const codes = new Map<string, number>()
  const names = ['']
  const column = shorts(Math.ceil(values.length / BLOCK) * BLOCK)
  values.forEach((value, row) => {
    if (value === null) return
    let code = codes.get(value)
    if (code === undefined) {
      code = names.length
      if (code > 0xffff) throw new Error('too many codes in one field')
      codes.set(value, code)
      names.push(value)
    }
    column[row] = code
  })
  return { kind: 'code', codes, names, column, ...(names.length > MOST_PLANES ? {} : { planes: planesOf(column, names.length) }) }
}

function planesOf(column: Uint16Array, codes: number): readonly Uint32Array[] {
  const planes = Array.from({ length: codes }, () => planeOf(column.length))
  column.forEach((code, row) => setBit(planes[code] as Uint32Array, row))
  return planes
}

function intColumn(values: ReadonlyArray<number | null>): IntColumn {
  const column = ints(Math.ceil(values.length / BLOCK) * BLOCK).fill(ABSENT)
  let [least, most] = [Infinity, -Infinity]
  values.forEach((value, row) => {
    if (value === null) return
    column[row] = value
    if (value < least) least = value
    if (value > most) most = value
  })
  return { kind: 'int', column, least, most }
}

function tokenColumn(values: ReadonlyArray<readonly string[]>): TokenColumn {
  const lists = new Map<string, number[]>()
  const known = planeOf(values.length)
  values.forEach((tokens, row) => {
    if (tokens.length > 0) setBit(known, row)
    for (const token of tokens) {
      const list = lists.get(token)
      if (list === undefined) lists.set(token, [row])
      else if (list.at(-1) !== row) list.push(row)
    }
  })
  const postings = new Map<string, Posting>()
  for (const [token, rows] of lists) {
    if (rows.length > values.length / 32) {
      const plane = planeOf(values.length)
      for (const row of rows) setBit(plane, row)
      postings.set(token, { plane })
    } else {
      const list = words(rows.length)
      list.set(rows)
      postings.set(token, { rows: list })
    }
  }
  return { kind: 'tokens', postings, known }
}

function placeColumn(values: ReadonlyArray<string | null>): PlaceColumn {
  const places = new Map<string, number>()
  const starts: number[] = []
  let row = 0
  for (; row < values.length; row++) {
    const place = values[row]
    if (place === null || place === undefined) break
    if (place === values[row - 1]) continue
    places.set(place, starts.length)
    starts.push(row)
  }
  starts.push(row)
  return { kind: 'place', places, starts }
}

function shareColumn(values: ReadonlyArray<readonly string[]>): ShareColumn {
  const codes = new Map<string, number>()
  const from = ints(values.length + 1)
  const total = values.reduce((n, v) => n + v.length, 0)
  const [code, share] = [shorts(total), bytes(total)]
  let at = 0
  values.forEach((tokens, row) => {
    from[row] = at
    for (const token of tokens) {
      const [name = '', points = '0'] = token.split('#')
      if (!codes.has(name)) codes.set(name, codes.size)
      code[at] = codes.get(name) as number
      share[at++] = Number(points)
    }
  })
  from[values.length] = at
  return { kind: 'shares', codes, from, code, share }
}

function keyColumn(ids: readonly string[]): KeyColumn {
  return { kind: 'key', ids, rows: new Map(ids.map((id, row) => [id, row])) }
}

function columnOf(field: Field, rows: readonly Prepared[]): Column {
  const values = rows.map(r => r[field])
  switch (FIELDS[field]) {
    case 'code':
      return codeColumn(values as Array<string | null>)
    case 'int':
      return intColumn(values as Array<number | null>)
    case 'tokens':
      return tokenColumn(values as string[][])
    case 'place':
      return placeColumn(values as Array<string | null>)
    case 'shares':
      return shareColumn(values as string[][])
    case 'key':
      return keyColumn(values as string[])
  }
}

/**
 * Builds a segment: rows in place order (near places lie together, the largest single gain of `engines.md` 4), unknown
 * places last. `order` gives the position of a place code on a curve over the map.
 */
export function buildSegment(prepared: readonly Prepared[], order: (place: string) => number): Segment {
  const rank = (p: Prepared): number => (p.place === null ? Infinity : order(p.place))
  const rows = [...prepared].sort((a, b) => {
    const [x, y] = [rank(a), rank(b)]
    if (x !== y) return x < y ? -1 : 1
    if (a.place !== b.place) return (a.place ?? '') < (b.place ?? '') ? -1 : 1
    return a.vacancy_id < b.vacancy_id ? -1 : 1
  })
  const live = planeOf(rows.length)
  rows.forEach((_, row) => setBit(live, row))
  const columns = Object.fromEntries((Object.keys(FIELDS) as Field[]).map(f => [f, columnOf(f, rows)])) as Record<Field, Column>
  return { size: rows.length, blocks: Math.ceil(rows.length / BLOCK), live, source: rows.map(r => r.source), columns }
}
