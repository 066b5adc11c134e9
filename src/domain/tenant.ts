import { z } from 'zod'

/** A re-integration bureau, customer of the product. */
export const TenantSchema = z.string().regex(/^[a-z0-9-]{1,30}$/)
export type Tenant = z.infer<typeof TenantSchema>

/** Who may do what (`tweede-spoor.md` 7). `import` is a machine that delivers vacancies. */
export const RoleSchema = z.enum(['arbeidsdeskundige', 'consulent', 'jobhunter', 'beheerder', 'import'])
export type Role = z.infer<typeof RoleSchema>

/** Who calls, after access has checked the key. `keyId` is public and names the key in the audit log. */
export interface Actor {
  readonly tenant: Tenant
  readonly role: Role
  readonly keyId: string
}
