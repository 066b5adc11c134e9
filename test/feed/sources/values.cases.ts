import type { Test } from 'tap'
import { sampleOf } from '../../../src/feed/lines.ts'
import { vacancyId } from '../../../src/feed/normalise.ts'
import { cleanLine, cleanText, maskContacts } from '../../../src/feed/normalise/clean.ts'
import { languageOf } from '../../../src/feed/normalise/language.ts'
import { parseDate, tooFar } from '../../../src/feed/normalise/dates.ts'
import { normalisePlace } from '../../../src/feed/normalise/place.ts'
import { cleanUrl } from '../../../src/feed/normalise/url.ts'
import { PLACES } from '../../../src/reference/places.ts'
import { LANGUAGES, MASKED, TEXTS, URLS, VALUES } from '../clean.cases.ts'
import { DATES, FAR } from '../dates.cases.ts'
import { PLACE_CASES } from '../place.cases.ts'

/** Texts, contact data, one-line values and languages. */
export function texts(t: Test): void {
  for (const [name, raw, text] of TEXTS) {
    t.same(cleanText(raw), { text, truncated: false }, name)
    if (!name.startsWith('EN02')) t.equal(cleanText(text).text, text, `${name}: clean text stays as it is`)
  }
  for (const [raw, masked] of MASKED) t.equal(maskContacts(raw), masked, `contact data: ${raw}`)
  t.equal(cleanText('Bel 06-12345678 of mail naar hr@vlierbos.example').text, 'Bel [telefoon] of mail naar [e-mail]', 'a description is masked')
  t.equal(
    sampleOf(`${'x'.repeat(70)} hr@vlierbos.example`),
    `${'x'.repeat(70)} [e-mail]`,
    'a sample is masked before it is cut, so that no half of an address stays'
  )
  t.equal(sampleOf({ a: ['b '.repeat(100)] })?.length, 80)
  for (const [raw, line] of VALUES) t.equal(cleanLine(raw), line, `value ${JSON.stringify(raw) ?? 'undefined'}`)
  for (const [text, lang] of LANGUAGES) t.equal(languageOf(text), lang, `language of: ${text.slice(0, 30)}`)
  const long = cleanText('woord '.repeat(20_000))
  t.same([long.text.length, long.truncated], [100_000, true], 'more than we keep is cut and says so')
  // A megabyte that makes a careless pattern look for an end again and again: this ends, or the whole test does not.
  for (const piece of ['<!--', '<script ', '<b><form', '<li ', '[', '[a](', '# # ', '**a', '_a ', 'a•', '0 ', 'a@', 'a.', ' \n', 'Ã¯', '&amp;'])
    t.ok(cleanText(piece.repeat(1_000_000 / piece.length)).text.length <= 100_000, `a megabyte of ${JSON.stringify(piece)}`)
  t.end()
}

/** Days. */
export function dates(t: Test): void {
  for (const [raw, wanted, order] of DATES) {
    const got = parseDate(raw, order)
    t.equal('day' in got ? got.day : got.code, wanted, `${raw}${order === undefined ? '' : ` (${order})`}`)
  }
  for (const [day, today, far] of FAR) t.equal(tooFar(day, today), far, `${day} seen from ${today}`)
  t.end()
}

/** Places. */
export function places(t: Test): void {
  for (const c of PLACE_CASES) {
    const got = normalisePlace(c.at, c.hint)
    const name = `${JSON.stringify(c.at)}${c.hint === undefined ? '' : ` in ${c.hint}`}`
    t.equal(got.location.code, c.code, `${name}: code`)
    t.equal(got.code, c.warning ?? null, `${name}: warning`)
    if (c.precision !== undefined) t.equal(got.location.precision, c.precision, `${name}: precision`)
    if (c.rest !== undefined) t.match(got.location, c.rest, name)
    if (c.code !== null) t.ok(PLACES.has(c.code), `${name}: the code exists`)
    if (got.location.precision === 'province' || got.location.precision === 'country') t.equal(got.location.code, null, `${name}: a vague place gives no point`)
  }
  t.end()
}

/** Addresses and ids. */
export function addresses(t: Test): void {
  for (const [raw, url] of URLS) t.equal(cleanUrl(raw), url, `address ${raw?.slice(0, 60) ?? 'null'}`)
  t.equal(vacancyId('proef', 'A1.b_c-d:e'), 'proef:A1.b_c-d:e', 'plain ids stay readable')
  t.equal(vacancyId('proef', 'x'.repeat(58)), `proef:${'x'.repeat(58)}`, 'up to 64 characters')
  for (const odd of ['x'.repeat(59), 'a b', 'a/b', 'é', 'https://vlierbos.example/7']) {
    t.match(vacancyId('proef', odd), /^proef:[\w-]{22}$/, `hashed: ${odd.slice(0, 20)}`)
  }
  t.equal(vacancyId('proef', 'a b'), 'proef:yGh6CKpdbtIEQyj6aml6uO', 'never changes: stored vacancies and cursors hold it')
  t.not(vacancyId('proef', 'a b'), vacancyId('proef', 'a  b'), 'different ids stay different')
  t.ok(vacancyId('x'.repeat(40), 'é').length <= 64, 'also for the longest source')
  t.end()
}
