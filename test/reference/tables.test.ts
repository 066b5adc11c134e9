import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { DIMENSIES, type Dimensie } from '../../src/domain/dimensie.ts'
import { allPhrases } from '../../src/feed/text/phrases.ts'
import { PROFILE } from '../../src/reference/fml/bands.ts'
import { CATALOGUE } from '../../src/reference/fml/catalogue.ts'
import { dimensieLabel, questionFor } from '../../src/reference/fml/questions.ts'
import { OPAQUE_SECTORS, relatedSectors, SECTORS } from '../../src/reference/sectors.ts'
import { readTable, tablesVersion } from '../../src/reference/table.ts'
import { competences } from './tables/competences.ts'
import { graph } from './tables/graph.ts'
import { loads } from './tables/loads.ts'
import { education, papers } from './tables/person.ts'
import { places } from './tables/places.ts'
import { home, rows, cells, bytes, dims, shared, onDisk } from './tables/rows.ts'
import { occupations } from './tables/work.ts'

/** Every table with its columns, and how many of the first columns make a row unique; 0 = the order of the rows means something. */
const TABLES: Readonly<Record<string, readonly [string, number]>> = {
  'competences/competences.tsv': ['code label plain phrases', 1],
  'education/fields.tsv': ['code label words isco2', 1],
  'education/vum.tsv': ['system code min max', 2],
  'education/words.tsv': ['word min max track kind note', 1],
  'fml/questions.tsv': ['dimensie label question', 1],
  'languages/cefr.tsv': ['cefr vum', 1],
  'languages/languages.tsv': ['code label words', 1],
  'licences/certificates.tsv': ['code label valid_years obtainable words', 1],
  'licences/licences.tsv': ['code label includes words', 1],
  'loads/bands.tsv': ['dim label band0 band1 band2 band3 band4 evidence', 1],
  'loads/demands-isco3.tsv': [`isco3 ${dims.join(' ')} why`, 1],
  'loads/demands-isco4.tsv': ['isco4 dim band why', 2],
  'occupations/forms.tsv': ['word head why', 1],
  'occupations/functions.tsv': ['title words why', 1],
  'occupations/heads.tsv': ['head isco4 note', 1],
  'occupations/isco.tsv': ['code title does', 1],
  'occupations/modifiers.tsv': ['modifier head isco4', 2],
  'occupations/near.tsv': ['from to strength keeps drops missing months', 2],
  'occupations/papers.tsv': ['isco paper months', 1],
  'occupations/roles.tsv': ['role domain isco4 why', 2],
  'occupations/steps.tsv': ['from to strength keeps drops missing months', 2],
  'occupations/settled.tsv': ['title isco4', 1],
  'occupations/titles.tsv': ['title isco4 share kind note', 2],
  'occupations/abbreviations.tsv': ['short long why', 1],
  'occupations/idle.tsv': ['word why', 1],
  'occupations/nameless.tsv': ['title why', 1],
  'phrases/classes.tsv': ['class words', 0],
  'phrases/dimensions.tsv': ['dim dimensies none_value', 0],
  'education/professions.tsv': ['word min max track note', 1],
  'phrases/activities-english.tsv': ['loads pattern hit miss', 0],
  'phrases/activities.tsv': ['loads pattern hit miss', 0],
  'phrases/english.tsv': ['dim mark band says pattern hit miss', 0],
  'places/pc2.tsv': ['pc2 anchors lat lon radius_km', 1],
  'places/places-overrides.tsv': ['action name province lat lon population aliases why', 5],
  'places/places.tsv': ['key name province lat lon population aliases', 1],
  'places/provinces.tsv': ['code name aliases', 1],
  'screen/allowed.tsv': ['phrase why', 1],
  'screen/functional.tsv': ['text', 1],
  'screen/terms.tsv': ['term kind', 1],
  'sectors/divisions.tsv': ['sbi2 label plain section words', 1],
  'sectors/opaque.tsv': ['sbi2 why', 1],
  'sectors/relations.tsv': ['a b strength why', 2],
  'skills/skills.tsv': ['id label synonyms isco2', 1]
}
const PHRASE_TABLE = ['mark band says pattern hit miss', 0] as const
const tableOf = (path: string): readonly [string, number] | undefined => TABLES[path] ?? (path.startsWith('phrases/') ? PHRASE_TABLE : undefined)
/** Columns that hold several values, in the order of their bytes. */
const LISTS = new Set(['phrases', 'words', 'synonyms', 'aliases', 'includes', 'isco2'])

