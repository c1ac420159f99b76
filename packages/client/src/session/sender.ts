/** Sends the outbox, one item after the other, until each stands in its log. */

import {
  applyEpoch,
  type Contact,
  type DeviceId,
  type Kept,
  type RoomId,
  type RoomState,
  rosterDevices,
} from '@goodoffices/core'
import {
  createAccessKey,
  createEpochKey,
  encode,
  makeKeysEnvelope,
  sealEnvelope,
  sealTo,
  secretToText,
  sha256,
  signEntry,
  textToSecret,
  type Value,
} from '@goodoffices/log'
import { sealMail } from '../log/mail-log.ts'
import { cardToKeys, type RoomLog } from '../log/room-log.ts'
import { type RelayAnswer, RelayError } from '../relay/port.ts'
import { fail, ok, type Result, type Violation } from '../result.ts'
import type { Engine } from './engine.ts'
import type { Item, Job, Pending } from './outbox.ts'
import { copyRoom, step } from './projection.ts'

const retryMsMin = 1_000
const retryMsMax = 60_000
/** Tries at a change of keys that others win, before it waits. */
const racesMax = 20
/** Entries for one room sent together. */
const batchMax = 128

export const welcomeContext = (mailbox: RoomId): Value => ['welcome', mailbox]

export class Sender {
  readonly #engine: Engine
  #running: Promise<void> | undefined
  #isAskedAgain = false
  #isStopped = false
  #retryMs = retryMsMin
  #timer: ReturnType<typeof setTimeout> | undefined

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

  async #run(): Promise<void> {
    for (;;) {
      const batch = this.#nextBatch()
      if (batch.length === 0 || this.#isStopped) return
      try {
        const sent = await this.#send(batch)
        await this.#finish(batch, sent)
        this.#retryMs = retryMsMin
      } catch (error) {
        if (!(error instanceof RelayError)) throw error
        if (error.isPassing) return this.#retryLater()
        await this.#setAside(batch, { code: error.code })
      }
    }
  }

  #retryLater(): void {
    if (this.#isStopped) return
    this.#timer = setTimeout(() => this.wake(), this.#retryMs)
    this.#retryMs = Math.min(this.#retryMs * 2, retryMsMax)
  }

