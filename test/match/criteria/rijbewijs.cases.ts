import { candidate } from '../../helpers/candidate.ts'
import { advert, bar, type CriterionCase } from '../criteria-case.ts'

const drives = (...licences: string[]) => candidate({ profile: { licences } })
const asks = (...licences: string[]) => advert({ licences })
const conflict = bar('rijbewijs', 'conflict', 'rijbewijs.ontbreekt')
const fits = bar('rijbewijs', 'fits', 'rijbewijs.past')

export const cases: readonly CriterionCase[] = [
  { name: 'nothing asked', candidate: drives(), vacancy: asks(), expect: { ...fits, points: 0 } },
  { name: 'nothing asked, never noted', candidate: candidate(), vacancy: asks(), expect: fits },
  { name: 'B asked and held', candidate: drives('B'), vacancy: asks('B'), expect: fits },
  { name: 'B asked, none held', candidate: drives(), vacancy: asks('B'), expect: conflict },
  { name: 'B asked, never noted', candidate: candidate(), vacancy: asks('B'), expect: bar('rijbewijs', 'open', 'rijbewijs.kandidaat-onbekend') },
  { name: 'a higher category includes the lower', candidate: drives('C'), vacancy: asks('B'), expect: fits },
  { name: 'included through two steps', candidate: drives('CE'), vacancy: asks('AM'), expect: fits },
  { name: 'a lower category does not include the higher', candidate: drives('B'), vacancy: asks('C'), expect: conflict },
  { name: 'two asked, one held', candidate: drives('B'), vacancy: asks('B', 'CE'), expect: conflict },
  { name: 'two asked, both held', candidate: drives('CE', 'D'), vacancy: asks('B', 'D'), expect: fits },
  { name: 'a car licence is no motorcycle licence', candidate: drives('B'), vacancy: asks('A'), expect: conflict },
  {
    name: 'a code our table does not know is asked about',
    candidate: drives('B'),
    vacancy: asks('X9'),
    expect: bar('rijbewijs', 'open', 'rijbewijs.navragen')
  },
  { name: 'a known licence is missing beside an unknown code', candidate: drives('B'), vacancy: asks('X9', 'C'), expect: conflict }
]
