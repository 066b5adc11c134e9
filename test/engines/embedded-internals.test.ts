import t from 'tap'
import { bitCases, topCases } from './embedded/bits.cases.ts'
import { compileCases } from './embedded/compiled.cases.ts'
import { engineCases } from './embedded/engine.cases.ts'
import { raceCases } from './embedded/race.cases.ts'
import { segmentCases } from './embedded/segment.cases.ts'
import { splitCases } from './embedded/splits.cases.ts'

t.test('bits', bitCases)
t.test('top', topCases)
t.test('segments', segmentCases)
t.test('compiled questions', compileCases)
t.test('splits and signals', splitCases)
t.test('engine and store', engineCases)
t.test('races', raceCases)
