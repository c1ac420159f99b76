/** What the leak check names in an act by which a member speaks to a side, whichever way it goes, and whether it was passed: pure over the rooms that are held. */

import {
  type Act,
  type Finding,
  findLeaksInAct,
  limits,
  type MemberId,
  type RoomState,
  reachOf,
} from '@goodoffices/core'
import { fail, ok, type Result } from '../../result.ts'

/** An act that is about to be said in a room; `rooms`: all that its author holds of these talks, asked for only where a side reads it. */
export type Saying = {
  readonly act: Act
  readonly room: RoomState
  readonly by: MemberId
  readonly rooms: () => readonly RoomState[]
  /** Whether it can be compared with all of them: what was not read is compared with nothing. */
  readonly checkComparable: () => Result<null>
}

type Looking = Omit<Saying, 'checkComparable'>

function reachesOf({ act, room, by, rooms }: Looking) {
  const author = room.members[by]
  return author === undefined ? [] : reachOf(act, author, room, id => rooms().find(other => other.id === id))
}

/** Whether a side reads it of a mediator, so that it is compared at all. */
export const isCompared = (saying: Looking): boolean => reachesOf(saying).length > 0

const lookInto = (saying: Looking) =>
  reachesOf(saying).map(reach => ({
    findings: findLeaksInAct(reach, saying.rooms()),
    accepted: reach.plan?.accepted ?? reach.accepted ?? [],
  }))

/** LEAK-12. Empty for a party's own words, and for the mediators' own rooms. */
export const leaksInAct = (saying: Looking): readonly Finding[] =>
  lookInto(saying).flatMap(({ findings }) => findings)

/**
 * LEAK-12: everything that the leak check names was passed deliberately, with the act or in the plan that it prepares. Fails with
 * `leak-not-accepted`, and where it cannot be compared, as `checkComparable` does.
 */
export function checkPassed(saying: Saying, accepted: readonly Finding[] = []): Result<null> {
  const looked = lookInto(saying)
  const read = looked.length === 0 ? ok(null) : saying.checkComparable()
  return read.ok
    ? refuseOpen(looked.flatMap(seen => leftOpen(seen.findings, [...accepted, ...seen.accepted])))
    : read
}

const sameFinding = (a: Finding, b: Finding): boolean =>
  a.kind === b.kind &&
  a.text === b.text &&
  a.in === b.in &&
  a.field === b.field &&
  a.from === b.from &&
  a.to === b.to &&
  a.message === b.message

/** What of it was not accepted. */
export const openOf = (findings: readonly Finding[], accepted: readonly Finding[]): readonly Finding[] =>
  findings.filter(found => !accepted.some(known => sameFinding(known, found)))

/** Where as many are named as are ever named, there may be more: they cannot be passed. */
const leftOpen = (findings: readonly Finding[], accepted: readonly Finding[]): readonly Finding[] =>
  findings.length < limits.findingsMax ? openOf(findings, accepted) : findings

/** Fails with `leak-not-accepted` where something is left. */
export function refuseOpen(open: readonly Finding[]): Result<null> {
  const [first] = open
  return first === undefined ? ok(null) : fail('leak-not-accepted', { count: open.length, text: first.text })
}
