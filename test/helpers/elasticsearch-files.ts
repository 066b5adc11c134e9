import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

/** The version the tests were written on, and the one `.ci/run` installs. */
export const DEFAULT_VERSION = '8.19.9'

/** Something of the machine is missing: the message says what and how it comes. */
export class Missing extends Error {}

/** A command line that says nothing we know. */
export class WrongUse extends Error {}

/** Ours, or one of `parseArgs`. */
export const isWrongUse = (error: unknown): boolean =>
  error instanceof WrongUse || (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))

const isRoot = (): boolean => process.getuid?.() === 0

/** Where servers and their folders are kept: outside the tree, and readable for the account that runs the server. */
export function cacheFolder(): string {
  const base = process.env['XDG_CACHE_HOME'] ?? (isRoot() ? '/var/cache' : join(homedir(), '.cache'))
  const folder = join(base, 'passendwerk', 'elasticsearch')
  mkdirSync(folder, { recursive: true })
  return folder
}

const found = (command: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(':')
    .map(folder => join(folder, command))
    .find(path => existsSync(path))

/** Java 17 for Elasticsearch 8, 21 for 9 (`toolchain.md` 9). */
const javaNeeded = (version: string): number => (Number(version.split('.')[0]) >= 9 ? 21 : 17)

/** Main version of the Java in a folder; undefined when none is there. */
function majorOf(home: string): number | undefined {
  if (!existsSync(join(home, 'bin', 'java')) || !existsSync(join(home, 'release'))) return undefined
  const major = /^JAVA_VERSION="(\d+)/m.exec(readFileSync(join(home, 'release'), 'utf8'))?.[1]
  return major === undefined ? undefined : Number(major)
}

/** The folder of the lowest Java on this machine that the version runs on: the server's zip brings none. */
export function javaFor(version: string): string {
  const onPath = found('java')
  const folders = ['/usr/lib/jvm', '/Library/Java/JavaVirtualMachines'].filter(f => existsSync(f))
  const homes = [
    process.env['ES_JAVA_HOME'],
    process.env['JAVA_HOME'],
    onPath === undefined ? undefined : dirname(dirname(realpathSync(onPath))),
    ...folders.flatMap(f => readdirSync(f).flatMap(name => [join(f, name), join(f, name, 'Contents/Home')]))
  ].filter(home => home !== undefined)
  const fit = homes
    .map(home => ({ home, major: majorOf(home) ?? 0 }))
    .filter(java => java.major >= javaNeeded(version))
    .sort((a, b) => a.major - b.major)[0]
  if (fit !== undefined) return fit.home
  const need = javaNeeded(version)
  const remedy = need === 17 ? 'apt-get install openjdk-17-jdk-headless' : 'install a JDK of that version and set ES_JAVA_HOME'
  throw new Missing(`Elasticsearch ${version} needs Java ${need} or newer; none in ES_JAVA_HOME, JAVA_HOME, PATH or /usr/lib/jvm. Remedy: ${remedy}`)
}

/**
 * What the zips of the versions we test are, so that one is not taken for another: SHA-256, read on 29 November 2026 from two
 * downloads each. The registry does not always serve the checksums that lie beside an artifact, and then Maven cannot check it.
 */
const SHA256: Readonly<Record<string, string>> = {
  '8.19.9': '6a0603db2b0406776dcf15df248294941f310e9183ca18a219bc8c6d57546ff0',
  '9.4.3': 'adde840e7013d25cf04203377abf77ad66573bc5db381e5b865c18ef5d683bc5',
  '9.5.2': 'de3d9c88b5f993d9b1f937a1da8d7bfa3e881f83bf3a0dab3e49a8d557934618'
}

/** Gets the zip and unpacks it into a folder. Maven refuses what has no checksum beside it (`-C`); an artifact we know ourselves may come without. */
function get(version: string, folder: string): void {
  const plugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1'
  const maven = (...flags: readonly string[]): void => {
    const goals = [`${plugin}:copy`, `${plugin}:unpack`, `-Dartifact=${artifactOf(version)}`, `-DoutputDirectory=${folder}`]
    execFileSync('mvn', ['-q', '-B', ...flags, ...goals], { cwd: folder, stdio: 'pipe' })
  }
  const known = SHA256[version]
  try {
    maven('-C')
  } catch (error) {
    if (known === undefined) throw error
    // Asked anew: that it failed is remembered.
    maven('-U')
  }
  const zip = join(folder, `elasticsearch-${version}.zip`)
  const sum = createHash('sha256').update(readFileSync(zip)).digest('hex')
  if (known !== undefined && sum !== known) throw new Error(`the zip has SHA-256 ${sum}, not ${known}`)
}

const artifactOf = (version: string): string => `org.elasticsearch.distribution.integ-test-zip:elasticsearch:${version}:zip`

/**
 * The unpacked server of a version: from the cache, else got and unpacked by Maven in one step, with its checksum checked.
 * It is the real Elasticsearch as its makers publish it for integration tests (`toolchain.md` 9), shared read-only by all servers.
 */
export function distribution(version: string): string {
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new WrongUse(`"${version}" is no version such as ${DEFAULT_VERSION}`)
  const home = join(cacheFolder(), version)
  if (existsSync(home)) return home
  if (found('mvn') === undefined) throw new Missing('the command "mvn" is missing, which gets Elasticsearch from Maven Central. Remedy: apt-get install maven')
  const aside = mkdtempSync(join(cacheFolder(), `.get-${version}-`))
  try {
    get(version, aside)
    const unpacked = join(aside, `elasticsearch-${version}`)
    chmodSync(unpacked, 0o755)
    // Another process may have been first; its copy is as good.
    if (!existsSync(home)) renameSync(unpacked, home)
  } catch (error) {
    throw new Missing(`Maven could not get ${artifactOf(version)}: ${output(error)}`, { cause: error })
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
  return home
}

const output = (error: unknown): string =>
  error instanceof Error && 'stdout' in error ? String(error.stdout).trim().slice(0, 1_000) : error instanceof Error ? error.message : String(error)

/** Who runs the server: Elasticsearch refuses root, so root hands it to a system account of its own. */
export function account(): { readonly uid: number; readonly gid: number } | undefined {
  if (!isRoot()) return undefined
  const name = 'elasticsearch'
  const id = (flag: string): number => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString())
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', name])
    return { uid: id('-u'), gid: id('-g') }
  }
}
