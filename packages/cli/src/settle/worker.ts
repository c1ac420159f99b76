/** The computation, off the main thread, so that the terminal stays responsive and can stop it. */

import { parentPort, workerData } from 'node:worker_threads'
import { compute, type Task } from './tasks.ts'

const port = parentPort
if (port === null) throw new Error('this file runs in a worker thread')

const value = await compute(workerData as Task, progress => {
  port.postMessage({ kind: 'progress', progress })
})
port.postMessage({ kind: 'done', value })
