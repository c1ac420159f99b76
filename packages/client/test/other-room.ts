/**
 * Decision 33, the other-room law: the same talks are lived again and again, with one clock and the same chance, and something else in one of
 * their rooms each time. Whoever is not in that room must have the same, byte for byte; of ciphertext, as much of it.
 *
 * What is put there is taken from the registers themselves: one that an area declares tomorrow is among them without being named.
 */

import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import {
  addParty,
  arrangementFor,
  calendarFile,
  completeFields,
  datedIn,
  deliverDue,
  documentToHtml,
  equalTreatment,
  faultsOf,
  hereIn,
  leaksInAct,
  loadViews,
  newId,
  nextSteps,
  openDelegation,
  openGroup,
  ownFigures,
  roomsToDocument,
  type SeenRoom,
  sayPublicLine,
  tellDue,
  unreadIn,
  waitsIn,
  wholeDaysFile,
  wholeDaysOf,
  withdrawDue,
  writeRecord,
  writingOf,
} from '@goodoffices/client'
import { loadVocabulary } from '@goodoffices/client/words'
import {
  type Act,
  type ItemFields,
  type ItemId,
  type Meeting,
  type PartyId,
  type ProcessId,
  type Register,
  type Result,
  type RoomKind,
  type RoomState,
  registers,
} from '@goodoffices/core'
import * as fc from 'fast-check'
import { whole } from '../../core/test/accepted.ts'
import { fieldsIn, thingOf } from '../../core/test/arbitrary.ts'
import { circumstance } from '../../core/test/cast.ts'
import { playedOnce } from './played.ts'
import { beginTalksIn, bringIn, meet, roomOf } from './talks.ts'
import { type Person, value } from './world.ts'

const english = await loadVocabulary('en')

/** A mediator, the head of each side, and a host, who is no party to the talks. */
export const seats = ['mediator', 'north', 'south', 'host'] as const
export type Seat = (typeof seats)[number]

export type House = {
  readonly process: ProcessId
  /** The east has no account: what it says the mediators write down. */
  readonly parties: Readonly<Record<'north' | 'south' | 'east' | 'host', PartyId>>
  readonly people: Readonly<Record<Seat, Person>>
  /** Everybody's, the relay's too. */
  readonly clock: { now: number }
}

const began = 1_790_000_000_000

const found = playedOnce(
  async world => {
    const { process, parties, mediator, north, south } = await beginTalksIn(world)
    const host = await world.member('Host')
    const card = { name: 'The host', kind: 'third', thirdRole: 'host', hidden: false, account: true } as const
    const party = value(await addParty(mediator.session, process, card))
    await bringIn(mediator, process, host, { role: 'host', party })
    const silent = { name: 'The east', kind: 'party', hidden: false, account: false } as const
    const east = value(await addParty(mediator.session, process, silent))
    value(await openDelegation(north.session, process))
    const members = [north.session.me.member]
    value(await openGroup(mediator.session, process, { title: 'The north alone', members }))
    await meet(mediator, north, south, host)
    return {
      people: { mediator, north, south, host },
      known: { process, parties: { ...parties, east, host: party } },
    }
  },
  () => began,
)

/** What each step draws, whoever else is at work meanwhile: what is kept and sealed in the background draws from the step that began it. */
const chance = new AsyncLocalStorage<{ readonly name: string; drawn: number }>()

/** Chance within it is that of a name, so that what was drawn elsewhere leaves no trace. */
export const step = <T>(name: string, does: () => Promise<T>): Promise<T> =>
  chance.run({ name, drawn: 0 }, does)

/** Each in turn sends and reads, as a step of its own. */
export const meetApart = (...people: readonly Person[]): Promise<void> =>
  step('they meet', () => meet(...people))

const native = crypto.getRandomValues.bind(crypto)

function fill<A extends ArrayBufferView<ArrayBuffer>>(into: A): A {
  const stream = chance.getStore()
  if (stream === undefined) return native(into)
  const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength)
  for (let at = 0; at < bytes.length; at += 32) {
    stream.drawn += 1
    const block = createHash('sha256').update(`${stream.name} ${stream.drawn}`).digest()
    bytes.set(block.subarray(0, bytes.length - at), at)
  }
  return into
}

