/** Messages, deliveries and offers as `--json` shows them: handles beside ids, markings computed. CLI-12. */

import {
  type Ask,
  type Delivery,
  type Message,
  type Offer,
  ofPart,
  ofRest,
  permissionFor,
  type ReadBack,
  type RoomState,
  standingBody,
} from '@goodoffices/core'
import { fullHandle, partHandle, partsOf, passageHandle } from '../../names/handles.ts'
import { messageHandles } from './handles.ts'

const nameOf = (room: RoomState, id: Message['by']): string => room.members[id]?.name ?? ''

export function messageToJson(room: RoomState, message: Message) {
  const { parts: _parts, rulings: _rulings, by, ...rest } = message
  return {
    ...rest,
    handle: fullHandle(room, messageHandles.message, message.message),
    by: { member: by, name: nameOf(room, by) },
    ...(message.answers === undefined
      ? {}
      : { answersHandle: fullHandle(room, messageHandles.delivery, message.answers) }),
    mayPass: permissionFor(message, { message: message.message }, room.terms),
    rest: ofRest(message, room.terms),
    parts: partsOf(message).map(part => ({
      part: part.part,
      handle: `${fullHandle(room, messageHandles.message, message.message)}.${partHandle(message, part.part)}`,
      from: part.from,
      to: part.to,
      text: standingBody(message).slice(part.from, part.to),
      mayPass: ofPart(message, part),
    })),
  }
}

export function askToJson(room: RoomState, ask: Ask) {
  return {
    ...ask,
    handle: fullHandle(room, messageHandles.ask, ask.ask),
    passageHandle: passageHandle(room, ask.passage),
    by: { member: ask.by, name: nameOf(room, ask.by) },
  }
}

export function readBackToJson(room: RoomState, readBack: ReadBack) {
  return {
    ...readBack,
    handle: fullHandle(room, messageHandles.readBack, readBack.readback),
    deliveryHandle: fullHandle(room, messageHandles.delivery, readBack.delivery),
    by: { member: readBack.by, name: nameOf(room, readBack.by) },
  }
}

export function deliveryToJson(room: RoomState, delivery: Delivery) {
  return {
    ...delivery,
    handle: fullHandle(room, messageHandles.delivery, delivery.delivery),
    by: { member: delivery.by, name: nameOf(room, delivery.by) },
    ...(delivery.answers === undefined
      ? {}
      : { answersHandle: fullHandle(room, messageHandles.message, delivery.answers) }),
  }
}

export function offerToJson(room: RoomState, offer: Offer) {
  return {
    ...offer,
    handle: fullHandle(room, messageHandles.offer, offer.offer),
    by: { member: offer.by, name: nameOf(room, offer.by) },
  }
}
