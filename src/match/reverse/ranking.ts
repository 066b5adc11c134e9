import type { GroupName } from '../find.ts'
import type { ReverseHit, ReversePage, ReverseQuery, Stamp } from '../reverse.ts'
import type { Judged } from './compile-profile.ts'

const IN: Readonly<Record<GroupName, (j: Judged) => boolean>> = {
  passend: j => j.verdict === 'passend',
  'te-verifieren': j => j.verdict === 'te-verifieren',
  'niet-passend': j => j.verdict === 'niet-passend',
  'net-niet': j => j.nearMiss
}

/** Whether a group holds candidates that are excluded: then those must be judged too. */
export const asksExcluded = (group: GroupName): boolean => group === 'niet-passend' || group === 'net-niet'

/** Points down, id up; ids are ASCII, so `<` is their order as bytes. */
const order = (a: ReverseHit, b: ReverseHit): number => b.points - a.points || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Counts and one page, from candidates judged one by one. Both engines order and page with it. */
export class Ranking {
  readonly #q: ReverseQuery
  readonly #rows: ReverseHit[] = []
  readonly #counts = { searched: 0, passend: 0, teVerifieren: 0, nietPassend: 0 }

  constructor(q: ReverseQuery) {
    this.#q = q
  }

  add(id: string, version: number, judged: Judged): void {
    this.#count(judged.verdict)
    if (IN[this.#q.group](judged)) this.#rows.push({ id, version, verdict: judged.verdict, points: judged.points })
  }

  /** A candidate that is certainly excluded, in a search that does not ask for those. */
  exclude(): void {
    this.#count('niet-passend')
  }

  #count(verdict: Judged['verdict']): void {
    this.#counts.searched++
    if (verdict === 'passend') this.#counts.passend++
    else if (verdict === 'te-verifieren') this.#counts.teVerifieren++
    else this.#counts.nietPassend++
  }

  page(stamp: Stamp): ReversePage {
    const { after, size } = this.#q
    const start: ReverseHit | undefined = after === undefined ? undefined : { points: after[0], id: after[1], version: 0, verdict: 'passend' }
    const rest = (start === undefined ? this.#rows : this.#rows.filter(row => order(row, start) > 0)).toSorted(order)
    const hits = rest.slice(0, size)
    const last = hits.at(-1)
    return {
      scorecard: stamp.scorecard,
      day: stamp.day,
      hits,
      counts: this.#counts,
      total: this.#rows.length,
      ...(rest.length > size && last !== undefined ? { next: [last.points, last.id] as const } : {})
    }
  }
}
