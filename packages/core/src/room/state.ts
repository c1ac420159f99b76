/** What every area stands on: the room itself, who is in it, and what its log has brought so far. */

import type { DeviceId, EntryId, MemberId, PartyId, ProcessId, RoomId } from '../ids.ts'
import type { Violation } from '../result.ts'
import type { DeviceCard, PartyCard, Role, RoomKind } from './cards.ts'

export type Room = {
  readonly id: RoomId
  /** The number of log positions seen, keys envelopes included. */
  size: number
  epoch: number
  /** ROOM-13: the devices of the roster changed since the epoch began: what an administrator does next is begin another. */
  rekeyDue: boolean
  /** By which rules the next entry is judged. */
  rules: number
  /** RULE-4: where a rules number was adopted that this program does not know: nothing after it is read. */
  newer?: { readonly position: number; readonly rules: number }
  readonly kind: RoomKind
  readonly process: { readonly process: ProcessId; readonly title: string }
  readonly title?: string
  /** The party whose caucus or delegation this is. */
  party?: PartyCard
  readonly history: 'all'
  /** TEAM-10: the caucus that goes on here, and its head as the founder had it; base64url. */
  readonly succeeds?: { readonly room: RoomId; readonly size: number; readonly root: string }
  readonly members: Record<MemberId, Member>
  /** Whose device it is, for every device ever listed; whether it still may act is in the member. */
  readonly devices: Record<DeviceId, MemberId>
  readonly parties: Record<PartyId, PartyCard>
  /** When the last entry was placed that the room accepted, by the relay's clock: what its author says of the time counts for nothing. */
  lastPlaced: number
  /** SYNC-32: when the relay placed what its author says was written minutes before or after, by position, in ms since 1970 UTC. */
  misdated?: Record<number, number>
  /** The room's record was destroyed: nothing is said in it any more. */
  destroyed?: Said & { readonly at: number }
  readonly timeline: TimelineItem[]
  readonly seen: Record<EntryId, true>
  readonly rejected: Rejected[]
  /** How many were rejected in all; `rejected` keeps the last `rejectedMax`. */
  rejectedCount: number
}

/** Somebody's word, and where it stands. */
export type Said = {
  readonly by: MemberId
  readonly position: number
  /** The author's clock, in ms since 1970 UTC. */
  readonly time: number
}

/** Clocks of people differ by so much and are taken to agree, in ms. */
const misdatedMsMin = 300_000

/** SYNC-32: notes when an entry was placed, where that is minutes from when its author says that it was written. */
export function noteClock(
  room: Room,
  { position, time, placed }: Pick<Said, 'position' | 'time'> & { readonly placed?: number },
): void {
  if (placed === undefined || Math.abs(placed - time) <= misdatedMsMin) return
  room.misdated ??= {}
  room.misdated[position] = placed
}

/** SYNC-32: when the relay placed what stands at a position, where its author's clock said another time; else undefined. ms since 1970 UTC. */
export const placedAt = ({ misdated }: Pick<Room, 'misdated'>, position: number): number | undefined =>
  misdated?.[position]

export type Member = {
  readonly member: MemberId
  readonly name: string
  role: Role
  readonly party?: PartyId
  readonly post?: string
  readonly institution?: string
  devices: readonly DeviceCard[]
  /** Position of the entry that brought the member in. */
  readonly since: number
  readonly founder: boolean
  left?: { readonly position: number; readonly how: 'left' | 'removed'; readonly note?: string }
}

export type TimelineItem = Said & {
  readonly kind: string
  /** The id of what the act is about: a message, a delivery, a member. */
  readonly about: string
  /** The act itself where it stands in the order by itself: nothing else keeps all of it. */
  readonly act?: { readonly kind: string }
}

export type Rejected = { readonly position: number; readonly entry: EntryId; readonly violation: Violation }

export const rejectedMax = 1_000

export const isPresent = (member: Member): boolean => member.left === undefined

export const presentIn = (room: Pick<Room, 'members'>): readonly Member[] =>
  Object.values(room.members).filter(isPresent)
