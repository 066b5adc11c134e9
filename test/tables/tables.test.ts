import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { Application } from '../../src/app.ts'
import { ConfigError, readConfig } from '../../src/config.ts'
import { rulesVersion } from '../../src/match/rules-version.ts'
import { useImported } from '../../src/reference/imported.ts'
import { classifyTitle } from '../../src/reference/occupations.ts'
import { placeOrder } from '../../src/reference/place-order.ts'
import { locateHome } from '../../src/reference/home.ts'
import { codesWithin, distancesFrom, locate, PLACES } from '../../src/reference/places.ts'
import { loadUnits } from '../../src/reference/units.ts'
import { TablesFolder, type Manifest } from '../../src/tables/folder.ts'
import type { TableKind } from '../../src/tables/table-kind.ts'
import { folders, type Folders } from '../helpers/folders.ts'
import { advert, feed, json, run, use } from '../commands/run.ts'
import { ABILITIES, CBS, CROSSWALK, EDITIONS, GEONAMES, made, OCCUPATIONS, ORS, SKILL_FILE } from './files.cases.ts'
import { figures, sourceFiles } from './parts.cases.ts'

const kinds = await loadUnits<TableKind>(new URL('../../src/tables/kinds/', import.meta.url))

t.afterEach(() => {
  useImported()
})

function place(t: Test): Folders & { readonly imported: TablesFolder; readonly file: (name: string, lines: readonly string[]) => string } {
  const f = folders(t)
  use(f)
  return { ...f, imported: new TablesFolder(f.data), file: (name, lines) => made(f.root, name, lines) }
}

interface Told extends Manifest {
  readonly comparison: ReadonlyArray<{ readonly title: string; readonly rows: ReadonlyArray<readonly string[]> }>
}
const told = async (kind: string, ...files: readonly string[]): Promise<Told> =>
  json<Told>(await run('tables', 'import', kind, ...files, '--json', '--replace'))
const cellsOf = (f: { imported: TablesFolder }, kind: string): ReadonlyArray<readonly string[]> =>
  readFileSync(join(f.imported.path, `${kind}.tsv`), 'utf8')
    .trimEnd()
    .split('\n')
    .map(l => l.split('\t'))

t.test('files as an operator has them', async t => {
  await sourceFiles(t, folders(t).root)
})

t.test('ranks, codes and the Dutch grid', async t => {
  figures(t)
})

t.test('every kind says what it asks, does and owes', async t => {
  t.same(
    kinds.map(k => k.id),
    ['esco-beroepen', 'esco-vaardigheden', 'koppeling', 'onet', 'ors', 'postcodes']
  )
  for (const k of kinds) t.ok(k.files.length > 15 && k.use.length > 15 && k.attribution.length > 20 && k.key <= k.columns.length, k.id)
})

t.test('esco-beroepen: titles, left-out rows, comparison', async t => {
  const f = place(t)
  const r = await told('esco-beroepen', f.file('occupations_nl.csv', OCCUPATIONS))
  t.same(cellsOf(f, 'esco-beroepen'), [
    ['title', 'isco4'],
    ['kapitein blauw', '0110'],
    ['schoonmaker', '5153'],
    ['schoonmaker', '9112'],
    ['zonnebloembegeleider', '2341'],
    ['zonnebloemjuf', '2341'],
    ['zonnebloemmeester', '2341']
  ])
  t.match(r, { read: 7, used: 4, rows: 6, left: { 'onbekende beroepsgroep': 1, 'status draft': 1, dubbel: 1 } })
  t.match(r.examples[0], { file: 'occupations_nl.csv', left: 'onbekende beroepsgroep' })
  t.match(r.files, [{ name: 'occupations_nl.csv', sha256: /^[0-9a-f]{64}$/ }])
  t.ok(r.comparison[1]?.rows.some(row => row[0] === 'schoonmaker' && row[1]?.startsWith('9112') && row[2]?.startsWith('5153')))
})

t.test('postcodes: checks on what public files get wrong, degrees and grid', async t => {
  const f = place(t)
  const r = await told('postcodes', f.file('NL.txt', GEONAMES))
  t.same(
    cellsOf(f, 'postcodes').map(c => c[0]),
    ['pc4', '3511', '3581']
  )
  t.same(r.left, {
    'meer dan 40 km van zijn postcodegebied': 1,
    'meer dan 10 km van zijn plaats': 1,
    'punt buiten Nederland': 1,
    'geen postcode van vier cijfers': 1,
    dubbel: 1
  })
  await told('postcodes', f.file('cbs.csv', CBS))
  t.same(cellsOf(f, 'postcodes')[2], ['3818', '52.15517', '5.38721', 'Amersfoort'])
  const wrong = await run('tables', 'import', 'postcodes', f.file('BE.txt', ['BE\t1000\tBrussel\t\t\t\t\t\t\t50.8\t4.3\t6']), '--replace')
  t.match(wrong, { code: 1, err: /geen bestand van GeoNames: verwacht 12 kolommen met in de eerste "NL"/ })
  t.match(await run('tables', 'import', 'postcodes', f.file('kaal.csv', ['pc4;naam', '3511;x']), '--replace'), { code: 1, err: /"lat" en "lon"/ })
})

