import { setBit, words } from './bits.ts'
import { ABSENT, type IntColumn } from './segment.ts'

/** So many ranges are remembered of a column: every question of a day asks the same one ("open today"). */
const MOST_REMEMBERED = 8
const remembered = new WeakMap<IntColumn, Map<string, Uint32Array>>()

function planeOf({ column }: IntColumn, least: number, most: number): Uint32Array {
  const plane = words(column.length / 32)
  for (let row = 0; row < column.length; row++) {
    const value = column[row] as number
    if (value >= least && value <= most) setBit(plane, row)
  }
  return plane
}

/** The rows whose whole number lies between, as a plane that is worked out once for each pair of bounds; undefined when there can be none. An absent number never does. */
export function rangePlane(column: IntColumn, gte = -Infinity, lte = Infinity): Uint32Array | undefined {
  const [least, most] = [Math.max(gte, ABSENT + 1, column.least), Math.min(lte, column.most)]
  if (least > most) return undefined
  const known = remembered.get(column) ?? new Map<string, Uint32Array>()
  remembered.set(column, known)
  const key = `${least} ${most}`
  const plane = known.get(key) ?? planeOf(column, least, most)
  if (known.size >= MOST_REMEMBERED && !known.has(key)) known.clear()
  known.set(key, plane)
  return plane
}
