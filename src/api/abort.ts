import type { FastifyRequest } from 'fastify'

/** A signal that fires when the caller goes away: the search stops, not only the reply. */
export function abortOf (request: FastifyRequest): AbortSignal {
  const controller = new AbortController()
  request.raw.once('close', () => { if (request.raw.destroyed && !request.raw.complete) controller.abort() })
  request.raw.socket.once('close', () => { controller.abort() })
  return controller.signal
}
