import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Occupation } from '../../../src/domain/vacancy.ts'
import { fold } from '../../../src/reference/dutch.ts'
import { PROFILE } from '../../../src/reference/fml/bands.ts'
import { projectRoot } from '../../../src/reference/table.ts'

export const home = join(projectRoot, 'src', 'reference')
export const raw = (path: string): string => readFileSync(join(home, path), 'utf8')
export type Row = Readonly<Record<string, string>>
/** Rows read anew from the bytes, not by the code under test. */
export const rows = (path: string): readonly Row[] => {
  const [header = '', ...lines] = raw(path).trimEnd().split('\n')
  const names = header.split('\t')
  return lines.map(line => Object.fromEntries(line.split('\t').map((cell, i) => [names[i] ?? '?', cell])))
}
export const cells = (cell = ''): readonly string[] => (cell === '' || cell === '-' ? [] : cell.split('|'))
export const bytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))
export const dims = Object.keys(PROFILE)
/** Words that more than one entry claims, accents folded: the first would silently win. */
export function shared(entries: ReadonlyArray<readonly [string, readonly string[]]>): readonly string[] {
  const owners = new Map<string, Set<string>>()
  for (const [owner, words] of entries) for (const word of words) owners.set(fold(word), (owners.get(fold(word)) ?? new Set<string>()).add(owner))
  return [...owners].filter(([, set]) => set.size > 1).map(([word]) => word)
}

export type Shares = ReadonlyArray<readonly [string, number]>
/** An occupation of groups with their shares. */
export const occupation = (...isco: Shares): Occupation => ({
  raw: null,
  isco: isco.map(([code, share]) => ({ code, share })),
  sourceCode: null,
  method: 'variant',
  confidence: 3
})

/** Every table file, its path from `src/reference`. */
export const onDisk = readdirSync(home, { recursive: true, encoding: 'utf8' })
  .filter(f => f.endsWith('.tsv'))
  .map(f => f.replaceAll('\\', '/'))
  .toSorted(bytes)
