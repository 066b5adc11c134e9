import { z } from 'zod'
import type { Connection } from './client.ts'
import { asFault, ElasticsearchUnusable, isFault } from './errors.ts'

const NodesSchema = z.object({ nodes: z.record(z.string(), z.object({ version: z.string() })) })

/** Wrong answers without an error: `bool` with `must_not` on fields without index (`engines.md` 5.7). */
const BROKEN: ReadonlySet<string> = new Set(['9.5.0', '9.5.1'])

/** Why a version may not be used; undefined when it may: 8.19.x, and 9.1 or newer. */
export function refusalOf(version: string): string | undefined {
  if (BROKEN.has(version)) return `Elasticsearch ${version} gives wrong hits; use 9.5.2 or newer`
  const [major = 0, minor = 0] = version.split('.').map(part => Number.parseInt(part, 10))
  if ((major === 8 && minor === 19) || (major === 9 && minor >= 1)) return undefined
  return `Elasticsearch ${version} was never tested; use 8.19.x, or 9.1 or newer`
}

/**
 * Reads the version of every node and refuses to work with one that is broken or untested. An untested one may be allowed
 * by its exact number; a broken one never. Gives the versions found. Throws ElasticsearchUnusable.
 */
export async function checkVersion(connection: Pick<Connection, 'client' | 'allowVersion'>): Promise<readonly string[]> {
  let reply: unknown
  try {
    // `GET /` is absent on a minimal distribution, and says the version of one node only.
    reply = await connection.client.nodes.info({ node_id: '_all', metric: '_none', filter_path: 'nodes.*.version' })
  } catch (error) {
    const fault = asFault(error)
    if (isFault(fault, 'foreign')) {
      throw new ElasticsearchUnusable('this server does not say that it is Elasticsearch', 'Zet ELASTICSEARCH_URL op het adres van een Elasticsearch-server.')
    }
    throw fault
  }
  const parsed = NodesSchema.safeParse(reply)
  if (!parsed.success || Object.keys(parsed.data.nodes).length === 0)
    throw new ElasticsearchUnusable('the list of nodes could not be read', 'Controleer of de sleutel het recht `monitor` heeft.')
  const versions = [...new Set(Object.values(parsed.data.nodes).map(n => n.version))].sort()
  for (const version of versions) {
    const reason = refusalOf(version)
    if (reason !== undefined && (BROKEN.has(version) || version !== connection.allowVersion))
      throw new ElasticsearchUnusable(
        reason,
        'Kies een andere versie van Elasticsearch, of zet ELASTICSEARCH_ALLOW_VERSION op dit nummer als je het zelf wilt proberen.'
      )
  }
  return versions
}
