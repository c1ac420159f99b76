/** What counts of what a party has said of an offer of good offices, and whether anything may be carried for it by then. */

import type { ItemId, PartyId } from '../../ids.ts'
import { type ItemState, type Mark, type RegisterItem, standingOf } from '../../item/item.ts'
import { countingMarks, isTakenBack, type Reader, type RegisterRoom } from '../../item/register.ts'
import { fail, ok } from '../../result.ts'
import { isRecordedFor } from '../../room/in-whose-name.ts'
import { isMediator, leadsParty } from '../../room/roles.ts'
import type { Room } from '../../room/state.ts'
import type { Portfolio } from './registers/portfolio.ts'
import type { Safety } from './registers/safety.ts'
import { type OfficesAnswer, officesVerbs, portfolioVerbs, safetyVerbs } from './verbs.ts'

type Known = RegisterItem<unknown>
export const officesName = 'good-offices'

export type SaidOfOffices = Mark & { readonly verb: OfficesAnswer }

const isAnswer = <M extends Mark>(mark: M): mark is M & SaidOfOffices =>
  (officesVerbs as Readonly<Record<string, { readonly group?: string }>>)[mark.verb]?.group === 'answer'

/** The party's last word of it as it stands. GOOD-6: it is the addressee's alone, so that none is brought from elsewhere (ITEM-11). */
export const answerToOffices = (offer: Known): SaidOfOffices | undefined =>
  countingMarks({ verbs: officesVerbs }, offer).findLast(isAnswer)

const isYes = ({ verb }: Mark): boolean => verb === 'accepted' || verb === 'accepted-with-limits'

/** The yes that stands, with the limits that it may have. */
export function acceptanceOf(offer: Known): SaidOfOffices | undefined {
  const said = answerToOffices(offer)
  return said !== undefined && isYes(said) ? said : undefined
}

/** GOOD-1: it was accepted, and has changed since in what matters. */
export const isToBeConfirmed = (offer: Known): boolean =>
  answerToOffices(offer) === undefined && offer.marks.some(mark => isAnswer(mark) && isYes(mark))

/** Offers of a room, in the order in which they came; those taken back are none. */
export const officesIn = ({ items }: ItemState): readonly RegisterItem[] =>
  Object.values(items).filter(
    thing => thing.register === officesName && !isTakenBack({ verbs: officesVerbs }, thing),
  )

/** GOOD-17: what a party is asked to answer anew where its caucus goes on in another room: what it is offered, and by which rules it is mediated. */
export const answeredAnew = (room: ItemState): readonly RegisterItem[] => [
  ...officesIn(room),
  ...Object.values(room.items).filter(({ register }) => register === 'agreement-to-mediate'),
]

/** Whether a reader answers for the party whose caucus it is: whoever leads it, or the mediators who write down what it says. */
export const answersForParty = (reader: Reader, room: RegisterRoom): boolean =>
  room.kind === 'caucus' &&
  (isMediator(reader) ? isRecordedFor(room) : leadsParty(reader) && reader.party === room.party?.party)

type Caucus = Room & ItemState

/**
 * GOOD-3: the first of the rooms whose party has not accepted, where an offer stands in any of them: in talks begun as offered nothing is
 * carried for it. Third parties are asked for their yes where something was offered to them.
 */
export function notAccepting<R extends Caucus>(rooms: readonly R[]): R | undefined {
  const caucuses = rooms.filter(({ kind }) => kind === 'caucus')
  const isOffered = caucuses.some(room => officesIn(room).length > 0)
  return caucuses.find(room => {
    const offers = officesIn(room)
    if (offers.length === 0) return isOffered && room.party?.kind === 'party'
    return !offers.some(offer => acceptanceOf(offer) !== undefined)
  })
}

/** GOOD-9: what is disclosed reaches every party or none: each has an offer in which it can stand. A third party reads it where it has one. */
export function checkDisclosing(rooms: readonly Caucus[]) {
  const without = rooms.find(
    room => room.kind === 'caucus' && room.party?.kind === 'party' && officesIn(room).length === 0,
  )
  return without === undefined ? ok(null) : fail('offices-missing', { party: without.party?.name ?? '' })
}

/** GOOD-16: whether the desk has found that somebody of a side may come to harm, whatever was planned for it since. */
export const isInDanger = ({ items }: ItemState, party: PartyId): boolean =>
  (Object.values(items).filter(({ register }) => register === 'safety') as unknown as readonly Safety[]).some(
    thing =>
      standingOf(thing).fields.party === party &&
      countingMarks({ verbs: safetyVerbs }, thing).some(({ verb }) => verb !== 'safety-met'),
  )

/** The portfolios at a desk, but for those that were declined or handed over. */
const portfoliosIn = ({ items }: ItemState): readonly Portfolio[] =>
  (
    Object.values(items).filter(({ register }) => register === 'portfolio') as unknown as readonly Portfolio[]
  ).filter(thing => {
    const said = countingMarks({ verbs: portfolioVerbs }, thing).at(-1)?.verb
    return said === undefined || said === 'portfolio-taken'
  })

/** GOOD-19: those that name an issue of the agenda, whichever party they are for. */
export const portfoliosOn = (desk: ItemState, issue: ItemId): readonly Portfolio[] =>
  portfoliosIn(desk).filter(thing => standingOf(thing).fields.issues?.includes(issue))

/**
 * GOOD-13: those in which is what goes to or from a party, of an issue where it names one. Of a portfolio for a party and some issues
 * it is whatever names none; by the issue alone it is of one that is for no party.
 */
export function portfoliosOf(
  desk: ItemState,
  { party, issue }: { readonly party?: PartyId; readonly issue?: ItemId },
): readonly Portfolio[] {
  return portfoliosIn(desk).filter(thing => {
    const { forParties, issues } = standingOf(thing).fields
    const isOfIssue = issue !== undefined && issues?.includes(issue) === true
    if (forParties === undefined) return isOfIssue
    const isOfParty = party !== undefined && forParties.includes(party)
    return isOfParty && (isOfIssue || issue === undefined || issues === undefined)
  })
}
