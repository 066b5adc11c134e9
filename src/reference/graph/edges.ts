import { nearOccupations, stepsFrom, type NearOccupation } from '../near.ts'
import { functionOf } from '../functions.ts'
import { derivedSteps } from './derived.ts'
import { mainGroup, nodeOf, type WorkNode } from './nodes.ts'

/** One step of the graph, between keys of nodes. */
export interface Edge extends NearOccupation {
  /** `geschreven` by a person, or `afgeleid` from our tables. */
  readonly source: 'geschreven' | 'afgeleid'
}

const keyed = (s: NearOccupation, from: string, source: Edge['source']): Edge => ({ ...s, from, to: functionOf(s.to)?.key ?? s.to, source })

/** What somebody wrote for a node: the steps of the function itself, and those of its unit group. */
function written(node: WorkNode): readonly NearOccupation[] {
  const group = mainGroup(node)
  return [...(node.key === group ? [] : stepsFrom(node.title)), ...stepsFrom(group), ...nearOccupations(group)]
}

const known = new Map<string, readonly Edge[]>()

/** The steps from a node, written ones first; each target once. A key that is no node has none. */
export function edgesFrom(key: string): readonly Edge[] {
  const kept = known.get(key)
  if (kept !== undefined) return kept
  const node = nodeOf(key)
  if (node === undefined) return []
  const found = new Map<string, Edge>()
  const add = (edge: Edge): void => {
    if (edge.to !== key && !found.has(edge.to)) found.set(edge.to, edge)
  }
  for (const s of written(node)) add(keyed(s, key, 'geschreven'))
  const group = mainGroup(node)
  for (const s of derivedSteps(group)) add(keyed(s, key, 'afgeleid'))
  const edges = [...found.values()]
  known.set(key, edges)
  return edges
}
