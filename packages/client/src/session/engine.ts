/**
 * A member's device at work: holds the rooms, follows their logs, sends what was decided. It knows nothing of what the acts mean;
 * core says whether they may be, and `process/` and `invitation/` compose the larger ones.
 */

import {
  type Act,
  authorOf,
  checkAct,
  type DeviceId,
  type Member,
  mayBeginEpoch,
  parseAct,
  type RelayCard,
  type RoomId,
  type RoomState,
} from '@goodoffices/core'
import { createEntryId } from '@goodoffices/log'
import type { Identity } from '../identity/identity.ts'
import type { Strongbox } from '../identity/strongbox.ts'
import { endingAmong } from '../log/ending.ts'
import { MailLog } from '../log/mail-log.ts'
import type { Withheld } from '../log/replica.ts'
import { RoomLog } from '../log/room-log.ts'
import { type LiveNews, RelayError, type RelayPage, type RelayPort, toViolation } from '../relay/port.ts'
import { fail, ok, type Result, type Violation } from '../result.ts'
import { VaultError } from '../vault/vault.ts'
import { buriedRooms, keepCertificate } from './burial.ts'
import { type AnyLog, Holdings, type KeptLine } from './holdings.ts'
import { Lines } from './lines.ts'
import { Notices, type Trouble } from './notices.ts'
import { entriesFor, type Job, Outbox, type Pending } from './outbox.ts'
import { changesKeys, copyRoom, project, step } from './projection.ts'
import { Sender } from './sender.ts'

export type Connection = 'offline' | 'connecting' | 'live'

export type EngineOptions = {
  readonly box: Strongbox
  readonly identity: Identity
  /** The relay at an address. */
  readonly relayAt: (address: string) => RelayPort
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Whether to follow the relays live; a command that asks once does not. */
  readonly live: boolean
  /** Which program this is, see `OpenOptions`. */
  readonly stamp: string | undefined
}

/** One of several things decided together: an act for a room, which bears `time` where it is given one, or a job as it is. */
export type Step = { readonly room: RoomId; readonly act: Act; readonly time?: number } | Job

/**
 * After these a log is left alone: what is there cannot be what was there before. A head whose signature does not hold, or a page
 * that does not lead to it, is merely not taken.
 */
const isForking = ({ code }: Violation): boolean => code === 'log-forked' || code === 'log-rolled-back'

export class Engine {
  readonly identity: Identity
  readonly box: Strongbox
  readonly outbox: Outbox
  readonly now: () => number
  readonly #options: EngineOptions
  readonly #held: Holdings
  readonly #ports = new Map<string, RelayPort>()
  readonly #lines: Lines
  readonly #turns = new Map<RoomId, Promise<unknown>>()
  readonly #stopped = new Set<RoomId>()
  /** Logs that their relay did not know when they were last asked for: ours, on their way to be made. */
  readonly #unmade = new Set<RoomId>()
  /** Logs that were not read to their end when they were last asked for, and why. */
  readonly #unread = new Map<RoomId, Violation>()
  /** Rooms of which nothing is left on the device, as far as this run of the program has seen to it. */
  readonly #forgotten = new Set<RoomId>()
  /** Logs of which envelopes are missing, with nothing that says why they may be. */
  readonly #withheld = new Set<RoomId>()
  readonly #notices = new Notices()
  readonly #projections = new Map<
    RoomId,
    { readonly version: number; readonly state: RoomState | undefined }
  >()
  readonly #mailListeners = new Set<(mailbox: MailLog) => Promise<void>>()
  readonly #homeListeners = new Set<() => Promise<void>>()
  readonly #sender: Sender
  #connection: Connection = 'offline'
  #isClosed = false

