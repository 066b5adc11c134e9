import { readFileSync, writeSync } from 'node:fs'
import { connect } from '../../src/elasticsearch/client.ts'
import type { Vacancy } from '../../src/domain/vacancy.ts'
import { ElasticsearchEngine } from '../../src/engines/elasticsearch/elasticsearch-engine.ts'
import { KeyRing } from '../../src/store/keys.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { FIRED, PER_REQUEST, roundOf } from './kill-rounds.ts'

// Child of kills.es-test.ts: replaces the source round after round until it is killed, and tells a round only after it was acknowledged.
const [url = '', prefix = '', data = '', keys = '', from = '1'] = process.argv.slice(2)
const base = JSON.parse(readFileSync(`${data}.base.json`, 'utf8')) as Vacancy
const store = new SqliteStore(data, new KeyRing(keys))
const engine = new ElasticsearchEngine(connect({ url, prefix, replicas: 0 }), store.vacancies, { bulk: { items: PER_REQUEST } })

async function* feed(round: number): AsyncGenerator<Vacancy> {
  yield* roundOf(base, round)
}

await engine.load()
writeSync(1, 'ready\n')
for (let round = Number(from); ; round++) {
  const lease = await store.vacancies.lease(FIRED, `r-${String(round)}`)
  if (lease === undefined) throw new Error('no lease')
  await engine.replace(FIRED, lease, feed(round))
  writeSync(1, `done ${round}\n`)
}
