import { groupsOfHead, isHead } from './title-compounds.ts'
import type { TitleBook, TitleRow } from './title-rows.ts'

/** A known title with its rows. */
export interface EdgeTitle {
  readonly rows: readonly TitleRow[]
  readonly form: string
}

const LONGEST = 4

/**
 * A known title that opens or closes a longer form, the longest first; else one in its middle. A head at the start goes before
 * the end: "docent business intelligence" is a docent, "data quality analist" an analist. None of `nameless`.
 */
export function titleAtEdge(book: TitleBook, form: string, nameless: ReadonlySet<string>): EdgeTitle | undefined {
  const parts = form.split(' ')
  const last = parts.length - 1
  const at = (start: number, length: number): EdgeTitle | undefined => {
    const part = parts.slice(start, start + length).join(' ')
    const rows = part.length < 3 || nameless.has(part) ? undefined : book.rowsOf(part)
    return rows === undefined ? undefined : { rows, form: part }
  }
  const longest = (startOf: (length: number) => number): EdgeTitle | undefined => {
    for (let length = Math.min(last, LONGEST); length >= 1; length--) {
      const found = at(startOf(length), length)
      if (found !== undefined) return found
    }
    return undefined
  }
  const opens = (): EdgeTitle | undefined => longest(() => 0)
  const closes = (): EdgeTitle | undefined => longest(length => parts.length - length)
  const found = isHead(parts[0] ?? '') ? (opens() ?? closes()) : (closes() ?? opens())
  if (found !== undefined) return found
  for (let start = last - 1; start >= 1; start--) {
    const inner = longest(length => (start + length <= last ? start : parts.length))
    if (inner !== undefined) return inner
  }
  return undefined
}

/** Every group a known title may stand for: its own, and those its last and first word are moved to as a head. */
export const groupsOfEdge = ({ rows, form }: EdgeTitle): ReadonlySet<string> =>
  new Set([...rows.map(r => r.isco), ...[form.split(' ')[0], form.split(' ').at(-1)].flatMap(w => [...groupsOfHead(w ?? '')])])
