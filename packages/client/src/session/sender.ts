/** Sends the outbox, one item after the other, until each stands in its log. */

import {
  applyEpoch,
  authorOf,
  type Contact,
  type ConveyanceId,
  type DeviceCard,
  type DeviceId,
  isPresent,
  type Kept,
  type MemberId,
  type RoomId,
  type RoomState,
} from '@goodoffices/core'
import {
  type AccessKey,
  createAccessKey,
  createEpochKey,
  type EpochKey,
  encode,
  makeKeysEnvelope,
  peekEnvelope,
  plaintextBytesMax,
  recipientsMax,
  sealEnvelope,
  sealTo,
  secretToText,
  signEntry,
  textToSecret,
  type Value,
} from '@goodoffices/log'
import { sealMail } from '../log/mail-log.ts'
import { cardToKeys, keysRecipients, type RoomLog } from '../log/room-log.ts'
import { carryNow } from '../process/conveying.ts'
import { answerToRecords, type RelayAnswer, RelayError, toViolation } from '../relay/port.ts'
import { fail, ok, type Result, type Violation } from '../result.ts'
import { VaultError } from '../vault/vault.ts'
import { buryRoom } from './burial.ts'
import type { Engine } from './engine.ts'
import type { AnyLog } from './holdings.ts'
import type { Item, Job, Pending } from './outbox.ts'
import { copyRoom, step } from './projection.ts'

const retryMsMin = 1_000
const retryMsMax = 60_000
/** Tries at a change of keys that others win, before it waits. */
const racesMax = 20
/** Refusals that end when the host or its clock is put right: what was decided waits for that. */
const needsTheHost: ReadonlySet<string> = new Set([
  'relay/log-full',
  'relay/store-full',
  'relay/creation-token',
  'relay/unauthenticated',
])

type EntryJob = Extract<Job, { kind: 'entry' }>

type Writing = {
  readonly logId: RoomId
  readonly epoch: number
  readonly epochKey: EpochKey
  readonly access: AccessKey
  readonly head: { readonly size: number; readonly root: Uint8Array }
}

export const welcomeContext = (mailbox: RoomId): Value => ['welcome', mailbox]

export class Sender {
  readonly #engine: Engine
  #running: Promise<void> | undefined
  #isAskedAgain = false
  #isStopped = false
  #retryMs = retryMsMin
  #timer: ReturnType<typeof setTimeout> | undefined
  /** The trouble told because of which the outbox waits. */
  #told: string | undefined
  /** Logs told of because they could not be asked. */
  readonly #unasked = new Set<RoomId>()

  constructor(engine: Engine) {
    this.#engine = engine
  }

