import type { Candidate } from '../domain/candidate.ts'
import type { Actor } from '../domain/tenant.ts'
import type { ApiContext } from './context.ts'
import { Problem } from './problem.ts'

/** The version a caller read, from If-Match `"3"`. */
export function versionOf(header: string | undefined): number {
  if (header === undefined) throw new Problem('versie-ontbreekt')
  const m = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header)
  if (m === null)
    throw new Problem('ongeldig-verzoek', [{ pointer: '/headers/if-match', message: 'Stuur de versie als getal tussen aanhalingstekens, bijvoorbeeld "3".' }])
  return Number(m[1])
}

/** The candidate of the caller's own bureau; absent and foreign are one answer. */
export async function candidateOf(context: ApiContext, actor: Actor, id: string): Promise<Candidate> {
  const candidate = await context.bureau(actor.tenant).candidates.get(id)
  if (candidate === undefined) throw new Problem('niet-gevonden')
  return candidate
}
