import t from 'tap'
import { classifyTitle, rankGroups } from '../../src/reference/occupations.ts'
import { titleClassifier, type TitleClassifier } from '../../src/reference/title-classifier.ts'
import { HEAD_NAMES } from '../../src/reference/title-compounds.ts'
import { TITLE_ROWS, type TitleRow } from '../../src/reference/title-rows.ts'
import { keyOf, structureOf, unfold } from '../../src/reference/title-structure.ts'
import { baseOf, headsOf } from '../../src/reference/title-words.ts'
import { isBorneOut, withoutTitles, writeSettled } from '../helpers/settled.ts'
import { BASES, SAID_OTHERWISE, UNFOLDED } from './title-structure.cases.ts'

const heads = headsOf(
  new Set([...HEAD_NAMES, 'wever', 'koker', 'plukker', 'keurder', 'verhuurder', 'zetter', 'loog', 'lesgever', 'inspecteur', 'vlechter', 'leider'])
)
const row = (title: string, isco: string): TitleRow => ({ title, isco, share: 100, kind: 'variant', settled: true, cues: [] })

t.test('words for who does the work', t => {
  for (const [word, base] of BASES) t.equal(baseOf(word, heads), base, word)
  for (const [form, full] of UNFOLDED) t.equal(unfold(form, heads), full, form)
  t.end()
})

t.test('titles in other words', t => {
  const book = titleClassifier([
    ...SAID_OTHERWISE.map(([title, isco]) => row(title, isco)),
    row('vlechter', '7317'),
    row('draaier touw', '7318'),
    row('kaasmaker', '7513')
  ])
  for (const [title, isco, ways] of SAID_OTHERWISE) {
    const key = keyOf(structureOf(title, heads))
    for (const way of ways) {
      t.equal(keyOf(structureOf(way, heads)), key, `"${way}" is "${title}"`)
      t.match(book.classify(way), { isco: [{ code: isco }], method: 'variant' }, `and leads to its group: ${way}`)
    }
  }
  t.not(keyOf(structureOf('docent bijenteelt', heads)), keyOf(structureOf('docent wijnbouw', heads)), 'another trade is another title')
  const two = titleClassifier([row('vliegerbouwer', '7317'), row('vliegeraar', '3423'), row('bouwer van vliegers', '8219')])
  t.not(two.classify('bouwster vlieger').method, 'variant', 'two titles in one key: neither answers for the other')
  t.end()
})

t.test('made in steps, at once or half-way: the same answers', t => {
  const rows = TITLE_ROWS.slice(0, 6_000)
  const ask = ({ rank }: TitleClassifier): readonly unknown[] =>
    ['knikkerbaanbouwer', 'meewerkend voorman rietdekken', 'bediener van een strooppomp', 'adviseur wolken'].map(title => rank(title))
  const [atOnce, stepped, halfway] = [titleClassifier(rows), titleClassifier(rows), titleClassifier(rows)]
  const answers = ask(atOnce)
  let steps = 0
  while (stepped.step()) steps++
  t.ok(steps > 5, 'there is more than one step')
  t.same(ask(stepped), answers)
  for (let i = 0; i < 4; i++) t.ok(halfway.step())
  t.same(ask(halfway), answers, 'a question makes the rest')
  t.notOk(halfway.step() || atOnce.step(), 'and nothing is left')
  t.end()
})

t.test('a role beside a trade', t => {
  const groups = (title: string): readonly string[] => rankGroups(title).map(r => r.isco)
  t.equal(groups('ploegbaas van rietdekkers')[0], '3123', 'who leads roofers')
  t.equal(groups('werkmeester houtdraaierij')[0], '3122', 'who leads wood turners')
  t.ok(groups('verantwoordelijke rietdekkers').includes('1323'), 'who is in charge of a firm of roofers')
  t.end()
})

t.test('a guess says that it is one', t => {
  for (const title of ['productiemedewerker knikkerbanen', 'operator strooppomp', 'medewerker wolkenkrabberij', 'specialist in draaiorgels']) {
    const found = classifyTitle(title)
    t.ok(found.confidence <= 2, `a general head with a word that no table knows: ${title} has ${found.confidence}`)
    t.equal(
      found.isco.reduce((a, i) => a + i.share, 0),
      found.isco.length === 0 ? 0 : 100,
      'its shares make a whole'
    )
  }
  for (const title of ['Doe jij met ons mee?', 'Leuke plek vrij!', 'Jouw nieuwe baan', 'Bijbaan zondag 12 uur', 'Toppers gezocht', 'Traineeship start mei'])
    t.equal(classifyTitle(title).confidence, 0, `names nobody: ${title}`)
  t.equal(classifyTitle('Kok gezocht voor het weekend').isco[0]?.code, '5120', 'words that say nothing take nothing from a name')
  t.end()
})

/** `SETTLED=write npx tap run test/reference/title-structure.test.ts` after titles have changed: the table is asked of itself again. */
if (process.env['SETTLED'] === 'write') t.comment(`${writeSettled()} settled titles are written`)

/** Every so many titles are taken out of the table and asked of the rest: what the confidences stand for. */
const HELD = 25

t.test('titles held out of the table', t => {
  const titles = [...new Set(TITLE_ROWS.map(r => r.title))]
  const held = new Set(titles.filter((_, i) => i % HELD === 0))
  const rest = withoutTitles(held)
  const own = TITLE_ROWS.filter(r => held.has(r.title) && r.share === 100)
  const right = { all: 0, five: 0, sure: 0, fair: 0 }
  const alike = { settled: 0, all: 0 }
  const of = { sure: 0, fair: 0 }
  for (const { title, isco, settled } of own) {
    const ranked = rest.rank(title)
    const first = ranked[0]
    const good = first?.isco === isco && first.confidence > 0
    if (good) right.all++
    if (ranked.some(r => r.isco === isco)) right.five++
    if (settled) alike.all++
    if (settled && isBorneOut(rest, title, isco)) alike.settled++
    const level = (first?.confidence ?? 0) >= 3 ? 'sure' : first?.confidence === 2 ? 'fair' : undefined
    if (level === undefined) continue
    of[level]++
    if (good) right[level]++
  }
  const share = (n: number, all: number): string => `${((100 * n) / all).toFixed(1)} % of ${all}`
  t.ok(own.length >= 500 && of.sure >= 100 && of.fair >= 100, 'enough of each')
  t.ok(right.all / own.length >= 0.65, `right first: ${share(right.all, own.length)}`)
  t.ok(right.five / own.length >= 0.85, `among five: ${share(right.five, own.length)}`)
  t.ok(right.sure / of.sure >= 0.92, `right with confidence 3 and 4: ${share(right.sure, of.sure)}`)
  t.ok(alike.settled / alike.all >= 0.9, `settled, and the rest of the table says so: ${share(alike.settled, alike.all)}`)
  t.ok(right.fair / of.fair >= 0.85, `right with confidence 2: ${share(right.fair, of.fair)}`)
  t.end()
})