  /** There is something to send, or a relay can be reached again. */
  wake(): void {
    clearTimeout(this.#timer)
    if (this.#isStopped) return
    if (this.#running !== undefined) {
      this.#isAskedAgain = true
      return
    }
    this.#running = this.#run().finally(() => {
      this.#running = undefined
      if (this.#isAskedAgain) {
        this.#isAskedAgain = false
        this.wake()
      }
    })
  }

  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#timer)
  }

  async settled(): Promise<void> {
    while (this.#running !== undefined) await this.#running
  }

  /**
   * One item after the other, each only when the one before stands in its log: so that every entry names the log with the one
   * before in it, and no relay can turn them round.
   */
  async #run(): Promise<void> {
    /** What waits because a log that it hangs on could not be asked: it is passed over, with what must not come before it. */
    const unasked: number[] = []
    for (;;) {
      const item = nextOf(this.#engine.outbox.waiting(), unasked)
      if (this.#isStopped) return
      if (item === undefined) {
        if (unasked.length > 0) this.#retryLater()
        return
      }
      try {
        await this.#finish(item, await this.#send(item))
        this.#retryMs = retryMsMin
        this.#tellWaiting(undefined)
      } catch (error) {
        if (error instanceof Unasked) {
          this.#tellUnasked(error.of, error)
          unasked.push(item.seq)
          continue
        }
        if (error instanceof VaultError) {
          this.#tellWaiting(error.code)
          return this.#retryLater()
        }
        if (!(error instanceof RelayError)) throw error
        const isWaiting = error.isPassing || needsTheHost.has(error.code)
        if (!isWaiting) await this.#finish(item, fail(error.code))
        else {
          this.#tellWaiting(needsTheHost.has(error.code) ? error.code : undefined)
          return this.#retryLater()
        }
      }
    }
  }

  /** Why what was decided waits, where waiting alone does not end it. */
  #tellWaiting(code: string | undefined): void {
    if (code === this.#told) return
    if (this.#told !== undefined) this.#engine.withdraw(this.#told)
    if (code !== undefined) this.#engine.report({ code })
    this.#told = code
  }

  /** Whose log could not be asked before something goes; taken back when it was. */
  #tellUnasked(room: RoomId, error?: RelayError): void {
    if (error !== undefined)
      this.#engine.report({ ...toViolation(error, this.#engine.relayOf(room).address), room })
    else if (this.#unasked.delete(room)) this.#engine.withdraw('relay-unreachable', room)
    if (error !== undefined) this.#unasked.add(room)
  }

  /** Reads a log that something hangs on to its end. Fails where it cannot be read; throws where it may be later. */
  async #ask(room: RoomId): Promise<Result<null>> {
    const read = await this.#engine.sync(room)
    if (read.ok) this.#tellUnasked(room)
    if (read.ok || !mayPass(read.error)) return read
    throw new Unasked(room, read.error)
  }

  /** The log that is written in itself: while it cannot be read, nothing of what waits can be sent. */
  async #readFirst(room: RoomId): Promise<Result<null>> {
    const read = await this.#engine.sync(room)
    if (read.ok || !mayPass(read.error)) return read
    throw toRelayError(read.error)
  }

  #retryLater(): void {
    if (this.#isStopped) return
    this.#timer = setTimeout(() => this.wake(), this.#retryMs)
    this.#retryMs = Math.min(this.#retryMs * 2, retryMsMax)
  }

  /** What was refused for good is set aside with its words. */
  async #finish(item: Item, sent: Result<null>): Promise<void> {
    if (sent.ok) await this.#engine.outbox.remove(item.seq)
    else await this.#engine.outbox.replace({ ...item, refused: sent.error })
    this.#engine.touch('room' in item.job ? item.job.room : undefined)
  }

  #send({ seq, job }: Item): Promise<Result<null>> {
    switch (job.kind) {
      case 'create':
        return this.#create(job)
      case 'entry':
        return this.#sendEntry(seq, job)
      case 'change':
        return this.#change(job.room, job.entries)
      case 'bury':
        return buryRoom(this.#engine, job.room)
      case 'mail':
        return this.#mail(job)
      case 'welcome':
        return this.#welcome(job)
    }
  }

  async #create(job: Extract<Job, { kind: 'create' }>): Promise<Result<null>> {
    const key = textToSecret(job.key)
    if (!key.ok) return fail('keyring-unreadable')
    const answer = await this.#askToCreate(job, await createAccessKey(key.value))
    if (job.entries.length > 0) await this.#engine.holdKept()
    const log = this.#engine.roomLog(job.room) ?? this.#engine.mailbox(job.room)
    // A mailbox of an exchange that is over by now.
    if (log === undefined) return job.entries.length === 0 ? ok(null) : fail('room-unknown')
    if (answer !== undefined) {
      const placed = await this.#acknowledge(log, job.envelopes, answer)
      return placed.ok ? ok(null) : placed
    }
    const read = await this.#readFirst(job.room)
    if (!read.ok) return read
    return (await log.replica.beginsWith(job.envelopes)) ? ok(null) : fail('relay/exists')
  }

  /** The relay's answer; undefined where there is such a log, which reading it shows to be this one or another. */
  async #askToCreate(
    { room, relay, envelopes }: Extract<Job, { kind: 'create' }>,
    access: AccessKey,
  ): Promise<RelayAnswer | undefined> {
    try {
      return await this.#engine.port(relay).create(room, access, envelopes)
    } catch (error) {
      if (error instanceof RelayError && error.code === 'relay/exists') return undefined
      throw error
    }
  }

  /** A delivery is asked again whether it may go, and its parts wait for the desk's word. */
  async #sendEntry(seq: number, job: EntryJob): Promise<Result<null>> {
    const { act } = job.entry
    if (act.kind === 'carry.deliver') {
      const allowed = await this.#carryNow(job.room, act.conveyance)
      if (!allowed.ok) return allowed
    }
    if (job.after === undefined) return this.#place(seq, job)
    const { desk, entry, conveyance } = job.after
    const now = await this.#carryNow(desk, conveyance)
    const state = this.#engine.roomLog(desk)?.state
    const isCarried =
      entry === undefined
        ? state?.conveyances[conveyance]?.standing === 'delivered'
        : state !== undefined && Object.hasOwn(state.seen, entry)
    if (!isCarried) return fail('delivery-not-carried')
    if (!now.ok) return now
    const settled = now.value.find(part => part.room === job.room && part.act.kind === act.kind)
    if (settled === undefined) return ok(null)
    return this.#place(seq, { ...job, entry: { ...job.entry, act: settled.act } })
  }

  /** The desk is the log that is written in; of the caucuses one may be out of reach alone. */
  #carryNow(desk: RoomId, conveyance: ConveyanceId): ReturnType<typeof carryNow> {
    const ask = (room: RoomId): Promise<Result<null>> =>
      room === desk ? this.#readFirst(room) : this.#ask(room)
    return carryNow(this.#engine, { desk, conveyance, ask })
  }

  /** Puts an entry into its log, sealed anew as often as an epoch ends before it gets there. */
  async #place(seq: number, job: EntryJob): Promise<Result<null>> {
    for (let races = 0; races < racesMax; races += 1) {
      const log = this.#engine.roomLog(job.room)
      if (log === undefined) return fail(this.#engine.isOver(job.room) ? 'record-destroyed' : 'room-unknown')
      if (log.state === undefined || log.isKeyedOtherwise) await this.#readFirst(job.room)
      if (isIn(log, job.entry)) return ok(null)
      const writing = this.#writing(log)
      if (!writing.ok) return writing
      const envelope = await this.#sealedEnvelope(writing.value, seq, job)
      if (!envelope.ok) return envelope
      try {
        const port = this.#engine.port(this.#engine.relayOf(job.room))
        const answer = await port.append(job.room, writing.value.access, [envelope.value])
        const placed = await this.#acknowledge(log, [envelope.value], answer)
        return placed.ok ? checkTaken(log, job.entry, placed.value[0]) : placed
      } catch (error) {
        if (!(error instanceof RelayError) || !isOutrun(error)) throw error
        const read = await this.#readFirst(job.room)
        if (!read.ok) return read
      }
    }
    throw new RelayError('relay/busy')
  }

  /**
   * With what an entry is sealed now: the keys of the epoch that the room is in, never others that have merely been sent. Fails
   * where this device has them no longer, or where the newest keys are not the room's.
   */
  #writing(log: RoomLog): Result<Writing> {
    const { state, access, replica } = log
    if (this.#engine.isStopped(log.id)) return fail('log-forked')
    if (this.#engine.isOver(log.id)) return fail('record-destroyed')
    // But not the keys of other rooms: what waits for one's own room waits until its relay gives it out.
    const isHome = log.id === this.#engine.identity.home.room
    if (this.#engine.isWithheld(log.id) && !isHome) return fail('envelope-withheld')
    if (state === undefined) throw new RelayError('nonsense')
    const isMember = authorOf(state, this.#engine.device).ok
    if (!isMember) return fail('no-longer-a-member')
    if (log.isShutOut) return fail('keys-withheld')
    if (log.isKeyedOtherwise) return fail('keys-refused')
    const epochKey = log.epochKey(state.epoch)
    const root = replica.rootAt(replica.size)
    if (epochKey === undefined || access === undefined || root === undefined) return fail('keys-withheld')
    const head = { size: replica.size, root }
    return ok({ logId: log.id, epoch: state.epoch, epochKey, access, head })
  }

  /** Sealed once and kept, so that a repeated sending is the same envelope; anew where its epoch has ended without it. */
  async #sealedEnvelope(writing: Writing, seq: number, job: EntryJob): Promise<Result<Uint8Array>> {
    const kept = this.#engine.outbox.envelopeOf(seq)
    const peeked = kept === undefined ? undefined : peekEnvelope(kept)
    if (kept !== undefined && peeked?.ok === true && peeked.value.epoch === writing.epoch) return ok(kept)
    const envelope = await this.#seal(writing, job.entry)
    if (envelope.ok) await this.#engine.outbox.replace({ seq, job: { ...job, envelope: envelope.value } })
    return envelope
  }

  async #seal(writing: Writing, { id, act, time }: Pending): Promise<Result<Uint8Array>> {
    const { logId, epoch, epochKey, head } = writing
    const plaintext = await signEntry(this.#engine.identity.device, {
      id: id,
      logId,
      epoch,
      head,
      time,
      act: act,
    })
    if (plaintext.length > plaintextBytesMax) return fail('entry-too-long', { max: plaintextBytesMax })
    return ok(await sealEnvelope({ logId, epoch, epochKey, plaintext }))
  }

  /** The acts and the keys of the next epoch in one append, against the very size they were made for. */
  async #change(room: RoomId, entries: readonly Pending[]): Promise<Result<null>> {
    for (let races = 0; races < racesMax; races += 1) {
      const read = await this.#readFirst(room)
      const log = this.#engine.roomLog(room)
      if (log === undefined) return fail(this.#engine.isOver(room) ? 'record-destroyed' : 'room-unknown')
      const unsent = entries.filter(entry => !isIn(log, entry))
      if (unsent.length === 0 && log.state?.rekeyDue !== true) return ok(null)
      const writing = read.ok ? this.#writing(log) : read
      const made = writing.ok ? await this.#makeChange(log, writing.value, unsent) : writing
      // Keys that are due are made by whoever may: where that is no longer this device, nothing of its own is lost.
      if (!made.ok) return entries.length === 0 ? ok(null) : made
      if (!writing.ok) return writing
      const steward = await log.stewardKey()
      // A device that came after this epoch began: whoever was there makes the keys that are due.
      if (steward === undefined) return entries.length === 0 ? ok(null) : fail('keys-withheld')
      try {
        const port = this.#engine.port(this.#engine.relayOf(room))
        const { access, head } = writing.value
        const answer = await port.append(room, access, made.value, { expect: head.size, steward })
        const placed = await this.#acknowledge(log, made.value, answer)
        return placed.ok ? ok(null) : placed
      } catch (error) {
        if (!(error instanceof RelayError) || !isOutrun(error)) throw error
      }
    }
    throw new RelayError('relay/busy')
  }

  /** The entries, and the keys for everybody who is in the room after them. */
  async #makeChange(
    log: RoomLog,
    writing: Writing,
    entries: readonly Pending[],
  ): Promise<Result<readonly Uint8Array[]>> {
    if (log.state === undefined) return fail('room-unknown')
    const after = this.#stateAfter(log.state, entries)
    if (!after.ok) return after
    const roster = keysRecipients(after.value)
    if (roster.length > recipientsMax) return fail('too-many-devices', { max: recipientsMax })
    const envelopes: Uint8Array[] = []
    for (const entry of entries) {
      const sealed = await this.#seal(writing, entry)
      if (!sealed.ok) return sealed
      envelopes.push(sealed.value)
    }
    const keys = await makeKeysEnvelope({
      logId: log.id,
      epoch: writing.epoch + 1,
      epochKey: createEpochKey(),
      previousKey: writing.epochKey,
      isHistoryOpen: log.state.history === 'all',
      roster,
      author: this.#engine.identity.device,
    })
    return ok([...envelopes, keys])
  }

  /** Checked on a copy: whoever may not do this must not begin an epoch either. */
  #stateAfter(state: RoomState, entries: readonly Pending[]): Result<RoomState> {
    let after = copyRoom(state)
    const author = { id: state.id, device: this.#engine.device }
    for (const entry of entries) {
      const next = step(after, entry, author)
      if (!next.ok) return next
      after = next.value
    }
    return applyEpoch(copyRoom(after), {
      epoch: after.epoch + 1,
      device: author.device,
      position: after.size,
    })
  }

  /**
   * Takes the relay's answer, and does not take its word: each envelope must stand where it says, in the log as this device has
   * verified it. Returns the positions.
   */
  async #acknowledge(
    log: AnyLog,
    envelopes: readonly Uint8Array[],
    answer: RelayAnswer,
  ): Promise<Result<readonly number[]>> {
    const records = answerToRecords(envelopes, answer)
    await this.#engine.take(log.id, { records, size: answer.size, checkpoint: answer.checkpoint })
    const read = await this.#readFirst(log.id)
    if (records.every(record => log.replica.holds(record))) return ok(records.map(({ position }) => position))
    if (this.#engine.isStopped(log.id)) return read.ok ? fail('log-forked') : read
    throw new RelayError('nonsense')
  }

  async #mail(job: Extract<Job, { kind: 'mail' }>): Promise<Result<null>> {
    const key = textToSecret(job.key)
    if (!key.ok) return fail('keyring-unreadable')
    const access = await createAccessKey(key.value)
    const answer = await this.#engine.port(job.relay).append(job.log, access, [job.envelope])
    const mailbox = this.#engine.mailbox(job.log)
    if (mailbox === undefined) return ok(null)
    const placed = await this.#acknowledge(mailbox, [job.envelope], answer)
    return placed.ok ? ok(null) : placed
  }

  /** For the devices that the rooms list, whatever a contact says; nothing for rooms that the member did not come to be in. */
  async #welcome(job: Extract<Job, { kind: 'welcome' }>): Promise<Result<null>> {
    const member = job.member as MemberId
    const rooms: Kept[] = []
    const devices = new Map<DeviceId, DeviceCard>()
    for (const id of job.rooms) {
      const seat = this.#engine.roomLog(id)?.state?.members[member]
      const kept = this.#keptNow(id)
      if (seat === undefined || !isPresent(seat) || kept === undefined) continue
      rooms.push(kept)
      for (const card of seat.devices) devices.set(card.device, card)
    }
    if (rooms.length === 0) return fail('not-in-room')
    const contact = this.#contactOf(member, devices)
    const mailboxKey = contact === undefined ? undefined : textToSecret(contact.mailbox.key)
    if (contact === undefined || mailboxKey?.ok !== true) return fail('contact-unknown')
    const { log } = contact.mailbox
    const letter = await sealTo({
      sender: this.#engine.identity.device,
      recipients: [...devices.values()].flatMap(card => cardToKeys(card) ?? []),
      context: welcomeContext(log),
      plaintext: encode({ kind: 'welcome', rooms: rooms as unknown as Value }),
    })
    const envelope = await sealMail(log, mailboxKey.value, encode(['letter', letter]))
    await this.#engine
      .port(this.#engine.relayOf(log))
      .append(log, await createAccessKey(mailboxKey.value), [envelope])
    return ok(null)
  }

  #keptNow(id: RoomId): Kept | undefined {
    const log = this.#engine.roomLog(id)
    const state = log?.state
    const key = log?.epochKey(log.epoch)
    if (log === undefined || state === undefined || key === undefined) return undefined
    return {
      room: id,
      purpose: 'room',
      roomKind: state.kind,
      process: state.process,
      ...(state.party === undefined ? {} : { party: state.party.party }),
      relay: this.#engine.relayOf(id),
      epoch: log.epoch,
      key: secretToText(key),
    }
  }

  /** Where a member can be written to: as somebody has recorded it who recorded the devices that the rooms list. */
  #contactOf(member: MemberId, devices: ReadonlyMap<DeviceId, DeviceCard>): Contact | undefined {
    const contacts = Object.values(this.#engine.home()?.keyring ?? {}).flatMap(
      kept => this.#engine.room(kept.room)?.contacts[member] ?? [],
    )
    return contacts.find(({ card }) => card.devices.some(({ device }) => devices.has(device)))
  }
}

