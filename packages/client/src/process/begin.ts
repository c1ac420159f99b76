/** Beginning talks, and the rooms that are added to them. */

import {
  type Act,
  type Eyes,
  isPresent,
  type Member,
  type MemberCard,
  type PartyCard,
  type PartyId,
  type ProcessId,
  type RoomId,
  type RoomState,
  successorOf,
  type Terms,
} from '@goodoffices/core'
import { secretToText } from '@goodoffices/log'
import { keepKey } from '../areas/keyring/acts.ts'
import {
  directoryOf,
  nameParty,
  type Opening,
  openRoom,
  type Registered,
  recordContact,
  registerRoom,
} from '../areas/roster/founding.ts'
import { admissionSteps, cardsOf } from '../areas/roster/people.ts'
import { fail, ok, type Result } from '../result.ts'
import type { AtWork } from '../session/at-work.ts'
import type { Engine } from '../session/engine/engine.ts'
import type { Step } from '../session/engine/ground.ts'
import type { Job } from '../session/outbox.ts'
import { caucusesOf, checkRoomsRead, deskOf, tableOf } from './find.ts'
import { currentRoomsOf, roomsOf } from './held.ts'
import { newId } from './id.ts'
import { nameRoom } from './new-room.ts'
import { keepRoom, makeRoom, ownCard } from './rooms.ts'

export type PartyRequest = Omit<PartyCard, 'party'>

export type ProcessRequest = {
  readonly title: string
  readonly terms: Terms
  /** EYES-1: where a second mediator is wanted, from the beginning. */
  readonly eyes?: Eyes
  readonly parties: readonly PartyRequest[]
}

const partiesMax = 50

export const opening = (
  engine: Engine,
  about: { readonly process: Opening['process']; readonly terms: Terms; readonly room: Opening['room'] },
  { role = 'lead', institution }: { readonly role?: 'lead' | 'mediator'; readonly institution?: string } = {},
): Opening =>
  openRoom({
    ...about,
    founder: ownCard(engine, { role, ...(institution === undefined ? {} : { institution }) }),
  })

/** A co-mediator who makes a room of the process does not become its lead: the process's lead does, with the team. */
function seatAt(engine: Engine, desk: RoomState) {
  const seat = desk.members[engine.identity.member]
  const role = seat?.role === 'lead' ? 'lead' : 'mediator'
  return { role, ...(seat?.institution === undefined ? {} : { institution: seat.institution }) } as const
}

const asAtDesk = (desk: RoomState, cards: readonly MemberCard[]): readonly MemberCard[] =>
  cards.map(card => (desk.members[card.member]?.role === 'lead' ? { ...card, role: 'lead' } : card))

/**
 * Founds talks: the desk, the table, a caucus for each party, and keeps their keys. Durable, and sent in the background. Fails with
 * `too-many-parties`. `time`: when they are told to have been founded, ms since 1970.
 */
