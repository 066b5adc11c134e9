import { SKILLS, type Skill } from '../competences.ts'
import { stemsOf } from '../dutch.ts'
import { ISCO } from '../occupations.ts'
import { TITLE_ROWS } from '../title-rows.ts'

/** A group of an ambiguous title counts from this share, as in the index. */
const LIKELY = 25

/** The words of a unit group: its title, what somebody does, and every title of the table. */
const wordsOf = new Map<string, string[]>()
for (const { code, title, does } of ISCO.values()) if (code.length === 4) wordsOf.set(code, [title, does])
for (const r of TITLE_ROWS) wordsOf.get(r.isco)?.push(r.title)

let phrases: ReadonlyArray<{ readonly skill: Skill; readonly stems: ReadonlyArray<readonly string[]> }> | undefined
const shown = new Map<string, readonly Skill[]>()

/**
 * Skills a unit group shows: usual in its sub-major group by `skills.tsv`, and named in the group's own words. The first
 * alone would say that a caretaker serves drinks, because both kinds of work are in group 51.
 */
export function shownSkills(isco: string): readonly Skill[] {
  const known = shown.get(isco)
  if (known !== undefined) return known
  phrases ??= [...SKILLS.values()].map(skill => ({ skill, stems: [skill.label, ...skill.synonyms].map(stemsOf).filter(s => s.length > 0) }))
  const own = new Set(stemsOf((wordsOf.get(isco) ?? []).join(' ')))
  const found = phrases.filter(p => p.skill.isco2.includes(isco.slice(0, 2)) && p.stems.some(s => s.every(w => own.has(w)))).map(p => p.skill)
  shown.set(isco, found)
  return found
}

const shared = new Map<string, string[]>()
{
  const groups = new Map<string, string[]>()
  for (const r of TITLE_ROWS) if (r.share >= LIKELY) groups.set(r.title, [...(groups.get(r.title) ?? []), r.isco])
  for (const [title, [a, b, more]] of groups) {
    if (a === undefined || b === undefined || more !== undefined) continue
    for (const pair of [`${a} ${b}`, `${b} ${a}`]) shared.set(pair, [...(shared.get(pair) ?? []), title])
  }
}

/** Titles that stand for just these two groups: people with one name do either work. A title of three or more says little. */
export const sharedTitles = (a: string, b: string): readonly string[] => shared.get(`${a} ${b}`) ?? []

/** How many titles of the table stand for a unit group: a measure of how ordinary the work is here. */
export const titlesOfGroup = (isco: string): number => Math.max(0, (wordsOf.get(isco)?.length ?? 2) - 2)
