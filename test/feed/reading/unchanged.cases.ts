import * as fc from 'fast-check'
import type { Test } from 'tap'
import { ABOUT_US, ADVERTS, WRONG_PLACE } from '../adverts.cases.ts'
import { read } from './read.ts'
import { loadsOf, say } from './say.ts'

const HEADING = /^(?:Wat|Wie|Jouw|Functie|De functie|Taken|Eisen|Onze organisatie|Arbeids|Solliciteren|Procedure|Contact|Je werk$|Over)/
const isHeading = (line: string): boolean => HEADING.test(line) && !line.endsWith('.')
const stated = (text: string): ReadonlySet<string> =>
  new Set(
    loadsOf(text)
      .filter(l => l.provenance === 'stated')
      .map(say)
  )
const all = (text: string): readonly string[] => loadsOf(text).map(say).toSorted()
const advert = fc.constantFrom(...ADVERTS, ...WRONG_PLACE.map(([, text]) => text))

/** Changes to a text that say nothing about the work. */
export function unchanged(t: Test): void {
  t.ok(
    ADVERTS.every(a => loadsOf(a).length >= 3),
    'there is something to read'
  )
  t.ok(ADVERTS.filter(a => stated(a).size > 0).length >= 4, 'and something stated')
  t.doesNotThrow(() => {
    fc.assert(
      fc.property(advert, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (text, keep) => {
        const fewer = text
          .split('\n')
          .filter((line, i) => isHeading(line) || keep[i % keep.length] === true)
          .join('\n')
        return [...stated(fewer)].every(s => stated(text).has(s))
      })
    )
  }, 'leaving out sentences never adds a stated demand')
  for (const [i, text] of ADVERTS.entries()) {
    for (const about of ABOUT_US) {
      t.same(all(`${text}\n\n${about}`), all(text), `advert ${i}: what a firm says of itself changes no load`)
      const [a, b] = [read(text), read(`${text}\n\n${about}`)]
      t.same(
        [b.educationLevel, b.licences, b.certificates, b.languages],
        [a.educationLevel, a.licences, a.certificates, a.languages],
        `advert ${i}: nor what is asked`
      )
    }
    t.same(all(text.toUpperCase()), all(text), `advert ${i}: upper case`)
    t.same(all(text.normalize('NFD').replace(/\p{M}/gu, '')), all(text), `advert ${i}: no accents`)
    const listed = (mark: string): string =>
      text
        .split('\n')
        .map(l => (isHeading(l) ? l : `${mark}${l}`))
        .join('\n')
    for (const mark of ['- ', '• ', '* ', '1. ']) t.same(all(listed(mark)), all(text), `advert ${i}: list mark "${mark}"`)
    t.same(all(text.replaceAll('\n', '\n\n')), all(text), `advert ${i}: empty lines`)
  }
  t.doesNotThrow(() => {
    fc.assert(
      fc.property(fc.constantFrom(...ADVERTS), advert, fc.constantFrom(...ABOUT_US), (a, b, c) => {
        const description = `${a}\n${b}\n${c}`
        const v = read(description)
        const spans = [...v.demands.map(d => d.span), ...Object.values(v.evidence).map(e => e?.span ?? null)].filter(s => s !== null)
        return spans.length > 0 && spans.every(s => (s.field === 'title' ? v.title : v.description).slice(s.start, s.end) === s.text && s.text.trim() !== '')
      })
    )
  }, 'every span, cut out of the text, is its text')
  t.end()
}
