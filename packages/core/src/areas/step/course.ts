/** What was said of a step. */

import type { PartyId } from '../../ids.ts'
import { standingOf } from '../../item/item.ts'
import { type CountingMark, countingMarks, type RegisterRoom } from '../../item/register.ts'
import type { Step } from './fields.ts'
import { stepVerbs } from './verbs.ts'

type StepVerb = keyof typeof stepVerbs

/** What counts of what was said of it, with these words. */
export const saidOfStep = (step: Step, ...verbs: readonly StepVerb[]): readonly CountingMark[] =>
  countingMarks({ verbs: stepVerbs }, step).filter(({ verb }) => verbs.some(each => each === verb))

export const isSaid = (step: Step, verb: StepVerb): boolean => saidOfStep(step, verb).length > 0

export const isPerformed = (step: Step): boolean => isSaid(step, 'step-performed')
export const isCertified = (step: Step): boolean => isSaid(step, 'certified')

/** STEP-13: what all said yes to, or what a text says that they share; a plan at the desk is none. */
export const isStanding = (step: Step, { kind }: Pick<RegisterRoom, 'kind'>): boolean =>
  kind === 'table' || kind === 'group' || isSaid(step, 'step-agreed')

/** STEP-9: by each of those for whom it is done, not by one alone. */
export function isWaived(step: Step): boolean {
  const voices = new Set(saidOfStep(step, 'step-waived').map(({ voice }) => voice))
  return standingOf(step).fields.beneficiaries.every(party => voices.has(party))
}

/** Who has not waived it yet. */
export function notWaivedBy(step: Step): readonly PartyId[] {
  const voices = new Set(saidOfStep(step, 'step-waived').map(({ voice }) => voice))
  return standingOf(step).fields.beneficiaries.filter(party => !voices.has(party))
}

/** What the mediators, or its owner, have said last of whether it is in force. */
export function forceOf(step: Step): 'step-suspended' | 'step-restored' | 'step-overtaken' | undefined {
  const verb = saidOfStep(step, 'step-suspended', 'step-restored', 'step-overtaken').at(-1)?.verb
  return verb === 'step-suspended' || verb === 'step-restored' || verb === 'step-overtaken' ? verb : undefined
}

/** STEP-10: notices that stand, and whether what they name has been made good since: where somebody judges it, certified again. */
export function breachOf(step: Step): 'none' | 'noticed' | 'cured' {
  const last = saidOfStep(step, 'breach-noticed').at(-1)
  if (last === undefined) return 'none'
  const cured = saidOfStep(step, 'step-cured').find(({ position }) => position > last.position)
  if (cured === undefined) return 'noticed'
  const needsCertificate = standingOf(step).fields.certifiedBy !== undefined
  const isJudged = saidOfStep(step, 'certified').some(({ position }) => position > cured.position)
  return needsCertificate && !isJudged ? 'noticed' : 'cured'
}
