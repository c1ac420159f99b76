/**
 * A member's own mailboxes (INV-25, INV-26): where somebody has gone who knew of one, or where one has grown, the room is told of another.
 * The old one is read until what was on its way must have come, and is then let go of.
 */

import { type Act, isMailboxDue, type RoomId } from '@goodoffices/core'
import { isRecord, secretToText } from '@goodoffices/log'
import { keepKey } from '../areas/keyring/acts.ts'
import type { MailLog } from '../log/mail-log.ts'
import type { RoomLog } from '../log/room-log.ts'
import { nameRoom } from '../process/new-room.ts'
import type { Ground } from './engine/ground.ts'

const dayMs = 86_400_000
/** How long a letter may be on its way to a mailbox that its writer has not heard is another: devices are off for weeks. */
const onItsWayMs = 30 * dayMs
/** One that has grown to so many envelopes is given up; whoever fills it as fast again is not answered as fast. */
const envelopesMax = 1_000
const restMs = dayMs

/** When this device told a room of another in its place, ms since 1970. */
const movedKey = (mailbox: RoomId): string => `mailbox-moved/${mailbox}`
/** Of which a room was last told, and when, ms since 1970. */
const toldKey = (room: RoomId): string => `mailbox-told/${room}`

/** Tells a room of another mailbox where that is due. */
export async function moveMailbox(ground: Ground, log: RoomLog): Promise<void> {
  const { id } = log
  const { member } = ground.identity
  // Without what waits: to lay that on after each reading costs more than all else.
  const known = log.look(room => {
    const old = room?.contacts[member]?.mailbox.log
    return room === undefined || old === undefined
      ? undefined
      : { old, isDue: isMailboxDue(room, member), before: room.succeeds?.room }
  })
  const home = ground.home()
  if (known === undefined || home === undefined || isMoving(ground, id)) return
  const { old, isDue, before } = known
  const again = isDue ? undefined : await inPlaceOf(ground, old, [id, before])
  if (again !== undefined) {
    await ground.submit([{ room: id, act: { kind: 'contact.move', mailbox: again } }])
    return
  }
  if (!isDue && !(await isFull(ground, id, old))) return
  const mailbox = await nameRoom()
  const key = secretToText(mailbox.key)
  const relay = ground.relayOf(old)
  const act: Act = { kind: 'contact.move', mailbox: { log: mailbox.id, key } }
  const told = await Promise.all(
    [movedKey(old), toldKey(id)].map(
      async name => [name, await ground.box.seal(name, { at: ground.now(), to: mailbox.id })] as const,
    ),
  )
  // The key first, and the log before anybody hears of it. A room of older rules refuses it, and keeps what it knows.
  const moved = await ground.submit(
    [
      { room: home.id, act: keepKey({ room: mailbox.id, purpose: 'mailbox', relay, epoch: 1, key }) },
      { kind: 'create', room: mailbox.id, relay, key, envelopes: [], entries: [] },
      { room: id, act },
    ],
    new Map(told),
  )
  if (moved.ok) await ground.holdKept()
}

/** Where somebody has told a room of a mailbox that this device has left: the one that it told of there, or in the room before it. */
async function inPlaceOf(
  ground: Ground,
  mailbox: RoomId,
  rooms: readonly (RoomId | undefined)[],
): Promise<{ readonly log: RoomId; readonly key: string } | undefined> {
  if ((await noteAt(ground, movedKey(mailbox))) === undefined) return undefined
  for (const room of rooms) {
    const to = room === undefined ? undefined : (await noteAt(ground, toldKey(room)))?.to
    const kept = to === undefined || to === mailbox ? undefined : ground.home()?.keyring[to]
    if (kept !== undefined) return { log: kept.room, key: kept.key }
  }
  return undefined
}

const isMoving = ({ outbox }: Ground, room: RoomId): boolean =>
  outbox.pendingIn(room).some(({ act }) => act.kind === 'contact.move')

async function isFull(ground: Ground, room: RoomId, mailbox: RoomId): Promise<boolean> {
  if ((ground.mailbox(mailbox)?.replica.size ?? 0) < envelopesMax) return false
  const told = await noteAt(ground, toldKey(room))
  return told === undefined || ground.now() - told.at > restMs
}

/** Lets go of a mailbox, read to its end, that no room tells of any more. */
export async function leaveMailbox(ground: Ground, { id }: MailLog): Promise<void> {
  const moved = await noteAt(ground, movedKey(id))
  const home = ground.home()
  if (moved === undefined || home === undefined || ground.now() - moved.at < onItsWayMs) return
  if (Object.hasOwn(home.keyring, id)) {
    if (isTold(ground, id)) return
    const dropped = await ground.submit(
      [{ room: home.id, act: { kind: 'key.drop', room: id } }],
      new Map([[movedKey(id), null]]),
    )
    if (!dropped.ok) return
  }
  ground.letGo(id)
}

/** By what is known: a room that has not been read may tell of it. */
function isTold(ground: Ground, mailbox: RoomId): boolean {
  const rooms = Object.values(ground.home()?.keyring ?? {}).filter(({ purpose }) => purpose === 'room')
  return rooms.some(({ room }) => {
    const told = ground.room(room)?.contacts
    return told === undefined || told[ground.identity.member]?.mailbox.log === mailbox
  })
}

type Note = { readonly at: number; readonly to?: RoomId }

async function noteAt({ box }: Ground, name: string): Promise<Note | undefined> {
  const value = await box.get(name)
  const { at, to } = value !== undefined && isRecord(value) ? value : {}
  if (typeof at !== 'number') return undefined
  return { at, ...(typeof to === 'string' ? { to: to as RoomId } : {}) }
}
