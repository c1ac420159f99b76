import type { Handles } from '../handle.ts'

export const deskHandles = {
  conveyance: { kind: 'conveyance', letter: 'c', all: room => room.conveyances },
} satisfies Handles
