/** What a worker can be asked to compute. Tasks and answers are plain data, so that they cross threads. */

import {
  type Improvement,
  improve,
  type Package,
  type Problem,
  type Progress,
  type Robustness,
  robustness,
  type Settlement,
  type SettleOptions,
  settle,
} from '@goodoffices/settlement'

export type Choices = Pick<SettleOptions, 'reservation' | 'frontier'>

export type Task =
  | { readonly kind: 'settle'; readonly problem: Problem; readonly choices: Choices }
  | { readonly kind: 'improve'; readonly problem: Problem; readonly from: Package; readonly choices: Choices }

/** Robustness only where the file states ranges of weights. */
export type Settled = { readonly settlement: Settlement; readonly robustness?: Robustness }

export type Answer<T extends Task> = T extends { kind: 'settle' } ? Settled : Improvement

export function compute(task: Task, onProgress: (progress: Progress) => void): Settled | Improvement {
  const options: SettleOptions = {
    ...task.choices,
    progress: progress => {
      onProgress(progress)
      return false
    },
  }
  switch (task.kind) {
    case 'settle': {
      const settlement = settle(task.problem, options)
      const hasRanges = task.problem.parties.some(party => party.weightRanges !== undefined)
      if (!hasRanges || !settlement.zoneOfAgreement) return { settlement }
      return { settlement, robustness: robustness(task.problem, options) }
    }
    case 'improve':
      return improve(task.problem, task.from, options)
    default:
      return task satisfies never
  }
}
