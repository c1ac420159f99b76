/** What waits for whom: the mediator's work across the rooms, and a party's in its own. */

import type { RoomState } from '../../areas.ts'
import type { MemberId, RoomId } from '../../ids.ts'
import type { RegisterItem } from '../../item/item.ts'
import type { Asking } from '../../item/register.ts'
import { findRegister } from '../../item/registry.ts'
import { isPresent, type Member } from '../../room/state.ts'
import { unfinishedOf } from '../assent/putting.ts'
import { countingAnswer, phaseOf, planPhaseOf, type Question, type QuestionPlan } from '../assent/state.ts'
import { isMediatorsItem } from '../item/whose.ts'
import { allows } from '../message/disclosure.ts'
import { subjectOf } from '../message/items.ts'
import { type AnyPassage, isOfItem, isOfMark, isOfMessage, isSamePassage } from '../message/passage.ts'
import type { Ask, Delivery, Message, Offer, ReadBack } from '../message/state.ts'
import { institutionsName, institutionsOf, isHere } from '../team/coming.ts'
import { type Successor, successorOf } from '../team/state.ts'
import { isPlaced } from './convey.ts'
import { type Conveyance, type Origin, originsOf } from './plan.ts'
import { carriesSame, type Planned } from './rules.ts'
import type { Carried } from './state.ts'

type Asked = { readonly kind: 'asked'; readonly room: RoomState; readonly ask: Ask }
type Delivered = { readonly kind: 'delivered'; readonly room: RoomState; readonly delivery: Delivery }

/** What waits for the mediators, across the rooms. */
export type WaitingAtDesk =
  /** A message of a party of which nothing has been carried or asked, and which was not said to be heard only. */
  | { readonly kind: 'heard'; readonly room: RoomState; readonly message: Message }
  /** The same of an item that a party put. */
  | { readonly kind: 'put'; readonly room: RoomState; readonly thing: RegisterItem }
  /** TEAM-9: the party wants the mediators of an institution to go, and they are there. */
  | { readonly kind: 'leave-asked'; readonly room: RoomState; readonly thing: RegisterItem }
  /** TEAM-3: a party has let mediators come, and none of them is there. */
  | { readonly kind: 'may-come'; readonly room: RoomState; readonly thing: RegisterItem }
  | Asked
  /** Released and not yet carried. */
  | { readonly kind: 'released'; readonly room: RoomState; readonly ask: Ask }
  | { readonly kind: 'prepared'; readonly carried: Carried }
  /** Said at the desk to be delivered, and not found where it should have arrived. */
  | { readonly kind: 'unfinished'; readonly carried: Carried; readonly room: RoomState }
  | Delivered
  | { readonly kind: 'read-back'; readonly room: RoomState; readonly readBack: ReadBack }
  | { readonly kind: 'offer'; readonly room: RoomState; readonly offer: Offer }
  /** Put to all, and its outcome not told. `room`: the desk. */
  | { readonly kind: 'question'; readonly room: RoomState; readonly question: QuestionPlan }
  /** Said at the desk to be put, told or withdrawn, and not found in every caucus. */
  | { readonly kind: 'question-unfinished'; readonly room: RoomState; readonly question: QuestionPlan }

/** What waits for a party, in its own caucus. */
export type WaitingInCaucus =
  | Asked
  | Delivered
  | { readonly kind: 'review'; readonly room: RoomState; readonly message: Message }
  /** TEAM-11: a room is offered in which the caucus goes on, with those whom the party lets come. */
  | { readonly kind: 'successor'; readonly room: RoomState; readonly successor: Successor }
  /** Put to this party, open, and not answered. */
  | { readonly kind: 'question'; readonly room: RoomState; readonly question: Question }

export type Waiting = WaitingAtDesk | WaitingInCaucus

/** What a thing of a register asks of the reader. */
export type AskedByThing = {
  readonly kind: 'thing'
  readonly room: RoomState
  readonly thing: RegisterItem
  readonly asking: Asking
}

/**
 * The mediators' list, grouped by what it waits for; in the order of the rooms given, then of their logs. `rooms`: all that bear on
 * it, the table and the groups for what was to arrive there. `now`: ms since 1970 UTC; without it, as late as the desk shows that it is.
 */
