import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import t from 'tap'
import { PROBLEMS } from '../src/api/problem.ts'
import { ROW_REASONS, RUN_REASONS } from '../src/feed/reasons.ts'
import { FIELDS } from '../src/match/fields.ts'
import { projectRoot as root } from '../src/reference/table.ts'
import { checkImports, type Rule } from './helpers/imports.ts'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const filesIn = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(f => join(folder, f.replaceAll('\\', '/')))
    .filter(f => ending.test(f))
    .sort()
const sources = filesIn('src', /\.ts$/)
const everything = [...sources, ...filesIn('seed', /\.ts$/), ...filesIn('test', /\.(ts|mjs)$/)]
const roomOf = (file: string): string => {
  const parts = file.split('/')
  return parts[0] !== 'src' ? (parts[0] as string) : parts.length === 2 ? 'root' : (parts[1] as string)
}

/** Every import of a file, as a path from the root or a package name. */
const importsOf = (file: string): readonly string[] =>
  [/^(?:import|export)(?:\s+type)?\s*(?:[\w*{}\s,$]+\sfrom\s+)?'([^']+)'/gm, /\bimport\('([^']+)'\)/g]
    .flatMap(form => [...read(file).matchAll(form)])
    .map(m => m[1] as string)
    .map(i => (i.startsWith('.') ? relative(root, join(root, dirname(file), i)) : i))

/** Who may lean on whom (`house.md` 3), with the reason a reader gets when the rule is broken. */
const ROOMS: Readonly<Record<string, Rule>> = {
  domain: { may: [], why: 'the domain says what things are; it knows no rules, clocks or I/O' },
  reference: { may: ['domain'], why: 'tables and rules about work come before any vacancy, engine or person' },
  match: { may: ['domain', 'reference'], why: 'criteria are data; an engine, a server or a clock in them would make two engines differ' },
  elasticsearch: { may: ['domain'], why: 'how to speak to a server is the same for what is searched and what is kept; it knows neither' },
  store: { may: ['domain', 'elasticsearch', 'make-folder.ts'], why: 'the store keeps records; it must not know how they are judged or served' },
  engines: { may: ['domain', 'match', 'store', 'elasticsearch'], why: 'an engine answers predicates; what it knows of work it was told at import' },
  feed: {
    may: ['domain', 'reference', 'match/engine.ts', 'store/store.ts'],
    why: 'an import writes through ports; it never meets a candidate, an engine or the API'
  },
  tables: {
    may: ['domain', 'reference', 'make-folder.ts'],
    why: 'an import of official files makes a table beside ours; it meets no vacancy, candidate or server'
  },
  quality: {
    may: ['domain', 'reference', 'feed', 'text-table.ts'],
    why: 'it measures how titles and adverts are read, with the reader of the import; it meets no store, candidate or server'
  },
  access: { may: ['domain', 'store/store.ts'], why: 'who may do what does not depend on what is done' },
  audit: { may: ['domain', 'store/store.ts'], why: 'the audit log records codes and hashes; it must not reach a record itself' },
  wording: { may: ['domain', 'reference'], why: 'words for codes; whoever shows them decides what is shown' },
  api: {
    may: ['domain', 'reference', 'match', 'store/store.ts', 'access', 'audit'],
    why: 'routes speak to ports that app.ts hands out; engines and feeds are reached through those'
  }
}

t.test('rooms import only what lies below them', async t => {
  for (const file of sources.filter(f => ROOMS[roomOf(f)] !== undefined)) {
    const room = roomOf(file)
    for (const broken of checkImports(room, ROOMS[room] as Rule, importsOf(file))) t.fail(`${file} imports ${broken}: ${ROOMS[room]?.why}`)
  }
  t.strictSame(
    checkImports('match', ROOMS['match'] as Rule, ['src/engines/embedded/search.ts', 'src/match/find.ts', 'src/domain/load.ts']),
    ['src/engines/embedded/search.ts'],
    'the rule itself bites'
  )
  t.strictSame(
    checkImports('feed', ROOMS['feed'] as Rule, ['src/match/find.ts', 'src/match/engine.ts']),
    ['src/match/find.ts'],
    'a port is allowed, the room behind it is not'
  )
  t.strictSame(
    [...new Set(sources.map(roomOf))].filter(r => ROOMS[r] === undefined && !['root', 'commands', 'bench'].includes(r)),
    [],
    'every room has a rule'
  )
})

