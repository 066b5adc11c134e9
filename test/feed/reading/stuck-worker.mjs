import { parentPort } from 'node:worker_threads'

// A thread that begins with a text and never comes back, as a rule that goes wild would.
parentPort.on('message', ({ id }) => {
  parentPort.postMessage({ id, begun: true }, [])
  for (;;);
})
parentPort.postMessage({ id: 0, harmless: 1 }, [])
