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
  type NoteVerifier,
  type StewardSecret,
  sealEnvelope,
  secretToText,
  signEntry,
  textToVerifier,
} from '@goodoffices/log'
import { deviceToCard, type Identity, keepIdentity, makeIdentity } from '../identity/identity.ts'
import { Strongbox } from '../identity/strongbox.ts'
import { cardToKeys } from '../log/cards.ts'
import { Replica } from '../log/replica.ts'
import { directoryOf, openRoom, type Registered } from '../process/found.ts'
import { newId } from '../process/id.ts'
import { type NewRoom, nameRoom } from '../process/rooms.ts'
import { answerToRecords, RelayError, type RelayPage, type RelayPort } from '../relay/port.ts'
import { fail, ok, type Result } from '../result.ts'
import { type OpenOptions, openSession } from '../session/open.ts'
import type { Session } from '../session/session.ts'
import type { Vault } from '../vault/vault.ts'
import { settleAct } from './act.ts'
import type { RoomName, Sample } from './sample.ts'
import { expandSample, type Script, type ScriptPerson, type ScriptRoom } from './script.ts'

/** A place at the sample's tables. */
export type Chair = {
  readonly person: string
  readonly label: string
  readonly process: ProcessId
  /** The session of whoever sits in it, the same each time: opened from what its vault holds when it is first asked for. */
  readonly sit: () => Promise<Result<Session>>
}

export type SampleOptions = Omit<OpenOptions, 'vault' | 'passphrase'> & {
  readonly address: string
  readonly relay: RelayPort
  /** Where a chair keeps what it holds; the same vault again finds the sample as it was left. */
  readonly vaultFor: (person: string) => Promise<Vault>
}

/** Where a chair's vault says that it has its rooms. */
const markKey = 'sample'

