/**
 * A sample played: its cast with real ids, its rooms, and its acts in order, ready to be signed and sent by each person's
 * session. The acts are found by playing them through core's own rules, so a script that core would refuse is no script.
 */

import {
  type Act,
  applyEntry,
  beginRoom,
  type DeviceId,
  type Entry,
  type EntryId,
  fail,
  type MemberCard,
  ok,
  type PartyCard,
  type PartyId,
  type ProcessId,
  type QuestionId,
  type Result,
  type Role,
  type RoomKind,
  type RoomState,
  specOf,
  standingsOf,
} from '@goodoffices/core'
import { type CastParty, completeQuestion } from '../areas/assent/scripted.ts'
import { checkAccepted, findingsAtPreparing, type Stage as OnStage } from '../areas/desk/scripted.ts'
import { admitMember, directoryOf, openRoom } from '../areas/roster/founding.ts'
import { findingsAtIssuing } from '../areas/text/scripted.ts'
import { personRef, readAct, roomNamed, roomRef } from './act.ts'
import { type RoomName, roomsOf, type Sample, type SampleStep } from './sample.ts'

export type ScriptPerson = {
  /** As the sample names it. */
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly party?: PartyId
  readonly post?: string
  readonly institution?: string
}

export type ScriptRoom = {
  readonly name: RoomName
  readonly kind: RoomKind
  readonly party?: PartyId
  /** People by their names in the sample; the first founds the room. */
  readonly members: readonly string[]
}

export type ScriptStep = {
  readonly by: string
  readonly room: RoomName
  /** Milliseconds since 1970 UTC. */
  readonly time: number
  /** Final but for rooms and people, which `settleAct` replaces once they exist. */
  readonly act: Act
  /** Index of the sample's step that it comes from: one delivery becomes acts in several rooms. */
  readonly step: number
}

export type Script = {
  /** In the sample's order. */
  readonly parties: readonly PartyCard[]
  readonly people: readonly ScriptPerson[]
  readonly rooms: readonly ScriptRoom[]
  readonly steps: readonly ScriptStep[]
}

/** A script and where it leaves each room. */
export type Played = { readonly script: Script; readonly rooms: ReadonlyMap<RoomName, RoomState> }

/**
 * The sample's cast, rooms and acts with ids from `newId`, which returns a fresh id in base64url of 8 to 64 characters each
 * time. `opened`: when it is opened, in ms since 1970 UTC; from its last step on where nothing is said. Fails with the first rule that a
 * step breaks and the `step` (counted from 0).
 */
export function expandSample(sample: Sample, newId: () => string, opened?: number): Result<Script> {
  const played = playThrough(sample, newId, opened)
  return played.ok ? ok(played.value.script) : played
}

/** The same, with the state in which the script leaves every room. */
export function playThrough(
  sample: Sample,
  newId: () => string,
  opened: number = sample.steps.at(-1)?.at ?? 0,
): Result<Played> {
  const { parties, people, rooms } = castOf(sample, newId)
  const stage = new Stage(sample, { parties, people, rooms }, { newId, opened })
  const steps: ScriptStep[] = []
  for (const [index, step] of sample.steps.entries()) {
    for (const room of roomsOf(step)) {
      const done = stage.perform(step, room, index)
      if (!done.ok) return fail(done.error.code, { ...done.error, step: index })
      steps.push(...done.value)
    }
  }
  return ok({ script: { parties, people, rooms, steps }, rooms: stage.rooms })
}

type Cast = Omit<Script, 'steps'>

function castOf(sample: Sample, newId: () => string): Cast {
  const ids = new Map(sample.parties.map(({ party }) => [party, newId() as PartyId]))
  const partyId = (party: string): PartyId => ids.get(party) ?? fault(`no party ${party}`)
  const people = sample.people.map(
    ({ party, post, ...person }): ScriptPerson => ({
      ...person,
      ...(party === undefined ? {} : { party: partyId(party) }),
      ...(post === undefined ? {} : { post }),
    }),
  )
  return {
    parties: sample.parties.map(({ party, thirdRole, language, ...card }) => ({
      ...card,
      party: partyId(party),
      ...(thirdRole === undefined ? {} : { thirdRole }),
      ...(language === undefined ? {} : { language }),
    })),
    people,
    rooms: roomNamesOf(sample).map(name => roomOf(name, sample, partyId)),
  }
}

