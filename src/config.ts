import { resolve } from 'node:path'
import { z } from 'zod'

const flag = z.enum(['0', '1', 'true', 'false']).transform(v => v === '1' || v === 'true')

const EnvironmentSchema = z.object({
  /** Vacancies, candidates and audit; one owner at a time. */
  DATA_DIR: z.string().min(1).default('.data'),
  /** Keys that open the dossiers; never in the data folder and never in its backups. */
  KEYS_DIR: z.string().min(1).default('.keys'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Addresses of proxies whose forwarded headers are believed, comma separated. */
  PROXIES: z.string().default(''),
  /** The address others use, for links; default is the address listened on. */
  PUBLIC_URL: z.url().optional(),
  DOCS: flag.default(true),
  /** Whether tables that an operator imported count beside ours. */
  REFERENCE_TABLES: z.enum(['own', 'with-imported']).default('own')
})

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
}

/** Thrown when the environment cannot be used; names each variable and what is wrong. */
export class ConfigError extends Error {}

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
    proxies: e.PROXIES.split(',')
      .map(p => p.trim())
      .filter(p => p !== ''),
    publicUrl: e.PUBLIC_URL,
    docs: e.DOCS,
    referenceTables: e.REFERENCE_TABLES
  })
}
