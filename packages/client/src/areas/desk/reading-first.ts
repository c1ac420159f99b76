/** What was prepared, read by a colleague before it goes: whether that is required, who has, and their word. */

import {
  type ConveyanceId,
  checkEyes,
  demandAt,
  type ProcessId,
  type RoomState,
  readersOfCarried,
  togetherWith,
} from '@goodoffices/core'
import { deskOf } from '../../process/find.ts'
import { currentRoomsOf } from '../../process/held.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { AtWork } from '../../session/at-work.ts'
import { digestOfCarried } from '../eyes/coming-to.ts'
import type { EyesOn } from '../eyes/reading.ts'

/** How it stands with what was prepared and all that goes with it: who has read every part. */
export function eyesOnCarried({ engine }: AtWork, desk: RoomState, id: ConveyanceId): EyesOn {
  const carried = desk.conveyances[id]
  const rooms = currentRoomsOf(engine, desk.process.process)
  const each = carried === undefined ? [] : togetherWith(desk, carried)
  const readers = each.map(part => {
    const digest = digestOfCarried(desk, rooms, part)
    const actor = engine.identity.member
    return digest === undefined ? [] : readersOfCarried(desk, part, { digest, actor })
  })
  const [first = [], ...others] = readers
  const actor = engine.identity.member
  const alone = readers.map(part => checkEyes(desk, { door: 'deliver', actor, readers: part }))
  return {
    demand: demandAt(desk, 'deliver'),
    readers: first.filter(by => others.every(other => other.includes(by))),
    against: [],
    allowed: alone.find(({ ok }) => !ok) ?? ok(null),
  }
}

/**
 * Says that it was read with all that goes with it, and that nothing is against it (EYES-3). `isAgainst`: it was read, and a word given before stands no more. Fails
 * with `conveyance-unknown`, and with `room-unknown` where a room that it goes to is not held.
 */
export async function readCarried(
  { engine }: AtWork,
  process: ProcessId,
  {
    conveyance,
    note,
    isAgainst = false,
  }: { readonly conveyance: ConveyanceId; readonly note?: string | undefined; readonly isAgainst?: boolean },
): Promise<Result<null>> {
  const desk = deskOf(engine, process)
  if (desk === undefined) return fail('mediators-only')
  const carried = desk.conveyances[conveyance]
  if (carried === undefined) return fail('conveyance-unknown')
  const rooms = currentRoomsOf(engine, process)
  const words = note === undefined ? {} : { note }
  const steps = []
  for (const each of togetherWith(desk, carried)) {
    const digest = digestOfCarried(desk, rooms, each)
    if (digest === undefined) return fail('room-unknown')
    steps.push({
      room: desk.id,
      act: {
        kind: 'carry.read',
        conveyance: each.plan.conveyance,
        ...words,
        ...(isAgainst ? {} : { digest }),
      } as const,
    })
  }
  const said = await engine.submit(steps)
  return said.ok ? ok(null) : said
}
