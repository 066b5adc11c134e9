import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'

const flag = z.enum(['0', '1', 'true', 'false']).transform(v => v === '1' || v === 'true')

/** An address, a range of addresses, or one of the names the server knows for such ranges. */
function isProxy(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0
  if (most === 0) return ['loopback', 'linklocal', 'uniquelocal'].includes(text)
  return more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
}

const EnvironmentSchema = z.object({
  /** Vacancies, candidates and audit; one owner at a time. */
  DATA_DIR: z.string().min(1).default('.data'),
  /** Keys that open the dossiers; never in the data folder and never in its backups. */
  KEYS_DIR: z.string().min(1).default('.keys'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Addresses of proxies whose forwarded headers are believed, comma separated. */
  PROXIES: z
    .string()
    .default('')
    .transform(list =>
      list
        .split(',')
        .map(p => p.trim())
        .filter(p => p !== '')
    )
    .refine(list => list.every(isProxy), 'geef adressen van proxy’s met komma’s ertussen, zoals 10.0.0.5, 10.0.0.0/8 of loopback.'),
  /** The address others use, for links; default is the address listened on. */
  PUBLIC_URL: z.url().optional(),
  DOCS: flag.default(true),
  /** Whether tables that an operator imported count beside ours. */
  REFERENCE_TABLES: z.enum(['own', 'with-imported']).default('own'),
  /** Which engine answers searches. */
  ENGINE: z.enum(['embedded', 'elasticsearch']).default('embedded'),
  /** Where candidates, audit and vacancies are kept. */
  STORE: z.enum(['sqlite', 'elasticsearch']).default('sqlite'),
  /** Which engine stands in while Elasticsearch is away. */
  ENGINE_FALLBACK: z.enum(['none', 'embedded']).default('none'),
  ELASTICSEARCH_URL: z.url({ protocol: /^https?$/ }).optional(),
  ELASTICSEARCH_API_KEY: z.string().min(1).optional(),
  /** A file with the key, for secrets that are mounted. */
  ELASTICSEARCH_API_KEY_FILE: z.string().min(1).optional(),
  ELASTICSEARCH_CA_FINGERPRINT: z
    .string()
    .regex(/^(?:[0-9A-Fa-f]{2}:?){32}$/, 'verwacht een SHA-256-vingerafdruk: 64 hexadecimale tekens')
    .optional(),
  /** The server's administrator, for `es setup` only. */
  ELASTIC_USER: z.string().min(1).default('elastic'),
  ELASTIC_PASSWORD: z.string().optional(),
  ELASTICSEARCH_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9]{0,29}$/, 'verwacht kleine letters en cijfers, hooguit 30')
    .default('passendwerk'),
  ELASTICSEARCH_REPLICAS: z.coerce.number().int().min(0).max(5).default(0),
  ELASTICSEARCH_SHARDS: z.coerce.number().int().min(1).max(20).default(1),
  ELASTICSEARCH_ALLOW_VERSION: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, 'verwacht een versie als 9.6.0')
    .optional(),
  /** Unencrypted traffic to another machine, only inside a network that is closed off. */
  ELASTICSEARCH_ALLOW_HTTP: flag.default(false)
})
type Environment = z.infer<typeof EnvironmentSchema>

export interface ElasticsearchConfig {
  readonly url: string
  readonly apiKey?: string
  readonly caFingerprint?: string
  readonly prefix: string
  readonly replicas: number
  readonly shards: number
  readonly allowVersion?: string
  /** For `es setup` and snapshots; the service itself never uses it. */
  readonly admin?: { readonly username: string; readonly password: string }
}

export interface Config {
  readonly dataDir: string
  readonly keysDir: string
  readonly host: string
  readonly port: number
  readonly logLevel: z.infer<typeof EnvironmentSchema>['LOG_LEVEL']
  readonly proxies: readonly string[]
  readonly publicUrl: string | undefined
  readonly docs: boolean
  readonly referenceTables: 'own' | 'with-imported'
  readonly engine: Environment['ENGINE']
  readonly store: Environment['STORE']
  readonly fallback: Environment['ENGINE_FALLBACK']
  /** Set when an address is given; used when engine or store asks for it, and by `es` and `bench`. */
  readonly elasticsearch: ElasticsearchConfig | undefined
}

