import { z } from 'zod'
import { AUDIT, readsWholeAudit, type Policy } from '../../access/policy.ts'
import { AUDIT_EVENTS } from '../../audit/events.ts'
import { AuditRecordSchema, ChainCheckSchema, type AuditRecord } from '../../domain/audit.ts'
import { CandidateIdSchema } from '../../domain/candidate.ts'
import { DaySchema } from '../../domain/moment.ts'
import type { Actor } from '../../domain/tenant.ts'
import { actorOf, type ApiContext, type Routes } from '../context.ts'
import { Problem } from '../problem.ts'

const ADMIN: Policy = { roles: ['beheerder'] }
const { seq, at, event, role, subject, result, rules } = AuditRecordSchema.shape

/** One line of the log as its readers see it (`Log`): codes and hashes, no content of a record. */
const LineSchema = z
  .strictObject({
    seq,
    at,
    event,
    /** The event in words. */
    what: z.string(),
    /** The key that did it; its label is null when it was no stored key (command line, demo). */
    by: z.strictObject({ key: z.string(), label: z.string().nullable(), role }),
    subject,
    result,
    rules
  })
  .meta({ id: 'AuditLine' })

const words: Readonly<Record<string, string>> = AUDIT_EVENTS

const lineOf = (r: AuditRecord, labels: ReadonlyMap<string, string>): z.infer<typeof LineSchema> => ({
  seq: r.seq,
  at: r.at,
  event: r.event,
  what: words[r.event] ?? r.event,
  by: { key: r.actor, label: labels.get(r.actor) ?? null, role: r.role },
  subject: r.subject,
  result: r.result,
  rules: r.rules
})

/** What the keys of a bureau are called, revoked ones too. */
async function labelsOf(context: ApiContext, { tenant }: Actor): Promise<ReadonlyMap<string, string>> {
  const local = [...context.localKeys.values()].filter(k => k.tenant === tenant)
  return new Map([...local, ...(await context.store.keys.list(tenant))].map(k => [k.id, k.label]))
}

/** The audit log of the own bureau: who did what when, and whether it is whole. */
export const audit: Routes = (app, context) => {
  app.get(
    '/audit',
    {
      config: { policy: AUDIT, audit: 'audit.read' },
      schema: {
        summary: 'Logboek: wie deed wat wanneer, het nieuwste eerst',
        description: 'Een beheerder leest het hele logboek, een arbeidsdeskundige dat van één kandidaat. Ook van een gewiste kandidaat blijft het.',
        tags: ['beheer'],
        querystring: z.strictObject({
          candidate: CandidateIdSchema.optional(),
          since: DaySchema.optional().describe('Vanaf deze dag (Nederlandse tijd)'),
          before: z.coerce.number().int().min(1).optional().describe('Alleen regels van voor dit nummer: de vorige next'),
          size: z.coerce.number().int().min(1).max(1000).default(50)
        }),
        response: { 200: z.strictObject({ items: z.array(LineSchema), total: z.int(), next: z.int().nullable(), unread: z.int() }) }
      }
    },
    async request => {
      const actor = actorOf(request)
      const { candidate } = request.query
      if (candidate === undefined && !readsWholeAudit(actor.role))
        throw new Problem('geen-toegang', [], 'Het hele logboek is voor een beheerder. Noem een kandidaat.')
      const log = context.bureau(actor.tenant).audit
      const page = await log.read(request.query)
      // Who looked at whom is told of people too, so looking at it is an event. No event, no answer.
      await log.write('audit.read', actor, context.now().instant, candidate ?? null)
      const labels = await labelsOf(context, actor)
      return { ...page, items: page.items.map(r => lineOf(r, labels)) }
    }
  )

  app.get(
    '/audit/verify',
    {
      config: { policy: ADMIN, audit: false },
      schema: { summary: 'Klopt het logboek: is elke regel zoals hij geschreven is', tags: ['beheer'], response: { 200: ChainCheckSchema } }
    },
    async request => await context.bureau(actorOf(request).tenant).audit.verify()
  )
}
