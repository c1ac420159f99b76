import { handles } from '../handle.ts'

export const messageHandles = handles({
  message: { kind: 'message', letter: 'm', all: room => room.messages },
  delivery: { kind: 'delivery', letter: 'd', all: room => room.deliveries },
  ask: { kind: 'ask', letter: 'a', all: room => room.asks },
  readBack: { kind: 'read-back', letter: 'r', all: room => room.readBacks },
  offer: { kind: 'offer', letter: 'o', all: room => room.offers },
})
