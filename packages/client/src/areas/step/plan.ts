/** How a step that was planned at the desk comes to the sides: asked of all, put in each caucus, and put at the table. */

import { type Act, type RegisterItem, type RoomState, type Step, standingOf } from '@goodoffices/core'
import { questionThatPut } from '../assent/about.ts'

type PutAct = Extract<Act, { readonly kind: 'item.put' }>

/** It bears one id everywhere, so that what names it names the same in every room. */
const putAs = (room: RoomState, { item }: Pick<RegisterItem, 'item'>, fields: PutAct['fields']): PutAct => ({
  kind: 'item.put',
  item,
  register: 'step',
  rev: (room.items[item]?.revisions.length ?? 0) + 1,
  fields,
})

/** STEP-13: at the table, with the question in which all said yes; undefined where none was, and no text says so either. */
export function stepToPut(
  { desk, table }: { readonly desk: RoomState; readonly table: RoomState },
  step: Step,
): PutAct | undefined {
  const plan = questionThatPut(desk, step.item)
  const asked = plan?.content.thing
  if (plan !== undefined && asked !== undefined)
    return putAs(table, step, { ...asked.fields, agreedIn: plan.content.nonce })
  const { fields } = standingOf(step)
  return fields.clause === undefined ? undefined : putAs(table, step, fields)
}

/** In a side's own caucus, where it says whether it is ready. */
export const stepInCaucus = (caucus: RoomState, step: Step): PutAct =>
  putAs(caucus, step, standingOf(step).fields)
