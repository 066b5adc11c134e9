import type { VacancyFacts } from '../domain/vacancy.ts'
import { scoreFields, type Miss } from './fields.ts'
import type { Labels } from './labels.ts'
import { newLoadTallies, scoreLoads } from './loads.ts'
import { newTally, scoresOf, share, type Scores, type Tally } from './tally.ts'

/** One dimension: both kinds together, and apart. */
export interface DimScores extends Scores {
  readonly stated: Scores
  readonly expected: Scores
}

export interface CaseScores {
  readonly labels: number
  /** Read as labelled; a trap is right when nothing is read. */
  readonly right: number | null
  readonly wrong: number | null
}

/**
 * Figures over labelled adverts, as fractions of 1. Each labelled field and dimension stands under its own name; `stated` and
 * `expected` are all dimensions together, `negation`, `hedge` and `trap` the labels of that case.
 */
export interface AdvertFigures {
  readonly rows: number
  readonly fields: Readonly<Record<string, Scores>>
  readonly stated: Scores
  readonly expected: Scores
  readonly dimensions: Readonly<Record<string, DimScores>>
  readonly cases: Readonly<Record<'negation' | 'hedge' | 'trap', CaseScores>>
}

const plus = (a: Tally, b: Tally): Tally => ({ right: a.right + b.right, wrong: a.wrong + b.wrong, missed: a.missed + b.missed })
const caseScores = ({ right, wrong, missed }: Tally): CaseScores => {
  const labels = right + wrong + missed
  return { labels, right: share(right, labels), wrong: share(wrong, labels) }
}

/** Adds up readings of labelled adverts. */
export class AdvertScore {
  #rows = 0
  readonly #fields = new Map<string, Tally>()
  readonly #loads = newLoadTallies()

  /** Gives what was read otherwise than labelled. */
  add(labels: Labels, v: VacancyFacts): readonly Miss[] {
    this.#rows++
    return [...scoreFields(this.#fields, labels, v), ...(labels.load === undefined ? [] : scoreLoads(this.#loads, labels.load, v))]
  }

  figures(): AdvertFigures {
    const { all, dims, cases } = this.#loads
    const names = [...new Set([...dims.keys()].map(k => k.split(' ')[0] as string))].toSorted()
    const of = (name: string, kind: string): Tally => dims.get(`${name} ${kind}`) ?? newTally()
    return {
      rows: this.#rows,
      fields: Object.fromEntries([...this.#fields].map(([name, tally]) => [name, scoresOf(tally)])),
      stated: scoresOf(all.stated),
      expected: scoresOf(all.expected),
      dimensions: Object.fromEntries(
        names.map(n => {
          const [stated, expected] = [of(n, 'stated'), of(n, 'expected')]
          return [n, { ...scoresOf(plus(stated, expected)), stated: scoresOf(stated), expected: scoresOf(expected) }]
        })
      ),
      cases: { negation: caseScores(cases.negation), hedge: caseScores(cases.hedge), trap: caseScores(cases.trap) }
    }
  }
}
