/**
 * A sample as a live process: real rooms on a real relay, with every chair's keys in one place. In a sample, and only there, one
 * visitor holds several members' devices; so each room is written whole and sent in one piece, and nobody needs inviting.
 */

import type { MemberId, ProcessId, RelayCard } from '@goodoffices/core'
import {
  createAccessKey,
  createDevice,
  createSecret,
  createStewardKey,
  type NoteVerifier,
  textToVerifier,
} from '@goodoffices/log'
import { deviceToCard, type Identity, keepIdentity, makeIdentity } from '../identity/identity.ts'
import { Strongbox } from '../identity/strongbox.ts'
import { Replica } from '../log/replica.ts'
import { newId } from '../process/id.ts'
import { answerToRecords, type Pass, RelayError, type RelayPort, toViolation } from '../relay/port.ts'
import { fail, ok, type Result } from '../result.ts'
import { type OpenOptions, openSession } from '../session/open.ts'
import type { Session } from '../session/session.ts'
import type { Vault } from '../vault/vault.ts'
import { keepRead, openLooked } from '../waiting/looked.ts'
import { type Sample, talksOf } from './sample.ts'
import { expandSample, type ScriptPerson } from './script.ts'
import { type Log, type Seated, Stage, type Written } from './stage.ts'

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
  /** Where the host asks for one to make logs. */
  readonly creationToken?: string | undefined
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
  const held = first?.value.processes() ?? []
  const process = held.find(({ title }) => title === sample.process.title)
  if (process === undefined) return fail('sample-unreadable', { sample: sample.name })
  return ok(seats.map(seat => ({ ...seat, process: process.process })))
}

async function beginSample(
  sample: Sample,
  { address, relay: port, creationToken: token, now = Date.now }: SampleOptions,
  vaults: ReadonlyMap<string, Vault>,
): Promise<Result<null>> {
  try {
    const asked = port.card()
    // Played while the answer is on its way.
    const talks = talksOf(sample).map(each => ({ sample: each, script: expandSample(each, newId, now()) }))
    const card = await asked
    const relay: RelayCard = { address, verifier: card.verifier }
    const verifier = textToVerifier(card.verifier)
    if (!verifier.ok) return fail('relay-unreachable', { address })
    const seated = new Map<string, Seated>()
    const stages: Stage[] = []
    for (const { sample, script } of talks) {
      if (!script.ok) return script
      await seatAll(seated, script.value.people, { isChair: person => vaults.has(person), relay })
      stages.push(await Stage.build(sample, script.value, seated))
    }
    const [first] = stages
    if (first === undefined) return fail('sample-unreadable', { sample: sample.name })
    // One is on its way while the next is written.
    const sending: Promise<Log>[] = []
    const begin = (written: Written): void => {
      const sent = send(port, written, token === undefined ? undefined : { token })
      sent.catch(() => {}) // Heard below, once all are written.
      sending.push(sent)
    }
    for (const stage of stages) for (const room of stage.rooms) begin(await stage.write(room))
    const keeping = [...vaults.keys()].map(
      person => [person, stages.flatMap(stage => stage.keptBy(person, relay))] as const,
    )
    for (const [person, keeps] of keeping) begin(await first.writeHome(person, keeps))
    const logs = await Promise.all(sending)
    // The vaults last: one that bears the sample's mark has its rooms.
    const settled = await Promise.all(
      keeping.map(([person, keeps]) => {
        const { identity } = seated.get(person) ?? {}
        const vault = vaults.get(person)
        if (identity === undefined || vault === undefined) throw new Error(`sample: nobody sits as ${person}`)
        const rooms = new Set([identity.home.room, ...keeps.map(({ room }) => room)])
        return settleIn(vault, { identity, logs: logs.filter(({ room }) => rooms.has(room)) }, verifier.value)
      }),
    )
    const boxes: Strongbox[] = []
    for (const box of settled) {
      if (!box.ok) return box
      boxes.push(box.value)
    }
    await Promise.all(boxes.map(box => box.put(markKey, sample.name)))
    return ok(null)
  } catch (error) {
    if (error instanceof RelayError) return { ok: false, error: toViolation(error, address) }
    throw error
  }
}

/** Each person once, whichever talks they are in. */
async function seatAll(
  seated: Map<string, Seated>,
  people: readonly ScriptPerson[],
  { isChair, relay }: { readonly isChair: (person: string) => boolean; readonly relay: RelayCard },
): Promise<void> {
  const others = people.filter(({ id }) => !seated.has(id))
  const coming = await Promise.all(others.map(person => seat(person, isChair(person.id), relay)))
  for (const person of coming) seated.set(person.id, person)
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

async function send(
  relay: RelayPort,
  { room, newest, envelopes }: Written,
  pass: Pass | undefined,
): Promise<Log> {
  const steward = await createStewardKey(room.steward)
  const asking = relay.create(room.id, await createAccessKey(room.key), envelopes, { steward, pass })
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
  // Whoever sits down has read what was said until then: what is new is what a visitor says.
  await keepRead(await openLooked(box), new Map(logs.map(({ room, page }) => [room, page.size])))
  return ok(box)
}
