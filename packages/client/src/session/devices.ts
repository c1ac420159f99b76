/**
 * A member's devices: which there are, taking one out, and bringing a new one in. Bringing in is an invitation to oneself: the
 * same three moves and the same code, compared between two screens; then the new device is listed in every room and is sent the
 * key of the member's own room, where it finds all the others.
 */

import type { Act, DeviceCard, DeviceId, MemberId, RelayCard, RoomId } from '@goodoffices/core'
import {
  comparisonCode,
  createAccessKey,
  createDevice,
  createSecret,
  type Device,
  decode,
  deviceIdOf,
  type EpochKey,
  encode,
  type InvitationSecret,
  type InvitationSide,
  invitationEpochKey,
  isRecord,
  makeAnswer,
  makeOffer,
  makeReveal,
  openSealed,
  readAnswer,
  readReveal,
  type Secret,
  sealTo,
  secretToText,
  textToSecret,
  textToVerifier,
  type Value,
} from '@goodoffices/log'
import { deviceToCard, type Identity, keepIdentity } from '../identity/identity.ts'
import { Strongbox } from '../identity/strongbox.ts'
import { invitationToText, textToInvitation } from '../invitation/link.ts'
import { readMoves, writeLetter } from '../invitation/mailbox.ts'
import { MailLog, sealMail } from '../log/mail-log.ts'
import { Replica } from '../log/replica.ts'
import { nameRoom } from '../process/rooms.ts'
import { createHttpRelay } from '../relay/http.ts'
import { RelayError, type RelayPort } from '../relay/port.ts'
import { fail, ok, type Result } from '../result.ts'
import { toText } from '../text.ts'
import { createMemoryVault } from '../vault/memory.ts'
import type { Engine } from './engine.ts'
import type { OpenOptions } from './open.ts'

export type OwnDevice = { readonly device: DeviceId; readonly is: 'this' | 'paper' | 'other' }

export function devicesOf(engine: Engine): readonly OwnDevice[] {
  const { member, paper } = engine.identity
  const cards = engine.home()?.members[member]?.devices ?? []
  return cards.map(({ device }) => ({
    device,
    is: device === engine.device ? 'this' : device === paper.device ? 'paper' : 'other',
  }))
}

/** Every room this member is in, their own first. */
function roomsWith(engine: Engine): readonly RoomId[] {
  const home = engine.home()
  if (home === undefined) return []
  return [
    home.id,
    ...Object.values(home.keyring).flatMap(kept => (kept.purpose === 'room' ? [kept.room] : [])),
  ]
}

/** Takes a device out of every room. New keys follow at once where this member administers, elsewhere by whoever does. */
export async function removeDevice(engine: Engine, device: DeviceId): Promise<Result<null>> {
  if (device === engine.device) return fail('device-in-use')
  const act: Act = { kind: 'device.remove', device }
  const rooms = roomsWith(engine).filter(room => engine.checkAct(room, act).ok)
  if (rooms.length === 0) return fail('device-unknown')
  const removed = await engine.submit(rooms.map(room => ({ room, act })))
  return removed.ok ? ok(null) : removed
}

/** Lists a device in every room, and renews the keyring's lines to the keys of today, which were not wrapped for it. */
export async function enrolDeviceEverywhere(engine: Engine, card: DeviceCard): Promise<Result<null>> {
  const act: Act = { kind: 'device.add', card }
  const rooms = roomsWith(engine).filter(room => engine.checkAct(room, act).ok)
  const added = await engine.submit(rooms.map(room => ({ room, act })))
  if (!added.ok) return added
  await engine.settle()
  return renewKeyring(engine)
}

async function renewKeyring(engine: Engine): Promise<Result<null>> {
  const home = engine.home()
  if (home === undefined) return fail('room-unknown')
  const renewed = Object.values(home.keyring).flatMap(kept => {
    const log = engine.roomLog(kept.room)
    const key = log?.epochKey(log.epoch)
    if (log === undefined || key === undefined || log.epoch <= kept.epoch) return []
    const act: Act = { kind: 'key.keep', kept: { ...kept, epoch: log.epoch, key: secretToText(key) } }
    return [{ room: home.id, act }]
  })
  const done = await engine.submit(renewed)
  await engine.settle()
  return done.ok ? ok(null) : done
}

