import { z } from 'zod'
import { makeKey } from '../../access/key.ts'
import type { Policy } from '../../access/policy.ts'
import { RoleSchema } from '../../domain/tenant.ts'
import type { StoredKey } from '../../store/store.ts'
import { actorOf, type Routes } from '../context.ts'
import { screen } from '../intake.ts'
import { Problem } from '../problem.ts'

const ADMIN: Policy = { roles: ['beheerder'] }
const KeySchema = z
  .strictObject({
    id: z.string(),
    role: RoleSchema,
    label: z.string(),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    revokedAt: z.string().nullable()
  })
  .meta({ id: 'ApiKey' })

const isValid = ({ revokedAt, expiresAt }: StoredKey, at: string): boolean => revokedAt === null && (expiresAt === null || expiresAt > at)

/** API keys of the own bureau: made, listed and revoked by its beheerder. A secret is shown once and stored as a hash. */
export const keys: Routes = (app, context) => {
  app.post(
    '/keys',
    {
      config: { policy: ADMIN, audit: 'key.created', problems: ['diagnose-niet-toegestaan'] },
      schema: {
        summary: 'Sleutel maken; het geheim is alleen in dit antwoord te zien',
        tags: ['beheer'],
        body: z.strictObject({ role: RoleSchema, label: z.string().min(1).max(60), expiresAt: z.iso.datetime().nullable().default(null) }),
        response: { 201: z.strictObject({ key: KeySchema, secret: z.string() }) }
      }
    },
    async (request, reply) => {
      screen({ label: request.body.label })
      const actor = actorOf(request)
      const at = context.now().instant
      const { secret, stored } = makeKey(actor.tenant, request.body.role, request.body.label, at, request.body.expiresAt)
      await context.store.keys.add(stored)
      await context.bureau(actor.tenant).audit.write('key.created', actor, at, stored.id)
      const { hash: _hash, tenant: _tenant, ...shown } = stored
      return await reply.code(201).send({ key: shown, secret })
    }
  )

  app.get(
    '/keys',
    {
      config: { policy: ADMIN, audit: false },
      schema: { summary: 'Sleutels van het eigen bureau', tags: ['beheer'], response: { 200: z.strictObject({ items: z.array(KeySchema) }) } }
    },
    async request => ({
      items: (await context.store.keys.list(actorOf(request).tenant)).map(({ hash: _hash, tenant: _tenant, ...shown }) => shown)
    })
  )

  app.delete(
    '/keys/:id',
    {
      config: { policy: ADMIN, audit: 'key.revoked', problems: ['laatste-beheerder'] },
      schema: {
        summary: 'Sleutel intrekken',
        tags: ['beheer'],
        params: z.strictObject({ id: z.string().regex(/^[0-9a-f]{12}$/) }),
        response: { 204: z.null() }
      }
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const at = context.now().instant
      const key = await context.store.keys.find(request.params.id)
      if (key === undefined || key.tenant !== actor.tenant || key.revokedAt !== null) throw new Problem('niet-gevonden')
      // Who revokes another's key still has one; who revokes the own one must leave one behind.
      if (key.id === actor.keyId && !(await context.store.keys.list(actor.tenant)).some(k => k.id !== key.id && k.role === 'beheerder' && isValid(k, at)))
        throw new Problem('laatste-beheerder')
      if (!(await context.store.keys.revoke(key.id, at))) throw new Problem('niet-gevonden')
      await context.bureau(actor.tenant).audit.write('key.revoked', actor, at, key.id)
      return await reply.code(204).send(null)
    }
  )
}
