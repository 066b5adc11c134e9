/** Width on a terminal of a text without control characters; every character of our data counts as one. */
const cut = (text: string, width: number): string => (text.length <= width ? text : `${text.slice(0, width - 1)}…`)

/** A plain table with a header line; each column as wide as its longest cell, up to its most. */
export function table(header: readonly string[], rows: ReadonlyArray<readonly string[]>, most: readonly number[]): string {
  const all = [header, ...rows].map(row => row.map((cell, i) => cut(cell.replace(/\s+/g, ' '), most[i] ?? 40)))
  const widths = header.map((_, i) => Math.max(...all.map(row => (row[i] ?? '').length)))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd()
  return [line(all[0] ?? []), widths.map(w => '-'.repeat(w)).join('  '), ...all.slice(1).map(line)].join('\n')
}
