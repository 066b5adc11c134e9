import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import { stemsOf } from '../../../src/reference/dutch.ts'
import { FUNCTIONS, functionOf } from '../../../src/reference/functions.ts'
import { sharedTitles, shownSkills } from '../../../src/reference/graph/alike.ts'
import { workAround } from '../../../src/reference/graph/around.ts'
import { derivedSteps } from '../../../src/reference/graph/derived.ts'
import { edgesFrom } from '../../../src/reference/graph/edges.ts'
import { levelOf } from '../../../src/reference/graph/level.ts'
import { keysOf, mainGroup, nodeOf } from '../../../src/reference/graph/nodes.ts'
import { pathsFrom } from '../../../src/reference/graph/paths.ts'
import { BAND_WORDS, bandOf } from '../../../src/reference/loads.ts'
import { nearOccupations } from '../../../src/reference/near.ts'
import { classifyOwnTitle, ISCO } from '../../../src/reference/occupations.ts'
import { usualPaper } from '../../../src/reference/papers.ts'
import { projectRoot } from '../../../src/reference/table.ts'
import { dims, rows } from './rows.ts'

const GROUPS = [...ISCO.keys()].filter(c => c.length === 4)
const isPlace = (name: string): boolean => functionOf(name) !== undefined || (name.length === 4 && ISCO.has(name))
const keys = (title: string): readonly string[] => keysOf(title, null, classifyOwnTitle)

/** The tables by hand: places that exist, reasons, and training within half a year. */
function tables(t: Test): void {
  const near = rows('occupations/near.tsv')
  const steps = rows('occupations/steps.tsv')
  t.ok(near.length >= 550 && steps.length >= 80, `${near.length} and ${steps.length} written steps`)
  const all = [...near, ...steps]
  t.same(
    all.filter(r => !/^[0-6]$/.test(r['months'] ?? '')),
    [],
    'what takes more than half a year is no step'
  )
  t.same(
    all.filter(r => r['missing'] === '-' && r['months'] !== '0'),
    [],
    'months of something'
  )
  t.same(
    all.filter(r => [r['keeps'], r['drops'], r['missing']].some(text => text === undefined || text.length > 70 || /[.;]$|^[A-Z]/.test(text))),
    [],
    'short and in small letters'
  )
  t.same(
    steps.filter(r => !isPlace(r['from'] ?? '') || !isPlace(r['to'] ?? '') || r['from'] === r['to'] || !/^[123]$/.test(r['strength'] ?? '')),
    [],
    'steps: a unit group or a function at either end, strength 1-3'
  )
  t.same(
    steps.filter(r => functionOf(r['from'] ?? '') === undefined && functionOf(r['to'] ?? '') === undefined),
    [],
    'steps between two groups stand in near.tsv'
  )
  const reached = new Set(steps.map(r => functionOf(r['to'] ?? '')?.key))
  t.same(
    [...FUNCTIONS.keys()].filter(k => !reached.has(k)),
    [],
    'every function is reached'
  )
  t.same(
    [...FUNCTIONS.values()].filter(f => f.words.length === 0 || f.words.some(w => stemsOf(w).length === 0) || f.why.length < 15).map(f => f.key),
    [],
    'a function has words an advert shows, and a reason'
  )
  t.same(
    rows('occupations/papers.tsv').filter(r => !ISCO.has(r['isco'] ?? '') || (r['isco']?.length ?? 0) < 2 || !/^[1-9]\d?$/.test(r['months'] ?? '')),
    [],
    'papers: of groups that exist, with months'
  )
  t.equal(usualPaper('5414')?.months, 4, 'of the group itself')
  t.match(usualPaper('7115'), { paper: 'vakdiploma bouw' }, 'of its minor group')
  t.equal(usualPaper('4110'), undefined)
}

const labels = new Set([...BAND_WORDS.values()].map(b => b.label))

