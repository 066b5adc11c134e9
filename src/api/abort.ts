import type { Socket } from 'node:net'
import type { FastifyRequest } from 'fastify'

/** One a connection: a listener for every request would pile up while the connection is kept alive. */
const signals = new WeakMap<Socket, AbortSignal>()

/** A signal that fires when the caller goes away: the search stops, not only the reply. */
export function abortOf(request: FastifyRequest): AbortSignal {
  const { socket } = request.raw
  const known = signals.get(socket)
  if (known !== undefined) return known
  const controller = new AbortController()
  socket.once('close', () => {
    controller.abort()
  })
  signals.set(socket, controller.signal)
  return controller.signal
}