/** The mailbox of the moves, read whole each time: it holds four messages. */
class Moves {
  readonly log: RoomId
  readonly #key: EpochKey
  readonly #port: RelayPort
  readonly #mail: MailLog

  private constructor(parts: {
    readonly log: RoomId
    readonly key: EpochKey
    readonly port: RelayPort
    readonly mail: MailLog
  }) {
    this.log = parts.log
    this.#key = parts.key
    this.#port = parts.port
    this.#mail = parts.mail
  }

  static async open(secret: InvitationSecret, port: RelayPort, verifier: string): Promise<Moves | undefined> {
    const key = invitationEpochKey(secret)
    const { id: log } = await nameRoom(key)
    const relay = textToVerifier(verifier)
    if (!relay.ok) return undefined
    const { replica } = await Replica.open(log, { vault: createMemoryVault(), relay: relay.value })
    return new Moves({ log, key, port, mail: await MailLog.open(log, replica, key) })
  }

  async create(first: Uint8Array): Promise<void> {
    await this.#port.create(this.log, await createAccessKey(this.#key), [
      await sealMail(this.log, this.#key, first),
    ])
  }

  async post(message: Uint8Array): Promise<void> {
    await this.#port.append(this.log, await createAccessKey(this.#key), [
      await sealMail(this.log, this.#key, message),
    ])
  }

  async read(): Promise<ReturnType<typeof readMoves>> {
    const { replica } = this.#mail
    const page = await this.#port.read(this.log, this.#mail.access, replica.next)
    const taken = await replica.take(page, replica.size)
    if (taken.ok && taken.value.kind === 'taken') await this.#mail.read(taken.value.records)
    return readMoves(this.#mail.messages)
  }
}

const deviceContext = (mailbox: RoomId): Value => ['device', mailbox]

export type DeviceOffer = {
  readonly link: string
  readonly words: readonly string[]
  /** Asks whether the new device has answered. The code, once it has: to be compared between the two screens. */
  readonly poll: () => Promise<{ readonly code?: string; readonly contested: boolean }>
  /** The codes agree: brings the device into every room and sends it what it needs. Fails with `device-not-answered`. */
  readonly complete: () => Promise<Result<null>>
}

/** On the device that is there already. The offer lasts as long as this session. Fails with `relay-unreachable`. */
export async function offerDevice(engine: Engine): Promise<Result<DeviceOffer>> {
  const { identity } = engine
  const { relay } = identity.home
  const secret = createSecret()
  const mine: InvitationSide = { keys: identity.device.publicKeys, nonce: createSecret() }
  const offer = makeOffer(secret, mine)
  const moves = await Moves.open(secret, engine.port(relay), relay.verifier)
  if (moves === undefined) return fail('keyring-unreadable')
  try {
    await moves.create(offer)
  } catch (error) {
    if (error instanceof RelayError) return fail('relay-unreachable', { address: relay.address })
    throw error
  }
  let answered: InvitationSide | undefined
  return ok({
    ...invitationToText(relay.address, secret, 'device'),
    poll: async () => {
      const { answers, reveals } = await moves.read()
      const [answer] = answers
      const side = answer === undefined ? undefined : await readAnswer(offer, answer)
      if (side?.ok !== true) return { contested: false }
      answered = side.value
      if (reveals.length === 0) await moves.post(makeReveal(mine))
      return { code: comparisonCode(secret, mine, answered), contested: answers.length > 1 }
    },
    complete: async () => {
      if (answered === undefined) return fail('device-not-answered')
      const { keys } = answered
      const enrolled = await enrolDeviceEverywhere(engine, cardOf(keys))
      if (!enrolled.ok) return enrolled
      const home = engine.roomLog(identity.home.room)
      const key = home?.epochKey(home.epoch)
      if (home === undefined || key === undefined) return fail('room-unknown')
      const letter = await sealTo({
        sender: identity.device,
        recipients: [keys],
        context: deviceContext(moves.log),
        plaintext: encode({
          name: identity.name,
          member: identity.member,
          paper: identity.paper as unknown as Value,
          home: { room: home.id, relay, epoch: home.epoch, key: secretToText(key) },
        }),
      })
      await moves.post(writeLetter(letter))
      return ok(null)
    },
  })
}

