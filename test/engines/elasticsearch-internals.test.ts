import t from 'tap'
import { bulkCases } from '../elasticsearch/bulk.cases.ts'
import { compileCases } from './elasticsearch/compile.cases.ts'
import { countCases } from './elasticsearch/count.cases.ts'
import { groupCases } from './elasticsearch/groups.cases.ts'
import { replyCases } from './elasticsearch/reply.cases.ts'
import { segmentCases } from './elasticsearch/segments.cases.ts'
import { sizeCases } from './elasticsearch/sizes.cases.ts'

t.test('elasticsearch-compile: questions', compileCases)
t.test('elasticsearch-compile: points', groupCases)
t.test('elasticsearch-compile: counts', countCases)
t.test('segments', segmentCases)
t.test('sizes', sizeCases)
t.test('replies', replyCases)
t.test('bulk', bulkCases)
