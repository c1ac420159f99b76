/** What the reader may do with a thing now: the room's own rules are asked, with what an act would hold. */

import { checkOnceMoved, type ThingAct } from '@goodoffices/client'
import {
  bodyNamed,
  type Circumstance,
  findRegister,
  isMediator,
  isRecordedFor,
  type RegisterItem,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import { useState } from 'react'
import type { Session } from '../../session/session.ts'
import { meIn } from '../../talks/talks.tsx'

/** Whether the mediators write down here what a party without an account says. */
export function recordsIn(room: RoomState, session: Session): boolean {
  const me = meIn(room, session)
  return me !== undefined && isMediator(me) && isRecordedFor(room)
}

const asked: Circumstance = { at: 0, way: 'orally' }

export const markOf = (
  { item, revisions }: RegisterItem,
  verb: string,
  rest: Omit<Extract<ThingAct, { kind: 'item.mark' }>, 'kind' | 'item' | 'rev' | 'verb'> = {},
): ThingAct => ({ kind: 'item.mark', item, rev: revisions.length, verb, ...rest })

/** ITEM-3: said of what was read when its form was opened: what was worded anew meanwhile is read first. */
export function useMarkOf(thing: RegisterItem): typeof markOf {
  const [rev] = useState(() => thing.revisions.length)
  return (of, verb, rest) => ({ ...markOf(of, verb, rest), ...(of.item === thing.item ? { rev } : {}) })
}

/** As the mediators' own word, or as that of a party that is written down. */
export type Saying = {
  readonly verb: string
  readonly recorded: boolean
  /** The body that is none of the room and in whose name it is written down. */
  readonly body?: string
}

/** Of some verbs those that the reader may say of a thing now. */
export function sayingsFor(
  session: Session,
  room: RoomState,
  thing: RegisterItem,
  verbs: readonly string[],
): readonly Saying[] {
  // In a side's own room its people write down what a principal who is not there has said.
  const ways = recordsIn(room, session) || room.kind === 'delegation' ? [false, true] : [false]
  const me = meIn(room, session)
  return verbs.flatMap((verb): readonly Saying[] => {
    const who = findRegister(thing.register)?.verbs[verb]?.who ?? []
    const body = bodyNamed(room, who, standingOf(thing).fields)
    if (body !== undefined && me !== undefined && isMediator(me)) {
      const act = markOf(thing, verb, {
        note: 'x',
        evidence: [thing.item],
        for: { name: body },
        recorded: asked,
      })
      if (checkOnceMoved(session, room.id, act).ok) return [{ verb, recorded: true, body }]
    }
    const recorded = ways.find(isRecorded => {
      const act = markOf(thing, verb, {
        note: 'x',
        evidence: [thing.item],
        ...(isRecorded ? { recorded: asked } : {}),
      })
      return checkOnceMoved(session, room.id, act).ok
    })
    return recorded === undefined ? [] : [{ verb, recorded }]
  })
}

/** Whether the reader may enter a thing of such fields, and if so whether as a party's words written down. */
export function puttingFor(
  session: Session,
  room: RoomState,
  act: ThingAct,
): { readonly recorded: boolean } | undefined {
  if (recordsIn(room, session) && checkOnceMoved(session, room.id, { ...act, recorded: asked }).ok)
    return { recorded: true }
  return checkOnceMoved(session, room.id, act).ok ? { recorded: false } : undefined
}
