/** What a worker can be asked to compute. Tasks and answers are plain data, so that they cross threads. */

import {
  type Improvement,
  improveWithSolver,
  loadHighs,
  type Package,
  type Problem,
  type Progress,
  type Reason,
  type Robustness,
  robustness,
  type Settlement,
  type SettleOptions,
  type SolveMilp,
  settleWithSolver,
} from '@goodoffices/settlement'

export type Choices = Pick<SettleOptions, 'reservation' | 'frontier'>

export type Task =
  | { readonly kind: 'settle'; readonly problem: Problem; readonly choices: Choices }
  | { readonly kind: 'improve'; readonly problem: Problem; readonly from: Package; readonly choices: Choices }

/** Robustness only where the file states ranges of weights, and utilities are not cut at a ceiling. */
export type Settled = { readonly settlement: Settlement; readonly robustness?: Robustness }

export type Message =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'undecided'; readonly reason: Reason }

export type Answer<T extends Task> = T extends { kind: 'settle' } ? Settled : Improvement

export async function compute(
  task: Task,
  onProgress: (progress: Progress) => void,
): Promise<Settled | Improvement> {
  const options: SettleOptions = {
    ...task.choices,
    progress: progress => {
      onProgress(progress)
      return false
    },
  }
  // Loaded only when a problem needs it; it blocks this thread, which is why this thread is a worker.
  let solver: Promise<SolveMilp> | undefined
  const solveMilp: SolveMilp = async request => {
    solver ??= loadHighs(undefined, ({ seconds, gap }) => {
      const margin = gap === undefined ? '' : `, within ${(gap * 100).toFixed(1)} %`
      onProgress({ step: `solving${margin}`, done: Math.round(seconds), of: Math.ceil(seconds) })
    })
    return (await solver)(request)
  }
  switch (task.kind) {
    case 'settle': {
      const settlement = await settleWithSolver(task.problem, { ...options, solveMilp })
      const canEnumerate = settlement.frontierGuarantee.kind === 'exact'
      const hasRanges = task.problem.parties.some(party => party.weightRanges !== undefined)
      const isCut = task.problem.parties.some(party => party.ceiling !== undefined)
      if (!hasRanges || !canEnumerate || isCut || !settlement.zoneOfAgreement) return { settlement }
      return { settlement, robustness: robustness(task.problem, options) }
    }
    case 'improve':
      return improveWithSolver(task.problem, task.from, { ...options, solveMilp })
    default:
      return task satisfies never
  }
}
