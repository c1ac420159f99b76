/** SYNC-38: what became in each room of what was done in several: for a person, and for a program. */

import { becameOf, type Everywhere, type Session } from '@goodoffices/client'
import type { RoomId, Violation } from '@goodoffices/core'
import { roomHandle } from '../names/handles.ts'
import { roomRow } from '../names/rows.ts'
import { wordFor } from '../shell/report.ts'

export type Report = {
  readonly lines: readonly string[]
  readonly json: {
    readonly rooms: readonly { readonly waits: boolean }[]
    readonly remaining: readonly object[]
  }
  readonly failed?: Violation
}

/** `done` and `kept`: what is said of the rooms where it stands, and of those where it waits to be sent; `left`: of the others. */
export async function reportEverywhere(
  session: Session,
  decided: Everywhere,
  said: { readonly done: string; readonly kept: string; readonly left: string },
): Promise<Report> {
  const list = (all: readonly RoomId[]): string => all.map(room => handleIn(session, room)).join(', ')
  const { done, waiting, remaining } = becameOf(session, decided)
  const left = await Promise.all(
    remaining.map(async ({ room, why }) => `${said.left} ${handleIn(session, room)}: ${await wordFor(why)}`),
  )
  return {
    lines: [
      ...(done.length === 0 ? [] : [`${said.done} ${list(done)}`]),
      ...(waiting.length === 0 ? [] : [`${said.kept} ${list(waiting)}`]),
      ...left,
    ],
    json: {
      rooms: decided.rooms
        .filter(room => done.includes(room) || waiting.includes(room))
        .map(room => ({ ...rowOf(session, room), waits: waiting.includes(room) })),
      remaining: remaining.map(({ room, why }) => ({ ...rowOf(session, room), why })),
    },
    ...(remaining.length === 0
      ? {}
      : {
          failed: {
            code: 'done-in-part',
            done: done.length,
            left: remaining.length,
            where: list(remaining.map(({ room }) => room)),
          },
        }),
  }
}

/** A member's own record is no room of any talks, and what they note for themselves alone is in none. */
const handleIn = (session: Session, id: RoomId): string => {
  const room = session.room(id)
  return room === undefined || room.kind === 'private' ? 'your own record' : roomHandle(room)
}

function rowOf(session: Session, id: RoomId) {
  const room = session.room(id)
  return room === undefined
    ? { room: id, handle: handleIn(session, id) }
    : roomRow(room, session.rooms(room.process.process))
}
