/** The newcomer's side at work: follows the mailboxes that were answered, and receives the keys of the rooms. */

import {
  authorOf,
  type DeviceId,
  isMediator,
  type Kept,
  leadsParty,
  type RelayCard,
  type RoomId,
  successorOf,
} from '@goodoffices/core'
import {
  equalBytes,
  type InvitationSecret,
  type InvitationSide,
  makeAnswer,
  type Secret,
  secretToText,
  textToSecret,
  type Value,
} from '@goodoffices/log'
import { toFields } from '../fields.ts'
import type { MailLog } from '../log/mail-log.ts'
import { isOnlyOffered, roomsOf } from '../process/held.ts'
import { ok, type Result } from '../result.ts'
import type { Engine } from '../session/engine/engine.ts'
import type { Step } from '../session/engine/ground.ts'
import type { Job } from '../session/outbox.ts'
import { toText } from '../text.ts'
import type { Claims } from './claims.ts'
import { hearReveal, holdMailbox, isWriting, mailStep } from './exchange.ts'
import { Hearing } from './hearing.ts'
import { LetterBoxes } from './letter-box.ts'
import { type Moves, readMoves } from './mailbox.ts'

export type KeptJoining = {
  readonly id: RoomId
  readonly secret: InvitationSecret
  readonly nonce: Secret
  readonly relay: RelayCard
  /** `stopped`: the digits differed twice, and it is not tried again. */
  readonly stage: 'waiting' | 'introduced' | 'joined' | 'stopped'
  /** The device whose keys were compared. */
  readonly inviter?: DeviceId
  /** How the guest writes their own name in these talks, where it is not the name of this device's identity. */
  readonly name?: string
  /** The digits that were typed were others once. */
  readonly hasDiffered?: true
}

export type Heard = {
  readonly inviter?: InvitationSide
  readonly code?: string
  readonly reason?: string
  readonly claims?: Claims
}

const isSamePlace = (a: Kept, b: Kept): boolean =>
  a.purpose === 'room' && a.roomKind === b.roomKind && a.party === b.party

const isUnderWay = ({ stage }: KeptJoining): boolean => stage === 'waiting' || stage === 'introduced'

const keyOf = (id: RoomId): string => `joining/${id}`

export class JoiningDesk {
  readonly #engine: Engine
  readonly #kept = new Map<RoomId, KeptJoining>()
  readonly #heard = new Map<RoomId, Heard>()
  readonly #hearing = new Hearing<RoomId>()
  readonly #letters: LetterBoxes

  constructor(engine: Engine) {
    this.#engine = engine
    this.#letters = new LetterBoxes(engine)
  }

  async start(): Promise<void> {
    const { box } = this.#engine
    for (const [key, bytes] of await box.vault.scan('joining/')) {
      const kept = readKept(await box.open(key, bytes))
      if (kept === undefined) continue
      this.#kept.set(kept.id, kept)
      this.#show(kept)
      if (isUnderWay(kept)) await holdMailbox(this.#engine, kept)
    }
    await this.#engine.onMail(async mailbox => {
      const kept = this.#kept.get(mailbox.id)
      if (kept !== undefined) await this.#hear(kept, mailbox)
      if (this.#engine.leads()) await this.#readWelcomes(mailbox)
    })
  }

