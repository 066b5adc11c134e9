import t from 'tap'
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { main } from '../../src/main.ts'
import { KeyRing } from '../../src/store/keys.ts'
import { StoreUnusable } from '../../src/store/store.ts'
import { Database } from '../../src/store/sqlite/database.ts'
import { FolderInUse } from '../../src/store/sqlite/lock.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { folders } from '../helpers/folders.ts'
import { AT, vacancy } from '../helpers/vacancy.ts'
import { compactRecords } from './compact.cases.ts'
import { storeContract } from './contract.ts'
import { input } from './contract/place.ts'
import { tampering } from './sqlite/audit.cases.ts'
import { behind, open, thrown } from './sqlite/behind.ts'
import { processes } from './sqlite/processes.cases.ts'
import { sealed } from './sqlite/sealed.cases.ts'

t.test('the store contract on SQLite', async t => {
  const { root } = folders(t)
  await storeContract(t, () => {
    const home = mkdtempSync(join(root, 'plaats-'))
    return { open: async () => new SqliteStore(join(home, 'data'), new KeyRing(join(home, 'keys'))) }
  })
})

t.test('records are kept short', compactRecords)
t.test('what is stored is sealed', sealed)
t.test('the audit log: every record that was changed, dropped, moved or added is found', tampering)
t.test('two processes', processes)

t.test('data of a newer program is refused and left alone', async t => {
  const f = folders(t)
  const first = open(f)
  await first.vacancies.put([vacancy('bron:1')])
  const made = await first.bureau('een').candidates.create(input('KAND-1'), AT.instant)
  await first.close()
  for (const file of ['shared.db', 'bureau-een.db']) {
    let known = 0
    behind(f, file, db => {
      known = Number(db.first('PRAGMA user_version')?.['user_version'])
      db.exec('PRAGMA user_version = 99')
    })
    const refused =
      file === 'shared.db'
        ? thrown(() => open(f))
        : thrown(() => {
            const store = open(f)
            try {
              store.bureau('een')
            } finally {
              void store.close()
            }
          })
    t.ok(refused instanceof StoreUnusable && !(refused instanceof FolderInUse), file)
    t.match((refused as StoreUnusable).remedy, /nieuwere versie/)
    behind(f, file, db => {
      t.match(db.first('PRAGMA user_version'), { user_version: 99 }, 'the file still says so')
      db.exec(`PRAGMA user_version = ${known}`)
    })
  }
  const store = open(f)
  t.same(await store.bureau('een').candidates.get(made.id), made)
  t.match(await store.vacancies.get(['bron:1']), [{ id: 'bron:1' }])
  await store.close()
})

t.test('a file that is no database is refused with a remedy, and the folder is free again', async t => {
  const f = folders(t)
  mkdirSync(f.data, { recursive: true })
  writeFileSync(join(f.data, 'shared.db'), 'dit is geen database, maar een briefje van de buren. '.repeat(40))
  for (const again of ['first', 'second']) {
    const error = thrown(() => open(f))
    t.ok(error instanceof StoreUnusable && !(error instanceof FolderInUse), again)
  }
})

t.test('an error inside a transaction is told as it was, also when SQLite rolled back by itself', async t => {
  const f = folders(t)
  mkdirSync(f.data, { recursive: true })
  const db = new Database(join(f.data, 'x.db'))
  db.exec('CREATE TABLE x (a UNIQUE)')
  t.throws(
    () =>
      db.transaction(() => {
        db.run('INSERT INTO x VALUES (1)')
        db.run('INSERT OR ROLLBACK INTO x VALUES (1)')
      }),
    /UNIQUE/
  )
  t.throws(
    () =>
      db.transaction(() => {
        db.run('INSERT INTO x VALUES (2)')
        throw new Error('eigen fout')
      }),
    /eigen fout/
  )
  t.same(db.all('SELECT a FROM x'), [])
  db.run('INSERT INTO x VALUES (?)', Buffer.from([1, 2]))
  t.same(Database.blob(db.first('SELECT a FROM x')?.['a']), Buffer.from([1, 2]), 'a lone Buffer is bound as a value')
  db.close()
})

t.test('a folder that cannot be written gives StoreUnusable with a remedy', async t => {
  const f = folders(t)
  mkdirSync(f.root, { recursive: true })
  writeFileSync(join(f.root, 'bestand'), '')
  const ring = new KeyRing(f.keys)
  const places = [join(f.root, 'bestand', 'x'), join(f.root, 'bestand'), ...(existsSync('/proc/self') ? ['/proc'] : [])]
  for (const place of places) {
    const error = thrown(() => new SqliteStore(place, ring))
    t.ok(error instanceof StoreUnusable && !(error instanceof FolderInUse), place)
    t.match((error as StoreUnusable).remedy, /gegevensmap/, place)
  }
  for (const place of places) {
    const error = thrown(() => new KeyRing(place).service(false))
    t.ok(error instanceof StoreUnusable, `keys in ${place}`)
    t.match((error as StoreUnusable).remedy, /KEYS_DIR/, `keys in ${place}`)
  }
  const lines: string[] = []
  const note = (text: string): void => {
    lines.push(text)
  }
  process.env['DATA_DIR'] = join(f.root, 'bestand', 'x')
  process.env['KEYS_DIR'] = f.keys
  t.equal(await main(['candidates'], { out: note, err: note, progress: note }), 78)
  t.match(lines.join('\n'), /DATA_DIR/)
})
