import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { Application } from '../app.ts'
import { CommandFailure, UsageError, type Command, type Io } from '../command.ts'
import { connectionOf } from '../connecting.ts'
import { ConfigError, readConfig, type Config } from '../config.ts'
import { connect, type Connection } from '../elasticsearch/client.ts'
import { ElasticsearchFault, ElasticsearchUnusable } from '../elasticsearch/errors.ts'
import { makeKeyOf, requestsOf } from '../elasticsearch/rights.ts'
import { listSnapshots, makeRepository, recordIndices, restoreSnapshot, takeSnapshot } from '../elasticsearch/snapshots.ts'
import { checkVersion } from '../elasticsearch/version.ts'
import { dropFormer, isOutdated, migrate as migrateOne } from '../store/elasticsearch/migrate.ts'
import { recordIndexes, type RecordIndex } from '../store/elasticsearch/record-indices.ts'
import { StoreUnusable } from '../store/store.ts'

type Values = Readonly<Record<string, string | boolean | undefined>>
type Work = (config: Config, name: string | undefined, values: Values, io: Io) => Promise<void>

const NEEDS = 'ENGINE: deze opdracht is voor Elasticsearch. Zet ENGINE=elasticsearch en ELASTICSEARCH_URL.'

/** Runs with a connection, and closes it. */
async function connected<T>(connection: Connection | undefined, work: (c: Connection) => Promise<T>): Promise<T> {
  if (connection === undefined) throw new ConfigError(NEEDS)
  try {
    return await work(connection)
  } finally {
    await connection.client.close()
  }
}

/** The administrator, whose password this command alone may know. */
function administrator({ elasticsearch }: Config): Connection {
  if (elasticsearch === undefined) throw new ConfigError(NEEDS)
  if (elasticsearch.admin === undefined) throw new ConfigError('ELASTIC_PASSWORD: geef het wachtwoord van de beheerder van Elasticsearch.')
  const { apiKey: _service, admin, ...rest } = elasticsearch
  return connect({ ...rest, basic: admin })
}

/** A key that still works is kept: the set-up may run at each start. */
async function worksAlready(config: Config, file: string): Promise<boolean> {
  if (config.elasticsearch === undefined || !existsSync(file)) return false
  const apiKey = readFileSync(file, 'utf8').trim()
  if (apiKey === '') return false
  return await connected(connect({ ...config.elasticsearch, apiKey }), async c => {
    try {
      await checkVersion(c)
      return true
    } catch (error) {
      if (error instanceof ElasticsearchFault && (error.status === 401 || error.status === 403)) return false
      throw error
    }
  })
}

const setup: Work = async (config, _name, values, io) => {
  const file = values['key-file']
  if (typeof file !== 'string') throw new UsageError('es setup wil --key-file BESTAND, waar de sleutel komt.')
  await connected(administrator(config), async admin => {
    await checkVersion(admin)
    if (await worksAlready(config, file)) io.out(`De sleutel in ${file} werkt.`)
    else {
      writeFileSync(file, `${await makeKeyOf(admin)}\n`, { mode: 0o600 })
      io.out(`Rol ${admin.prefix} en een sleutel gemaakt; de sleutel staat in ${file}.`)
    }
  })
  await prepared(
    { ...config, elasticsearch: { ...(config.elasticsearch as NonNullable<Config['elasticsearch']>), apiKey: readFileSync(file, 'utf8').trim() } },
    io
  )
}

/** Makes and checks the indices as the service would, with the rights of the service. */
async function prepared(config: Config, io: Io): Promise<void> {
  const app = await Application.open(config)
  try {
    await app.check()
    const health = await app.engine.ready()
    if (!health.ready) throw new CommandFailure(`De indexen zijn niet gereed: ${health.reason ?? ''}`)
    io.out('Versie, indexen en mappings kloppen.')
  } finally {
    await app.close()
  }
}

const role: Work = async (config, _name, _values, io) => {
  if (config.elasticsearch === undefined) throw new ConfigError(NEEDS)
  io.out(requestsOf(config.elasticsearch.prefix))
}

/** A mapping of another version is no reason to refuse here: this is the remedy. */
const rebuild: Work = async (config, _name, _values, io) => {
  if (config.elasticsearch === undefined) throw new ConfigError(NEEDS)
  const app = await Application.open(config)
  try {
    io.progress('Indexen opnieuw opbouwen…')
    await app.engine.reload()
    const health = await app.engine.ready()
    if (!health.ready) throw new CommandFailure(`De indexen zijn niet gereed: ${health.reason ?? ''}`)
    io.out('Alle vacatures staan in nieuwe indexen; de oude zijn vervangen.')
  } finally {
    await app.close()
  }
}

const planOf = (i: RecordIndex): string => {
  const why =
    i.differences.length > 0
      ? `omzetten naar versie ${i.version + 1} (${i.differences.join('; ')})`
      : isOutdated(i)
        ? 'vrijgeven na een afgebroken omzetting'
        : 'klopt'
  return `${i.base}  versie ${i.version}  ${i.documents} documenten  ${why}${i.former.length > 0 ? `  oud: ${i.former.join(', ')}` : ''}`
}

/** The records of STORE=elasticsearch into indices with the mapping of this version. It needs no store: that would refuse the mapping. */
const migrate: Work = async (config, _name, values, io) => {
  await connected(connectionOf(config), async c => {
    await checkVersion(c)
    const found = await recordIndexes(c)
    if (found.length === 0) io.out('Er staan geen dossiers in Elasticsearch (STORE=elasticsearch).')
    else if (values['dry-run'] === true) io.out(found.map(planOf).join('\n'))
    else {
      for (const index of found.filter(isOutdated)) {
        const done = await migrateOne(c, index, { copied: n => io.progress(`${index.base}: ${n} van ${index.documents} documenten…`) })
        io.out(
          done === 'freed'
            ? `${index.base}: weer vrij voor schrijven.`
            : `${index.base}: omgezet naar versie ${index.version + 1}, ${index.documents} documenten.`
        )
      }
      if (values['drop-old'] === true) io.out(`${await dropFormer(c, await recordIndexes(c))} oude indexen verwijderd.`)
      else io.out('Alle indexen met dossiers kloppen.')
    }
  })
}

