/**
 * On a new device: answers the offer that another device of the same person has made, and takes the identity that is sent once
 * the codes have been compared. Until then the vault is nobody's: what is half made lies in it, sealed, so that the program may
 * end in between. Begun again with the same link it goes on; with another it begins anew.
 */

import type { RelayCard, RoomId } from '@goodoffices/core'
import {
  createDevice,
  createSecret,
  deviceIdOf,
  equalBytes,
  type InvitationSecret,
  type InvitationSide,
  makeAnswer,
  type Secret,
  secretToText,
  textToSecret,
  type Value,
} from '@goodoffices/log'
import { toFields } from '../../fields.ts'
import { type Identity, keepIdentity } from '../../identity/identity.ts'
import { checkChosen, linkingPrefix, Strongbox } from '../../identity/strongbox.ts'
import { type Exchange, hearReveal, mailboxOf } from '../../invitation/exchange.ts'
import { textToInvitation } from '../../invitation/link.ts'
import { type Line, postMove, readMailbox } from '../../invitation/look.ts'
import { readRelayCard } from '../../relay/card.ts'
import { createHttpRelay } from '../../relay/http.ts'
import type { RelayPort } from '../../relay/port.ts'
import { fail, ok, type Result } from '../../result.ts'
import { toText } from '../../text.ts'
import type { Vault } from '../../vault/vault.ts'
import type { OpenOptions } from '../open.ts'
import { openIdentity } from './letter.ts'

export type Linking = {
  /** `compare`: the code is there; `accepted`: here, not there yet; `ready`: there, not here yet; `linked`: the identity is kept. */
  readonly standing: 'waiting' | 'compare' | 'accepted' | 'ready' | 'linked'
  readonly code?: string
}

export type DeviceLink = {
  /** Of the relay where the two meet, and where the member is at home. */
  readonly address: string
  /**
   * Asks how far the other device is, and keeps the identity where both have accepted. Fails where the offer was taken back, is
   * contested, or somebody between the two has exchanged keys; with `relay-unreachable` for now, and as the relay refused.
   */
  readonly poll: () => Promise<Result<Linking>>
  /** The codes are the same. `openSession` opens the identity once it is linked. Fails with `device-not-ready` without a code. */
  readonly accept: () => Promise<Result<Linking>>
}

type KeptLink = Exchange & {
  readonly seed: Secret
  readonly nonce: Secret
  /** What was answered: another that the relay might show later counts for nothing. */
  readonly offer: Uint8Array
  readonly isAccepted: boolean
}

const keyOf = (mailbox: RoomId): string => `${linkingPrefix}${mailbox}`

/** Begins with a link, or its words and the address; with the one that is half made already, goes on. The answer is sent. */
export async function linkDevice(
  options: OpenOptions & { readonly text: string; readonly address?: string },
): Promise<Result<DeviceLink>> {
  if ((await Strongbox.inspect(options.vault)) !== 'none') return fail('identity-exists')
  const chosen = checkChosen(options.passphrase)
  if (!chosen.ok) return chosen
  const invitation = textToInvitation(options.text, { address: options.address, what: 'device' })
  if (!invitation.ok) return invitation
  const isBegun = (await inspectLink(options.vault, invitation.value.secret)) !== 'none'
  const link = isBegun ? await resumeLink(options) : await beginLink(options, invitation.value)
  const asked = link.ok ? await link.value.poll() : link
  return asked.ok ? link : asked
}

async function beginLink(
  options: OpenOptions,
  { address, secret }: { readonly address: string; readonly secret: InvitationSecret },
): Promise<Result<DeviceLink>> {
  const line = { port: portAt(options, address), mailbox: await mailboxOf(secret) }
  const relay = await readRelayCard(line.port, address)
  if (!relay.ok) return relay
  const exchange = { secret, relay: relay.value }
  const moves = await readMailbox(exchange, line)
  if (!moves.ok) return moves
  const { offer, isCancelled } = moves.value
  if (isCancelled) return fail('invitation-cancelled')
  if (offer === undefined) return fail('invitation-not-found')
  const box = await Strongbox.create(options.vault, options.passphrase)
  const kept = { ...exchange, seed: createSecret(), nonce: createSecret(), offer, isAccepted: false }
  await box.put(keyOf(line.mailbox.id), keptToValue(kept))
  return ok(await newLink(box, kept, line))
}

/** Goes on with the link that is half made on this device. Fails with `device-link-unknown`, `passphrase-needed` or `passphrase-wrong`. */
export async function resumeLink(options: OpenOptions): Promise<Result<DeviceLink>> {
  const held = await heldLink(options.vault)
  if (held === undefined) return fail('device-link-unknown')
  const box = await Strongbox.unlock(options.vault, options.passphrase)
  if (!box.ok) return box
  const kept = readKept(await box.value.open(...held))
  if (kept === undefined) return fail('device-link-unknown')
  const port = portAt(options, kept.relay.address)
  return ok(await newLink(box.value, kept, { port, mailbox: await mailboxOf(kept.secret) }))
}

