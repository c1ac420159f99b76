/** ASNT-14: told loudly, wherever one looks for what waits. */

import { foreignAtTable, type ProcessSummary, type Session } from '@goodoffices/client'
import { say } from '@goodoffices/client/words'
import { withoutMarks } from '../../page/words.ts'
import { writingIn } from '../item/writing.ts'

export function foreignLines(session: Session, { process }: ProcessSummary): readonly string[] {
  const table = session.rooms(process).find(({ kind }) => kind === 'table')
  if (table === undefined) return []
  const { vocabulary, figures } = writingIn(table)
  return foreignAtTable(session, process).map(
    ({ name }) => `!! ${withoutMarks(say(vocabulary.terms['foreign-device'], { name }, figures))}`,
  )
}
