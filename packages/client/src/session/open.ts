/** Making, opening and recovering an identity on a device. */

import { createDevice, createSecret } from '@goodoffices/log'
import { namePaper } from '../areas/keyring/acts.ts'
import { openRoom } from '../areas/roster/founding.ts'
import {
  deviceToCard,
  type Identity,
  keepIdentity,
  loadIdentity,
  makeIdentity,
} from '../identity/identity.ts'
import { checkChosen, Strongbox } from '../identity/strongbox.ts'
import { newestKeyOf } from '../log/newest-key.ts'
import { newId } from '../process/id.ts'
import { makeRoom } from '../process/rooms.ts'
import { readRelayCard } from '../relay/card.ts'
import { createHttpRelay } from '../relay/http.ts'
import type { RelayPort } from '../relay/port.ts'
import { fail, ok, type Result, type Violation } from '../result.ts'
import type { Vault } from '../vault/vault.ts'
import { enrolDeviceEverywhere } from './device/listing.ts'
import { identityOnPaper, whyPutAway } from './device/on-paper.ts'
import { Engine } from './engine/engine.ts'
import type { EngineOptions } from './engine/options.ts'
import { Passes } from './passes.ts'
import { Session } from './session.ts'
import { keepPhrase } from './unwritten.ts'

export type OpenOptions = {
  readonly vault: Vault
  readonly passphrase?: string
  /** The relay at an address; HTTP where left out. */
  readonly relayAt?: (address: string) => RelayPort
  /** Milliseconds since 1970; the system's clock where left out. */
  readonly now?: () => number
  /** Whether to follow the relays live; true where left out. */
  readonly live?: boolean
  /**
   * Which program this is: a hash over the source of the rules and of what reads records. The state that a device keeps of a long
   * room is used by the very program that made it and read again by every other; where left out, by every one.
   */
  readonly stamp?: string
}

/** The session's ground, of what it was opened with. */
export const toEngineOptions = (options: OpenOptions, box: Strongbox, identity: Identity): EngineOptions => ({
  box,
  identity,
  relayAt: options.relayAt ?? (address => createHttpRelay({ address })),
  now: options.now ?? Date.now,
  live: options.live ?? true,
  stamp: options.stamp,
})

export { inspectVault } from '../identity/lock.ts'

/** Leaves nothing of a vault that can be opened, whoever finds the disk. */
export const forgetVault = (vault: Vault): Promise<void> => Strongbox.forget(vault)

const portAt = (options: OpenOptions, address: string): RelayPort =>
  options.relayAt?.(address) ?? createHttpRelay({ address })

/**
 * Makes a new member on this device, at home on the relay at `address`. The phrase is the member's paper device: kept nowhere, or
 * on this device until it stands on paper. Fails with `identity-exists` and `relay-unreachable`.
 */
export async function createIdentity(
  options: OpenOptions & {
    readonly name: string
    readonly address: string
    /** Where the host asks for one; kept, and shown only to a host that asks. */
    readonly creationToken?: string
    /** RING-23: the words are to be written down later; until then the device keeps them sealed. */
    readonly keepsPhrase?: true
  },
): Promise<Result<{ readonly session: Session; readonly phrase: readonly string[] }>> {
  if ((await Strongbox.inspect(options.vault)) !== 'none') return fail('identity-exists')
  const chosen = checkChosen(options.passphrase)
  if (!chosen.ok) return chosen
  const relay = await readRelayCard(portAt(options, options.address), options.address)
  if (!relay.ok) return relay
  const { identity, phrase } = await makeIdentity({ name: options.name, relay: relay.value })
  const box = await Strongbox.create(options.vault, options.passphrase)
  // The identity last: a device stopped halfway has none, and can begin again.
  await makeHome(options, box, identity)
  if (options.creationToken !== undefined)
    await (await Passes.open(box)).keepToken(relay.value.address, options.creationToken)
  if (options.keepsPhrase === true) await keepPhrase(box, phrase)
  await keepIdentity(box, identity)
  return ok({ session: await Session.open(toEngineOptions(options, box, identity)), phrase })
}

