import { checkForParty } from '../message/rules.ts'
import { fail, ok, type Result } from '../result.ts'
import type { RoomState } from '../room.ts'
import type { Member } from '../roster/apply.ts'
import { administers, isMediator, leadsParty } from '../roster/rules.ts'
import { limits } from '../schema.ts'
import type { RetentionAct } from './acts.ts'
import type { Hold } from './apply.ts'

const dayMs = 86_400_000

/** RET-1 to RET-5. */
export function checkRetention(room: RoomState, author: Member, act: RetentionAct): Result<null> {
  switch (act.kind) {
    case 'retention.set':
      return checkRule(room, author, act.days)
    case 'hold.place':
      if (Object.hasOwn(room.holds, act.hold)) return fail('id-taken')
      if (standingHolds(room).length >= limits.holdsMax)
        return fail('too-many-holds', { max: limits.holdsMax })
      return act.recorded === undefined ? ok(null) : checkForParty(room, author, act, () => true)
    case 'hold.lift':
      return checkLifting(room, author, act)
    case 'record.destroy':
      return checkDestruction(room, author, act.at)
  }
}

/** RET-1: who administers the room states the rule; where others are or were in the room, they have a week to object. */
function checkRule(room: RoomState, author: Member, days: number | null): Result<null> {
  if (!administers(room, author)) return fail('not-an-administrator')
  if (holdsKeys(room)) return fail('room-holds-keys')
  const min = daysMin(room)
  return days === null || days >= min ? ok(null) : fail('retention-too-short', { min })
}

/** RET-3: whose hold it is, and who leads their side. */
function checkLifting(
  room: RoomState,
  author: Member,
  act: Extract<RetentionAct, { kind: 'hold.lift' }>,
): Result<null> {
  const hold = room.holds[act.hold]
  if (hold === undefined) return fail('hold-unknown')
  if (hold.lifted !== undefined) return fail('hold-lifted')
  if (act.recorded !== undefined)
    return hold.party === undefined ? fail('hold-of-another') : checkForParty(room, author, act, () => true)
  if (hold.by === author.member && hold.recorded === undefined) return ok(null)
  const isOfSide =
    hold.party === undefined ? isMediator(author) : author.party === hold.party && leadsParty(author)
  return isOfSide ? ok(null) : fail('hold-of-another')
}

/** RET-4: by who administers the room, under its rule, when its time is over, and while nothing holds it. */
function checkDestruction(room: RoomState, author: Member, at: number): Result<null> {
  if (!administers(room, author)) return fail('not-an-administrator')
  if (holdsKeys(room)) return fail('room-holds-keys')
  const days = daysKept(room)
  if (days === null) return fail('retention-not-set')
  const [hold] = standingHolds(room)
  if (hold !== undefined) return fail('hold-in-force', { reason: hold.reason })
  const due = room.lastPlaced + days * dayMs
  // Nothing is waited for: rule and certificate are decided together, before either is placed.
  return days === 0 || at >= due ? ok(null) : fail('retention-not-over', { until: due })
}

/** A member's own room, whose keys open all the others. */
const holdsKeys = (room: RoomState): boolean => Object.keys(room.keyring).length > 0

/**
 * When the room's record may be destroyed by its rule, in ms since 1970, holds apart: that many days after its last entry.
 * Undefined where it is kept until something else is decided.
 */
export function destructionDue(room: RoomState): number | undefined {
  const days = daysKept(room)
  return days === null ? undefined : room.lastPlaced + days * dayMs
}

/** Fewest days that a room's record is kept: nobody destroys at once what others have been in. */
const daysMin = (room: RoomState): number =>
  Object.keys(room.members).length > 1 ? limits.retentionDaysMin : 0

/** By its rule; a rule stated while one was alone gives whoever has come since their week too. */
function daysKept(room: RoomState): number | null {
  const days = room.retention?.days ?? null
  return days === null ? null : Math.max(days, daysMin(room))
}

/**
 * Whether a certificate that says `at` may be one that the room accepted, for whoever has not read what came last: no hold stands
 * that they have read, and whatever rule was stated since, its shortest time is over. `missed`: when what they have not read was
 * placed.
 */
export const mayHaveEnded = (room: RoomState, at: number, missed: readonly number[]): boolean =>
  standingHolds(room).length === 0 &&
  missed.every(time => daysMin(room) === 0 || at >= time + daysMin(room) * dayMs)

/** What keeps the record from being destroyed. */
export const standingHolds = (room: RoomState): readonly Hold[] =>
  Object.values(room.holds).filter(({ lifted }) => lifted === undefined)
