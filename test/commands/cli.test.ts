import t from 'tap'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { Application } from '../../src/app.ts'
import type { Command } from '../../src/command.ts'
import { readConfig } from '../../src/config.ts'
import { loadUnits } from '../../src/reference/units.ts'
import { serve, type Serving } from '../../src/serving.ts'
import { KeyRing } from '../../src/store/keys.ts'
import { readOwner, writeOwner } from '../../src/store/sqlite/lock.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { input } from '../store/contract/place.ts'
import { folders } from '../helpers/folders.ts'
import { verified } from './audit.cases.ts'
import { broken } from './broken.cases.ts'
import { readingBench } from './reading-bench.cases.ts'
import { everyCommand } from './every-command.ts'
import { plainDutch } from './plain-dutch.ts'
import { json, run, use, type Matches } from './run.ts'

/** A file that exists. */
const SELF = import.meta.filename

const commands = await loadUnits<Command>(new URL('../../src/commands/', import.meta.url))

t.test('help of the program and of every command', async t => {
  use(folders(t))
  t.ok(commands.length >= 9)
  for (const args of [['--help'], ['-h'], ['help']]) {
    const r = await run(...args)
    t.equal(r.code, 0, args.join(' '))
    for (const c of commands) t.ok(r.out.includes(`  ${c.name} `) && r.out.includes(c.summary), `${args.join(' ')} names ${c.name}`)
  }
  t.match(await run(), { code: 2, out: /Gebruik: passendwerk OPDRACHT/ }, 'without a command: the overview, and wrong use')
  for (const c of commands) {
    for (const flag of ['--help', '-h']) {
      const r = await run(c.name, flag)
      t.match(r, { code: 0, err: '' }, `${c.name} ${flag}`)
      t.ok(r.out.includes(c.summary) && r.out.includes(`Gebruik: passendwerk ${c.usage}`) && r.out.includes('--help'), `${c.name} ${flag} tells its use`)
      for (const option of Object.keys(c.options)) t.ok(r.out.includes(`--${option}`), `${c.name} explains --${option}`)
    }
  }
})

t.test('wrong use leaves with 2 and says what is right', async t => {
  use(folders(t))
  const wrong: ReadonlyArray<readonly [readonly string[], RegExp]> = [
    [['verzin'], /onbekende opdracht "verzin".*candidates, demo/],
    [['x'.repeat(500)], /onbekende opdracht "x{40}"/],
    [['candidates', '--onzin'], /onbekende optie --onzin\. Gebruik: passendwerk candidates/],
    [['candidates', 'teveel'], /verkeerd aantal argumenten.*candidates/],
    [['match'], /verkeerd aantal argumenten.*match KANDIDAAT/],
    [['match', 'a', 'b'], /verkeerd aantal/],
    [['match', 'a', '--vacancy', 'demo:x'], /verkeerd aantal argumenten.*--vacancy NUMMER/],
    [['match', '--vacancy', 'demo:x', '--text', 'zorg'], /--text zoekt vacatures/],
    [['explain', 'a'], /verkeerd aantal.*explain/],
    [['match', 'a', '--group', 'alles'], /--group is passend, te-verifieren/],
    [['match', 'a', '--size', '0'], /--size is een getal/],
    [['match', 'a', '--size', 'tien'], /--size is een getal/],
    [['match', 'a', '--size'], /optie --size wil een waarde/],
    [['candidates', '--json=3'], /optie --json neemt geen waarde/],
    [['import', SELF, '--format', 'xml'], /--format is passendwerk, job-board, csv\./],
    [['match', 'a', '--at', 'morgen'], /--at moet een datum/],
    [['demo', '--at', '2026-02-30'], /--at moet een datum/],
    [['explain', 'a', 'b', '--at', '2026-13-01'], /--at moet een datum/],
    [['why-not', 'a', '--at', '1 mei'], /--at moet een datum/],
    [['match', '--vacancy', 'demo:x', '--occupation', '2351'], /--occupation kiest vacatures/],
    [['overstap'], /verkeerd aantal.*overstap KANDIDAAT/],
    [['overstap', 'a', '--steps', '4'], /--steps is een getal van 1 tot 3/],
    [['overstap', 'a', '--size', 'alle'], /--size is een getal van 1 tot 40/],
    [['overstap', 'a', '--at', 'straks'], /--at moet een datum/],
    [['import', SELF, '--source', 'Hoofd Letters'], /--source mag alleen/],
    [['import', SELF, '--mode', 'half'], /--mode is full of delta/],
    [['import', SELF, '--at', 'gisteren'], /--at moet een datum/],
    [['audit', 'KAND-01'], /verkeerd aantal argumenten.*audit --verify/],
    [['audit', '--verify', '--candidate', 'KAND-01'], /--verify .* niet met --candidate/],
    [['audit', '--since', 'gisteren'], /--since moet een datum/],
    [['audit', '--size', '1001'], /--size is een getal van 1 tot 1000/],
    [['audit', '--before', 'x'], /--before is een getal/],
    [['audit', '--bureau', 'Ander Bureau'], /--bureau mag alleen/],
    [['audit', '--verify', '--bureau', 'Ander Bureau'], /--bureau mag alleen/],
    [['key', 'Bureau!', '--role', 'jobhunter'], /BUREAU mag alleen/],
    [['key', 'bureau'], /--role is arbeidsdeskundige/],
    [['key', 'bureau', '--role', 'baas'], /--role is arbeidsdeskundige/],
    [['candidates', '--bureau', '../elders'], /--bureau mag alleen/]
  ]
  for (const [args, message] of wrong) {
    const r = await run(...args)
    t.match(r, { code: 2, out: '', err: message }, args.join(' ').slice(0, 60))
    t.match(r.err, /^passendwerk: /)
  }
})