/** Steps nobody wrote: their reasons are what the tables say. */
function derived(t: Test): void {
  let n = 0
  for (const from of GROUPS) {
    const written = new Set(nearOccupations(from).map(s => s.to))
    for (const s of derivedSteps(from)) {
      n++
      const name = `${s.from} > ${s.to}`
      const skills = shownSkills(from)
        .filter(k => shownSkills(s.to).includes(k))
        .map(k => k.label.toLowerCase())
      const titles = sharedTitles(from, s.to)
      const named = s.keeps.replace(/(?:, )?zelfde functienaam \((.*)\)$/, '')
      const titled = /zelfde functienaam \((.*)\)$/.exec(s.keeps)?.[1]?.split(', ') ?? []
      if (!titled.every(x => titles.includes(x)) || (named !== '' && !skills.some(k => named.startsWith(k)))) t.fail(`${name}: ${s.keeps}`)
      const down = dims.filter(d => (bandOf(from, d)?.band ?? 0) - (bandOf(s.to, d)?.band ?? 0) >= 2).map(d => BAND_WORDS.get(d)?.label)
      const drops = [...labels].filter(l => s.drops.includes(l)).filter(l => !down.includes(l) && !down.some(d => d?.includes(l)))
      if (drops.length > 0 || (s.drops === '-') !== (down.length === 0)) t.fail(`${name}: ${s.drops}, the tables say ${down.join(', ') || '-'}`)
      if (s.missing !== (usualPaper(s.to)?.paper ?? '-') || s.months > 6) t.fail(`${name}: ${s.missing} ${s.months}`)
      if (levelOf(s.to) > levelOf(from) || s.strength !== 1 || written.has(s.to)) t.fail(`${name}: a level up, too strong, or written`)
    }
  }
  t.ok(n >= 80 && n <= 400, `${n} derived steps`)
  t.same(sharedTitles('5153', '9622').slice(0, 2), ['klusjesman', 'klusjesvrouw'], 'a title for both groups')
  t.match(
    derivedSteps('8332').find(s => s.to === '8344'),
    { keeps: /^heftruck rijden/, missing: 'heftruckcertificaat', months: 1 },
    'a skill both show, and the paper the target asks'
  )
}

/** The graph: nodes, steps, paths. */
export function graph(t: Test): void {
  tables(t)
  derived(t)
  t.equal(mainGroup(nodeOf('klusjesman') as never), '5153')
  t.equal(nodeOf('235'), undefined, 'a minor group is no place')
  t.equal(nodeOf('tovenaar'), undefined)
  t.same(edgesFrom('tovenaar'), [])
  t.same(keys('leerkracht'), ['2341'])
  t.same(keys('Klusjesman'), ['klusjesman'], 'a function goes before its groups')
  t.same(keysOf('klusjesman', '2341', classifyOwnTitle), ['2341'], 'but not before a group somebody chose')
  t.same(keys('verpleegkundige'), ['2221', '3221'], 'every likely group')
  t.same(keys('tovenaar'), [])
  for (const key of [...GROUPS, ...FUNCTIONS.keys()]) {
    const to = edgesFrom(key).map(e => e.to)
    if (to.includes(key) || new Set(to).size !== to.length || to.some(k => nodeOf(k) === undefined)) t.fail(`steps of ${key}: ${to.join(' ')}`)
  }

  const lines = readFileSync(join(projectRoot, 'test/reference/paths.tsv'), 'utf8').trimEnd().split('\n').slice(1)
  t.ok(lines.length >= 45, `${lines.length} written paths`)
  for (const line of lines) {
    const places = line.split(' > ').map(keys)
    const found = pathsFrom(places[0] ?? [], 3).find(p => p.keys.length === places.length && p.keys.every((k, i) => places[i]?.includes(k) === true))
    t.ok(
      found?.steps.every(s => s.source === 'geschreven'),
      line
    )
  }

  const paths = pathsFrom(['2341'], 3)
  t.same(paths, pathsFrom(['2341', '2341'], 3), 'the same question, the same order')
  t.ok(
    paths.every((p, i) => i === 0 || (paths[i - 1]?.cost ?? 0) <= p.cost),
    'nearest first'
  )
  t.equal(new Set(paths.map(p => p.keys.at(-1))).size, paths.length, 'a target once')
  t.ok(paths.every(p => p.months <= 6 && p.months === p.steps.reduce((n, s) => n + s.months, 0) && new Set(p.keys).size === p.keys.length))
  t.ok(paths.every(p => p.steps.filter(s => s.source === 'afgeleid').length <= 1 && p.steps.every((s, i) => s.from === p.keys[i] && s.to === p.keys[i + 1])))
  t.ok(pathsFrom(['2341'], 1).every(p => p.steps.length === 1) && pathsFrom(['2341'], 1).length < pathsFrom(['2341'], 2).length)
  t.notOk(
    pathsFrom(['2341'], 3, k => k !== '2351').some(p => p.keys.slice(1, -1).includes('2351')),
    'what may not be passed is no step'
  )
  t.ok(
    pathsFrom(['2341'], 3, k => k !== '2351').some(p => p.keys.at(-1) === '2351'),
    'but stays a target'
  )
  t.same(pathsFrom([], 3), [])

  const around = workAround('2341')
  const near = nearOccupations('2341')
  t.same(
    around.filter(w => w.steps === 1 && !w.derived).map(w => [w.isco, w.strength]),
    near.map(n => [n.to, n.strength]),
    'around: the written steps as they are'
  )
  t.notOk(
    around.some(w => w.isco === '2341'),
    'never itself'
  )
  t.match(
    around.find(w => w.isco === '2432'),
    { steps: 2 },
    'two steps further: editor, then communication'
  )
  t.end()
}
