/** Working groups of named members. */

import {
  type Act,
  type Finding,
  findLeaksInAct,
  type MemberCard,
  type MemberId,
  type PartyId,
  type ProcessId,
  type RoomId,
  type RoomState,
} from '@goodoffices/core'
import { createEntryId } from '@goodoffices/log'
import { openOf, refuseOpen } from '../areas/desk/leaks.ts'
import type { ReachPreview } from '../areas/desk/reaching.ts'
import { admitMember, directoryOf, type Opening, registerRoom } from '../areas/roster/founding.ts'
import { admissionSteps, cardsOf } from '../areas/roster/people.ts'
import { Overlay } from '../log/overlay.ts'
import { fail, ok, type Result } from '../result.ts'
import type { AtWork } from '../session/at-work.ts'
import type { Engine } from '../session/engine/engine.ts'
import { decide, opening } from './begin.ts'
import { deskOf } from './find.ts'
import { checkComparable, roomsOf, unreadOf } from './held.ts'
import { newId } from './id.ts'
import { nameRoom } from './new-room.ts'
import { keepRoom, makeRoom } from './rooms.ts'

export type GroupRequest = { readonly title: string; readonly members: readonly MemberId[] }

/** A group before it has a log: what makes it, and how it will stand with its members in it. */
type Prepared = {
  readonly desk: RoomState
  readonly cards: readonly MemberCard[]
  readonly opening: Opening
  readonly acts: readonly Act[]
  readonly room: RoomState
}

function prepare(engine: Engine, process: ProcessId, { title, members }: GroupRequest): Result<Prepared> {
  const desk = deskOf(engine, process)
  if (desk === undefined) return fail('mediators-only')
  const cards = cardsOf(engine, { process, into: 'group' }, members)
  if (!cards.ok) return cards
  const isHidden = ({ party }: { readonly party?: PartyId }): boolean =>
    party !== undefined && desk.parties[party]?.hidden === true
  if (cards.value.some(isHidden)) return fail('hidden-party')
  const about = { process: desk.process, terms: desk.terms, room: { kind: 'group', title } } as const
  const opened = opening(engine, about)
  const acts = directoryOf('group', { parties: Object.values(desk.parties), rooms: [] })
  const waiting = [opened, ...acts, ...cards.value.map(admitMember)]
  const room = new Overlay({ id: newId<RoomId>(), device: engine.identity.device.id }).show(
    undefined,
    waiting.map(act => ({ id: createEntryId(), act, time: engine.now() })),
  )
  return room === undefined
    ? fail('room-unknown')
    : ok({ desk, cards: cards.value, opening: opened, acts, room })
}

/** Its title is the mediators' word, and its members read it. */
const titleAct = ({ room }: Prepared, title: string): Act =>
  registerRoom({ room: room.id, kind: 'group', title })

const leaksIn = (engine: Engine, process: ProcessId, prepared: Prepared, title: string): readonly Finding[] =>
  findLeaksInAct({ act: titleAct(prepared, title), recipient: prepared.room }, roomsOf(engine, process))

export type GroupPreview = ReachPreview & {
  /** The group as its members will find it. */
  readonly group: RoomState
}

/** LEAK-12: what the members of a group would read of its title, and what the leak check names in it. Fails as `openGroup` does. */
export function previewGroup(
  { engine }: AtWork,
  process: ProcessId,
  request: GroupRequest,
): Result<GroupPreview> {
  const prepared = prepare(engine, process, request)
  if (!prepared.ok) return prepared
  const { room: group } = prepared.value
  const findings = leaksIn(engine, process, prepared.value, request.title)
  const arrival = titleAct(prepared.value, request.title)
  const unread = unreadOf(engine, process)
  const allowed = checkComparable(engine, process)
  return ok({ arrival, room: group.id, group, findings, open: findings, unread, allowed })
}

/**
 * A working group of named members. Only people a mediator can reach, and never somebody known to the mediators only. Fails with
 * `mediators-only`, `hidden-party`, as `admit` does, and with `leak-not-accepted` where the check names something in its title that
 * was not passed.
 */
export async function openGroup(
  { engine }: AtWork,
  process: ProcessId,
  request: GroupRequest,
  accepted: readonly Finding[] = [],
): Promise<Result<RoomId>> {
  const prepared = prepare(engine, process, request)
  if (!prepared.ok) return prepared
  const read = checkComparable(engine, process)
  if (!read.ok) return read
  const passed = refuseOpen(openOf(leaksIn(engine, process, prepared.value, request.title), accepted))
  if (!passed.ok) return passed
  const { desk, cards, opening: opened, acts } = prepared.value
  const room = await nameRoom()
  const begun = await decide(engine, [
    {
      room: engine.identity.home.room,
      act: keepRoom(engine, room, { kind: 'group', process: desk.process }),
    },
    await makeRoom(engine, room, { opening: opened, acts }),
    { room: desk.id, act: registerRoom({ room: room.id, kind: 'group', title: request.title }) },
    ...admissionSteps([{ room: room.id, cards }]),
  ])
  return begun.ok ? ok(room.id) : begun
}
