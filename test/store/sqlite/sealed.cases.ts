import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import { makeKey } from '../../../src/access/key.ts'
import { KeyRing } from '../../../src/store/keys.ts'
import { StoreUnusable } from '../../../src/store/store.ts'
import { Database } from '../../../src/store/sqlite/database.ts'
import { folders, type Folders } from '../../helpers/folders.ts'
import { AT } from '../../helpers/vacancy.ts'
import { event, input, limited } from '../contract/place.ts'
import { behind, bytesOf, copyOf, forms, open, thrown } from './behind.ts'

const flipped = (sealed: Buffer): Buffer => {
  const at = Math.floor(sealed.length / 2)
  sealed.writeUInt8(sealed.readUInt8(at) ^ 1, at)
  return sealed
}
const bodyOf = (db: Database, id: string): Buffer => Database.blob(db.first('SELECT body FROM candidate WHERE id = ?', id)?.['body'])
const keyFile = (f: Folders, id: string): string => join(f.keys, 'bureau-een', `${id}.key`)
const keyOf = (f: Folders, id: string): Buffer => Buffer.from(readFileSync(keyFile(f, id), 'utf8').trim(), 'hex')

/** Nothing of a candidate lies open, and no key opens more than its own. */
export async function sealed(t: Test): Promise<void> {
  await t.test('what is stored of a candidate is sealed', async t => {
    const CANARY = 'KANARIE-niet-hurken-onder-de-tafel'
    const f = folders(t)
    let store = open(f)
    const { candidates } = store.bureau('een')
    const made = await candidates.create(limited('PSEUDO-KANARIE', CANARY), AT.instant)
    await candidates.replace(made.id, 1, limited('PSEUDO-KANARIE', `${CANARY} meer`), AT.instant)
    const look = (when: string): void => {
      const bytes = bytesOf(f.data)
      t.ok(bytes.includes('PSEUDO-KANARIE'), `positive control: the pseudonym is found ${when}`)
      for (const word of [CANARY, 'Zwolle', '"limits"', '"niveau"'])
        for (const [form, needle] of forms(word)) t.notOk(bytes.includes(needle), `${word} as ${form} ${when}`)
    }
    t.ok(existsSync(join(f.data, 'bureau-een.db-wal')), 'there is a write-ahead log to look in')
    look('with the write-ahead log')
    await store.close()
    look('after closing')
    t.notOk(bytesOf(f.data).includes(readFileSync(join(f.keys, 'bureau-een.key'), 'utf8').trim()), 'nor the key of the bureau')
    store = open(f)
    t.match(await store.bureau('een').candidates.get(made.id), { documents: [{ texts: [{ text: `${CANARY} meer` }] }] })
    await store.close()
  })

  await t.test('a missing key file is refused with a remedy, and not made anew', async t => {
    const f = folders(t)
    let store = open(f)
    const made = await store.bureau('een').candidates.create(input('KAND-1'), AT.instant)
    await store.close()
    const file = join(f.keys, 'bureau-een.key')
    renameSync(file, `${file}.weg`)
    store = open(f)
    const error = thrown(() => store.bureau('een'))
    t.ok(error instanceof StoreUnusable)
    t.match((error as StoreUnusable).remedy, /bureau-een\.key.*KEYS_DIR/)
    t.notOk(existsSync(file))
    t.doesNotThrow(() => store.bureau('twee'), 'another bureau opens')
    await store.close()
    writeFileSync(file, 'half a ke')
    store = open(f)
    t.match(
      thrown(() => store.bureau('een')),
      { remedy: /bureau-een\.key/ },
      'a damaged key file too'
    )
    await store.close()
    renameSync(`${file}.weg`, file)
    store = open(f)
    t.same(await store.bureau('een').candidates.get(made.id), made, 'put back, it opens')
    await store.close()
  })

  await t.test('a key file is made whole, for its owner only', async t => {
    const f = folders(t)
    const made = new KeyRing(f.keys).bureau('een', false)
    t.match(readFileSync(join(f.keys, 'bureau-een.key'), 'utf8'), /^[0-9a-f]{64}\n$/)
    t.same(readdirSync(f.keys), ['bureau-een.key'], 'nothing is left beside it')
    t.same(new KeyRing(f.keys).bureau('een', true), made)
    t.equal(statSync(join(f.keys, 'bureau-een.key')).mode & 0o777, 0o600)
  })

  await t.test('the key of another bureau opens nothing', async t => {
    const f = folders(t)
    let store = open(f)
    const made = await store.bureau('een').candidates.create(limited('KAND-1', 'geen trappen'), AT.instant)
    store.bureau('twee')
    await store.bureau('een').audit.append(event('candidate.created'))
    await store.close()
    copyFileSync(join(f.keys, 'bureau-een.key'), join(f.keys, 'kopie'))
    copyFileSync(join(f.keys, 'bureau-twee.key'), join(f.keys, 'bureau-een.key'))
    store = open(f)
    await t.rejects(store.bureau('een').candidates.get(made.id))
    await t.rejects(store.bureau('een').candidates.replace(made.id, 1, input('KAND-2'), AT.instant))
    t.ok((await store.bureau('een').audit.verify()).broken > 0, 'and the audit log does not verify')
    await store.close()
    copyFileSync(join(f.keys, 'kopie'), join(f.keys, 'bureau-een.key'))
    store = open(f)
    t.same(await store.bureau('een').candidates.get(made.id), made)
    await store.close()
  })

  await t.test('a file of one bureau does not open as that of another', async t => {
    const f = folders(t)
    let store = open(f)
    const made = await store.bureau('een').candidates.create(limited('KAND-1', 'geen trappen'), AT.instant)
    await store.close()
    // The same key under another name: the name of the bureau is bound into each record.
    copyFileSync(join(f.data, 'bureau-een.db'), join(f.data, 'bureau-twee.db'))
    copyFileSync(join(f.keys, 'bureau-een.key'), join(f.keys, 'bureau-twee.key'))
    cpSync(join(f.keys, 'bureau-een'), join(f.keys, 'bureau-twee'), { recursive: true })
    store = open(f)
    t.match(await store.bureau('twee').candidates.list(undefined, 5), [{ id: made.id }], 'positive control: the row is there')
    await t.rejects(store.bureau('twee').candidates.get(made.id))
    t.same(await store.bureau('een').candidates.get(made.id), made)
    await store.close()
  })

  await t.test('a sealed record that was moved or changed is refused', async t => {
    const moves: ReadonlyArray<readonly [string, (db: Database, a: string, b: string, f: Folders) => void]> = [
      [
        'the body of another candidate',
        (db, a, b) => {
          db.run('UPDATE candidate SET body = (SELECT body FROM candidate WHERE id = ?) WHERE id = ?', b, a)
        }
      ],
      [
        'body and key of another candidate',
        (db, a, b, f) => {
          db.run('UPDATE candidate SET body = (SELECT body FROM candidate WHERE id = ?) WHERE id = ?', b, a)
          copyFileSync(keyFile(f, b), keyFile(f, a))
        }
      ],
      [
        'another version',
        (db, a) => {
          db.run('UPDATE candidate SET version = version + 1 WHERE id = ?', a)
        }
      ],
      [
        'one flipped byte of the body',
        (db, a) => {
          db.run('UPDATE candidate SET body = ? WHERE id = ?', flipped(bodyOf(db, a)), a)
        }
      ],
      [
        'one flipped byte of the key',
        (_db, a, _b, f) => {
          writeFileSync(keyFile(f, a), flipped(keyOf(f, a)).toString('hex'))
        }
      ],
      [
        'no key',
        (_db, a, _b, f) => {
          rmSync(keyFile(f, a))
        }
      ],
      [
        'no body',
        (db, a) => {
          db.run(`UPDATE candidate SET body = x'' WHERE id = ?`, a)
        }
      ]
    ]
    for (const [name, move] of moves) {
      await t.test(name, async t => {
        const f = folders(t)
        let store = open(f)
        const [a, b] = [
          await store.bureau('een').candidates.create(limited('KAND-A', 'a'), AT.instant),
          await store.bureau('een').candidates.create(limited('KAND-B', 'b'), AT.instant)
        ]
        await store.close()
        behind(f, 'bureau-een.db', db => {
          move(db, a.id, b.id, f)
        })
        store = open(f)
        await t.rejects(store.bureau('een').candidates.get(a.id))
        t.same(await store.bureau('een').candidates.get(b.id), b, 'the other one is as it was')
        await store.close()
      })
    }
  })

  await t.test('an erased candidate cannot be read from an old copy of the data folder', async t => {
    const f = folders(t)
    let store = open(f)
    const [gone, kept] = [
      await store.bureau('een').candidates.create(limited('KAND-1', 'niet bukken'), AT.instant),
      await store.bureau('een').candidates.create(input('KAND-2'), AT.instant)
    ]
    await store.close()
    let sealed: Buffer = Buffer.alloc(0)
    behind(f, 'bureau-een.db', db => {
      sealed = bodyOf(db, gone.id)
    })
    const wrapped = readFileSync(keyFile(f, gone.id))
    t.ok(bytesOf(f.data).includes(sealed), 'positive control: the sealed body is in the file')
    t.notOk(bytesOf(f.data).includes(Buffer.from(wrapped.toString().trim(), 'hex')), 'its key is not')
    const old = copyOf(t, f)
    store = open(f)
    t.equal(await store.bureau('een').candidates.erase(gone.id), true)
    t.equal(await store.bureau('een').candidates.erase(gone.id), false, 'a second time there is nothing')
    t.notOk(bytesOf(f.data).includes(sealed), 'nothing is left in file or write-ahead log, also while the store is open')
    t.notOk(existsSync(keyFile(f, gone.id)))
    await store.close()
    t.notOk(bytesOf(f.data).includes(sealed))
    // The copy of the data with the keys of today.
    store = open({ ...old, keys: f.keys })
    await t.rejects(store.bureau('een').candidates.get(gone.id))
    t.same(await store.bureau('een').candidates.get(kept.id), kept)
    await store.close()
  })

  await t.test('an erasure that was cut off is finished at the next start', async t => {
    const f = folders(t)
    let store = open(f)
    const [gone, kept] = [
      await store.bureau('een').candidates.create(input('KAND-1'), AT.instant),
      await store.bureau('een').candidates.create(input('KAND-2'), AT.instant)
    ]
    await store.close()
    behind(f, 'bureau-een.db', db => {
      db.run('INSERT INTO erasing VALUES (?)', gone.id)
    })
    store = open(f)
    t.equal(await store.bureau('een').candidates.get(gone.id), undefined)
    t.notOk(existsSync(keyFile(f, gone.id)))
    t.same(await store.bureau('een').candidates.get(kept.id), kept)
    await store.close()
  })

  await t.test('a key is stored as a hash only', async t => {
    const f = folders(t)
    const made = makeKey('een', 'jobhunter', 'label-van-de-sleutel', AT.instant)
    const store = open(f)
    await store.keys.add(made.stored)
    const [, , middle = ''] = made.secret.split('_')
    t.ok(bytesOf(f.data).includes('label-van-de-sleutel'), 'positive control')
    for (const [form, needle] of forms(middle)) t.notOk(bytesOf(f.data).includes(needle), `the secret as ${form}`)
    await store.close()
  })
}
