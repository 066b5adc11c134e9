import { candidate } from '../../helpers/candidate.ts'
import { advert, bar, type CriterionCase } from '../criteria-case.ts'

const holds = (...diplomas: string[]) => candidate({ profile: { education: { diplomas } } })
const asks = (fields: string[], strict = true, open = false) => advert({ requiredDiploma: { strict, fields, open } })
const conflict = bar('diploma', 'conflict', 'diploma.ontbreekt')
const fits = bar('diploma', 'fits', 'diploma.past')
const talk = bar('diploma', 'open', 'diploma.gelijkwaardig')
const unknown = bar('diploma', 'open', 'diploma.kandidaat-onbekend')

export const cases: readonly CriterionCase[] = [
  { name: 'nothing asked', candidate: holds('verpleegkunde'), vacancy: advert(), expect: { ...fits, points: 0 } },
  { name: 'nothing asked, diplomas never noted', candidate: candidate(), vacancy: advert(), expect: { ...fits, points: 0 } },
  { name: 'a paper asked without a field: the level is another check', candidate: holds(), vacancy: asks([]), expect: fits },
  { name: 'the paper asked and held', candidate: holds('verpleegkunde'), vacancy: asks(['verpleegkunde']), expect: { ...fits, points: 6 } },
  { name: 'one of several asked', candidate: holds('rechten', 'economie'), vacancy: asks(['verpleegkunde', 'rechten']), expect: { ...fits, points: 6 } },
  { name: 'the paper asked, another held', candidate: holds('rechten'), vacancy: asks(['verpleegkunde']), expect: { ...conflict, points: 0 } },
  { name: 'the paper asked, noted that there is none', candidate: holds(), vacancy: asks(['verpleegkunde']), expect: { ...conflict, points: 0 } },
  { name: 'the paper asked, never noted', candidate: candidate(), vacancy: asks(['verpleegkunde']), expect: { ...unknown, points: 0 } },
  { name: 'only the level of the field is asked', candidate: holds('rechten'), vacancy: asks(['verpleegkunde'], false), expect: { ...talk, points: 0 } },
  {
    name: 'only the level of the field is asked, and held',
    candidate: holds('verpleegkunde'),
    vacancy: asks(['verpleegkunde'], false),
    expect: { ...fits, points: 6 }
  },
  { name: 'the paper "or the like"', candidate: holds('rechten'), vacancy: asks(['verpleegkunde'], true, true), expect: { ...talk, points: 0 } },
  { name: 'the level of the field, never noted', candidate: candidate(), vacancy: asks(['verpleegkunde'], false), expect: unknown },
  { name: 'a field our table does not know is asked about', candidate: holds('rechten'), vacancy: asks(['ruimtevaart']), expect: talk }
]