/** Opens the sample as it was left, or begins it, and sits down in the first chair. Fails with `relay-unreachable`. */
export async function openSample(sample: Sample, options: SampleOptions): Promise<Result<readonly Chair[]>> {
  const vaults = new Map<string, Vault>()
  const opening = sample.chairs.map(async ({ person }) => [person, await options.vaultFor(person)] as const)
  for (const [person, vault] of await Promise.all(opening)) vaults.set(person, vault)
  const kept = await Promise.all([...vaults.values()].map(vault => vault.read(markKey)))
  if (!kept.every(mark => mark !== undefined)) {
    const begun = await beginSample(sample, options, vaults)
    if (!begun.ok) return begun
  }
  const relayAt = options.relayAt ?? (() => options.relay)
  const seats = sample.chairs.flatMap(({ person, label }) => {
    const vault = vaults.get(person)
    let sitting: Promise<Result<Session>> | undefined
    const sit = (of: Vault) => (): Promise<Result<Session>> =>
      (sitting ??= openSession({ ...options, vault: of, relayAt }))
    return vault === undefined ? [] : [{ person, label, sit: sit(vault) }]
  })
  const first = await seats[0]?.sit()
  if (first?.ok === false) return first
  const [process] = first?.value.processes() ?? []
  if (process === undefined) return fail('sample-unreadable', { sample: sample.name })
  return ok(seats.map(seat => ({ ...seat, process: process.process })))
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
  { address, relay: port }: SampleOptions,
  vaults: ReadonlyMap<string, Vault>,
): Promise<Result<null>> {
  try {
    const asked = port.card()
    // Played while the answer is on its way.
    const expanded = expandSample(sample, newId)
    const card = await asked
    if (!expanded.ok) return expanded
    const script = expanded.value
    const relay: RelayCard = { address, verifier: card.verifier }
    const verifier = textToVerifier(card.verifier)
    if (!verifier.ok) return fail('relay-unreachable', { address })
    const seated = new Map(
      await Promise.all(
        script.people.map(
          async person => [person.id, await seat(person, vaults.has(person.id), relay)] as const,
        ),
      ),
    )
    const stage = await Stage.build(sample, script, seated)
    // One is on its way while the next is written.
    const sending: Promise<Log>[] = []
    const begin = (written: Written): void => {
      const sent = send(port, written)
      sent.catch(() => {}) // Heard below, once all are written.
      sending.push(sent)
    }
    for (const room of script.rooms) begin(await stage.write(room))
    for (const person of vaults.keys()) begin(await stage.writeHome(person, relay))
    const logs = await Promise.all(sending)
    // The vaults last: one that bears the sample's mark has its rooms.
    const settled = await Promise.all(
      [...vaults].map(([person, vault]) => settleIn(vault, stage.heldBy(person, logs), verifier.value)),
    )
    const boxes: Strongbox[] = []
    for (const box of settled) {
      if (!box.ok) return box
      boxes.push(box.value)
    }
    await Promise.all(boxes.map(box => box.put(markKey, sample.name)))
    return ok(null)
  } catch (error) {
    if (error instanceof RelayError) return fail('relay-unreachable', { address })
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
  /** The key of the epoch that the room is in at the end. */
  readonly newest: EpochKey
  readonly envelopes: readonly Uint8Array[]
}

/** A log as its relay has it: what was sent, where the relay put it, and the head that it has signed over all of it. */
type Log = { readonly room: RoomId; readonly page: RelayPage }

async function send(relay: RelayPort, { room, newest, envelopes }: Written): Promise<Log> {
  const steward = await createStewardKey(room.steward)
  const asking = relay.create(room.id, await createAccessKey(room.key), envelopes, steward)
  const [answer, key] = await Promise.all([asking, createAccessKey(newest)])
  // With the key of an earlier epoch the relay shows no more than what ended it.
  const head = answer.size < envelopes.length ? await relay.read(room.id, key, envelopes.length) : answer
  const records = answerToRecords(envelopes, answer)
  return { room: room.id, page: { records, size: head.size, checkpoint: head.checkpoint } }
}

/**
 * What a chair has: who sits in it, and its logs. The relay's word is not taken: each copy is held against the head that the relay
 * has signed, as when it is read.
 */
async function settleIn(
  vault: Vault,
  { identity, logs }: { readonly identity: Identity; readonly logs: readonly Log[] },
  relay: NoteVerifier,
): Promise<Result<Strongbox>> {
  // What an attempt cut short has left belongs to nobody.
  await vault.write(new Map((await vault.scan('')).map(([key]) => [key, null])))
  const keeping = logs.map(({ room, page }) => Replica.begin(room, { vault, relay }).take(page, 0))
  const taken = await Promise.all(keeping)
  for (const result of taken) if (!result.ok) return result
  const box = await Strongbox.create(vault, undefined)
  await keepIdentity(box, identity)
  return ok(box)
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
    for (const { name } of script.rooms)
      rooms.set(name, { ...(await nameRoom()), second: createEpochKey(), steward: createStewardSecret() })
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
      newest: named.second,
      envelopes: [
        first,
        ...(await Promise.all(opening.map(line => this.#seal(named.id, epochFirst, named.key, line)))),
        second,
        ...(await Promise.all(said.map(line => this.#seal(named.id, epochFirst + 1, named.second, line)))),
      ],
    }
  }

  /** The chair's own room, with its keyring. */
  async writeHome(person: string, relay: RelayCard): Promise<Written> {
    const { home, name } = this.#identity(person)
    const founder: MemberCard = { ...this.#card(person), role: 'lead' }
    const { party: _, ...alone } = founder
    const opening = openRoom({
      process: { process: newId<ProcessId>(), title: name },
      room: { kind: 'private' },
      terms: this.#sample.process.terms,
      founder: alone,
    })
    const kept = this.#script.rooms
      .filter(room => room.members.includes(person))
      .map((room): Act => ({ kind: 'key.keep', kept: this.#kept(room, relay) }))
    const lines = [opening, ...kept].map(act => this.#line(person, act))
    const room = { id: home.room, key: home.key, steward: createStewardSecret() }
    const keys = await this.#keys(room, {
      epoch: epochFirst,
      roster: this.#person(person).devices.flatMap(card => toRecipient(card, true)),
      founder: person,
    })
    const envelopes = await Promise.all(lines.map(line => this.#seal(home.room, epochFirst, home.key, line)))
    return { room, newest: home.key, envelopes: [keys, ...envelopes] }
  }

  /** Who sits in a chair, and the logs that they are in. */
  heldBy(
    person: string,
    logs: readonly Log[],
  ): { readonly identity: Identity; readonly logs: readonly Log[] } {
    const identity = this.#identity(person)
    const rooms = this.#script.rooms
      .filter(({ members }) => members.includes(person))
      .map(({ name }) => this.#room(name).id)
    return { identity, logs: logs.filter(({ room }) => room === identity.home.room || rooms.includes(room)) }
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
