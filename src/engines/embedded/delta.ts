import type { Vacancy } from '../../domain/vacancy.ts'
import type { Query } from '../../match/engine.ts'
import { searchSegment } from './search.ts'
import { buildSegment, type Segment } from './segment.ts'
import { Top, type Ranked } from './top.ts'

type Prepared = Vacancy['prepared']

/** Vacancies whose codes are held at once before they become columns. */
const CHUNK = 25_000

/** Columns of some vacancies for the time of a few questions: no store behind them, no writes. */
export class Delta {
  readonly #segments: readonly Segment[]

  private constructor(segments: readonly Segment[]) {
    this.#segments = segments
  }

  /** `order` places a code on a curve over the map, as for the engine. */
  static async of(vacancies: AsyncIterable<Prepared>, order: (place: string) => number): Promise<Delta> {
    const segments: Segment[] = []
    let rows: Prepared[] = []
    const seal = (): void => {
      if (rows.length > 0) segments.push(buildSegment(rows, order))
      rows = []
    }
    for await (const row of vacancies) if (rows.push(row) === CHUNK) seal()
    seal()
    return new Delta(segments)
  }

  /** The best rows of a question, one more than it asks when there are, and how many there are in all. */
  async search({ where, groups, size, after }: Query, signal?: AbortSignal): Promise<{ readonly rows: readonly Ranked[]; readonly total: number }> {
    const last = after === undefined ? undefined : { points: after.last[0], published: after.last[1], id: after.last[2] }
    const top = new Top(size + 1, last)
    let total = 0
    for (const segment of this.#segments) total += await searchSegment(segment, where, groups, top, signal)
    return { rows: top.rows, total }
  }
}
