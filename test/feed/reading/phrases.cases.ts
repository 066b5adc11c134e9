import type { Test } from 'tap'
import type { Load } from '../../../src/domain/load.ts'
import { occurrences } from '../../../src/feed/text/occurrences.ts'
import { compilePattern, PatternError, readNumber } from '../../../src/feed/text/pattern.ts'
import { mayStand } from '../../../src/feed/text/phrase-index.ts'
import { classWords, FEEDS, allPhrases, type Phrase } from '../../../src/feed/text/phrases.ts'
import { unitsOf, type Unit } from '../../../src/feed/text/units.ts'
import { ADVERTS } from '../adverts.cases.ts'
import { loadsOf } from './say.ts'

const thrown = (act: () => unknown): unknown => {
  try {
    act()
    return undefined
  } catch (error) {
    return error
  }
}

/** How a phrase is written, and what it then finds. */
export function notation(t: Test): void {
  const classes = new Map([
    ['VAAK', ['vaak', 'heel veel']],
    ['GEEN', ['geen', 'niet']]
  ])
  const CASES: ReadonlyArray<readonly [string, string, boolean]> = [
    ['veel staan', 'je gaat veel staan.', true],
    ['veel staan', 'je gaat veel stilstaan.', false],
    ['veel staan', 'heel veelstaan', false],
    ['veel staan', 'veel, staan', true],
    ['veel staan', 'veel. staan', false],
    ['(tillen|dragen)', 'dragen', true],
    ['(tillen|dragen)', 'bijdragen', false],
    ['(zwaar tillen|sjouwen) hoort', 'zwaar tillen hoort', true],
    ['(zwaar tillen|sjouwen) hoort', 'zwaar hoort', false],
    ['veel [lang] staan', 'veel staan', true],
    ['veel [lang] staan', 'veel lang staan', true],
    ['veel [lang|erg lang] staan', 'veel erg lang staan', true],
    ['[heel] veel', 'veel', true],
    ['[heel] veel', 'heel veel', true],
    ['{VAAK} tillen', 'heel veel tillen', true],
    ['{VAAK} tillen', 'heel  veel tillen', true],
    ['{VAAK} tillen', 'soms tillen', false],
    ['til~', 'tilwerk', true],
    ['~werk', 'tilwerk', true],
    ['~werk~', 'bijwerkingen', true],
    ['til~', 'optillen', false],
    ['~werk', 'werken', false],
    ['tillen … kilo', 'tillen van zakken tot 25 kilo', true],
    ['tillen … kilo', 'tillen kilo', true],
    ['tillen … kilo', 'tillen een twee drie vier vijf kilo', false],
    ['tillen … kilo', 'tillen. Een kilo', false],
    ['{n} kg', '12kg', true],
    ['{n} kg', '12 kg', true],
    ['{n} kg', '1.200 kg', true],
    ['{n} kg', '12,5 kg', true],
    ['{n} kg', 'x12 kg', false],
    ['{f} keer', '10 keer', true],
    ['max {n} kg', 'max. 10 kg', true],
    ['van {n} kg', 'van 15 20kg', true],
    ['van {n} kg', 'van 5 a 10 kg', true],
    ['van {n} kg', 'van 5 keer 10 kg', false],
    ['dag-en-nacht', 'dag en nacht', true],
    ['accu {n} kg', 'accu (18 kg)', true],
    ['<wassen>', 'je wast', true],
    ['<wassen>', 'je waste', false],
    ['<op|ruimen> zalen', 'opruimen zalen', true],
    ['<op|ruimen>', 'ruim je de zalen en de gangen op', true],
    ['<op|ruimen>', 'de zalen om op te ruimen', true],
    ['<op|ruimen>', 'ruim je de zaal. Op tijd', false],
    ['<wassen> & (bewoner~|client~)', 'de bewoners op de eerste etage was je', true],
    ['<wassen> & (bewoner~|client~)', 'je wast, droogt en kamt de bewoners', true],
    ['<wassen> & (bewoner~|client~)', 'je wast ramen; bewoners lezen', false],
    ['<wassen> & (bewoner~|client~)', 'je wast ramen', false],
    ['(zaal) & (stoel~) & <zetten>', 'in de zaal zet je stoelen', true],
    ['(zaal) & (stoel~) & <zetten>', 'in de zaal staan stoelen', false],
    ['<wassen> & bewoners', `je wast ${'heel '.repeat(20)}veel bewoners`, false],
    ['c++ (a.b|x)', 'c++ a.b', true]
  ]
  for (const [source, text, wanted] of CASES)
    t.equal(occurrences(compilePattern(source, classes), text).length > 0, wanted, `${source} ${wanted ? 'is' : 'is not'} in "${text}"`)
  const RANGES: ReadonlyArray<readonly [string, number, number]> = [
    ['{n<=5} kg', -Infinity, 5],
    ['{n>15} kg', 15.001, Infinity],
    ['{n6-10} kg', 6, 10],
    ['{n>=8} km', 8, Infinity],
    ['{n<3} x', -Infinity, 2.999],
    ['{n=2} x', 2, 2],
    ['{n} kg', -Infinity, Infinity]
  ]
  for (const [source, min, max] of RANGES) t.same(compilePattern(source, classes).number, { min, max }, source)
  for (const wrong of ['', '(a|b', 'a)', '[a', 'a]', '{n', '{zoiets} a', 'a}', '{n>} kg', '|', '<wassen', '<x>', '<op|>', 'a & ']) {
    t.ok(thrown(() => compilePattern(wrong, classes)) instanceof PatternError, `"${wrong}" is refused`)
  }
  t.match(compilePattern('van {n} kg', classes).regex.exec('van 5 tot 10 kg')?.groups, { n: '10' }, 'of a range the upper end')
  t.match(compilePattern('{n} van {n} kg', classes).regex.exec('5 van 10 kg')?.groups, { n: '5' }, 'the first number counts')
  t.same(['1.200', '32,5', '7', '12.5'].map(readNumber), [1200, 32.5, 7, 12.5], 'numbers as Dutch writes them')
  t.same(
    compilePattern('(a|b) [c] d', classes).certain,
    [
      { whole: ['a', 'b'], parts: [] },
      { whole: ['d'], parts: [] }
    ],
    'what a text must hold'
  )
  t.end()
}

