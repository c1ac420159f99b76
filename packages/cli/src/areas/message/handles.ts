import type { Handle } from '../handle.ts'

export const messageHandles = {
  message: { letter: 'm', all: room => room.messages },
  delivery: { letter: 'd', all: room => room.deliveries },
  ask: { letter: 'a', all: room => room.asks },
  'read-back': { letter: 'r', all: room => room.readBacks },
  offer: { letter: 'o', all: room => room.offers },
} satisfies Readonly<Record<string, Handle>>
