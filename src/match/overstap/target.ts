import { z } from 'zod'
import { stemsOf } from '../../reference/dutch.ts'
import { nodeOf, type WorkNode } from '../../reference/graph/nodes.ts'
import { all, any, some, type Predicate } from '../predicate.ts'

/** The key of other work: a unit group (`2351`) or a function of `functions.tsv` (`toetsontwikkelaar`). */
export const TargetKeySchema = z
  .string()
  .max(60)
  .refine(key => nodeOf(key) !== undefined, { message: 'Geef een ISCO-code van vier cijfers of een functie uit de overstap, bijvoorbeeld toetsontwikkelaar.' })

/**
 * The vacancies of other work: one of its unit groups, and for a function one of its words in title or text. Codes and
 * stems only, so both engines answer the same.
 */
export function targetPredicate(node: WorkNode): Predicate {
  const groups = any(
    'occ',
    node.groups.map(g => `4:${g.code}`)
  )
  if (node.words.length === 0) return groups
  return all(groups, some(...node.words.map(words => all(...stemsOf(words).map(stem => any('stems', [stem]))))))
}

/** The same by key; undefined when the key is no work we know. */
export function targetOf(key: string): Predicate | undefined {
  const node = nodeOf(key)
  return node === undefined ? undefined : targetPredicate(node)
}
