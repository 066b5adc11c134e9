import { PLACES } from './places.ts'

/** Spreads the low 16 bits of a number over the even bits. */
function spread(n: number): number {
  let x = n & 0xffff
  x = (x | (x << 8)) & 0x00ff00ff
  x = (x | (x << 4)) & 0x0f0f0f0f
  x = (x | (x << 2)) & 0x33333333
  return (x | (x << 1)) & 0x55555555
}

const order = new Map<string, number>()

/** Position of a place on a Z-curve over the Netherlands: near places get near numbers. */
export function placeOrder(code: string): number {
  const known = order.get(code)
  if (known !== undefined) return known
  const place = PLACES.get(code)
  if (place === undefined) return 0xffffffff
  const x = Math.round(((place.lon - 3) / 5) * 0xffff)
  const y = Math.round(((place.lat - 50) / 4) * 0xffff)
  const position = (spread(x) | (spread(y) << 1)) >>> 0
  order.set(code, position)
  return position
}
