import type { Candidate } from '../../domain/candidate.ts'
import { keysOf, nodeOf } from '../../reference/graph/nodes.ts'
import { classifyTitle } from '../../reference/occupations.ts'

/** Work somebody may leave from, and where we know it from. */
export interface Start {
  readonly key: string
  readonly title: string
  readonly from: 'vraag' | 'ervaring' | 'wens'
}

export interface Starts {
  readonly starts: readonly Start[]
  /** Something was named, but no work we know. */
  readonly named: boolean
}

interface Named {
  readonly title: string
  readonly isco: string | null
}

const startsOf = (named: readonly Named[], from: Start['from']): readonly Start[] =>
  [...new Set(named.flatMap(n => keysOf(n.title, n.isco, classifyTitle)))].sort().flatMap(key => {
    const node = nodeOf(key)
    return node === undefined ? [] : [{ key, title: node.title, from }]
  })

/** The asked work, else what somebody did before, else what somebody looks for. */
export function startOf(c: Candidate, asked: string | undefined): Starts {
  if (asked !== undefined) {
    const code = /^\d{4}$/.test(asked) ? asked : null
    return { starts: startsOf([{ title: asked, isco: code }], 'vraag'), named: true }
  }
  const done = startsOf(c.profile.experience, 'ervaring')
  if (done.length > 0) return { starts: done, named: true }
  return { starts: startsOf(c.wishes.occupations, 'wens'), named: c.profile.experience.length + c.wishes.occupations.length > 0 }
}