t.test('settings and folders that cannot be used leave with 78 and a remedy', async t => {
  const f = folders(t)
  use(f)
  mkdirSync(f.root, { recursive: true })
  writeFileSync(join(f.root, 'bestand'), '')
  const broken: ReadonlyArray<readonly [Readonly<Record<string, string>>, RegExp]> = [
    [{ PORT: 'tachtig' }, /PORT/],
    [{ LOG_LEVEL: 'hard' }, /LOG_LEVEL/],
    [{ KEYS_DIR: join(f.data, 'keys') }, /KEYS_DIR/],
    [{ DATA_DIR: join(f.root, 'bestand', 'x') }, /gegevensmap.*DATA_DIR/],
    [{ KEYS_DIR: join(f.root, 'bestand', 'x') }, /sleutelmap \(KEYS_DIR\)/]
  ]
  for (const [setting, message] of broken) {
    use(f)
    Object.assign(process.env, setting)
    t.match(await run('candidates'), { code: 78, out: '', err: message }, JSON.stringify(Object.keys(setting)))
  }
  use(f)
  t.match(await run('candidates'), { code: 0, out: 'Er zijn nog geen kandidaten.' }, 'positive control')
  const damaged = join(f.root, 'stuk')
  mkdirSync(damaged)
  writeFileSync(join(damaged, 'service.key'), 'geen sleutel')
  process.env['KEYS_DIR'] = damaged
  t.match(await run('candidates'), { code: 78, out: '', err: /service\.key is beschadigd/ })
  const lost = join(f.root, 'kwijt')
  mkdirSync(lost)
  process.env['KEYS_DIR'] = lost
  t.match(await run('candidates'), { code: 78, out: '', err: /service\.key terug/ }, 'a lost key is never made anew over data')
  t.same(readdirSync(lost), [])
  use(f)
  for (const proxies of ['foo', '10.0.0.0/33', '10.0.0.1/8/8', '10.0.0.1;10.0.0.2']) {
    process.env['PROXIES'] = proxies
    t.match(await run('serve'), { code: 78, out: '', err: /PROXIES: geef adressen/ }, proxies)
  }
  process.env['PROXIES'] = '10.0.0.5, 10.0.0.0/8, ::1, loopback'
  t.equal((await run('candidates')).code, 0)
  delete process.env['PROXIES']
  use(f)
  const store = new SqliteStore(f.data, new KeyRing(f.keys))
  t.match(await run('candidates'), { code: 78, err: /draait al een passendwerk/ }, 'another process without an address')
  await store.close()
  const busy: Server = createServer().listen(0, '127.0.0.1')
  await once(busy, 'listening')
  process.env['PORT'] = String((busy.address() as { port: number }).port)
  t.match(await run('serve'), { code: 78, err: /PORT: poort \d+ is al in gebruik/ })
  t.match(await run('demo'), { code: 78, err: /PORT: poort \d+ is al in gebruik/ })
  busy.close()
  use(f)
  t.equal((await run('candidates')).code, 0, 'the folder is free again')
})

