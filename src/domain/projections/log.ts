import { z } from 'zod'

/** `Log`: what logs, metrics and traces may hold. No bodies, names, items, free text or addresses with ids in them. */
export const LogRequestSchema = z.strictObject({
  event: z.literal('request'),
  method: z.string(),
  route: z.string(),
  status: z.int(),
  ms: z.number(),
  tenant: z.string().nullable(),
  key: z.string().nullable(),
  problem: z.string().nullable()
})
export type LogRequest = z.infer<typeof LogRequestSchema>

export const toLog = (r: Omit<LogRequest, 'event'>): LogRequest => ({
  event: 'request',
  method: r.method,
  route: r.route,
  status: r.status,
  ms: r.ms,
  tenant: r.tenant,
  key: r.key,
  problem: r.problem
})
