/** Talks as most tests need them: a mediator, two parties' heads, a table, a desk, two caucuses. */

import {
  acceptJoining,
  answerInvitation,
  completeDevice,
  completeInvitation,
  createMemoryVault,
  createProcess,
  deviceOfferOf,
  type Everywhere,
  invitationOf,
  invite,
  joiningsOf,
  linkDevice,
  newId,
  type OpenOptions,
  offerDevice,
  openSession,
  type RelayPort,
} from '@goodoffices/client'
import type { InvitationId, MessageId, PartyId, ProcessId, Role, RoomId, RoomState } from '@goodoffices/core'
import type { MemoryRelayOptions } from '@goodoffices/relay'
import { playedOnce } from './played.ts'
import { createWorld, type Person, value, type World } from './world.ts'

export type Talks = {
  readonly world: World
  readonly process: ProcessId
  readonly mediator: Person
  readonly north: Person
  readonly south: Person
  readonly parties: { readonly north: PartyId; readonly south: PartyId }
}

type Known = Pick<Talks, 'process' | 'parties'>

/** Founds the talks, invites and exchanges. */
async function foundTalks(
  world: World,
  join = (name: string) => world.member(name),
): Promise<Known & Record<'mediator' | 'north' | 'south', Person>> {
  const [mediator, north, south] = await Promise.all([join('Mediator'), join('North'), join('South')])
  const { process, parties } = value(
    await createProcess(mediator.session, {
      title: 'Talks',
      terms: { role: 'carry', disclosure: 'closed' },
      parties: ['North', 'South'].map(name => ({ name, kind: 'party', hidden: false, account: true })),
    }),
  )
  await mediator.session.settle()
  const [first, second] = parties as [PartyId, PartyId]
  await bringIn(mediator, process, north, { role: 'head', party: first })
  await bringIn(mediator, process, south, { role: 'head', party: second })
  return { process, mediator, north, south, parties: { north: first, south: second } }
}

const playTalks = (now: () => number) =>
  playedOnce(async world => {
    const { process, parties, ...people } = await foundTalks(world)
    return { people, known: { process, parties } }
  }, now)

const ofToday = playTalks(Date.now)
/** By the time at which their clock stood. */
const ofThen = new Map<number, ReturnType<typeof playTalks>>()

/** Talks as they are once all have joined. `now`: everybody's clock, in ms since 1970. */
export async function beginTalks(now?: () => number): Promise<Talks> {
  const then = now?.() ?? 0
  const copy = now === undefined ? ofToday : (ofThen.get(then) ?? playTalks(() => then))
  if (now !== undefined) ofThen.set(then, copy)
  const { world, people, known } = await copy(now ?? Date.now)
  const { mediator, north, south } = people as Record<'mediator' | 'north' | 'south', Person>
  return { world, ...known, mediator, north, south }
}

/** The same, founded anew, with the relay as each of them meets it. */
export async function beginTalksThrough(portFor: (name: string) => RelayPort): Promise<Talks> {
  const world = await createWorld()
  const join = (name: string) => world.member(name, { relayAt: () => portFor(name) })
  return { world, ...(await foundTalks(world, join)) }
}

/** The same, founded anew on a relay of other limits. */
export async function beginTalksWithin(limits: MemoryRelayOptions['limits']): Promise<Talks> {
  return beginTalksIn(await createWorld(limits === undefined ? {} : { limits }))
}

/** The same, founded anew in this world. */
export async function beginTalksIn(world: World): Promise<Talks> {
  return { world, ...(await foundTalks(world)) }
}

/** Both sides consent, and the mediator opens the table. */
export async function openTable({ mediator, north, south, process, parties }: Talks): Promise<void> {
  for (const [person, party] of [
    [north, parties.north],
    [south, parties.south],
  ] as const) {
    const caucus = roomOf(person, process, 'caucus').id
    value(await person.session.act(caucus, { kind: 'consent.give', party }))
    await meet(person, mediator)
  }
  value(await mediator.session.act(roomOf(mediator, process, 'table').id, { kind: 'table.open' }))
  await meet(mediator)
}

