import type { Handle } from '../handle.ts'

export const noteHandles = {
  note: { letter: 'n', all: room => room.notes },
} satisfies Readonly<Record<string, Handle>>
