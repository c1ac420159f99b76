/**
 * Runs a task: a small one in this thread, where it is over before a worker would have started (and Ctrl-C ends the
 * process as it ends any other); any other in a worker, with progress on a terminal's stderr and Ctrl-C to stop it.
 */

import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { countOutcomes, type Progress, Undecided } from '@goodoffices/settlement'
import type { Answer, Message, Task } from './tasks.ts'

/** Nothing is shown for what is over before anyone looks. */
const quietMs = 400

/** The person pressed Ctrl-C. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

/** Spaces of so many packages are gone through in a moment. */
const smallOutcomesMax = 20_000n
const smallPartiesMax = 8

function isSmall({ problem }: Task): boolean {
  const outcomes = countOutcomes(problem)
  return outcomes !== 'infinite' && outcomes <= smallOutcomesMax && problem.parties.length <= smallPartiesMax
}

export async function runTask<T extends Task>(task: T): Promise<Answer<T>> {
  if (!isSmall(task)) return runInWorker(task)
  const { compute } = await import('./tasks.ts')
  return (await compute(task, () => {})) as Answer<T>
}

function runInWorker<T extends Task>(task: T): Promise<Answer<T>> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer<T>>()
  // Beside this file, and with its extension: TypeScript in the repository, JavaScript in a bundle.
  const script = new URL(`./worker${extname(import.meta.url)}`, import.meta.url)
  const worker = new Worker(script, { workerData: task })
  const line = makeProgressLine()
  const stop = () => {
    reject(new Stopped('stopped'))
  }
  process.once('SIGINT', stop)
  worker.on('message', (message: Message) => {
    if (message.kind === 'progress') line.show(message.progress)
    else if (message.kind === 'done') resolve(message.value as Answer<T>)
    else reject(new Undecided(message.reason))
  })
  worker.on('error', reject)
  worker.on('exit', code => {
    reject(new Error(`the computation ended early (${code})`))
  })
  return promise.finally(async () => {
    line.clear()
    process.off('SIGINT', stop)
    await worker.terminate()
  })
}

function makeProgressLine() {
  const isTerminal = process.stderr.isTTY
  const start = performance.now()
  let shown = false
  return {
    show({ step, done, of }: Progress) {
      if (!isTerminal || performance.now() - start < quietMs) return
      shown = true
      process.stderr.write(`\r\u001b[2K${step} (${done} of ${of}); Ctrl-C stops`)
    },
    clear() {
      if (shown) process.stderr.write('\r\u001b[2K')
    },
  }
}