const repositoryOf = (values: Values): string => (typeof values['repository'] === 'string' ? values['repository'] : 'passendwerk')
const nameOf = (name: string | undefined, what: string): string => {
  if (name === undefined || !/^[a-z0-9][a-z0-9._-]{0,99}$/.test(name))
    throw new UsageError(`${what} wil een naam van kleine letters, cijfers, punten en streepjes.`)
  return name
}

const snapshot: Work = async (config, name, values, io) => {
  const wanted = nameOf(name, 'es snapshot')
  await connected(config.elasticsearch?.admin === undefined ? connectionOf(config) : administrator(config), async c => {
    if (typeof values['location'] === 'string') await makeRepository(c, repositoryOf(values), values['location'])
    io.progress('Reservekopie maken…')
    const taken = await takeSnapshot(c, repositoryOf(values), wanted)
    if (taken.state !== 'SUCCESS') throw new CommandFailure(`De reservekopie is niet heel: ${taken.state}.`)
    io.out(`Reservekopie ${taken.name}: ${taken.indices} indexen. Bewaar KEYS_DIR apart: zonder die sleutels gaan dossiers niet open.`)
  })
}

const snapshots: Work = async (config, _name, values, io) => {
  await connected(config.elasticsearch?.admin === undefined ? connectionOf(config) : administrator(config), async c => {
    const all = await listSnapshots(c, repositoryOf(values))
    io.out(all.length === 0 ? 'Geen reservekopieën.' : all.map(s => `${s.at}  ${s.name}  ${s.state}  ${s.indices} indexen`).join('\n'))
  })
}

const restore: Work = async (config, name, values, io) => {
  const wanted = nameOf(name, 'es restore')
  await connected(config.elasticsearch?.admin === undefined ? connectionOf(config) : administrator(config), async c => {
    const there = await recordIndices(c)
    if (there.length > 0 && values['replace'] !== true)
      throw new CommandFailure(`Er staan al gegevens (${there.length} indexen). Stop de dienst en geef --replace om ze te vervangen.`)
    io.progress('Reservekopie terugzetten…')
    try {
      await restoreSnapshot(c, repositoryOf(values), wanted)
    } catch (error) {
      if (error instanceof RangeError) throw new CommandFailure(`Reservekopie ${wanted} is er niet of is niet heel. Kijk met: passendwerk es snapshots.`)
      throw error
    }
    io.out(`Reservekopie ${wanted} staat terug. Bouw nu de zoekindexen op: passendwerk es rebuild.`)
  })
}

const WORK: Readonly<Record<string, Work>> = { setup, role, rebuild, migrate, snapshot, snapshots, restore }

/** Upkeep of an installation on Elasticsearch. */
export const es: Command = {
  name: 'es',
  summary: 'Onderhoud van Elasticsearch: rechten, indexen, reservekopieën',
  usage: 'es setup|role|rebuild|migrate|snapshot|snapshots|restore [NAAM] [opties]',
  options: {
    'key-file': { type: 'string' },
    repository: { type: 'string' },
    location: { type: 'string' },
    replace: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    'drop-old': { type: 'boolean' }
  },
  help: [
    ['setup', 'Rol, sleutel en indexen maken; met het wachtwoord van de beheerder (ELASTIC_PASSWORD)'],
    ['role', 'De verzoeken tonen waarmee een beheerder rol en sleutel zelf maakt'],
    ['rebuild', 'Alle zoekindexen opnieuw opbouwen, na een nieuwe versie van de mapping'],
    ['migrate', 'Dossiers in indexen met een nieuwe mapping zetten (STORE=elasticsearch); lezen kan intussen, schrijven niet'],
    ['snapshot NAAM', 'Reservekopie van dossiers, logboek en vacatures maken (STORE=elasticsearch)'],
    ['snapshots', 'De reservekopieën tonen'],
    ['restore NAAM', 'Een reservekopie terugzetten'],
    ['--key-file BESTAND', 'Waar setup de sleutel schrijft'],
    ['--repository NAAM', 'Opslag van reservekopieën in Elasticsearch (standaard passendwerk)'],
    ['--location MAP', 'Maakt die opslag: een map onder path.repo van elke server'],
    ['--replace', 'Bij restore: wat er staat vervangen'],
    ['--dry-run', 'Bij migrate: alleen tonen wat er zou gebeuren'],
    ['--drop-old', 'Bij migrate: daarna de oude indexen verwijderen']
  ],
  arity: [1, 2],
  async run({ positionals, values }, io) {
    const work = WORK[positionals[0] as string]
    if (work === undefined) throw new UsageError(`onbekend onderdeel. Kies uit: ${Object.keys(WORK).join(', ')}.`)
    try {
      await work(readConfig(), positionals[1], values, io)
      return 0
    } catch (error) {
      // Nothing on this server can be used as the settings ask: what `main` says of a data folder holds for it too.
      if (error instanceof ElasticsearchUnusable) throw new StoreUnusable(error.message, error.remedy, { cause: error })
      if (error instanceof ElasticsearchFault)
        throw new CommandFailure(
          `Elasticsearch weigert of antwoordt niet (${error.fault}: ${error.type}). Controleer het adres, de sleutel en of de server draait.`
        )
      throw error
    }
  }
}
