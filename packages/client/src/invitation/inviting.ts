/** The inviter's side at work: follows the mailboxes of the open invitations, and reveals once one is answered. */

import type { DeviceId, InvitationId, Invited, RoomId } from '@goodoffices/core'
import {
  deviceIdOf,
  equalBytes,
  type InvitationSide,
  makeOffer,
  openSealed,
  readReveal,
  type Secret,
  secretToText,
  textToSecret,
} from '@goodoffices/log'
import { isTrueCard } from '../log/cards.ts'
import type { MailLog } from '../log/mail-log.ts'
import type { Engine } from '../session/engine/engine.ts'
import { type Answered, hearAnswer, holdMailbox, mailboxOf, revealTo } from './exchange.ts'
import { Hearing } from './hearing.ts'
import { cardContext, type Introduction, readIntroduction, readMoves } from './mailbox.ts'
import type { Stopped } from './stopped.ts'

/** What an invitation has led to so far. */
export type Progress = Answered & {
  readonly introduction?: Introduction
  readonly hasDiffered: boolean
  readonly stopped?: Stopped
}

export class Inviting {
  readonly #engine: Engine
  readonly #progress = new Map<InvitationId, Progress>()
  readonly #hearing = new Hearing<InvitationId>()
  /** Each costs two keys to tell. */
  readonly #mailboxes = new Map<InvitationId, RoomId>()

  constructor(engine: Engine) {
    this.#engine = engine
  }

  /** Follows the mailboxes of the open invitations. */
  async start(): Promise<void> {
    await this.#engine.onHome(async () => {
      for (const invited of Object.values(this.#engine.home()?.invitations ?? {})) {
        if (invited.standing === 'open') await this.hold(invited)
      }
    })
    await this.#engine.onMail(async mailbox => {
      const invited = this.#invitedAt(mailbox.id)
      if (invited !== undefined) await this.#hear(invited, mailbox)
    })
  }

  /** Whether one may still be answered, or was, that only the keys of this device complete. */
  async isOpen(): Promise<boolean> {
    const invitations = Object.values(this.#engine.home()?.invitations ?? {})
    for (const invited of invitations) {
      const isTold = this.#progress.get(invited.invitation)?.answered?.inTime === true
      const isOpen = invited.standing === 'open' && (isTold || this.#engine.now() <= invited.expires)
      if (isOpen && (await this.#isOwn(invited))) return true
    }
    return false
  }

  /** Where what was offered cannot be read, it may be. */
  async #isOwn(invited: Invited): Promise<boolean> {
    const secret = textToSecret(invited.secret)
    const nonce = textToSecret(invited.nonce)
    if (!secret.ok || !nonce.ok) return false
    const mailbox = this.#engine.mailbox((await mailboxOf(secret.value)).id)
    const { offer } = readMoves(mailbox?.messages ?? [])
    return offer === undefined || equalBytes(makeOffer(secret.value, this.sideOf(nonce.value)), offer)
  }

  progressOf(id: InvitationId): Progress | undefined {
    return this.#progress.get(id)
  }

  /** The side that an offer of this device commits to. */
  sideOf(nonce: Secret): InvitationSide {
    return { keys: this.#engine.identity.device.publicKeys, nonce }
  }

  /** Follows the mailbox of an invitation. */
  async hold(invited: Invited): Promise<void> {
    const secret = textToSecret(invited.secret)
    if (!secret.ok) return
    const known = this.#mailboxes.get(invited.invitation)
    if (known !== undefined && this.#engine.mailbox(known) !== undefined) return
    this.#mailboxes.set(invited.invitation, (await mailboxOf(secret.value)).id)
    await holdMailbox(this.#engine, { secret: secret.value, relay: invited.relay })
  }

  #invitedAt(mailbox: RoomId): Invited | undefined {
    const isThere = ({ standing, invitation }: Invited): boolean =>
      standing === 'open' && this.#mailboxes.get(invitation) === mailbox
    return Object.values(this.#engine.home()?.invitations ?? {}).find(isThere)
  }

  async #hear(invited: Invited, { id, messages }: MailLog): Promise<void> {
    const secret = textToSecret(invited.secret)
    const nonce = textToSecret(invited.nonce)
    const moves = readMoves(messages)
    const { offer, reveals, letters, hasDiffered, stopped } = moves
    if (!secret.ok || !nonce.ok || offer === undefined) return
    const exchange = { secret: secret.value, relay: invited.relay }
    const mine = await this.#committed(invited, { secret: secret.value, nonce: nonce.value, offer, reveals })
    const isOpen = this.#engine.now() <= invited.expires
    const heard = await hearAnswer(moves, { secret: secret.value, mine, isOpen })
    const introduction =
      heard.answered === undefined
        ? undefined
        : await this.#readIntroduction(id, letters, heard.answered.side)
    this.#progress.set(invited.invitation, {
      ...heard,
      hasDiffered,
      ...(stopped === undefined ? {} : { stopped }),
      ...(introduction === undefined ? {} : { introduction }),
    })
    await revealTo(this.#engine, exchange, { moves, heard })
    if (this.#hearing.isNews(invited.invitation, messages.length, isOpen, mine !== undefined))
      this.#engine.touch()
  }

  /** The side that the offer commits to: this device's, or, once revealed, that of the member's other device that made it. */
  async #committed(
    invited: Invited,
    made: {
      readonly secret: Secret
      readonly nonce: Secret
      readonly offer: Uint8Array
      readonly reveals: readonly Uint8Array[]
    },
  ): Promise<InvitationSide | undefined> {
    const mine = this.sideOf(made.nonce)
    if (equalBytes(makeOffer(made.secret, mine), made.offer)) return mine
    const [reveal] = made.reveals
    const other = reveal === undefined ? undefined : await readReveal(made.secret, made.offer, reveal)
    const devices = this.#engine.home()?.members[this.#engine.identity.member]?.devices ?? []
    const isOwn =
      other?.ok === true && devices.some(({ device }) => device === (deviceIdOf(other.value.keys) as string))
    return isOwn && secretToText(other.value.nonce) === invited.nonce ? other.value : undefined
  }

  /** By the very device whose keys were compared, and naming devices that include it. */
  async #readIntroduction(
    mailbox: RoomId,
    letters: readonly Uint8Array[],
    invitee: InvitationSide,
  ): Promise<Introduction | undefined> {
    const compared = deviceIdOf(invitee.keys)
    for (const bytes of letters) {
      const { device } = this.#engine.identity
      const opened = await openSealed({ device, context: cardContext(mailbox), bytes, devicesMax: 1 })
      if (!opened.ok || (opened.value.senderId as string) !== compared) continue
      const introduction = readIntroduction(opened.value.plaintext)
      if (introduction !== undefined && isSound(introduction, compared)) return introduction
    }
    return undefined
  }
}

/**
 * Of the compared device, among devices that are what they say and that everybody's software can use. The member's id is that of the
 * first paper device: one of them, or beside them where it was put away.
 */
function isSound({ member, devices, first }: Introduction, compared: DeviceId): boolean {
  const ids = devices.map(({ device }) => device as string)
  if (!ids.includes(compared)) return false
  const cards = first === undefined ? devices : [...devices, first]
  return cards.some(({ device }) => (device as string) === member) && cards.every(isTrueCard)
}
