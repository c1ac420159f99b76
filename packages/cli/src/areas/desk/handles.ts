import { handles } from '../handle.ts'

export const deskHandles = handles({
  conveyance: { kind: 'conveyance', letter: 'c', all: room => room.conveyances },
})
