import { readFileSync } from 'node:fs'

export function fail(message: string): never {
  throw new Error(`places: ${message}`)
}

/** The cells of a table whose header is known. */
export function rows(file: string, header: string): string[][] {
  const lines = readFileSync(file, 'utf8').split('\n')
  if (lines[0] !== header) fail(`${file}: header is "${lines[0] ?? ''}"`)
  if (lines.pop() !== '') fail(`${file}: no line end at the end`)
  const width = header.split('\t').length
  return lines.slice(1).map((line, index) => {
    const cells = line.split('\t')
    if (cells.length !== width) fail(`${file}:${index + 2}: ${cells.length} cells instead of ${width}`)
    return cells
  })
}

export function cell(cells: string[], index: number): string {
  return cells[index] ?? fail(`no cell ${index}`)
}

export function numberOrNull(text: string): number | null {
  if (text === '') return null
  const value = Number(text)
  return Number.isFinite(value) ? value : fail(`"${text}" is no number`)
}

export function list(text: string): string[] {
  return text === '' ? [] : text.split('|')
}

/** Bytes, as LC_ALL=C sort does. */
export function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'))
}
