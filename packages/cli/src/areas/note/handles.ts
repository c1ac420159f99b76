import type { Handles } from '../handle.ts'

export const noteHandles = {
  note: { kind: 'note', letter: 'n', all: room => room.notes },
} satisfies Handles
