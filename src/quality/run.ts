import { AdvertScore, type AdvertFigures } from './adverts.ts'
import { readAdverts } from './advert-file.ts'
import { advertLine, readAdvert } from './reading.ts'
import type { BadRow, Read } from './rows.ts'
import { readTitles } from './title-file.ts'
import { readTitle, TITLE_HEADER, titleLine, TitleScore, type TitleFigures } from './titles.ts'

/** What one file gave. Without a single label there are no figures, only predictions. */
export interface Outcome<F> {
  readonly all: F | null
  /** By the value of `half`, where the file has one. */
  readonly halves: Readonly<Record<string, F>>
  readonly bad: readonly BadRow[]
  /** One line for each row that was read otherwise than labelled. */
  readonly errors: readonly string[]
  readonly rows: number
}

export interface Asked {
  /** Only the rows of this half. */
  readonly half?: string | undefined
  /** Gets each line of predictions; the header comes first. */
  readonly predict: (line: string) => void
}

interface Score<F> {
  figures(): F
}

/** The scores of a file: all rows, and each half by itself. */
class Scores<S extends Score<F>, F> {
  readonly #make: () => S
  readonly #all: S
  readonly #halves = new Map<string, S>()
  #labelled = false

  constructor(make: () => S) {
    this.#make = make
    this.#all = make()
  }

  add<T>(half: string | null, to: (score: S) => T): T {
    this.#labelled = true
    if (half !== null) {
      const known = this.#halves.get(half) ?? this.#make()
      this.#halves.set(half, known)
      to(known)
    }
    return to(this.#all)
  }

  get figures(): Pick<Outcome<F>, 'all' | 'halves'> {
    return { all: this.#labelled ? this.#all.figures() : null, halves: Object.fromEntries([...this.#halves].map(([h, s]) => [h, s.figures()])) }
  }
}

/** Calls `take` for every good row of the asked half; gives the others, and how many there were. */
async function each<T extends { readonly half: string | null }>(
  rows: AsyncIterable<Read<T>>,
  asked: Asked,
  take: (row: T) => void
): Promise<{ readonly bad: readonly BadRow[]; readonly rows: number }> {
  const bad: BadRow[] = []
  let n = 0
  for await (const read of rows) {
    if ('bad' in read) bad.push(read.bad)
    else if (asked.half === undefined || read.row.half === asked.half) {
      n++
      take(read.row)
    }
  }
  return { bad, rows: n }
}

/** Reads every title of a file and holds the labelled ones against their label. */
export async function measureTitles(file: string, asked: Asked): Promise<Outcome<TitleFigures>> {
  const scores = new Scores<TitleScore, TitleFigures>(() => new TitleScore())
  const errors: string[] = []
  asked.predict(TITLE_HEADER)
  const counts = await each(readTitles(file), asked, row => {
    const found = readTitle(row.title)
    asked.predict(titleLine(row, found))
    const label = row.isco
    if (label === null) return
    if (!scores.add(row.half, s => s.add(label, found, row.title)))
      errors.push(`${row.id}\t${row.title}\tverwacht ${label.join('|') || '-'}\tgevonden ${found.isco ?? '-'} (${found.method}, ${found.confidence})`)
  })
  return { ...scores.figures, ...counts, errors }
}

/** Reads every advert of a file and holds the labelled ones against their labels. */
export async function measureAdverts(file: string, asked: Asked): Promise<Outcome<AdvertFigures>> {
  const scores = new Scores<AdvertScore, AdvertFigures>(() => new AdvertScore())
  const errors: string[] = []
  const counts = await each(readAdverts(file), asked, row => {
    const found = readAdvert(row.title, row.text)
    asked.predict(advertLine(row.id, row.title, found))
    const { labels } = row
    if (labels === null) return
    for (const m of scores.add(row.half, s => s.add(labels, found))) errors.push(`${row.id}\t${m.field}\tverwacht ${m.expected}\tgevonden ${m.found}`)
  })
  return { ...scores.figures, ...counts, errors }
}
