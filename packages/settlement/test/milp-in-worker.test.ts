import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import {
  Cancelled,
  connectMilp,
  type MilpProgress,
  type Problem,
  rational,
  settleWithSolver,
  toText,
} from '../src/index.ts'

function startWorker(progress?: (at: MilpProgress) => void) {
  const worker = new Worker(new URL('./milp-worker.ts', import.meta.url))
  const port = {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
    postMessage: (message: unknown): void => worker.postMessage(message),
    onMessage: (listen: (message: unknown) => void): void => void worker.on('message', listen),
  }
  return { worker, ...connectMilp(port, progress) }
}

/** Issues all tied together by one rule: at most half of them may go to the first option. */
function coupled(issues: number): Problem {
  const party = (name: string, seed: number) => ({
    name,
    weights: Array.from({ length: issues }, (_, i) => rational(1 + ((i * seed) % 7))),
    values: Array.from({ length: issues }, (_, i) => ({
      kind: 'table' as const,
      values: Array.from({ length: 4 }, (_, o) => rational((o * seed * (i + 3) + i) % 11)),
    })),
    bonuses: [],
    reservation: rational(0),
    redLines: [],
    entitlement: rational(1),
  })
  return {
    title: 'coupled',
    issues: Array.from({ length: issues }, (_, i) => ({
      kind: 'discrete',
      name: `issue ${i}`,
      options: ['a', 'b', 'c', 'd'],
    })),
    parties: [party('A', 3), party('B', 5)],
    constraints: [
      {
        kind: 'at-most',
        id: 'half',
        sentence: 'at most half of the issues settle on their first two options',
        count: Math.floor(issues / 2),
        of: Array.from({ length: issues }, (_, issue) => [{ kind: 'options', issue, options: [0, 1] }]),
      },
    ],
    remarks: [],
  }
}

test('SET-16: a worker solves what cannot be enumerated, and its answer equals the enumerated one', async () => {
  const { worker, solve } = startWorker()
  try {
    const small = coupled(6)
    const exact = await settleWithSolver(small, { solveMilp: solve })
    const limits = { coupledPackagesMax: 100, contextsMax: 0 }
    const solved = await settleWithSolver(small, { solveMilp: solve, limits })
    for (const name of ['nash', 'egalitarian', 'utilitarian', 'kalaiSmorodinsky'] as const) {
      expect(toText(solved.solutions[name]?.value ?? rational(0))).toBe(
        toText(exact.solutions[name]?.value ?? rational(1)),
      )
    }
    const large = await settleWithSolver(coupled(14), { solveMilp: solve, frontier: 'none', limits })
    expect(large.outcomes).toBe(4n ** 14n)
    expect(large.certificate.checks.every(check => check.passed)).toBe(true)
  } finally {
    await worker.terminate()
  }
})

test('SET-16: progress can cancel between programs, and ending the worker rejects what is outstanding', async () => {
  const { worker, solve, fail } = startWorker()
  const stopped = settleWithSolver(coupled(14), {
    solveMilp: solve,
    limits: { coupledPackagesMax: 100, contextsMax: 0 },
    progress: ({ step }) => step === 'sum',
  })
  await expect(stopped).rejects.toThrow(Cancelled)
  const outstanding = solve({ lp: 'nonsense that is never answered', secondsMax: 1 })
  fail(new Cancelled('the worker was ended'))
  await expect(outstanding).rejects.toThrow(Cancelled)
  await worker.terminate()
})
