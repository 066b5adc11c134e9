import type { Vacancy } from '../../domain/vacancy.ts'
import type { SourceTurn } from '../store.ts'
import { assemble } from '../vacancy-form.ts'
import { damaged } from './damage.ts'
import type { Row } from './database.ts'

/** A row is live when the source has switched to its generation and not past its end. */
export const LIVE = 'v.gen_from <= s.current AND (v.gen_to IS NULL OR v.gen_to > s.current)'

/** SQLite does not see a changed byte inside a value; then it is no JSON, or none of ours, any more. */
function readable<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw damaged('shared.db', error)
  }
}

/** A vacancy from a row with `body`, `prepared`, `seen` and the source's `last_run`. */
export const vacancyOf = (row: Row): Vacancy =>
  readable(() =>
    assemble({
      body: String(row['body']),
      prepared: String(row['prepared']),
      seen: row['seen'] as string | null,
      lastRun: row['last_run'] as string | null
    })
  )

/** The codes of a vacancy from a row with `prepared`. */
export const preparedOf = (row: Row): Vacancy['prepared'] => readable(() => JSON.parse(String(row['prepared'])) as Vacancy['prepared'])

/** Who has a source, from its row. */
export function turnOf({ run, fence, switched_fence: switched, switched_generation: generation }: Row): SourceTurn {
  return {
    held: typeof run === 'string' ? { id: run, fence: Number(fence) } : undefined,
    switched: typeof switched === 'number' ? { fence: switched, generation: Number(generation) } : undefined
  }
}