export function waitingAtDesk(
  desk: RoomState,
  rooms: readonly RoomState[],
  now: number = desk.lastPlaced,
): readonly WaitingAtDesk[] {
  const all = Object.values(desk.conveyances)
  const carried = all.filter(({ standing }) => standing !== 'cancelled')
  const heard = (desk.heardOnly ?? []).flatMap(({ origin }) => keysOf(origin))
  return [
    ...all.flatMap(each => waitingOf(each, rooms)),
    ...Object.values(desk.questionPlans).flatMap(question =>
      waitingOfQuestion(desk, question, { rooms, now }),
    ),
    ...rooms.filter(({ kind }) => kind === 'caucus').flatMap(room => waitingFrom(room, carried, heard)),
  ]
}

function waitingOf(carried: Carried, rooms: readonly RoomState[]): readonly WaitingAtDesk[] {
  if (carried.standing === 'prepared') return [{ kind: 'prepared', carried }]
  const room = rooms.find(({ id }) => id === carried.plan.to)
  return carried.standing === 'delivered' && room !== undefined && !isPlaced(carried.plan, room)
    ? [{ kind: 'unfinished', carried, room }]
    : []
}

function waitingOfQuestion(
  desk: RoomState,
  question: QuestionPlan,
  { rooms, now }: { readonly rooms: readonly RoomState[]; readonly now: number },
): readonly WaitingAtDesk[] {
  const held = (id: RoomId): RoomState | undefined => rooms.find(room => room.id === id)
  const { closes, tellBy } = question.content.times
  const missing = unfinishedOf(desk, question, held)
  // What can be put or told no longer is not waited for.
  const isOver = (missing === 'assent.ask' && now > closes) || (missing === 'assent.close' && now > tellBy)
  if (missing !== undefined && !isOver) return [{ kind: 'question-unfinished', room: desk, question }]
  const phase = planPhaseOf(question, now)
  return phase === 'open' || phase === 'closed' ? [{ kind: 'question', room: desk, question }] : []
}

function waitingFrom(
  room: RoomState,
  carried: readonly Carried[],
  heard: readonly string[],
): readonly WaitingAtDesk[] {
  if (successorOf(room) !== undefined) return []
  const touched = new Set([...carried.flatMap(({ plan }) => originsOf(plan).flatMap(keysOf)), ...heard])
  const asks = Object.values(room.asks)
  const asked = new Set(asks.map(subjectOf))
  const isTouched = (about: string): boolean => touched.has(keyOf(room.id, about))
  const read = new Set(Object.values(room.readBacks).map(({ delivery }) => delivery))
  return [
    ...comingAndGoing(room),
    ...Object.values(room.readBacks)
      .filter(({ verdict }) => verdict === undefined)
      .map((readBack): WaitingAtDesk => ({ kind: 'read-back', room, readBack })),
    ...asks
      .filter(ask => ask.answer?.given === true && !carried.some(each => uses(each, room.id, ask)))
      .map((ask): WaitingAtDesk => ({ kind: 'released', room, ask })),
    ...Object.values(room.messages)
      .filter(({ side, message }) => side === 'party' && !asked.has(message) && !isTouched(message))
      .map((message): WaitingAtDesk => ({ kind: 'heard', room, message })),
    ...Object.values(room.items)
      .filter(thing => findRegister(thing.register)?.staysHere !== true && !isMediatorsItem(room, thing))
      .filter(thing => !asked.has(thing.item) && !isTouched(thing.item))
      .map((thing): WaitingAtDesk => ({ kind: 'put', room, thing })),
    ...asks
      .filter(({ answer }) => answer === undefined)
      .map((ask): WaitingAtDesk => ({ kind: 'asked', room, ask })),
    ...Object.values(room.deliveries)
      .filter(({ delivery }) => !read.has(delivery))
      .map((delivery): WaitingAtDesk => ({ kind: 'delivered', room, delivery })),
    ...Object.values(room.offers)
      .filter(
        ({ withdrawn, reports, offer }) =>
          withdrawn === undefined && reports.length === 0 && !isTouched(offer),
      )
      .map((offer): WaitingAtDesk => ({ kind: 'offer', room, offer })),
  ]
}

/** Whose mediators are to go, and who may come, by what the party said. */
function comingAndGoing(room: RoomState): readonly WaitingAtDesk[] {
  const institutions = institutionsOf(room)
  const standing = (thing: RegisterItem): string | undefined =>
    findRegister(institutionsName)?.standing(thing, room).standing
  return [
    ...institutions
      .filter(thing => standing(thing) === 'asked-out')
      .map((thing): WaitingAtDesk => ({ kind: 'leave-asked', room, thing })),
    ...institutions
      .filter(thing => standing(thing)?.startsWith('accepted') === true && !isHere(thing, room))
      .map((thing): WaitingAtDesk => ({ kind: 'may-come', room, thing })),
  ]
}

