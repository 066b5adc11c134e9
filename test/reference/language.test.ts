import t from 'tap'
import * as fc from 'fast-check'
import { fold, foldSameLength, likeness, slug, stem, STEMMER, stemsOf, tokens, typingErrors, unify } from '../../src/reference/dutch.ts'
import { classifyTitle } from '../../src/reference/occupations.ts'
import { namesDiagnosis } from '../../src/reference/screen.ts'
import { readTable } from '../../src/reference/table.ts'
import { cleanTitle, titleForms } from '../../src/reference/titles.ts'
import { FUNCTIONAL } from './functional.cases.ts'
import { spelling, spellingLaws } from './spelling.cases.ts'
import { STEMS } from './stems.cases.ts'
import { TITLE_CASES } from './titles.cases.ts'
import { titleMemory } from './title-memory.cases.ts'

/** Text with what Dutch text holds beside plain letters. */
const dutchText = fc
  .array(
    fc.oneof(
      fc.constantFrom('é', 'ë', 'ï', 'ĳ', 'Ĳ', 'e\u0301', '’', '‘', '–', '—', '-', "'", ' ', '\u00a0', '\n', '🚀', 'ß', 'İ', 'ﬁ', 'Å', '½', '€'),
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.string({ maxLength: 5 })
    ),
    { maxLength: 30 }
  )
  .map(parts => parts.join(''))

t.test('what is remembered of titles', titleMemory)

