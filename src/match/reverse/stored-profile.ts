import { z } from 'zod'
import { PLACES } from '../../reference/places.ts'
import { FIELDS, type Field, type NumberField, type SetField } from '../fields.ts'
import type { Predicate } from '../predicate.ts'
import type { Profile } from '../reverse.ts'

/** A predicate as it is stored: a long list of places is one bit per place of the table, whose order is part of the scorecard's version. */
type Stored =
  | { readonly op: 'any'; readonly field: SetField; readonly of: readonly string[] }
  | { readonly op: 'places'; readonly bits: string }
  | { readonly op: 'range'; readonly field: NumberField; readonly gte?: number | undefined; readonly lte?: number | undefined }
  | { readonly op: 'known'; readonly field: Field }
  | { readonly op: 'atLeast'; readonly n: number; readonly of: readonly Stored[] }
  | { readonly op: 'not'; readonly of: Stored }

const NAMES = Object.keys(FIELDS) as readonly Field[]
const NumberFieldSchema = z.enum(NAMES.filter((f): f is NumberField => FIELDS[f] === 'int') as [NumberField, ...NumberField[]])
const SetFieldSchema = z.enum(NAMES.filter((f): f is SetField => FIELDS[f] !== 'int') as [SetField, ...SetField[]])
const code = z.string().max(64)

const StoredSchema: z.ZodType<Stored> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.strictObject({ op: z.literal('any'), field: SetFieldSchema, of: z.array(code) }),
    z.strictObject({ op: z.literal('places'), bits: z.base64() }),
    z.strictObject({ op: z.literal('range'), field: NumberFieldSchema, gte: z.int().optional(), lte: z.int().optional() }),
    z.strictObject({ op: z.literal('known'), field: z.enum(NAMES as [Field, ...Field[]]) }),
    z.strictObject({ op: z.literal('atLeast'), n: z.int(), of: z.array(StoredSchema) }),
    z.strictObject({ op: z.literal('not'), of: StoredSchema })
  ])
)
const PayloadSchema = z.strictObject({
  bars: z.array(z.strictObject({ conflict: StoredSchema, fits: StoredSchema, movable: z.boolean() })),
  groups: z.array(z.array(z.strictObject({ points: z.int().min(1), when: StoredSchema })))
})
export type ProfilePayload = z.infer<typeof PayloadSchema>

const places = [...PLACES.keys()]
const placeAt = new Map(places.map((name, at) => [name, at]))
const LONG = 12

function packed(p: Predicate): Stored {
  if (p.op === 'atLeast') return { op: 'atLeast', n: p.n, of: p.of.map(packed) }
  if (p.op === 'not') return { op: 'not', of: packed(p.of) }
  if (p.op !== 'any' || p.field !== 'place' || p.of.length <= LONG || !p.of.every(name => placeAt.has(name))) return p
  const bits = Buffer.alloc((places.length + 7) >> 3)
  for (const name of p.of) {
    const at = placeAt.get(name) ?? 0
    bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7))
  }
  return { op: 'places', bits: bits.toString('base64') }
}

function unpacked(p: Stored): Predicate {
  switch (p.op) {
    case 'places': {
      const bits = Buffer.from(p.bits, 'base64')
      return { op: 'any', field: 'place', of: places.filter((_, at) => (((bits[at >> 3] ?? 0) >> (at & 7)) & 1) === 1) }
    }
    case 'atLeast':
      return { op: 'atLeast', n: p.n, of: p.of.map(unpacked) }
    case 'not':
      return { op: 'not', of: unpacked(p.of) }
    case 'range':
      return { op: 'range', field: p.field, ...(p.gte === undefined ? {} : { gte: p.gte }), ...(p.lte === undefined ? {} : { lte: p.lte }) }
    default:
      return p
  }
}

/** The questions of a profile as they are stored beside its codes: some 6 kB instead of 30. */
export const payloadOf = (profile: Profile): ProfilePayload => ({
  bars: profile.bars.map(b => ({ conflict: packed(b.conflict), fits: packed(b.fits), movable: b.movable })),
  groups: profile.groups.map(group => group.map(({ points, when }) => ({ points, when: packed(when) })))
})

/** The profile again; undefined when what was stored is not ours. */
export function profileFrom(head: Omit<Profile, 'bars' | 'groups'>, payload: unknown): Profile | undefined {
  const parsed = PayloadSchema.safeParse(payload)
  if (!parsed.success) return undefined
  return {
    ...head,
    bars: parsed.data.bars.map(b => ({ conflict: unpacked(b.conflict), fits: unpacked(b.fits), movable: b.movable })),
    groups: parsed.data.groups.map(group => group.map(({ points, when }) => ({ points, when: unpacked(when) })))
  }
}