const isIn = (log: RoomLog, { id }: Pending): boolean =>
  log.state !== undefined && Object.hasOwn(log.state.seen, id)

/** What the room made of an entry that now stands in its log at this place: of what it has not read it is not known. */
function checkTaken(log: RoomLog, entry: Pending, position: number | undefined): Result<null> {
  if (isIn(log, entry)) return ok(null)
  const rejected = log.state?.rejected.find(each => each.entry === entry.id)
  const opened = log.entries.findLast(each => each.position === position)
  const fault = log.faults.find(each => each.position === position)
  const refused = rejected?.violation ?? opened?.violation ?? fault?.violation
  return { ok: false, error: refused ?? { code: 'keys-withheld' } }
}

/** A log that something hangs on, and that could not be read now. */
class Unasked extends RelayError {
  readonly of: RoomId
  constructor(of: RoomId, { code, ...data }: Violation) {
    super(code === 'relay-unreachable' ? 'unreachable' : code, data)
    this.of = of
  }
}

const toRelayError = ({ code, ...data }: Violation): RelayError =>
  new RelayError(code === 'relay-unreachable' ? 'unreachable' : code, data)

/** Why a log was not read, where it may be read later without anything being changed about it. */
const mayPass = ({ code }: Violation): boolean =>
  code === 'relay-unreachable' || code === 'checkpoint-refused' || needsTheHost.has(code)

/** The first that neither waits to be asked nor stands behind one that does. */
function nextOf(waiting: readonly Item[], unasked: readonly number[]): Item | undefined {
  const held: Job[] = []
  for (const item of waiting) {
    if (!unasked.includes(item.seq) && !held.some(each => isBehind(item.job, each))) return item
    held.push(item.job)
  }
  return undefined
}

/** What goes into the same log as something that waits, and what hangs on it, does not go before it. */
function isBehind(job: Job, waiting: Job): boolean {
  const isInSameLog = 'room' in job && 'room' in waiting && job.room === waiting.room
  return (
    isInSameLog || (job.kind === 'entry' && waiting.kind === 'entry' && job.after?.entry === waiting.entry.id)
  )
}

/** Somebody else's append came first: read it and try again. */
const isOutrun = (error: RelayError): boolean =>
  error.code === 'relay/stale-epoch' || error.code === 'relay/conflict' || error.code === 'relay/epoch'