t.test('what cannot be used is told with its remedy', broken)

t.test('demo on another day, and after a first start that was cut off', async t => {
  const f = folders(t)
  use(f)
  const store = new SqliteStore(f.data, new KeyRing(f.keys))
  await store.vacancies.lease('demo', 'r-afgebroken')
  await store.close()
  const at = '2025-04-20'
  t.match(await run('demo', '--load-only', '--at', at), { code: 0, out: /^Demogegevens: \d{3} vacatures, 14 kandidaten \(bureau "demo"\)\.$/ })
  const found = json<{ readonly total: number; readonly hits: ReadonlyArray<{ readonly vacancy: { readonly postedAt: string } }> }>(
    await run('match', 'KAND-01', '--at', at, '--json')
  )
  t.ok(found.total > 0 && found.hits.every(h => h.vacancy.postedAt.slice(0, 10) <= at), 'its dates moved to that day')
})

t.test('with the demo data', async t => {
  const f = folders(t)
  use(f)
  await t.test('demo --load-only loads once', async t => {
    t.match(await run('demo', '--load-only'), { code: 0, err: '', out: /^Demogegevens: \d{3} vacatures, 14 kandidaten \(bureau "demo"\)\.$/ })
    t.match(await run('demo', '--load-only'), { code: 0, err: '', out: /14 kandidaten .*, al geladen\.$/ })
  })

  await t.test('in this process', async t => {
    await everyCommand(t, f, 'hier')
    await t.test('--at turns the clock', async t => {
      const at = '2027-06-01'
      t.equal(json<Matches>(await run('match', 'KAND-01', '--at', at, '--json')).day, at)
      t.match(await run('match', 'KAND-01', '--at', at), { code: 0, out: /bekeken op 01-06-2027/ })
      t.equal((await run('why-not', 'KAND-01', '--at', at)).code, 0)
      t.equal((await run('explain', 'KAND-01', 'demo:ond-001', '--at', at)).code, 0)
    })
  })

  await t.test('while a server owns the folder', async t => {
    const config = readConfig()
    const app = new Application(config)
    const lines: string[] = []
    const io = {
      out: (text: string) => {
        lines.push(text)
      },
      err: (text: string) => {
        lines.push(text)
      },
      progress: () => {}
    }
    const serving: Serving = await serve(app, config, io, await app.store.tenants())
    const before = (await app.store.bureau('demo').audit.list(0, 10_000)).length
    t.match(readOwner(f.data), { pid: process.pid, url: serving.url })
    await t.test('what is shown is plain Dutch', async t => {
      await plainDutch(t, app)
    })

    await everyCommand(t, f, 'daar')

    t.ok((await app.store.bureau('demo').audit.list(0, 10_000)).length > before + 10, 'the commands went through the server and its audit log')
    t.ok((await app.store.vacancies.sources()).includes('winkel-daar'))
    t.same(lines, [])
    for (const args of [
      ['match', 'KAND-01'],
      ['explain', 'KAND-01', 'demo:ond-001'],
      ['why-not', 'KAND-01']
    ]) {
      t.match(
        await run(...args, '--at', '2027-06-01'),
        { code: 1, out: '', err: /De klok verzetten \(--at\) kan niet terwijl er een server/ },
        `${args[0] ?? ''} --at`
      )
    }
    t.match(await run('candidates', '--bureau', 'nieuw'), { code: 1, err: /kent bureau "nieuw" niet/ })
    t.match(await run('key', 'nieuw', '--role', 'beheerder'), { code: 1, err: /Stop de dienst/ })
    t.match(await run('serve'), { code: 78, err: /draait al/ })
    t.match(await run('demo'), { code: 78, err: /draait al/ })
    const secret = (await run('key', 'demo', '--role', 'jobhunter')).out.split('\n')[0] ?? ''
    const asked = await fetch(`${serving.url}/v1/candidates`, { headers: { authorization: `Bearer ${secret}` } })
    t.equal(asked.status, 200, 'a key made by the command opens the API')

    await serving.stop()
    await serving.stopped
    t.equal(readOwner(f.data), undefined, 'the address is gone with the server')
    t.equal((await run('candidates')).code, 0, 'and the folder is free')
  })
})

