/** One's own notes on talks: a room of their own with nobody else in it, so that they can be purged alone. */

import type { Act, Note, NoteId, ProcessId, RoomId, RoomState } from '@goodoffices/core'
import { summaryOf } from '../../process/find.ts'
import { roomsOf } from '../../process/held.ts'
import { newId } from '../../process/id.ts'
import { nameRoom } from '../../process/new-room.ts'
import { keepRoom, makeRoom, ownCard } from '../../process/rooms.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { AtWork } from '../../session/at-work.ts'
import type { Engine } from '../../session/engine/engine.ts'
import type { Step } from '../../session/engine/ground.ts'
import { openRoom } from '../roster/founding.ts'

export type NoteRequest = { readonly body: string; readonly about?: Note['about'] }

/** The rooms of one's own notes on a process: none until something is noted, several where two devices began at once. */
export const notesOf = ({ engine }: AtWork, process: ProcessId): readonly RoomState[] =>
  roomsOf(engine, process).filter(room => room.kind === 'private')

/** Notes something for oneself, in a room made for it where there is none. */
export async function writeNote(
  { engine }: AtWork,
  process: ProcessId,
  { body, about }: NoteRequest,
): Promise<Result<{ readonly room: RoomId; readonly note: NoteId }>> {
  const note = newId<NoteId>()
  const act: Act = { kind: 'note.write', note, body, ...(about === undefined ? {} : { about }) }
  const [known] = notesOf({ engine }, process)
  const place = known === undefined ? await beginNotes(engine, process) : ok({ room: known.id, steps: [] })
  if (!place.ok) return place
  const { room, steps } = place.value
  const written = await engine.submit([...steps, { room, act }])
  if (!written.ok) return written
  await engine.holdKept()
  return ok({ room, note })
}

async function beginNotes(
  engine: Engine,
  process: ProcessId,
): Promise<Result<{ readonly room: RoomId; readonly steps: readonly Step[] }>> {
  const summary = summaryOf(engine, process)
  if (summary === undefined) return fail('room-unknown')
  const { title, role, party, terms } = summary
  const about = { kind: 'private', process: { process, title } } as const
  const room = await nameRoom()
  const made = await makeRoom(engine, room, {
    opening: openRoom({
      process: about.process,
      terms,
      room: { kind: 'private' },
      founder: ownCard(engine, { role, ...(party === undefined ? {} : { party }) }),
    }),
  })
  return ok({
    room: room.id,
    steps: [{ room: engine.identity.home.room, act: keepRoom(engine, room, about) }, made],
  })
}

/** Destroys one's notes on a process, and keeps a certificate of it. `basis`: by what rule. Fails with `nothing-noted`. */
export async function purgeNotes(
  { engine }: AtWork,
  process: ProcessId,
  basis: string,
): Promise<Result<null>> {
  const rooms = notesOf({ engine }, process)
  if (rooms.length === 0) return fail('nothing-noted')
  const time = engine.now()
  const steps = rooms.flatMap(({ id: room }): readonly Step[] => [
    { room, act: { kind: 'retention.set', days: 0, basis }, time },
    { room, act: { kind: 'record.destroy', at: time }, time },
  ])
  const purged = await engine.submit(steps)
  return purged.ok ? ok(null) : purged
}