  /** The next item, with those for the same room that can go in the same request. */
  #nextBatch(): readonly Item[] {
    const waiting = this.#engine.outbox.waiting()
    const [first] = waiting
    if (first === undefined || first.job.kind !== 'entry') return first === undefined ? [] : [first]
    const { room } = first.job
    const end = waiting.findIndex(({ job }) => job.kind !== 'entry' || job.room !== room)
    return waiting.slice(0, Math.min(end < 0 ? waiting.length : end, batchMax))
  }

  async #finish(batch: readonly Item[], sent: Result<null>): Promise<void> {
    if (!sent.ok) return this.#setAside(batch, sent.error)
    for (const item of batch) {
      const refused = this.#refusalOf(item.job)
      if (refused === undefined) await this.#engine.outbox.remove(item.seq)
      else await this.#engine.outbox.replace({ ...item, refused })
      if ('room' in item.job) this.#engine.touch(item.job.room)
    }
    this.#engine.touch()
  }

  async #setAside(batch: readonly Item[], refused: Violation): Promise<void> {
    for (const item of batch) {
      await this.#engine.outbox.replace({ ...item, refused })
      if ('room' in item.job) this.#engine.touch(item.job.room)
    }
    this.#engine.touch()
  }

  /** What the room made of an entry that now stands in its log. */
  #refusalOf(job: Job): Violation | undefined {
    if (job.kind !== 'entry') return undefined
    const rejected = this.#engine
      .roomLog(job.room)
      ?.state?.rejected.find(({ entry }) => entry === job.entry.id)
    return rejected?.violation.code === 'entry-repeated' ? undefined : rejected?.violation
  }

  #send(batch: readonly Item[]): Promise<Result<null>> {
    const [item] = batch
    if (item === undefined) return Promise.resolve(ok(null))
    switch (item.job.kind) {
      case 'create':
        return this.#create(item.job)
      case 'entry':
        return this.#sendEntries(item.job.room, batch)
      case 'change':
        return this.#change(item.job.room, item.job.entries)
      case 'mail':
        return this.#mail(item.job)
      case 'welcome':
        return this.#welcome(item.job)
    }
  }

  async #create(job: Extract<Job, { kind: 'create' }>): Promise<Result<null>> {
    const key = textToSecret(job.key)
    if (!key.ok) return fail('keyring-unreadable')
    const port = this.#engine.port(job.relay)
    try {
      await port.create(job.room, await createAccessKey(key.value), job.envelopes)
    } catch (error) {
      // Made before, by this device, with the answer lost: reading it will show.
      if (!(error instanceof RelayError) || error.code !== 'relay/exists') throw error
    }
    await this.#engine.sync(job.room)
    return ok(null)
  }

  async #sendEntries(room: RoomId, batch: readonly Item[]): Promise<Result<null>> {
    for (let races = 0; races < racesMax; races += 1) {
      const log = this.#engine.roomLog(room)
      if (log === undefined) return fail('room-unknown')
      if (log.state === undefined) await this.#engine.sync(room)
      const items = races === 0 ? batch : batch.map(withoutEnvelope)
      const unsent = items.filter(({ job }) => job.kind === 'entry' && !isIn(log, job.entry))
      if (unsent.length === 0) return ok(null)
      const { access } = log
      if (access === undefined || log.isShutOut) return fail('no-longer-a-member')
      const envelopes = await Promise.all(unsent.map(item => this.#sealedEnvelope(log, item)))
      try {
        const answer = await this.#engine.port(this.#engine.relayOf(room)).append(room, access, envelopes)
        await this.#acknowledge(room, envelopes, answer)
        return ok(null)
      } catch (error) {
        if (!(error instanceof RelayError) || !isOutrun(error)) throw error
        await this.#engine.sync(room)
      }
    }
    throw new RelayError('relay/busy')
  }

  /** Sealed once and kept, so that a repeated sending is the same envelope. */
  async #sealedEnvelope(log: RoomLog, item: Item): Promise<Uint8Array> {
    const { job } = item
    if (job.kind !== 'entry') throw new TypeError('not an entry')
    if (job.envelope !== undefined) return job.envelope
    const envelope = await this.#seal(log, job.entry)
    await this.#engine.outbox.replace({ ...item, job: { ...job, envelope } })
    return envelope
  }

  async #seal(log: RoomLog, { id, act, time }: Pending): Promise<Uint8Array> {
    const { epoch, replica } = log
    const epochKey = log.epochKey(epoch)
    const root = replica.rootAt(replica.size)
    if (epochKey === undefined || root === undefined) throw new TypeError('a room without a key')
    const plaintext = await signEntry(this.#engine.identity.device, {
      id: id as string as Parameters<typeof signEntry>[1]['id'],
      logId: log.id,
      epoch,
      head: { size: replica.size, root },
      time,
      act: act as unknown as Value,
    })
    return sealEnvelope({ logId: log.id, epoch, epochKey, plaintext })
  }

  /** The acts and the keys of the next epoch in one append, against the very size they were made for. */
  async #change(room: RoomId, entries: readonly Pending[]): Promise<Result<null>> {
    for (let races = 0; races < racesMax; races += 1) {
      await this.#engine.sync(room)
      const log = this.#engine.roomLog(room)
      if (log?.state === undefined) return fail('room-unknown')
      const unsent = entries.filter(entry => !isIn(log, entry))
      if (unsent.length === 0 && !log.state.rekeyDue) return ok(null)
      const after = this.#stateAfter(log.state, unsent)
      if (!after.ok) return after
      const { access, epoch } = log
      const previousKey = log.epochKey(epoch)
      if (access === undefined || previousKey === undefined || log.isShutOut)
        return fail('no-longer-a-member')
      const sealed: Uint8Array[] = []
      for (const entry of unsent) sealed.push(await this.#seal(log, entry))
      const roster = rosterDevices(after.value).flatMap(card => cardToKeys(card) ?? [])
      const keys = await makeKeysEnvelope({
        logId: room,
        epoch: epoch + 1,
        epochKey: createEpochKey(),
        previousKey,
        roster,
        author: this.#engine.identity.device,
      })
      const envelopes = [...sealed, keys]
      try {
        const port = this.#engine.port(this.#engine.relayOf(room))
        const answer = await port.append(room, access, envelopes, log.replica.size)
        await this.#acknowledge(room, envelopes, answer)
        return ok(null)
      } catch (error) {
        if (!(error instanceof RelayError) || !isOutrun(error)) throw error
      }
    }
    throw new RelayError('relay/busy')
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
      device: author.device as DeviceId,
      position: after.size,
    })
  }

  async #acknowledge(room: RoomId, envelopes: readonly Uint8Array[], answer: RelayAnswer): Promise<void> {
    const records = envelopes.map((envelope, i) => ({
      position: answer.places[i]?.position ?? -1,
      time: answer.places[i]?.time ?? 0,
      hash: sha256(envelope),
      envelope,
    }))
    await this.#engine.take(room, { records, size: answer.size, checkpoint: answer.checkpoint })
    await this.#engine.sync(room)
  }

  async #mail(job: Extract<Job, { kind: 'mail' }>): Promise<Result<null>> {
    const key = textToSecret(job.key)
    if (!key.ok) return fail('keyring-unreadable')
    await this.#engine.port(job.relay).append(job.log, await createAccessKey(key.value), [job.envelope])
    await this.#engine.sync(job.log)
    return ok(null)
  }

  async #welcome(job: Extract<Job, { kind: 'welcome' }>): Promise<Result<null>> {
    const contact = this.#contactOf(job.member)
    if (contact === undefined) return fail('contact-unknown')
    const mailboxKey = textToSecret(contact.mailbox.key)
    if (!mailboxKey.ok) return fail('contact-unknown')
    const rooms: Kept[] = []
    for (const id of job.rooms) {
      const kept = this.#keptNow(id)
      if (kept !== undefined) rooms.push(kept)
    }
    const { log } = contact.mailbox
    const letter = await sealTo({
      sender: this.#engine.identity.device,
      recipients: contact.card.devices.flatMap(card => cardToKeys(card) ?? []),
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

  #contactOf(member: string): Contact | undefined {
    for (const kept of Object.values(this.#engine.home()?.keyring ?? {})) {
      const contact = this.#engine.room(kept.room)?.contacts[member as Contact['member']]
      if (contact !== undefined) return contact
    }
    return undefined
  }
}

const isIn = (log: RoomLog, { id }: Pending): boolean =>
  log.state !== undefined && Object.hasOwn(log.state.seen, id)

function withoutEnvelope(item: Item): Item {
  if (item.job.kind !== 'entry') return item
  const { envelope: _, ...job } = item.job
  return { ...item, job }
}

/** Somebody else's append came first: read it and try again. */
const isOutrun = (error: RelayError): boolean =>
  error.code === 'relay/stale-epoch' || error.code === 'relay/conflict' || error.code === 'relay/epoch'
