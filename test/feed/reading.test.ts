import t from 'tap'
import { dayHours } from './reading/day-hours.ts'
import { denials } from './reading/denials.ts'
import { byDimension, fixed, ordinary, wrongPlace } from './reading/demands.cases.ts'
import { again, deadline, differences, facts } from './reading/facts.ts'
import { notation, phrases } from './reading/phrases.cases.ts'
import { conditions, education, hours, papers } from './reading/readers.ts'
import { importedTables } from './reading/tables.cases.ts'
import { unchanged } from './reading/unchanged.cases.ts'
import { pieces, wordsAndWishes } from './reading/units.cases.ts'

t.test('notation of the phrase tables', notation)
t.test('every phrase hits its example and misses the other', phrases)
t.test('pieces of a text', pieces)
t.test('lexicon and wishes', wordsAndWishes)
t.test('loads: the fixed cases', fixed)
t.test('denials that hold, and that do not', denials)
t.test('loads: ordinary wordings', ordinary)
t.test('loads: own sentences for each dimension', byDimension)
t.test("loads: the wrong part of an advert, somebody else's work", wrongPlace)
t.test('loads: what must not change the reading', unchanged)
t.test('hours by day, roles and menus', dayHours)
t.test('hours', hours)
t.test('education', education)
t.test('papers and languages', papers)
t.test('contract, pay, working times, employer', conditions)
t.test('experience, start, full or part time, parts of the day', facts)
t.test('text against field', differences)
t.test('a stored vacancy read again', again)
t.test('a text that takes too long', deadline)
t.test('a text read by another thread is read with the tables in use here', importedTables)
