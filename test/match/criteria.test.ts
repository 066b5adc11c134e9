import { lift } from '../reference/judge-case.ts'
import { marginsOf } from '../../src/match/belasting/explain.ts'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import type { Moment } from '../../src/domain/moment.ts'
import type { Vacancy } from '../../src/domain/vacancy.ts'
import { CRITERIA } from '../../src/match/criteria.ts'
import type { Bar, Criterion, Explanation, Grade } from '../../src/match/criterion.ts'
import { standOf } from '../../src/match/explain.ts'
import { evaluate, never } from '../../src/match/predicate.ts'
import { projectRoot } from '../../src/reference/table.ts'
import { barName, whyWords } from '../../src/wording/bars.ts'
import { figuresSentence } from '../../src/wording/figures.ts'
import { gradeWords } from '../../src/wording/grades.ts'
import { machineWords } from '../helpers/machine-words.ts'
import { AT } from '../helpers/vacancy.ts'
import type { CriterionCase } from './criteria-case.ts'
import { wording } from './wording.cases.ts'

const files = readdirSync(join(projectRoot, 'test/match/criteria'))
  .filter(f => f.endsWith('.cases.ts'))
  .map(f => f.slice(0, -'.cases.ts'.length))
  .sort()
const momentOf = (c: CriterionCase): Moment => ({ ...AT, day: c.at ?? AT.day })

t.test('every criterion has cases, and every file of cases a criterion', async t => {
  t.same(files, CRITERIA.map(c => c.id).sort(), 'one file of cases a criterion, named after its id')
  t.same(
    readdirSync(join(projectRoot, 'src/match/criteria'))
      .map(f => f.replace(/\.ts$/, ''))
      .sort(),
    files,
    'one file a criterion, named after its id'
  )
})

t.test('criteria stand in the order of an explanation, each in a place of its own', async t => {
  const orders = CRITERIA.map(c => c.order)
  t.same(
    orders,
    [...new Set(orders)].sort((a, b) => a - b)
  )
  t.ok(
    CRITERIA.every(c => c.label !== ''),
    'each has a name to show'
  )
})

const isNever = (p: unknown): boolean => JSON.stringify(p) === JSON.stringify(never) || (p as { of?: unknown[] }).of?.length === 0
const earned = (group: readonly Grade[], v: Vacancy): Grade | undefined => group.find(g => evaluate(g.when, v.prepared))

/** A bar has a name, and why it stands as it does is said in plain Dutch. */
function inWords(t: Test, { id }: Bar, why: Explanation | undefined, name: string): void {
  if (why === undefined) return
  const said = [barName(id) ?? `[${id}]`, whyWords(why.code) ?? `[${why.code}]`, figuresSentence(why) ?? '', why.limit ?? '', why.norm ?? '', why.load ?? '']
  t.same(machineWords(said), [], `${name}: ${id} in words`)
}

/** What must hold of any criterion for any candidate and vacancy. */
function invariants(t: Test, criterion: Criterion, c: CriterionCase): void {
  const at = momentOf(c)
  const bars = criterion.bars?.(c.candidate, at) ?? []
  const groups = criterion.groups(c.candidate, at)
  t.same(
    bars.map(b => b.id).filter((id, i, all) => all.indexOf(id) !== i),
    [],
    `${c.name}: no bar twice`
  )
  for (const b of bars) {
    const { state } = standOf(b, c.vacancy)
    t.notOk(state === 'conflict' && evaluate(b.fits, c.vacancy.prepared), `${c.name}: ${b.id} never conflicts and fits at once`)
    // Asked for every bar, open or not: the same text is shown when another vacancy leaves it open.
    t.match(b.question, /^[A-Z].{10,}[.?]$/s, `${c.name}: ${b.id} has a question`)
    t.notMatch(b.question, /\d/, `${c.name}: the question of ${b.id} shows no limit`)
    inWords(t, b, criterion.explain?.({ bar: b, state }, c.candidate, c.vacancy, at), c.name)
  }
  for (const group of groups) {
    const points = group.map(g => g.points)
    t.ok(
      points.every(p => Number.isInteger(p) && p > 0),
      `${c.name}: whole points above 0`
    )
    t.same(
      points,
      [...new Set(points)].sort((a, b) => b - a),
      `${c.name}: grades strictly descend`
    )
    t.same(new Set(group.map(g => g.key)).size, group.length, `${c.name}: no grade named twice`)
    for (const { key } of group) t.same(machineWords([gradeWords(key) ?? `[${key}]`]), [], `${c.name}: grade ${key} in words`)
  }
  const max = criterion.max(c.candidate, at)
  const most = groups.reduce((sum, g) => sum + (g[0]?.points ?? 0), 0)
  const points = groups.reduce((sum, g) => sum + (earned(g, c.vacancy)?.points ?? 0), 0)
  t.ok(points <= max, `${c.name}: ${points} points of at most ${max}`)
  t.equal(max === 0, groups.length === 0, `${c.name}: a maximum where points can be earned, and only there`)
  // Shares of competences are one whole, divided: their groups together give no more than it.
  if (criterion.id !== 'competenties') t.equal(most, max, `${c.name}: the maximum is the sum of the best grades`)
}

