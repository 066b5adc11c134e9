import { candidate } from '../../helpers/candidate.ts'
import { advert, type CriterionCase } from '../criteria-case.ts'

const can = (...competences: string[]) => candidate({ profile: { competences } })
const knows = (...skills: string[]) => candidate({ profile: { skills } })
const asks = (...competences: string[]) => advert({ competences })
const uses = (...skills: string[]) => advert({ skills })

export const cases: readonly CriterionCase[] = [
  { name: 'nothing noted', candidate: candidate(), vacancy: asks('24102'), expect: { bars: {}, points: 0 } },
  { name: 'nothing asked', candidate: can('24102'), vacancy: asks(), expect: { bars: {}, points: 0 } },
  { name: 'the only one asked', candidate: can('24102'), vacancy: asks('24102'), expect: { points: 20 } },
  { name: 'one of two asked', candidate: can('24102'), vacancy: asks('24102', '24105'), expect: { points: 10 } },
  { name: 'both of two asked', candidate: can('24105', '24102'), vacancy: asks('24102', '24105'), expect: { points: 20 } },
  { name: 'the first of three gets the rest of the division', candidate: can('24102'), vacancy: asks('24102', '24105', '24108'), expect: { points: 7 } },
  { name: 'the last of three', candidate: can('24108'), vacancy: asks('24102', '24105', '24108'), expect: { points: 6 } },
  { name: 'all three make the whole', candidate: can('24102', '24105', '24108'), vacancy: asks('24102', '24105', '24108'), expect: { points: 20 } },
  { name: 'another one', candidate: can('24110'), vacancy: asks('24102'), expect: { points: 0 } },
  { name: 'a code noted twice counts once', candidate: can('24102', '24102'), vacancy: asks('24102'), expect: { points: 20 } },
  { name: 'one skill, the only one noted', candidate: knows('excel'), vacancy: uses('excel', 'archiveren'), expect: { points: 3 } },
  { name: 'two skills', candidate: knows('excel', 'archiveren', 'lesgeven'), vacancy: uses('excel', 'archiveren'), expect: { points: 6 } },
  { name: 'three skills', candidate: knows('excel', 'archiveren', 'lesgeven'), vacancy: uses('excel', 'archiveren', 'lesgeven'), expect: { points: 9 } },
  {
    name: 'a fourth skill adds nothing',
    candidate: knows('excel', 'archiveren', 'lesgeven', 'word'),
    vacancy: uses('excel', 'archiveren', 'lesgeven', 'word'),
    expect: { points: 9 }
  },
  { name: 'no skill in common', candidate: knows('excel'), vacancy: uses('lesgeven'), expect: { points: 0 } },
  { name: 'a skill noted twice counts once', candidate: knows('excel', 'excel'), vacancy: uses('excel'), expect: { points: 3 } },
  {
    name: 'competence and skill together',
    candidate: candidate({ profile: { competences: ['24102'], skills: ['excel'] } }),
    vacancy: advert({ competences: ['24102'], skills: ['excel'] }),
    expect: { points: 23 }
  }
]
