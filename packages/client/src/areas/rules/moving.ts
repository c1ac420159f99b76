/** RULE-6: a room that is kept by older rules is moved by whoever looks after it, when the first act needs it. */

import {
  type Act,
  administers,
  checkAct,
  isPresent,
  type RoomId,
  releaseOfRules,
  rulesNumber,
  type Violation,
} from '@goodoffices/core'
import { ownSeat } from '../../identity/acting-device.ts'
import { ok, type Result } from '../../result.ts'
import type { AtWork } from '../../session/at-work.ts'
import { adoptRules } from './acts.ts'

/** What an act waits for that a room refuses with `rules-older`. */
export type Move = {
  readonly room: RoomId
  /** The release that everyone in the room then needs to read on: which of them have it, nobody can know. */
  readonly version: string
  /** Whether this member may move it. */
  readonly isOwn: boolean
  /** The names of those who may. */
  readonly by: readonly string[]
}

/** Undefined for any other refusal. */
export function moveFor({ engine }: AtWork, { code, room: id }: Violation): Move | undefined {
  const room = code === 'rules-older' ? engine.room(id as RoomId) : undefined
  if (room === undefined) return undefined
  const present = Object.values(room.members).filter(isPresent)
  return {
    room: room.id,
    version: releaseOfRules(rulesNumber) ?? '',
    isOwn: engine.checkAct(room.id, adoptRules).ok,
    by: present.filter(member => administers(room, member)).map(({ name }) => name),
  }
}

/** Moves a room to the rules that this program knows. Fails with `not-an-administrator`, and with `rules-adopted` where it is. */
export async function moveRoom({ engine }: AtWork, room: RoomId): Promise<Result<null>> {
  const moved = await engine.submit([{ room, act: adoptRules }])
  return moved.ok ? ok(null) : moved
}

/** Whether this member may do this once the room is moved, where it is not yet: what may be offered, since moving is offered with it. */
export function checkOnceMoved({ engine }: AtWork, id: RoomId, act: Act): Result<null> {
  const checked = engine.checkAct(id, act)
  if (checked.ok) return ok(null)
  const room = engine.room(id)
  if (checked.error.code !== 'rules-older' || room === undefined) return checked
  const author = ownSeat(room, { device: engine.deviceIn(room), member: engine.identity.member })
  return author.ok ? checkAct({ ...room, rules: rulesNumber }, author.value, act) : author
}
