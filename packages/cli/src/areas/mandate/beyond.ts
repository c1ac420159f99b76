/** MAND-19: what one's own mandates say of an act, shown before it goes; who goes on notes it for the principal. */

import {
  beyondMandate,
  beyondSteps,
  type MandateFinding,
  type Session,
  sayMandateFinding,
} from '@goodoffices/client'
import type { Act, RoomState } from '@goodoffices/core'
import { withoutMarks } from '../../page/words.ts'
import { option } from '../../shell/define.ts'
import { exits, Stop } from '../../shell/exit.ts'
import { writingIn } from '../item/writing.ts'

export type BeyondFlags = { readonly beyondMandate?: true }

export const beyondOption = option(
  '--beyond-mandate',
  'go on although your own mandate speaks against it, and note that for the principal',
)

type Step = { readonly room: RoomState; readonly act: Act }
type Passed = { readonly lines: readonly string[]; readonly notes: ReturnType<typeof beyondSteps> }

export const findingsToLines = (findings: readonly MandateFinding[]): readonly string[] => [
  ...new Set(findings.map(each => withoutMarks(sayMandateFinding(writingIn(each.room), each)))),
]

/** What is said of these acts, and what is noted with them. Ends the command where something is and it was not asked to go on. */
export function passMandate(
  session: Session,
  steps: readonly Step[],
  { beyondMandate: goesOn, preview }: BeyondFlags & { readonly preview?: true },
): Passed {
  const findings = steps.flatMap(({ room, act }) => beyondMandate(session, room.id, act))
  const [first] = findings
  if (first === undefined) return { lines: [], notes: [] }
  const lines = findingsToLines(findings)
  if (goesOn !== true && preview !== true) throw new Stop(exits.refused, { code: 'mandate-says' }, lines)
  return { lines, notes: beyondSteps(writingIn(first.room), findings) }
}
