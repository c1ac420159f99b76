/** The rooms of a sample written whole, each as those who sit at it would have written it. */

import {
  type Act,
  type DeviceCard,
  type Kept,
  type MemberCard,
  type MemberId,
  mayBeginEpoch,
  type PartyId,
  type ProcessId,
  type QuestionContent,
  type RelayCard,
  type RoomId,
  specOf,
} from '@goodoffices/core'
import {
  createEntryId,
  createEpochKey,
  createStewardSecret,
  type Device,
  type EpochKey,
  emptyRoot,
  epochFirst,
  type KeysRecipient,
  makeKeysEnvelope,
  type StewardSecret,
  sealEnvelope,
  secretToText,
  signEntry,
} from '@goodoffices/log'
import { Signatures } from '../areas/assent/scripted.ts'
import { keepKey } from '../areas/keyring/acts.ts'
import { admitMember, directoryOf, openRoom, type Registered } from '../areas/roster/founding.ts'
import type { Identity } from '../identity/identity.ts'
import { cardToKeys } from '../log/cards.ts'
import { newId } from '../process/id.ts'
import { type NewRoom, nameRoom } from '../process/new-room.ts'
import type { RelayPage } from '../relay/port.ts'
import { type Resolver, settleAct } from './act.ts'
import type { RoomName, Sample } from './sample.ts'
import type { Script, ScriptPerson, ScriptRoom } from './script.ts'

/** Somebody of the script, with the keys of their devices. */
export type Seated = ScriptPerson & {
  readonly member: MemberId
  readonly device: Device
  readonly devices: readonly DeviceCard[]
  /** Only those in whose chair a visitor may sit. */
  readonly identity?: Identity
}

/** A room on its stage: the keys of its two epochs, and the steward of the first, who begins the second. */
type StagedRoom = NewRoom & { readonly second: EpochKey; readonly steward: StewardSecret }

/** A room as it is sent: whole. */
export type Written = {
  readonly room: NewRoom & { readonly steward: StewardSecret }
  /** The key of the epoch that the room is in at the end. */
  readonly newest: EpochKey
  readonly envelopes: readonly Uint8Array[]
}

/** A log as its relay has it: what was sent, where the relay put it, and the head that it has signed over all of it. */
export type Log = { readonly room: RoomId; readonly page: RelayPage }

type Line = { readonly by: string; readonly time: number; readonly act: Act }

export class Stage {
  readonly #sample: Sample
  readonly #script: Script
  readonly #seated: ReadonlyMap<string, Seated>
  readonly #rooms: ReadonlyMap<RoomName, StagedRoom>
  readonly #process: { readonly process: ProcessId; readonly title: string }
  readonly #began: number
  readonly #signatures: Signatures
  /** What each question asks, by every id that it has. */
  readonly #questions: ReadonlyMap<string, QuestionContent>