t.test('no import cycles', async t => {
  const graph = new Map(sources.map(f => [f, importsOf(f).filter(i => i.startsWith('src/'))]))
  const done = new Set<string>()
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      t.fail(`cycle: ${[...path.slice(path.indexOf(file)), file].join(' → ')}`)
      return
    }
    if (done.has(file)) return
    for (const next of graph.get(file) ?? []) walk(next, [...path, file])
    done.add(file)
  }
  for (const file of sources) walk(file, [])
  t.equal(done.size, sources.length, 'every file was walked')
})

/** Each outside package has one place, so that it can be replaced there. */
const PLACES_OF: Readonly<Record<string, RegExp>> = {
  zod: /^src\//,
  libsql: /^src\/store\/sqlite\/database\.ts$/,
  natural: /^src\/reference\/dutch\.ts$/,
  '@orama/stemmers': /^src\/reference\/dutch\.ts$/,
  // Feeds read vacancies under their own caps; tables read files that an operator chose.
  'csv-parse': /^src\/(feed\/(csv-records|sources\/csv)|tables\/source-file)\.ts$/,
  fastify: /^src\/api\//,
  'fastify-type-provider-zod': /^src\/api\//,
  '@fastify/helmet': /^src\/api\/server\.ts$/,
  '@fastify/swagger': /^src\/api\/server\.ts$/,
  '@fastify/swagger-ui': /^src\/api\/server\.ts$/,
  'prom-client': /^src\/metrics\.ts$/,
  '@elastic/elasticsearch': /^src\/elasticsearch\/client\.ts$/,
  pino: /^src\/(app|logger)\.ts$/
}
const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')

t.test('run-time dependencies are pinned, have one place and no install script', async t => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
  const used = new Map<string, Set<string>>()
  for (const file of [...sources, ...filesIn('seed', /\.ts$/)]) {
    for (const name of importsOf(file)
      .filter(i => !/^(src|seed|node:)/.test(i))
      .map(packageOf))
      used.set(name, (used.get(name) ?? new Set()).add(file))
  }
  for (const [name, files] of used) {
    t.ok(dependencies[name], `${name} is a dependency of ours`)
    for (const file of files)
      t.match(
        file,
        file.startsWith('seed/') && name === 'zod' ? /./ : (PLACES_OF[name] ?? /no place is known for this package/),
        `${name} is imported where it belongs`
      )
  }
  // fastify-type-provider-zod asks for openapi-types beside it (`toolchain.md` 1).
  for (const [name, version] of Object.entries(dependencies)) {
    t.match(version, /^\d+\.\d+\.\d+$/, `${name} is pinned`)
    t.ok(used.has(name) || name === 'openapi-types', `${name} is used`)
    const { scripts = {} } = JSON.parse(read(`node_modules/${name}/package.json`)) as { scripts?: Record<string, string> }
    t.strictSame(
      ['preinstall', 'install', 'postinstall'].filter(s => s in scripts),
      [],
      `${name} runs nothing when installed`
    )
  }
})

