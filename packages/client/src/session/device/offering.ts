/**
 * The offer to another device of one's own, at work: an invitation to oneself. The same three moves and the same code, compared
 * between two screens; then the new device is listed in every room, and at last is sent the key of the member's own room, where it
 * finds all the others. The offer lies sealed on this device, whose keys it commits to, until it is completed or taken back.
 */

import type { DeviceCard, DeviceId, RelayCard, RoomId } from '@goodoffices/core'
import { type InvitationSide, type Secret, secretToText, textToSecret, type Value } from '@goodoffices/log'
import { toFields } from '../../fields.ts'
import {
  type Answered,
  type Exchange,
  hearAnswer,
  holdMailbox,
  mailboxOf,
  mailStep,
  revealTo,
} from '../../invitation/exchange.ts'
import { Hearing } from '../../invitation/hearing.ts'
import { readMoves, writeLetter } from '../../invitation/mailbox.ts'
import { cardToKeys } from '../../log/cards.ts'
import type { MailLog } from '../../log/mail-log.ts'
import { newestKeyOf } from '../../log/newest-key.ts'
import { ok, type Result } from '../../result.ts'
import { toText } from '../../text.ts'
import { VaultError } from '../../vault/vault.ts'
import type { Engine } from '../engine/engine.ts'
import type { Job } from '../outbox.ts'
import { sealIdentity } from './letter.ts'
import { isListed, listingsOf, owesKeys, renewalsOf } from './listing.ts'

export type KeptOffer = Exchange & {
  readonly nonce: Secret
  readonly created: number
  readonly expires: number
}

/** A device listed, or about to be: it is written to when it is listed, and has been given keys, in every room. */
type Due = Exchange & { readonly card: DeviceCard }

const offerKey = 'device-offer'
const duePrefix = 'device-due/'
const dueKey = (card: DeviceCard): string => `${duePrefix}${card.device}`

export class DeviceOffering {
  readonly #engine: Engine
  readonly #due = new Map<DeviceId, Due>()
  #kept: KeptOffer | undefined
  #answered: Answered = { contested: false }
  readonly #hearing = new Hearing<RoomId>()
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
    if (!this.#engine.leads()) return
    // Whatever changes may have been the last that a letter waits for.
    this.#engine.subscribe(() => this.#attend())
    this.#attend()
  }

  /** Resolves when no letter is being written that could be. */
  settled(): Promise<void> {
    return this.#writing
  }

  /** Whether an offer commits to the keys of this device, or a letter is still to be signed with them. */
  get isOpen(): boolean {
    return this.#kept !== undefined || this.#due.size > 0
  }

  /** The offer that stands, and what it has led to so far. */
  get standing(): { readonly kept: KeptOffer | undefined; readonly answered: Answered } {
    return { kept: this.#kept, answered: this.#answered }
  }

  /** The side that an offer commits to. */
  sideOf({ nonce }: KeptOffer): InvitationSide {
    return { keys: this.#engine.identity.device.publicKeys, nonce }
  }

  /** One at a time: puts another offer in the place of what stands, or none, in one write with what is sent of it. */
  async replace(kept: KeptOffer | undefined, steps: readonly Job[]): Promise<void> {
    const { box } = this.#engine
    const sealed = kept === undefined ? null : await box.seal(offerKey, offerToValue(kept))
    await this.#engine.enqueue(steps, new Map([[offerKey, sealed]]))
    this.#follow(kept)
    if (kept !== undefined) await holdMailbox(this.#engine, kept)
  }

  /** The offer is taken up: lists the device, to be written to once that stands. In one write. */
  async takeUp({ secret, relay }: KeptOffer, card: DeviceCard): Promise<Result<null>> {
    const engine = this.#engine
    const listings = listingsOf(engine, card)
    if (!listings.ok) return listings
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
    return ok(null)
  }

  #follow(kept: KeptOffer | undefined): void {
    this.#kept = kept
    this.#answered = { contested: false }
    this.#engine.touch()
  }

  async #hear(mailbox: MailLog): Promise<void> {
    const kept = this.#kept
    if (kept === undefined || (await mailboxOf(kept.secret)).id !== mailbox.id) return
    const moves = readMoves(mailbox.messages)
    const isOpen = this.#engine.now() <= kept.expires
    const heard = await hearAnswer(moves, { secret: kept.secret, mine: this.sideOf(kept), isOpen })
    if (this.#kept !== kept) return
    this.#answered = heard
    await revealTo(this.#engine, kept, { moves, heard })
    if (this.#hearing.isNews(mailbox.id, mailbox.messages.length, isOpen)) this.#engine.touch()
  }

  #attend(): void {
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
      if (this.#isBeingListed(due) || (await owesKeys(this.#engine))) continue
      this.#due.delete(due.card.device)
      await this.#writeLetter(due)
    }
  }

  /** Renews the keyring and writes the letter last, in one write, so that whoever opens it finds everything. */
  async #writeLetter(due: Due): Promise<void> {
    const engine = this.#engine
    const { identity } = engine
    const settled = new Map([[dueKey(due.card), null]])
    const home = newestKeyOf(engine.roomLog(identity.home.room))
    const keys = cardToKeys(due.card)
    // Taken out again before it was written to, or never taken in.
    if (!isListed(engine, due.card.device) || home === undefined || keys === undefined)
      return engine.enqueue([], settled)
    const { id: mailbox } = await mailboxOf(due.secret)
    const letter = await sealIdentity(identity, { mailbox, keys, home })
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
}

const exchangeToValue = ({ secret, relay }: Exchange) => ({ secret: secretToText(secret), relay })

const offerToValue = ({ nonce, created, expires, ...exchange }: KeptOffer): Value => ({
  ...exchangeToValue(exchange),
  nonce: secretToText(nonce),
  created,
  expires,
})

const dueToValue = ({ card, ...exchange }: Due): Value => ({ ...exchangeToValue(exchange), card })

function readExchange(value: Value | undefined): Exchange | undefined {
  const { secret: spelled, relay } = toFields(value)
  const secret = textToSecret(toText(spelled))
  return secret.ok ? { secret: secret.value, relay: relay as unknown as RelayCard } : undefined
}

function readOffer(value: Value | undefined): KeptOffer | undefined {
  const exchange = readExchange(value)
  const { nonce: spelled, created, expires } = toFields(value)
  const nonce = textToSecret(toText(spelled))
  if (exchange === undefined || !nonce.ok) return undefined
  return { ...exchange, nonce: nonce.value, created: Number(created), expires: Number(expires) }
}

function readDue(value: Value | undefined): Due | undefined {
  const exchange = readExchange(value)
  const { card } = toFields(value)
  return exchange === undefined ? undefined : { ...exchange, card: card as unknown as DeviceCard }
}