  private constructor(options: EngineOptions, outbox: Outbox) {
    this.#options = options
    this.identity = options.identity
    this.box = options.box
    this.now = options.now
    this.outbox = outbox
    this.#held = new Holdings({
      box: options.box,
      device: options.identity.device,
      stamp: options.stamp,
      onDamaged: room => this.report({ code: 'replica-damaged', room }),
    })
    this.#lines = new Lines(relay => this.port(relay), {
      news: news => this.#hearNews(news),
      behind: log => this.#inBackground(this.sync(log as RoomId).then(() => this.#follow(log as RoomId))),
      state: state => {
        this.#connection = state
        this.touch()
        if (state === 'live') this.#sender.wake()
      },
    })
    this.#sender = new Sender(this)
  }

  /** Opens what the device holds. Nothing is asked of a relay yet: see `goOnline`. */
  static async open(options: EngineOptions): Promise<Engine> {
    const engine = new Engine(options, await Outbox.open(options.box))
    const { unreadable } = engine.outbox
    if (unreadable > 0) engine.report({ code: 'outbox-unreadable', count: unreadable })
    const { home } = options.identity
    await engine.hold({
      room: home.room,
      purpose: 'room',
      relay: home.relay,
      epoch: home.epoch,
      key: home.key,
    })
    await engine.holdKept()
    await engine.#forgetBuried()
    return engine
  }

  get device(): DeviceId {
    return this.identity.device.id
  }

  // What is held

  /** The room as this member sees it now; undefined where it is not held or not yet read. */
  room(id: RoomId): RoomState | undefined {
    const version = this.#notices.versionOf(id)
    const cached = this.#projections.get(id)
    if (cached !== undefined && cached.version === version) return cached.state
    const pending = this.outbox.waiting().flatMap(({ job }) => entriesFor(job, id))
    const state = project(this.#held.room(id)?.state, pending, { id, device: this.device })
    this.#projections.set(id, { version, state })
    return state
  }

  home(): RoomState | undefined {
    return this.room(this.identity.home.room)
  }

  roomLog(id: RoomId): RoomLog | undefined {
    return this.#held.room(id)
  }

  mailbox(id: RoomId): MailLog | undefined {
    return this.#held.mailbox(id)
  }

  relayOf(id: RoomId): RelayCard {
    return this.#held.relayOf(id) ?? this.identity.home.relay
  }

  port(relay: RelayCard): RelayPort {
    let port = this.#ports.get(relay.address)
    if (port === undefined) {
      if (!URL.canParse(relay.address)) throw new RelayError('address-unreadable', { address: relay.address })
      port = this.#options.relayAt(relay.address)
      this.#ports.set(relay.address, port)
    }
    return port
  }

  /** Begins to hold a log: opens the local copy, and follows it where the device is online. */
  async hold(kept: KeptLine): Promise<void> {
    const { room: id } = kept
    const held = await this.#held.open(kept)
    if (held === 'unreadable') return this.report({ code: 'keyring-unreadable', room: id })
    if (held === 'known') return
    const [room, mailbox] = [this.#held.room(id), this.#held.mailbox(id)]
    if (room !== undefined) this.#reportFaults(id, room)
    if (mailbox !== undefined) await this.#deliverMail(mailbox)
    this.touch(id)
    if (this.#connection !== 'offline' || this.#lines.isOpen) this.#follow(id)
  }

  readWhole(id: RoomId): Promise<RoomLog | undefined> {
    return this.#held.readWhole(id)
  }

  /** Holds everything on the keyring that is not held yet, and learns keys of later epochs that another device has put there. */
  async holdKept(): Promise<void> {
    const home = this.home()
    if (home === undefined) return
    // Side by side: each is opened from a copy of its own, and waits mostly for the vault and for WebCrypto.
    const holding = Object.values(home.keyring).map(async kept => {
      const log = this.#held.room(kept.room)
      if (log !== undefined && kept.epoch > log.epoch && kept.room !== home.id) {
        await this.hold(kept)
        await log.read([])
        this.touch(kept.room)
      } else if (this.#held.log(kept.room) === undefined) await this.hold(kept)
    })
    await Promise.all(holding)
  }

  // Acting

  checkAct(room: RoomId, act: Act): Result<Member> {
    const state = this.room(room)
    if (state === undefined) return fail('room-unknown')
    if (this.#stopped.has(room)) return fail('log-forked')
    const parsed = parseAct(act)
    if (!parsed.ok) return parsed
    const author = authorOf(state, this.device)
    if (!author.ok) return author
    const checked = checkAct(state, author.value, act)
    return checked.ok ? author : checked
  }

  pend(act: Act): Pending {
    return { id: createEntryId(), act, time: this.now() }
  }

  /**
   * Decides steps, in this order, all or none: checks each act against what the steps before lead to, keeps them durably, in
   * one write with what else in the vault changes, and sends them in the background.
   */
  async submit(
    steps: readonly Step[],
    also?: ReadonlyMap<string, Uint8Array | null>,
  ): Promise<Result<readonly Pending[]>> {
    const lastIn = new Map(
      steps.flatMap((each, index) => ('act' in each ? [[each.room, index] as const] : [])),
    )
    const states = new Map<RoomId, RoomState>()
    const jobs: Job[] = []
    const entries: Pending[] = []
    for (const [index, decided] of steps.entries()) {
      if (!('act' in decided)) {
        jobs.push(decided)
        const begun =
          decided.kind === 'create' && lastIn.has(decided.room)
            ? project(undefined, decided.entries, { id: decided.room, device: this.device })
            : undefined
        if (begun !== undefined) states.set(begun.id, begun)
        continue
      }
      const { room, act, time } = decided
      const known = states.get(room) ?? this.room(room)
      if (known === undefined) return fail('room-unknown', { room })
      if (this.#stopped.has(room)) return fail('log-forked', { room })
      const parsed = parseAct(act)
      if (!parsed.ok) return parsed
      const author = authorOf(known, this.device)
      if (!author.ok) return author
      const checked = checkAct(known, author.value, act)
      if (!checked.ok) return checked
      const entry = { ...this.pend(act), ...(time === undefined ? {} : { time }) }
      entries.push(entry)
      addEntry(jobs, {
        room,
        entry,
        beginsEpoch: changesKeys(act) && mayBeginEpoch(known, author.value),
      })
      // A copy is as long as the room, and only of use where another act follows in it.
      if (lastIn.get(room) === index) continue
      const copy = states.has(room) ? known : copyRoom(known)
      step(copy, entry, { id: room, device: this.device })
      states.set(room, copy)
    }
    await this.enqueue(jobs, also)
    return ok(entries)
  }

  /** Keeps jobs, and what else in the vault changes with them, in one write. */
  async enqueue(jobs: readonly Job[], also?: ReadonlyMap<string, Uint8Array | null>): Promise<void> {
    await this.outbox.add(jobs, also)
    for (const job of jobs) {
      if ('room' in job) this.touch(job.room)
    }
    this.touch()
    this.#sender.wake()
  }

  #mayRekey(room: RoomId): boolean {
    const state = this.room(room)
    const author = state === undefined ? undefined : authorOf(state, this.device)
    return state !== undefined && author?.ok === true && mayBeginEpoch(state, author.value)
  }

  /** Whether the relay has shown this log in a way that cannot be joined to what was there before. */
  isStopped(id: RoomId): boolean {
    return this.#stopped.has(id)
  }

  /** Whether the room's record was destroyed, as far as this device knows: nothing is written there any more. */
  isOver(id: RoomId): boolean {
    return (
      this.#held.room(id)?.state?.destroyed !== undefined ||
      Object.hasOwn(this.home()?.certificates ?? {}, id)
    )
  }

  /** Whether the log has gone on with envelopes missing: what is written there could not be seen to stand. */
  isWithheld(id: RoomId): boolean {
    return this.#withheld.has(id)
  }

  /** Resolves when nothing waits to be sent, or when what waits cannot be sent now. */
  settle(): Promise<void> {
    return this.#sender.settled()
  }

  // Following

  /** Reads every held log and sends what waits; follows live where asked to. Resolves when all have been read once. */
  async goOnline(): Promise<void> {
    await this.sync(this.identity.home.room)
    await this.holdKept()
    await Promise.all(this.#held.ids.map(id => this.sync(id)))
    // A letter is believed by what its rooms say of its sender, which may have been read only now.
    await Promise.all(
      this.#held.mailboxes.map(mailbox => this.#inTurn(mailbox.id, () => this.#deliverMail(mailbox))),
    )
    for (const id of this.#held.ids) this.#follow(id)
    this.#sender.wake()
  }

  /** Logs that were not read to their end when they were last asked for, and why. */
  get unread(): ReadonlyMap<RoomId, Violation> {
    return this.#unread
  }

  /**
   * Reads a log to its end: up to a head that its relay has signed since it was asked. Fails where it could not be read so far, and
   * says why; what was read before stays. Whoever decides by what a log says, decides only where this is ok.
   */
  sync(id: RoomId): Promise<Result<null>> {
    return this.#inTurn(id, async () => {
      const read = await this.#readToEnd(id)
      const before = this.#unread.get(id)
      if (read.ok || this.#held.log(id) === undefined) this.#unread.delete(id)
      else this.#unread.set(id, read.error)
      if (read.ok && before !== undefined) this.withdraw(before.code, id)
      return read
    })
  }

  async #readToEnd(id: RoomId): Promise<Result<null>> {
    const log = this.#held.log(id)
    if (log === undefined) return fail(this.isOver(id) ? 'record-destroyed' : 'room-unknown')
    if (this.#stopped.has(id)) return fail('log-forked')
    if (this.#isClosed) return fail('relay-unreachable', { address: this.relayOf(id).address })
    try {
      const read = await this.#readPages(id, log)
      if (!read.ok) return read
      // A log that the relay did not know yet refused to be followed: now it can be.
      if (this.#unmade.delete(id)) this.#follow(id)
      await this.#afterSync(id, log)
      return this.#checkWhole(id, log)
    } catch (error) {
      if (!(error instanceof RelayError)) throw error
      if (error.code === 'relay/unknown-log') {
        this.#unmade.add(id)
        this.#lines.forget(id)
      }
      if (!this.#options.live && error.isPassing) this.#connection = 'offline'
      if (error.code !== 'relay/unknown-log' && !error.isPassing) this.report({ code: error.code, room: id })
      return { ok: false, error: toViolation(error, this.relayOf(id).address) }
    }
  }

  /** Page by page, up to the head that the last of them was signed with. */
  async #readPages(id: RoomId, log: AnyLog): Promise<Result<null>> {
    const port = this.port(this.relayOf(id))
    for (;;) {
      const { access } = log
      if (access === undefined) return fail('keys-withheld')
      const askedAt = log.replica.size
      const { next } = log.replica
      const page = await port.read(id, access, next)
      if (!this.#options.live) this.#connection = 'live'
      const taken = await this.#take(id, log, page, askedAt)
      if (!taken.ok) return taken
      if (taken.value === 'more' && log.replica.next === next) {
        this.report({ code: 'relay-withholds', room: id })
        return fail('relay-withholds')
      }
      if (taken.value === 'end' && log.access === access) return ok(null)
    }
  }

  /** Whether all that stands in the log as far as it was shown has been read. */
  #checkWhole(id: RoomId, log: AnyLog): Result<null> {
    if (this.#stopped.has(id)) return fail('log-forked')
    if (this.#withheld.has(id)) return fail('envelope-withheld')
    if (log instanceof MailLog || this.isOver(id)) return ok(null)
    if (log.state?.newer !== undefined) return fail('rules-newer')
    if (log.isShutOut) return fail('keys-withheld')
    return log.isKeyedOtherwise ? fail('keys-refused') : ok(null)
  }

  /** Takes what a relay answered to our own append, without asking again. */
  take(id: RoomId, page: RelayPage): Promise<void> {
    return this.#inTurn(id, async () => {
      const log = this.#held.log(id)
      if (log !== undefined) await this.#take(id, log, page, 0)
    })
  }

  /** Whether there is more to read. Fails with what of the page is not believed. */
  async #take(id: RoomId, log: AnyLog, page: RelayPage, askedAt: number): Promise<Result<'more' | 'end'>> {
    const taken = await log.replica.take(page, askedAt)
    if (!taken.ok) {
      if (isForking(taken.error)) this.#stopped.add(id)
      this.report({ ...taken.error, room: id })
      return taken
    }
    if (taken.value.kind === 'more') return ok('more')
    if (taken.value.kind === 'nothing-new') return ok('end')
    if (taken.value.kind === 'withheld') {
      await this.#meetEnd(id, log, taken.value)
      return ok('end')
    }
    this.#withheld.delete(id)
    await log.read(taken.value.records)
    this.touch(id)
    await this.#afterReading(id, log)
    return ok('end')
  }

  /** Envelopes are missing: because the room has ended, or because the relay keeps them back. */
  async #meetEnd(id: RoomId, log: AnyLog, withheld: Withheld): Promise<void> {
    const ending = log instanceof RoomLog ? await endingAmong(log, withheld) : undefined
    if (log instanceof RoomLog && ending !== undefined) {
      this.#withheld.delete(id)
      await keepCertificate(this, log, ending)
    } else this.#withheld.add(id)
  }

  /** Also those that are not held: a run of the program that ended in between may have left something of them. */
  async #forgetBuried(): Promise<void> {
    for (const room of buriedRooms(this)) if (!this.#forgotten.has(room)) await this.#forget(room)
  }

  /** Nothing of a room is held here any more. In its turn, so that nothing that is being read is written behind it. */
  #forget(id: RoomId): Promise<void> {
    return this.#inTurn(id, async () => {
      await this.#held.forget(id)
      this.#lines.forget(id)
      this.#unread.delete(id)
      this.#withheld.delete(id)
      this.#projections.delete(id)
      this.#forgotten.add(id)
      this.touch(id)
    })
  }

  async #afterReading(id: RoomId, log: AnyLog): Promise<void> {
    if (log instanceof MailLog) return this.#deliverMail(log)
    if (id === this.identity.home.room) {
      await this.holdKept()
      await this.#forgetBuried()
      for (const listener of this.#homeListeners) await listener()
    }
    await this.#held.keepSnapshot(log)
    this.#reportFaults(id, log)
  }

  /** What the log as a whole asks for, whether it has just been read or a stopped device left it so. */
  async #afterSync(id: RoomId, log: AnyLog): Promise<void> {
    if (this.#stopped.has(id)) return
    if (log instanceof RoomLog && log.state?.destroyed !== undefined) {
      if (!this.#isBurying(id)) await this.enqueue([{ kind: 'bury', room: id }])
      return
    }
    if (this.isOver(id)) return
    // Told only now: keys among what is there may have led to more.
    if (this.#withheld.has(id))
      return this.report({ code: 'envelope-withheld', room: id, size: log.replica.size })
    if (log instanceof MailLog) return
    const { state } = log
    if (state?.newer !== undefined) return this.report({ code: 'rules-newer', room: id })
    if (log.isKeyedOtherwise) return this.report({ code: 'keys-refused', room: id })
    // Whoever was taken out is shut out rightly; whoever is in the room, or was told that they are, is not.
    const isOut = state !== undefined && !authorOf(state, this.device).ok
    if (log.isShutOut && !isOut) return this.report({ code: 'keys-withheld', room: id })
    if (state === undefined || isOut) return
    if (state.rekeyDue && this.#mayRekey(id) && !this.#isChangeWaiting(id)) {
      await this.enqueue([{ kind: 'change', room: id, entries: [] }])
    }
  }

  /** Somebody wrote on top of a log that is not this one: the relay has shown two, or a member says so. */
  #reportFaults(id: RoomId, log: RoomLog): void {
    const split = log.faults.find(({ violation }) => violation.code === 'entry-of-another-log')
    if (split !== undefined) this.report({ code: 'entry-of-another-log', room: id, position: split.position })
    const newer =
      log.state === undefined && log.faults.some(({ violation }) => violation.code === 'rules-newer')
    if (newer) this.report({ code: 'rules-newer', room: id })
  }

  #isChangeWaiting(id: RoomId): boolean {
    return this.outbox.waiting().some(({ job }) => job.kind === 'change' && job.room === id)
  }

  /** Or was, and a relay that refuses to delete is the member's to deal with. */
  #isBurying(id: RoomId): boolean {
    const items = [...this.outbox.waiting(), ...this.outbox.refused()]
    return items.some(({ job }) => job.kind === 'bury' && job.room === id)
  }

  async #deliverMail(mailbox: MailLog): Promise<void> {
    for (const listener of this.#mailListeners) await listener(mailbox)
  }

  /** Calls `listener` whenever something lies in a mailbox, now and later. It may be called again for the same message. */
  async onMail(listener: (mailbox: MailLog) => Promise<void>): Promise<void> {
    this.#mailListeners.add(listener)
    for (const mailbox of this.#held.mailboxes) await listener(mailbox)
  }

  /** Calls `listener` now and whenever this member's own room has been read. */
  async onHome(listener: () => Promise<void>): Promise<void> {
    this.#homeListeners.add(listener)
    await listener()
  }

  #follow(id: RoomId): void {
    if (!this.#options.live || this.#isClosed || this.#stopped.has(id) || this.#unmade.has(id)) return
    const log = this.#held.log(id)
    const access = log?.access
    if (log === undefined || access === undefined) return
    this.#lines.follow(id, { relay: this.relayOf(id), size: log.replica.size, access })
  }

  #hearNews(news: LiveNews): void {
    const id = news.log as RoomId
    const taken = this.#inTurn(id, async () => {
      const log = this.#held.log(id)
      if (log === undefined || this.#stopped.has(id)) return
      const heard = await this.#take(id, log, news, 0)
      if (heard.ok && heard.value === 'more') this.#inBackground(this.sync(id))
      else await this.#afterSync(id, log)
    })
    this.#inBackground(taken.then(() => this.#follow(id)))
  }

  /** A device that cannot keep what was read says so; it is read again later. */
  #inBackground(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      if (!(error instanceof VaultError)) throw error
      this.report({ code: error.code })
    })
  }

  #inTurn<T>(id: RoomId, work: () => Promise<T>): Promise<T> {
    const turn = (this.#turns.get(id) ?? Promise.resolve()).then(work)
    this.#turns.set(
      id,
      turn.catch(() => {}),
    )
    return turn
  }

  // What a person is told

  get connection(): Connection {
    return this.#connection
  }

  get version(): number {
    return this.#notices.version
  }

  subscribe(listener: () => void): () => void {
    return this.#notices.subscribe(listener)
  }

  touch(id?: RoomId): void {
    this.#notices.touch(id)
  }

  report(trouble: Trouble): void {
    this.#notices.report(trouble)
  }

  withdraw(code: string, room?: RoomId): void {
    this.#notices.withdraw(code, room)
  }

  /** What was reported, and what was refused for good. */
  troubles(): readonly Trouble[] {
    return [
      ...this.#notices.troubles,
      ...this.outbox.refused().map(
        ({ job, refused }): Trouble => ({
          ...(refused ?? { code: 'refused' }),
          ...('room' in job ? { room: job.room } : {}),
        }),
      ),
    ]
  }

  /** Stops all work and leaves the vault open. */
  async halt(): Promise<void> {
    this.#isClosed = true
    this.#sender.stop()
    this.#lines.close()
    await Promise.all(this.#turns.values())
    await this.#sender.settled()
  }

  async close(): Promise<void> {
    await this.halt()
    await this.box.vault.close()
  }
}

/** What changes the roster goes with the keys that follow, and with what else changes it just before; the rest as it comes. */
function addEntry(
  jobs: Job[],
  {
    room,
    entry,
    beginsEpoch,
  }: { readonly room: RoomId; readonly entry: Pending; readonly beginsEpoch: boolean },
): void {
  const last = jobs.at(-1)
  if (!beginsEpoch) jobs.push({ kind: 'entry', room, entry })
  else if (last?.kind === 'change' && last.room === room)
    jobs[jobs.length - 1] = { ...last, entries: [...last.entries, entry] }
  else jobs.push({ kind: 'change', room, entries: [entry] })
}
