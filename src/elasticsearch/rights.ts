import { randomUUID } from 'node:crypto'
import type { Connection } from './client.ts'
import { faulting } from './errors.ts'

export const ROLE = 'passendwerk'

interface Rights {
  readonly cluster: readonly string[]
  readonly indices: ReadonlyArray<{ readonly names: readonly string[]; readonly privileges: readonly string[] }>
}

/**
 * What the service needs and no more: the version of the nodes (`monitor`), and everything on the indices that begin with our
 * prefix, because it makes, fills, names and sweeps them. No other index, no users, no settings of the cluster.
 */
export const rightsOf = (prefix: string): Rights => ({
  cluster: ['monitor'],
  indices: [{ names: [`${prefix}-*`], privileges: ['manage', 'read', 'write'] }]
})

/** The requests an administrator can send by hand instead of `es setup`. */
export function requestsOf(prefix: string): string {
  const body = rightsOf(prefix)
  const key = { name: `${prefix}-service`, role_descriptors: { [ROLE]: { cluster: body.cluster, index: body.indices } } }
  const show = (method: string, path: string, content: object): string => `${method} ${path}\n${JSON.stringify(content, null, 2)}`
  return [show('PUT', `/_security/role/${prefix}`, body), '', show('POST', '/_security/api_key', key)].join('\n')
}

/** Makes or renews the role and gives a new API key with just those rights, as the header wants it. For an administrator's connection. */
export async function makeKeyOf({ client, prefix }: Connection): Promise<string> {
  const { cluster, indices } = rightsOf(prefix)
  const index = indices.map(i => ({ names: [...i.names], privileges: [...i.privileges] }))
  await faulting(async () => await client.security.putRole({ name: prefix, cluster: [...cluster] as never, indices: index }))
  const made = await faulting(
    async () =>
      await client.security.createApiKey({
        name: `${prefix}-service-${randomUUID().slice(0, 8)}`,
        role_descriptors: { [ROLE]: { cluster: [...cluster] as never, indices: index } }
      })
  )
  return made.encoded
}
