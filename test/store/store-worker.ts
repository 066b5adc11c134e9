import { once } from 'node:events'
import { KeyRing } from '../../src/store/keys.ts'
import { writeOwner } from '../../src/store/sqlite/lock.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'

// Child of sqlite.test.ts: owns a data folder until it is killed.
const [data = '', keys = ''] = process.argv.slice(2)
const store = new SqliteStore(data, new KeyRing(keys))
writeOwner(data, { pid: process.pid, startedAt: new Date().toISOString(), url: 'http://127.0.0.1:9', keys: {} })
process.stdout.write('owned\n')
process.stdin.resume()
await once(process.stdin, 'end')
await store.close()