t.test('loads: survey, crosswalk over two editions of SOC, agreement in rank', async t => {
  const f = place(t)
  const first = await told('onet', f.file('Abilities.txt', ABILITIES))
  t.match(first.comparison[0]?.title, /Nog niet/, 'without a crosswalk there is nothing to compare')
  t.match(first.left, { 'te onzeker volgens O*NET': 1, 'geen beroepscode': 1, 'geen getal': 1, 'onderdeel of schaal die wij niet vergelijken': 2 })
  t.match(await run('tables', 'import', 'koppeling', f.file('edities.csv', EDITIONS)), { code: 1, err: /geen koppeling naar ISCO-08/ })
  await told('koppeling', f.file('koppeling.csv', CROSSWALK), f.file('edities.csv', EDITIONS))
  t.same(cellsOf(f, 'koppeling').slice(1), [
    ['25-2020', '2341'],
    ['25-2021', '2341'],
    ['37-2011', '9112'],
    ['43-9061', '4110'],
    ['53-7062', '9333']
  ])
  const compared = json<Told['comparison']>(await run('tables', 'compare', 'onet', '--json'))
  t.same(compared[0]?.rows, [['tillen', '1.A.3.a.1 LV', '4', '0', '0.95']], 'four groups, clerks and teachers tie with us')
  await told('ors', f.file('ors.csv', ORS))
  t.same(cellsOf(f, 'ors').slice(1), [
    ['37-2011', 'sitting', '6.00'],
    ['43-9061', 'sitting', '45.00'],
    ['43-9061', 'weight', '4.54'],
    ['53-7062', 'sitting', '20.00']
  ])
  const sitting = json<Told['comparison']>(await run('tables', 'compare', 'ors', '--json'))[0]?.rows.find(r => r[0] === 'zitten')
  t.same(sitting?.slice(2), ['3', '0', '1.00'])
})

t.test('esco-vaardigheden: words of ours found again', async t => {
  const f = place(t)
  const r = await told('esco-vaardigheden', f.file('skills_nl.csv', SKILL_FILE))
  t.match(r, { rows: 2, left: { 'status obsolete': 1 } })
  t.same(r.comparison[0]?.rows[1], ['ook bij ons, met hetzelfde woord', '1'])
})

t.test('nothing is overwritten unasked, and a wrong file leaves the table as it was', async t => {
  const f = place(t)
  const file = f.file('occupations_nl.csv', OCCUPATIONS)
  t.match(await run('tables', 'list'), { code: 0, out: /nog geen tabellen[^]*postcodes/ })
  t.match(await run('tables', 'import', 'esco-beroepen', file), { code: 0, out: /7 rijen gelezen, 4 gebruikt/ })
  const before = readFileSync(join(f.imported.path, 'esco-beroepen.tsv'), 'utf8')
  t.match(await run('tables', 'import', 'esco-beroepen', file), { code: 1, out: '', err: /is er al .*--replace/ })
  const other = f.file('verkeerd.csv', ['naam;code', 'x;1'])
  t.match(await run('tables', 'import', 'esco-beroepen', other, '--replace'), {
    code: 1,
    err: /"iscoGroup", "preferredLabel", "altLabels" ontbreken. Gevonden: naam, code/
  })
  const empty = f.file('leeg.csv', [OCCUPATIONS[0] ?? '', OCCUPATIONS[5] ?? ''])
  t.match(await run('tables', 'import', 'esco-beroepen', empty, '--replace'), { code: 1, err: /Geen bruikbare rij/ })
  t.equal(readFileSync(join(f.imported.path, 'esco-beroepen.tsv'), 'utf8'), before)
  t.same(
    readdirSync(f.imported.path).filter(n => n.endsWith('.nieuw')),
    [],
    'no drafts stay'
  )
  t.match(await run('tables', 'list'), { code: 0, out: /esco-beroepen +6 [^]*REFERENCE_TABLES=own[^]*Europese Commissie/ })
  t.match(await run('tables', 'compare', 'esco-beroepen'), { code: 0, out: /andere groep +\d/ })
  writeFileSync(join(f.imported.path, 'esco-beroepen.tsv'), before.replace('2341', '9112'))
  t.match(await run('tables', 'compare', 'esco-beroepen'), { code: 1, err: /niet meer zoals hij is ingelezen/ })
  t.match(await run('tables', 'remove', 'esco-beroepen'), { code: 0 })
  t.notOk(existsSync(join(f.imported.path, 'esco-beroepen.json')))
  t.match(await run('tables', 'remove', 'esco-beroepen'), { code: 1, err: /geen ingelezen tabel/ })
  t.match(await run('tables', 'compare', 'esco-beroepen'), { code: 1, err: /geen ingelezen tabel/ })
  t.match(await run('tables', 'import', 'verzin', file), { code: 2, err: /onbekende soort "verzin".*esco-beroepen/ })
  t.match(await run('tables', 'verzin'), { code: 2, err: /import, list, compare, remove/ })
  t.match(await run('tables', 'import', 'postcodes'), { code: 2, err: /geef een bestand op/ })
  t.match(await run('tables', 'import', 'postcodes', join(f.root, 'weg.txt')), { code: 1, err: /niet gevonden/ })
})

