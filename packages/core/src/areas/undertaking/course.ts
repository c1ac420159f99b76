/** How it stands with what was undertaken and with what a side does of itself, by what each said of it. */

import type { PartyId } from '../../ids.ts'
import { type Addressees, isAddressed } from '../../item/addressees.ts'
import { type RegisterItem, standingOf } from '../../item/item.ts'
import { type CountingMark, countingMarks, type Reader, type RegisterRoom } from '../../item/register.ts'
import { makerOf } from '../../item/who.ts'
import { leadsParty } from '../../room/roles.ts'
import { placedAt, presentIn } from '../../room/state.ts'
import { dayNumberAt } from '../../term/calendar.ts'
import { type Day, numberToDay } from '../../term/day.ts'
import type { Talking } from '../message/state.ts'
import { undertakingVerbs, unilateralVerbs } from './verbs.ts'

/** What of an undertaking its standing follows from. */
type Given = {
  readonly party: PartyId
  readonly addressedTo: Addressees
  readonly revocable: { readonly kind: string; readonly noticeDays?: number }
}
type Known = RegisterItem<Given>
type Step = RegisterItem<{ readonly party: PartyId }>

const saidOf = (item: RegisterItem<unknown>): readonly CountingMark[] =>
  countingMarks({ verbs: undertakingVerbs }, item)

/** What its maker said last of whether it is given; of what was carried or published there it was given where it came from. */
export function courseOfUndertaking(
  item: RegisterItem<unknown>,
  room: RegisterRoom,
): 'offered' | 'given' | 'revoked' {
  const said = saidOf(item).map(({ verb }) => verb)
  if (said.includes('undertaking-revoked')) return 'revoked'
  if (said.includes('undertaking-given')) return 'given'
  return makerOf(room, item) === 'mediators' ? 'given' : 'offered'
}

/** It stands where its maker put it, and is not given yet. */
export const isOffered = (item: RegisterItem<unknown>, room: RegisterRoom): boolean =>
  courseOfUndertaking(item, room) === 'offered'

export const leadsMaker = (
  item: RegisterItem<{ readonly party: PartyId }>,
  reader: Reader,
  room: RegisterRoom,
): boolean => leadsParty(reader) && reader.party === standingOf(item).fields.party && isMakers(item, room)

const isMakers = (item: RegisterItem<unknown>, room: RegisterRoom): boolean =>
  makerOf(room, item) !== 'mediators'

/** UNDT-10: nobody of its maker is in the room any more. What was undertaken stands. */
export function hasMakerLeft(item: RegisterItem<{ readonly party: PartyId }>, room: RegisterRoom): boolean {
  const { party } = standingOf(item).fields
  const were = Object.values(room.members).filter(member => member.party === party)
  return were.length > 0 && !presentIn(room).some(member => member.party === party)
}

/** Where and when its maker was told that it is before somebody: by the mediators’ word, or as a conveyance told it. */
function lastTold(item: RegisterItem<unknown>, room: RegisterRoom & Partial<Pick<Talking, 'told'>>): number {
  const said = saidOf(item).filter(({ verb }) => verb === 'communicated-to')
  const told = Object.values(room.told ?? {}).filter(
    ({ passage }) => 'item' in passage && passage.item === item.item,
  )
  return Math.max(0, ...[...said, ...told].map(({ position }) => position))
}

/** In its maker’s caucus: what its maker said last of it was told to nobody yet. At the table all read it. */
export function isToBeTold(item: RegisterItem<unknown>, room: RegisterRoom): boolean {
  if (room.kind !== 'caucus' || !isMakers(item, room)) return false
  const last = saidOf(item).findLast(
    ({ verb }) => verb === 'undertaking-given' || verb === 'undertaking-revoked',
  )
  return last !== undefined && lastTold(item, room) < last.position
}

/**
 * UNDT-4: the last day on which it is in force after it was taken back with notice; undefined where it was not, or needs none. Counted
 * from when that was said in this room, by the relay's clock where the author's says otherwise, and never from a day that is only named.
 */
export function lastDayOf(item: Known, room: RegisterRoom): Day | undefined {
  const { revocable } = standingOf(item).fields
  const revoked = saidOf(item).find(({ verb }) => verb === 'undertaking-revoked')
  if (revoked === undefined || revocable.noticeDays === undefined) return undefined
  const said = placedAt(room, revoked.position) ?? revoked.time
  return numberToDay(dayNumberAt(said, 'UTC') + revocable.noticeDays)
}

export function standingOfUndertaking(item: Known, room: RegisterRoom) {
  const course = courseOfUndertaking(item, room)
  if (course === 'offered') return { standing: 'undertaking-offered' } as const
  if (course === 'revoked')
    return lastDayOf(item, room) === undefined
      ? ({ standing: 'undertaking-revoked' } as const)
      : ({ standing: 'revoked-with-notice' } as const)
  const said = saidOf(item)
  const count = (verb: keyof typeof undertakingVerbs): number =>
    said.filter(each => each.verb === verb).length
  if (isReleased(item, room, said)) return { standing: 'undertaking-released' } as const
  const broken = count('undertaking-not-kept')
  if (broken > 0)
    return {
      standing: count('undertaking-kept') > 0 ? 'keeping-contested' : 'undertaking-not-kept',
      count: broken,
    } as const
  for (const verb of ['undertaking-kept', 'relied-on', 'undertaking-noted'] as const)
    if (count(verb) > 0) return { standing: verb, count: count(verb) } as const
  return {
    standing: isMakers(item, room) && lastTold(item, room) > 0 ? 'undertaking-told' : 'undertaking-given',
  } as const
}

/** All to whom it was said have freed its maker. */
function isReleased(item: Known, room: RegisterRoom, said: readonly CountingMark[]): boolean {
  const { addressedTo: to, party: by } = standingOf(item).fields
  const freed = said.filter(({ verb }) => verb === 'undertaking-released').length
  if (to.kind === 'to-parties') return freed >= to.toParties.length
  if (to.kind === 'to-body') return freed > 0
  const all = Object.values(room.parties).filter(
    ({ party, kind }) => kind === 'party' && isAddressed(to, party, by),
  )
  return freed > 0 && freed >= all.length
}

export function standingOfStep(item: Step, room: RegisterRoom) {
  const said = countingMarks({ verbs: unilateralVerbs }, item).map(({ verb }) => verb)
  if (said.includes('step-called-off')) return { standing: 'step-called-off' } as const
  const contested = said.filter(verb => verb === 'step-contested').length
  if (contested > 0) return { standing: 'step-contested', count: contested } as const
  const answers = Object.values(room.items).filter(
    other => other.register === item.register && standingOf(other).fields['answersStep'] === item.item,
  ).length
  if (answers > 0) return { standing: 'step-answered', count: answers } as const
  if (said.includes('step-taken')) return { standing: 'step-taken' } as const
  const isAnnounced = said.includes('step-announced') || !isMakers(item, room)
  return { standing: isAnnounced ? 'step-announced' : 'step-planned' } as const
}