t.test('letters, words, folding', t => {
  t.equal(unify('ĳs en Ĳsselstein'), 'ijs en IJsselstein')
  t.equal(unify('’s‑Hertogenbosch — café'), "'s-Hertogenbosch - café")
  t.equal(fold('CONCIËRGE Coördinator ’s-Gravenhage'), "concierge coordinator 's-gravenhage")
  t.equal(fold('cafe\u0301'), 'cafe', 'a loose accent is folded too')
  t.same(
    tokens('Coördinator e-bike, zij-instromer (HBO+) en C#'),
    ['coördinator', 'e-bike', 'zij-instromer', 'hbo', 'en', 'c'],
    'accents and dashes stay inside a word'
  )
  t.same(tokens("Auto's in ’s-Hertogenbosch: 32-40 uur"), ["auto's", 'in', 's-hertogenbosch', '32-40', 'uur'])
  t.same(tokens('…!? – '), [], 'no words in marks')
  t.equal(slug('Zij-instromer PO & VO'), 'zij-instromer-po-vo')
  t.equal(slug('  –  '), '')
  t.equal(foldSameLength('CafÉ – ’s avonds\u00a0ĳs'), "cafe - 's avonds ĳs")
  t.doesNotThrow(() => {
    fc.assert(fc.property(dutchText, text => foldSameLength(text).length === text.length))
  }, 'foldSameLength keeps the length of any text')
  t.doesNotThrow(() => {
    fc.assert(fc.property(dutchText, dutchText, (a, b) => foldSameLength(`${a} ${b}`) === `${foldSameLength(a)} ${foldSameLength(b)}`))
  }, 'and so offsets: a piece folds as it does in the whole')
  t.doesNotThrow(() => {
    fc.assert(fc.property(dutchText, text => fold(fold(text)) === fold(text) && foldSameLength(foldSameLength(text)) === foldSameLength(text)))
  }, 'folding twice changes nothing')
  t.doesNotThrow(() => {
    fc.assert(fc.property(dutchText, text => fold(text) === fold(text.normalize('NFD')) && fold(text) === fold(text.normalize('NFC'))))
  }, 'the form of the accents does not matter')
  const whole = (text: string): string => unify(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const greek = fc.array(fc.oneof(dutchText, fc.constantFrom('ΟΔΟΣ', 'Σ', '`', '\u1fef', '각')), { maxLength: 6 }).map(parts => parts.join(''))
  t.doesNotThrow(() => {
    fc.assert(fc.property(greek, text => fold(text) === whole(text)))
  }, 'character by character gives what the whole text gives')
  t.equal(typingErrors('verpleger', 'verplegre'), 1, 'a swap is one error')
  t.equal(typingErrors('kok', 'kok'), 0)
  t.ok(likeness('magazijnmedewerker', 'magazijnmedewreker') > likeness('magazijnmedewerker', 'schoonmaakmedewerker'))
  t.end()
})

t.test('stems', t => {
  t.equal(STEMMER, 'dutch_porter@orama-3.1.18', 'the stemmer is named and pinned')
  t.ok(STEMS.length >= 200, `${STEMS.length} golden pairs`)
  t.same(
    STEMS.map(([word]) => `${word} ${stem(word)}`),
    STEMS.map(([word, wanted]) => `${word} ${wanted}`),
    'each word has its golden stem'
  )
  t.same(
    stemsOf('De conciërge en een zij-instromer werken in het café'),
    ['caf', 'concierg', 'instromer', 'zijinstromer'],
    'stop words left out, hyphenated words whole and in parts'
  )
  t.equal(stem("kassa's"), stem('kassa'), "a plural with 's")
  t.same(stemsOf('niet, geen, zonder'), ['geen', 'niet', 'zonder'].map(stem).toSorted(), 'words of denial are kept')
  t.same(stemsOf('vacatures vacature'), ['vacatur'], 'once each')
  t.same(stemsOf(`a é ${'x'.repeat(80)}`), [], 'neither single letters nor endless words')
  t.doesNotThrow(() => {
    fc.assert(
      fc.property(dutchText, text => {
        const found = stemsOf(text)
        return found.every(s => /^[a-z0-9]{1,64}$/.test(s)) && found.join() === [...new Set(found)].toSorted().join()
      })
    )
  }, 'stems are plain, sorted and unique for any text')
  t.end()
})

const ROWS = readTable('occupations/titles.tsv', ['title', 'isco4', 'share', 'kind', 'note'])
const NAMELESS = new Set(readTable('occupations/nameless.tsv', ['title', 'why']).map(r => fold(r.title)))
/** Words that only say how far somebody is in the work; a title of such a word alone has no other form. */
const LEVEL_WORD = /\b(?:junior|medior|senior|aankomende?|ervaren|beginnend|allround|leerling|startende|zij-instromer|trainee)\b/

t.test('titles of the table', t => {
  const byTitle = new Map<string, (typeof ROWS)[number][]>()
  for (const r of ROWS) byTitle.set(fold(r.title), [...(byTitle.get(fold(r.title)) ?? []), r])
  const restless: string[] = []
  const astray: string[] = []
  for (const [title, rows] of byTitle) {
    const shown = rows[0]?.title ?? title
    const [form = ''] = titleForms(shown)
    if (!LEVEL_WORD.test(title) && titleForms(form)[0] !== form) restless.push(`${shown} > ${form} > ${titleForms(form)[0]}`)
    const found = classifyTitle(shown)
    // A title that names no occupation leads nowhere without a text.
    if (NAMELESS.has(title)) {
      if (found.isco.length > 0) astray.push(`${shown} names an occupation`)
      continue
    }
    const own = new Map(rows.map(r => [r.isco4, Number(r.share)]))
    if (found.isco.length !== own.size || found.isco.some(i => own.get(i.code) !== i.share))
      astray.push(`${shown} > ${found.isco.map(i => i.code).join(' ')} (${found.method})`)
  }
  t.same(restless, [], 'normalising twice changes nothing')
  t.same(astray, [], 'every title of the table leads to its own rows')
  t.end()
})

t.test('titles as adverts write them', t => {
  const SAME: ReadonlyArray<readonly [string, string]> = [
    ['Schoonmaker (m/v)', 'schoonmaker'],
    ['SCHOONMAKER M/V/X', 'schoonmaker'],
    ['Schoonmaker – 24 uur per week', 'schoonmaker'],
    ['Schoonmaakster 16-24 uur', 'schoonmaker'],
    ['Gezocht: schoonmaker!', 'schoonmaker'],
    ['Vacature schoonmaker | parttime', 'schoonmaker'],
    ['Schoonmaker [Utrecht]', 'schoonmaker'],
    ['✨ Schoonmaker ✨', 'schoonmaker'],
    ['Senior schoonmaker', 'schoonmaker'],
    ['Ervaren schoonmaker', 'schoonmaker'],
    ['Schoonmaker in Zwolle', 'schoonmaker'],
    ['Schoonmaker bij Bedrijf B.V.', 'schoonmaker'],
    ['Schoonmaker 0,8 fte', 'schoonmaker'],
    ['Schoonmaker € 2.100 - € 2.400', 'schoonmaker'],
    ['Conciërge', 'concierge'],
    ['Docente Engels', 'docent engels'],
    ['Orderpickers', 'orderpicker']
  ]
  for (const [title, form] of SAME) t.ok(titleForms(title).includes(form), `"${title}" is looked up as ${form}: ${titleForms(title).join(', ')}`)
  t.same(titleForms('Kok / keukenhulp').slice(1), ['kok', 'keukenhulp'], 'alternatives')
  t.equal(cleanTitle('Verzorgende IG (v/m/x), 24 uur'), 'Verzorgende IG', 'for showing: without hours and brackets, case kept')
  t.equal(cleanTitle('24 uur'), '24 uur', 'a title of noise only stays')
  t.doesNotThrow(() => {
    fc.assert(fc.property(dutchText, title => titleForms(title).every(f => f.length >= 2) && (title.trim() === '' || cleanTitle(title) !== '')))
  }, 'any text gives forms and never an empty title')
  t.match(classifyTitle('xyzzy qwerty'), { isco: [], method: 'none', confidence: 0 }, 'nothing known: no group')
  t.match(classifyTitle('Magazijnmedewreker'), { method: 'similar', confidence: 1 }, 'a typing error away')
  for (const ways of [
    ['souschef', 'sous-chef', 'Sous chef'],
    ['front-end developer', 'Front end developer'],
    ['kassamedewerker', 'Kassa-medewerker', 'Kassa medewerker']
  ]) {
    t.equal(new Set(ways.map(w => JSON.stringify(classifyTitle(w).isco))).size, 1, `with a dash, a blank or together: ${ways[0]}`)
  }
  t.match(classifyTitle('Leraar groep 8'), { isco: [{ code: '2341' }] }, 'a group names the primary school')
  t.equal(classifyTitle('x'.repeat(500)).raw?.length, 200, 'a raw title has an end')
  const named = classifyTitle('Topper gezocht!', { text: 'Voor ons kantoor zijn wij op zoek naar een financieel administratief medewerker die meedenkt.' })
  t.match(named, { isco: [{ code: '4311' }] }, 'a title that says nothing: the occupation the text names')
  t.ok(named.confidence >= 1 && named.confidence <= 2, 'with less confidence than a title')

  const misses: string[] = []
  let surelyWrong = 0
  for (const [title, groups] of TITLE_CASES) {
    const found = classifyTitle(title)
    const top = found.isco.toSorted((a, b) => b.share - a.share)[0]
    if (top !== undefined && groups.includes(top.code)) continue
    misses.push(`${title}: ${groups.join('/')} > ${top?.code ?? 'none'} (${found.method})`)
    if (top !== undefined && found.confidence >= 3) surelyWrong++
  }
  const share = 1 - misses.length / TITLE_CASES.length
  t.ok(TITLE_CASES.length >= 300, `${TITLE_CASES.length} own titles`)
  t.ok(share >= 0.8, `right group first: ${(share * 100).toFixed(1)} % of ${TITLE_CASES.length}`)
  t.ok(surelyWrong / TITLE_CASES.length <= 0.05, `sure and wrong: ${surelyWrong}`)
  if (process.env['SHOW_MISSES'] !== undefined) t.comment(misses.join('\n'))
  const single = TITLE_CASES.filter(([, groups]) => groups.length === 1)
  const right = single.filter(([title, [group]]) => classifyTitle(title).isco.toSorted((a, b) => b.share - a.share)[0]?.code === group)
  t.ok(right.length / single.length >= 0.8, `of the ${single.length} titles with one right group: ${right.length}`)
  t.end()
})

/** One typing error in the middle: two letters swapped. */
function misspelt(term: string): string {
  const at = Math.floor(term.length / 2)
  const [a = '', b = ''] = [term[at - 1], term[at]]
  return a === b || /[^a-zà-ÿ]/i.test(a + b) ? `${term.slice(0, at)}${term.slice(at + 1)}` : `${term.slice(0, at - 1)}${b}${a}${term.slice(at + 1)}`
}

/** Dashes for blanks, blanks for dashes, or a compound. */
const otherwise = (term: string): string =>
  term.includes(' ') ? term.replaceAll(' ', '-') : term.includes('-') ? term.replaceAll('-', ' ') : `${term}-klachten`

/** Five ways to write a term. */
const SPELLINGS: ReadonlyArray<readonly [string, (term: string) => string]> = [
  ['in a sentence', term => `Na een periode met ${term} gaat het nu beter.`],
  ['in capitals between brackets', term => `Kan minder lang werken (${term.toUpperCase()}).`],
  ['dashes and blanks otherwise', term => `Bekend met: ${otherwise(term)}, sinds 2020`],
  ['other accents and quotes', term => `Heeft "${fold(term)}" gehad.`],
  [
    'a typing error, or dots in an abbreviation',
    term => `Al jaren ${term.length >= 8 ? misspelt(term) : /^[a-z]{2,5}$/.test(term) ? term.replace(/\B/g, '.') : term}.`
  ]
]

t.test('words for a diagnosis', t => {
  const terms = readTable('screen/terms.tsv', ['term', 'kind'])
  t.ok(terms.length >= 200, `${terms.length} terms`)
  t.same(new Set(terms.map(r => r.kind)), new Set(['diagnose', 'klacht-oorzaak', 'medicatie', 'behandeling', 'instelling']), 'kinds')
  let caught = 0
  const slipped: string[] = []
  for (const { term } of terms) {
    for (const [how, write] of SPELLINGS) {
      if (namesDiagnosis(write(term))) caught++
      else slipped.push(`${how}: ${write(term)}`)
    }
  }
  const share = caught / (terms.length * SPELLINGS.length)
  t.ok(share >= 0.98, `caught ${(share * 100).toFixed(2)} %; first that slipped: ${slipped.slice(0, 30).join(' | ')}`)
  t.same(
    slipped.filter(s => !s.startsWith('a typing error')),
    [],
    'without a typing error none slips'
  )
  t.same(
    readTable('screen/functional.tsv', ['text'])
      .map(r => r.text)
      .filter(namesDiagnosis),
    [],
    'no false alarm on the functional sentences of the table'
  )
  t.ok(FUNCTIONAL.length >= 60, `${FUNCTIONAL.length} further sentences`)
  t.same(FUNCTIONAL.filter(namesDiagnosis), [], 'no false alarm on those')
  t.same(
    readTable('screen/allowed.tsv', ['phrase', 'why'])
      .map(r => r.phrase)
      .filter(p => namesDiagnosis(`Ervaring: ${p}.`)),
    [],
    'allowed phrases pass'
  )
  t.ok(namesDiagnosis('Heeft een depressie, werkt in een rustige omgeving.'), 'an allowed phrase hides no term beside it')
  t.notOk(namesDiagnosis(''))
  t.end()
})

t.test('a misspelt word stands for known ones, a known word, a code or a place for itself', t => {
  spelling(t)
  t.end()
})

t.test('spelling: known words stay, errors stay within bounds, a correction needs none', t => {
  spellingLaws(t)
  t.end()
})
