/**
 * A room's state: a pure function of its entries in log order.
 *
 * `applyEntry` takes ownership of the state it is given and hands the same object back, changed; so that a room of a hundred
 * thousand entries opens in one pass. An entry that breaks a rule changes nothing but `rejected`: every member who replays the
 * log rejects the same entries, whatever their clocks say.
 */

import { type Act, type ActKind, type Entry, sortAct } from './act.ts'
import { applyAgenda } from './agenda/apply.ts'
import { checkAgenda } from './agenda/rules.ts'
import { applyDesk, type DeskState } from './desk/apply.ts'
import { checkDesk } from './desk/rules.ts'
import type { DeviceId, EntryId, MemberId, PartyId, ProcessId, RoomId } from './ids.ts'
import { applyKeyring, type KeyringState } from './keyring/apply.ts'
import { checkKeyring } from './keyring/rules.ts'
import type { Terms } from './mandate/acts.ts'
import { applyMandate, type Consent } from './mandate/apply.ts'
import { checkMandate } from './mandate/rules.ts'
import { applyMessage, type MessageState } from './message/apply.ts'
import { checkMessage } from './message/rules.ts'
import { fail, ok, type Result, type Violation } from './result.ts'
import { applyRetention, type RetentionState } from './retention/apply.ts'
import { checkRetention } from './retention/rules.ts'
import type { PartyCard, RoomKind } from './roster/acts.ts'
import { applyRoster, type Contact, type Member, openRoom, type RegisteredRoom } from './roster/apply.ts'
import { checkOpening, checkRoster, mayBeginEpoch } from './roster/rules.ts'
import { isWhole, limits } from './schema.ts'
import { subjectOf } from './subject.ts'

export type RoomState = MessageState &
  DeskState &
  RetentionState &
  KeyringState & {
    readonly id: RoomId
    /** The number of log positions seen, keys envelopes included. */
    size: number
    epoch: number
    /** ROOM-13: the devices of the roster changed since the epoch began: what an administrator does next is begin another. */
    rekeyDue: boolean
    readonly kind: RoomKind
    readonly process: { readonly process: ProcessId; readonly title: string }
    readonly title?: string
    /** The party whose caucus or delegation this is. */
    party?: PartyCard
    readonly history: 'all'
    terms: Terms
    readonly members: Record<MemberId, Member>
    /** Whose device it is, for every device ever listed; whether it still may act is in the member. */
    readonly devices: Record<DeviceId, MemberId>
    readonly parties: Record<PartyId, PartyCard>
    readonly rooms: Record<RoomId, RegisteredRoom>
    readonly contacts: Record<MemberId, Contact>
    readonly consents: Record<PartyId, Consent>
    /** Whether the parties speak to each other directly here, and when that changed. */
    direct: boolean
    readonly directChanges: {
      readonly position: number
      readonly direct: boolean
      readonly by: MemberId
      readonly time: number
    }[]
    readonly timeline: TimelineItem[]
    readonly seen: Record<EntryId, true>
    readonly rejected: Rejected[]
    /** How many were rejected in all; `rejected` keeps the last `rejectedMax`. */
    rejectedCount: number
  }

export type TimelineItem = {
  readonly position: number
  readonly time: number
  readonly by: MemberId
  readonly kind: ActKind
  /** The id of what the act is about: a message, a delivery, a member. */
  readonly about: string
}

export type Rejected = { readonly position: number; readonly entry: EntryId; readonly violation: Violation }

export const rejectedMax = 1_000

/** ROOM-1: the state after a room's first entry, or why it is none. */
export function beginRoom(id: RoomId, entry: Entry): Result<RoomState> {
  const { act } = entry
  if (act.kind !== 'room.open') return fail('room-not-opened', { kind: act.kind })
  if (!isWhole(entry.time, limits.timeMsMax)) return fail('time-malformed')
  const checked = checkOpening(act, entry.device)
  if (!checked.ok) return checked
  return ok(openRoom(id, entry, act))
}

/**
 * Applies one entry, whose `id` the caller has computed, whose signature it has verified, and whose `act` came from `parseAct`.
 * Accepted or refused, the state is the one given; refused, it differs in `size` and in what it says of refusals. An entry from
 * before `size` is `position-seen` and changes nothing at all.
 */
export function applyEntry(room: RoomState, entry: Entry): Result<RoomState> {
  if (entry.position < room.size) return fail('position-seen', { position: entry.position, size: room.size })
  room.size = entry.position + 1
  const author = checkEntry(room, entry)
  if (!author.ok) {
    room.rejected.push({ position: entry.position, entry: entry.id, violation: author.error })
    if (room.rejected.length > rejectedMax) room.rejected.shift()
    room.rejectedCount += 1
    return author
  }
  room.seen[entry.id] = true
  room.timeline.push({
    position: entry.position,
    time: entry.time,
    by: author.value.member,
    kind: entry.act.kind,
    about: subjectOf(entry.act),
  })
  room.lastPlaced = Math.max(room.lastPlaced, entry.placed ?? entry.time)
  change(room, entry, author.value)
  return ok(room)
}

