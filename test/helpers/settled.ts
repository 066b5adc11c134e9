import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../src/reference/table.ts'
import { titleClassifier, type TitleClassifier } from '../../src/reference/title-classifier.ts'
import { TITLE_ROWS } from '../../src/reference/title-rows.ts'

/** The table is asked in so many parts, each of a classifier that knows the others only. */
const PARTS = 10
/** The group that most people with a title have. */
const MOST = 60

/** A classifier that knows the table but some titles, and takes what it knows for settled: it must not lean on earlier answers. */
export const withoutTitles = (held: ReadonlySet<string>): TitleClassifier =>
  titleClassifier(TITLE_ROWS.filter(r => !held.has(r.title)).map(r => ({ ...r, settled: true })))

/** Whether a classifier that does not know a title surely gives it this one group. */
export function isBorneOut(rest: TitleClassifier, title: string, isco: string): boolean {
  const { confidence, isco: groups } = rest.classify(title)
  return confidence >= 3 && groups.length === 1 && groups[0]?.code === isco
}

/** Writes `settled.tsv` anew: the titles whose group the rest of the table surely gives. Takes a minute or two. */
export function writeSettled(): number {
  const main = new Map(TITLE_ROWS.filter(r => r.share >= MOST).map(r => [r.title, r.isco]))
  const titles = [...new Set(TITLE_ROWS.map(r => r.title))].sort()
  const settled: string[] = []
  for (let part = 0; part < PARTS; part++) {
    const held = new Set(titles.filter((_, i) => i % PARTS === part))
    const rest = withoutTitles(held)
    for (const title of held) {
      const isco = main.get(title)
      if (isco !== undefined && isBorneOut(rest, title, isco)) settled.push(`${title}\t${isco}`)
    }
  }
  writeFileSync(join(projectRoot, 'src/reference/occupations/settled.tsv'), ['title\tisco4', ...settled.sort(), ''].join('\n'))
  return settled.length
}