/** Whether a pattern stands in a text, with its number in range. */
const stands = (p: Phrase, text: string): boolean => unitsOf(text).some(u => occurrences(p.pattern, u.folded).length > 0)

/** Whether the index by words offers a phrase for a sentence. */
const isCandidate = (p: Phrase, u: Unit): boolean => mayStand(u, p.lang).some(c => c.phrases.includes(p))

/** The phrases themselves, each against its own examples. */
export function phrases(t: Test): void {
  t.ok(allPhrases().length > 2000, `${allPhrases().length} phrases`)
  const found = (p: Phrase, text: string): boolean => unitsOf(text).some(u => isCandidate(p, u))
  for (const table of new Set(allPhrases().map(p => `${p.lang} ${p.dim}`))) {
    const those = (wrong: (p: Phrase) => boolean): readonly string[] =>
      allPhrases()
        .filter(p => `${p.lang} ${p.dim}` === table && wrong(p))
        .map(p => `${p.mark} ${p.pattern.source} | ${p.hit} | ${p.miss}`)
    t.same(
      those(p => !stands(p, p.hit)),
      [],
      `${table}: each stands in its example`
    )
    t.same(
      those(p => stands(p, p.miss)),
      [],
      `${table}: each misses the other`
    )
    t.same(
      those(p => !found(p, p.hit)),
      [],
      `${table}: each is found by its words`
    )
    const glued = (p: Phrase): string => p.hit.replace(/(\d) (?=(?:kg|kilo|km|uur|minuten|graden|keer)\b)/g, '$1')
    t.same(
      those(p => /\{[nf]/.test(p.pattern.source) && glued(p) !== p.hit && !(stands(p, glued(p)) && found(p, glued(p)))),
      [],
      `${table}: a unit against its number`
    )
  }
  const readOf = (p: Phrase): readonly Load[] => loadsOf(p.hit, p.lang).filter(l => FEEDS.get(p.dim)?.includes(l.dimensie))
  t.same(
    allPhrases()
      .filter(p => p.mark === 'x' && readOf(p).length > 0)
      .map(p => `${p.dim} ${p.hit}`),
    [],
    'the example of a false friend gives no load of its dimension'
  )
  t.same(
    allPhrases()
      .filter(p => '+-'.includes(p.mark) && FEEDS.get(p.dim)?.length !== 0 && readOf(p).length === 0)
      .map(p => `${p.dim} ${p.hit}`),
    [],
    'any other example gives one'
  )
  const units = ADVERTS.flatMap(unitsOf)
  const lost = units.flatMap(u =>
    allPhrases()
      .filter(p => p.lang === 'nl' && occurrences(p.pattern, u.folded).length > 0 && !isCandidate(p, u))
      .map(p => `${p.pattern.source}: ${u.text}`)
  )
  t.same(lost, [], 'the index by words leaves no phrase out')
  const anywhere = (p: Phrase, text: string): readonly number[] => [...text.matchAll(new RegExp(p.pattern.regex.source, 'g'))].map(m => m.index)
  t.same(
    allPhrases()
      .filter(p => p.pattern.others.length === 0 && p.pattern.number.min === -Infinity && p.pattern.number.max === Infinity)
      .filter(p =>
        [p.hit, p.miss].some(text => unitsOf(text).some(u => String(anywhere(p, u.folded)) !== String(occurrences(p.pattern, u.folded).map(o => o.start))))
      )
      .map(p => p.pattern.source),
    [],
    'an expression that is tried where words begin finds what it finds anywhere'
  )
  t.same(
    ['GEEN', 'SOMS', 'KAN', 'VAAK', 'STEEDS'].filter(c => classWords(c).length === 0),
    [],
    'classes'
  )
  t.end()
}
