import { handles } from '../handle.ts'

export const assentHandles = handles({
  /** At the desk those that were planned there, in a caucus those put to it. */
  question: {
    kind: 'question',
    letter: 'q',
    all: room => (room.kind === 'desk' ? room.questionPlans : room.questions),
  },
})