/** Opens the member of this device. Fails with `no-identity`, `passphrase-needed` or `passphrase-wrong`. */
export async function openSession(options: OpenOptions): Promise<Result<Session>> {
  const box = await Strongbox.unlock(options.vault, options.passphrase)
  if (!box.ok) return box
  const identity = await loadIdentity(box.value)
  if (!identity.ok) return identity
  return ok(await Session.open(toEngineOptions(options, box.value, identity.value)))
}

/** The private room: its first key follows from the phrase, its roster is the member's devices. */
async function makeHome(options: OpenOptions, box: Strongbox, identity: Identity): Promise<void> {
  const engine = await Engine.open(toEngineOptions({ ...options, live: false }, box, identity))
  const { home, member, name, device, paper } = identity
  const opening = openRoom({
    process: { process: newId(), title: name },
    room: { kind: 'private' },
    terms: { role: 'carry', disclosure: 'closed' },
    founder: { member, name, role: 'lead', devices: [deviceToCard(device), paper] },
  })
  const job = await makeRoom(engine, { id: home.room, key: home.key }, { opening })
  await engine.outbox.add([job])
}

/**
 * The member of a phrase, on a new device: reads the keyring with the paper device, lists the new device in every room, and keeps
 * the current keys for it. Devices that were lost stay listed until they are removed. Needs the relay. Fails with `phrase-replaced` or
 * `phrase-removed` where the words were put away.
 */
export async function recoverIdentity(
  options: OpenOptions & { readonly phrase: string; readonly address: string },
): Promise<Result<Session>> {
  if ((await Strongbox.inspect(options.vault)) !== 'none') return fail('identity-exists')
  const chosen = checkChosen(options.passphrase)
  if (!chosen.ok) return chosen
  const { address } = options
  const onPaper = await identityOnPaper(options.phrase, { port: portAt(options, address), address })
  if (!onPaper.ok) return onPaper
  const box = await Strongbox.create(options.vault, options.passphrase)
  const engine = await Engine.open(toEngineOptions({ ...options, live: false }, box, onPaper.value))
  await engine.goOnline()
  await engine.settle()
  const home = engine.home()
  const me = home?.members[onPaper.value.member]
  const putAway = home && whyPutAway(home, onPaper.value.member, onPaper.value.device.id)
  if (putAway !== undefined) return abandon(engine, putAway)
  // One's own room is read to its end, or nothing is known; the others, unless a relay keeps them back for good.
  const unread = engine.whyUnread(onPaper.value.home.room)
  if (unread !== undefined && home !== undefined) return abandon(engine, { code: unread.code, address })
  if (engine.unread().some(({ why }) => isOutOfReach(why)))
    return abandon(engine, { code: 'relay-unreachable', address })
  if (home === undefined || me === undefined) return abandon(engine, { code: 'phrase-unknown-here', address })
  const seed = createSecret()
  const device = await createDevice(seed)
  const enrolled = await enrolDeviceEverywhere(engine, deviceToCard(device))
  // Other words were named that had not taken the place of these: nobody may have them.
  const paper = onPaper.value.device.id
  if (home.papers.length > 0 && home.papers.at(-1) !== paper) {
    await engine.submit([{ room: home.id, act: namePaper(paper) }])
    await engine.settle()
  }
  if (!enrolled.ok || engine.outbox.waiting().length > 0)
    return abandon(engine, { code: 'relay-unreachable', address })
  const newest = newestKeyOf(engine.roomLog(home.id))
  if (newest === undefined) return abandon(engine, { code: 'phrase-unknown-here', address })
  const identity: Identity = {
    ...onPaper.value,
    name: me.name,
    device,
    seed,
    home: { ...onPaper.value.home, ...newest },
  }
  await engine.halt()
  await keepIdentity(box, identity)
  return ok(await Session.open(toEngineOptions(options, box, identity)))
}

const isOutOfReach = ({ code }: Violation): boolean => code === 'relay-unreachable'

/** Without an identity the device can begin again; what the paper device had still to send is sent no more. */
async function abandon(engine: Engine, error: Violation): Promise<Result<never>> {
  await engine.halt()
  return { ok: false, error }
}
