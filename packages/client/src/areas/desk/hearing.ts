/** DESK-10: what a party said or put, of which nothing is to be carried. */

import {
  type EntryId,
  type MessageId,
  type OfferId,
  type Origin,
  type ProcessId,
  type RegisterItem,
  type RoomId,
  standingOf,
} from '@goodoffices/core'
import { deskOf } from '../../process/find.ts'
import { fail, type Result } from '../../result.ts'
import type { Session } from '../../session/session.ts'
import type { WaitItem } from '../../waiting/wait.ts'

/** What may be heard only: a message, a thing of a register, a conditional offer. */
export type Heard =
  | { readonly room: RoomId; readonly message: MessageId }
  | { readonly room: RoomId; readonly thing: RegisterItem }
  | { readonly room: RoomId; readonly offer: OfferId }

/** The same of what waits; undefined of what is answered or carried otherwise. */
export function heardOf(item: WaitItem): Heard | undefined {
  if (item.kind === 'heard') return { room: item.room.id, message: item.message.message }
  if (item.kind === 'put') return { room: item.room.id, thing: item.thing }
  return item.kind === 'offer' ? { room: item.room.id, offer: item.offer.offer } : undefined
}

function originOf(heard: Heard): Origin {
  if ('message' in heard) return { kind: 'passage', room: heard.room, passage: { message: heard.message } }
  if ('offer' in heard) return { kind: 'offer', room: heard.room, offer: heard.offer }
  const { item, revisions } = heard.thing
  return {
    kind: 'item',
    room: heard.room,
    item,
    rev: revisions.length,
    fields: Object.keys(standingOf(heard.thing).fields),
  }
}

/** Says at the desk that it was heard, with nothing to carry. Fails with `desk-only` where this member has no desk, and as the room refuses it. */
export async function hearOnly(
  session: Session,
  process: ProcessId,
  heard: Heard,
  note?: string,
): Promise<Result<EntryId>> {
  const desk = deskOf(session.engine, process)
  if (desk === undefined) return fail('desk-only')
  return session.act(desk.id, {
    kind: 'carry.hear',
    origin: originOf(heard),
    ...(note === undefined ? {} : { note }),
  })
}
