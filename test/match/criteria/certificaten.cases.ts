import { candidate } from '../../helpers/candidate.ts'
import { advert, type CriterionCase } from '../criteria-case.ts'

const MAIN = 'certificaten'
const VOG = 'certificaten.vog'
const holds = (...certificates: string[]) => candidate({ profile: { certificates } })
const asks = (...certificates: string[]) => advert({ certificates })

export const cases: readonly CriterionCase[] = [
  {
    name: 'nothing asked',
    candidate: holds(),
    vacancy: asks(),
    expect: { bars: { [MAIN]: 'fits', [VOG]: 'fits' }, points: 0, code: { [MAIN]: 'certificaat.past' } }
  },
  { name: 'nothing asked, never noted', candidate: candidate(), vacancy: asks(), expect: { bars: { [MAIN]: 'fits', [VOG]: 'fits' } } },
  {
    name: 'asked and held',
    candidate: holds('BHV'),
    vacancy: asks('BHV'),
    expect: { bars: { [MAIN]: 'fits', [VOG]: 'fits' }, code: { [MAIN]: 'certificaat.past' } }
  },
  {
    name: 'a registration that cannot be had by a course',
    candidate: holds(),
    vacancy: asks('BIG'),
    expect: { bars: { [MAIN]: 'conflict', [VOG]: 'fits' }, code: { [MAIN]: 'certificaat.ontbreekt' } }
  },
  { name: 'a registration that is held', candidate: holds('BIG'), vacancy: asks('BIG'), expect: { bars: { [MAIN]: 'fits', [VOG]: 'fits' } } },
  {
    name: 'a short course away',
    candidate: holds(),
    vacancy: asks('HEFTRUCK'),
    expect: { bars: { [MAIN]: 'open', [VOG]: 'fits' }, code: { [MAIN]: 'certificaat.te-regelen' } }
  },
  {
    name: 'a short course and a registration: the registration decides',
    candidate: holds(),
    vacancy: asks('BHV', 'LESBEVOEGD'),
    expect: { bars: { [MAIN]: 'conflict', [VOG]: 'fits' } }
  },
  {
    name: 'a registration, never noted: unknown',
    candidate: candidate(),
    vacancy: asks('BIG'),
    expect: { bars: { [MAIN]: 'open', [VOG]: 'fits' }, code: { [MAIN]: 'certificaat.te-regelen' } }
  },
  {
    name: 'VOG asked and not held: its own question',
    candidate: holds(),
    vacancy: asks('VOG'),
    expect: { bars: { [MAIN]: 'fits', [VOG]: 'open' }, code: { [VOG]: 'certificaat.te-regelen', [MAIN]: 'certificaat.past' } }
  },
  { name: 'VOG held: no question left', candidate: holds('VOG'), vacancy: asks('VOG'), expect: { bars: { [MAIN]: 'fits' } } },
  { name: 'VOG and a registration', candidate: holds(), vacancy: asks('VOG', 'SKJ'), expect: { bars: { [MAIN]: 'conflict', [VOG]: 'open' } } },
  {
    name: 'a code our table does not know is asked about',
    candidate: holds('BHV'),
    vacancy: asks('XYZ-1'),
    expect: { bars: { [MAIN]: 'open', [VOG]: 'fits' }, code: { [MAIN]: 'certificaat.te-regelen' } }
  }
]
