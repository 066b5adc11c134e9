import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Test } from 'tap'
import { KeyRing } from '../../src/store/keys.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { folders, type Folders } from '../helpers/folders.ts'
import { AT, vacancy } from '../helpers/vacancy.ts'
import { input } from '../store/contract/place.ts'
import { behind, copyOf } from '../store/sqlite/behind.ts'
import { advert, feed, run, use } from './run.ts'

/** A folder the system will not make, whoever asks: told at once, by every command, with the setting to change. */
async function impossibleFolders(t: Test): Promise<void> {
  const f = folders(t)
  use(f)
  const file = feed(f.root, 'winkel.ndjson', [advert('1', 'Kok')])
  for (const [setting, remedy] of [
    ['DATA_DIR', /^De gegevensmap \/proc\/x kan niet worden gemaakt: .*\.\nKies een gegevensmap waarin deze gebruiker mag schrijven \(DATA_DIR\)\.$/],
    ['KEYS_DIR', /^De sleutelmap \/proc\/x kan niet worden gemaakt: .*\.\nControleer of de sleutelmap \(KEYS_DIR\)/]
  ] as const) {
    use(f)
    process.env[setting] = '/proc/x'
    for (const args of [['candidates'], ['serve'], ['demo', '--load-only'], ['import', file], ['audit', '--verify']])
      t.match(await run(...args), { code: 78, out: '', err: remedy }, `${setting}: ${args[0] ?? ''}`)
  }
  use(f)
  writeFileSync(join(f.root, 'pc.csv'), 'pc4;lat;lon\n3511;52.09;5.12\n')
  process.env['DATA_DIR'] = '/proc/x'
  t.match(await run('tables', 'import', 'postcodes', join(f.root, 'pc.csv')), { code: 1, err: /De map \/proc\/x\/tables kan niet worden gemaakt.*DATA_DIR/ })
  use(f)
  writeFileSync(join(f.root, 'titels.tsv'), 'id\ttitle\tisco\n1\tkok\t5120\n')
  t.match(await run('quality', '--titles', join(f.root, 'titels.tsv'), '--out', '/proc/x'), { code: 1, err: /De map \/proc\/x kan niet worden gemaakt/ })
}

/** Random bytes over a file: from its beginning, or behind its first pages, where opening does not look. */
function damage(f: Folders, name: string, from: number): void {
  const path = join(f.data, name)
  const bytes = readFileSync(path)
  bytes.fill(0xa5, from)
  writeFileSync(path, bytes)
  for (const rest of ['-wal', '-shm']) rmSync(`${path}${rest}`, { force: true })
}