const cardOf = (keys: InvitationSide['keys']): DeviceCard =>
  deviceToCard({ id: deviceIdOf(keys), publicKeys: keys })

export type DeviceLink = {
  /** Asks how far the other device is. The code, once it has revealed its keys; `ready` once it has sent what this one needs. */
  readonly poll: () => Promise<Result<{ readonly code?: string; readonly ready: boolean }>>
  /** Keeps the identity on this device; `openSession` opens it from then on. Fails with `device-not-ready`. */
  readonly accept: () => Promise<Result<null>>
}

/** On the new device: answers the offer of a link or its words. */
export async function linkDevice(
  options: OpenOptions & { readonly text: string; readonly address?: string },
): Promise<Result<DeviceLink>> {
  if ((await Strongbox.inspect(options.vault)) !== 'none') return fail('identity-exists')
  const invitation = textToInvitation(options.text, options.address)
  if (!invitation.ok) return invitation
  const { address, secret } = invitation.value
  const port = options.relayAt?.(address) ?? createHttpRelay({ address })
  const seed = createSecret()
  const device = await createDevice(seed)
  const mine: InvitationSide = { keys: device.publicKeys, nonce: createSecret() }
  try {
    const { verifier } = await port.card()
    const moves = await Moves.open(secret, port, verifier)
    const offer = (await moves?.read())?.offer
    if (moves === undefined || offer === undefined) return fail('invitation-not-found')
    await moves.post(makeAnswer(offer, mine))
    return ok(newLink({ moves, offer, secret, device, seed, mine, options }))
  } catch (error) {
    if (error instanceof RelayError) {
      return error.code === 'relay/unknown-log'
        ? fail('invitation-not-found')
        : fail('relay-unreachable', { address })
    }
    throw error
  }
}

function newLink(link: {
  readonly moves: Moves
  readonly offer: Uint8Array
  readonly secret: InvitationSecret
  readonly device: Device
  readonly seed: Secret
  readonly mine: InvitationSide
  readonly options: OpenOptions
}): DeviceLink {
  const { moves, offer, secret, device, seed, mine, options } = link
  let identity: Identity | undefined
  return {
    poll: async () => {
      const { reveals, letters } = await moves.read()
      const [reveal] = reveals
      if (reveal === undefined) return ok({ ready: false })
      const other = await readReveal(secret, offer, reveal)
      if (!other.ok) return fail(other.error.code)
      for (const bytes of letters) {
        const opened = await openSealed({ device, context: deviceContext(moves.log), bytes })
        if (opened.ok && opened.value.senderId === deviceIdOf(other.value.keys)) {
          identity = readIdentity(opened.value.plaintext, device, seed) ?? identity
        }
      }
      return ok({ code: comparisonCode(secret, other.value, mine), ready: identity !== undefined })
    },
    accept: async () => {
      if (identity === undefined) return fail('device-not-ready')
      await keepIdentity(await Strongbox.create(options.vault, options.passphrase), identity)
      return ok(null)
    },
  }
}

function readIdentity(bytes: Uint8Array, device: Device, seed: Secret): Identity | undefined {
  const decoded = decode(bytes)
  if (!decoded.ok || !isRecord(decoded.value)) return undefined
  const { name, member, paper, home } = decoded.value
  if (home === undefined || !isRecord(home)) return undefined
  const key = textToSecret(toText(home['key']))
  if (!key.ok) return undefined
  return {
    name: toText(name),
    member: toText(member) as MemberId,
    device,
    seed,
    paper: paper as unknown as DeviceCard,
    home: {
      room: toText(home['room']) as RoomId,
      relay: home['relay'] as unknown as RelayCard,
      epoch: Number(home['epoch']),
      key: key.value,
    },
  }
}
