/** SYNC-40: what was said to go and may still be taken back, since nothing of it has left this device. */

import type { Act, RoomId } from '@goodoffices/core'
import { decidedIn, type Everywhere } from '../process/decided.ts'
import { ok, type Result } from '../result.ts'
import type { AtWork } from './at-work.ts'
import type { ActStep } from './engine/ground.ts'
import { entriesFor } from './outbox.ts'

/** What goes together, or is taken back together. */
export type HeldBack = {
  readonly id: string
  /** When it goes, in ms since 1970 by this device; later, where no relay can be reached. */
  readonly until: number
  readonly acts: readonly { readonly room: RoomId; readonly act: Act }[]
}

/** In the order in which it was said. */
export const heldBack = ({ engine }: AtWork): readonly HeldBack[] =>
  engine.outbox.heldBack().map(({ id, until, jobs }) => ({
    id,
    until,
    acts: jobs.flatMap(job =>
      'room' in job ? entriesFor(job, job.room).map(({ act }) => ({ room: job.room, act })) : [],
    ),
  }))

/** Says these acts, all or none, and keeps them on this device for a while (ms). Fails as `act` does. */
export async function actUndoably(
  { engine }: AtWork,
  steps: readonly ActStep[],
  forMs: number,
): Promise<Result<Everywhere>> {
  const entries = await engine.submit(steps, undefined, forMs)
  return entries.ok ? ok(decidedIn(engine, entries.value)) : entries
}

/** Whether it was taken back: what has begun to be sent is not any more. */
export async function takeBack({ engine }: AtWork, id: string): Promise<boolean> {
  const isTaken = await engine.outbox.takeBack(id)
  // What stood behind it may go.
  engine.wake()
  return isTaken
}

/** It goes at this time (ms since 1970 by this device); 0: at once. */
export function goesAt({ engine }: AtWork, id: string, until: number): void {
  engine.outbox.holdBack(id, until)
  engine.wake()
}
