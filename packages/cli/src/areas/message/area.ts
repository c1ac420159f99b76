import { handleOf } from '../../names/handles.ts'
import type { CliArea } from '../area.ts'
import { messageHandles } from './handles.ts'
import { askToJson, deliveryToJson, messageToJson, offerToJson, readBackToJson } from './json.ts'
import { registerOffer } from './offer.ts'
import { registerReceive } from './receive.ts'
import { registerRelease } from './release.ts'
import { registerSpeak } from './speak.ts'
import { deliveryToText, messageToText, offerToText } from './text.ts'

export const message: CliArea<'message'> = {
  handles: messageHandles,
  items: {
    message: {
      text: messageToText,
      json: (room, { kind, message, asks, told }) => ({
        kind,
        ...messageToJson(room, message),
        asks: asks.map(ask => askToJson(room, ask)),
        told,
      }),
    },
    delivery: {
      text: deliveryToText,
      json: (room, { kind, delivery, readBacks, replies }) => ({
        kind,
        ...deliveryToJson(room, delivery),
        readBacks: readBacks.map(readBack => readBackToJson(room, readBack)),
        replies: replies.map(reply => handleOf(room, messageHandles.message, reply)),
      }),
    },
    offer: {
      text: (room, { offer }) => offerToText(room, offer),
      json: (room, { kind, offer }) => ({ kind, ...offerToJson(room, offer) }),
    },
  },
  examples: {},
  commands: [
    { under: 'Hearing and carrying', place: 30, register: registerSpeak },
    { under: 'Hearing and carrying', place: 40, register: registerRelease },
    { under: 'Hearing and carrying', place: 70, register: registerReceive },
    { under: 'Hearing and carrying', place: 80, register: registerOffer },
  ],
}
