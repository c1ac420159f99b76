import { rational } from './rational.ts'
import { Cancelled, type Limits, type SettleOptions } from './settlement.ts'

export const defaultLimits: Limits = {
  coupledPackagesMax: 1_000_000,
  pointsMax: 1_000_000,
  workMax: 40_000_000,
  tiesListedMax: 10_000,
  continuousStepsMax: 64,
}

export const defaultEpsilon = rational(1, 100)

export function limitsOf(options: SettleOptions): Limits {
  return { ...defaultLimits, ...options.limits }
}

/** Reports a step; throws `Cancelled` when the caller asks to stop. */
export function report(options: SettleOptions, step: string, done: number, of: number): void {
  if (options.progress?.({ step, done, of }) === true) throw new Cancelled(`stopped before: ${step}`)
}
