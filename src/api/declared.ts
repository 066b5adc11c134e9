import { z } from 'zod'
import { RoleSchema } from '../domain/tenant.ts'
import type { Policy } from '../access/policy.ts'
import { PROBLEMS, ProblemSchema, type ProblemSlug } from './problem.ts'

/** What a route says of itself at registration, as far as its problems follow from it. */
export interface RouteDeclaration {
  readonly method: string | readonly string[]
  readonly url: string
  readonly policy: Policy
  /** Problems of its own, that nothing else tells. */
  readonly own: readonly ProblemSlug[]
  readonly schema: {
    readonly params?: unknown
    readonly querystring?: unknown
    readonly headers?: unknown
    readonly body?: unknown
    readonly consumes?: readonly string[]
  }
}

/** Any request may carry a key in its address, meet a service that stops, a store that is away or damaged, or an error of ours. */
const ALWAYS: readonly ProblemSlug[] = ['sleutel-in-adres', 'niet-gereed', 'opslag-beschadigd', 'intern']

function ofCaller(policy: Policy): readonly ProblemSlug[] {
  if ('public' in policy) return []
  return RoleSchema.options.every(role => policy.roles.includes(role)) ? ['niet-aangemeld'] : ['niet-aangemeld', 'geen-toegang']
}

/** A body is read for every method but GET and HEAD, also where the route asks for none. */
function ofBody({ method, schema }: RouteDeclaration): readonly ProblemSlug[] {
  if ([method].flat().every(m => m === 'GET' || m === 'HEAD')) return []
  const json = schema.consumes === undefined || schema.consumes.includes('application/json')
  return ['te-groot', 'verkeerd-type', ...(json ? (['ongeldige-json'] as const) : [])]
}

const asksVersion = ({ schema: { headers } }: RouteDeclaration): boolean => headers instanceof z.ZodObject && 'if-match' in headers.shape

/**
 * Problems a route can answer with, in the order of the catalogue: from its policy, address, body and headers, and what it
 * names itself. Two are answered before there is a route (408, 431), one where there is none for the method (405).
 */
export function problemsOf(route: RouteDeclaration): readonly ProblemSlug[] {
  const { params, querystring, headers, body } = route.schema
  const checked = [params, querystring, headers, body].some(part => part !== undefined)
  const known = new Set<ProblemSlug>([
    ...ALWAYS,
    ...ofCaller(route.policy),
    ...(checked ? (['ongeldig-verzoek'] as const) : []),
    ...(route.url.includes(':') ? (['niet-gevonden'] as const) : []),
    ...ofBody(route),
    ...(asksVersion(route) ? (['versie-ontbreekt', 'versie-verouderd'] as const) : []),
    ...route.own
  ])
  return (Object.keys(PROBLEMS) as ProblemSlug[]).filter(slug => known.has(slug))
}

/** The problems as responses of the OpenAPI document: one a status, its description names each with title and remedy. */
export function responsesOf(problems: readonly ProblemSlug[]): Readonly<Record<number, object>> {
  const statuses = [...new Set(problems.map(slug => PROBLEMS[slug].status))]
  return Object.fromEntries(
    statuses.map(status => [
      status,
      {
        description: problems
          .filter(slug => PROBLEMS[slug].status === status)
          .map(slug => `\`${slug}\`: ${PROBLEMS[slug].title}. ${PROBLEMS[slug].remedy}`)
          .join('\n\n'),
        content: { 'application/problem+json': { schema: ProblemSchema } }
      }
    ])
  )
}