/** All that somebody has, by what it is. */
export type Everything = Readonly<Record<string, string>>
export type Lived = Readonly<Record<Seat, Everything>>

/** Lives the talks from the same beginning: something is done, and the day goes on. */
export async function live(does: (house: House) => Promise<void> = async () => {}): Promise<Lived> {
  const clock = { now: began }
  const { people, known } = await found(() => clock.now)
  const house: House = { ...known, people, clock }
  Object.defineProperty(crypto, 'getRandomValues', { value: fill, configurable: true, writable: true })
  try {
    await step('an issue', () => putIssue(house))
    await meetApart(...Object.values(people))
    await step('what is done', () => does(house))
    await meetApart(...Object.values(house.people))
    await step('the day goes on', () => goOn(house))
    const all: (readonly [Seat, Everything])[] = []
    for (const seat of seats)
      all.push([seat, await step(seat, () => everythingOf(house.people[seat], house.process))])
    return Object.fromEntries(all) as Lived
  } finally {
    Reflect.deleteProperty(crypto, 'getRandomValues')
  }
}

/** What is not the same of what two had; empty where everything is. */
export const differencesOf = (one: Everything, other: Everything): readonly string[] =>
  Object.keys(one).filter(part => one[part] !== other[part])

/** Rooms, what is asked for and what is new in them, what is wrong; copies to read, the record, and files for a calendar. */
export async function everythingOf({ session }: Person, process: ProcessId): Promise<Everything> {
  const rooms = session.rooms(process)
  const ids = rooms.map(({ id }) => id)
  const shown = await roomsToDocument(
    rooms.map(room => ({ room })),
    { language: 'en' },
  )
  const record: unknown = JSON.parse(await writeRecord(session, ids), (key, held: unknown) =>
    ['envelope', 'checkpoint', 'hash', 'key', 'keys'].includes(key) ? JSON.stringify(held).length : held,
  )
  return {
    rooms: JSON.stringify(rooms),
    entries: JSON.stringify(
      ids.map(id => [session.entries(id), faultsOf(session, id)]),
      // The root of a log is a hash of its ciphertext.
      (key, held: unknown) => (key === 'root' ? undefined : held),
    ),
    talks: JSON.stringify([session.processes(), session.home()]),
    status: JSON.stringify(session.status()),
    waits: JSON.stringify(waitsIn(session, process)),
    notices: JSON.stringify(rooms.map(room => unreadIn(session, room))),
    copy: documentToHtml(shown),
    record: JSON.stringify(record),
    calendars: JSON.stringify(await calendarsOf(session, rooms)),
    views: JSON.stringify(await viewsOf(session, process)),
  }
}

/** Days, next steps, figures, and the file of all days. */
async function viewsOf(session: Person['session'], process: ProcessId): Promise<readonly unknown[]> {
  const views = await loadViews()
  const here = hereIn(session, process)
  const dated = datedIn(here, views)
  const days = wholeDaysOf({ vocabulary: english }, dated, 'UTC')
  return [
    dated,
    nextSteps(dated, here.rooms),
    equalTreatment(session, process, views),
    ownFigures(session, process, views),
    await wholeDaysFile(session, english, { days, withTitles: true }),
  ]
}

async function calendarsOf(
  session: Person['session'],
  rooms: readonly SeenRoom[],
): Promise<readonly string[]> {
  const files: string[] = []
  for (const room of rooms)
    for (const thing of Object.values(room.items).filter(({ register }) => register === 'meeting')) {
      const w = writingOf(room, english, {})
      const meeting = thing as unknown as Meeting
      const arrangement = arrangementFor(room, meeting.item)
      const file = await calendarFile(session, w, { meeting, arrangement, also: ['title', 'venue'] })
      files.push(file.ok ? file.value : file.error.code, ...sayPublicLine(w, meeting.item))
    }
  return files
}

