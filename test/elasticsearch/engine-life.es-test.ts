import t from 'tap'
import { deathCases } from './engine-deaths.cases.ts'
import { instanceCases } from './engine-instances.cases.ts'
import { lifeCases } from './engine-life.cases.ts'
import { newsCases } from './engine-news.cases.ts'

t.test('life', lifeCases)
t.test('deaths', deathCases)
t.test('instances', instanceCases)
t.test('news', newsCases)
