/** What the leak check says of a conveyance that a sample tells: when it is prepared, and again when it is delivered. */

import {
  type Act,
  type Conveyance,
  type Finding,
  fail,
  findLeaksIn,
  ok,
  type Result,
  type RoomState,
  sidesOf,
  togetherWith,
} from '@goodoffices/core'

/** The rooms of a sample, by their ids. */
export type Stage = {
  readonly find: (room: RoomState['id']) => RoomState | undefined
  readonly all: readonly RoomState[]
}

function findingsOf(plan: Conveyance, { find, all }: Stage): readonly Finding[] {
  const sides = sidesOf(plan, find)
  return sides === undefined ? [] : findLeaksIn(plan, sides, all)
}

/** Of an act that prepares one; none of any other. */
export const findingsAtPreparing = (act: Act, stage: Stage): readonly Finding[] =>
  act.kind === 'carry.prepare' ? findingsOf(act.conveyance, stage) : []

/** SAMPLE-6: what is delivered names nothing that was not accepted when it was prepared. */
export function checkAccepted(desk: RoomState, act: Act, stage: Stage): Result<null> {
  const carried = act.kind === 'carry.deliver' ? desk.conveyances[act.conveyance] : undefined
  for (const { plan } of carried === undefined ? [] : togetherWith(desk, carried)) {
    const accepted = plan.accepted.map(({ text }) => text)
    const unseen = findingsOf(plan, stage).find(({ text }) => !accepted.includes(text))
    if (unseen !== undefined) return fail('leak-unaccepted', { kind: unseen.kind, text: unseen.text })
  }
  return ok(null)
}