/** Says it, whatever the leak check names in it; or is refused. */
function tryIt({ session }: Person, room: RoomState, act: Act): Promise<Result<unknown>> {
  const rooms = () => session.rooms(room.process.process)
  const accepted = leaksInAct({ act, room, by: session.me.member, rooms })
  const name = `${session.me.name} in ${room.id} at ${room.size}`
  return step(name, () => session.act(room.id, act, accepted))
}

export async function does(person: Person, room: RoomState, act: Act): Promise<void> {
  value(await tryIt(person, room, act))
}

const envoys: ItemFields = {
  kind: 'proximity',
  title: 'Envoys',
  when: { kind: 'on', day: '2026-10-02' },
  begins: '10:00',
  ends: '18:00',
  timeZone: 'Europe/Istanbul',
  venue: 'Istanbul',
  publicity: 'nothing',
  minutesKept: 'no-minutes',
}
const way = {
  arrivesFrom: '09:40',
  arrivesTo: '09:50',
  entrance: 'The gate',
  ownRoom: 'Room 2',
  leavesFrom: '18:20',
  leavesTo: '18:30',
}

const ferries = 'item-ferries' as ItemId

/** For what is done about an issue; all read it, whatever is done. */
const putIssue = ({ process, people }: House): Promise<void> =>
  does(people.mediator, roomOf(people.mediator, process, 'table'), {
    kind: 'item.put',
    item: ferries,
    register: 'issue',
    rev: 1,
    fields: { ordinal: 1, title: 'Ferries', footing: 'proposed', stage: 'separate' },
  })

/** What would be done all the same: a word to each side, a meeting at the table and in each caucus, and how each comes to it. */
async function goOn({ process, people, parties }: House): Promise<void> {
  const { mediator, north, south, host } = people
  const put = async (room: RoomState, register: string, fields: ItemFields): Promise<ItemId> => {
    const item = newId<ItemId>()
    await does(mediator, room, { kind: 'item.put', item, register, rev: 1, fields })
    return item
  }
  await put(roomOf(mediator, process, 'table'), 'meeting', envoys)
  for (const party of [parties.north, parties.south]) {
    const caucus = roomOf(mediator, process, 'caucus', party)
    const meeting = await put(caucus, 'meeting', envoys)
    await put(caucus, 'arrangement', { ...way, meeting })
  }
  // What a mediator’s device does by itself.
  await tellDue(mediator.session)
  await withdrawDue(mediator.session)
  await deliverDue(mediator.session)
  await meetApart(mediator, north, south, host)
}

/** Kinds of rooms that not everybody is in; the caucuses of a party without an account, and of a host, are some of their own. */
export const kinds = ['caucus', 'recorded', 'hosted', 'delegation', 'group', 'desk', 'private'] as const
export type Kind = (typeof kinds)[number]

export const roomKindOf = (kind: Kind): RoomKind =>
  kind === 'recorded' || kind === 'hosted' ? 'caucus' : kind

type Placed = { readonly room: () => RoomState; readonly inside: readonly Person[] }

/** The first room of that kind, of the north where each side has one, and who is in it. */
function placed({ process, parties, people }: House, kind: Kind): Placed {
  const of = kind === 'recorded' ? parties.east : kind === 'hosted' ? parties.host : parties.north
  const holds = ({ session }: Person): SeenRoom | undefined =>
    kind === 'private'
      ? session.home()
      : session
          .rooms(process)
          .find(room => room.kind === roomKindOf(kind) && (room.party?.party ?? of) === of)
  const [first] = kind === 'private' ? [people.north] : seats.map(seat => people[seat]).filter(holds)
  const id = first === undefined ? undefined : holds(first)?.id
  const inside = Object.values(people).filter(person => holds(person)?.id === id)
  return {
    room: () => {
      const room = first === undefined ? undefined : holds(first)
      if (room === undefined) throw new Error(`no ${kind}`)
      return room
    },
    inside,
  }
}

/** The seats from which such a room is not seen. */
export const outside: Readonly<Record<Kind, readonly Seat[]>> = {
  caucus: ['south', 'host'],
  recorded: ['north', 'south', 'host'],
  hosted: ['north', 'south'],
  delegation: ['mediator', 'south', 'host'],
  group: ['south', 'host'],
  desk: ['north', 'south', 'host'],
  private: ['mediator', 'south', 'host'],
}

