/** FACT-7, FACT-13: what all are asked about an inquiry and about a figure in the text, and what stands at the table where all have said yes. */

import {
  type Act,
  type ItemFields,
  type ItemId,
  type RegisterItem,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import { newId } from '../../process/id.ts'
import { questionThatPut } from '../assent/about.ts'
import type { QuestionDraft } from '../assent/asking.ts'

type PutAct = Extract<Act, { readonly kind: 'item.put' }>

/** Undefined while not all have said yes to it. What it inquires into is named where the table has it. */
export function inquiryToPut(
  { desk, table }: { readonly desk: RoomState; readonly table: RoomState },
  inquiry: RegisterItem,
): PutAct | undefined {
  const plan = questionThatPut(desk, inquiry.item)
  const asked = plan?.content.thing
  if (plan === undefined || asked === undefined) return undefined
  const { matter } = standingOf(inquiry).fields
  const isThere = typeof matter === 'string' && table.items[matter as ItemId]?.register === 'matter'
  const fields: ItemFields = {
    ...Object.fromEntries(Object.entries(asked.fields).filter(([name]) => name !== 'matter')),
    ...(isThere ? { matter } : {}),
    agreedIn: plan.content.nonce,
  }
  return { kind: 'item.put', item: newId<ItemId>(), register: 'inquiry', rev: 1, fields }
}

/** Where the inquiry that was drafted at the desk stands at the table, once it does. */
export const inquiryAtTable = (
  { desk, table }: { readonly desk: RoomState; readonly table: RoomState },
  inquiry: RegisterItem,
): RegisterItem | undefined => {
  const nonce = questionThatPut(desk, inquiry.item)?.content.nonce
  return Object.values(table.items).find(
    thing =>
      thing.register === 'inquiry' && standingOf(thing).fields['agreedIn'] === nonce && nonce !== undefined,
  )
}

/** Whether the text may go on with a figure of the table: all are asked about this very version. */
export function draftOfUseIn(
  room: RoomState | undefined,
  id: ItemId,
): ReturnType<typeof draftOfUse> | undefined {
  const figure = room?.items[id]
  return figure?.register === 'version' ? draftOfUse(figure) : undefined
}

export const draftOfUse = (version: RegisterItem): Required<Pick<QuestionDraft, 'kind' | 'thing'>> => ({
  kind: 'proposal',
  thing: { register: version.register, fields: standingOf(version).fields },
})
