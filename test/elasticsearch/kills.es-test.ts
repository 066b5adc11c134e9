import t from 'tap'
import { killCases } from './kills.cases.ts'

const seed = Math.floor(Math.random() * 2 ** 31)
t.comment(`seed ${seed}`)
t.test(`replace is killed, seed ${seed}`, async t => {
  await killCases(t, seed)
})