const samplesMax = 40

/** Does the first of some acts that somebody in the room may do; whether there was one. */
async function doFirst(inside: readonly Person[], room: RoomState, acts: readonly Act[]): Promise<boolean> {
  const written = room.party?.account === false ? acts.map(act => ({ ...act, recorded: circumstance })) : []
  for (const act of [...written, ...acts] as readonly Act[])
    for (const person of inside)
      if (person.session.checkAct(room.id, act).ok && (await tryIt(person, room, act)).ok) return true
  return false
}

const sampled = (register: Register, kind: RoomKind, seed: number, changes: object): readonly Act[] =>
  fc
    .sample(thingOf(register, whole).map(fieldsIn(register, kind)), { numRuns: samplesMax, seed })
    .map(act => ({ ...(act as object), ...changes }) as Act)

/** CLOS-6, CLOS-13: with the digest of its own words, and of the side whose room it is. */
function fitted({ name }: Register, room: RoomState, act: Act): Act {
  if (!('fields' in act)) return act
  const { fields } = act
  const party = room.party === undefined || fields['party'] === undefined ? {} : { party: room.party.party }
  return { ...act, fields: completeFields(room, name, { ...fields, ...party }) }
}

/** Whose a thing is, and for which issue, where it says so: a party and an issue that are there. */
export const placedIn = (act: Act, { parties }: House): Act => {
  if (!('fields' in act)) return act
  const whose = ['party', 'stepOwner', 'finder'].filter(field => field in act.fields)
  return {
    ...act,
    fields: {
      ...act.fields,
      ...Object.fromEntries(whose.map(field => [field, parties.north])),
      ...('issue' in act.fields ? { issue: ferries } : {}),
      ...('issues' in act.fields ? { issues: [ferries] } : {}),
    },
  }
}

/**
 * Puts a thing of every register that such a room has, all of its fields there and every text its own; says of it whatever somebody there
 * may say; and words it anew. Returns the registers of which none was taken.
 */
export async function putEverything(house: House, kind: Kind): Promise<readonly string[]> {
  const { room, inside } = placed(house, kind)
  const missing: string[] = []
  for (const [seed, register] of registers.entries()) {
    if (register.rooms[roomKindOf(kind)] === undefined) continue
    const item = newId<ItemId>()
    const things = sampled(register, room().kind, seed, { item }).map(act =>
      fitted(register, room(), placedIn(act, house)),
    )
    if (!(await doFirst(inside, room(), things))) {
      missing.push(register.name)
      continue
    }
    await sayAll(inside, room, register, item)
    const anew = sampled(register, room().kind, seed + 1000, { item, rev: 2 }).map(act =>
      fitted(register, room(), act),
    )
    await doFirst(inside, room(), anew)
    await meetApart(...inside)
  }
  // EYES-9: what the mediators want of each other.
  if (kind === 'desk') await doFirst(inside, room(), [{ kind: 'eyes.set', ...demanded }])
  return missing
}

const demanded = {
  eyesDeliver: 'required',
  eyesIssue: 'wished',
  eyesOpen: 'wished',
  eyesBring: 'required',
  eyesDestroy: 'required',
} as const

async function sayAll(
  inside: readonly Person[],
  room: () => RoomState,
  { verbs }: Register,
  item: ItemId,
): Promise<void> {
  await meetApart(...inside)
  for (const verb of Object.keys(verbs)) {
    const note = `${verb}, and nobody else is to know of it`
    const mark = { kind: 'item.mark', item, rev: 1, verb, note, evidence: [item] } as Act
    await doFirst(inside, room(), [mark])
    await meetApart(...inside)
  }
}

/** Puts in the group what all have said yes to, and says of it whatever somebody there may say. */
export async function putAgreed(house: House, register: Register, act: PutAct): Promise<void> {
  const { room, inside } = placed(house, 'group')
  await does(house.people.mediator, room(), act)
  await sayAll(inside, room, register, act.item)
}
export type PutAct = Extract<Act, { kind: 'item.put' }>