t.test('clocks, chance and the environment stay at the edge', async t => {
  for (const file of sources) {
    const text = read(file)
    if (file !== 'src/config.ts') t.notMatch(text, /process\.env/, `${file}: only config.ts reads the environment`)
    if (/^src\/(domain|reference|match|feed)\//.test(file)) t.notMatch(text, /Date\.now\(|new Date\(\)|Math\.random\(/, `${file}: the moment is passed in`)
    if (/^src\/(domain|reference|match)\//.test(file)) t.notMatch(text, /\bconsole\.|from 'pino'/, `${file}: rules do not log`)
    t.notMatch(text, /\beval\s*\(|new Function\s*\(/, `${file}: no code from text`)
  }
})

t.test('files stay small', async t => {
  const lines = everything.map(file => ({ file, n: read(file).split('\n').length })).sort((a, b) => a.n - b.n)
  for (const { file, n } of lines) if (n > 300) t.fail(`${file} has ${n} lines; split it by question, not by number`)
  const own = lines.filter(l => l.file.startsWith('src/'))
  t.ok((own[Math.floor(own.length / 2)]?.n ?? 0) <= 80, 'the middle file of src is small')
  t.ok(own.filter(l => l.n <= 200).length >= own.length * 0.95, '95 % of src stays within 200 lines')
})

t.test('names: kebab-case files, no default exports, no utils', async t => {
  for (const file of sources) {
    t.match(file.split('/').at(-1), /^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.ts$/, file)
    t.notMatch(read(file), /^export default/m, `${file}: named exports only`)
    t.notMatch(file, /(^|\/)(utils?|helpers?|misc|common)(\.|\/)/, `${file}: a name says what is in it`)
    t.notMatch(read(file), /\bas any\b|: any\b(?!\()|eslint-disable|oxlint-disable|@ts-ignore|\bTODO\b|\bFIXME\b/, `${file}: no way around the checks`)
  }
})

/** Folders whose files are units: one named export, found by itself. */
const UNITS = ['src/match/criteria', 'src/commands', 'src/feed/sources', 'src/feed/enrich', 'src/api/routes', 'src/tables/kinds']

t.test('a unit is one file with one export', async t => {
  for (const file of UNITS.flatMap(folder => filesIn(folder, /\.ts$/))) {
    t.equal([...read(file).matchAll(/^export (?:async )?(?:const|function|class) /gm)].length, 1, `${file} has one export`)
  }
})

t.test('every criterion has cases, and every cases file a criterion', async t => {
  const names = (files: readonly string[], ending: string): readonly string[] => files.map(f => (f.split('/').at(-1) as string).replace(ending, ''))
  t.strictSame(names(filesIn('test/match/criteria', /\.cases\.ts$/), '.cases.ts'), names(filesIn('src/match/criteria', /\.ts$/), '.ts'))
})

/** How a field is kept in Elasticsearch, by its storage class. */
const MAPPED = { code: 'keyword', tokens: 'keyword', place: 'keyword', shares: 'keyword', key: 'keyword', int: 'integer' } as const

t.test('every field a predicate may name is mapped, strictly', async t => {
  const mapping = JSON.parse(read('mappings/vacancies.json')) as { dynamic: string; properties: Record<string, { type: string; enabled?: boolean }> }
  t.equal(mapping.dynamic, 'strict')
  for (const [field, kind] of Object.entries(FIELDS)) t.equal(mapping.properties[field]?.type, MAPPED[kind], `${field} is ${MAPPED[kind]}`)
  t.strictSame(
    Object.keys(mapping.properties).filter(f => !(f in FIELDS)),
    ['payload'],
    'nothing else is indexed'
  )
  t.equal(mapping.properties['payload']?.enabled, false, 'the payload is kept, not indexed')
})

t.test('the README names every error, setting, script and command', async t => {
  const readme = read('README.md')
  const named = (word: string): boolean => readme.includes(`\`${word}\``)
  t.strictSame(
    [...Object.keys(PROBLEMS), ...Object.keys(ROW_REASONS), ...Object.keys(RUN_REASONS)].filter(slug => !named(slug)),
    [],
    'errors'
  )
  t.strictSame(
    [...read('src/config.ts').matchAll(/^ {2}([A-Z_]+):/gm)].map(m => m[1] as string).filter(name => !named(name)),
    [],
    'settings'
  )
  t.strictSame(
    filesIn('src/commands', /\.ts$/)
      .map(f => (f.split('/').at(-1) as string).replace('.ts', ''))
      .filter(name => !readme.includes(`passendwerk -- ${name}`) && !readme.includes(`npm run ${name}`)),
    [],
    'commands'
  )
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  t.strictSame(
    [...readme.matchAll(/npm run ([a-z:-]+)/g)].map(m => m[1] as string).filter(name => !(name in scripts)),
    [],
    'scripts it names exist'
  )
})