t.test('imported tables count at the start only when the operator says so', async t => {
  const f = place(t)
  await told('esco-beroepen', f.file('occupations_nl.csv', OCCUPATIONS))
  await told('postcodes', f.file('NL.txt', GEONAMES))
  const start = (setting: Record<string, string>): Promise<void> =>
    new Application(readConfig({ DATA_DIR: f.data, KEYS_DIR: f.keys, LOG_LEVEL: 'silent', ...setting })).close()
  const at = { place: 'Utrecht', postcode: '3511 AB', lat: null, lon: null }
  const seen = (): unknown => {
    const found = locate(at)
    return [
      classifyTitle('zonnebloemjuf').isco.map(i => i.code),
      typeof found === 'string' ? found : [found.place.code, found.precision],
      locateHome('3581')?.place.code
    ]
  }
  await start({})
  const own = { seen: seen(), rules: rulesVersion(), places: PLACES.size }
  t.same(own.seen, [[], ['utrecht', 'place'], 'pc2-35'])
  await start({ REFERENCE_TABLES: 'with-imported' })
  t.same(seen(), [['2341'], ['pc4-3511', 'pc4'], 'pc4-3581'])
  t.equal(classifyTitle('zonnebloembegeleider').method, 'variant', 'a title of the file')
  t.equal(classifyTitle('schoonmaker').isco[0]?.code, '9112', 'our own row wins')
  t.equal(classifyTitle('schoonmaker').isco.length, 1)
  t.not(rulesVersion(), own.rules, 'another table, another version of the rules')
  t.equal(PLACES.size, own.places + 2)
  t.ok(codesWithin('pc4-3581', 3000).includes('pc4-3511'), 'from postcode to postcode')
  t.equal(distancesFrom('pc4-3581').get('pc4-3511'), distancesFrom('pc4-3511').get('pc4-3581'))
  t.ok(placeOrder('pc4-3511') < 0xffffffff)
  const elsewhere = locate({ ...at, place: 'Groningen' })
  t.equal(typeof elsewhere === 'string' ? elsewhere : elsewhere.place.code, 'groningen', 'a postcode far from the town named beside it does not count')
  await start({ REFERENCE_TABLES: 'own' })
  t.same({ seen: seen(), rules: rulesVersion(), places: PLACES.size }, own, 'and back')
  writeFileSync(join(f.imported.path, 'postcodes.tsv'), 'pc4\tlat\n3511\t52\n')
  await t.rejects(async () => start({ REFERENCE_TABLES: 'with-imported' }), {
    constructor: ConfigError,
    message: /REFERENCE_TABLES: De ingelezen tabel postcodes is niet te lezen/
  })
  t.throws(() => readConfig({ REFERENCE_TABLES: 'ja' }), { message: /^REFERENCE_TABLES: / })
})

t.test('a table taken into use shows in the next import report; reindex changes only what differs', async t => {
  const f = place(t)
  const file = feed(f.root, 'winkel.ndjson', [advert('1', 'Zonnebloemmeester'), advert('2', 'Vakkenvuller'), advert('3', 'Kok')])
  t.match(await run('import', file), { code: 0, out: /nieuw 3 / })
  await told('esco-beroepen', f.file('occupations_nl.csv', OCCUPATIONS))
  process.env['REFERENCE_TABLES'] = 'with-imported'
  t.teardown(() => {
    delete process.env['REFERENCE_TABLES']
  })
  t.match(await run('reindex'), { code: 0, out: '3 vacatures bekeken, 1 gewijzigd.' })
  t.match(await run('reindex'), { code: 0, out: '3 vacatures bekeken, 0 gewijzigd.' })
  t.match(await run('import', file), { code: 0, out: /\nRegels of tabellen zijn gewijzigd sinds de vorige keer: 3 vacatures opnieuw beoordeeld \(regels / })
  t.notMatch((await run('import', file)).out, /Regels of tabellen/, 'told once')
})
