/** What a step stands as. No clock is asked: that a day has passed is for whoever looks. */

import { standingOf } from '../../item/item.ts'
import type { RegisterRoom } from '../../item/register.ts'
import {
  breachOf,
  forceOf,
  isCertified,
  isPerformed,
  isSaid,
  isStanding,
  isWaived,
  saidOfStep,
} from './course.ts'
import { dutyOf } from './duty.ts'
import type { Step } from './fields.ts'

type Standing =
  | 'step-planned'
  | 'step-together'
  | 'step-waiting'
  | 'step-open'
  | 'step-due'
  | 'step-dated-twice'
  | 'step-performed'
  | 'step-certified'
  | 'step-not-certified'
  | 'step-contested'
  | 'step-done'
  | 'step-waived'
  | 'step-in-cure'
  | 'step-cured'
  | 'step-suspended'
  | 'step-overtaken'

/** The last of what matters most: what ends it, what is contested, what was certified, what was done, and only then its day. */
export function courseOfStep(
  step: Step,
  room: RegisterRoom,
): { readonly standing: Standing; readonly count?: number } {
  const force = forceOf(step)
  if (force === 'step-overtaken' || force === 'step-suspended') return { standing: force }
  if (isWaived(step)) return { standing: 'step-waived' }
  const breach = breachOf(step)
  if (breach === 'noticed')
    return { standing: 'step-in-cure', count: saidOfStep(step, 'breach-noticed').length }
  if (isSaid(step, 'step-contested')) return { standing: 'step-contested' }
  if (isSaid(step, 'not-certified')) return { standing: 'step-not-certified' }
  if (breach === 'cured') return { standing: 'step-cured' }
  const { beneficiaries, certifiedBy, everyCount } = standingOf(step).fields
  const accepted = new Set(saidOfStep(step, 'step-accepted').map(({ voice }) => voice))
  if (isPerformed(step) && beneficiaries.every(party => accepted.has(party)))
    return certifiedBy === undefined || isCertified(step)
      ? { standing: 'step-done' }
      : { standing: 'step-performed' }
  if (isCertified(step)) return { standing: 'step-certified' }
  if (isPerformed(step) && everyCount === undefined) return { standing: 'step-performed' }
  return isStanding(step, room) ? dueStanding(step, room) : { standing: 'step-planned' }
}

function dueStanding(step: Step, room: RegisterRoom): { readonly standing: Standing } {
  const duty = dutyOf(step, room)
  switch (duty.kind) {
    case 'together':
      return { standing: 'step-together' }
    case 'day':
      return { standing: 'step-due' }
    case 'disputed':
      return { standing: 'step-dated-twice' }
    case 'open':
      return { standing: 'step-open' }
    case 'over':
    case 'waiting':
    case 'loop':
      return { standing: 'step-waiting' }
    default:
      return duty satisfies never
  }
}