t.test('form of every table', t => {
  t.same(
    Object.keys(TABLES).filter(p => !onDisk.includes(p)),
    [],
    'every table this test knows is there'
  )
  for (const path of onDisk) {
    const known = tableOf(path)
    if (known === undefined) {
      t.fail(`${path} is not known to this test: add its columns and key`)
      continue
    }
    const [columns, key] = known
    const buffer = readFileSync(join(home, path))
    const text = buffer.toString('utf8')
    const [header = '', ...lines] = text.split('\n')
    const last = lines.pop()
    const split = lines.map(l => l.split('\t'))
    const width = columns.split(' ').length
    t.ok(Buffer.from(text, 'utf8').equals(buffer), `${path}: UTF-8`)
    t.equal(text.normalize('NFC'), text, `${path}: NFC`)
    t.notOk(/[\r\uFEFF\u00A0\u200B]/u.test(text), `${path}: no carriage return, mark or odd space`)
    t.equal(header, columns.replaceAll(' ', '\t'), `${path}: header`)
    t.ok(last === '' && lines.length > 0 && !lines.includes(''), `${path}: one line end at the end, no empty line`)
    t.same(
      split.filter(r => r.length !== width),
      [],
      `${path}: width`
    )
    t.same(
      split.filter(r => r.some(c => c !== c.trim() || c.includes('  '))),
      [],
      `${path}: no spaces around a cell`
    )
    t.equal(new Set(lines).size, lines.length, `${path}: no line twice`)
    if (key > 0) {
      const keys = split.map(r => r.slice(0, key).join('\t'))
      t.equal(new Set(keys).size, keys.length, `${path}: unique by ${columns.split(' ').slice(0, key).join(' and ')}`)
      const byCells = [...split].sort(
        (a, b) =>
          a
            .slice(0, key)
            .map((c, i) => bytes(c, b[i] ?? ''))
            .find(n => n !== 0) ?? 0
      )
      t.same(
        split.map(r => r.slice(0, key)),
        byCells.map(r => r.slice(0, key)),
        `${path}: sorted`
      )
    }
    for (const [i, column] of columns.split(' ').entries()) {
      if (!LISTS.has(column) || path.startsWith('phrases/')) continue
      const wrong = split.filter(r => {
        const list = cells(r[i])
        return list.includes('') || list.join('|') !== [...new Set(list)].toSorted(bytes).join('|')
      })
      t.same(
        wrong.map(r => r[0]),
        [],
        `${path}: ${column} sorted, each once, none empty`
      )
    }
  }
  t.throws(() => readTable('languages/cefr.tsv', ['vum', 'cefr']), /header/, 'a changed header stops the start')
  t.match(tablesVersion(), /^[0-9a-f]{16}$/, 'the tables have a version')
  t.end()
})

t.test('dimensions, questions, phrases', t => {
  t.equal(CATALOGUE.length, 189, '189 items')
  t.equal(DIMENSIES.length, 96, '96 dimensions')
  t.same(new Set(CATALOGUE.map(i => i.dimensie)), new Set(DIMENSIES), 'DIMENSIES are those of the catalogue')
  t.same(
    rows('fml/questions.tsv').map(r => r['dimensie']),
    [...DIMENSIES].toSorted(bytes),
    'every dimension has a question'
  )
  t.same(
    DIMENSIES.filter(d => !questionFor(d).endsWith('?') || questionFor(d).length < 20 || dimensieLabel(d) === d.replaceAll('_', ' ') + '_'),
    [],
    'questions ask'
  )
  t.same(
    DIMENSIES.filter(d => /\b(?:kandidaat|beperk|mag u|kunt u tegen|klacht|ziekte)/i.test(questionFor(d))),
    [],
    'about the work, never about a limit'
  )

  const feeds = rows('phrases/dimensions.tsv')
  const files = onDisk.filter(f => f.startsWith('phrases/') && TABLES[f] === undefined).map(f => f.slice(8, -4))
  t.same(files, feeds.map(r => r['dim'] ?? '').toSorted(bytes), 'every text dimension has a file, every file a dimension')
  t.same(
    feeds.slice(0, 32).map(r => r['dim']),
    dims,
    'first the 32 of the profile, in its order'
  )
  for (const r of feeds.slice(0, 32)) {
    const profile: readonly Dimensie[] = PROFILE[r['dim'] ?? ''] ?? []
    t.same(cells(r['dimensies']).slice(0, profile.length), profile, `${r['dim']} feeds what the profile fills`)
  }
  t.same(
    feeds.flatMap(r => cells(r['dimensies'])).filter(d => !(DIMENSIES as readonly string[]).includes(d)),
    [],
    'texts feed known dimensions'
  )
  t.same(
    rows('phrases/english.tsv').filter(r => !files.includes(r['dim'] ?? '')),
    [],
    'English phrases are of known dimensions'
  )
  t.same(
    allPhrases()
      .filter(p => p.mark !== 'x' && p.band === null && p.says.kind === 'expected' && p.mark !== '~')
      .map(p => p.pattern.source),
    [],
    'what counts has a band or an answer'
  )
  t.same(
    files.filter(f => rows(`phrases/${f}.tsv`).length < 4),
    [],
    'no file without phrases'
  )
  t.same(
    feeds
      .slice(0, 32)
      .map(r => r['dim'] ?? '')
      .filter(d => !['+', '-', '~', 'x'].every(m => rows(`phrases/${d}.tsv`).some(r => r['mark'] === m))),
    [],
    'all four kinds of line for each dimension of the profile'
  )
  t.end()
})

