/**
 * On a device that is there already: an invitation to oneself. The same three moves and the same code, compared between two
 * screens; then the new device is listed in every room, and at last is sent the key of the member's own room, where it finds all
 * the others. The offer lies sealed on this device, whose keys it commits to, until it is completed or taken back.
 */

import type { DeviceCard, DeviceId, RelayCard } from '@goodoffices/core'
import {
  createSecret,
  deviceIdOf,
  type InvitationSide,
  isRecord,
  type Secret,
  secretToText,
  textToSecret,
  type Value,
} from '@goodoffices/log'
import { deviceToCard } from '../../identity/identity.ts'
import {
  type Answered,
  type Exchange,
  hearAnswer,
  holdMailbox,
  mailboxOf,
  mailStep,
  offerStep,
  revealTo,
} from '../../invitation/exchange.ts'
import { invitationToText } from '../../invitation/link.ts'
import { cancelledMove, readMoves, writeLetter } from '../../invitation/mailbox.ts'
import { cardToKeys } from '../../log/cards.ts'
import type { MailLog } from '../../log/mail-log.ts'
import { fail, ok, type Result } from '../../result.ts'
import { toText } from '../../text.ts'
import { VaultError } from '../../vault/vault.ts'
import { devicesOf, listingsOf, owesKeys, renewalsOf } from '../devices.ts'
import type { Engine } from '../engine/engine.ts'
import { sealIdentity } from './letter.ts'

export type DeviceOffer = {
  readonly link: string
  readonly words: readonly string[]
  readonly standing: 'sent' | 'answered' | 'expired'
  /** Six digits, once answered: to be compared between the two screens. */
  readonly code?: string
  /** More than one answer has come: the link has been in other hands. */
  readonly contested: boolean
  readonly created: number
  readonly expires: number
}

export type OfferRequest = { readonly hoursMax?: number }

type KeptOffer = Exchange & { readonly nonce: Secret; readonly created: number; readonly expires: number }

/** A device listed, or about to be: it is written to when it is listed, and has been given keys, in every room. */
type Due = Exchange & { readonly card: DeviceCard }

const hourMs = 3_600_000
const hoursDefault = 24

const offerKey = 'device-offer'
const duePrefix = 'device-due/'
const dueKey = (card: DeviceCard): string => `${duePrefix}${card.device}`

export class DeviceOffering {
  readonly #engine: Engine
  readonly #due = new Map<DeviceId, Due>()
  #kept: KeptOffer | undefined
  #answered: Answered = { contested: false }
  #writing: Promise<void> = Promise.resolve()

  constructor(engine: Engine) {
    this.#engine = engine
  }

