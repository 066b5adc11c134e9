import { plain, type Criterion } from '../criterion.ts'
import { any, not } from '../predicate.ts'

const WISH = 5
const NO_JOB = ['kind:03', 'kind:S', 'zzp']

/**
 * Fitting work is a job: voluntary work, an internship or an assignment for the self-employed conflicts when stated. The
 * wish for a permanent or temporary contract only gives points.
 */
export const dienstverband: Criterion = {
  id: 'dienstverband',
  label: 'Dienstverband',
  order: 60,
  max: c => (c.wishes.contract === null ? 0 : WISH),
  groups: c =>
    c.wishes.contract === null ? [] : [[{ key: c.wishes.contract, points: WISH, when: any('contract', [c.wishes.contract === 'vast' ? 'term:O' : 'term:B']) }]],
  bars: () => [
    {
      id: 'dienstverband',
      conflict: any('contract', NO_JOB),
      fits: not(any('contract', NO_JOB)),
      question: 'Is dit werk in loondienst?',
      lever: 'wens'
    }
  ],
  explain: (stand, _c, v) =>
    plain(stand.state === 'conflict' ? 'dienstverband.geen-loondienst' : 'dienstverband.past', {
      kind: v.contract.kind,
      term: v.contract.term,
      selfEmployed: v.contract.selfEmployed
    })
}
