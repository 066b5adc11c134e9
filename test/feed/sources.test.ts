import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { ROW_REASONS, RUN_REASONS } from '../../src/feed/reasons.ts'
import { projectRoot } from '../../src/reference/table.ts'
import { cut, detected, read } from './sources/formats.cases.ts'
import { foreign } from './sources/foreign.cases.ts'
import { capped } from './sources/lines.cases.ts'
import { vacancies } from './sources/vacancy.cases.ts'
import { addresses, dates, places, texts } from './sources/values.cases.ts'

t.test('a file of each format gives these rows, refusals and faults', read)
t.test('where the network cuts a file into pieces makes no difference', cut)
t.test('a format is told by the beginning of a file, before its name', detected)
t.test('bytes become lines under the caps', capped)
t.test('a file of another kind is told as what it is', foreign)
t.test('text is cleaned', texts)
t.test('dates: every notation of the design, and what is no date', dates)
t.test('places: a code of the table, or how vague it is', places)
t.test('addresses and ids', addresses)
t.test('a row becomes a vacancy', vacancies)

t.test('the catalogue of reasons and the code know each other', t => {
  const folder = join(projectRoot, 'src')
  const givers = [
    ...readdirSync(join(folder, 'feed'), { recursive: true, encoding: 'utf8' })
      .filter(f => f.endsWith('.ts') && f !== 'reasons.ts')
      .map(f => join('feed', f)),
    'app.ts',
    'uploads.ts'
  ]
  const text = givers.map(f => readFileSync(join(folder, f), 'utf8')).join('\n')
  for (const [code, reason] of [...Object.entries(ROW_REASONS), ...Object.entries(RUN_REASONS)]) {
    t.ok(text.includes(`'${code}'`) || text.includes(`REASONS.${code}`), `${code} is given by something`)
    t.match(reason.message, /^[A-Z].*\.$/, `${code} has a sentence`)
    t.match(reason.remedy, /^[A-Z].*\.$/, `${code} says what to do`)
  }
  t.end()
})
