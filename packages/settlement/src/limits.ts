import { beatEvery, type Work } from './merge.ts'
import { rational } from './rational.ts'
import { Cancelled, type Limits, type SettleOptions } from './settlement.ts'

export const defaultLimits: Limits = {
  coupledPackagesMax: 1_000_000,
  contextsMax: 100_000,
  pointsMax: 1_000_000,
  workMax: 100_000_000,
  tiesListedMax: 10_000,
  continuousStepsMax: 64,
}

export const defaultEpsilon = rational(1, 100)

/** Limits with the caller's wish to watch and to stop. */
export type Budget = Limits & { readonly beat: () => void }

export function limitsOf(options: SettleOptions): Budget {
  let beats = 0
  return {
    ...defaultLimits,
    ...options.limits,
    beat: () => report(options, 'merging', ++beats, Number.POSITIVE_INFINITY),
  }
}

/** A fresh account of work, up to a share of the limit. */
export function openWork(budget: Budget, share = 1): Work {
  return { done: 0, max: budget.workMax * share, nextBeat: beatEvery, beat: budget.beat }
}

/** Reports a step; throws `Cancelled` when the caller asks to stop. */
export function report(options: SettleOptions, step: string, done: number, of: number): void {
  if (options.progress?.({ step, done, of }) === true) throw new Cancelled(`stopped before: ${step}`)
}
