import type { Bench } from './api.ts'

interface Operation {
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Readonly<Record<string, { readonly schema: unknown }>> }>>
}

/** `GET /v1/candidates/:id niet-gevonden` for every problem the OpenAPI document names at a route. */
export async function declaredProblems(bench: Bench): Promise<ReadonlySet<string>> {
  const { json } = await bench.call({ url: '/v1/openapi.json' })
  const operations = Object.entries(json.paths as Record<string, Record<string, Operation>>).flatMap(([path, item]) =>
    Object.entries(item).map(([method, o]) => ({ route: `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`, o }))
  )
  return new Set(
    operations.flatMap(({ route, o }) =>
      Object.entries(o.responses)
        .filter(([, r]) => r.content?.['application/problem+json'] !== undefined)
        .flatMap(([status, r]) => [...r.description.matchAll(/^`([a-z-]+)`: /gm)].map(m => `${route} ${status} ${m[1] ?? ''}`))
    )
  )
}

/** The same for every problem that a route answered with so far. What no route answered, has none. */
export function metProblems(bench: Bench): ReadonlySet<string> {
  const routes = new Set(bench.routes.map(r => r.url))
  return new Set(
    bench.lines
      .map(l => JSON.parse(l) as { event?: string; method?: string; route?: string; status?: number; problem?: string | null })
      .filter(l => l.event === 'request' && typeof l.problem === 'string' && routes.has(l.route ?? '') && !/^\/docs|openapi\.json$/.test(l.route ?? ''))
      .map(l => `${l.method === 'HEAD' ? 'GET' : l.method} ${l.route} ${l.status} ${l.problem}`)
  )
}
