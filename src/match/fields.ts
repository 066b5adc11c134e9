import type { Prepared } from '../domain/prepared.ts'

/**
 * How a field is kept (`engines.md` 3): `code` one value of a small dictionary, `int` one whole number, `tokens` a set,
 * `place` a code of the places table, `shares` a set of `code#share` read as points. A test holds this table against
 * `mappings/vacancies.json`.
 */
export type StorageClass = 'code' | 'int' | 'tokens' | 'place' | 'shares' | 'key'

export const FIELDS = {
  vacancy_id: 'key',
  source: 'code',
  status: 'code',
  published: 'int',
  closes: 'int',
  place: 'place',
  hours: 'code',
  day_hours: 'code',
  edu: 'code',
  edu_rule: 'code',
  diploma: 'tokens',
  sector: 'code',
  occ: 'tokens',
  comp: 'shares',
  skill: 'tokens',
  stems: 'tokens',
  load: 'tokens',
  licence: 'tokens',
  cert: 'tokens',
  lang: 'tokens',
  contract: 'tokens',
  remote: 'code',
  parts: 'tokens',
  employer_kind: 'code',
  richness: 'int',
  visible_to: 'tokens'
} as const satisfies Record<keyof Prepared, StorageClass>

export type Field = keyof typeof FIELDS
export type NumberField = { [F in Field]: (typeof FIELDS)[F] extends 'int' ? F : never }[Field]
export type SetField = Exclude<Field, NumberField>
