/**
 * A sample as a live process: real rooms on a real relay, with every chair's keys in one place. In a sample, and only there, one
 * visitor holds several members' devices; so each room is written whole and sent in one piece, and nobody needs inviting.
 */

import {
  type Act,
  type DeviceCard,
  type Kept,
  type MemberCard,
  type MemberId,
  mayBeginEpoch,
  type ProcessId,
  type RelayCard,
  type RoomId,
} from '@goodoffices/core'
import {
  createAccessKey,
  createDevice,
  createEntryId,
  createEpochKey,
  createSecret,
  createStewardKey,
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
import { deviceToCard, type Identity, keepIdentity, makeIdentity } from '../identity/identity.ts'
import { Strongbox } from '../identity/strongbox.ts'
import { cardToKeys } from '../log/room-log.ts'
import { newId } from '../process/id.ts'
import { type NewRoom, nameRoom } from '../process/rooms.ts'
import { RelayError, type RelayPort } from '../relay/port.ts'
import { fail, ok, type Result } from '../result.ts'
import { type OpenOptions, openSession } from '../session/open.ts'
import type { Session } from '../session/session.ts'
import type { Vault } from '../vault/vault.ts'
import { settleAct } from './act.ts'
import type { RoomName, Sample } from './sample.ts'
import { expandSample, type Script, type ScriptPerson, type ScriptRoom } from './script.ts'

/** A place at the sample's tables, and the session of whoever sits in it. */
export type Chair = {
  readonly person: string
  readonly label: string
  readonly process: ProcessId
  readonly session: Session
  /** Resolves when the chair's rooms have been read from the relay. The first chair's have been when the sample opens. */
  readonly isRead: Promise<void>
}

export type SampleOptions = Omit<OpenOptions, 'vault' | 'passphrase'> & {
  readonly address: string
  readonly relay: RelayPort
  /** Where a chair keeps what it holds; the same vault again finds the sample as it was left. */
  readonly vaultFor: (person: string) => Promise<Vault>
}

/** Where a chair's vault says that it has its rooms. */
const markKey = 'sample'

/** Opens the sample as it was left, or begins it. Fails with `relay-unreachable`. */
export async function openSample(sample: Sample, options: SampleOptions): Promise<Result<readonly Chair[]>> {
  const vaults = new Map<string, Vault>()
  const opening = sample.chairs.map(async ({ person }) => [person, await options.vaultFor(person)] as const)
  for (const [person, vault] of await Promise.all(opening)) vaults.set(person, vault)
  const kept = await Promise.all([...vaults.values()].map(vault => vault.read(markKey)))
  if (!kept.every(mark => mark !== undefined)) {
    const begun = await beginSample(sample, options, vaults)
    if (!begun.ok) return begun
  }
  const seats = await Promise.all(
    sample.chairs.map(async ({ person, label }) => {
      const vault = vaults.get(person)
      const relayAt = options.relayAt ?? (() => options.relay)
      const session = vault === undefined ? undefined : await openSession({ ...options, vault, relayAt })
      return { person, label, session }
    }),
  )
  const chairs: Omit<Chair, 'process'>[] = []
  let before = Promise.resolve()
  for (const { person, label, session } of seats) {
    if (session === undefined) return fail('sample-unreadable', { sample: sample.name })
    if (!session.ok) return session
    // A visitor begins in the first chair: the others are read, one after the other, while it is looked at.
    const isRead = before.then(() => session.value.goOnline())
    before = isRead.catch(() => {})
    chairs.push({ person, label, session: session.value, isRead })
  }
  await chairs[0]?.isRead
  const [process] = chairs[0]?.session.processes() ?? []
  if (process === undefined) return fail('sample-unreadable', { sample: sample.name })
  return ok(chairs.map(chair => ({ ...chair, process: process.process })))
}

type Seated = ScriptPerson & {
  readonly member: MemberId
  readonly device: Device
  readonly devices: readonly DeviceCard[]
  /** Only those in whose chair a visitor may sit. */
  readonly identity?: Identity
}

async function beginSample(
  sample: Sample,
  options: SampleOptions,
  vaults: ReadonlyMap<string, Vault>,
): Promise<Result<null>> {
  const expanded = expandSample(sample, newId)
  if (!expanded.ok) return expanded
  const script = expanded.value
  try {
    const relay: RelayCard = { address: options.address, verifier: (await options.relay.card()).verifier }
    const seated = new Map(
      await Promise.all(
        script.people.map(
          async person => [person.id, await seat(person, vaults.has(person.id), relay)] as const,
        ),
      ),
    )
    const stage = await Stage.build(sample, script, seated)
    const rooms = script.rooms.filter(({ kind }) => kind !== 'private')
    await Promise.all(rooms.map(async room => send(options.relay, await stage.write(room))))
    // The chairs last: a vault that bears the sample's mark has its rooms.
    const settling = [...vaults].map(([person, vault]) =>
      stage.settleIn(person, { vault, relay, port: options.relay }),
    )
    await Promise.all(settling)
    return ok(null)
  } catch (error) {
    if (error instanceof RelayError) return fail('relay-unreachable', { address: options.address })
    throw error
  }
}

async function seat(person: ScriptPerson, isChair: boolean, relay: RelayCard): Promise<Seated> {
  if (isChair) {
    const { identity } = await makeIdentity({ name: person.name, relay })
    const devices = [deviceToCard(identity.device), identity.paper]
    return { ...person, member: identity.member, device: identity.device, devices, identity }
  }
  const device = await createDevice(createSecret())
  return { ...person, member: device.id as string as MemberId, device, devices: [deviceToCard(device)] }
}

/** A room on its stage: the keys of its two epochs, and the steward of the first, who begins the second. */
type StagedRoom = NewRoom & { readonly second: EpochKey; readonly steward: StewardSecret }
type Written = {
  readonly room: NewRoom & { readonly steward: StewardSecret }
  readonly envelopes: readonly Uint8Array[]
}

async function send(relay: RelayPort, { room, envelopes }: Written): Promise<void> {
  const steward = await createStewardKey(room.steward)
  await relay.create(room.id, await createAccessKey(room.key), envelopes, steward)
}

type Line = { readonly by: string; readonly time: number; readonly act: Act }

class Stage {
  readonly #sample: Sample
  readonly #script: Script
  readonly #seated: ReadonlyMap<string, Seated>
  readonly #rooms: ReadonlyMap<RoomName, StagedRoom>
  readonly #process: { readonly process: ProcessId; readonly title: string }
  readonly #began: number

  private constructor(parts: {
    readonly sample: Sample
    readonly script: Script
    readonly seated: ReadonlyMap<string, Seated>
    readonly rooms: ReadonlyMap<RoomName, StagedRoom>
  }) {
    this.#sample = parts.sample
    this.#script = parts.script
    this.#seated = parts.seated
    this.#rooms = parts.rooms
    this.#process = { process: newId<ProcessId>(), title: parts.sample.process.title }
    this.#began = parts.script.steps[0]?.time ?? 0
  }

  static async build(sample: Sample, script: Script, seated: ReadonlyMap<string, Seated>): Promise<Stage> {
    const rooms = new Map<RoomName, StagedRoom>()
    for (const { name, kind, members } of script.rooms) {
      const home = kind === 'private' ? seated.get(members[0] ?? '')?.identity?.home : undefined
      const room = home === undefined ? await nameRoom() : { id: home.room, key: home.key }
      rooms.set(name, { ...room, second: createEpochKey(), steward: createStewardSecret() })
    }
    return new Stage({ sample, script, seated, rooms })
  }

  /** A room whole: its founding, those who belong to it with a new epoch for them all, and what was said. */
  async write(room: ScriptRoom): Promise<Written> {
    const named = this.#room(room.name)
    const [founder = '', ...others] = room.members
    const opening: readonly Line[] = [
      this.#line(founder, this.#opening(room, founder)),
      ...this.#directory(room).map(act => this.#line(founder, act)),
      ...others.map(person => this.#line(founder, { kind: 'member.admit', card: this.#card(person) })),
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
    const said = this.#said(room.name)
    return {
      room: named,
      envelopes: [
        first,
        ...(await Promise.all(opening.map(line => this.#seal(named.id, epochFirst, named.key, line)))),
        second,
        ...(await Promise.all(said.map(line => this.#seal(named.id, epochFirst + 1, named.second, line)))),
      ],
    }
  }

  /** The chair's private room with its keyring and its notes, and its identity in the vault. */
  async settleIn(
    person: string,
    { vault, relay, port }: { readonly vault: Vault; readonly relay: RelayCard; readonly port: RelayPort },
  ): Promise<void> {
    const { identity } = this.#person(person)
    if (identity === undefined) return
    const home: NewRoom = { id: identity.home.room, key: identity.home.key }
    const founder: MemberCard = { ...this.#card(person), role: 'lead' }
    const { party: _, ...alone } = founder
    const opening: Act = {
      kind: 'room.open',
      process: { process: newId<ProcessId>(), title: identity.name },
      room: { kind: 'private' },
      terms: this.#sample.process.terms,
      founder: alone,
      history: 'all',
    }
    const kept = this.#script.rooms
      .filter(room => room.kind !== 'private' && room.members.includes(person))
      .map((room): Act => ({ kind: 'key.keep', kept: this.#kept(room, relay) }))
    const lines = [opening, ...kept].map(act => this.#line(person, act))
    const notes = this.#script.rooms.find(room => room.kind === 'private' && room.members[0] === person)
    const said = notes === undefined ? [] : this.#said(notes.name)
    const steward = createStewardSecret()
    const keys = await this.#keys(
      { ...home, steward },
      {
        epoch: epochFirst,
        roster: this.#person(person).devices.flatMap(card => toRecipient(card, true)),
        founder: person,
      },
    )
    const envelopes = await Promise.all(
      [...lines, ...said].map(line => this.#seal(home.id, epochFirst, home.key, line)),
    )
    await send(port, { room: { ...home, steward }, envelopes: [keys, ...envelopes] })
    const box = await Strongbox.create(vault, undefined)
    await keepIdentity(box, identity)
    await box.put(markKey, this.#sample.name)
  }

  #said(name: RoomName): readonly Line[] {
    return this.#script.steps
      .filter(step => step.room === name)
      .map(({ by, time, act }) => ({
        by,
        time,
        act: settleAct(act, {
          room: named => this.#room(named).id,
          member: person => this.#person(person).member,
        }),
      }))
  }

  #opening(room: ScriptRoom, founder: string): Act {
    const party = this.#script.parties.find(card => card.party === room.party)
    return {
      kind: 'room.open',
      process: this.#process,
      room: { kind: room.kind, ...(party === undefined ? {} : { party }) },
      terms: this.#sample.process.terms,
      founder: this.#card(founder),
      history: 'all',
    }
  }

  #directory(room: ScriptRoom): readonly Act[] {
    if (room.kind !== 'desk' && room.kind !== 'table') return []
    const parties = this.#script.parties
      .filter(card => room.kind === 'desk' || !card.hidden)
      .map((card): Act => ({ kind: 'party.add', card }))
    if (room.kind === 'table') return parties
    const rooms = this.#script.rooms
      .filter(({ kind }) => kind === 'table' || kind === 'caucus')
      .map(
        ({ name, kind, party }): Act => ({
          kind: 'room.register',
          room: this.#room(name).id,
          roomKind: kind,
          ...(party === undefined ? {} : { party }),
        }),
      )
    return [...parties, ...rooms]
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
    const { member, name, role, party, post, devices } = this.#person(person)
    return {
      member,
      name,
      role,
      ...(party === undefined ? {} : { party }),
      ...(post === undefined ? {} : { post }),
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
