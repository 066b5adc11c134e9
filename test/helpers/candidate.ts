import type { z } from 'zod'
import { CandidateSchema, type Candidate, type CandidateInputSchema } from '../../src/domain/candidate.ts'
import { CapacityDocumentSchema, type CapacityDocument, type HoursKind, type HoursLimit, type Limit } from '../../src/domain/capacity.ts'
import { AT } from './vacancy.ts'

/** A full candidate of whom nothing is known but what is given. */
export const candidate = (over: Partial<z.input<typeof CandidateInputSchema>> = {}): Candidate =>
  CandidateSchema.parse({ pseudonym: 'Proef 1', ...over, id: 'k-proef01', version: 1, createdAt: AT.instant, updatedAt: AT.instant })

/** A capacity document with the given limits; without any it says "no limitation". */
export const document = (limits: readonly Limit[] = [], over: Partial<z.input<typeof CapacityDocumentSchema>> = {}): CapacityDocument =>
  CapacityDocumentSchema.parse({ type: 'FML', editie: 'referentie', date: '2026-10-01', limits, ...over })

/** One limit: code and level, with the value printed on the document when there is one. */
export const limit = (code: string, niveau: number, over: Partial<Limit> = {}): Limit => ({ code, niveau, ...over })

/** A value printed on the document at level 1 or the level given. */
export const printed = (code: string, value: number, op: 'ca' | 'max' | 'lt' = 'ca', niveau = 1): Limit => ({ code, niveau, printed: { value, op } })

const hoursLimit =
  (kind: HoursKind) =>
  (value: number): HoursLimit => ({ value, kind })
export const average = hoursLimit('gemiddeld')
export const atMost = hoursLimit('ten_hoogste')

/** A document that only limits hours. */
export const hoursDocument = (
  hours: { readonly perDay?: HoursLimit; readonly perWeek?: HoursLimit },
  over: Partial<z.input<typeof CapacityDocumentSchema>> = {}
): CapacityDocument => document([], { hours: { perDay: hours.perDay ?? null, perWeek: hours.perWeek ?? null }, ...over })
