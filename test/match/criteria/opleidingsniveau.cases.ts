import type { EducationRange, Track } from '../../../src/domain/codes.ts'
import type { VacancyFacts } from '../../../src/domain/vacancy.ts'
import { candidate } from '../../helpers/candidate.ts'
import { advert, type CriterionCase } from '../criteria-case.ts'

const BAR = 'opleiding'
const STATED = 'opleiding.vermeld'
const has = (min: number, max = min, track: Track | null = null) => candidate({ profile: { education: { level: { min, max }, track } } })
const asks = (range: EducationRange, rule: 'strict' | 'niveau' | null = null, educationTrack: VacancyFacts['educationTrack'] = null) =>
  advert({ educationLevel: range, educationTrack, requiredDiploma: rule === null ? null : { strict: rule === 'strict', fields: [], open: false } })
const level = (min: number, max = min): EducationRange => ({ min, max })
const stands = (state: 'conflict' | 'fits' | 'open', points: number, code: string): CriterionCase['expect'] => ({
  bars: { [BAR]: state, [STATED]: 'fits' },
  points,
  code: { [BAR]: code, [STATED]: 'opleiding.vermeld' }
})

const OK = 'opleiding.past'
const LOW = 'opleiding.te-laag'
const TALK = 'opleiding.gelijkwaardig'

/** Own level mbo-4 (5) unless said otherwise. */
export const cases: readonly CriterionCase[] = [
  { name: 'the level itself', candidate: has(5), vacancy: asks(level(5)), expect: stands('fits', 20, OK) },
  { name: 'one level lower', candidate: has(5), vacancy: asks(level(4)), expect: stands('fits', 12, OK) },
  { name: 'two levels lower', candidate: has(5), vacancy: asks(level(3)), expect: stands('fits', 6, OK) },
  { name: 'three levels lower', candidate: has(5), vacancy: asks(level(2)), expect: stands('fits', 2, OK) },
  { name: 'four levels lower earns the same: a safety net', candidate: has(5), vacancy: asks(level(1)), expect: stands('fits', 2, OK) },
  { name: 'one level higher', candidate: has(5), vacancy: asks(level(6)), expect: stands('conflict', 0, LOW) },
  { name: 'one level higher, the paper itself', candidate: has(5), vacancy: asks(level(6), 'strict'), expect: stands('conflict', 0, LOW) },
  { name: 'one level higher, experience may stand for it', candidate: has(5), vacancy: asks(level(6), 'niveau'), expect: stands('open', 7, TALK) },
  { name: 'a range asked that begins at the own level: not surely met', candidate: has(5), vacancy: asks(level(5, 6)), expect: stands('open', 0, TALK) },
  {
    name: 'a range asked that overlaps, experience may stand for it',
    candidate: has(5),
    vacancy: asks(level(5, 6), 'niveau'),
    expect: stands('open', 7, TALK)
  },
  { name: 'a range asked that ends at the own level', candidate: has(5), vacancy: asks(level(4, 5)), expect: stands('fits', 20, OK) },
  { name: 'an own range above what is asked', candidate: has(5, 6), vacancy: asks(level(5)), expect: stands('fits', 12, OK) },
  { name: 'an own range that overlaps', candidate: has(4, 5), vacancy: asks(level(5)), expect: stands('open', 0, TALK) },
  { name: 'an own range entirely below', candidate: has(3, 4), vacancy: asks(level(5)), expect: stands('conflict', 0, LOW) },
  {
    name: 'an hbo-master has the ordinal of wo, not the paper',
    candidate: has(7, 7, 'hbo'),
    vacancy: asks(level(7), null, 'wo'),
    expect: stands('open', 0, TALK)
  },
  { name: 'a wo-master for an academic level', candidate: has(7, 7, 'wo'), vacancy: asks(level(7), null, 'wo'), expect: stands('fits', 20, OK) },
  { name: 'orientation unknown for an academic level', candidate: has(7), vacancy: asks(level(7), null, 'wo'), expect: stands('open', 0, TALK) },
  { name: 'a wo-master where no orientation is asked', candidate: has(7, 7, 'wo'), vacancy: asks(level(7)), expect: stands('fits', 20, OK) },
  {
    name: 'not stated: nothing to meet, but to be asked',
    candidate: has(5),
    vacancy: advert(),
    expect: { bars: { [BAR]: 'fits', [STATED]: 'open' }, points: 0, code: { [BAR]: 'opleiding.niet-vermeld', [STATED]: 'opleiding.niet-vermeld' } }
  },
  {
    name: 'own level not established: never counted as none',
    candidate: candidate(),
    vacancy: asks(level(5)),
    expect: stands('open', 0, 'opleiding.kandidaat-onbekend')
  },
  { name: 'own level not established: no schooling is met by anybody', candidate: candidate(), vacancy: asks(level(1)), expect: stands('fits', 0, OK) },
  {
    name: 'own level not established, experience may stand for it',
    candidate: candidate(),
    vacancy: asks(level(5), 'niveau'),
    expect: stands('open', 0, 'opleiding.kandidaat-onbekend')
  },
  { name: 'own level not established, nothing asked', candidate: candidate(), vacancy: advert(), expect: { bars: { [BAR]: 'fits', [STATED]: 'open' } } }
]
