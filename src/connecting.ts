import type { Config } from './config.ts'
import { connect, type Connection } from './elasticsearch/client.ts'
import type { Metrics } from './metrics.ts'

/** The connection to Elasticsearch the settings ask for; undefined when neither engine nor store uses it. Nothing is sent yet. */
export function connectionOf({ engine, elasticsearch }: Config, metrics?: Metrics): Connection | undefined {
  if (engine !== 'elasticsearch' || elasticsearch === undefined) return undefined
  return connect({
    ...elasticsearch,
    ...(metrics === undefined
      ? {}
      : {
          meter: {
            retried: () => {
              metrics.retried()
            },
            queued: documents => {
              metrics.queued(documents)
            }
          }
        })
  })
}
