import type { Skill } from '../competences.ts'
import { PROFILE } from '../fml/bands.ts'
import { BAND_WORDS, bandOf } from '../loads.ts'
import { MOST_MONTHS, nearOccupations, type NearOccupation } from '../near.ts'
import { ISCO } from '../occupations.ts'
import { usualPaper } from '../papers.ts'
import { relatedSectors } from '../sectors.ts'
import { sectorsOfOccupation } from '../occupation-sectors.ts'
import { sharedTitles, shownSkills, titlesOfGroup } from './alike.ts'
import { levelOf } from './level.ts'

const DIMS = Object.keys(PROFILE)
const GROUPS = [...ISCO.keys()].filter(c => c.length === 4)

/** At most so many derived steps from one group, and how near they must be: own estimate. */
const MOST = 4
const ENOUGH = 1
/** Groups nobody is sent to by inference: soldiers, managers, farming for the own table, and work that hardly has titles here. */
const NEVER = /^(?:0|1|63)/
const RARE = 16

const bands = new Map<string, ReadonlyArray<number | undefined>>()
function bandsOfGroup(isco: string): ReadonlyArray<number | undefined> {
  const known = bands.get(isco) ?? DIMS.map(d => bandOf(isco, d)?.band)
  bands.set(isco, known)
  return known
}

const sectorOf = (isco: string): string | undefined =>
  sectorsOfOccupation({ raw: null, isco: [{ code: isco, share: 100 }], sourceCode: null, method: 'field', confidence: 4 })

function sectorPoints(from: string, to: string): number {
  const [a, b] = [sectorOf(from), sectorOf(to)]
  if (a === undefined || b === undefined) return 0
  return a === b ? 1 : (relatedSectors(a).find(r => r.to === b)?.strength ?? 0) / 4
}

/** Dimensions whose band changes by two or more, by name: `down` falls away, `up` is heavier. */
function loadChange(from: string, to: string): { readonly distance: number; readonly down: readonly string[]; readonly up: readonly string[] } {
  const [a, b] = [bandsOfGroup(from), bandsOfGroup(to)]
  const [down, up]: [string[], string[]] = [[], []]
  let sum = 0
  DIMS.forEach((dim, i) => {
    const change = (b[i] ?? 0) - (a[i] ?? 0)
    sum += Math.abs(change)
    if (change <= -2) down.push(BAND_WORDS.get(dim)?.label ?? dim)
    if (change >= 2) up.push(dim)
  })
  return { distance: sum / DIMS.length, down, up }
}

/** What carries over, by name. */
function keepsOf(titles: readonly string[], skills: readonly Skill[]): string {
  const names = skills.slice(0, 3).map(s => s.label.toLowerCase())
  return [...names, ...(titles.length === 0 ? [] : [`zelfde functienaam (${titles.slice(0, 2).join(', ')})`])].join(', ')
}

interface Scored {
  readonly step: NearOccupation
  readonly score: number
}

/** What the tables say of one pair; undefined = no step. */
function score(from: string, to: string): Scored | undefined {
  const paper = usualPaper(to)
  const [own, asked] = [levelOf(from), levelOf(to)]
  // Never up a level, and never so far down that the work is of another kind.
  if (asked > own || own - asked > 1 || (paper?.months ?? 0) > MOST_MONTHS) return undefined
  // The highest level asks a study of its own field, which no table of ours can replace.
  if (asked === 4 && from.slice(0, 2) !== to.slice(0, 2)) return undefined
  const titles = sharedTitles(from, to)
  const both = shownSkills(from).filter(s => shownSkills(to).includes(s))
  const family = from.slice(0, 3) === to.slice(0, 3)
  // What carries over must be named by both groups: a florist and a blaster share a family and no work.
  if (both.length === 0 && titles.length < (family ? 1 : 2)) return undefined
  const { distance, down, up } = loadChange(from, to)
  if (up.length > 2) return undefined
  return {
    score:
      Math.min(2, titles.length / 2) +
      Math.min(2, both.length) +
      (family ? 1 : 0) +
      sectorPoints(from, to) +
      Math.min(1, down.length / 4) -
      distance -
      up.length / 2,
    step: {
      from,
      to,
      strength: 1,
      keeps: keepsOf(titles, both),
      drops: down.slice(0, 4).join(', ') || '-',
      missing: paper?.paper ?? '-',
      months: paper?.months ?? 0
    }
  }
}

const steps = new Map<string, readonly NearOccupation[]>()

/**
 * Steps nobody wrote, from our own tables: skills and titles that both groups share, the sector, the level, and expected
 * load that is alike or lighter. The reasons are what the tables say: skills and titles by name, load that drops two bands
 * or more, the paper the group usually asks. Always the weakest strength; the nearest few, and none that is written.
 */
export function derivedSteps(isco: string): readonly NearOccupation[] {
  const known = steps.get(isco)
  if (known !== undefined) return known
  const written = new Set(nearOccupations(isco).map(n => n.to))
  const found = GROUPS.filter(to => to !== isco && !NEVER.test(to) && titlesOfGroup(to) >= RARE && !written.has(to))
    .flatMap(to => score(isco, to) ?? [])
    .filter(s => s.score >= ENOUGH)
    .sort((a, b) => b.score - a.score || (a.step.to < b.step.to ? -1 : 1))
    .slice(0, MOST)
    .map(s => s.step)
  steps.set(isco, found)
  return found
}
