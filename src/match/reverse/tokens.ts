import type { Prepared } from '../../domain/prepared.ts'
import type { SetField } from '../fields.ts'
import type { Predicate } from '../predicate.ts'
import type { Profile } from '../reverse.ts'
import { FIELD_NAMES } from './vocabulary.ts'

/** Every vacancy has it: who forbids it fits nothing ("geen benutbare mogelijkheden"). */
const EVERY = '*'
const token = (field: SetField, code: string): string => `${field}=${code}`

/**
 * Codes any one of which makes a predicate hold. Turned round exactly: `any` of a field, and a choice between such. Not turned
 * round, so without codes: what asks for two things at once or for the absence of one (travel and work at home, the level of
 * education, a diploma, the day spread from the week, the closing date); those are judged in process.
 */
function enough(p: Predicate): readonly string[] {
  if (p.op === 'any') return p.of.map(code => token(p.field, code))
  if (p.op !== 'atLeast') return []
  if (p.n <= 0) return [EVERY]
  return p.n === 1 || p.of.length === 1 ? p.of.flatMap(part => (p.n > p.of.length ? [] : enough(part))) : []
}

/** What a vacancy may not have for this candidate: with one of these codes it is certainly niet passend. */
export const forbiddenTokens = (profile: Profile): readonly string[] => [...new Set(profile.bars.flatMap(b => enough(b.conflict)))].sort()

/** The codes of a vacancy, to be held against what profiles forbid. */
export const tokensOf = (v: Prepared): readonly string[] => [
  EVERY,
  ...FIELD_NAMES.flatMap(field => {
    const value = v[field]
    if (value === null || typeof value === 'number') return []
    return (typeof value === 'string' ? [value] : value).map(code => token(field as SetField, code))
  })
]
