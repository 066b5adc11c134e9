import type { Actor, Role } from '../domain/tenant.ts'

/** Who may call a route. A route without one stops the start (`reliability.md` 4, T02). */
export type Policy = { readonly public: true } | { readonly roles: readonly Role[] }

/** The case team of a candidate: may see limits, margins and reasons (`Full`). */
export const CASE_TEAM: Policy = { roles: ['arbeidsdeskundige', 'consulent', 'jobhunter'] }
/** Fills the intake and changes limits on record. */
export const INTAKE: Policy = { roles: ['arbeidsdeskundige'] }
/** Adds documents and profiles. */
export const PROFILE: Policy = { roles: ['arbeidsdeskundige', 'consulent'] }
/** Delivers and follows vacancies; sees no candidate. */
export const IMPORTS: Policy = { roles: ['beheerder', 'import', 'arbeidsdeskundige', 'consulent', 'jobhunter'] }
export const DELIVER: Policy = { roles: ['beheerder', 'import'] }
/** Lets a run pass a guard that would hold it: a person answers for that, no nightly job. */
export const ACCEPT: Policy = { roles: ['beheerder'] }
/** Reads the audit log; who is no beheerder only that of a candidate (`readsWholeAudit`). */
export const AUDIT: Policy = { roles: ['beheerder', 'arbeidsdeskundige'] }
export const ANYONE_WITH_KEY: Policy = { roles: ['arbeidsdeskundige', 'consulent', 'jobhunter', 'beheerder', 'import'] }
export const PUBLIC: Policy = { public: true }

export const mayCall = (policy: Policy, actor: Actor | undefined): boolean => 'public' in policy || (actor !== undefined && policy.roles.includes(actor.role))

/** Only the arbeidsdeskundige reads documents and a doctor's free text (`tweede-spoor.md` 7). */
export const seesDocuments = (role: Role): boolean => role === 'arbeidsdeskundige'

/** Who did what in the whole bureau is for who answers for the bureau; the arbeidsdeskundige answers for cases. */
export const readsWholeAudit = (role: Role): boolean => role === 'beheerder'