for (const id of files) {
  t.test(id, async t => {
    const criterion = CRITERIA.find(c => c.id === id)
    const { cases } = (await import(`./criteria/${id}.cases.ts`)) as { cases: readonly CriterionCase[] }
    if (criterion === undefined) {
      t.fail(`no criterion ${id}`)
      return
    }
    t.equal(new Set(cases.map(c => c.name)).size, cases.length, 'no name twice')
    const seen = new Map<string, Set<string>>()
    const [offered, won] = [new Set<string>(), new Set<string>()]
    for (const c of cases) {
      const at = momentOf(c)
      const bars = criterion.bars?.(c.candidate, at) ?? []
      const states = Object.fromEntries(bars.map(b => [b.id, standOf(b, c.vacancy).state]))
      if (c.expect.bars !== undefined) t.same(states, c.expect.bars, c.name)
      for (const [barId, code] of Object.entries(c.expect.code ?? {})) {
        const b = bars.find(b => b.id === barId)
        t.equal(b === undefined ? 'no such bar' : criterion.explain?.(standOf(b, c.vacancy), c.candidate, c.vacancy, at).code, code, `${c.name}: why ${barId}`)
      }
      const groups = criterion.groups(c.candidate, at)
      const grades = groups.flatMap(g => earned(g, c.vacancy) ?? [])
      if (c.expect.points !== undefined)
        t.equal(
          grades.reduce((sum, g) => sum + g.points, 0),
          c.expect.points,
          `${c.name}: points`
        )
      invariants(t, criterion, c)
      // Which stands and grades the cases reach; the last part of a key names the grade, the first the item.
      for (const b of bars) {
        const kinds = seen.get(b.id) ?? new Set([...(isNever(b.conflict) ? ['conflict'] : []), ...(isNever(b.fits) ? ['fits'] : [])])
        seen.set(b.id, kinds.add(states[b.id] ?? ''))
      }
      for (const g of groups.flat().filter(g => !isNever(g.when))) offered.add(g.key.replace(/^.*\./, ''))
      for (const g of grades) won.add(g.key.replace(/^.*\./, ''))
    }
    for (const [barId, kinds] of seen)
      if (!criterion.id.startsWith('belasting')) t.ok(kinds.has('conflict') && kinds.has('fits'), `${barId} is seen to conflict and to fit where it can`)
    t.same(
      [...offered].filter(k => !won.has(k) && !/^\d+$/.test(k)),
      [],
      'every grade is earned in some case'
    )
  })
}

t.test('codes, figures and grades in words', async t => {
  wording(t)
})

t.test('margins are those of the step that settles it', async t => {
  const of = (kg: number, perHour: number, niveau: number) => marginsOf(lift(kg, perHour), 'tillen_kg', niveau).map(m => [m.axis, m.value])
  t.same(
    of(8, 10, 1),
    [
      ['amount', 2],
      ['frequency', 0]
    ],
    'within level 1: ca. 10 kg, 10 times an hour'
  )
  t.same(
    of(12, 10, 1),
    [
      ['amount', -2],
      ['frequency', 0]
    ],
    'above it'
  )
  t.ok(
    of(1, 30, 1).every(([, value]) => Number(value) >= 0),
    'light and frequent work fits by a narrower step: no margin below zero'
  )
  t.ok(
    of(9, 300, 1).some(([, value]) => Number(value) < 0),
    'no step takes nine kilos that often'
  )
})
