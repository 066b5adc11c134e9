import { z } from 'zod'
import { parseLabels, type Labels } from './labels.ts'
import { filledLines, type Read } from './rows.ts'

export interface AdvertRow {
  readonly id: string
  readonly title: string
  readonly text: string
  /** Null = not labelled. */
  readonly labels: Labels | null
  readonly half: string | null
}

/** Other fields than these are left alone: a file of adverts may carry more than we ask. */
const LineSchema = z.object({
  id: z.union([z.string().min(1).max(200), z.number().transform(String)]),
  title: z.string().min(1),
  text: z.string(),
  labels: z.unknown().optional(),
  half: z.string().nullish()
})

function advertOf(line: number, text: string): Read<AdvertRow> {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return { bad: { line, problem: 'geen geldige JSON' } }
  }
  const parsed = LineSchema.safeParse(raw)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { bad: { line, problem: `${issue?.path.join('.') || 'regel'}: verwacht id, title, text en (voor meten) labels` } }
  }
  const { id, title, half } = parsed.data
  const row = { id, title, text: parsed.data.text, half: half ?? null }
  if (parsed.data.labels === undefined || parsed.data.labels === null) return { row: { ...row, labels: null } }
  const read = parseLabels(parsed.data.labels)
  return 'problem' in read ? { bad: { line, problem: read.problem } } : { row: { ...row, labels: read.labels } }
}

/** The adverts of a file with one JSON object a line; one that cannot be used is given as such and the rest goes on. */
export async function* readAdverts(file: string): AsyncIterable<Read<AdvertRow>> {
  for await (const { number: line, text } of filledLines(file)) {
    yield text === null ? { bad: { line, problem: 'de regel is te lang' } } : advertOf(line, text)
  }
}
