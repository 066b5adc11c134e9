import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { DaySchema } from '../domain/moment.ts'
import { takeImported } from '../reference/imported.ts'
import { normalise } from './normalise.ts'
import type { ReadAnswer, ReadJob } from './text-reader.ts'

/** What the main thread sends: a row goes through `normalise`, which parses its facts itself. */
const JobSchema = z.object({ id: z.int(), source: z.string(), at: z.object({ day: DaySchema, instant: z.iso.datetime() }), row: z.unknown() })

/** The imported tables in use where the adverts come from: read here as there. */
const TablesSchema = z.object({ 'esco-beroepen': z.string().nullable(), postcodes: z.string().nullable() })

/** A harmless text of the most that is read: what it takes says how fast this machine is just now, and makes the rules ready. */
const HARMLESS = 'Je werkt 32 uur per week in een klein team. Je tilt soms een doos van 8 kilo. Je hebt mbo niveau 3 en rijbewijs B.\n'.repeat(350)
const WARM_UPS = 3

function warmUp(): number {
  let ms = 0
  for (let i = 0; i < WARM_UPS; i++) {
    const from = performance.now()
    const row = { kind: 'row', position: 1, sourceId: 'x', raw: false, warnings: [], facts: { title: 'Kok', description: HARMLESS } } as const
    normalise({ ...row, warnings: [] }, 'x', { day: '2026-01-01', instant: '2026-01-01T12:00:00.000Z' })
    ms = performance.now() - from
  }
  return ms
}

/** The other thread of `TextReader`: says that it begins, reads one advert, gives the answer. It keeps nothing. */
const port = parentPort
port?.on('message', (message: unknown) => {
  const { id, source, at, row } = JobSchema.parse(message)
  port.postMessage({ id, begun: true } satisfies ReadAnswer)
  port.postMessage({ id, normalised: normalise(row as ReadJob['row'], source, at) } satisfies ReadAnswer)
})
if (port !== null) takeImported(TablesSchema.parse(workerData))
port?.postMessage({ id: 0, harmless: warmUp() } satisfies ReadAnswer)
