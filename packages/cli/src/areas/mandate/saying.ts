/** What is said of a thing of this area in one word, by whoever may. */

import type { Act, RegisterItem, RoomState } from '@goodoffices/core'
import type { Work } from '../../member/work.ts'
import { findItem, findThing as findNamed } from '../../names/find.ts'
import { noted, type RecordFlags, readRecorded } from '../../names/words.ts'
import type { Answer } from '../../shell/define.ts'
import { type ReachFlags, sayChecked } from '../desk/reach.ts'
import { itemHandles } from '../item/handles.ts'
import { thingToJson, thingToText } from '../item/text.ts'

export type SayingFlags = RecordFlags &
  ReachFlags & { readonly note?: string; readonly of?: string; readonly evidence?: readonly string[] }

type Found = { readonly room: RoomState; readonly thing: RegisterItem }

/** A thing of one register that was typed, in the rooms of the talks. */
export function findThing(work: Work<object>, register: string, typed: string): Found {
  const rooms = work.session.rooms(work.processOf().process)
  return findNamed(rooms, register, typed)
}

export async function sayOf(
  { session, flags, terminal }: Work<SayingFlags>,
  { room, thing }: Found,
  verb: string,
): Promise<Answer> {
  const act: Act = {
    kind: 'item.mark',
    item: thing.item,
    rev: thing.revisions.length,
    verb,
    ...noted(flags.note),
    ...(flags.of === undefined ? {} : { for: { name: flags.of } }),
    ...(flags.evidence === undefined
      ? {}
      : { evidence: flags.evidence.map(each => findItem([room], itemHandles.item, each).id) }),
    ...readRecorded(flags, terminal.now()),
  }
  return sayChecked(session, room, {
    act,
    flags,
    said: () => {
      const now = session.room(room.id) ?? room
      const said = now.items[thing.item] ?? thing
      return { text: thingToText(now, said), json: thingToJson(now, said) }
    },
  })
}
