/** Sends what is put or said of a thing, and says in the shell's own words what a register does not take. */

import { checkThing, fieldLabel, type Session, type ThingAct } from '@goodoffices/client'
import type { Register, RoomState, Violation } from '@goodoffices/core'
import type { Answer } from '../../shell/define.ts'
import { demand, misuse, type Stop, stopFor } from '../../shell/exit.ts'
import { type Saying, sayChecked } from '../desk/reach.ts'

export type Sending = Pick<Saying, 'flags' | 'said'> & {
  readonly room: RoomState
  readonly act: ThingAct
  readonly register: Register
  readonly labels: Readonly<Record<string, string>>
}

/** ITEM-9 is checked here, where all rooms are known; the room's own rules, and what a side would read of it, where all is said. */
export async function send(
  session: Session,
  { room, act, register, labels, flags, said }: Sending,
): Promise<Answer> {
  demand(checkThing(session.rooms(room.process.process), room, act))
  const refused = (error: Violation): Stop =>
    error.code === 'item-malformed' && act.kind === 'item.put'
      ? wrongField(error, act.fields, register, labels)
      : stopFor(error)
  return sayChecked(session, room, { act, flags, said, refused })
}

/** Which field is wrong, by its label; what is missing is told from what is not as it should be. */
function wrongField(
  { path, reason }: Violation,
  fields: object,
  register: Register,
  labels: Readonly<Record<string, string>>,
): Stop {
  const [name = ''] = String(path).split('.')
  const field = fieldLabel(labels, register.name, name)
  return Object.hasOwn(fields, name)
    ? misuse('field-wrong', { field, reason: String(reason) })
    : misuse('field-needed', { field })
}