t.test('sectors', t => {
  const numbers = (from: number, to: number): readonly string[] => Array.from({ length: to - from + 1 }, (_, i) => String(from + i).padStart(2, '0'))
  const divisions = [
    [1, 3],
    [5, 9],
    [10, 33],
    [35, 39],
    [41, 43],
    [45, 47],
    [49, 53],
    [55, 56],
    [58, 63],
    [64, 66],
    [68, 75],
    [77, 82],
    [84, 88],
    [90, 99]
  ].flatMap(([a = 0, b = 0]) => numbers(a, b))
  t.same([...SECTORS.keys()], divisions, 'the 88 divisions')
  t.equal(SECTORS.size, 88)
  t.same(
    [...SECTORS.values()].filter(s => s.label === '' || s.plain === '' || s.section === '' || s.words.length < 5).map(s => s.sbi2),
    [],
    'labels and words'
  )
  t.same(shared([...SECTORS.values()].map(s => [s.sbi2, s.words])), [], 'a word names one sector')
  for (const [word, sbi2] of [
    ['basisschool', '85'],
    ['roc', '85'],
    ['gemeente', '84'],
    ['uitzendbureau', '78'],
    ['kinderdagverblijf', '88']
  ] as const) {
    t.ok(SECTORS.get(sbi2)?.words.includes(word), `${word} is ${sbi2}`)
  }
  t.same([...OPAQUE_SECTORS], ['70', '78', '82'], 'agencies and offices say nothing about the work')
  const relations = rows('sectors/relations.tsv')
  t.same(
    relations.filter(r => !SECTORS.has(r['a'] ?? '') || !SECTORS.has(r['b'] ?? '') || (r['a'] ?? '') >= (r['b'] ?? '')),
    [],
    'each pair once, known divisions, lower number first'
  )
  t.same(
    relations.filter(r => !/^[123]$/.test(r['strength'] ?? '') || (r['why'] ?? '').length < 15),
    [],
    'strength 1-3 with a reason'
  )
  const uneven = [...SECTORS.keys()].flatMap(a =>
    relatedSectors(a)
      .filter(r => !relatedSectors(r.to).some(o => o.to === a && o.strength === r.strength))
      .map(r => `${a}-${r.to}`)
  )
  t.same(uneven, [], 'symmetric in use')
  const ANCHORS: ReadonlyArray<readonly [string, string, number]> = [
    ['85', '88', 3],
    ['85', '91', 2],
    ['85', '84', 2],
    ['85', '93', 1],
    ['86', '87', 3],
    ['86', '88', 2],
    ['47', '46', 2],
    ['47', '56', 2],
    ['52', '49', 3],
    ['52', '53', 3],
    ['81', '55', 2],
    ['41', '42', 3],
    ['41', '43', 3],
    ['84', '94', 2]
  ]
  for (const [a, b, strength] of ANCHORS) t.equal(relatedSectors(a).find(r => r.to === b)?.strength, strength, `${a} and ${b} are near: ${strength}`)
  t.same(relatedSectors('00'), [], 'nothing near an unknown division')
  t.end()
})

t.test('occupations', occupations)
t.test('the graph of occupations', graph)
t.test('loads', loads)
t.test('education', education)
t.test('competences and skills', competences)
t.test('licences, certificates, languages', papers)
t.test('places', places)