type As = {
  readonly role: Role
  readonly party?: PartyId
  readonly post?: string
  readonly institution?: string
  /** By which other name where several sides read. */
  readonly knownAs?: string
}

/** The whole of an invitation, with codes that agree. `meanwhile`: what is done before it is completed. Returns where the guest came in. */
export async function bringIn(
  inviter: Person,
  process: ProcessId,
  guest: Person,
  as: As,
  meanwhile: () => Promise<void> = async () => {},
): Promise<Everywhere> {
  const { knownAs, ...invited } = as
  const id = await introduced(inviter, process, guest, invited)
  await meanwhile()
  const came = value(await completeInvitation(inviter.session, id, { knownAs }))
  await meet(inviter, guest)
  return came
}

/** All of it but for letting the guest in. */
export async function introduced(
  inviter: Person,
  process: ProcessId,
  guest: Person,
  as: As,
): Promise<InvitationId> {
  const id = value(await invite(inviter.session, process, { name: guest.session.me.name, ...as }))
  await inviter.session.settle()
  const joining = value(await answerInvitation(guest.session, invitationOf(inviter.session, id)?.link ?? ''))
  await meet(guest, inviter, guest)
  const code = joiningsOf(guest.session).find(each => each.id === joining)?.code
  if (code === undefined || code !== invitationOf(inviter.session, id)?.code)
    throw new Error('the codes differ')
  value(await acceptJoining(guest.session, joining))
  await meet(guest, inviter)
  return id
}

/** Another device of somebody's, brought in with codes that agree. */
export async function addDevice(world: World, owner: Person): Promise<Person> {
  const { link } = value(await offerDevice(owner.session))
  await owner.session.settle()
  const options = { vault: createMemoryVault(), relayAt: world.relayAt, live: false }
  const linking = value(await linkDevice({ ...options, text: link }))
  await meet(owner)
  const { code } = value(await linking.poll())
  if (code === undefined || code !== deviceOfferOf(owner.session)?.code) throw new Error('the codes differ')
  value(await completeDevice(owner.session))
  value(await linking.accept())
  const device: Person = { session: value(await openSession(options)), vault: options.vault, phrase: [] }
  await meet(device, owner)
  return device
}

/** Each in turn sends what waits and reads what there is. */
export async function meet(...people: readonly Person[]): Promise<void> {
  for (const { session } of people) {
    await session.settle()
    await session.goOnline()
    await session.settle()
  }
}

export function roomOf(
  person: Person,
  process: ProcessId,
  kind: RoomState['kind'],
  party?: PartyId,
): RoomState {
  const room = person.session
    .rooms(process)
    .find(each => each.kind === kind && (party === undefined || each.party?.party === party))
  if (room === undefined) throw new Error(`no ${kind}`)
  return room
}

export const say = (body: string) =>
  ({ kind: 'message.say', message: newId<MessageId>(), form: 'oral-message', binding: false, body }) as const

/** What was said in a room as this person sees it, in order. */
export const bodiesIn = (person: Person, room: RoomId): readonly string[] =>
  Object.values(person.session.room(room)?.messages ?? {}).map(message => message.body)

/** What a person is told is wrong: with this room, or at all. */
export const codesOf = (person: Person, room?: RoomId): readonly string[] =>
  person.session
    .status()
    .troubles.filter(trouble => room === undefined || trouble.room === room)
    .map(({ code }) => code)

/** The program is ended and started again, with what its vault holds. One at a time: two would write over each other. */
export async function reopen(
  person: Person,
  options: Partial<OpenOptions> & Pick<OpenOptions, 'relayAt'>,
): Promise<Person> {
  await person.session.close()
  return { ...person, session: value(await openSession({ vault: person.vault, live: false, ...options })) }
}
