import type { RelayLimits } from './limits.ts'

/**
 * NOTE-7: when somebody is told of an envelope that came at `news`. Not at once, so that who is there has seen it first and is told of
 * nothing; after a while that is left to chance, unless they want none, so that the hour says little of who wrote when; and not within a
 * period of the last notice at the same address. `chance` is from 0 to 1.
 */
export function dueAt(
  at: {
    readonly news: number
    readonly told: number
    readonly periodMs: number
    readonly delayed: boolean
    readonly chance: number
  },
  limits: Pick<RelayLimits, 'noticeGraceMs' | 'noticeDelayMsMax'>,
): number {
  const delayMs = at.delayed ? Math.floor(at.chance * limits.noticeDelayMsMax) : 0
  return Math.max(at.news + limits.noticeGraceMs, at.told + at.periodMs) + delayMs
}
