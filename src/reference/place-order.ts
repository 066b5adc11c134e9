import { PLACES } from './places.ts'

/** Spreads the low 16 bits of a number over the even bits. */
function spread(n: number): number {
  let x = n & 0xffff
  x = (x | (x << 8)) & 0x00ff00ff
  x = (x | (x << 4)) & 0x0f0f0f0f
  x = (x | (x << 2)) & 0x33333333
  return (x | (x << 1)) & 0x55555555
}

const order = new Map(
  [...PLACES.values()].map(p => {
    const x = Math.round(((p.lon - 3) / 5) * 0xffff)
    const y = Math.round(((p.lat - 50) / 4) * 0xffff)
    return [p.code, (spread(x) | (spread(y) << 1)) >>> 0]
  })
)

/** Position of a place on a Z-curve over the Netherlands: near places get near numbers. */
export const placeOrder = (code: string): number => order.get(code) ?? 0xffffffff
