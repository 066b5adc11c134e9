import * as fc from 'fast-check'
import type { Vacancy } from '../../../src/domain/vacancy.ts'
import { all, always, any, atLeast, known, never, not, range, some, type Predicate } from '../../../src/match/predicate.ts'
import { codes, DOMAIN, SEED, SOURCES, vacancyOf } from '../../helpers/arbitraries.ts'

const SHAPES = fc.sample(codes, { seed: SEED + 9, numRuns: 97 }).map(c => ({ ...c, status: 'open' }))
/** Many vacancies that tie in points and day, of 97 different shapes. */
export const crowd = (n: number): readonly Vacancy[] =>
  Array.from({ length: n }, (_, i) => vacancyOf(`${SOURCES[i % 3]}:${((i * 7919) % n).toString(36)}`, { ...SHAPES[i % 97], published: 20_000 }))

/** Questions of every form. */
export const QUESTIONS: readonly Predicate[] = [
  always,
  never,
  not(never),
  not(always),
  known('sector'),
  not(known('sector')),
  known('comp'),
  known('place'),
  not(known('place')),
  known('vacancy_id'),
  range('published', {}),
  not(range('closes', {})),
  known('closes'),
  any('place', DOMAIN.place.slice(0, 6)),
  not(any('place', DOMAIN.place.slice(0, 6))),
  any('occ', DOMAIN.occ.slice(0, 5)),
  any('comp', DOMAIN.comp.slice(0, 20)),
  any('hours', ['1', '40']),
  any('vacancy_id', ['alfa:0', 'alfa:3', 'weg:1']),
  atLeast(2, [known('edu'), known('sector'), known('closes')]),
  some(not(known('stems')), any('status', ['missed'])),
  all(not(any('load', DOMAIN.load.slice(0, 30))), not(known('remote')))
]
export const GRADES = [
  [{ key: 'a', points: 5, when: any('sector', DOMAIN.sector.slice(0, 9)) }],
  [{ key: 'b', points: 9, when: any('comp', DOMAIN.comp.slice(0, 30)) }],
  [{ key: 'c', points: 2, when: range('richness', { gte: 4 }) }]
]
