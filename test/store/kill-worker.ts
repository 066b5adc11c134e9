import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { readConfig } from '../../src/config.ts'
import { CandidateInputSchema, type CandidateInput } from '../../src/domain/candidate.ts'
import type { SourceFormat } from '../../src/feed/source.ts'
import { KeyRing } from '../../src/store/keys.ts'
import { Database } from '../../src/store/sqlite/database.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { KILL_SOURCE, KILL_TENANT, ROUND_SIZE, roundFile } from './kill-rounds.ts'

// Child of the two kill.test.ts (feed and store). It works until it is killed, and tells what was acknowledged only after the call returned.
const [kind, data = '', keys = '', from = '1', stall = ''] = process.argv.slice(2)

/** Written before the next statement runs: a pipe of a killed process keeps what was written. */
const tell = (...words: ReadonlyArray<string | number>): void => {
  writeSync(1, `${words.join(' ')}\n`)
}

const numbered = (n: number): CandidateInput =>
  CandidateInputSchema.parse({
    pseudonym: `DODE-${n}`,
    travel: { home: 'Zwolle', maxKm: n % 400 },
    documents: [{ type: 'FML', editie: 'referentie', date: '2026-10-01', texts: [{ text: `beperking ${n} `.repeat(40) }] }]
  })

async function candidates(): Promise<void> {
  const store = new SqliteStore(data, new KeyRing(keys))
  const { candidates, audit } = store.bureau(KILL_TENANT)
  const known = (await candidates.list(undefined, 100_000)).map(c => ({ id: c.id, version: c.version }))
  tell('ready')
  for (let n = Number(from); ; n++) {
    const at = new Date().toISOString()
    const one = known[(n * 7_919) % Math.max(1, known.length)]
    if (n % 5 === 4 && one !== undefined && known.length > 5) {
      await candidates.erase(one.id)
      known.splice(known.indexOf(one), 1)
      tell('erased', one.id)
    } else if (n % 5 >= 2 && one !== undefined) {
      const next = await candidates.replace(one.id, one.version, numbered(n), at)
      one.version++
      tell('stored', one.id, next?.version ?? 0, n)
    } else {
      const made = await candidates.create(numbered(n), at)
      known.push({ id: made.id, version: 1 })
      tell('stored', made.id, 1, n)
    }
    const { seq } = await audit.append({ event: 'candidate.read', at, actor: 'kill', role: 'jobhunter', subject: String(n), result: 'ok', rules: null })
    tell('audit', seq)
  }
}

async function imports(): Promise<void> {
  // Only here: the whole program takes a second to load, the store does not.
  const [{ Application }, { formatOf }] = await Promise.all([import('../../src/app.ts'), import('../../src/feed/formats.ts')])
  const app = new Application(readConfig({ DATA_DIR: data, KEYS_DIR: keys }), undefined, pino({ level: 'silent' }))
  await app.engine.ready()
  /** Waits, once rows of the run lie staged in the file, for the end that comes from outside. */
  const stop = async (): Promise<never> => {
    const db = new Database(join(data, 'shared.db'))
    while (Number(db.first('SELECT count(*) AS n FROM staged')?.['n']) < ROUND_SIZE / 2) await wait(10)
    tell('staged')
    return await new Promise<never>(() => {
      setInterval(() => {}, 1_000)
    })
  }
  tell('ready')
  for (let round = Number(from); ; round++) {
    const lines = roundFile(round).split(/(?<=\n)/)
    const feed = async function* (): AsyncGenerator<Buffer> {
      for (let i = 0; i < lines.length; i += 50) {
        yield Buffer.from(lines.slice(i, i + 50).join(''))
        tell('fed', round, i)
        if (stall === 'stall' && i + 50 >= ROUND_SIZE) await stop()
      }
    }
    const run = await app.import(Readable.from(feed()), { source: KILL_SOURCE, format: formatOf('passendwerk') as SourceFormat })
    tell('finished', round, run.state, run.id)
  }
}

await (kind === 'candidates' ? candidates() : imports())
