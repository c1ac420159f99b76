/** What a step asks of whom: of its owner, of who judges it, of those for whom it is done, of the mediators of a group. */

import type { PartyId } from '../../ids.ts'
import { standingOf } from '../../item/item.ts'
import type { Asking, Reader, RegisterRoom } from '../../item/register.ts'
import { isRecordedFor } from '../../room/in-whose-name.ts'
import { isMediator } from '../../room/roles.ts'
import type { Term } from '../../term/term.ts'
import { breachOf, isCertified, isPerformed, isStanding, saidOfStep } from './course.ts'
import { cureTermOf, dutyOf, groupOf, isGone } from './duty.ts'
import type { Step } from './fields.ts'

const say = (verb: string, by?: Term): Asking => ({ kind: 'say', verb, ...(by === undefined ? {} : { by }) })

/** Whoever reads as a party or a third party; the mediators for one that has no account, in its caucus. */
const partyOf = (reader: Reader, room: RegisterRoom): PartyId | undefined =>
  isMediator(reader) && isRecordedFor(room) ? room.party?.party : reader.party

export function stepAsks(step: Step, reader: Reader, room: RegisterRoom): readonly Asking[] {
  const party = partyOf(reader, room)
  if (room.kind === 'caucus') return party === undefined ? [] : readinessAsked(step, party, 'mediators')
  if (!isStanding(step, room)) return []
  if (party === undefined) return isMediator(reader) ? goAsked(step, room) : []
  return [
    ...(isGone(groupOf(step, room)) ? [] : readinessAsked(step, party, 'everyone')),
    ...ownerAsked(step, party, room),
    ...judgeAsked(step, party),
    ...answerAsked(step, party),
  ]
}

/** STEP-5 */
function readinessAsked(step: Step, party: PartyId, to: 'mediators' | 'everyone'): readonly Asking[] {
  const { readyTo, stepOwner } = standingOf(step).fields
  const isAsked = readyTo === to && stepOwner === party
  return isAsked && saidOfStep(step, 'step-ready', 'step-not-ready').length === 0 ? [say('step-ready')] : []
}

/** STEP-5: where all read who is ready, and all are. */
function goAsked(step: Step, room: RegisterRoom): readonly Asking[] {
  if (standingOf(step).fields.readyTo !== 'everyone' || saidOfStep(step, 'step-go').length > 0) return []
  const isReady = groupOf(step, room).every(each => saidOfStep(each, 'step-ready').length > 0)
  return isReady ? [say('step-go')] : []
}

function ownerAsked(step: Step, party: PartyId, room: RegisterRoom): readonly Asking[] {
  const { stepOwner, dueBy } = standingOf(step).fields
  if (stepOwner !== party) return []
  if (breachOf(step) === 'noticed') return [say('step-cured', cureTermOf(step))]
  const { kind } = dutyOf(step, room)
  return kind === 'day' || kind === 'disputed' || kind === 'open' ? [say('step-performed', dueBy)] : []
}

/** STEP-4: once its owner has said that it was done, again where it was done again or made good. */
function judgeAsked(step: Step, party: PartyId): readonly Asking[] {
  if (standingOf(step).fields.certifier !== party) return []
  const done = saidOfStep(step, 'step-performed', 'step-cured').at(-1)
  const judged = saidOfStep(step, 'certified', 'not-certified').at(-1)
  return done !== undefined && (judged === undefined || judged.position < done.position)
    ? [say('certified')]
    : []
}

function answerAsked(step: Step, party: PartyId): readonly Asking[] {
  const { beneficiaries, certifiedBy } = standingOf(step).fields
  if (!beneficiaries.includes(party)) return []
  const isDone = certifiedBy === undefined ? isPerformed(step) : isCertified(step)
  const isAnswered = saidOfStep(step, 'step-accepted', 'step-contested').some(({ voice }) => voice === party)
  return isDone && !isAnswered ? [say('step-accepted')] : []
}