export async function createProcess(
  { engine }: AtWork,
  request: ProcessRequest,
  time?: number,
): Promise<Result<{ readonly process: ProcessId; readonly parties: readonly PartyId[] }>> {
  if (request.parties.length > partiesMax) return fail('too-many-parties', { max: partiesMax })
  if (engine.home() === undefined) return fail('room-unknown')
  const process = { process: newId<ProcessId>(), title: request.title }
  const { terms } = request
  const cards = request.parties.map((party): PartyCard => ({ ...party, party: newId<PartyId>() }))
  const [desk, table, ...caucuses] = await Promise.all([
    nameRoom(),
    nameRoom(),
    ...cards.map(() => nameRoom()),
  ])
  if (desk === undefined || table === undefined) throw new Error('rooms without names')

  const mailbox = await nameRoom()
  const { relay } = engine.identity.home
  const key = secretToText(mailbox.key)
  const keys: Act[] = [
    keepKey({ room: mailbox.id, purpose: 'mailbox', relay, epoch: 1, key }),
    keepRoom(engine, desk, { kind: 'desk', process }),
    keepRoom(engine, table, { kind: 'table', process }),
  ]
  // The founder, too, must be within reach of the team.
  const founder = recordContact({
    member: engine.identity.member,
    mailbox: { log: mailbox.id, key },
    card: ownCard(engine, { role: 'lead' }),
  })
  const rooms: Registered[] = [{ room: table.id, kind: 'table' }]
  const jobs: Job[] = [{ kind: 'create', room: mailbox.id, relay, key, envelopes: [], entries: [] }]
  for (const [i, card] of cards.entries()) {
    const room = caucuses[i]
    if (room === undefined) continue
    keys.push(keepRoom(engine, room, { kind: 'caucus', process, party: card.party }))
    rooms.push({ room: room.id, kind: 'caucus', party: card.party })
    const open = opening(engine, { process, terms, room: { kind: 'caucus', party: card } })
    jobs.push(await makeRoom(engine, room, { opening: open, ...timed(time) }))
  }
  const openDesk = opening(engine, { process, terms, room: { kind: 'desk' } })
  const openTable = opening(engine, { process, terms, room: { kind: 'table' } })
  const known = { parties: cards, rooms }
  const stated: readonly Act[] = request.eyes === undefined ? [] : [{ kind: 'eyes.set', ...request.eyes }]
  const atDesk = [...directoryOf('desk', known), founder, ...stated]
  jobs.unshift(
    await makeRoom(engine, desk, { opening: openDesk, acts: atDesk, ...timed(time) }),
    await makeRoom(engine, table, {
      opening: openTable,
      acts: directoryOf('table', known),
      ...timed(time),
    }),
  )
  // The keys first: a room whose key is lost is lost.
  const home = engine.identity.home.room
  const begun = await decide(engine, [...keys.map(act => ({ room: home, act })), ...jobs])
  return begun.ok ? ok({ process: process.process, parties: cards.map(card => card.party) }) : begun
}

const timed = (time: number | undefined): { readonly time?: number } => (time === undefined ? {} : { time })

/** All in one write, so that no half-begun thing can be left. */
export async function decide(engine: Engine, steps: readonly Step[]): Promise<Result<null>> {
  const decided = await engine.submit(steps)
  if (!decided.ok) return decided
  await engine.holdKept()
  return ok(null)
}

/**
 * A party, or a third party, that joins later: its caucus, with all the mediators in it. Fails with `mediators-only`, and as `admit`
 * does.
 */
export async function addParty(
  { engine }: AtWork,
  process: ProcessId,
  request: PartyRequest,
): Promise<Result<PartyId>> {
  const desk = deskOf(engine, process)
  const table = tableOf(engine, process)
  if (desk === undefined || table === undefined) return fail('mediators-only')
  const card: PartyCard = { ...request, party: newId<PartyId>() }
  const made = await caucusSteps(engine, desk, { card, people: [] })
  if (!made.ok) return made
  const { room, founding, admitting } = made.value
  const begun = await decide(engine, [
    ...founding,
    { room: desk.id, act: nameParty(card) },
    { room: desk.id, act: registerRoom({ room, kind: 'caucus', party: card.party }) },
    ...(card.hidden ? [] : [{ room: table.id, act: nameParty(card) }]),
    ...admitting,
  ])
  return begun.ok ? ok(card.party) : begun
}

/**
 * AGEN-6: a caucus anew for a party whose own was destroyed, with all the mediators and with those of its people who can be written to; or
 * the one that there is. Its consent is given anew there. Fails with `mediators-only`, `party-unknown`, `not-in-room`, and as `admit` does.
 */
