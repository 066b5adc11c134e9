import { average, candidate, document, hoursDocument, limit } from '../../helpers/candidate.ts'
import { advert, bar, type CriterionCase } from '../criteria-case.ts'

const text = (status: 'open' | 'mapped') => ({ text: 'vaste pauzes', status, ...(status === 'open' ? {} : { reason: 'uitgewerkt' }) })
const level = { education: { level: { min: 5, max: 5 } } }
const empty = bar('profiel.leeg', 'open', 'profiel.leeg')
const without = bar('profiel.geen-document', 'open', 'profiel.geen-document')

export const cases: readonly CriterionCase[] = [
  { name: 'nothing known: fill in the profile first', candidate: candidate(), vacancy: advert(), expect: { ...empty, points: 0 } },
  { name: 'a document without limits is not a profile', candidate: candidate({ documents: [document()] }), vacancy: advert(), expect: empty },
  { name: 'travel alone is not a profile', candidate: candidate({ travel: { home: 'Utrecht', maxKm: 20 } }), vacancy: advert(), expect: empty },
  { name: 'education without a document', candidate: candidate({ profile: level }), vacancy: advert(), expect: without },
  { name: 'earlier work without a document', candidate: candidate({ profile: { experience: [{ title: 'conciërge' }] } }), vacancy: advert(), expect: without },
  {
    name: 'an occupation sought without a document',
    candidate: candidate({ wishes: { occupations: [{ title: 'conciërge' }] } }),
    vacancy: advert(),
    expect: without
  },
  { name: 'a sector sought without a document', candidate: candidate({ wishes: { sectors: ['85'] } }), vacancy: advert(), expect: without },
  {
    name: 'an expired document is none',
    candidate: candidate({ profile: level, documents: [document([limit('4.13', 1)], { validUntil: '2026-11-23' })] }),
    vacancy: advert(),
    expect: without
  },
  {
    name: 'a document of tomorrow is none yet',
    candidate: candidate({ profile: level, documents: [document([limit('4.13', 1)], { date: '2026-11-25' })] }),
    vacancy: advert(),
    expect: without
  },
  { name: 'one limit is enough', candidate: candidate({ documents: [document([limit('4.13', 1)])] }), vacancy: advert(), expect: { bars: {} } },
  {
    name: 'a limit on hours is enough',
    candidate: candidate({ documents: [hoursDocument({ perWeek: average(20) })] }),
    vacancy: advert(),
    expect: { bars: {} }
  },
  {
    name: 'no usable abilities is not an empty profile',
    candidate: candidate({ documents: [document([], { usableCapacity: false })] }),
    vacancy: advert(),
    expect: { bars: {} }
  },
  {
    name: 'an open text must be worked out first',
    candidate: candidate({ documents: [document([limit('4.13', 1)], { texts: [text('open')] })] }),
    vacancy: advert(),
    expect: bar('profiel.toelichting', 'open', 'profiel.toelichting')
  },
  {
    name: 'a text that is worked out is done',
    candidate: candidate({ documents: [document([limit('4.13', 1)], { texts: [text('mapped')] })] }),
    vacancy: advert(),
    expect: { bars: {} }
  },
  {
    name: 'an open text beside an empty profile',
    candidate: candidate({ documents: [document([], { texts: [text('open')] })] }),
    vacancy: advert(),
    expect: { bars: { 'profiel.leeg': 'open', 'profiel.toelichting': 'open' } }
  }
]
