import type { Test } from 'tap'
import { dayNumber } from '../../../src/domain/moment.ts'
import type { Vacancy } from '../../../src/domain/vacancy.ts'
import { normalise } from '../../../src/feed/normalise.ts'
import { AT } from '../../helpers/vacancy.ts'
import { advert, SOURCE } from '../files.ts'

type Facts = Record<string, unknown>
const made = (facts: Facts, rest: { raw?: boolean; province?: string } = {}): ReturnType<typeof normalise> =>
  normalise(
    { kind: 'row', position: 2, sourceId: 'n1', raw: true, warnings: [], facts: { title: 'Conciërge', description: advert(), ...facts }, ...rest },
    SOURCE,
    AT
  )
const vacancyOf = (facts: Facts, rest = {}): Vacancy => {
  const got = made(facts, rest)
  if (got.kind !== 'vacancy') throw new Error(`${got.code} ${got.field ?? ''}`)
  return got.vacancy
}
const codes = (facts: Facts, rest = {}): readonly string[] => {
  const got = made(facts, rest)
  return got.kind === 'vacancy' ? got.warnings.map(w => `${w.code}:${w.field ?? '-'}`) : [`refused ${got.code}:${got.field ?? '-'}`]
}

/** What a row becomes, with its warnings, or why it is refused. */
export function vacancies(t: Test): void {
  t.match(vacancyOf({}), {
    id: 'proef:n1',
    source: 'proef',
    sourceId: 'n1',
    revision: 1,
    status: 'open',
    closedReason: null,
    misses: 0,
    staleSince: null,
    firstSeenAt: AT.instant,
    lastSeenAt: AT.instant,
    changedAt: AT.instant,
    lang: 'nl'
  })
  const odd: ReadonlyArray<readonly [name: string, facts: Facts, warnings: readonly string[], rest?: object]> = [
    ['nothing odd', {}, []],
    ['a short text', { description: 'Kok gezocht.' }, ['short-text:description']],
    ['a text that was cut', { description: `${advert()} En verder...` }, ['truncated-text:description']],
    ['a text longer than is read', { description: `${advert()}\n${'Menu. '.repeat(4_000)}` }, ['text-read-in-part:description']],
    ['a text that says it was cut', { truncated: true }, ['truncated-text:description']],
    ['posted tomorrow', { postedAt: '2026-11-25' }, ['future-date:postedAt']],
    ['closes in 2099', { closesAt: '2099-12-31' }, ['bad-date:closesAt']],
    ['closes before it was posted', { postedAt: '2026-11-20', closesAt: '2026-11-10' }, ['bad-date:closesAt']],
    ['closes today', { closesAt: '2026-11-24' }, []],
    ['closed yesterday', { closesAt: '2026-11-23' }, ['refused expired-on-arrival:closesAt']],
    ['an unknown town', { locations: [{ place: 'Ingelogd' }] }, ['unknown-place:locations.0']],
    ['the second of two', { locations: [{ place: 'Zwolle' }, { place: 'Hengelo' }] }, ['ambiguous-place:locations.1']],
    ['a province that decides', { locations: [{ place: 'Hengelo' }] }, [], { province: 'Overijssel' }],
    ['abroad', { locations: [{ place: 'Antwerpen, België' }] }, ['refused foreign:locations']],
    ['here and abroad', { locations: [{ place: 'Antwerpen, België' }, { place: 'Zwolle' }] }, []],
    ['no title after cleaning', { title: '<b></b>' }, ['refused no-title:title']],
    ['an open application', { title: 'Open sollicitatie zorg' }, ['refused open-application:title']],
    ['a talent pool', { title: 'Talentpool techniek' }, ['refused open-application:title']],
    ['a test', { title: 'TEST' }, ['refused not-a-vacancy:title']],
    ['a franchise', { title: 'Franchisenemer bakkerij' }, ['refused not-a-vacancy:title']],
    ['a course', { title: 'Cursus' }, ['refused not-a-vacancy:title']],
    ['work in testing', { title: 'Tester software' }, []],
    ['a value that cannot be', { hours: { min: 90, max: 99 } }, ['refused bad-field:hours.min']]
  ]
  for (const [name, facts, warnings, rest] of odd) t.same(codes(facts, rest), warnings, name)
  t.match(
    vacancyOf({ postedAt: '2026-11-25', closesAt: '2099-12-31' }),
    { postedAt: null, closesAt: null, prepared: { published: dayNumber(AT.day), closes: null } },
    'a date that cannot be is unknown; it counts as posted when first seen'
  )
  const cleaned = vacancyOf({
    title: 'Kok, bel 06-12345678',
    description: `<p>${advert()}</p> Mail naar hr@vlierbos.example`,
    url: 'https://vlierbos.example/7?utm_source=x',
    applyUrl: 'https://vlierbos.example/7/solliciteer?gclid=1'
  })
  t.match(
    cleaned,
    { title: 'Kok, bel [telefoon]', url: 'https://vlierbos.example/7', applyUrl: 'https://vlierbos.example/7/solliciteer' },
    'own rows are cleaned and masked too'
  )
  t.notOk(/[<@]|06-/.test(cleaned.description), 'no markup and no contact data in the text')
  t.equal(vacancyOf({ title: 'Kok\u0000 (24 uur)' }).titleClean, 'Kok')
  // A value that grows while it is cleaned must never be a reason to stop a run.
  t.equal(vacancyOf({ title: 'ĳ'.repeat(200) }).title.length, 200)
  t.equal(vacancyOf({ title: `${'x'.repeat(193)} a@b.nl` }).title.length, 200)
  t.equal(vacancyOf({ url: `https://vlierbos.example/${'é'.repeat(1_000)}` }).url, null)
  const [one, same, other] = [vacancyOf({}), vacancyOf({}), vacancyOf({ hours: { min: 24, max: 24 } })]
  t.equal(one.contentHash, same.contentHash, 'the same facts, the same hash')
  t.not(one.contentHash, other.contentHash, 'other facts, another hash')
  t.equal(vacancyOf({ description: `<p>${advert()}</p>` }).contentHash, vacancyOf({ description: advert() }).contentHash, 'markup is no change')
  t.end()
}
