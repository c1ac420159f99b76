/** A caucus that goes on in another room, with mediators whom its party lets read what is said from there on. */

import {
  type Act,
  answeredAnew,
  type Circumstance,
  institutionIn,
  institutionsOf,
  isPresent,
  type MemberCard,
  type MemberId,
  type RoomId,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import { bytesToBase64url } from '@goodoffices/log'
import { checkRoomsRead, deskOf } from '../../process/find.ts'
import { nameRoom } from '../../process/new-room.ts'
import { keepRoom, makeRoom, ownCard } from '../../process/rooms.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { AtWork } from '../../session/at-work.ts'
import type { Engine } from '../../session/engine/engine.ts'
import type { Step } from '../../session/engine/ground.ts'
import { openRoom, recordContact, registerRoom } from '../roster/founding.ts'
import { admissionSteps, cardsOf } from '../roster/people.ts'

/**
 * The steps that make the room in which a caucus is to go on, with everybody who is there and those who come, and offer it to the party:
 * by the terms and the rule of keeping that stand now. Nothing that was said comes with it. Fails as `admit` does.
 */
export async function successorSteps(
  engine: Engine,
  caucus: RoomState,
  coming: readonly [MemberCard, ...MemberCard[]],
): Promise<Result<readonly Step[]>> {
  const { member } = engine.identity
  const { party, terms, retention } = caucus
  const me = caucus.members[member]
  const head = headOf(engine, caucus.id)
  const [{ institution }] = coming
  const named = institutionsOf(caucus).find(thing => institutionIn(thing) === institution)
  if (party === undefined || me === undefined || head === undefined) return fail('room-unknown')
  if (named === undefined) return fail('mediator-not-accepted', { institution: institution ?? '' })
  const others = Object.values(caucus.members).filter(each => isPresent(each) && each.member !== member)
  const cards = cardsOf(
    engine,
    { process: caucus.process.process, into: 'caucus' },
    others.map(each => each.member),
  )
  if (!cards.ok) return cards
  const asThere = cards.value.map(card => ({ ...card, role: roleIn(caucus, card) }))
  const mediators = asThere.filter(card => card.party === undefined)
  const people = asThere.filter(card => card.party !== undefined)
  const room = await nameRoom()
  const opening = openRoom({
    process: caucus.process,
    terms,
    room: { kind: 'caucus', party },
    founder: ownCard(engine, {
      role: me.role,
      ...(me.post === undefined ? {} : { post: me.post }),
      ...(me.institution === undefined ? {} : { institution: me.institution }),
    }),
    succeeds: { room: caucus.id, ...head },
  })
  const acts: Act[] = [
    ...(retention === undefined
      ? []
      : [{ kind: 'retention.set', days: retention.days, basis: retention.basis } satisfies Act]),
    ...Object.values(caucus.contacts).map(recordContact),
    // So that the party finds there whom it may ask to leave.
    {
      kind: 'item.put',
      item: named.item,
      register: named.register,
      rev: 1,
      fields: standingOf(named).fields,
    },
    // GOOD-17: what the party is offered, and by which rules it is mediated, for it to answer there.
    ...answeredAnew(caucus).map(
      thing =>
        ({
          kind: 'item.put',
          item: thing.item,
          register: thing.register,
          rev: 1,
          fields: standingOf(thing).fields,
        }) as const,
    ),
  ]
  const about = { kind: 'caucus', process: caucus.process, party: party.party } as const
  const desk = deskOf(engine, caucus.process.process)
  return ok([
    { room: engine.identity.home.room, act: keepRoom(engine, room, about) },
    await makeRoom(engine, room, { opening, acts }),
    {
      room: caucus.id,
      act: {
        kind: 'successor.offer',
        room: room.id,
        item: named.item,
        coming: coming.map(({ name }) => name),
      },
    },
    ...(desk === undefined
      ? []
      : [{ room: desk.id, act: registerRoom({ room: room.id, kind: 'caucus', party: party.party }) }]),
    // Who comes is there before the party is: it comes to all of them (TEAM-2).
    ...admissionSteps([{ room: room.id, cards: [...mediators, ...coming, ...people] }]),
  ])
}

const roleIn = ({ members }: RoomState, card: MemberCard): MemberCard['role'] =>
  members[card.member]?.role ?? card.role

/** What of the caucus this device has read, as the opening names it. */
function headOf(engine: Engine, id: RoomId): { readonly size: number; readonly root: string } | undefined {
  const replica = engine.roomLog(id)?.replica
  const root = replica?.rootAt(replica.size)
  return replica === undefined || root === undefined
    ? undefined
    : { size: replica.size, root: bytesToBase64url(root) }
}

/**
 * The same for mediators known from other rooms of the talks. Fails with `mediator-not-accepted` where the party does not let them come
 * from here on.
 */
export async function offerSuccessor(
  { engine }: AtWork,
  caucus: RoomId,
  members: readonly MemberId[],
): Promise<Result<null>> {
  const room = engine.room(caucus)
  if (room === undefined) return fail('room-unknown')
  const cards = cardsOf(engine, { process: room.process.process, into: 'caucus' }, members)
  if (!cards.ok) return cards
  const [first, ...more] = cards.value
  if (first === undefined) return fail('contact-unknown')
  const steps = await successorSteps(engine, room, [first, ...more])
  if (!steps.ok) return steps
  const done = await engine.submit(steps.value)
  if (!done.ok) return done
  await engine.holdKept()
  return ok(null)
}

/**
 * TEAM-11: the party's yes to the room that it was shown. Its people find it once their devices have read that. Fails with
 * `successor-unknown` where another was offered since, or none is.
 */
export async function adoptSuccessor(
  { engine }: AtWork,
  caucus: RoomId,
  { room: shown, recorded }: { readonly room: RoomId; readonly recorded?: Circumstance | undefined },
): Promise<Result<null>> {
  const room = engine.room(caucus)
  if (room === undefined) return fail('room-unknown')
  const read = checkRoomsRead(engine, room.process.process)
  if (!read.ok) return read
  const act = {
    kind: 'successor.adopt',
    room: shown,
    ...(recorded === undefined ? {} : { recorded }),
  } as const
  const done = await engine.submit([{ room: caucus, act }])
  return done.ok ? ok(null) : done
}
