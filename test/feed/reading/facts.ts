import type { Test } from 'tap'
import { VacancyFactsSchema, type Vacancy } from '../../../src/domain/vacancy.ts'
import { normalise, reread } from '../../../src/feed/normalise.ts'
import { readingVersion } from '../../../src/feed/reading-version.ts'
import { TextReader } from '../../../src/feed/text-reader.ts'
import { noteReading, rulesVersion } from '../../../src/match/rules-version.ts'
import { AT } from '../../helpers/vacancy.ts'
import { CLOCK, DIFFERS, EXPERIENCE, FLEMISH_PAGE, START, WORK_TIME } from '../facts.cases.ts'
import { read } from './read.ts'

/** Experience, start, full- or part-time, and the parts of the day. */
export function facts(t: Test): void {
  for (const [text, wanted] of EXPERIENCE) {
    const v = read(`Wat vragen wij?\n${text}`)
    t.equal(v.experienceMonths === null ? '-' : `${v.experienceMonths}${v.evidence.experience?.from === 'rule' ? '?' : ''}`, wanted, text)
  }
  for (const [text, wanted] of START) t.equal(read(text, { postedAt: '2026-11-20' }).startsOn ?? '-', wanted, text)
  t.equal(read('Je begint per 1 januari.').startsOn, null, 'a day without a year is no date when we do not know when the advert was placed')
  t.equal(read('Een contract vanaf 1 november tot en met 30 april 2028.').startsOn, '2027-11-01', 'the year of the last day dates the first')
  const page = read(FLEMISH_PAGE)
  t.match(page, { startsOn: '2027-02-01', experienceMonths: 24, educationLevel: { min: 1, max: 1 }, contract: { term: 'B' } }, 'a Flemish form in one line')
  t.match(page.schedule, { evening: false, night: false, weekend: false, irregular: false })
  t.equal(page.employer.kind, 'agency')
  for (const [text, wanted] of WORK_TIME) t.equal(read(text).workTime ?? '-', wanted, text)
  const sign = (b: boolean | null): string => (b === null ? '.' : b ? '+' : '-')
  for (const [text, wanted] of CLOCK) {
    const { evening, night, weekend } = read(text).schedule
    t.equal([evening, night, weekend].map(sign).join(''), wanted, text)
  }
  const parts = read('Van 22.45 tot 7.00 uur zit je in de loge.').demands.filter(d => d.dimensie === 'etmaal' && d.kind === 'text')
  const said = ['avond', 'nacht'].map(value => ({ amount: { value }, provenance: 'stated', span: { text: /22.45 tot 7.00/ } }))
  t.match(parts, said, 'hours of the clock state the load too')
  t.equal(parts.length, 2)
  for (const text of ['Je hebt geen hekel aan nachtdiensten.', 'Nachten gaan naar de centrale.'])
    t.notOk(
      read(text).demands.some(d => d.dimensie === 'etmaal' && d.provenance === 'stated'),
      `${text}: that there is no night work is stated by a phrase of its own only`
    )
  for (const text of [
    'Tweemaal per maand is er een commissieavond.',
    'Bij gladheid word je opgeroepen, ook in de nacht.',
    'Soms werk je tot 22.00 uur.',
    'Je vindt het geen probleem om in de avond te werken.'
  ])
    t.same(
      read(text).demands.filter(d => d.dimensie === 'etmaal' && d.provenance === 'stated'),
      [],
      `${text} states nothing of the working day`
    )
  t.equal(read('Maximum salaris: € 5.500 bruto per maand.').salary?.min, null, 'a most is no least')
  t.match(read('Minimum salaris: € 3.450 bruto per maand\nMaximum salaris: € 5.500 bruto per maand').salary, { min: 3450, max: 5500 }, 'two lines, one range')
  t.same(read('Minimum aantal uren per week 32\nMaximum aantal uren per week 38').hours, { min: 32, max: 38 }, 'two lines, one range')
  t.equal(read('Je werkt als scrum master in een team.').educationLevel, null, 'a scrum master is no degree')
  t.end()
}

