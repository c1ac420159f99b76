/** The computation, off the main thread, so that the terminal stays responsive and can stop it. */

import { parentPort, workerData } from 'node:worker_threads'
import { Undecided } from '@goodoffices/settlement'
import { compute, type Message, type Task } from './tasks.ts'

const port = parentPort
if (port === null) throw new Error('this file runs in a worker thread')
const tell = (message: Message): void => port.postMessage(message)

try {
  tell({
    kind: 'done',
    value: await compute(workerData as Task, progress => tell({ kind: 'progress', progress })),
  })
} catch (error) {
  // An error loses what it carries on its way between threads.
  if (!(error instanceof Undecided)) throw error
  tell({ kind: 'undecided', reason: error.reason })
}
