/** Whose mediators a party has let into its caucus. The rules are numbered in `docs/spec/team.md`. */

import type { ItemId } from '../../ids.ts'
import { type ItemState, type Mark, type RegisterItem, standingOf } from '../../item/item.ts'
import { fail, ok } from '../../result.ts'
import type { MemberCard } from '../../room/cards.ts'
import { isMediator } from '../../room/roles.ts'
import { isPresent, type Member, type Room } from '../../room/state.ts'
import type { Talking } from '../message/state.ts'
import { type ComingVerb, institutionVerbs } from './verbs.ts'

/** A mediator, or the card of one. */
type Coming = Pick<MemberCard, 'role' | 'institution'>

export const institutionsName = 'mediators-accepted'

/** The rules number from which on a caucus asks whose a mediator is. */
const institutionsSince = 2

const isVerb = (verb: string): verb is ComingVerb => Object.hasOwn(institutionVerbs, verb)

/** TEAM-3: the institution that a mark speaks of is the one that the item named when it was said. */
const namedIn = ({ revisions }: RegisterItem<unknown>, { rev }: Mark): unknown =>
  (revisions[rev - 1]?.fields as { readonly institution?: unknown } | undefined)?.institution

/** The institutions that a party was asked about, or names itself, in the order in which they were put. */
export const institutionsOf = ({ items }: ItemState): readonly RegisterItem[] =>
  Object.values(items).filter(({ register }) => register === institutionsName)

type Said = Mark & { readonly verb: ComingVerb }

/** What the party has said last of an institution, in whichever item, whether it stands or not. It is the addressee's alone to say (ITEM-11). */
function lastOf(room: ItemState, institution: string): Said | undefined {
  const marks = institutionsOf(room)
    .flatMap(item => item.marks.filter(mark => namedIn(item, mark) === institution))
    .filter((mark): mark is Said => isVerb(mark.verb))
  return marks.toSorted((a, b) => a.position - b.position).at(-1)
}

const isYes = ({ verb }: Said): boolean => verb === 'accepted-from-here' || verb === 'accepted-with-record'

/** TEAM-3: the same where it stands. A yes ends with the name that it was said of, and leaves nothing said before it to stand again; a no does not end. */
export function saidOf(room: ItemState, institution: string): Said | undefined {
  const last = lastOf(room, institution)
  return last?.lapsed !== undefined && isYes(last) ? undefined : last
}

/** TEAM-2: from which position on something of the party's stands in its caucus: whoever was there before is whom it came to. */
function begunAt({ members, messages, deliveries, offers, consents, items }: Talking): number {
  const came = Object.values(members).flatMap(({ party, since }) => (party === undefined ? [] : [since]))
  const said = [messages, deliveries, offers, consents].flatMap(all =>
    Object.values<{ readonly position: number }>(all).map(({ position }) => position),
  )
  // Who is to come is nothing of the party's.
  const put = Object.values(items)
    .filter(({ register }) => register !== institutionsName)
    .flatMap(({ revisions }) => revisions.map(({ position }) => position))
  return Math.min(...came, ...said, ...put)
}

const founderOf = ({ members }: Room): Member | undefined =>
  Object.values(members).find(({ founder }) => founder)

/** Whether the party came into its caucus to find somebody of that institution there, or nobody of it has come yet. */
function isCameTo(room: Talking, institution: string): boolean {
  const begun = begunAt(room)
  if (begun === Number.POSITIVE_INFINITY) return true
  return Object.values(room.members).some(
    member => isMediator(member) && member.institution === institution && member.since < begun,
  )
}

/**
 * TEAM-1: a mediator of the institution that began the talks, or founded the caucus; or of one that the party came to, and has said
 * nothing against; or of one that the party lets read everything. One that comes from here on comes into a room that follows.
 */
export function checkComing(room: Talking, card: Coming) {
  const { institution } = card
  if (room.kind !== 'caucus' || room.rules < institutionsSince) return ok(null)
  if (!isMediator(card) || institution === undefined) return ok(null)
  if (saidOf(room, institution)?.verb === 'accepted-with-record') return ok(null)
  const isOfFirst = founderOf(room)?.institution === institution
  const isUnsaid = lastOf(room, institution) === undefined
  if (isUnsaid && (isOfFirst || isCameTo(room, institution))) return ok(null)
  return fail('mediator-not-accepted', { institution })
}

/** Mediators of an institution who are in a room. */
export const mediatorsNamed = ({ members }: Room, institution: string): readonly Member[] =>
  Object.values(members).filter(
    member => isPresent(member) && isMediator(member) && member.institution === institution,
  )

/** The institution that an item names now. */
export function institutionIn(item: RegisterItem): string {
  const { institution } = standingOf(item).fields
  return typeof institution === 'string' ? institution : ''
}

/** The same of an item by its id; empty where none names one. */
export function institutionOf({ items }: ItemState, item: ItemId): string {
  const named = items[item]
  return named?.register === institutionsName ? institutionIn(named) : ''
}

/** Whether any of the institution that an item names is in the room. */
export const isHere = (item: RegisterItem, room: Room): boolean =>
  mediatorsNamed(room, institutionIn(item)).length > 0

/** TEAM-8: the caucuses, of those given, in which somebody is not. */
const missingIn = <R extends Room>(
  caucuses: readonly R[],
  { member }: Pick<MemberCard, 'member'>,
): readonly R[] =>
  caucuses.filter(({ kind, members }) => {
    const seat = members[member]
    return kind === 'caucus' && (seat === undefined || !isPresent(seat))
  })

/** TEAM-8: nobody comes to the desk who is not in every caucus that it serves. `rooms`: all that the author holds of the talks. */
export function checkAtDesk(desk: Room, rooms: readonly Room[], card: Pick<MemberCard, 'member'>) {
  const [first] = desk.kind === 'desk' ? missingIn(rooms, card) : []
  return first === undefined ? ok(null) : fail('not-in-every-caucus', { party: first.party?.name ?? '' })
}

export type AtDeskAlone<R extends Room> = { readonly member: Member; readonly caucuses: readonly R[] }

/** TEAM-8: who is at the desk and not in every caucus, as far as the rooms given show it. */
export const atDeskAlone = <R extends Room>(desk: Room, rooms: readonly R[]): readonly AtDeskAlone<R>[] =>
  Object.values(desk.members)
    .filter(isPresent)
    .map(member => ({ member, caucuses: missingIn(rooms, member) }))
    .filter(({ caucuses }) => caucuses.length > 0)