/** Desk, table and a caucus each; delegations and private rooms where the script uses them. */
function roomNamesOf(sample: Sample): readonly RoomName[] {
  const standing = ['desk', 'table', ...sample.parties.map(({ party }) => `caucus:${party}`)] as RoomName[]
  return [...new Set([...standing, ...sample.steps.flatMap(roomsOf)])]
}

function roomOf(name: RoomName, sample: Sample, partyId: (party: string) => PartyId): ScriptRoom {
  const [kind, of = ''] = name.split(':') as [RoomKind, string?]
  const mediators = sample.people
    .filter(({ party }) => party === undefined)
    .toSorted((a, b) => Number(b.role === 'lead') - Number(a.role === 'lead'))
    .map(({ id }) => id)
  const hidden = sample.parties.filter(party => party.hidden).map(({ party }) => party)
  const others = sample.people.flatMap(({ id, party }) => (party === undefined ? [] : [{ id, party }]))
  switch (kind) {
    case 'table':
      return {
        name,
        kind,
        members: [...mediators, ...others.filter(({ party }) => !hidden.includes(party)).map(({ id }) => id)],
      }
    case 'caucus':
    case 'delegation': {
      const own = others.filter(({ party }) => party === of).map(({ id }) => id)
      return { name, kind, party: partyId(of), members: kind === 'caucus' ? [...mediators, ...own] : own }
    }
    case 'private':
      return { name, kind, members: [of] }
    case 'desk':
    case 'group':
      return { name, kind, members: mediators }
    default:
      return kind satisfies never
  }
}

/** The rooms while the script is played. */
class Stage {
  readonly rooms = new Map<RoomName, RoomState>()
  readonly #sample: Sample
  readonly #cast: Cast
  readonly #newId: () => string
  readonly #opened: number
  readonly #ids = new Map<string, string>()
  #entries = 0

