/** A question about a thing of the desk: where all say yes it is put in every caucus, or said anew there. */

import {
  findRegister,
  type ItemId,
  type QuestionPlan,
  type RegisterItem,
  type RoomState,
  standingOf,
  thingIdOf,
} from '@goodoffices/core'
import type { QuestionDraft } from './asking.ts'

/** The last question by which a thing of the desk came to stand where all were asked. */
export const questionThatPut = (desk: RoomState, item: ItemId): QuestionPlan | undefined =>
  Object.values(desk.questionPlans)
    .filter(plan => plan.closed?.match === true && thingIdOf(desk, plan) === item)
    .at(-1)

/**
 * What a draft says of it. ASNT-29: what it belongs to has another id in every room, and is named by the question that put it there; where
 * none did, nobody else knows it, and it is left out.
 */
export function draftAbout(
  desk: RoomState,
  thing: RegisterItem,
): Pick<QuestionDraft, 'item' | 'thing' | 'anew' | 'concerning'> {
  const { item, register } = thing
  const { fields } = standingOf(thing)
  const before = questionThatPut(desk, item)
  const field = findRegister(register)?.belongsTo
  const belongs = field === undefined ? undefined : fields[field]
  const concerned = typeof belongs === 'string' ? questionThatPut(desk, belongs as ItemId) : undefined
  return {
    item,
    thing: {
      register,
      fields: Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field)),
    },
    ...(before === undefined ? {} : { anew: before.content.nonce }),
    ...(concerned === undefined ? {} : { concerning: concerned.content.nonce }),
  }
}