/** Thrown when the environment cannot be used; names each variable and what is wrong. */
export class ConfigError extends Error {}

const LOCAL = new Set(['127.0.0.1', '[::1]', 'localhost'])

function keyOf(e: Environment): string | undefined {
  if (e.ELASTICSEARCH_API_KEY_FILE === undefined) return e.ELASTICSEARCH_API_KEY
  if (e.ELASTICSEARCH_API_KEY !== undefined) throw new ConfigError('ELASTICSEARCH_API_KEY_FILE: kies dit of ELASTICSEARCH_API_KEY, niet allebei.')
  try {
    return readFileSync(e.ELASTICSEARCH_API_KEY_FILE, 'utf8').trim()
  } catch {
    throw new ConfigError('ELASTICSEARCH_API_KEY_FILE: dit bestand is niet te lezen. Maak de sleutel met: passendwerk es setup.')
  }
}

/** How to reach Elasticsearch, when an address is given. Refuses what would send a key or a dossier in the clear. */
function elasticsearchOf(e: Environment): ElasticsearchConfig | undefined {
  if (e.ENGINE === 'embedded' && e.STORE === 'elasticsearch') throw new ConfigError('STORE: elasticsearch kan alleen met ENGINE=elasticsearch.')
  if (e.STORE === 'elasticsearch' && e.ENGINE_FALLBACK === 'embedded')
    throw new ConfigError('ENGINE_FALLBACK: embedded kan alleen met STORE=sqlite; zonder Elasticsearch zijn er dan ook geen gegevens.')
  if (e.ELASTICSEARCH_URL === undefined && e.ENGINE === 'embedded') return undefined
  if (e.ELASTICSEARCH_URL === undefined) throw new ConfigError('ELASTICSEARCH_URL: geef het adres van de server, zoals https://localhost:9200.')
  const url = new URL(e.ELASTICSEARCH_URL)
  if (url.username !== '' || url.password !== '')
    throw new ConfigError('ELASTICSEARCH_URL: zet geen naam of wachtwoord in het adres. Gebruik ELASTICSEARCH_API_KEY of ELASTICSEARCH_API_KEY_FILE.')
  if (url.protocol === 'http:' && !LOCAL.has(url.hostname) && !e.ELASTICSEARCH_ALLOW_HTTP)
    throw new ConfigError('ELASTICSEARCH_URL: buiten deze machine alleen https. In een afgesloten netwerk: ELASTICSEARCH_ALLOW_HTTP=1.')
  const apiKey = keyOf(e)
  return {
    url: url.href,
    prefix: e.ELASTICSEARCH_PREFIX,
    replicas: e.ELASTICSEARCH_REPLICAS,
    shards: e.ELASTICSEARCH_SHARDS,
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(e.ELASTICSEARCH_CA_FINGERPRINT === undefined ? {} : { caFingerprint: e.ELASTICSEARCH_CA_FINGERPRINT }),
    ...((e.ELASTIC_PASSWORD ?? '') === '' ? {} : { admin: { username: e.ELASTIC_USER, password: e.ELASTIC_PASSWORD as string } }),
    ...(e.ELASTICSEARCH_ALLOW_VERSION === undefined ? {} : { allowVersion: e.ELASTICSEARCH_ALLOW_VERSION })
  }
}

/** The environment as a frozen Config. The only reader of `process.env`. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = EnvironmentSchema.safeParse(environment)
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(i => `${i.path.join('.')}: ${i.message}`).join('\n'))
  const e = parsed.data
  const [dataDir, keysDir] = [resolve(e.DATA_DIR), resolve(e.KEYS_DIR)]
  if (keysDir === dataDir || keysDir.startsWith(`${dataDir}/`))
    throw new ConfigError('KEYS_DIR: mag niet in de gegevensmap (DATA_DIR) liggen; een reservekopie zou dan zichzelf openen.')
  return Object.freeze({
    dataDir,
    keysDir,
    host: e.HOST,
    port: e.PORT,
    logLevel: e.LOG_LEVEL,
    proxies: e.PROXIES,
    publicUrl: e.PUBLIC_URL,
    docs: e.DOCS,
    referenceTables: e.REFERENCE_TABLES,
    engine: e.ENGINE,
    store: e.STORE,
    fallback: e.ENGINE_FALLBACK,
    elasticsearch: elasticsearchOf(e)
  })
}
