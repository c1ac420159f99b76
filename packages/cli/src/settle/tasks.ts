/** What a worker can be asked to compute. Tasks and results are plain data, so that they cross threads. */

import {
  type Package,
  type Problem,
  type Progress,
  type Settlement,
  type SettleOptions,
  settle,
} from '@goodoffices/settlement'

export type Choices = Pick<SettleOptions, 'reservation' | 'frontier'>

export type Task =
  | { readonly kind: 'settle'; readonly problem: Problem; readonly choices: Choices }
  | { readonly kind: 'improve'; readonly problem: Problem; readonly from: Package; readonly choices: Choices }

export type Answer<T extends Task> = T extends { kind: 'settle' } ? Settlement : never

export async function compute(
  task: Task,
  onProgress: (progress: Progress) => void,
): Promise<{ value: unknown }> {
  const options = {
    ...task.choices,
    progress: (progress: Progress) => {
      onProgress(progress)
      return false
    },
  }
  return { value: settle(task.problem, options) }
}
