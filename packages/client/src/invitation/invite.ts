/** The inviter's side: make the invitation, reveal once it is answered, compare, admit. */

import {
  type Act,
  type DeviceId,
  type InvitationId,
  type Invited,
  isMediator,
  limits,
  type MemberCard,
  type PartyId,
  type ProcessId,
  type Role,
  type RoomId,
} from '@goodoffices/core'
import {
  createSecret,
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
import { caucusesOf, checkRoomsRead, deskOf, roomsOf, tableOf } from '../process/find.ts'
import { newId } from '../process/id.ts'
import { admissionSteps, isNobodyElse, roomsFor } from '../process/people.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Engine } from '../session/engine/engine.ts'
import {
  type Answered,
  hearAnswer,
  holdMailbox,
  mailboxOf,
  mailStep,
  offerStep,
  revealTo,
} from './exchange.ts'
import { invitationToText } from './link.ts'
import { cancelledMove, cardContext, type Introduction, readIntroduction, readMoves } from './mailbox.ts'

export type InvitationRequest = {
  readonly name: string
  readonly role: Role
  readonly party?: PartyId
  readonly post?: string
  readonly daysMax?: number
}

export type Invitation = {
  readonly id: InvitationId
  readonly process: ProcessId
  readonly name: string
  readonly role: Role
  readonly party?: PartyId
  readonly post?: string
  readonly link: string
  readonly words: readonly string[]
  readonly standing: 'sent' | 'answered' | 'introduced' | 'completed' | 'cancelled' | 'expired'
  /** Six digits, once answered: both sides read them to each other. */
  readonly code?: string
  /** More than one answer has come: the link has been in other hands. */
  readonly contested: boolean
  readonly created: number
  readonly expires: number
}

const dayMs = 86_400_000
const daysDefault = 14
const invitationsMax = 500

/** What an invitation has led to so far. */
type Progress = Answered & { readonly introduction?: Introduction }

export class Inviting {
  readonly #engine: Engine
  readonly #progress = new Map<InvitationId, Progress>()

  constructor(engine: Engine) {
    this.#engine = engine
  }

  /** Follows the mailboxes of the open invitations. */
  async start(): Promise<void> {
    await this.#engine.onHome(async () => {
      for (const invited of Object.values(this.#engine.home()?.invitations ?? {})) {
        if (invited.standing === 'open') await this.#hold(invited)
      }
    })
    await this.#engine.onMail(async mailbox => {
      const invited = await this.#invitedAt(mailbox.id)
      if (invited !== undefined) await this.#hear(invited, mailbox.messages)
    })
  }

  /** Fails where the inviter may bring nobody in this role into any room. */
  async invite(process: ProcessId, request: InvitationRequest): Promise<Result<InvitationId>> {
    const engine = this.#engine
    const home = engine.home()
    if (home === undefined) return fail('room-unknown')
    if (Object.keys(home.invitations).length >= invitationsMax)
      return fail('too-many-invitations', { max: invitationsMax })
    const allowed = this.#checkRequest(process, request)
    if (!allowed.ok) return allowed
    const secret = createSecret()
    const nonce = createSecret()
    const id = newId<InvitationId>()
    const { name, role, party, post } = request
    const created = engine.now()
    const { relay } = engine.identity.home
    const kept = await engine.submit([
      {
        room: home.id,
        act: {
          kind: 'invitation.keep',
          invitation: {
            invitation: id,
            process,
            name,
            role,
            ...(party === undefined ? {} : { party }),
            ...(post === undefined ? {} : { post }),
            relay,
            secret: secretToText(secret),
            nonce: secretToText(nonce),
            created,
            expires: created + (request.daysMax ?? daysDefault) * dayMs,
          },
        },
      },
      await offerStep({ secret, relay }, this.#side(nonce)),
    ])
    if (!kept.ok) return kept
    const invited = engine.home()?.invitations[id]
    if (invited !== undefined) await this.#hold(invited)
    return ok(id)
  }

  list(process: ProcessId): readonly Invitation[] {
    return Object.values(this.#engine.home()?.invitations ?? {})
      .filter(invited => invited.process === process)
      .sort((a, b) => a.created - b.created)
      .flatMap(invited => this.#describe(invited) ?? [])
  }

  get(id: InvitationId): Invitation | undefined {
    const invited = this.#engine.home()?.invitations[id]
    return invited === undefined ? undefined : this.#describe(invited)
  }

  /**
   * After both have compared the code: the newcomer enters its rooms. Fails until it has introduced itself, and where the mailbox or
   * a room of the process could not be read.
   */
  async complete(id: InvitationId): Promise<Result<null>> {
    const engine = this.#engine
    const invited = engine.home()?.invitations[id]
    if (invited === undefined) return fail('invitation-unknown')
    if (invited.standing !== 'open') return fail('invitation-settled', { standing: invited.standing })
    const read = await this.#readMailbox(invited)
    if (!read.ok) return read
    const rooms = checkRoomsRead(engine, invited.process)
    if (!rooms.ok) return rooms
    const progress = this.#progress.get(id)
    if (progress?.contested === true) return fail('invitation-contested')
    if (progress?.introduction === undefined || progress.answered === undefined)
      return fail('invitation-not-introduced')
    const { introduction, answered } = progress
    const card = toCard(invited, introduction)
    const compared = deviceIdOf(answered.side.keys)
    if (!isNobodyElse(engine, invited.process, { newcomer: card, compared }))
      return fail('member-known-otherwise')
    const admissions = roomsFor(engine, invited.process, invited)
      .filter(room => engine.checkAct(room.id, { kind: 'member.admit', card }).ok)
      .map(room => ({ room: room.id, cards: [card] }))
    if (admissions.length === 0) return fail('not-an-administrator')
    const done = await engine.submit([
      {
        room: this.#addressBook(invited),
        act: { kind: 'contact.record', member: card.member, mailbox: introduction.mailbox, card },
      },
      ...this.#actsForItself(invited),
      {
        room: engine.identity.home.room,
        act: { kind: 'invitation.settle', invitation: id, standing: 'completed' },
      },
      ...admissionSteps(admissions),
    ])
    return done.ok ? ok(null) : done
  }

  async cancel(id: InvitationId): Promise<Result<null>> {
    const act: Act = { kind: 'invitation.settle', invitation: id, standing: 'cancelled' }
    const invited = this.#engine.home()?.invitations[id]
    const secret = textToSecret(invited?.secret ?? '')
    const home = this.#engine.identity.home.room
    if (invited === undefined || !secret.ok) return fail('invitation-unknown')
    const done = await this.#engine.submit([
      { room: home, act },
      // So that whoever answers, or has answered, does not wait in vain.
      await mailStep({ secret: secret.value, relay: invited.relay }, cancelledMove),
    ])
    return done.ok ? ok(null) : done
  }

  #checkRequest(process: ProcessId, request: InvitationRequest): Result<null> {
    const rooms = roomsFor(this.#engine, process, request)
    if (rooms.length === 0) return fail('not-an-administrator')
    if (request.role === 'lead') return fail('one-lead')
    if (!isMediator(request) && request.party === undefined) return fail('party-needed')
    return ok(null)
  }

  /** Where it is kept how to reach the newcomer: a mediator at the desk, a party's people where their own can reach them too. */
  #addressBook(invited: Invited): RoomId {
    const engine = this.#engine
    const delegation = roomsOf(engine, invited.process).find(room => room.kind === 'delegation')
    const caucus = caucusesOf(engine, invited.process).find(room => room.party?.party === invited.party)
    return (caucus ?? deskOf(engine, invited.process) ?? delegation)?.id ?? engine.identity.home.room
  }

  /** A party whose words were recorded until now speaks for itself from here on. */
  #actsForItself(invited: Invited): readonly { readonly room: RoomId; readonly act: Act }[] {
    const engine = this.#engine
    const desk = deskOf(engine, invited.process)
    const known = invited.party === undefined ? undefined : desk?.parties[invited.party]
    if (desk === undefined || known === undefined || known.account) return []
    const act: Act = { kind: 'party.add', card: { ...known, account: true } }
    const caucus = caucusesOf(engine, invited.process).find(room => room.party?.party === invited.party)
    const table = tableOf(engine, invited.process)
    const rooms = [
      desk,
      ...(caucus === undefined ? [] : [caucus]),
      ...(table === undefined || known.hidden ? [] : [table]),
    ]
    return rooms.map(room => ({ room: room.id, act }))
  }

  /** Another answer may have come since. */
  async #readMailbox(invited: Invited): Promise<Result<null>> {
    const secret = textToSecret(invited.secret)
    return secret.ok ? this.#engine.sync((await mailboxOf(secret.value)).id) : fail('invitation-unknown')
  }

  #side(nonce: Secret): InvitationSide {
    return { keys: this.#engine.identity.device.publicKeys, nonce }
  }

  async #hold(invited: Invited): Promise<void> {
    const secret = textToSecret(invited.secret)
    if (!secret.ok) return
    await holdMailbox(this.#engine, { secret: secret.value, relay: invited.relay })
  }

  async #invitedAt(mailbox: RoomId): Promise<Invited | undefined> {
    for (const invited of Object.values(this.#engine.home()?.invitations ?? {})) {
      const secret = textToSecret(invited.secret)
      if (invited.standing === 'open' && secret.ok && (await mailboxOf(secret.value)).id === mailbox)
        return invited
    }
    return undefined
  }

  async #hear(invited: Invited, messages: readonly Uint8Array[]): Promise<void> {
    const secret = textToSecret(invited.secret)
    const nonce = textToSecret(invited.nonce)
    const moves = readMoves(messages)
    const { offer, reveals, letters } = moves
    if (!secret.ok || !nonce.ok || offer === undefined || moves.answers.length === 0) return
    const exchange = { secret: secret.value, relay: invited.relay }
    const mine = await this.#committed(invited, { secret: secret.value, nonce: nonce.value, offer, reveals })
    const isOpen = this.#engine.now() <= invited.expires
    const answered = await hearAnswer(moves, { secret: secret.value, mine, isOpen })
    const { id } = await mailboxOf(secret.value)
    const introduction =
      answered.answered === undefined
        ? undefined
        : await this.#readIntroduction(id, letters, answered.answered.side)
    this.#progress.set(invited.invitation, {
      ...answered,
      ...(introduction === undefined ? {} : { introduction }),
    })
    await revealTo(this.#engine, exchange, { moves, answered, mine })
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
    const mine = this.#side(made.nonce)
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
      const opened = await openSealed({ device, context: cardContext(mailbox), bytes })
      if (!opened.ok || (opened.value.senderId as string) !== compared) continue
      const introduction = readIntroduction(opened.value.plaintext)
      if (introduction !== undefined && isSound(introduction, compared)) return introduction
    }
    return undefined
  }

  #describe(invited: Invited): Invitation | undefined {
    const secret = textToSecret(invited.secret)
    if (!secret.ok) return undefined
    const progress = this.#progress.get(invited.invitation)
    const { invitation: id, process, name, role, party, post, created, expires } = invited
    return {
      id,
      process,
      name,
      role,
      ...(party === undefined ? {} : { party }),
      ...(post === undefined ? {} : { post }),
      ...invitationToText(invited.relay.address, secret.value),
      standing: standingOf(invited, progress, this.#engine.now()),
      ...(progress?.answered === undefined ? {} : { code: progress.answered.code }),
      contested: progress?.contested === true,
      created,
      expires,
    }
  }
}

function standingOf(invited: Invited, progress: Progress | undefined, now: number): Invitation['standing'] {
  if (invited.standing !== 'open') return invited.standing
  if (progress?.introduction !== undefined) return 'introduced'
  if (progress?.answered?.inTime === true) return 'answered'
  return now > invited.expires ? 'expired' : 'sent'
}

/**
 * Of the compared device, among devices that are what they say and that everybody's software can use; the member is one of them,
 * the paper one.
 */
function isSound({ member, devices }: Introduction, compared: DeviceId): boolean {
  if (devices.length > limits.devicesMax) return false
  const ids = devices.map(({ device }) => device as string)
  if (!ids.includes(compared) || !ids.includes(member)) return false
  return devices.every(isTrueCard)
}

/** The name is the inviter's: it is who the code was compared with. */
const toCard = (invited: Invited, introduction: Introduction): MemberCard => ({
  member: introduction.member,
  name: invited.name,
  role: invited.role,
  ...(invited.party === undefined ? {} : { party: invited.party }),
  ...(invited.post === undefined ? {} : { post: invited.post }),
  devices: [...introduction.devices],
})
