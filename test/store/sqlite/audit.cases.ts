import { join } from 'node:path'
import type { Test } from 'tap'
import type { AuditStore } from '../../../src/store/store.ts'
import { Database } from '../../../src/store/sqlite/database.ts'
import { folders, type Folders } from '../../helpers/folders.ts'
import { event } from '../contract/place.ts'
import { behind, copyOf, open } from './behind.ts'

/** Every record that was changed, dropped, moved or added is found (T37). */
export async function tampering(t: Test): Promise<void> {
  const SIZE = 6
  const f = folders(t)
  let store = open(f)
  for (let i = 0; i < SIZE; i++) await store.bureau('een').audit.append(event('candidate.read', `subject-${i}`))
  t.same(await store.bureau('een').audit.verify(), { checked: SIZE, broken: 0, breaks: [] })
  await store.close()

  /** Tampers with a fresh copy and looks. */
  const after = async (work: (db: Database) => void, look: (audit: AuditStore, copy: Folders) => Promise<void>): Promise<void> => {
    const copy = copyOf(t, f)
    behind(copy, 'bureau-een.db', work)
    store = open(copy)
    await look(store.bureau('een').audit, copy)
    await store.close()
  }
  const found = async (name: string, work: (db: Database) => void): Promise<void> => {
    await after(work, async audit => {
      t.ok((await audit.verify()).broken > 0, name)
    })
  }
  await after(
    () => {},
    async audit => {
      t.same(await audit.verify(), { checked: SIZE, broken: 0, breaks: [] }, 'positive control: the untouched copy verifies')
    }
  )

  const textOf = (db: Database, seq: number): string => String(db.first('SELECT body FROM audit WHERE seq = ?', seq)?.['body'])
  for (let seq = 1; seq <= SIZE; seq++) {
    await found(`record ${seq} dropped`, db => {
      db.run('DELETE FROM audit WHERE seq = ?', seq)
    })
    await found(`record ${seq} dropped and the rest moved up`, db => {
      db.run('DELETE FROM audit WHERE seq = ?', seq)
      db.run('UPDATE audit SET seq = seq - 1 WHERE seq > ?', seq)
    })
    await found(`everything from record ${seq} on dropped`, db => {
      db.run('DELETE FROM audit WHERE seq >= ?', seq)
    })
    await found(`hash of record ${seq} changed`, db => {
      db.run(`UPDATE audit SET hash = replace(hash, substr(hash, 5, 1), CASE substr(hash, 5, 1) WHEN 'A' THEN 'B' ELSE 'A' END) WHERE seq = ?`, seq)
    })
    await found(`number of record ${seq} changed`, db => {
      db.run('UPDATE audit SET seq = ? WHERE seq = ?', seq + 100, seq)
    })
    await found(`record ${seq} replaced by another word for the same`, db => {
      db.run(`UPDATE audit SET body = replace(body, ',', ', ') WHERE seq = ?`, seq)
    })
  }
  for (let a = 1; a <= SIZE; a++) {
    for (let b = a + 1; b <= SIZE; b++) {
      await found(`records ${a} and ${b} swapped`, db => {
        db.run('UPDATE audit SET seq = -1 WHERE seq = ?', a)
        db.run('UPDATE audit SET seq = ? WHERE seq = ?', a, b)
        db.run('UPDATE audit SET seq = ? WHERE seq = -1', b)
      })
    }
  }
  await found('a record added', db => {
    db.run('INSERT INTO audit SELECT seq + 1, body, hash FROM audit ORDER BY seq DESC LIMIT 1')
  })
  await found('the head dropped', db => {
    db.run('DELETE FROM audit_head')
  })
  await found('the end dropped and the head made to fit', db => {
    db.run('DELETE FROM audit WHERE seq = ?', SIZE)
    db.run('UPDATE audit_head SET seq = ?, hash = (SELECT hash FROM audit WHERE seq = ?)', SIZE - 1, SIZE - 1)
  })
  // Each single byte of one record: changed to another, without the store at hand.
  await after(
    () => {},
    async (audit, copy) => {
      const db = new Database(join(copy.data, 'bureau-een.db'))
      const text = textOf(db, 3)
      const missed = []
      for (let i = 0; i < text.length; i++) {
        db.run('UPDATE audit SET body = ? WHERE seq = 3', `${text.slice(0, i)}${text[i] === 'x' ? 'y' : 'x'}${text.slice(i + 1)}`)
        if ((await audit.verify()).broken === 0) missed.push(i)
      }
      db.run('UPDATE audit SET body = ? WHERE seq = 3', text)
      db.close()
      t.same(missed, [], 'each changed byte of a record is found')
      t.same(await audit.verify(), { checked: SIZE, broken: 0, breaks: [] }, 'and put back it verifies again')
    }
  )
  await after(
    db => {
      db.run('DELETE FROM audit WHERE seq = ?', SIZE)
    },
    async audit => {
      const next = await audit.append(event('candidate.read', 'na de daad'))
      t.equal(next.seq, SIZE + 1, 'the log goes on behind what was dropped')
      t.ok((await audit.verify()).broken > 0, 'a dropped end stays visible after the next record')
    }
  )
}
