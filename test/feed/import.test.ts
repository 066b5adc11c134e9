import t from 'tap'
import { aheadCases } from './import/ahead.cases.ts'
import { brokenCases } from './import/broken.cases.ts'
import { fileCases } from './import/files.cases.ts'
import { generated } from './import/generated.ts'
import { guardCases } from './import/guards.cases.ts'
import { lifeCases } from './import/life.cases.ts'
import { rulesCases } from './import/rules.cases.ts'
import { runCases } from './import/runs.cases.ts'
import { World } from './world.ts'

for (const [group, cases] of [
  ['one file', fileCases],
  ['broken files', brokenCases],
  ['the life of a vacancy', lifeCases],
  ['guards beside the runs before', guardCases],
  ['runs', runCases],
  ['read ahead', aheadCases],
  ['other rules', rulesCases]
] as const) {
  t.test(group, async t => {
    for (const { name, work } of cases) {
      await t.test(name, async t => {
        const world = new World()
        try {
          await work(t, world)
        } finally {
          await world.close()
        }
      })
    }
  })
}

t.test('200 generated files: the counts add up and every vacancy is where it belongs', generated)
