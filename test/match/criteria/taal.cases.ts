import { candidate } from '../../helpers/candidate.ts'
import { advert, bar, type CriterionCase } from '../criteria-case.ts'

const speaks = (...languages: Array<[code: string, level: number]>) =>
  candidate({ profile: { languages: languages.map(([code, level]) => ({ code, level })) } })
const asks = (...languages: Array<[code: string, level: number]>) => advert({ languages: languages.map(([code, level]) => ({ code, level })) })
const conflict = bar('taal', 'conflict', 'taal.te-laag')
const fits = bar('taal', 'fits', 'taal.past')
const ask = bar('taal', 'open', 'taal.navragen')

/** Levels: 1 geen, 2 redelijk, 3 goed, 4 uitstekend. */
export const cases: readonly CriterionCase[] = [
  { name: 'nothing asked', candidate: speaks(), vacancy: asks(), expect: { ...fits, points: 0 } },
  { name: 'the level itself', candidate: speaks(['nld', 3]), vacancy: asks(['nld', 3]), expect: fits },
  { name: 'a level above', candidate: speaks(['nld', 4]), vacancy: asks(['nld', 2]), expect: fits },
  { name: 'one level short is asked about', candidate: speaks(['nld', 2]), vacancy: asks(['nld', 3]), expect: ask },
  { name: 'two levels short', candidate: speaks(['nld', 2]), vacancy: asks(['nld', 4]), expect: conflict },
  { name: 'none, and good asked', candidate: speaks(['deu', 1]), vacancy: asks(['deu', 3]), expect: conflict },
  { name: 'none, and fair asked', candidate: speaks(['deu', 1]), vacancy: asks(['deu', 2]), expect: ask },
  { name: 'a language never noted is unknown', candidate: speaks(['nld', 4]), vacancy: asks(['eng', 4]), expect: ask },
  { name: 'no language noted at all', candidate: candidate(), vacancy: asks(['nld', 2]), expect: ask },
  { name: 'two asked, one two levels short', candidate: speaks(['nld', 4], ['eng', 1]), vacancy: asks(['nld', 4], ['eng', 3]), expect: conflict },
  { name: 'two asked, one never noted', candidate: speaks(['nld', 4]), vacancy: asks(['nld', 4], ['eng', 2]), expect: ask },
  { name: 'two asked, both met', candidate: speaks(['nld', 4], ['eng', 3]), vacancy: asks(['nld', 3], ['eng', 3]), expect: fits },
  { name: 'a language our table does not know is asked about', candidate: speaks(['nld', 4]), vacancy: asks(['tlh', 3]), expect: ask }
]