t.test('bench --reading on texts of one’s own', readingBench)

t.test('audit --verify: every bureau, and 1 when a log was changed', verified)

t.test('an owner that does not answer is told, without a stack', async t => {
  const f = folders(t)
  use(f)
  const store = new SqliteStore(f.data, new KeyRing(f.keys))
  const keys = { 'demo:arbeidsdeskundige': 'pw_x' }
  writeOwner(f.data, { pid: process.pid, startedAt: '2026-11-24T12:00:00.000Z', url: 'http://127.0.0.1:9', keys })
  t.match(await run('candidates'), { code: 1, out: '', err: /De dienst op http:\/\/127\.0\.0\.1:9 antwoordt niet/ })
  await store.close()
})

t.test('a bureau whose key is missing stops the start', async t => {
  const f = folders(t)
  use(f)
  const store = new SqliteStore(f.data, new KeyRing(f.keys))
  await store.bureau('demo').candidates.create(input('KAND-1'), '2026-11-24T12:00:00.000Z')
  await store.close()
  for (const keys of [f.keys, join(f.root, 'andere')]) new KeyRing(keys).service(false)
  process.env['KEYS_DIR'] = join(f.root, 'andere')
  for (const args of [['candidates'], ['match', 'KAND-1'], ['key', 'demo', '--role', 'jobhunter']]) {
    t.match(await run(...args), { code: 78, out: '', err: /bureau-demo\.key/ }, args.join(' '))
  }
  const quiet = { out: () => {}, err: () => {}, progress: () => {} }
  const started: unknown = await serve(new Application(readConfig()), readConfig(), quiet, ['demo']).then(
    async s => s.stop(),
    (e: unknown) => e
  )
  t.match(started, { remedy: /bureau-demo\.key/ }, 'the service too')
  use(f)
  t.match(await run('candidates'), { code: 0, out: /KAND-1/ }, 'with its key it opens')
})

t.test('a new bureau: the first key, then its own candidates only', async t => {
  const f = folders(t)
  use(f)
  t.match(await run('key', 'zorgbureau', '--role', 'beheerder'), { code: 0, out: /^pw_/ })
  t.match(await run('candidates', '--bureau', 'zorgbureau', '--json'), { code: 0, out: '[]' })
  const store = new SqliteStore(f.data, new KeyRing(f.keys))
  await store.bureau('ander').candidates.create(input('KAND-ANDER'), '2026-11-24T12:00:00.000Z')
  t.match(await store.keys.list('zorgbureau'), [{ role: 'beheerder', label: 'beheerder' }])
  await store.close()
  t.match(await run('candidates', '--bureau', 'zorgbureau'), { code: 0, out: 'Er zijn nog geen kandidaten.' })
  t.match(await run('candidates', '--bureau', 'ander'), { code: 0, out: /KAND-ANDER/ })
  t.match(await run('match', 'KAND-ANDER', '--bureau', 'zorgbureau'), { code: 1, err: /niet gevonden/ })
})
