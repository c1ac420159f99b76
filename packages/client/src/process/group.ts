/** Working groups of named members. */

import {
  type Act,
  type Finding,
  findLeaksInAct,
  issueIn,
  type MemberCard,
  type MemberId,
  type PartyId,
  type ProcessId,
  type RoomId,
  type RoomState,
} from '@goodoffices/core'
import { createEntryId } from '@goodoffices/log'
import { chargeAct, type GroupCharge, groupNamedAct } from '../areas/agenda/groups.ts'
import { openOf, refuseOpen } from '../areas/desk/leaks.ts'
import type { ReachPreview } from '../areas/desk/reaching.ts'
import { admitMember, directoryOf, type Opening, registerRoom } from '../areas/roster/founding.ts'
import { admissionSteps, cardsOf } from '../areas/roster/people.ts'
import { Overlay } from '../log/overlay.ts'
import { fail, ok, type Result } from '../result.ts'
import type { AtWork } from '../session/at-work.ts'
import type { Engine } from '../session/engine/engine.ts'
import type { ActStep } from '../session/engine/ground.ts'
import { decide, opening } from './begin.ts'
import { deskOf, tableOf } from './find.ts'
import { checkComparable, roomsOf, unreadOf } from './held.ts'
import { newId } from './id.ts'
import { nameRoom } from './new-room.ts'
import { keepRoom, makeRoom } from './rooms.ts'

export type GroupRequest = {
  readonly title: string
  readonly members: readonly MemberId[]
  /** AGEN-19 */
  readonly charge?: GroupCharge
}

/** A group before it has a log: what makes it, and how it will stand with its members in it. */
type Prepared = {
  readonly desk: RoomState
  readonly cards: readonly MemberCard[]
  readonly opening: Opening
  readonly acts: readonly Act[]
  readonly room: RoomState
  /** What its members will read of it. */
  readonly read: readonly Act[]
  /** What it is for. */
  readonly charged: readonly Act[]
}

function prepare(engine: Engine, process: ProcessId, request: GroupRequest): Result<Prepared> {
  const { title, members, charge } = request
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
  if (room === undefined) return fail('room-unknown')
  const charged = charge === undefined ? [] : [chargeAct(title, charge)]
  // Its title is the mediators' word, and its members read it: with what it is for, where that is said.
  const read = charged.length > 0 ? charged : [registerRoom({ room: room.id, kind: 'group', title })]
  return ok({ desk, cards: cards.value, opening: opened, acts, room, read, charged })
}

function leaksIn(engine: Engine, process: ProcessId, { room, read }: Prepared): readonly Finding[] {
  const rooms = roomsOf(engine, process)
  return read.flatMap(act => findLeaksInAct({ act, recipient: room }, rooms))
}

export type GroupPreview = ReachPreview & {
  /** The group as its members will find it. */
  readonly group: RoomState
}

/** LEAK-12: what the members of a group would read of its title and task, and what the leak check names in it. Fails as `openGroup` does. */
export function previewGroup(
  { engine }: AtWork,
  process: ProcessId,
  request: GroupRequest,
): Result<GroupPreview> {
  const prepared = prepare(engine, process, request)
  if (!prepared.ok) return prepared
  const { room: group, read } = prepared.value
  const findings = leaksIn(engine, process, prepared.value)
  const arrival = read.at(-1)
  if (arrival === undefined) throw new Error('a group without a title')
  const unread = unreadOf(engine, process)
  const allowed = checkComparable(engine, process)
  return ok({ arrival, room: group.id, group, findings, open: findings, unread, allowed })
}

/**
 * A working group of named members. Only people a mediator can reach, and never somebody known to the mediators only. Fails with
 * `mediators-only`, `hidden-party`, as `admit` does, with `item-unknown` where the issue that it is for does not stand at the table, and
 * with `leak-not-accepted` where the check names something in its title or task that was not passed.
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
  const passed = refuseOpen(openOf(leaksIn(engine, process, prepared.value), accepted))
  if (!passed.ok) return passed
  const { desk, cards, opening: opened, acts, charged } = prepared.value
  const room = await nameRoom()
  const named = namedAtTable(engine, process, request, { room: room.id, accepted })
  if (!named.ok) return named
  const begun = await decide(engine, [
    {
      room: engine.identity.home.room,
      act: keepRoom(engine, room, { kind: 'group', process: desk.process }),
    },
    await makeRoom(engine, room, { opening: opened, acts }),
    { room: desk.id, act: registerRoom({ room: room.id, kind: 'group', title: request.title }) },
    ...admissionSteps([{ room: room.id, cards }]),
    ...charged.map(act => ({ room: room.id, act, accepted })),
    ...named.value,
  ])
  return begun.ok ? ok(room.id) : begun
}

/** That a group works on the issue that it is for: which one, whoever is not in it does not read. */
function namedAtTable(
  engine: Engine,
  process: ProcessId,
  { charge }: GroupRequest,
  { room, accepted }: { readonly room: RoomId; readonly accepted: readonly Finding[] },
): Result<readonly ActStep[]> {
  if (charge === undefined) return ok([])
  const table = tableOf(engine, process)
  const issue = issueIn(table, charge.issue)
  if (table === undefined || issue === undefined) return fail('item-unknown')
  return ok(charge.tellsTable === true ? [{ room: table.id, act: groupNamedAct(issue, room), accepted }] : [])
}
