import type { VacancyFacts } from '../../../src/domain/vacancy.ts'
import { candidate } from '../../helpers/candidate.ts'
import { advert, bar, type CriterionCase } from '../criteria-case.ts'

const contract = (over: Partial<VacancyFacts['contract']>) => advert({ contract: { term: null, kind: null, selfEmployed: null, ...over } })
const fixed = candidate({ wishes: { contract: 'vast' } })
const temporary = candidate({ wishes: { contract: 'tijdelijk' } })
const fits = bar('dienstverband', 'fits', 'dienstverband.past')
const conflict = bar('dienstverband', 'conflict', 'dienstverband.geen-loondienst')

export const cases: readonly CriterionCase[] = [
  // Silence is a job: only what is stated excludes, so this bar is never open.
  { name: 'nothing said is taken for a job', candidate: candidate(), vacancy: advert(), expect: { ...fits, points: 0 } },
  { name: 'a regular job', candidate: candidate(), vacancy: contract({ kind: '01' }), expect: fits },
  { name: 'a learning job', candidate: candidate(), vacancy: contract({ kind: '02' }), expect: fits },
  { name: 'a work experience place', candidate: candidate(), vacancy: contract({ kind: '04' }), expect: fits },
  { name: 'voluntary work', candidate: candidate(), vacancy: contract({ kind: '03' }), expect: conflict },
  { name: 'an internship', candidate: candidate(), vacancy: contract({ kind: 'S' }), expect: conflict },
  { name: 'an assignment for the self-employed', candidate: candidate(), vacancy: contract({ selfEmployed: true }), expect: conflict },
  { name: 'stated not to be for the self-employed', candidate: candidate(), vacancy: contract({ selfEmployed: false }), expect: fits },
  { name: 'permanent wished and offered', candidate: fixed, vacancy: contract({ term: 'O' }), expect: { ...fits, points: 5 } },
  { name: 'permanent wished, temporary offered: only no points', candidate: fixed, vacancy: contract({ term: 'B' }), expect: { ...fits, points: 0 } },
  { name: 'permanent wished, not said', candidate: fixed, vacancy: advert(), expect: { ...fits, points: 0 } },
  { name: 'temporary wished and offered', candidate: temporary, vacancy: contract({ term: 'B' }), expect: { ...fits, points: 5 } },
  { name: 'temporary wished, permanent offered', candidate: temporary, vacancy: contract({ term: 'O' }), expect: { ...fits, points: 0 } },
  { name: 'the wish does not make voluntary work fit', candidate: temporary, vacancy: contract({ term: 'B', kind: '03' }), expect: { ...conflict, points: 5 } }
]
