import * as fc from 'fast-check'
import t from 'tap'
import { ProfileCompiler } from '../../../src/match/reverse/compile-profile.ts'
import { evaluate } from '../../../src/match/predicate.ts'
import { codes, groups, predicates, SEED, vacancyOf } from '../../helpers/arbitraries.ts'
import { pointsOf } from '../contract/subject.ts'

const ids = ['alfa:0', 'alfa:1', 'beta:2']

void t.test('a compiled profile says what evaluate says: any predicate, any group, any vacancy', t => {
  fc.assert(
    fc.property(
      fc.array(codes, { minLength: 3, maxLength: 3 }),
      fc.array(fc.tuple(predicates(ids), predicates(ids)), { maxLength: 4 }),
      groups(ids),
      (made, bars, asked) => {
        const compiler = new ProfileCompiler()
        const profile = {
          id: 'k-proef01',
          version: 1,
          scorecard: 's',
          day: '2026-11-24',
          bars: bars.map(([conflict, fits], i) => ({ conflict, fits, movable: i % 2 === 0 })),
          groups: asked.map(group => group.map(({ points, when }) => ({ points, when })))
        }
        const compiled = compiler.compile(profile)
        return made.every((over, i) => {
          const v = vacancyOf(ids[i] as string, over)
          const hit = profile.bars.filter(b => evaluate(b.conflict, v.prepared))
          const verdict = hit.length > 0 ? 'niet-passend' : profile.bars.every(b => evaluate(b.fits, v.prepared)) ? 'passend' : 'te-verifieren'
          const said = compiled.judge(compiler.words.read(v.prepared))
          return said.verdict === verdict && said.points === pointsOf(asked, v) && said.nearMiss === (hit.length === 1 && hit[0]?.movable === true)
        })
      }
    ),
    { numRuns: 4_000, seed: SEED }
  )
  t.end()
})
