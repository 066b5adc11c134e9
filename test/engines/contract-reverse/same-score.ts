import * as fc from 'fast-check'
import { capacityOf } from '../../../src/reference/fml/capacity.ts'
import { codes, SEED, vacancyOf } from '../../helpers/arbitraries.ts'
import { candidates, demands, vacancies } from '../../helpers/generate.ts'
import { AT } from '../../helpers/vacancy.ts'
import { MARKET_ADVERTS, MARKET_PEOPLE } from './market.ts'
import { ALL, answered, explainedPoints, opened, oracle, type ReverseSuite } from './people.ts'

const PEOPLE = 90
const ADVERTS = 50
const ODD = 30

/** Forward = reverse: verdict, points, order and counts of every pair, on adverts that speak of the limits and on any codes. */
export const sameScoreContract: ReverseSuite = async (t, options) => {
  const { people, reverse } = await opened(t, options)
  const made = fc.sample(candidates, { numRuns: PEOPLE, seed: SEED })
  for (const [i, { pseudonym, documents, profile, wishes, travel }] of made.entries()) {
    // Competences and skills too: their groups have forty grades each.
    const more = { ...profile, competences: i % 3 === 0 ? ['24105', '24118', '24102'] : [], skills: i % 4 === 0 ? ['excel', 'lesgeven'] : [] }
    people.write(`k-${(7919 * (i + 1)).toString(36).padStart(8, 'x')}`, { pseudonym, documents, profile: more, wishes, travel })
  }
  for (const [i, input] of MARKET_PEOPLE.entries()) people.write(`k-markt${i}`, input)
  const limited = made.flatMap(c => capacityOf(c.documents, AT.day).limitations.map(l => l.dimensie))
  const adverts = [
    ...MARKET_ADVERTS,
    ...fc.sample(vacancies(demands(limited)), { numRuns: ADVERTS, seed: SEED }),
    ...fc.sample(codes, { numRuns: ODD, seed: SEED }).map((over, i) => vacancyOf(`odd:${i}`, over))
  ]
  const records = [...people.rows.values()]
  const verdicts = new Map<string, number>()
  let pairs = 0
  let differences = 0
  for (const v of adverts) {
    for (const group of ALL) {
      const [said, wanted] = [await answered(t, reverse, v, group), oracle(records, v, group)]
      if (JSON.stringify(said) !== JSON.stringify(wanted)) {
        differences++
        t.same(said, wanted, `${v.id} ${group}`)
      }
      if (group === 'net-niet') continue
      for (const row of said.rows) if (row.points !== explainedPoints(people.rows.get(row.id) as (typeof records)[number], v)) differences++
      verdicts.set(group, (verdicts.get(group) ?? 0) + said.rows.length)
      pairs += said.rows.length
    }
  }
  t.equal(differences, 0, 'every pair has the verdict and points of the forward search and of its explanation')
  t.equal(pairs, records.length * adverts.length)
  t.ok(pairs >= 10_000, `${pairs} pairs`)
  t.ok([...verdicts.values()].every(n => n > 20) && verdicts.size === 3, `each verdict occurs: ${JSON.stringify(Object.fromEntries(verdicts))}`)
}
