/** The letter with keys for whoever was brought into rooms: sealed when it is sent, after the change that admits them. */

import {
  authorOf,
  type DeviceCard,
  type DeviceId,
  isPresent,
  type Kept,
  type Member,
  type MemberId,
  type RoomId,
  type RoomState,
} from '@goodoffices/core'
import {
  createAccessKey,
  encode,
  type Secret,
  sealTo,
  secretToText,
  textToSecret,
  type Value,
} from '@goodoffices/log'
import { cardToKeys } from '../../log/cards.ts'
import { sealMail } from '../../log/mail-log.ts'
import { newestKeyOf } from '../../log/newest-key.ts'
import type { RoomLog } from '../../log/room-log.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { Ground } from '../engine/ground.ts'
import type { JobOf } from '../outbox.ts'

export const welcomeContext = (mailbox: RoomId): Value => ['welcome', mailbox]

/** For the devices that the rooms list, whatever a contact says; nothing for rooms that the member did not come to be in. */
export async function sendWelcome(ground: Ground, job: JobOf<'welcome'>): Promise<Result<null>> {
  const member = job.member as MemberId
  const rooms: Kept[] = []
  const devices = new Map<DeviceId, DeviceCard>()
  for (const id of job.rooms) {
    const log = ground.roomLog(id)
    // Whoever waits to be taken out is there still.
    const cards = log?.look(state => cardsOf(state?.members[member]))
    const kept = log && keptNow(ground, log)
    if (cards === undefined || kept === undefined) continue
    rooms.push(kept)
    for (const card of cards) devices.set(card.device, card)
  }
  if (rooms.length === 0) return fail('not-in-room')
  const mailbox = mailboxOf(ground, member, devices)
  if (mailbox === undefined) return fail('contact-unknown')
  const { log, key } = mailbox
  // INV-8: by a device that the rooms know already.
  const sender = ground.roomLog(rooms[0]?.room ?? log)?.look(state => state && ground.deviceIn(state))
  const letter = await sealTo({
    sender: sender ?? ground.identity.device,
    recipients: [...devices.values()].flatMap(card => cardToKeys(card) ?? []),
    context: welcomeContext(log),
    plaintext: encode({ kind: 'welcome', rooms: rooms as unknown as Value }),
  })
  const envelope = await sealMail(log, key, encode(['letter', letter]))
  const access = await createAccessKey(key)
  await ground.port(ground.relayOf(log)).append(log, access, [envelope])
  return ok(null)
}

/**
 * Keys once more for everybody in a room who can be written to: whoever was left out of those that were passed over is shown nothing
 * by the relay of what came after them.
 */
export function welcomesAgain(ground: Ground, room: RoomId): readonly JobOf<'welcome'>[] {
  const rooms = Object.values(ground.home()?.keyring ?? {})
  const isKnown = (member: MemberId): boolean =>
    rooms.some(kept => ground.room(kept.room)?.contacts[member] !== undefined)
  const present = ground.roomLog(room)?.look(state => Object.values(state?.members ?? {}).filter(isPresent))
  return (present ?? [])
    .filter(({ member }) => member !== ground.identity.member && isKnown(member))
    .map(({ member }) => ({ kind: 'welcome', member, rooms: [room] }))
}

const cardsOf = (seat: Member | undefined): readonly DeviceCard[] | undefined =>
  seat !== undefined && isPresent(seat) ? seat.devices : undefined

function keptNow(ground: Ground, log: RoomLog): Kept | undefined {
  const newest = newestKeyOf(log)
  if (newest === undefined) return undefined
  return log.look(
    state =>
      state && {
        room: log.id,
        purpose: 'room',
        roomKind: state.kind,
        process: state.process,
        ...(state.party === undefined ? {} : { party: state.party.party }),
        relay: ground.relayOf(log.id),
        epoch: newest.epoch,
        key: secretToText(newest.key),
      },
  )
}

/** Where a member can be written to: as somebody has recorded it who recorded the devices that the rooms list. */
function mailboxOf(
  ground: Ground,
  member: MemberId,
  devices: ReadonlyMap<DeviceId, DeviceCard>,
): { readonly log: RoomId; readonly key: Secret } | undefined {
  const rooms = Object.values(ground.home()?.keyring ?? {}).flatMap(kept => ground.room(kept.room) ?? [])
  // INV-25: where one is in the room, one hears of another mailbox.
  const isIn = (room: RoomState): boolean => authorOf(room, ground.deviceIn(room).id).ok
  const contacts = rooms
    .toSorted((a, b) => Number(isIn(b)) - Number(isIn(a)))
    .flatMap(room => room.contacts[member] ?? [])
  const contact = contacts.find(({ card }) => card.devices.some(({ device }) => devices.has(device)))
  const key = textToSecret(contact?.mailbox.key ?? '')
  return contact !== undefined && key.ok ? { log: contact.mailbox.log, key: key.value } : undefined
}