  async start(): Promise<void> {
    const { box } = this.#engine
    this.#kept = readOffer(await box.get(offerKey))
    for (const [key, bytes] of await box.vault.scan(duePrefix)) {
      const due = readDue(await box.open(key, bytes))
      if (due !== undefined) this.#due.set(due.card.device, due)
    }
    if (this.#kept !== undefined) await holdMailbox(this.#engine, this.#kept)
    await this.#engine.onMail(mailbox => this.#hear(mailbox))
    // Whatever changes may have been the last that a letter waits for.
    this.#engine.subscribe(() => this.#attend())
    this.#attend()
  }

  /** Resolves when no letter is being written that could be. */
  settled(): Promise<void> {
    return this.#writing
  }

  get(): DeviceOffer | undefined {
    return this.#kept === undefined ? undefined : this.#describe(this.#kept)
  }

  /** One at a time: an offer made before is taken back. Fails where the member's own room has not been read. */
  async offer({ hoursMax = hoursDefault }: OfferRequest): Promise<Result<DeviceOffer>> {
    const engine = this.#engine
    if (engine.home() === undefined) return fail('room-unknown')
    const { relay } = engine.identity.home
    const created = engine.now()
    const kept: KeptOffer = {
      secret: createSecret(),
      nonce: createSecret(),
      relay,
      created,
      expires: created + hoursMax * hourMs,
    }
    const before = this.#kept
    const steps = [
      ...(before === undefined ? [] : [await mailStep(before, cancelledMove)]),
      await offerStep(kept, this.#side(kept)),
    ]
    await engine.enqueue(steps, new Map([[offerKey, await engine.box.seal(offerKey, offerToValue(kept))]]))
    this.#follow(kept)
    await holdMailbox(engine, kept)
    return ok(this.#describe(kept))
  }

  /**
   * The codes are the same. Decided in one write; the letter is written when all that it leads to stands, if need be in a later
   * session.
   * Fails with `device-not-answered`, `device-offer-expired` and `invitation-contested`; where the mailbox cannot be read to its end,
   * as `sync` does, and with `relay-unreachable` while a room is unread that the device is to be listed in.
   */
  async complete(): Promise<Result<DeviceId>> {
    const engine = this.#engine
    const kept = this.#kept
    if (kept === undefined) return fail('device-offer-unknown')
    // Another answer may have come since.
    const read = await engine.sync((await mailboxOf(kept.secret)).id)
    if (!read.ok) return read
    const { answered, contested } = this.#answered
    if (contested) return fail('invitation-contested')
    if (answered?.inTime !== true)
      return fail(engine.now() > kept.expires ? 'device-offer-expired' : 'device-not-answered')
    const { keys } = answered.side
    const card = deviceToCard({ id: deviceIdOf(keys), publicKeys: keys })
    const listings = listingsOf(engine, card)
    if (!listings.ok) return listings
    const { secret, relay } = kept
    const due: Due = { secret, relay, card }
    const decided = await engine.submit(
      listings.value,
      new Map([
        [offerKey, null],
        [dueKey(card), await engine.box.seal(dueKey(card), dueToValue(due))],
      ]),
    )
    if (!decided.ok) return decided
    this.#due.set(card.device, due)
    this.#follow(undefined)
    await engine.settle()
    await this.settled()
    await engine.settle()
    return ok(card.device)
  }

  /** The link opens nothing any more, and who has answered it is told. Fails with `device-offer-unknown`. */
  async cancel(): Promise<Result<null>> {
    if (this.#kept === undefined) return fail('device-offer-unknown')
    await this.#engine.enqueue([await mailStep(this.#kept, cancelledMove)], new Map([[offerKey, null]]))
    this.#follow(undefined)
    return ok(null)
  }

  #follow(kept: KeptOffer | undefined): void {
    this.#kept = kept
    this.#answered = { contested: false }
    this.#engine.touch()
  }

  #side({ nonce }: KeptOffer): InvitationSide {
    return { keys: this.#engine.identity.device.publicKeys, nonce }
  }

  async #hear(mailbox: MailLog): Promise<void> {
    const kept = this.#kept
    if (kept === undefined || (await mailboxOf(kept.secret)).id !== mailbox.id) return
    const moves = readMoves(mailbox.messages)
    const mine = this.#side(kept)
    const isOpen = this.#engine.now() <= kept.expires
    const answered = await hearAnswer(moves, { secret: kept.secret, mine, isOpen })
    if (this.#kept !== kept) return
    this.#answered = answered
    await revealTo(this.#engine, kept, { moves, answered, mine })
    this.#engine.touch()
  }

  #attend(): void {
    if (this.#due.size === 0) return
    this.#writing = this.#writing
      .then(() => this.#writeLetters())
      .catch((error: unknown) => {
        if (!(error instanceof VaultError)) throw error
        this.#engine.report({ code: error.code })
      })
  }

  /** To every device that is listed everywhere, once the keys have been changed that are due for it. */
  async #writeLetters(): Promise<void> {
    for (const due of this.#due.values()) {
      if (this.#isBeingListed(due) || owesKeys(this.#engine)) continue
      this.#due.delete(due.card.device)
      await this.#writeLetter(due)
    }
  }

  /** Renews the keyring and writes the letter last, in one write, so that whoever opens it finds everything. */
  async #writeLetter(due: Due): Promise<void> {
    const engine = this.#engine
    const { identity } = engine
    const settled = new Map([[dueKey(due.card), null]])
    const home = engine.roomLog(identity.home.room)
    const key = home?.epochKey(home.epoch)
    const keys = cardToKeys(due.card)
    const isListed = devicesOf(engine).some(({ device }) => device === due.card.device)
    // Taken out again before it was written to, or never taken in.
    if (!isListed || home === undefined || key === undefined || keys === undefined)
      return engine.enqueue([], settled)
    const { id: mailbox } = await mailboxOf(due.secret)
    const letter = await sealIdentity(identity, { mailbox, keys, home: { epoch: home.epoch, key } })
    const steps = [...renewalsOf(engine), await mailStep(due, writeLetter(letter))]
    const written = await engine.submit(steps, settled)
    if (!written.ok) engine.report(written.error)
  }

  #isBeingListed({ card }: Due): boolean {
    return this.#engine.outbox
      .waiting()
      .some(
        ({ job }) =>
          job.kind === 'entry' &&
          job.entry.act.kind === 'device.add' &&
          job.entry.act.card.device === card.device,
      )
  }

  #describe({ secret, relay, created, expires }: KeptOffer): DeviceOffer {
    const { answered, contested } = this.#answered
    const isAnswered = answered?.inTime === true
    return {
      ...invitationToText(relay.address, secret, 'device'),
      standing: isAnswered ? 'answered' : this.#engine.now() > expires ? 'expired' : 'sent',
      ...(isAnswered ? { code: answered.code } : {}),
      contested,
      created,
      expires,
    }
  }
}

const exchangeToValue = ({ secret, relay }: Exchange) => ({ secret: secretToText(secret), relay })

const offerToValue = ({ nonce, created, expires, ...exchange }: KeptOffer): Value => ({
  ...exchangeToValue(exchange),
  nonce: secretToText(nonce),
  created,
  expires,
})

const dueToValue = ({ card, ...exchange }: Due): Value => ({ ...exchangeToValue(exchange), card })

function readExchange(value: { readonly [key: string]: Value }): Exchange | undefined {
  const secret = textToSecret(toText(value['secret']))
  return secret.ok ? { secret: secret.value, relay: value['relay'] as unknown as RelayCard } : undefined
}

function readOffer(value: Value | undefined): KeptOffer | undefined {
  if (value === undefined || !isRecord(value)) return undefined
  const exchange = readExchange(value)
  const nonce = textToSecret(toText(value['nonce']))
  if (exchange === undefined || !nonce.ok) return undefined
  const [created, expires] = [Number(value['created']), Number(value['expires'])]
  return { ...exchange, nonce: nonce.value, created, expires }
}

function readDue(value: Value | undefined): Due | undefined {
  if (value === undefined || !isRecord(value)) return undefined
  const exchange = readExchange(value)
  return exchange === undefined ? undefined : { ...exchange, card: value['card'] as unknown as DeviceCard }
}
