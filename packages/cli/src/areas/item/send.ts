/** Sends what is put or said of a thing, and says in the shell's own words what a register does not take. */

import { checkThing, fieldLabel, type Session, type ThingAct } from '@goodoffices/client'
import type { Register, RoomState, Violation } from '@goodoffices/core'
import { demand, misuse } from '../../shell/exit.ts'

export type Sending = {
  readonly room: RoomState
  readonly act: ThingAct
  readonly register: Register
  readonly labels: Readonly<Record<string, string>>
}

/** ITEM-9 is checked here, where all rooms are known; the room's own rules where the session asks them. */
export async function send(session: Session, { room, act, register, labels }: Sending): Promise<void> {
  demand(checkThing(session.rooms(room.process.process), room, act))
  const done = await session.act(room.id, act)
  if (!done.ok && done.error.code === 'item-malformed' && act.kind === 'item.put')
    throw wrongField(done.error, act.fields, register, labels)
  demand(done)
}

/** Which field is wrong, by its label; what is missing is told from what is not as it should be. */
function wrongField(
  { path, reason }: Violation,
  fields: object,
  register: Register,
  labels: Readonly<Record<string, string>>,
) {
  const [name = ''] = String(path).split('.')
  const field = fieldLabel(labels, register.name, name)
  return Object.hasOwn(fields, name)
    ? misuse('field-wrong', { field, reason: String(reason) })
    : misuse('field-needed', { field })
}
