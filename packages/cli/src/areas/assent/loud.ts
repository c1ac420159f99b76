/** ASNT-5, ASNT-14: told loudly, wherever one looks for what waits. */

import { foreignAtTable, type ProcessSummary, type Session, unprovedQuestions } from '@goodoffices/client'
import { say } from '@goodoffices/client/words'
import { fullHandle } from '../../names/handles.ts'
import { withoutMarks } from '../../page/words.ts'
import { writingIn } from '../item/writing.ts'
import { assentHandles } from './handles.ts'

export const loudLines = (session: Session, process: ProcessSummary): readonly string[] => [
  ...foreignLines(session, process),
  ...unprovedLines(session, process),
]

/** ASNT-5: what mediators say all have said yes to, and is not proved. */
const unprovedLines = (session: Session, { process }: ProcessSummary): readonly string[] =>
  session.rooms(process).flatMap(room =>
    unprovedQuestions(room).map(question => {
      const handle = fullHandle(room, assentHandles.question, question)
      return `!! ${handle}: ${writingIn(room).vocabulary.terms['not-proved']}`
    }),
  )

function foreignLines(session: Session, { process }: ProcessSummary): readonly string[] {
  const table = session.rooms(process).find(({ kind }) => kind === 'table')
  if (table === undefined) return []
  const { vocabulary, figures } = writingIn(table)
  return foreignAtTable(session, process).map(
    ({ name }) => `!! ${withoutMarks(say(vocabulary.terms['foreign-device'], { name }, figures))}`,
  )
}
