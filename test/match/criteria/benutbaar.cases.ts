import { candidate, document } from '../../helpers/candidate.ts'
import { advert, bar, type CriterionCase } from '../criteria-case.ts'

const none = document([], { usableCapacity: false })
const stopped = bar('benutbaar', 'conflict', 'capaciteit.geen-benutbare-mogelijkheden')

export const cases: readonly CriterionCase[] = [
  { name: 'usable abilities: nothing to ask', candidate: candidate({ documents: [document()] }), vacancy: advert(), expect: { bars: {}, points: 0 } },
  { name: 'no document: nothing to ask here', candidate: candidate(), vacancy: advert(), expect: { bars: {} } },
  { name: 'no usable abilities: matching stands still', candidate: candidate({ documents: [none] }), vacancy: advert(), expect: stopped },
  {
    name: 'no usable abilities: also for the lightest work',
    candidate: candidate({ documents: [none] }),
    vacancy: advert({ hours: { min: 1, max: 2 }, remote: 'full' }),
    expect: stopped
  },
  {
    name: 'a newer document ends it',
    candidate: candidate({ documents: [none, document([], { date: '2026-11-01' })] }),
    vacancy: advert(),
    expect: { bars: {} }
  },
  {
    name: 'an older document does not end it',
    candidate: candidate({ documents: [none, document([], { date: '2026-09-01' })] }),
    vacancy: advert(),
    expect: stopped
  },
  {
    name: 'it no longer holds after its end',
    candidate: candidate({ documents: [document([], { usableCapacity: false, validUntil: '2026-11-23' })] }),
    vacancy: advert(),
    expect: { bars: {} }
  },
  {
    name: 'it holds on its last day',
    candidate: candidate({ documents: [document([], { usableCapacity: false, validUntil: '2026-11-24' })] }),
    vacancy: advert(),
    expect: stopped
  }
]
