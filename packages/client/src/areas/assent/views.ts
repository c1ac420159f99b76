/** When questions close, and how each side answers what it is asked. */

import { isMediator, isPresent, type Question, type RoomState } from '@goodoffices/core'
import type { AreaViews, Counting, Dated } from '../../views/area-views.ts'
import { medianOf, ofEach } from '../../views/figures.ts'
import type { Here } from '../../waiting/wait.ts'

/** For the mediators once, by what was put at the desk; for whoever is asked, by what its caucus was asked. */
const days = ({ rooms, me, desk }: Here): readonly Dated[] => [
  ...(desk === undefined
    ? []
    : Object.values(desk.questionPlans).flatMap(plan => (plan.put === undefined ? [] : closing(desk, plan)))),
  ...rooms.flatMap(room => {
    const seat = room.members[me]
    const isAsked = room.kind === 'caucus' && seat !== undefined && isPresent(seat) && !isMediator(seat)
    return isAsked ? Object.values(room.questions).flatMap(question => closing(room, question)) : []
  }),
]

function closing(
  room: RoomState,
  question: Pick<Question, 'question' | 'content' | 'withdrawn'>,
): readonly Dated[] {
  if (question.withdrawn !== undefined) return []
  return [
    {
      room,
      about: question.question,
      field: 'closes',
      when: { kind: 'moment', at: question.content.times.closes },
      called: { term: 'question-closes', words: question.content.texts[0]?.body ?? '' },
    },
  ]
}

const questionsIn = ({ questions }: RoomState): readonly Question[] => Object.values(questions)

const counts = (counting: Counting) =>
  [
    ofEach(
      counting,
      { of: 'measure.asked', unit: 'times', by: 'mediators' },
      room => questionsIn(room).length,
    ),
    ofEach(
      counting,
      { of: 'measure.answered', unit: 'times', by: 'side' },
      room => questionsIn(room).filter(({ answers }) => answers.length > 0).length,
    ),
    ofEach(counting, { of: 'measure.answer-time', unit: 'length', by: 'side' }, room =>
      medianOf(
        questionsIn(room).flatMap(({ time, answers: [first] }) =>
          first === undefined ? [] : [first.time - time],
        ),
      ),
    ),
  ] as const

export const views: AreaViews = { days, counts }
