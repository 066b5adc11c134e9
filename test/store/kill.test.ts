import t from 'tap'
import { KeyRing } from '../../src/store/keys.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { folders } from '../helpers/folders.ts'
import { below, killing, whole } from './kill-process.ts'
import { KILL_TENANT } from './kill-rounds.ts'

const CANDIDATE_KILLS = 10
const killed = killing(t, 'kill-candidates')

interface Known {
  readonly version: number
  readonly n: number
}

/** What lies in the store of the candidates, each record opened. */
async function stored(store: SqliteStore): Promise<ReadonlyMap<string, Known>> {
  const { candidates } = store.bureau(KILL_TENANT)
  const found = new Map<string, Known>()
  for (const { id, version } of await candidates.list(undefined, 100_000)) {
    const c = await candidates.get(id)
    found.set(id, { version: c?.version === version ? version : -1, n: Number(c?.pseudonym.split('-')[1]) })
  }
  return found
}

t.test(`candidates: ${CANDIDATE_KILLS} kills, no acknowledged write lost`, async t => {
  const f = folders(t, 'disk')
  let expected: ReadonlyMap<string, Known> = new Map()
  let [audited, acknowledged] = [0, 0]
  for (let i = 0; i < CANDIDATE_KILLS; i++) {
    const lines = await killed(['candidates', f.data, f.keys, String(acknowledged + i)], 2 + below(200), below(8))
    const said = new Map(expected)
    const erased = new Set<string>()
    for (const [what, id = '', version, n] of lines) {
      if (what === 'stored') {
        said.set(id, { version: Number(version), n: Number(n) })
        acknowledged++
      }
      if (what === 'erased') {
        said.delete(id)
        erased.add(id)
        acknowledged++
      }
      if (what === 'audit') audited = Number(id)
    }
    const store = new SqliteStore(f.data, new KeyRing(f.keys))
    const found = await stored(store)
    // One write may have been on its way: it is there whole or not at all. All others are exactly as acknowledged.
    const lost = [...said].filter(([id, k]) => {
      const is = found.get(id)
      return is === undefined || is.version !== k.version || is.n !== k.n
    })
    const extra = [...found.keys()].filter(id => !said.has(id))
    const onItsWay = [
      ...lost.map(([id, k]) => (found.has(id) ? found.get(id)?.version === k.version + 1 : true)),
      ...extra.map(id => !erased.has(id) && found.get(id)?.version === 1)
    ]
    t.ok(onItsWay.length <= 1 && onItsWay.every(Boolean), `kill ${i + 1}: ${lines.length} lines, ${said.size} candidates as acknowledged`, {
      lost,
      extra,
      found: [...found].slice(-3)
    })
    const { audit } = store.bureau(KILL_TENANT)
    const chain = await audit.verify()
    t.ok(
      chain.broken === 0 && (chain.checked === audited || chain.checked === audited + 1),
      `kill ${i + 1}: the audit log has its ${audited} acknowledged records`,
      chain
    )
    audited = chain.checked
    expected = found
    await store.close()
    whole(t, f, ['shared.db', `bureau-${KILL_TENANT}.db`, 'lock.db'])
  }
  t.ok(acknowledged > CANDIDATE_KILLS, `${acknowledged} writes acknowledged in all`)
})
