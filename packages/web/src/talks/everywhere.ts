/** SYNC-38: what was done in some rooms only is not said to be done. */

import type { Everywhere } from '@goodoffices/client'
import { fail, isMediator, type Result } from '@goodoffices/core'
import type { Session } from '../session/session.ts'
import type { Words } from '../words/words.tsx'
import { roomName } from './room-name.tsx'

/** As it is where it was done in all rooms; else a refusal that names those where it was not. */
export async function everywhere(
  acting: Promise<Result<Everywhere>>,
  session: Session,
  words: Words,
): Promise<Result<Everywhere>> {
  const done = await acting
  if (!done.ok || done.value.remaining.length === 0) return done
  const { rooms, remaining } = done.value
  const where = remaining.map(({ room }) => nameOf(session.room(room), session, words))
  return fail('done-in-part', { done: rooms.length, left: remaining.length, where: where.join(', ') })
}

/** What this device holds of no room is the member's own record. */
function nameOf(room: ReturnType<Session['room']>, session: Session, words: Words): string {
  if (room === undefined) return words.t('room.private')
  const me = room.members[session.me.member]
  return `${room.process.title}: ${roomName(room, words, me !== undefined && isMediator(me))}`
}
