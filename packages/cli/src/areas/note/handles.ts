import { handles } from '../handle.ts'

export const noteHandles = handles({
  note: { kind: 'note', letter: 'n', all: room => room.notes },
})
