/**
 * Every way in which a mediator's words reach a side: carried to a caucus, published at the table or in a group, said there, a
 * read-back put right, a note beside an act. One preview and one leak check for all of them, pure over the rooms that are held; that
 * nothing goes which it names and nobody passed is asked wherever something is decided (`session/engine/acting.ts`).
 */

import {
  type Act,
  arrivalOf,
  type Conveyance,
  checkConveyance,
  type Finding,
  findLeaksIn,
  type ItemId,
  isItemContent,
  type ProcessId,
  type RoomId,
  type RoomState,
  type Sides,
  sidesOf,
} from '@goodoffices/core'
import { goesWith } from '../../areas.ts'
import { checkComparable, roomsOf, type Unread, unreadOf } from '../../process/held.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { AtWork } from '../../session/at-work.ts'
import { lookInto } from '../../session/engine/acting.ts'
import type { Engine } from '../../session/engine/engine.ts'
import type { ActStep, Step } from '../../session/engine/ground.ts'
import { checkThing, type ThingAct } from '../item/checking.ts'
import { isCompared, leaksInAct, openOf } from './leaks.ts'

export type ReachPreview = {
  /** Exactly what the room will receive. */
  readonly arrival: Act
  readonly room: RoomId
  /** What the leak check names, whether accepted already or not. */
  readonly findings: readonly Finding[]
  /** Findings that were not accepted. */
  readonly open: readonly Finding[]
  /** LEAK-14: rooms that it could not be compared with to their ends: said wherever the findings are. */
  readonly unread: readonly Unread[]
  readonly allowed: Result<null>
}

type Previewed = {
  readonly plan: Conveyance
  /** What goes in one step with it, itself among it; where nothing is said, what hangs on that is not asked until it is prepared. */
  readonly together?: readonly Conveyance[]
}

/** What a plan's recipient would see, and what the leak check names in it. Fails with `room-unknown`. */
export function previewPlan(
  engine: Engine,
  process: ProcessId,
  { plan, together }: Previewed,
): Result<ReachPreview> {
  const sides = sidesOf(plan, id => engine.room(id))
  if (sides === undefined) return fail('room-unknown')
  const arrival = arrivalOf(plan, sides)
  const rooms = roomsOf(engine, process)
  const findings = findLeaksIn(plan, sides, rooms)
  return ok({
    arrival,
    room: plan.to,
    findings,
    open: openOf(findings, plan.accepted),
    unread: unreadOf(engine, process),
    allowed: checkPlan(engine, plan, {
      sides,
      arrival,
      rooms,
      ...(together === undefined ? {} : { together: together.flatMap(each => stepOf(engine, each)) }),
    }),
  })
}

function stepOf(engine: Engine, plan: Conveyance): readonly ActStep[] {
  const sides = sidesOf(plan, id => engine.room(id))
  return sides === undefined ? [] : [{ room: plan.to, act: arrivalOf(plan, sides) }]
}

type Checked = {
  readonly sides: Sides<RoomState>
  readonly arrival: Act
  readonly rooms: readonly RoomState[]
  readonly together?: readonly ActStep[]
}

/** Whether it may go: by its sources' leave, by what its recipient takes, and by what no single room can see (decision 8). */
function checkPlan(
  engine: Engine,
  plan: Conveyance,
  { sides, arrival, rooms, together }: Checked,
): Result<null> {
  const checked = checkConveyance(plan, sides)
  if (!checked.ok) return checked
  const { thing } = plan
  const item = plan.delivery as string as ItemId
  const put: ThingAct | undefined = isItemContent(thing)
    ? { kind: 'item.put', item, rev: 1, ...thing }
    : undefined
  const referred = put === undefined ? ok(null) : checkThing(rooms, sides.recipient, put)
  if (!referred.ok) return referred
  const by = engine.identity.member
  const beside = goesWith({
    step: { room: plan.to, act: arrival },
    room: sides.recipient,
    by,
    rooms: () => rooms,
    ...(together === undefined ? {} : { together }),
  })
  if (!beside.ok) return beside
  const taken = engine.checkAct(plan.to, arrival)
  return taken.ok ? checkComparable(engine, sides.recipient.process.process) : taken
}

/** What a side would read of an act of this member, and what the leak check names in it. Fails with `room-unknown`. */
export function previewAct(
  { engine }: AtWork,
  room: RoomId,
  act: Act,
  accepted: readonly Finding[] = [],
): Result<ReachPreview> {
  const recipient = engine.room(room)
  if (recipient === undefined) return fail('room-unknown', { room })
  const author = engine.checkAct(room, act)
  const { process } = recipient.process
  const saying = {
    act,
    room: recipient,
    by: engine.identity.member,
    rooms: () => roomsOf(engine, process),
  }
  const findings = leaksInAct(saying)
  const isRead = isCompared(saying)
  return ok({
    arrival: act,
    room,
    findings,
    open: openOf(findings, accepted),
    unread: isRead ? unreadOf(engine, process) : [],
    allowed: !author.ok ? author : isRead ? checkComparable(engine, process) : ok(null),
  })
}

/** What of several acts that go in one step a side would read, and where: the room may be one that is made with them. */
export type Reaching = { readonly room: RoomState; readonly preview: ReachPreview }

/** LEAK-12: those acts of a step in which the leak check names something: whom it brings in, where, and with which post. Fails as the step does. */
export function previewSteps(engine: Engine, steps: readonly Step[]): Result<readonly Reaching[]> {
  const named = lookInto(engine, steps)
  if (!named.ok) return named
  return ok(
    named.value.map(({ room, act, findings }) => {
      const unread = unreadOf(engine, room.process.process)
      return {
        room,
        preview: { arrival: act, room: room.id, findings, open: findings, unread, allowed: ok(null) },
      }
    }),
  )
}

/** The steps with what was passed deliberately: each of their acts is held against all of it. */
export const passing = (steps: readonly Step[], accepted: readonly Finding[]): readonly Step[] =>
  steps.map(step => ('act' in step ? { ...step, accepted } : step))
