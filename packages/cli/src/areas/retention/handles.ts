import type { Handles } from '../handle.ts'

export const retentionHandles = {
  hold: { kind: 'hold', letter: 'h', all: room => room.holds },
} satisfies Handles
