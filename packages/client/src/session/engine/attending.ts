/** What a log asks of this device once it has been read: to tell something, to change keys that are due, to bury what has ended. */

import { authorOf, mayBeginEpoch, type RoomId, type RoomState, successorOf } from '@goodoffices/core'
import { bytesToBase64url } from '@goodoffices/log'
import { MailLog } from '../../log/mail-log.ts'
import { RoomLog } from '../../log/room-log.ts'
import type { AnyLog } from '../holdings.ts'
import { keepEpochs } from '../keeping.ts'
import { answerMissed, tellMissed, tellWithheld } from '../keys-missed.ts'
import { leaveMailbox, moveMailbox } from '../mailboxes.ts'
import type { Ground } from './ground.ts'

/** What the log as a whole asks for, whether it has just been read or a stopped device left it so. */
export async function attendTo(ground: Ground, id: RoomId, log: AnyLog): Promise<void> {
  if (ground.standing(id).kind === 'stopped') return
  if (log instanceof RoomLog && log.endedAt !== undefined) {
    if (!isBurying(ground, id)) await ground.enqueue([{ kind: 'bury', room: id }])
    return
  }
  if (ground.isOver(id)) return
  // Told only now: keys among what is there may have led to more.
  if (ground.standing(id).kind === 'withheld')
    return ground.report({ code: 'envelope-withheld', room: id, size: log.replica.size })
  if (log instanceof MailLog) return leaveMailbox(ground, log)
  await keepEpochs(ground, log)
  await moveMailbox(ground, log)
  await tellMissed(ground, log)
  await answerMissed(ground, log)
  const asks = log.look(state => whatItAsks(state, log, ground))
  if (asks === 'keys-refused' && log.isPassable) ground.report({ code: asks, room: id })
  const isDue = asks === 'change-keys' || (asks === 'keys-refused' && log.isPassable)
  if (isDue && !mayChange(ground, log)) return
  if (asks === undefined) return
  if (asks === 'keys-withheld') await tellWithheld(ground, log)
  if (!isDue) return ground.report({ code: asks, room: id })
  if (!isChangeWaiting(ground, id)) await ground.enqueue([{ kind: 'change', room: id, entries: [] }])
}

/** Somebody wrote on top of a log that is not this one: the relay has shown two, or a member says so. */
export function tellFaults(ground: Ground, id: RoomId, log: RoomLog): void {
  const { splitAt } = log
  if (splitAt !== undefined) ground.report({ code: 'entry-of-another-log', room: id, position: splitAt })
  const { refusedAt } = log
  if (refusedAt !== undefined) ground.report({ code: 'keys-passed-over', room: id, position: refusedAt })
  const before = log.look(state => state?.succeeds)
  if (before !== undefined && !hadHead(ground, before))
    ground.report({ code: 'entry-of-another-log', room: before.room, position: before.size })
  const newer = !log.isBegun && log.faults.some(({ violation }) => violation.code === 'rules-newer')
  if (newer) ground.report({ code: 'rules-newer', room: id })
}

/** TEAM-13: whether the room before had the head that its successor names, as far as this device has read it. */
function hadHead(ground: Ground, { room, size, root }: NonNullable<RoomState['succeeds']>): boolean {
  const had = ground.roomLog(room)?.replica.rootAt(size)
  return had === undefined || bytesToBase64url(had) === root
}

/** TEAM-11: whether a caucus goes on in a room of which this member has no key yet. */
export function goesOnUnheld(ground: Ground, log: RoomLog): boolean {
  const next = log.look(state => (state === undefined ? undefined : successorOf(state)))
  return next !== undefined && ground.room(next) === undefined && !ground.isOver(next)
}

const isChangeWaiting = ({ outbox }: Ground, id: RoomId): boolean =>
  outbox.waiting().some(({ job }) => job.kind === 'change' && job.room === id)

/** Or was, and a relay that refuses to delete is the member's to deal with. */
const isBurying = ({ outbox }: Ground, id: RoomId): boolean =>
  [...outbox.waiting(), ...outbox.refused()].some(({ job }) => job.kind === 'bury' && job.room === id)

/** What a room that goes on asks for: that a trouble is told, by its code, or that its keys are changed. */
function whatItAsks(
  state: RoomState | undefined,
  log: RoomLog,
  ground: Ground,
): 'rules-newer' | 'keys-refused' | 'keys-withheld' | 'change-keys' | undefined {
  if (state === undefined) return log.isShutOut ? 'keys-withheld' : undefined
  if (state.newer !== undefined) return 'rules-newer'
  if (log.isKeyedOtherwise) return 'keys-refused'
  const author = authorOf(state, ground.deviceIn(state).id)
  // Whoever was taken out is shut out rightly; whoever is in the room is not.
  if (!author.ok) return undefined
  if (log.isShutOut) return 'keys-withheld'
  return log.isChangeDue && mayBeginEpoch(state, author.value) ? 'change-keys' : undefined
}

const mayChange = (ground: Ground, log: RoomLog): boolean =>
  log.look(state => {
    const author = state === undefined ? undefined : authorOf(state, ground.deviceIn(state).id)
    return state !== undefined && author?.ok === true && mayBeginEpoch(state, author.value)
  })
