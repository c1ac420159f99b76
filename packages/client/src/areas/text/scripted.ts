/** What the leak check says of a draft that a sample issues. */

import { type Act, type Finding, findLeaksInAct, issueText } from '@goodoffices/core'
import { onceEach, type Stage } from '../desk/scripted.ts'

/** Of what each room would read of it; none of any other act. */
export function findingsAtIssuing(act: Act, { find, all }: Stage): readonly Finding[] {
  const desk = act.kind === 'text.issue' ? all.find(({ kind }) => kind === 'desk') : undefined
  if (act.kind !== 'text.issue' || desk === undefined) return []
  const brought = issueText(desk, act, find)
  if (!brought.ok) return []
  return onceEach(
    brought.value.flatMap(({ room, act: arriving }) => {
      const recipient = find(room)
      return recipient === undefined ? [] : findLeaksInAct({ act: arriving, recipient }, all)
    }),
  )
}