  constructor(
    sample: Sample,
    cast: Cast,
    { newId, opened }: { readonly newId: () => string; readonly opened: number },
  ) {
    this.#sample = sample
    this.#cast = cast
    this.#newId = newId
    this.#opened = opened
    for (const room of cast.rooms) this.rooms.set(room.name, this.#open(room))
  }

  /** Plays one step in one room; a delivery also plays what it brings about in the others. */
  perform(step: SampleStep, name: RoomName, index: number): Result<readonly ScriptStep[]> {
    const room = this.#room(name)
    const act = completeQuestion(step.act, { by: step.by, parties: this.#parties(), standings: this.#asked })
    const read = readAct(
      { ...step, act },
      {
        idOf: named => this.#idOf(named),
        partyOf: party => this.#partyOf(party),
        hasRoom: named => this.rooms.has(named),
        hasPerson: person => this.#cast.people.some(({ id }) => id === person),
        room,
        opened: this.#opened,
        findings: act => [
          ...findingsAtPreparing(act, this.#onStage),
          ...findingsAtIssuing(act, this.#onStage),
        ],
      },
    )
    if (!read.ok) return read
    const acts = this.#consequences(room, read.value)
    if (!acts.ok) return acts
    const steps: ScriptStep[] = []
    for (const { room, act } of acts.value) {
      const done = this.#enter({ room: this.#room(room), by: step.by, time: step.at, act })
      if (!done.ok) return done
      steps.push({ by: step.by, room, time: step.at, act, step: index })
    }
    return ok(steps)
  }

  /** The act, and what it brings about in other rooms. */
  #consequences(
    room: RoomState,
    act: Act,
  ): Result<readonly { readonly room: RoomName; readonly act: Act }[]> {
    const { brings } = specOf(act)
    if (brings === undefined) return ok([{ room: roomNamed(room.id), act }])
    const brought = brings.acts(room, act, this.#onStage.find)
    if (!brought.ok) return brought
    const accepted = checkAccepted(room, act, this.#onStage)
    if (!accepted.ok) return accepted
    // Its own word first, as a session decides it.
    const others = brought.value.filter(part => part.room !== room.id || part.act.kind !== act.kind)
    return ok(
      [{ room: room.id, act }, ...others].map(each => ({ room: roomNamed(each.room), act: each.act })),
    )
  }

  get #onStage(): OnStage {
    return { find: id => this.rooms.get(roomNamed(id)), all: [...this.rooms.values()] }
  }

  #room(name: RoomName): RoomState {
    return this.rooms.get(name) ?? fault(`no room ${name}`)
  }

  #idOf(named: string): string {
    const known = this.#ids.get(named)
    if (known !== undefined) return known
    const id = this.#newId()
    this.#ids.set(named, id)
    return id
  }

  #partyOf(party: string): PartyId | undefined {
    return this.#parties().find(({ symbol }) => symbol === party)?.party
  }

  /** The cast as the sample names it, in the same order. */
  #parties(): readonly CastParty[] {
    return this.#cast.parties.map(({ party, name }, at) => ({
      symbol: this.#sample.parties[at]?.party ?? fault('a party of no cast'),
      party,
      name,
    }))
  }

  /** How it stands with each who was asked a question of the desk. */
  #asked = (named: string) => {
    const plan = this.rooms.get('desk' as RoomName)?.questionPlans[this.#idOf(named) as QuestionId]
    return plan === undefined ? [] : standingsOf(plan, this.#onStage.find)
  }

  #enter(said: { room: RoomState; by: string; time: number; act: Act }): Result<RoomState> {
    return applyEntry(said.room, this.#entry(said.by, { ...said, position: said.room.size }))
  }

  #entry(by: string, { act, time, position }: { act: Act; time: number; position: number }): Entry {
    this.#entries += 1
    return { id: `entry_${this.#entries}` as EntryId, device: deviceRef(by), time, position, act }
  }

  #open({ name, kind, party, members }: ScriptRoom): RoomState {
    const { process } = this.#sample
    const time = this.#sample.steps[0]?.at ?? 0
    const card = this.#cast.parties.find(known => known.party === party)
    const [founder = fault(`nobody in ${name}`), ...others] = members
    const act = openRoom({
      process: { process: 'process_' as ProcessId, title: process.title },
      room: { kind, ...(card === undefined ? {} : { party: card }) },
      terms: process.terms,
      founder: this.#card(founder),
    })
    const room = demand(beginRoom(roomRef(name), this.#entry(founder, { act, time, position: 0 })))
    for (const act of directoryOf(kind, { parties: this.#cast.parties, rooms: [] }))
      demand(this.#enter({ room, by: founder, time, act }))
    for (const person of others)
      demand(this.#enter({ room, by: founder, time, act: admitMember(this.#card(person)) }))
    return room
  }

  /** Keys are a session's business; the rules look at nothing but ids. */
  #card(person: string): MemberCard {
    const { name, role, party, post, institution } =
      this.#cast.people.find(({ id }) => id === person) ?? fault(`nobody called ${person}`)
    return {
      member: personRef(person),
      name,
      role,
      ...(party === undefined ? {} : { party }),
      ...(post === undefined ? {} : { post }),
      ...(institution === undefined ? {} : { institution }),
      devices: [{ device: deviceRef(person), sign: 'sign', wrap: 'wrap' }],
    }
  }
}

const deviceRef = (person: string): DeviceId => `device_${person}` as DeviceId

/** `parseSample` has seen to it: a failure here is our own bug. */
function fault(reason: string): never {
  throw new Error(`sample: ${reason}`)
}

function demand<T>(result: Result<T>): T {
  return result.ok ? result.value : fault(result.error.code)
}
