import { candidate } from '../../helpers/candidate.ts'
import { advert, type CriterionCase } from '../criteria-case.ts'

const gladly = candidate({ wishes: { remote: 'graag' } })
const rather = candidate({ wishes: { remote: 'liever-niet' } })
const works = (name: string, c: CriterionCase['candidate'], remote: 'none' | 'hybrid' | 'full' | null, points: number): CriterionCase => ({
  name,
  candidate: c,
  vacancy: advert({ remote }),
  expect: { bars: {}, points }
})

export const cases: readonly CriterionCase[] = [
  works('no wish: nothing earned', candidate(), 'full', 0),
  works('gladly at home: fully', gladly, 'full', 6),
  works('gladly at home: partly', gladly, 'hybrid', 4),
  works('gladly at home: not', gladly, 'none', 0),
  works('gladly at home: not said', gladly, null, 0),
  works('rather not: on site', rather, 'none', 3),
  works('rather not: partly at home', rather, 'hybrid', 0),
  works('rather not: fully at home', rather, 'full', 0),
  works('rather not: not said is not "on site"', rather, null, 0)
]
