/** How long a record is kept, who holds it back, who destroys it when. The rules are numbered in `docs/spec/rooms.md`. */

import type { HoldId } from '../../ids.ts'
import { fail, ok } from '../../result.ts'
import { checkForParty } from '../../room/in-whose-name.ts'
import { administers, isMediator, leadsParty } from '../../room/roles.ts'
import type { Member, Room } from '../../room/state.ts'
import { type Circumstance, limits } from '../../schema.ts'
import type { KeyringState } from '../keyring/state.ts'
import type { Hold, RetentionState } from './state.ts'

const dayMs = 86_400_000

type Kept = Room & RetentionState & Pick<KeyringState, 'keyring'>
type Placed = { readonly hold: HoldId; readonly recorded?: Circumstance }
type Lifted = Placed

/** RET-2: anybody in the room holds its record back; the mediators also in the name of a party without an account. */
export function checkHold(room: Kept, author: Member, act: Placed) {
  if (Object.hasOwn(room.holds, act.hold)) return fail('id-taken')
  if (standingHolds(room).length >= limits.holdsMax) return fail('too-many-holds', { max: limits.holdsMax })
  return act.recorded === undefined ? ok(null) : checkForParty(room, author, act, () => true)
}

/** RET-1: who administers the room states the rule; where others are or were in the room, they have a week to object. */
export function checkRule(room: Kept, author: Member, { days }: { readonly days: number | null }) {
  if (!administers(room, author)) return fail('not-an-administrator')
  if (holdsKeys(room)) return fail('room-holds-keys')
  const min = daysMin(room)
  return days === null || days >= min ? ok(null) : fail('retention-too-short', { min })
}

/** RET-3: whose hold it is, and who leads their side. */
export function checkLifting(room: Kept, author: Member, act: Lifted) {
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
export function checkDestruction(room: Kept, author: Member, { at }: { readonly at: number }) {
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
const holdsKeys = (room: Kept): boolean => Object.keys(room.keyring).length > 0

/**
 * When the room's record may be destroyed by its rule, in ms since 1970, holds apart: that many days after its last entry.
 * Undefined where it is kept until something else is decided.
 */
export function destructionDue(room: Kept): number | undefined {
  const days = daysKept(room)
  return days === null ? undefined : room.lastPlaced + days * dayMs
}

/** Fewest days that a room's record is kept: nobody destroys at once what others have been in. */
const daysMin = (room: Kept): number => (Object.keys(room.members).length > 1 ? limits.retentionDaysMin : 0)

/** By its rule; a rule stated while one was alone gives whoever has come since their week too. */
function daysKept(room: Kept): number | null {
  const days = room.retention?.days ?? null
  return days === null ? null : Math.max(days, daysMin(room))
}

/**
 * Whether a certificate that says `at` may be one that the room accepted, for whoever has not read what came last: no hold stands
 * that they have read, and whatever rule was stated since, its shortest time is over. `missed`: when what they have not read was
 * placed.
 */
export const mayHaveEnded = (room: Kept, at: number, missed: readonly number[]): boolean =>
  standingHolds(room).length === 0 &&
  missed.every(time => daysMin(room) === 0 || at >= time + daysMin(room) * dayMs)

/** What keeps the record from being destroyed. */
export const standingHolds = (room: Kept): readonly Hold[] =>
  Object.values(room.holds).filter(({ lifted }) => lifted === undefined)