/** ROOM-18: the entry's author, where its author may do what it says. */
function checkEntry(room: RoomState, entry: Entry): Result<Member> {
  if (!isWhole(entry.time, limits.timeMsMax)) return fail('time-malformed')
  if (Object.hasOwn(room.seen, entry.id)) return fail('entry-repeated')
  const author = authorOf(room, entry.device)
  if (!author.ok) return author
  const checked = checkAct(room, author.value, entry.act)
  return checked.ok ? author : checked
}

/** ROOM-17: the member whose device this is, if both still belong to the room. */
export function authorOf(room: RoomState, device: DeviceId): Result<Member> {
  // The device is what the author claims, so it may be any string.
  const owner = Object.hasOwn(room.devices, device) ? room.devices[device] : undefined
  const member = owner === undefined ? undefined : room.members[owner]
  if (member === undefined) return fail('not-a-member')
  if (member.left !== undefined) return fail('no-longer-a-member')
  if (!member.devices.some(card => card.device === device)) return fail('device-removed')
  return ok(member)
}

/** Whether this member may do this now: the same answer before the act is sent and when it arrives. */
export function checkAct(room: RoomState, author: Member, act: Act): Result<null> {
  // RET-5: what was destroyed is over.
  if (room.destroyed !== undefined) return fail('record-destroyed')
  const sorted = sortAct(act)
  switch (sorted.area) {
    case 'roster':
      return checkRoster(room, author, sorted.act)
    case 'mandate':
      return checkMandate(room, author, sorted.act)
    case 'agenda':
      return checkAgenda(room, author, sorted.act)
    case 'message':
      return checkMessage(room, author, sorted.act)
    case 'desk':
      return checkDesk(room, author, sorted.act)
    case 'retention':
      return checkRetention(room, author, sorted.act)
    case 'keyring':
      return checkKeyring(room, sorted.act)
  }
}

function change(room: RoomState, entry: Entry, author: Member): void {
  const sorted = sortAct(entry.act)
  switch (sorted.area) {
    case 'roster':
      return applyRoster(room, entry, author, sorted.act)
    case 'mandate':
      return applyMandate(room, entry, author, sorted.act)
    case 'agenda':
      return applyAgenda(room, entry, author, sorted.act)
    case 'message':
      return applyMessage(room, entry, author, sorted.act)
    case 'desk':
      return applyDesk(room, entry, author, sorted.act)
    case 'retention':
      return applyRetention(room, entry, author, sorted.act)
    case 'keyring':
      return applyKeyring(room, sorted.act)
  }
}

/**
 * Begins an epoch. The caller has checked the signature, the key commitment and that the wraps go to exactly `rosterDevices`;
 * here it is checked that the author may, and that no epoch is skipped or begun twice. Refused, it changes `size` alone, and
 * from a position before `size` nothing.
 */
export function applyEpoch(
  room: RoomState,
  keys: { readonly epoch: number; readonly device: DeviceId; readonly position: number },
): Result<RoomState> {
  if (keys.position < room.size) return fail('position-seen', { position: keys.position, size: room.size })
  room.size = keys.position + 1
  if (room.destroyed !== undefined) return fail('record-destroyed')
  if (keys.epoch !== room.epoch + 1)
    return fail('epoch-out-of-order', { expected: room.epoch + 1, got: keys.epoch })
  const author = authorOf(room, keys.device)
  if (!author.ok) return author
  if (!mayBeginEpoch(room, author.value)) return fail('may-not-rekey')
  room.epoch = keys.epoch
  room.rekeyDue = false
  return ok(room)
}

/** The devices of those who may begin the next epoch: its stewards. */
export function stewardDevices(room: RoomState): ReadonlySet<DeviceId> {
  const stewards = Object.values(room.members).filter(
    member => member.left === undefined && mayBeginEpoch(room, member),
  )
  return new Set(stewards.flatMap(member => member.devices.map(({ device }) => device)))
}

/** The devices that hold the current epoch's key, sorted by id. */
export function rosterDevices(
  room: RoomState,
): readonly { readonly device: DeviceId; readonly sign: string; readonly wrap: string }[] {
  return Object.values(room.members)
    .filter(member => member.left === undefined)
    .flatMap(member => member.devices)
    .sort((a, b) => (a.device < b.device ? -1 : 1))
}
