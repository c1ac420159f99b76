import type { Handle } from '../handle.ts'

export const deskHandles = {
  conveyance: { letter: 'c', all: room => room.conveyances },
} satisfies Readonly<Record<string, Handle>>