/** The field of the feed wins; what the text says otherwise stays beside it. */
export function differences(t: Test): void {
  for (const [text, given, field, wanted] of DIFFERS) {
    const start = VacancyFactsSchema.parse({ title: 'Een baan', description: text, ...given })
    const v = read(text, start)
    const said = v.differs[field as keyof typeof v.differs]
    t.equal(said?.value, wanted, `${text} against ${JSON.stringify(given)}`)
    for (const key of Object.keys(given))
      if (key !== 'contract') t.same(v[key as keyof typeof v], start[key as keyof typeof start], 'the field of the feed stays')
    if (said !== undefined) t.equal(v.description.slice(said.span.start, said.span.end), said.span.text, 'the passage is where it says')
    if (wanted !== undefined) t.equal(v.evidence[field as keyof typeof v.evidence]?.from, 'field', 'the value is marked as the feed’s')
  }
  t.end()
}

const row = (description: string): Parameters<typeof normalise>[0] => ({
  kind: 'row',
  position: 1,
  sourceId: 'a1',
  raw: false,
  warnings: [],
  facts: { title: 'Kok', description, hours: { min: 8, max: 12 }, postedAt: '2026-11-01' }
})
const vacancyOf = (n: ReturnType<typeof normalise>): Vacancy => {
  if (n.kind !== 'vacancy') throw new Error(n.code)
  return n.vacancy
}

/** A stored vacancy read again: nothing differs unless the rules do. */
export function again(t: Test): void {
  const stored = vacancyOf(normalise(row('Je werkt 32 uur per week. Je tilt soms een doos.'), 'bron', AT))
  t.same(reread(stored, AT.day), stored, 'the same rules read the same')
  const older = { ...stored, hours: { min: 1, max: 2 }, experienceMonths: 99, differs: {}, postedAt: '2026-10-01', firstSeenAt: '2026-10-01T00:00:00.000Z' }
  const next = reread(older, AT.day)
  t.match(next, { hours: { min: 8, max: 12 }, experienceMonths: null, differs: { hours: { value: '32-32' } } }, 'facts come anew from the feed and the text')
  t.match(next, { postedAt: '2026-10-01', firstSeenAt: older.firstSeenAt }, 'the life of the vacancy stays')
  const answer = {
    ...stored.demands[0],
    dimensie: 'tillen_kg',
    provenance: 'confirmed',
    kind: 'answer',
    confidence: 5,
    at: '2026-11-10',
    by: 'teamleider'
  } as Vacancy['demands'][number]
  t.ok(
    reread({ ...stored, demands: [answer, ...stored.demands] }, AT.day).demands.some(d => d.kind === 'answer'),
    'what an employer answered stays'
  )
  const { given: _given, ...before } = { ...stored, experienceMonths: 99 }
  t.equal(reread(before, AT.day).experienceMonths, 99, 'without the facts of the feed nothing is read anew')
  const version = rulesVersion()
  noteReading(readingVersion())
  t.not(rulesVersion(), version, 'the rules that read are part of the version of the scorecard')
  noteReading('')
  t.equal(rulesVersion(), version)
  t.end()
}

/** A long text is read by another thread; one that takes too long is kept unread. */
export async function deadline(t: Test): Promise<void> {
  const text = 'Je werkt 32 uur per week en tilt dozen.\n'.repeat(60)
  const patient = new TextReader({ inPlace: 100, deadline: 60_000 })
  t.same(vacancyOf(await patient.normalise(row(text), 'bron', AT)), vacancyOf(normalise(row(text), 'bron', AT)), 'the thread reads what we read')
  await patient.close()
  const stuck = new TextReader({ inPlace: 100, deadline: 50, file: new URL('./stuck-worker.mjs', import.meta.url) })
  for (const n of [1, 2]) {
    const unread = await stuck.normalise(row(text), 'bron', AT)
    const v = vacancyOf(unread)
    t.match(v, { description: text, hours: { min: 8, max: 12 }, demands: [], differs: {} }, `${n}: kept, with what the feed gave`)
    t.same(v.prepared.stems.includes('doz'), false, 'no word of it is searched')
    t.match(unread, { warnings: [{ code: 'text-not-read', field: 'description' }] }, 'and the report says so')
  }
  await stuck.close()
}
