import type { Occupation } from '../../domain/vacancy.ts'
import { FUNCTIONS, functionOf } from '../functions.ts'
import { ISCO } from '../occupations.ts'

/** A place in the graph: a unit group (`2351`), or a function that is finer than its group (`toetsontwikkelaar`). */
export interface WorkNode {
  readonly key: string
  readonly title: string
  /** Unit groups with their share, largest first; one for a group. */
  readonly groups: ReadonlyArray<{ readonly code: string; readonly share: number }>
  /** Words that an advert must show, one of these; none for a group. */
  readonly words: readonly string[]
  /** One sentence: what somebody does, or why the group alone is too broad. */
  readonly about: string
}

/** The node of a key; undefined when it is neither a unit group nor a function of ours. */
export function nodeOf(key: string): WorkNode | undefined {
  const f = FUNCTIONS.get(key)
  if (f !== undefined) return { key, title: f.title, groups: f.groups, words: f.words, about: f.why }
  const group = key.length === 4 ? ISCO.get(key) : undefined
  return group === undefined ? undefined : { key, title: group.title, groups: [{ code: key, share: 100 }], words: [], about: group.does }
}

/** The unit group that stands for a node: its own, or the one most people with the title are in. */
export const mainGroup = (node: WorkNode): string => (node.groups[0] as { readonly code: string }).code

/** A node as an occupation, for what is expected of the work. */
export const occupationOf = (node: WorkNode): Occupation => ({ raw: node.title, isco: [...node.groups], sourceCode: null, method: 'field', confidence: 4 })

/** A group of an ambiguous title counts from this share, as in the index (`prepare.ts`). */
const LIKELY = 25

/** The keys a title stands for: a function of ours, or else its likely unit groups. `isco` is a group somebody chose. */
export function keysOf(title: string, isco: string | null, classify: (title: string) => Occupation): readonly string[] {
  const f = functionOf(title)
  if (f !== undefined && (isco === null || f.groups.some(g => g.code === isco))) return [f.key]
  if (isco !== null) return ISCO.has(isco) ? [isco] : []
  const found = classify(title)
  return found.confidence < 2 ? [] : found.isco.filter(i => i.share >= LIKELY).map(i => i.code)
}
