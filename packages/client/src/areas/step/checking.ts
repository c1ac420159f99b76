/** What a mediator's device asks of other rooms before an agreed step stands among the sides, and before a group is told to go (decision 8). */

import { groupOf, type RoomState, type Step, saidOfStep, standingOf } from '@goodoffices/core'
import { fail, ok } from '../../result.ts'
import type { GoesWith } from '../area.ts'
import { deskOfMediator, isAssented } from '../assent/assented.ts'

/** STEP-13: a step that names a question stands in the words to which all have said yes in it. */
export const puttingStep: GoesWith = about => {
  const { act } = about.step
  if (act.kind !== 'item.put' || act.register !== 'step') return ok([])
  const { agreedIn } = act.fields
  const desk = deskOfMediator(about)
  if (desk === undefined || agreedIn === undefined) return ok([])
  const isRight = desk !== 'none' && isAssented(desk, 'step', act.fields, agreedIn)
  return isRight ? ok([]) : fail('step-not-assented')
}

/** STEP-5: the word to go is said where each of the group has said that it is ready, here or in its own caucus. */
export const goingTogether: GoesWith = about => {
  const { act } = about.step
  if (act.kind !== 'item.mark' || act.verb !== 'step-go') return ok([])
  const step = about.room.items[act.item]
  if (step?.register !== 'step' || deskOfMediator(about) === undefined) return ok([])
  const group = groupOf(step as unknown as Step, about.room)
  return group.every(each => isReady(each, about.rooms())) ? ok([]) : fail('group-not-ready')
}

/** A body that is none of the room says nothing in a caucus: for it the word to go is the mediators' own. */
function isReady(step: Step, rooms: readonly RoomState[]): boolean {
  const { readyTo, stepOwner } = standingOf(step).fields
  if (readyTo !== 'mediators') return saidOfStep(step, 'step-ready').length > 0
  if (stepOwner === undefined) return true
  const own = rooms.find(({ kind, party }) => kind === 'caucus' && party?.party === stepOwner)?.items[
    step.item
  ]
  return own?.register === 'step' && saidOfStep(own as unknown as Step, 'step-ready').length > 0
}