/** A damaged file of the data folder is named, with what to do; nothing is made anew over it. */
async function damagedFiles(t: Test): Promise<void> {
  const f = folders(t)
  const ring = new KeyRing(f.keys)
  ring.service(false)
  const store = new SqliteStore(f.data, ring)
  const { candidates } = store.bureau('demo')
  await candidates.create(input('KAND-1'), AT.instant)
  const { id } = await candidates.create(input('KAND-2'), AT.instant)
  await store.vacancies.put([vacancy('bron:1')])
  await store.close()
  const files: ReadonlyArray<readonly [string, RegExp]> = [
    ['shared.db', /Het bestand shared\.db in de gegevensmap is beschadigd\.[^]*reservekopie[^]*lees de vacatures opnieuw in/],
    ['bureau-demo.db', /Het bestand bureau-demo\.db in de gegevensmap is beschadigd\.[^]*reservekopie[^]*Haal het niet weg/],
    ['lock.db', /Het bestand lock\.db in de gegevensmap is beschadigd\.[^]*haal dit bestand weg/]
  ]
  for (const [name, said] of files)
    for (const from of [0, 4_096]) {
      const copy = copyOf(t, f)
      // Nothing is read from the lock but its beginning.
      if (name === 'lock.db' && from > 0) continue
      damage(copy, name, from)
      const before = readFileSync(join(copy.data, name))
      use(copy)
      t.match(await run('candidates'), { code: 78, out: '', err: said }, `${name} from byte ${from}`)
      t.ok(readFileSync(join(copy.data, name)).equals(before), `${name} is left as it was`)
    }

  for (const name of ['shared.db', 'bureau-demo.db']) {
    const copy = copyOf(t, f)
    writeFileSync(join(copy.data, name), '')
    for (const rest of ['-wal', '-shm']) rmSync(join(copy.data, `${name}${rest}`), { force: true })
    use(copy)
    t.match(await run('candidates'), { code: 78, out: '', err: /^Het bestand \S+ in de gegevensmap is leeg[^]*reservekopie/ }, `${name} cut to nothing`)
    t.equal(readFileSync(join(copy.data, name)).length, 0, `${name} is not filled anew`)
  }

  const copy = copyOf(t, f)
  behind(copy, 'shared.db', db => {
    db.run('UPDATE vacancy SET body = substr(body, 1, 20)')
  })
  behind(copy, 'bureau-demo.db', db => {
    db.run("UPDATE candidate SET body = x'00010203' WHERE id = ?", id)
  })
  use(copy)
  t.match(await run('candidates'), { code: 0, out: /KAND-1[^]*KAND-2|KAND-2[^]*KAND-1/ }, 'what is whole is still read')
  t.match(
    await run('match', 'KAND-2'),
    { code: 78, out: '', err: /^Opgeslagen gegevens zijn beschadigd\. Een dossier gaat niet open[^]*reservekopie/ },
    'a dossier with a changed byte'
  )
  t.match(await run('explain', 'KAND-1', 'bron:1'), { code: 78, out: '', err: /beschadigd\. Het bestand shared\.db/ }, 'a vacancy with a changed byte')
}

/** A file of another kind says what it is, and what to do: each something else. */
async function foreignFiles(t: Test): Promise<void> {
  const f = folders(t)
  use(f)
  const text = readFileSync(feed(f.root, 'goed.ndjson', [advert('1', 'Kok')], 'winkel'), 'utf8')
  const sheet = 'id;titel\nc1;Kok\n'
  const made = (name: string, bytes: Buffer): string => {
    const path = join(f.root, name)
    writeFileSync(path, bytes)
    return path
  }
  const said = new Set<string>()
  for (const [name, bytes, message] of [
    ['vacatures.ndjson.gz', gzipSync(text), /ingepakt.*gunzip/],
    ['vacatures.csv', gzipSync(sheet), /ingepakt.*gunzip/],
    ['vacatures.xlsx', Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(26), Buffer.from('xl/workbook.xml')]), /rekenblad.*CSV UTF-8/],
    ['notities.txt', Buffer.from(sheet, 'utf16le'), /UTF-16.*codering UTF-8/],
    ['feed.ndjson', Buffer.from('<!doctype html><html><body>Inloggen</body></html>'), /webpagina.*aanmelden/],
    ['feed.xml', Buffer.from('<?xml version="1.0"?><jobs/>'), /niet herkend.*--format/]
  ] as const) {
    const path = made(name, bytes)
    for (const extra of [[], ['--format', 'csv']]) {
      if (name === 'feed.xml' && extra.length > 0) continue
      const r = await run('import', path, '--source', 'winkel', ...extra)
      t.match(r, { code: 1, err: '', out: message }, `${name} ${extra.join(' ')}`)
      said.add(r.out.split('\n')[1] ?? '')
    }
  }
  t.equal(said.size, 5, 'each kind has its own words')
  t.match(
    await run('import', made('notities.csv', Buffer.from(`\ufeff${sheet}`, 'utf16le')), '--source', 'blad'),
    { code: 0, out: /nieuw 1 / },
    'UTF-16 that says so is read'
  )
  t.match(await run('import', join(f.root, 'goed.ndjson'), '--source', 'winkel'), { code: 0, out: /nieuw 1 / }, 'nothing had come in before')
  t.same(readdirSync(join(f.data, 'uploads')), [], 'nothing of them stays behind')
}

export async function broken(t: Test): Promise<void> {
  await t.test('a folder that cannot be made', impossibleFolders)
  await t.test('a damaged file', damagedFiles)
  await t.test('a file of another kind', foreignFiles)
}
