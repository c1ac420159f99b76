/** What waits for whom: the mediator's work across the rooms, and a party's in its own. */

import type { RoomState } from '../../areas.ts'
import type { MemberId, MessageId, OfferId, RoomId } from '../../ids.ts'
import type { RegisterItem } from '../../item/item.ts'
import type { Asking } from '../../item/register.ts'
import { findRegister } from '../../registers.ts'
import { isPresent, type Member } from '../../room/state.ts'
import type { Ask, Delivery, Message, Offer, ReadBack } from '../message/state.ts'
import type { Conveyance } from './plan.ts'
import { carriesSame } from './rules.ts'
import type { Carried } from './state.ts'

export type Waiting =
  /** A message of a party of which nothing has been carried, asked or noted as carried yet. */
  | { readonly kind: 'heard'; readonly room: RoomState; readonly message: Message }
  | { readonly kind: 'asked'; readonly room: RoomState; readonly ask: Ask }
  /** Released and not yet carried. */
  | { readonly kind: 'released'; readonly room: RoomState; readonly ask: Ask }
  | { readonly kind: 'prepared'; readonly carried: Carried }
  /** Said at the desk to be delivered, and not found where it should have arrived. */
  | { readonly kind: 'unfinished'; readonly carried: Carried; readonly room: RoomState }
  | { readonly kind: 'delivered'; readonly room: RoomState; readonly delivery: Delivery }
  | { readonly kind: 'read-back'; readonly room: RoomState; readonly readBack: ReadBack }
  | { readonly kind: 'offer'; readonly room: RoomState; readonly offer: Offer }
  | { readonly kind: 'review'; readonly room: RoomState; readonly message: Message }

/** What a thing of a register asks of the reader. */
export type AskedByThing = {
  readonly kind: 'thing'
  readonly room: RoomState
  readonly thing: RegisterItem
  readonly asking: Asking
}

/** The mediators' list, grouped by what it waits for; in the order of the rooms given, then of their logs. */
export function waitingAtDesk(desk: RoomState, caucuses: readonly RoomState[]): readonly Waiting[] {
  const carried = Object.values(desk.conveyances)
  const touched = new Set(
    carried.flatMap(({ plan: { origin }, standing }) => {
      if (standing === 'cancelled' || origin.kind === 'mediators') return []
      return [
        origin.kind === 'passage'
          ? keyOf(origin.room, origin.passage.message)
          : keyOf(origin.room, origin.offer),
      ]
    }),
  )
  const waiting: Waiting[] = []
  for (const item of carried) {
    if (item.standing === 'prepared') waiting.push({ kind: 'prepared', carried: item })
    if (item.standing === 'delivered') {
      const room = caucuses.find(({ id }) => id === item.plan.to)
      if (room !== undefined && !Object.hasOwn(room.deliveries, item.plan.delivery))
        waiting.push({ kind: 'unfinished', carried: item, room })
    }
  }
  for (const room of caucuses) {
    const asks = Object.values(room.asks)
    const asked = new Set(asks.map(ask => ask.passage.message))
    for (const readBack of Object.values(room.readBacks)) {
      if (readBack.verdict === undefined) waiting.push({ kind: 'read-back', room, readBack })
    }
    for (const ask of asks) {
      if (ask.answer?.given === true && !touched.has(keyOf(room.id, ask.passage.message)))
        waiting.push({ kind: 'released', room, ask })
    }
    for (const message of Object.values(room.messages)) {
      const isTouched = asked.has(message.message) || touched.has(keyOf(room.id, message.message))
      if (message.side === 'party' && !isTouched) waiting.push({ kind: 'heard', room, message })
    }
    for (const ask of asks) if (ask.answer === undefined) waiting.push({ kind: 'asked', room, ask })
    const read = new Set(Object.values(room.readBacks).map(({ delivery }) => delivery))
    for (const delivery of Object.values(room.deliveries)) {
      if (!read.has(delivery.delivery)) waiting.push({ kind: 'delivered', room, delivery })
    }
    for (const offer of Object.values(room.offers)) {
      const isTouched = offer.reports.length > 0 || touched.has(keyOf(room.id, offer.offer))
      if (offer.withdrawn === undefined && !isTouched) waiting.push({ kind: 'offer', room, offer })
    }
  }
  return waiting
}

/** Ids are chosen by their authors, and two caucuses may choose the same. */
const keyOf = (room: RoomId, about: MessageId | OfferId): string => `${room} ${about}`

/** DESK-3: what of the same has been prepared or delivered to the same room by another plan, oldest first. */
export const carriedAlready = (desk: RoomState, plan: Conveyance): readonly Carried[] =>
  Object.values(desk.conveyances).filter(
    other =>
      other.standing !== 'cancelled' &&
      other.plan.conveyance !== plan.conveyance &&
      carriesSame(other.plan, plan),
  )

/** A party's list in its own caucus: releases asked, deliveries to read back, words recorded in its name to review. */
export function waitingInCaucus(room: RoomState): readonly Waiting[] {
  const read = new Set(Object.values(room.readBacks).map(({ delivery }) => delivery))
  return [
    ...Object.values(room.asks)
      .filter(ask => ask.answer === undefined)
      .map((ask): Waiting => ({ kind: 'asked', room, ask })),
    ...Object.values(room.deliveries)
      .filter(delivery => !read.has(delivery.delivery))
      .map((delivery): Waiting => ({ kind: 'delivered', room, delivery })),
    ...(room.party?.account === true
      ? Object.values(room.messages)
          .filter(message => message.recorded !== undefined && message.review === undefined)
          .map((message): Waiting => ({ kind: 'review', room, message }))
      : []),
  ]
}

/** What things of registers ask of a member of these rooms, in the order of the rooms given, then of their logs. */
export const waitingOfThings = (rooms: readonly RoomState[], reader: MemberId): readonly AskedByThing[] =>
  rooms.flatMap(room => {
    const member: Member | undefined = room.members[reader]
    if (member === undefined || !isPresent(member)) return []
    return Object.values(room.items).flatMap(thing =>
      (findRegister(thing.register)?.asks?.(thing, member, room) ?? []).map(
        (asking): AskedByThing => ({ kind: 'thing', room, thing, asking }),
      ),
    )
  })
