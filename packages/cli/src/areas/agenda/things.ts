/** What the commands of an agenda name, and how they put it and speak of it: by the general ones of things. */

import {
  type Deadline,
  findRegister,
  type Issue,
  type ItemId,
  type Register,
  type RoomState,
  type Round,
  type WorkingGroup,
} from '@goodoffices/core'
import type { Work } from '../../member/work.ts'
import { findThing as findNamed, onlyRoom } from '../../names/find.ts'
import { fullHandle } from '../../names/handles.ts'
import { noted, type RecordFlags, readRecorded } from '../../names/words.ts'
import type { Answer } from '../../shell/define.ts'
import { type ReachFlags, sayChecked } from '../desk/reach.ts'
import { itemHandles } from '../item/handles.ts'
import { thingToJson, thingToText } from '../item/text.ts'

type Things = {
  readonly issue: Issue
  readonly round: Round
  readonly 'working-group': WorkingGroup
  readonly deadline: Deadline
  readonly claim: { readonly item: ItemId; readonly revisions: readonly unknown[] }
}
export type Found<N extends keyof Things> = { readonly room: RoomState; readonly thing: Things[N] }

/** A thing of one register that was typed; `at`: in rooms of these kinds alone. */
export function findThing<N extends keyof Things>(
  { session, processOf }: Work<object>,
  register: N,
  typed: string,
  at?: readonly RoomState['kind'][],
): Found<N> {
  const rooms = session.rooms(processOf().process)
  const within = at === undefined ? rooms : rooms.filter(({ kind }) => at.includes(kind))
  const { room, thing } = findNamed(within, register, typed)
  return { room, thing: thing as unknown as Things[N] }
}

export const registerOf = (name: keyof Things): Register => {
  const found = findRegister(name)
  if (found === undefined) throw new Error(`no such register: ${name}`)
  return found
}

/** Where a party writes its own: its caucus, unless a room was named. */
export const ownRoom = (work: Work<{ readonly in?: string }>): { readonly in?: string } =>
  work.flags.in === undefined ? { in: onlyRoom(work.session, work.processOf(), 'caucus').id } : {}

export type SayFlags = ReachFlags & RecordFlags & { readonly note?: string; readonly when?: string }

/** Says one word of it. */
export function sayOf(
  { session, flags, terminal }: Work<SayFlags>,
  {
    room,
    thing,
  }: {
    readonly room: RoomState
    readonly thing: { readonly item: ItemId; readonly revisions: readonly unknown[] }
  },
  { verb, at, body }: { readonly verb: string; readonly at?: number; readonly body?: string | undefined },
): Promise<Answer> {
  return sayChecked(session, room, {
    act: {
      kind: 'item.mark',
      item: thing.item,
      rev: thing.revisions.length,
      verb,
      ...(at === undefined ? {} : { at }),
      ...noted(flags.note),
      ...(body === undefined ? {} : { for: { name: body } }),
      ...readRecorded(flags, terminal.now()),
    },
    flags,
    said: () => answerOf(session.room(room.id) ?? room, thing.item),
  })
}

export function answerOf(room: RoomState, item: ItemId): Answer {
  const thing = room.items[item]
  if (thing === undefined) throw new Error('said of nothing')
  return {
    text: `${fullHandle(room, itemHandles.item, item)}\n\n${thingToText(room, thing)}`,
    json: thingToJson(room, thing),
  }
}
