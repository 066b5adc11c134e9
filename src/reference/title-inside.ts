import type { TitleBook, TitleRow } from './title-rows.ts'

/** A known title inside a longer form; `part` is how much of the words we know it takes. */
export interface InsideTitle {
  readonly rows: readonly TitleRow[]
  readonly form: string
  readonly part: number
}

/** The longest known title that stands in the form as whole words: at its end, its start, or in it. */
export function titleInside(book: TitleBook, form: string): InsideTitle | undefined {
  const parts = form.split(' ')
  for (let length = Math.min(parts.length - 1, 5); length >= 1; length--) {
    for (const start of new Set([parts.length - length, 0, ...Array.from({ length: parts.length - length }, (_, i) => i)])) {
      const words = parts.slice(start, start + length)
      const found = book.rowsOf(words.join(' '))
      if (found === undefined) continue
      // A word the tables never use, such as a name, takes nothing away from the title beside it.
      const rest = parts.filter((w, i) => (i < start || i >= start + length) && book.vocabulary.has(w)).length
      return { rows: found, form: words.join(' '), part: length / (length + rest) }
    }
  }
  return undefined
}
