import { candidate } from '../../helpers/candidate.ts'
import { advert, type CriterionCase } from '../criteria-case.ts'

const seeks = (isco: string | null) => candidate({ wishes: { occupations: [{ title: 'werk', isco }] } })
const was = (isco: string | null) => candidate({ profile: { experience: [{ title: 'werk', isco }] } })
const job = (...isco: Array<[code: string, share: number]>) =>
  advert({ occupation: { raw: null, isco: isco.map(([code, share]) => ({ code, share })), sourceCode: null, method: 'exact', confidence: 4 } })
const of = (name: string, c: CriterionCase['candidate'], isco: string, points: number): CriterionCase => ({
  name,
  candidate: c,
  vacancy: job([isco, 100]),
  expect: { bars: {}, points }
})

/**
 * 5153 conciërge lies near 4226 (3), 4419 (2) and 3334 (1); 4110 administratief medewerker near 4132 (3). Two steps:
 * 3344-4110-4132 (3), 5153-4321-3323 (2), 5153-9112-9613 (1). 5120-9411 is derived from our tables.
 */
export const cases: readonly CriterionCase[] = [
  of('sought: the group itself', seeks('5153'), '5153', 40),
  of('sought: very near', seeks('5153'), '4226', 30),
  of('sought: near', seeks('5153'), '4419', 22),
  of('sought: a little near', seeks('5153'), '3334', 14),
  of('sought: near goes before the same minor group', seeks('5153'), '5151', 22),
  of('sought: the same minor group', seeks('5153'), '5152', 20),
  of('sought: the same sub-major group', seeks('5153'), '5120', 10),
  of('sought: two steps, each very near', seeks('3344'), '4132', 9),
  of('sought: two steps, the weaker one near', seeks('5153'), '3323', 6),
  of('sought: two steps, the weaker one a little near', seeks('5153'), '9613', 4),
  of('sought: one step derived from our tables', seeks('5120'), '9411', 8),
  of('sought: nothing in common', seeks('5153'), '2211', 0),
  of('previous: the group itself', was('5153'), '5153', 28),
  of('previous: very near', was('5153'), '4226', 26),
  of('previous: near', was('5153'), '4419', 20),
  of('previous: a little near', was('5153'), '3334', 12),
  of('previous: the same minor group', was('5153'), '5152', 16),
  of('previous: the same sub-major group', was('5153'), '5120', 8),
  of('previous: two steps, each very near', was('3344'), '4132', 7),
  of('previous: two steps, the weaker one near', was('5153'), '3323', 5),
  of('previous: two steps, the weaker one a little near', was('5153'), '9613', 3),
  of('previous: one step derived from our tables', was('5120'), '9411', 6),
  of('a wish whose title has no group', seeks(null), '5153', 0),
  of('experience whose title has no group', was(null), '5153', 0),
  of('nothing sought and nothing done', candidate(), '5153', 0),
  of(
    'sought and done before: the better counts, no sum',
    candidate({ wishes: { occupations: [{ title: 'werk', isco: '5153' }] }, profile: { experience: [{ title: 'werk', isco: '5153' }] } }),
    '5153',
    40
  ),
  of(
    'done before, near what is sought',
    candidate({ wishes: { occupations: [{ title: 'werk', isco: '4110' }] }, profile: { experience: [{ title: 'werk', isco: '5153' }] } }),
    '5153',
    28
  ),
  { name: 'an advert whose title has no group', candidate: seeks('5153'), vacancy: advert(), expect: { points: 0 } },
  { name: 'an ambiguous title: a likely group counts', candidate: seeks('5153'), vacancy: job(['2211', 75], ['5153', 25]), expect: { points: 40 } },
  { name: 'an ambiguous title: an unlikely group does not', candidate: seeks('5153'), vacancy: job(['2211', 76], ['5153', 24]), expect: { points: 0 } }
]