  private constructor(parts: {
    readonly sample: Sample
    readonly script: Script
    readonly seated: ReadonlyMap<string, Seated>
    readonly rooms: ReadonlyMap<RoomName, StagedRoom>
  }) {
    this.#sample = parts.sample
    this.#script = parts.script
    // Whoever is in several talks has a role and a side of their own in each.
    this.#seated = new Map(
      parts.script.people.flatMap(person => {
        const keys = parts.seated.get(person.id)
        return keys === undefined ? [] : [[person.id, { ...keys, ...person }] as const]
      }),
    )
    this.#rooms = parts.rooms
    this.#process = { process: newId<ProcessId>(), title: parts.sample.process.title }
    this.#began = parts.script.steps[0]?.time ?? 0
    this.#signatures = new Signatures(this.#process.process, person => this.#person(person).device)
    this.#questions = new Map(
      parts.script.steps.flatMap(({ act }) => {
        const asked = settleAct(act, this.#resolver)
        return (asked.kind === 'assent.plan' || asked.kind === 'assent.ask') && asked.content !== undefined
          ? [[asked.question, asked.content] as const]
          : []
      }),
    )
  }

  static async build(sample: Sample, script: Script, seated: ReadonlyMap<string, Seated>): Promise<Stage> {
    const rooms = new Map<RoomName, StagedRoom>()
    for (const { name } of script.rooms)
      rooms.set(name, { ...(await nameRoom()), second: createEpochKey(), steward: createStewardSecret() })
    return new Stage({ sample, script, seated, rooms })
  }

  get rooms(): readonly ScriptRoom[] {
    return this.#script.rooms
  }

  get #resolver(): Resolver {
    return { room: named => this.#room(named).id, member: person => this.#person(person).member }
  }

  /** A room whole: its founding, those who belong to it with a new epoch for them all, and what was said. */
  async write(room: ScriptRoom): Promise<Written> {
    const named = this.#room(room.name)
    const [founder = '', ...others] = room.members
    const opening: readonly Line[] = [
      this.#line(founder, this.#opening(room, founder)),
      ...this.#directory(room).map(act => this.#line(founder, act)),
      ...others.map(person => this.#line(founder, admitMember(this.#card(person)))),
    ]
    const first = await this.#keys(named, {
      epoch: epochFirst,
      roster: this.#recipients(room, [founder]),
      founder,
    })
    const second = await this.#keys(named, {
      epoch: epochFirst + 1,
      roster: this.#recipients(room, room.members),
      founder,
    })
    const said = await this.#said(room)
    return {
      room: named,
      newest: named.second,
      envelopes: [
        first,
        ...(await Promise.all(opening.map(line => this.#seal(named.id, epochFirst, named.key, line)))),
        second,
        ...(await Promise.all(said.map(line => this.#seal(named.id, epochFirst + 1, named.second, line)))),
      ],
    }
  }

  /** The chair's own room, with its keyring: what it holds of these talks and of the others. */
  async writeHome(person: string, keeps: readonly Kept[]): Promise<Written> {
    const { home, name } = this.#identity(person)
    const founder: MemberCard = { ...this.#card(person), role: 'lead' }
    const { party: _, ...alone } = founder
    const opening = openRoom({
      process: { process: newId<ProcessId>(), title: name },
      room: { kind: 'private' },
      terms: this.#sample.process.terms,
      founder: alone,
    })
    const lines = [opening, ...keeps.map(keepKey)].map(act => this.#line(person, act))
    const room = { id: home.room, key: home.key, steward: createStewardSecret() }
    const keys = await this.#keys(room, {
      epoch: epochFirst,
      roster: this.#person(person).devices.flatMap(card => toRecipient(card, true)),
      founder: person,
    })
    const envelopes = await Promise.all(lines.map(line => this.#seal(home.room, epochFirst, home.key, line)))
    return { room, newest: home.key, envelopes: [keys, ...envelopes] }
  }

  /** The rooms of these talks that somebody is in, as a keyring keeps them. */
  keptBy(person: string, relay: RelayCard): readonly Kept[] {
    return this.#script.rooms
      .filter(({ members }) => members.includes(person))
      .map(room => this.#kept(room, relay))
  }

  #said({ name, party }: ScriptRoom): Promise<readonly Line[]> {
    return Promise.all(
      this.#script.steps
        .filter(step => step.room === name)
        .map(async ({ by, time, act }) => ({ by, time, act: await this.#settle(act, party) })),
    )
  }

  #settle(act: Act, party: PartyId | undefined): Promise<Act> {
    const settled = settleAct(act, this.#resolver)
    const content = this.#questions.get(specOf(act).about(act))
    return this.#signatures.bind(settled, { party, content })
  }

  #opening(room: ScriptRoom, founder: string): Act {
    const party = this.#script.parties.find(card => card.party === room.party)
    return openRoom({
      process: this.#process,
      room: { kind: room.kind, ...(party === undefined ? {} : { party }) },
      terms: this.#sample.process.terms,
      founder: this.#card(founder),
    })
  }

  #directory(room: ScriptRoom): readonly Act[] {
    const rooms = this.#script.rooms
      .filter(({ kind }) => kind === 'table' || kind === 'caucus')
      .map(
        ({ name, kind, party }): Registered => ({
          room: this.#room(name).id,
          kind,
          ...(party === undefined ? {} : { party }),
        }),
      )
    return directoryOf(room.kind, { parties: this.#script.parties, rooms })
  }

  #kept(room: ScriptRoom, relay: RelayCard): Kept {
    const { id, second } = this.#room(room.name)
    return {
      room: id,
      purpose: 'room',
      roomKind: room.kind,
      process: this.#process,
      ...(room.party === undefined ? {} : { party: room.party }),
      relay,
      epoch: epochFirst + 1,
      key: secretToText(second),
    }
  }

  #keys(
    room: NewRoom & { readonly second?: EpochKey; readonly steward: StewardSecret },
    {
      epoch,
      roster,
      founder,
    }: { readonly epoch: number; readonly roster: readonly KeysRecipient[]; readonly founder: string },
  ): Promise<Uint8Array> {
    const { second, steward } = room
    return makeKeysEnvelope({
      logId: room.id,
      epoch,
      ...(epoch === epochFirst || second === undefined
        ? { epochKey: room.key, steward }
        : { epochKey: second, previousKey: room.key }),
      roster,
      author: this.#person(founder).device,
    })
  }

  /** The first of a room's members founded it. */
  #recipients({ kind, party, members }: ScriptRoom, present: readonly string[]): readonly KeysRecipient[] {
    return present.flatMap(id => {
      const person = this.#person(id)
      const isSteward = mayBeginEpoch(
        { kind, party: this.#script.parties.find(card => card.party === party) },
        { ...person, founder: id === members[0] },
      )
      return person.devices.flatMap(card => toRecipient(card, isSteward))
    })
  }

  async #seal(room: RoomId, epoch: number, epochKey: EpochKey, { by, time, act }: Line): Promise<Uint8Array> {
    const plaintext = await signEntry(this.#person(by).device, {
      id: createEntryId(),
      logId: room,
      epoch,
      head: { size: 0, root: emptyRoot },
      time,
      act: act,
    })
    return sealEnvelope({ logId: room, epoch, epochKey, plaintext })
  }

  #card(person: string): MemberCard {
    const { member, name, role, party, post, institution, devices } = this.#person(person)
    return {
      member,
      name,
      role,
      ...(party === undefined ? {} : { party }),
      ...(post === undefined ? {} : { post }),
      ...(institution === undefined ? {} : { institution }),
      devices: [...devices],
    }
  }

  #line(by: string, act: Act): Line {
    return { by, time: this.#began, act }
  }

  #person(id: string): Seated {
    const person = this.#seated.get(id)
    if (person === undefined) throw new Error(`sample: nobody called ${id}`)
    return person
  }

  #identity(chair: string): Identity {
    const { identity } = this.#person(chair)
    if (identity === undefined) throw new Error(`sample: nobody sits as ${chair}`)
    return identity
  }

  #room(name: RoomName): StagedRoom {
    const room = this.#rooms.get(name)
    if (room === undefined) throw new Error(`sample: no room ${name}`)
    return room
  }
}

function toRecipient(card: DeviceCard, isSteward: boolean): readonly KeysRecipient[] {
  const keys = cardToKeys(card)
  return keys === undefined ? [] : [{ ...keys, isSteward }]
}
