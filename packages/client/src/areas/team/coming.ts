/** Mediators of another institution: which caucuses they may come into, and how they are taken out at a party's wish. */

import {
  checkComing,
  type MemberCard,
  mediatorsNamed,
  type ProcessId,
  type RoomId,
  type RoomState,
  saidOf,
} from '@goodoffices/core'
import { decidedIn, type Everywhere } from '../../process/decided.ts'
import { caucusesOf, checkRoomsRead, deskOf } from '../../process/find.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { AtWork } from '../../session/at-work.ts'
import type { Engine } from '../../session/engine/engine.ts'
import type { Step } from '../../session/engine/ground.ts'
import { successorSteps } from './succeeding.ts'

type Coming = Pick<MemberCard, 'role' | 'institution'>

/** TEAM-1: whether every party lets mediators of that institution come, into its caucus or into one that follows. Fails with `mediator-not-accepted`. */
export function checkAllAccept(engine: Engine, process: ProcessId, card: Coming): Result<null> {
  const refused = caucusesOf(engine, process).flatMap(room => {
    const checked = checkComing(room, card)
    return checked.ok || comesFromHere(room, card) ? [] : [checked]
  })
  return refused[0] ?? ok(null)
}

/** Whether that party lets them come from here on, and not into what was said before. */
export const comesFromHere = (room: RoomState, { institution }: Coming): boolean =>
  institution !== undefined && saidOf(room, institution)?.verb === 'accepted-from-here'

/** What makes the rooms in which caucuses go on with that mediator, where their parties let them come from here on. */
export async function successorsFor(
  engine: Engine,
  process: ProcessId,
  card: MemberCard,
): Promise<Result<readonly Step[]>> {
  const steps: Step[] = []
  for (const room of caucusesOf(engine, process)) {
    if (!comesFromHere(room, card)) continue
    const made = await successorSteps(engine, room, [card])
    if (!made.ok) return made
    steps.push(...made.value)
  }
  return ok(steps)
}

/**
 * TEAM-9: takes the mediators of an institution out of a caucus and out of the desk, in one step; what was said there before stays
 * read. Fails with `not-in-room`, and where the author may not.
 */
export async function letGo(
  { engine }: AtWork,
  caucus: RoomId,
  institution: string,
): Promise<Result<Everywhere>> {
  const room = engine.room(caucus)
  if (room === undefined) return fail('room-unknown')
  const read = checkRoomsRead(engine, room.process.process)
  if (!read.ok) return read
  const desk = deskOf(engine, room.process.process)
  const going = mediatorsNamed(room, institution)
  if (going.length === 0) return fail('not-in-room')
  // The desk first: what goes with leaving a caucus is then done.
  const steps = [...(desk === undefined ? [] : [desk]), room].flatMap(({ id, members }) =>
    going
      .filter(({ member }) => members[member] !== undefined && members[member].left === undefined)
      .map(({ member }) => ({ room: id, act: { kind: 'member.remove', member } as const })),
  )
  const done = await engine.submit(steps)
  return done.ok ? ok(decidedIn(engine, done.value)) : done
}