/** Whether a link is half made here, that of this secret or any, and whether it asks for a passphrase. */
export async function inspectLink(
  vault: Vault,
  secret?: InvitationSecret,
): Promise<'none' | 'open' | 'locked'> {
  const prefix = secret === undefined ? linkingPrefix : keyOf((await mailboxOf(secret)).id)
  return (await heldLink(vault, prefix)) === undefined ? 'none' : Strongbox.howLocked(vault)
}

/** What is half made; nothing is where the vault is somebody's already. */
async function heldLink(
  vault: Vault,
  prefix = linkingPrefix,
): Promise<readonly [key: string, bytes: Uint8Array] | undefined> {
  const [held] = await vault.scan(prefix)
  return (await Strongbox.inspect(vault)) === 'none' ? held : undefined
}

/** Gives up what is half made; it needs no passphrase. False where there is nothing. */
export async function abandonLink(vault: Vault): Promise<boolean> {
  if ((await inspectLink(vault)) === 'none') return false
  await Strongbox.discard(vault)
  return true
}

const portAt = (options: OpenOptions, address: string): RelayPort =>
  options.relayAt?.(address) ?? createHttpRelay({ address })

async function newLink(box: Strongbox, begun: KeptLink, line: Line): Promise<DeviceLink> {
  const { secret, offer, nonce, seed } = begun
  const { id } = line.mailbox
  const device = await createDevice(seed)
  const mine: InvitationSide = { keys: device.publicKeys, nonce }
  const answer = makeAnswer(offer, mine)
  let kept = begun

  const hear = async (): Promise<Result<Linking & { readonly identity?: Identity }>> => {
    const moves = await readMailbox(kept, line)
    if (!moves.ok) return moves
    const { answers, reveals, letters, isCancelled } = moves.value
    // The answer may have been lost on the way, or the program have ended before it.
    if (!answers.some(sent => equalBytes(sent, answer))) {
      const posted = await postMove(answer, line)
      if (!posted.ok) return posted
    }
    const heard = await hearReveal({ offer, reveals }, { secret, mine })
    if (heard !== undefined && 'reason' in heard) return fail(heard.reason)
    if (heard !== undefined) {
      const sender = deviceIdOf(heard.inviter.keys)
      const identity = await openIdentity(letters, { mailbox: id, device, seed, sender })
      if (identity !== undefined) return ok({ standing: 'ready', code: heard.code, identity })
    }
    if (isCancelled) return fail('invitation-cancelled')
    if (answers.some(sent => !equalBytes(sent, answer))) return fail('invitation-contested')
    if (heard === undefined) return ok({ standing: 'waiting' })
    return ok({ standing: kept.isAccepted ? 'accepted' : 'compare', code: heard.code })
  }

  const poll = async (): Promise<Result<Linking>> => {
    const heard = await hear()
    if (!heard.ok) return heard
    const { identity, ...linking } = heard.value
    if (identity === undefined || !kept.isAccepted) return ok(linking)
    // One write: the vault becomes this person's, and nothing half made is left.
    await keepIdentity(box, identity, new Map([[keyOf(id), null]]))
    return ok({ ...linking, standing: 'linked' })
  }

  return {
    address: kept.relay.address,
    poll,
    accept: async () => {
      const heard = await hear()
      if (!heard.ok) return heard
      if (heard.value.code === undefined) return fail('device-not-ready')
      const accepted = { ...kept, isAccepted: true }
      await box.put(keyOf(id), keptToValue(accepted))
      kept = accepted
      return poll()
    },
  }
}

const keptToValue = ({ secret, relay, seed, nonce, offer, isAccepted }: KeptLink): Value => ({
  secret: secretToText(secret),
  relay,
  seed: secretToText(seed),
  nonce: secretToText(nonce),
  offer,
  isAccepted,
})

function readKept(value: Value | undefined): KeptLink | undefined {
  const { offer, relay, isAccepted, ...spelled } = toFields(value)
  const [secret, seed, nonce] = ['secret', 'seed', 'nonce'].map(each => textToSecret(toText(spelled[each])))
  if (secret?.ok !== true || seed?.ok !== true || nonce?.ok !== true) return undefined
  if (!(offer instanceof Uint8Array)) return undefined
  return {
    secret: secret.value,
    seed: seed.value,
    nonce: nonce.value,
    offer,
    relay: relay as unknown as RelayCard,
    isAccepted: isAccepted === true,
  }
}