/**
 * Whether a release is used by what was carried: by a plan that was made after it was given, whatever that takes from there, or by one
 * that carries just this, and no less of it than was released.
 */
function uses({ plan, steps }: Carried, room: RoomId, ask: Ask): boolean {
  const { answer, marking } = ask
  const from = originsOf(plan).filter(origin => keysOf(origin).includes(keyOf(room, subjectOf(ask))))
  const isLater = steps.some(({ did, time }) => did === 'prepare' && time >= (answer?.time ?? 0))
  const isWhole =
    allows(plan.as, answer?.marking ?? marking) && from.some(origin => carries(origin, ask.passage))
  return from.length > 0 && (isLater || isWhole)
}

function carries(origin: Origin, passage: AnyPassage): boolean {
  switch (origin.kind) {
    case 'passage':
      return isOfMessage(passage) && isSamePassage(origin.passage, passage)
    case 'item':
      return isOfItem(passage) && passage.fields.every(field => origin.fields.includes(field))
    case 'mark':
      return isOfMark(passage) && origin.mark === passage.mark
    case 'offer':
    case 'mediators':
      return false
    default:
      return origin satisfies never
  }
}

/** Ids are chosen by their authors, and two caucuses may choose the same. */
const keyOf = (room: RoomId, about: string): string => `${room} ${about}`

function keysOf(origin: Origin): readonly string[] {
  switch (origin.kind) {
    case 'mediators':
      return []
    case 'passage':
      return [keyOf(origin.room, origin.passage.message)]
    case 'offer':
      return [keyOf(origin.room, origin.offer)]
    case 'item':
    case 'mark':
      return [keyOf(origin.room, origin.item)]
    default:
      return origin satisfies never
  }
}

/** DESK-3: what of the same has been prepared or delivered to the same room by another plan, oldest first. */
export const carriedAlready = (
  desk: RoomState,
  plan: Planned & Partial<Pick<Conveyance, 'conveyance'>>,
): readonly Carried[] =>
  Object.values(desk.conveyances).filter(
    other =>
      other.standing !== 'cancelled' &&
      other.plan.conveyance !== plan.conveyance &&
      carriesSame(other.plan, plan),
  )

/**
 * A party's list in its own caucus: questions to answer, releases asked, deliveries to read back, words recorded in its name to review.
 * `now`: as above.
 */
export function waitingInCaucus(room: RoomState, now: number = room.lastPlaced): readonly WaitingInCaucus[] {
  // TEAM-12: what was asked there ends with it.
  if (successorOf(room) !== undefined) return []
  const { successor } = room
  const read = new Set(Object.values(room.readBacks).map(({ delivery }) => delivery))
  return [
    ...(successor === undefined ? [] : [{ kind: 'successor', room, successor } satisfies WaitingInCaucus]),
    ...Object.values(room.questions)
      .filter(question => phaseOf(question, now) === 'open' && countingAnswer(question) === undefined)
      .map((question): WaitingInCaucus => ({ kind: 'question', room, question })),
    ...Object.values(room.asks)
      .filter(ask => ask.answer === undefined)
      .map((ask): WaitingInCaucus => ({ kind: 'asked', room, ask })),
    ...Object.values(room.deliveries)
      .filter(delivery => !read.has(delivery.delivery))
      .map((delivery): WaitingInCaucus => ({ kind: 'delivered', room, delivery })),
    ...(room.party?.account === true
      ? Object.values(room.messages)
          .filter(message => message.recorded !== undefined && message.review === undefined)
          .map((message): WaitingInCaucus => ({ kind: 'review', room, message }))
      : []),
  ]
}

/** What things of registers ask of a member of these rooms, in the order of the rooms given, then of their logs. */
export const waitingOfThings = (rooms: readonly RoomState[], reader: MemberId): readonly AskedByThing[] =>
  rooms.flatMap(room => {
    const member: Member | undefined = room.members[reader]
    if (member === undefined || !isPresent(member) || successorOf(room) !== undefined) return []
    return Object.values(room.items).flatMap(thing =>
      (findRegister(thing.register)?.asks?.(thing, member, room) ?? []).map(
        (asking): AskedByThing => ({ kind: 'thing', room, thing, asking }),
      ),
    )
  })
