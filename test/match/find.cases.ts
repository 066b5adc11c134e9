import type { Candidate } from '../../src/domain/candidate.ts'
import type { Change } from '../../src/match/what-if.ts'
import { SOMEONE } from './find-market.ts'

const withProfile = (over: Partial<Candidate['profile']>): Candidate => ({ ...SOMEONE, profile: { ...SOMEONE.profile, ...over } })
const own = SOMEONE.profile.education
/** Levers, the candidate as he would then be, and the kinds of advert that are no longer excluded. */
export const CHANGES: ReadonlyArray<readonly [name: string, change: Change, then: Candidate, opens: readonly string[]]> = [
  ['further', { lever: 'travel', maxKm: 80 }, { ...SOMEONE, travel: { ...SOMEONE.travel, maxKm: 80 } }, ['ver', 'verder']],
  ['nearer', { lever: 'travel', maxKm: 2 }, { ...SOMEONE, travel: { ...SOMEONE.travel, maxKm: 2 } }, []],
  ['in minutes', { lever: 'travel', maxMinutes: 6, mode: 'fiets' }, { ...SOMEONE, travel: { ...SOMEONE.travel, maxMinutes: 6, mode: 'fiets' } }, []],
  [
    'higher education',
    { lever: 'education', level: { min: 6, max: 6 }, track: null },
    withProfile({ education: { ...own, level: { min: 6, max: 6 } } }),
    ['hbo']
  ],
  [
    'a diploma',
    { lever: 'education', level: { min: 5, max: 5 }, track: null, diploma: 'verpleegkunde' },
    withProfile({ education: { ...own, diplomas: ['administratie', 'verpleegkunde'] } }),
    ['diploma']
  ],
  ['a licence', { lever: 'licence', code: 'C' }, withProfile({ licences: ['B', 'A1', 'C'] }), ['rijbewijs']],
  ['a registration', { lever: 'certificate', code: 'BIG' }, withProfile({ certificates: ['VOG', 'BIG'] }), ['big']],
  ['a course', { lever: 'certificate', code: 'HEFTRUCK' }, withProfile({ certificates: ['VOG', 'HEFTRUCK'] }), []],
  [
    'nights',
    { lever: 'dagdeel', dagdeel: 'nacht', wens: 'kan' },
    { ...SOMEONE, wishes: { ...SOMEONE.wishes, dagdelen: { ...SOMEONE.wishes.dagdelen, nacht: 'kan' } } },
    ['nacht']
  ],
  ['other hours wished', { lever: 'hours', min: 8, max: 32 }, { ...SOMEONE, wishes: { ...SOMEONE.wishes, hours: { min: 8, max: 32 } } }, []]
]