export async function openCaucus(
  { engine }: AtWork,
  process: ProcessId,
  party: PartyId,
): Promise<Result<RoomId>> {
  const desk = deskOf(engine, process)
  if (desk === undefined) return fail('mediators-only')
  const read = checkRoomsRead(engine, process)
  if (!read.ok) return read
  const card = desk.parties[party]
  if (card === undefined) return fail('party-unknown')
  const existing = caucusesOf(engine, process).find(
    room => room.party?.party === party && successorOf(room) === undefined,
  )
  if (existing !== undefined) return ok(existing.id)
  if (!mayOpenCaucus({ engine }, desk, party)) return fail('not-in-room')
  const rooms = roomsOf(engine, process)
  const atTable = Object.values(tableOf(engine, process)?.members ?? {})
  // Where they can be written to stood in the caucus, for most of them: the others are invited again.
  const people = atTable.filter(
    each =>
      each.party === party &&
      isPresent(each) &&
      rooms.some(({ contacts }) => contacts[each.member] !== undefined),
  )
  const made = await caucusSteps(engine, desk, { card, people })
  if (!made.ok) return made
  const { room, founding, admitting } = made.value
  const begun = await decide(engine, [
    ...founding,
    { room: desk.id, act: registerRoom({ room, kind: 'caucus', party }) },
    ...admitting,
  ])
  return begun.ok ? ok(room) : begun
}

/** Whether a party has no caucus any more: of those that the desk knows, each was destroyed, or has gone on in one that was. */
export function mayOpenCaucus({ engine }: AtWork, desk: RoomState, party: PartyId): boolean {
  const known = Object.values(desk.rooms).filter(each => each.kind === 'caucus' && each.party === party)
  const isGone = (id: RoomId): boolean => {
    const room = engine.room(id)
    return engine.isOver(id) || (room !== undefined && successorOf(room) !== undefined)
  }
  return known.length > 0 && known.every(({ room }) => isGone(room))
}

/** What makes a party's caucus, with everybody at the desk and those of its people in it. */
async function caucusSteps(
  engine: Engine,
  desk: RoomState,
  { card, people }: { readonly card: PartyCard; readonly people: readonly Member[] },
): Promise<
  Result<{ readonly room: RoomId; readonly founding: readonly Step[]; readonly admitting: readonly Step[] }>
> {
  const { process, terms } = desk
  const team = Object.values(desk.members).filter(isPresent)
  const others = [...team, ...people].filter(({ member }) => member !== engine.identity.member)
  const cards = cardsOf(
    engine,
    { process: process.process, into: 'caucus' },
    others.map(({ member }) => member),
  )
  if (!cards.ok) return cards
  const room = await nameRoom()
  const about = { kind: 'caucus', process, party: card.party } as const
  const open = opening(
    engine,
    { process, terms, room: { kind: 'caucus', party: card } },
    seatAt(engine, desk),
  )
  return ok({
    room: room.id,
    founding: [
      { room: engine.identity.home.room, act: keepRoom(engine, room, about) },
      await makeRoom(engine, room, { opening: open }),
    ],
    admitting: admissionSteps([{ room: room.id, cards: asAtDesk(desk, cards.value) }]),
  })
}

/** A party's own room, which no mediator enters. Made by whoever of the party opens it first. Fails with `not-of-this-party`. */
export async function openDelegation({ engine }: AtWork, process: ProcessId): Promise<Result<RoomId>> {
  const rooms = currentRoomsOf(engine, process)
  const existing = rooms.find(room => room.kind === 'delegation')
  if (existing !== undefined) return ok(existing.id)
  const caucus = rooms.find(room => room.kind === 'caucus')
  const me = caucus?.members[engine.identity.member]
  if (caucus?.party === undefined || me?.party === undefined) return fail('not-of-this-party')
  const room = await nameRoom()
  const about = { kind: 'delegation', process: caucus.process, party: me.party } as const
  const founder = ownCard(engine, {
    role: me.role,
    party: me.party,
    ...(me.post === undefined ? {} : { post: me.post }),
  })
  const open = openRoom({
    process: caucus.process,
    terms: caucus.terms,
    room: { kind: 'delegation', party: caucus.party },
    founder,
  })
  const begun = await decide(engine, [
    { room: engine.identity.home.room, act: keepRoom(engine, room, about) },
    await makeRoom(engine, room, { opening: open }),
  ])
  return begun.ok ? ok(room.id) : begun
}
