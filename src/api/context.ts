import type { FastifyInstance, FastifyRequest, RawServerDefault, FastifyBaseLogger } from 'fastify'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Policy } from '../access/policy.ts'
import type { AuditEvent } from '../audit/events.ts'
import type { Actor, Tenant } from '../domain/tenant.ts'
import type { ImportRun, Release } from '../domain/import.ts'
import type { Moment } from '../domain/moment.ts'
import type { CursorSeal } from '../match/cursor.ts'
import type { Engine } from '../match/engine.ts'
import type { FindContext } from '../match/find.ts'
import type { Reverse } from '../match/reverse.ts'
import type { AuditLog } from '../audit/log.ts'
import type { CandidateStore, Store, StoredKey } from '../store/store.ts'
import type { ProblemSlug } from './problem.ts'

/** How the API starts an import without knowing the feed's insides; given by `app.ts`. */
export interface ImportStarter {
  readonly formats: ReadonlyArray<{ readonly id: string; readonly label: string }>
  /** An upload ends with an error at this size. */
  readonly maxBytes: number
  /** Gives a run with reason `source-busy` while another upload or import of the source goes on. */
  start(upload: {
    readonly body: NodeJS.ReadableStream
    readonly name: string
    readonly source: string
    readonly format: string | undefined
    readonly mode: 'full' | 'delta' | undefined
    readonly day: string | undefined
    /** Guards a person lets the run pass, and why. */
    readonly accept: Release | undefined
  }): Promise<ImportRun>
}

export interface ReindexStatus {
  readonly running: boolean
  readonly checked: number
  readonly changed: number
  readonly startedAt: string | null
  readonly endedAt: string | null
  readonly failed: boolean
}

export interface ApiContext {
  readonly engine: Engine
  readonly store: Store
  readonly seal: CursorSeal
  readonly now: () => Moment
  readonly localKeys: ReadonlyMap<string, StoredKey>
  readonly imports: ImportStarter
  /** Starts a reindex unless one runs; gives its state. */
  readonly reindex: { start(): ReindexStatus; status(): ReindexStatus }
  readonly metrics: {
    text(): Promise<{ readonly type: string; readonly body: string }>
    /** A request that was answered; `route` is the pattern, never the address. */
    request(method: string, route: string, status: number, ms: number): void
  }
  /** Score and reason of a hit differ: an error line with ids only, and a counter. */
  readonly mismatch: (vacancyId: string, scored: number, explained: number) => void
  bureau(tenant: Tenant): { readonly candidates: CandidateStore; readonly reverse: Reverse; readonly audit: AuditLog }
}

export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>

/** One file in `routes/`: the routes of one resource. */
export type Routes = (app: App, context: ApiContext) => void

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call it; missing stops the start. */
    policy?: Policy
    /** The audit event it writes, or false; missing stops the start. */
    audit?: AuditEvent | false
    /** Problems only this route has; the others follow from its policy, address, body and headers (`declared.ts`). */
    problems?: readonly ProblemSlug[]
  }
  interface FastifyRequest {
    actor: Actor | null
    problem: string | null
  }
}

/** The caller of a route with a policy of roles. */
export function actorOf(request: FastifyRequest): Actor {
  if (request.actor === null) throw new Error('route without a caller')
  return request.actor
}

/** What find needs, bound to the caller's bureau. */
export const findContext = (context: ApiContext, actor: Actor): FindContext => ({
  engine: context.engine,
  seal: context.seal,
  tenant: actor.tenant,
  report: context.mismatch
})
