import { handles } from '../handle.ts'

export const retentionHandles = handles({
  hold: { kind: 'hold', letter: 'h', all: room => room.holds },
})
