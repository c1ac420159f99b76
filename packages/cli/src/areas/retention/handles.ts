import type { Handle } from '../handle.ts'

export const retentionHandles = {
  hold: { letter: 'h', all: room => room.holds },
} satisfies Readonly<Record<string, Handle>>