  /** Those that this device has answered, in the order of answering. */
  get all(): readonly KeptJoining[] {
    return [...this.#kept.values()]
  }

  /** Whether one is under way that was answered with the keys of this device. */
  get isOpen(): boolean {
    return this.all.some(isUnderWay)
  }

  get(id: RoomId): KeptJoining | undefined {
    return this.#kept.get(id)
  }

  /** What the inviter has said so far. */
  heardIn(id: RoomId): Heard | undefined {
    return this.#heard.get(id)
  }

  async #hear(kept: KeptJoining, mailbox: MailLog): Promise<void> {
    if (kept.stage === 'joined' || kept.stage === 'stopped') return
    const moves = readMoves(mailbox.messages)
    const { offer, claims } = moves
    if (offer === undefined) return
    const mine: InvitationSide = { keys: this.#engine.identity.device.publicKeys, nonce: kept.nonce }
    const answer = makeAnswer(offer, mine)
    const known = claims === undefined ? {} : { claims }
    if (moves.isCancelled) {
      this.#heard.set(kept.id, { ...known, reason: 'invitation-cancelled' })
      return this.#tell(kept, mailbox)
    }
    const isAnswered = moves.answers.some(sent => equalBytes(sent, answer))
    if (this.#engine.leads() && !isAnswered && !(await isWriting(this.#engine, kept)))
      await this.#engine.enqueue([await mailStep(kept, answer)])
    const heard = await hearReveal(moves, { secret: kept.secret, mine })
    // INV-39: this guest has sent no such note, or would be on the way no longer.
    const others =
      whoElse(moves, answer) ?? (moves.stopped === undefined ? undefined : 'invitation-sent-back')
    this.#heard.set(kept.id, { ...known, ...heard, ...(others === undefined ? {} : { reason: others }) })
    this.#tell(kept, mailbox)
  }

  #tell({ id, stage }: KeptJoining, { messages }: MailLog): void {
    if (this.#hearing.isNews(id, messages.length, stage)) this.#engine.touch()
  }

  /** Keys sent by the inviter just compared with, or by somebody whom the rooms of the process entitle to send them. */
  async #readWelcomes(mailbox: MailLog): Promise<void> {
    if (this.#engine.home()?.keyring[mailbox.id]?.purpose !== 'mailbox') return
    let isMore = false
    for (const { sender, rooms } of await this.#letters.open(mailbox)) {
      if (await this.#accept(this.#entitled(sender, rooms), sender)) isMore = true
    }
    // What was just read may entitle the sender of another letter.
    if (isMore) await this.#readWelcomes(mailbox)
  }

  /** Whether any of the rooms is new, or has come within reach again. */
  async #accept(rooms: readonly Kept[], sender: DeviceId): Promise<boolean> {
    const home = this.#engine.home()
    if (home === undefined || rooms.length === 0) return false
    const fresh = rooms.filter(
      kept =>
        !Object.hasOwn(home.certificates, kept.room) &&
        (!Object.hasOwn(home.keyring, kept.room) || this.#isShutOutOf(kept)),
    )
    if (fresh.length > 0) {
      const acts = fresh.map(kept => ({ room: home.id, act: { kind: 'key.keep', kept } as const }))
      if (!(await this.#engine.submit(acts)).ok) return false
      for (const kept of fresh) await this.#engine.hold(kept)
      await Promise.all(fresh.map(kept => this.#engine.sync(kept.room)))
    }
    // Last: until then the compared device is believed on its word.
    for (const kept of this.#kept.values()) {
      if (kept.inviter === sender && kept.stage === 'introduced')
        await this.keep({ ...kept, stage: 'joined' })
    }
    return fresh.length > 0
  }

  /** Taken out and brought back: the room is known, and what is written there now is not. */
  #isShutOutOf(kept: Kept): boolean {
    const log = this.#engine.roomLog(kept.room)
    return log?.isShutOut === true && kept.epoch > log.epoch
  }

  /**
   * INV-8: for a process that is new to this member, once, the device whose keys were compared; later the mediators of the
   * process, but not for a delegation, and for rooms of one's own party those who lead it. No letter makes a second table,
   * desk, caucus or delegation of the same party, but where the first was only offered.
   */
  #entitled(sender: DeviceId, letter: readonly Kept[]): readonly Kept[] {
    const lines = Object.values(this.#engine.home()?.keyring ?? {})
    const [first] = letter
    return letter.filter((kept, index) => {
      const { process } = kept
      if (process === undefined || kept.room === this.#engine.identity.home.room) return false
      const ofProcess = lines.filter(line => line.process?.process === process.process)
      const others = [...ofProcess, ...letter.slice(0, index)].filter(line => line.room !== kept.room)
      const same = kept.roomKind === 'group' ? [] : others.filter(line => isSamePlace(line, kept))
      if (!this.#isTheOne(kept, same)) return false
      if (ofProcess.length > 0) return this.#isEntitled(sender, kept)
      const isCompared = [...this.#kept.values()].some(
        each => each.inviter === sender && each.stage === 'introduced',
      )
      return isCompared && process.process === first?.process?.process
    })
  }

  /** Whether no other room stands in its place: what was only offered to somebody who comes is in the place of none. */
  #isTheOne(kept: Kept, same: readonly Kept[]): boolean {
    const standing = same.filter(line => {
      const state = this.#engine.room(line.room)
      return state === undefined || !isOnlyOffered(this.#engine, state)
    })
    return standing.length === 0 || this.#isAdopted(kept, standing)
  }

  /** TEAM-11: the one room in which a caucus goes on, by an act of its party in the room before; and of none before it is it unsaid where it goes on. */
  #isAdopted({ room }: Kept, before: readonly Kept[]): boolean {
    const next = before.map(line => {
      const state = this.#engine.room(line.room)
      return state === undefined ? undefined : successorOf(state)
    })
    return next.every(id => id !== undefined) && next.includes(room)
  }

  #isEntitled(sender: DeviceId, kept: Kept): boolean {
    const { process, roomKind } = kept
    const rooms = process === undefined ? [] : roomsOf(this.#engine, process.process)
    return rooms.some(room => {
      const author = authorOf(room, sender)
      if (!author.ok) return false
      if (isMediator(author.value)) return roomKind !== 'delegation'
      const me = room.members[this.#engine.identity.member]
      const isOwnParty = author.value.party === me?.party && kept.party === me?.party
      return leadsParty(author.value) && isOwnParty && (roomKind === 'delegation' || roomKind === 'caucus')
    })
  }

  /** Durable when it resolves. */
  async keep(kept: KeptJoining): Promise<void> {
    await this.#engine.box.put(keyOf(kept.id), keptToValue(kept))
    this.#hold(kept)
  }

  /** The same in one write with what is said in the mailbox. */
  async keepSaying(kept: KeptJoining, said: Job): Promise<void> {
    const key = keyOf(kept.id)
    await this.#engine.enqueue([said], new Map([[key, await this.#engine.box.seal(key, keptToValue(kept))]]))
    this.#hold(kept)
  }

  #hold(kept: KeptJoining): void {
    this.#kept.set(kept.id, kept)
    this.#show(kept)
    this.#engine.touch()
  }

  /** The same in one write with what is decided. */
  async keepWith(steps: readonly Step[], kept: KeptJoining): Promise<Result<null>> {
    const { box } = this.#engine
    const key = keyOf(kept.id)
    const decided = await this.#engine.submit(steps, new Map([[key, await box.seal(key, keptToValue(kept))]]))
    if (!decided.ok) return decided
    this.#kept.set(kept.id, kept)
    return ok(null)
  }

  /** Until the guest is in: from then on what they need is on the account of the talks. */
  #show({ relay, secret, stage }: KeptJoining): void {
    const { passes } = this.#engine
    if (stage === 'joined' || stage === 'stopped') passes.dropInvitation(relay.address, secret)
    else passes.addInvitation(relay.address, secret)
  }

  /** In one write with what is still said in the mailbox. */
  async forget(id: RoomId, last: readonly Job[] = []): Promise<void> {
    await this.#engine.enqueue(last, new Map([[keyOf(id), null]]))
    const kept = this.#kept.get(id)
    if (kept !== undefined) this.#engine.passes.dropInvitation(kept.relay.address, kept.secret)
    this.#kept.delete(id)
    this.#hearing.forget(id)
    this.#engine.touch()
  }
}

/** INV-31: whether another has answered: before this guest, or after. */
function whoElse({ answers }: Moves, mine: Uint8Array): string | undefined {
  const [first] = answers
  if (first === undefined || answers.every(sent => equalBytes(sent, mine))) return undefined
  return equalBytes(first, mine) ? 'invitation-answered-twice' : 'invitation-used'
}

const keptToValue = ({
  id,
  secret,
  nonce,
  relay,
  stage,
  inviter,
  name,
  hasDiffered,
}: KeptJoining): Value => ({
  id,
  secret: secretToText(secret),
  nonce: secretToText(nonce),
  relay,
  stage,
  ...(inviter === undefined ? {} : { inviter }),
  ...(name === undefined ? {} : { name }),
  ...(hasDiffered === undefined ? {} : { hasDiffered }),
})

function readKept(value: Value | undefined): KeptJoining | undefined {
  const { id, relay, stage, inviter, name, hasDiffered, ...spelled } = toFields(value)
  const secret = textToSecret(toText(spelled['secret']))
  const nonce = textToSecret(toText(spelled['nonce']))
  if (!secret.ok || !nonce.ok) return undefined
  return {
    id: id as string as RoomId,
    secret: secret.value,
    nonce: nonce.value,
    relay: relay as unknown as RelayCard,
    stage: stage as KeptJoining['stage'],
    ...(typeof inviter === 'string' ? { inviter: inviter as DeviceId } : {}),
    ...(typeof name === 'string' ? { name } : {}),
    ...(hasDiffered === true ? { hasDiffered } : {}),
  }
}
