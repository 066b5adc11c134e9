import { z } from 'zod'
import type { Application } from '../app.ts'
import type { Candidate } from '../domain/candidate.ts'
import { dayNumber } from '../domain/moment.ts'
import type { Connection } from '../elasticsearch/client.ts'
import { pageBody } from '../engines/elasticsearch/compile.ts'
import { questionsOf, SearchStateSchema } from '../match/find.ts'
import { handWritten } from './hand-written.ts'
import { timing, type Timing } from './timing.ts'

const HAND_ROUNDS = 100
const ReplySchema = z.object({ took: z.number(), hits: z.object({ hits: z.array(z.object({ sort: z.array(z.unknown()) })) }) })

/** One page in turns as compiled and as written by hand, after both were seen to be equal. */
export async function besideHand(
  { client, prefix }: Connection,
  person: Candidate,
  app: Application
): Promise<{ readonly compiled: Timing; readonly hand: Timing }> {
  const { card, query } = questionsOf(person, app.now(), SearchStateSchema.parse({ group: 'te-verifieren' }), 'demo')
  const bodies = [
    pageBody(query.where, query.groups, { form: 'post', size: query.size, timeoutMs: 30_000 }),
    handWritten(card, dayNumber(app.now().day), 'demo', query.size)
  ]
  const times: [number[], number[]] = [[], []]
  const pages: string[] = []
  for (let round = 0; round < HAND_ROUNDS; round++)
    for (const [i, body] of bodies.entries()) {
      const reply = ReplySchema.parse(await client.search({ index: `${prefix}-vacancies`, ...body }, { requestTimeout: 30_000 }))
      pages[i] = JSON.stringify(reply.hits.hits.map(h => h.sort))
      if (round >= HAND_ROUNDS / 4) times[i]?.push(reply.took)
    }
  if (pages[0] !== pages[1]) throw new Error('the hand-written query gives another page')
  return { compiled: timing(times[0]), hand: timing(times[1]) }
}
