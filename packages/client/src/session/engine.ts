/**
 * A member's device at work: holds the rooms, follows their logs, sends what was decided. It knows nothing of what the acts mean;
 * core says whether they may be, and `process/` and `invitation/` compose the larger ones.
 */

import {
  type Act,
  authorOf,
  checkAct,
  type DeviceId,
  type Kept,
  type Member,
  mayBeginEpoch,
  parseAct,
  type RelayCard,
  type RoomId,
  type RoomState,
} from '@goodoffices/core'
import {
  createEntryId,
  type EpochKey,
  type NoteVerifier,
  textToSecret,
  textToVerifier,
} from '@goodoffices/log'
import type { Identity } from '../identity/identity.ts'
import type { Strongbox } from '../identity/strongbox.ts'
import { MailLog } from '../log/mail-log.ts'
import { Replica } from '../log/replica.ts'
import { RoomLog } from '../log/room-log.ts'
import { keepSnapshot, readSnapshot, snapshotEntriesMin } from '../log/snapshot.ts'
import { type LiveConnection, RelayError, type RelayPage, type RelayPort } from '../relay/port.ts'
import { fail, ok, type Result, type Violation } from '../result.ts'
import { VaultError } from '../vault/vault.ts'
import { entriesFor, type Job, Outbox, type Pending } from './outbox.ts'
import { changesKeys, copyRoom, project, step } from './projection.ts'
import { Sender } from './sender.ts'

export type Connection = 'offline' | 'connecting' | 'live'

/** Something a person should know of: a relay that showed two logs, words that were refused, a damaged copy. */
export type Trouble = Violation & { readonly room?: string }

export type EngineOptions = {
  readonly box: Strongbox
  readonly identity: Identity
  /** The relay at an address. */
  readonly relayAt: (address: string) => RelayPort
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Whether to follow the relays live; a command that asks once does not. */
  readonly live: boolean
}

type AnyLog = RoomLog | MailLog

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
  readonly #rooms = new Map<RoomId, RoomLog>()
  readonly #mail = new Map<RoomId, MailLog>()
  readonly #relayOf = new Map<RoomId, RelayCard>()
  readonly #ports = new Map<string, RelayPort>()
  readonly #lives = new Map<string, LiveConnection>()
  readonly #followed = new Map<RoomId, string>()
  /** The size of each room's log at its last snapshot. */
  readonly #snapshotAt = new Map<RoomId, number>()
  readonly #holding = new Map<RoomId, Promise<void>>()
  readonly #turns = new Map<RoomId, Promise<void>>()
  readonly #stopped = new Set<RoomId>()
  /** Logs that their relay did not know when they were last asked for: ours, on their way to be made. */
  readonly #unmade = new Set<RoomId>()
  readonly #unreached = new Set<RoomId>()
  readonly #troubles = new Map<string, Trouble>()
  readonly #projections = new Map<
    RoomId,
    { readonly version: number; readonly state: RoomState | undefined }
  >()
  readonly #versions = new Map<RoomId, number>()
  readonly #listeners = new Set<() => void>()
  readonly #mailListeners = new Set<(mailbox: MailLog) => Promise<void>>()
  readonly #homeListeners = new Set<() => Promise<void>>()
  readonly #sender: Sender
  #connection: Connection = 'offline'
  #version = 0
  #isClosed = false

  private constructor(options: EngineOptions, outbox: Outbox) {
    this.#options = options
    this.identity = options.identity
    this.box = options.box
    this.now = options.now
    this.outbox = outbox
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
    return engine
  }

  get device(): DeviceId {
    return this.identity.device.id
  }

  // What is held

  /** The room as this member sees it now; undefined where it is not held or not yet read. */
  room(id: RoomId): RoomState | undefined {
    const version = this.#versions.get(id) ?? 0
    const cached = this.#projections.get(id)
    if (cached !== undefined && cached.version === version) return cached.state
    const pending = this.outbox.waiting().flatMap(({ job }) => entriesFor(job, id))
    const state = project(this.#rooms.get(id)?.state, pending, { id, device: this.device })
    this.#projections.set(id, { version, state })
    return state
  }

  home(): RoomState | undefined {
    return this.room(this.identity.home.room)
  }

  roomLog(id: RoomId): RoomLog | undefined {
    return this.#rooms.get(id)
  }

  mailbox(id: RoomId): MailLog | undefined {
    return this.#mail.get(id)
  }

  relayOf(id: RoomId): RelayCard {
    return this.#relayOf.get(id) ?? this.identity.home.relay
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
  async hold(
    kept: Omit<Kept, 'key'> & { readonly key: Kept['key'] | Identity['home']['key'] },
  ): Promise<void> {
    const secret = typeof kept.key === 'string' ? textToSecret(kept.key) : ok(kept.key)
    const relay = textToVerifier(kept.relay.verifier)
    if (!secret.ok || !relay.ok) return this.report({ code: 'keyring-unreadable', room: kept.room })
    // One copy of a log, whoever asks for it first.
    while (this.#holding.has(kept.room)) await this.#holding.get(kept.room)
    const known = this.#rooms.get(kept.room)
    if (known !== undefined) return known.learn(kept.epoch, secret.value)
    if (this.#mail.has(kept.room)) return
    this.#relayOf.set(kept.room, kept.relay)
    const holding =
      kept.purpose === 'mailbox'
        ? this.#holdMailbox(kept.room, relay.value, secret.value)
        : this.#holdRoom(kept.room, relay.value, { epoch: kept.epoch, key: secret.value })
    this.#holding.set(
      kept.room,
      holding.finally(() => this.#holding.delete(kept.room)),
    )
    await this.#holding.get(kept.room)
    const mailbox = this.#mail.get(kept.room)
    if (mailbox !== undefined) await this.#deliverMail(mailbox)
    this.touch(kept.room)
    if (this.#connection !== 'offline' || this.#lives.size > 0) this.#follow(kept.room)
  }

  async #holdMailbox(id: RoomId, relay: NoteVerifier, key: EpochKey): Promise<void> {
    const { replica, records, damaged } = await Replica.open(id, { vault: this.box.vault, relay })
    if (damaged) this.report({ code: 'replica-damaged', room: id })
    const mailbox = await MailLog.open(id, replica, key)
    await mailbox.read(records)
    this.#mail.set(id, mailbox)
  }

  async #holdRoom(
    id: RoomId,
    relay: NoteVerifier,
    known: { readonly epoch: number; readonly key: EpochKey },
  ): Promise<void> {
    const { vault } = this.box
    const snapshot = await readSnapshot(this.box, id)
    const { replica, records, isFrom, damaged } = await Replica.open(id, {
      vault,
      relay,
      ...(snapshot === undefined ? {} : { from: snapshot.tree }),
    })
    if (damaged) this.report({ code: 'replica-damaged', room: id })
    const { device } = this.identity
    const parts = isFrom ? snapshot?.parts : undefined
    const log = new RoomLog({ id, replica, device, ...(parts === undefined ? {} : { parts }) })
    for (const { epoch, key } of [...(parts?.keys ?? []), known]) await log.learn(epoch, key)
    this.#snapshotAt.set(id, parts?.size ?? 0)
    await log.read(records)
    this.#rooms.set(id, log)
    await this.#keepSnapshot(log)
    this.#reportFaults(id, log)
  }

  /** Once enough has been read since the last one. */
  async #keepSnapshot(log: RoomLog): Promise<void> {
    const { size } = log.replica
    if (
      log.state === undefined ||
      log.isShutOut ||
      size - (this.#snapshotAt.get(log.id) ?? 0) < snapshotEntriesMin
    )
      return
    this.#snapshotAt.set(log.id, size)
    await keepSnapshot(this.box, log)
  }

  /** The whole record of a room, verified again from its first entry; undefined where the room is not held. */
  async readWhole(id: RoomId): Promise<RoomLog | undefined> {
    const log = this.#rooms.get(id)
    if (log === undefined || log.readFrom === 0) return log
    const { replica, records } = await Replica.open(id, { vault: this.box.vault, relay: log.replica.relay })
    const whole = new RoomLog({ id, replica, device: this.identity.device })
    for (const { epoch, key } of log.epochKeys()) await whole.learn(epoch, key)
    await whole.read(records)
    return whole
  }

  /** Holds everything on the keyring that is not held yet, and learns keys of later epochs that another device has put there. */
  async holdKept(): Promise<void> {
    const home = this.home()
    if (home === undefined) return
    for (const kept of Object.values(home.keyring)) {
      const log = this.#rooms.get(kept.room)
      if (log !== undefined && kept.epoch > log.epoch && kept.room !== home.id) {
        await this.hold(kept)
        await log.read([])
        this.touch(kept.room)
      } else if (log === undefined && !this.#mail.has(kept.room)) await this.hold(kept)
    }
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
        beginsEpoch: changesKeys(act.kind) && mayBeginEpoch(known, author.value),
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

  /** Resolves when nothing waits to be sent, or when what waits cannot be sent now. */
  settle(): Promise<void> {
    return this.#sender.settled()
  }

  // Following

  /** Reads every held log and sends what waits; follows live where asked to. Resolves when all have been read once. */
  async goOnline(): Promise<void> {
    await this.sync(this.identity.home.room)
    await this.holdKept()
    await Promise.all([...this.#rooms.keys(), ...this.#mail.keys()].map(id => this.sync(id)))
    // A letter is believed by what its rooms say of its sender, which may have been read only now.
    await Promise.all(
      [...this.#mail].map(([id, mailbox]) => this.#inTurn(id, () => this.#deliverMail(mailbox))),
    )
    for (const id of [...this.#rooms.keys(), ...this.#mail.keys()]) this.#follow(id)
    this.#sender.wake()
  }

  /** Logs that could not be read when they were last asked for. */
  get unreached(): ReadonlySet<RoomId> {
    return this.#unreached
  }

  /** Reads a log to its end. An unreachable relay leaves things as they are. */
  sync(id: RoomId): Promise<void> {
    return this.#inTurn(id, async () => {
      const log = this.#log(id)
      if (log === undefined || this.#stopped.has(id) || this.#isClosed) return
      try {
        const port = this.port(this.relayOf(id))
        for (;;) {
          const { access } = log
          if (access === undefined) return
          const askedAt = log.replica.size
          const { next } = log.replica
          const page = await port.read(id, access, next)
          if (!this.#options.live) this.#connection = 'live'
          const isMore = await this.#take(id, log, page, askedAt)
          if (isMore && log.replica.next === next) return this.report({ code: 'relay-withholds', room: id })
          if (!isMore && log.access === access) break
        }
        this.#unreached.delete(id)
        // A log that the relay did not know yet refused to be followed: now it can be.
        if (this.#unmade.delete(id)) this.#follow(id)
        await this.#afterSync(id, log)
      } catch (error) {
        if (!(error instanceof RelayError)) throw error
        if (error.code === 'relay/unknown-log') {
          this.#unmade.add(id)
          this.#followed.delete(id)
        }
        if (error.isPassing) this.#unreached.add(id)
        if (!this.#options.live && error.isPassing) this.#connection = 'offline'
        if (error.code !== 'relay/unknown-log' && !error.isPassing)
          this.report({ code: error.code, room: id })
      }
    })
  }

  /** Takes what a relay answered to our own append, without asking again. */
  take(id: RoomId, page: RelayPage): Promise<void> {
    return this.#inTurn(id, async () => {
      const log = this.#log(id)
      if (log !== undefined) await this.#take(id, log, page, 0)
    })
  }

  /** Whether there is more to read. */
  async #take(id: RoomId, log: AnyLog, page: RelayPage, askedAt: number): Promise<boolean> {
    const taken = await log.replica.take(page, askedAt)
    if (!taken.ok) {
      if (isForking(taken.error)) this.#stopped.add(id)
      this.report({ ...taken.error, room: id })
      return false
    }
    if (taken.value.kind === 'more') return true
    if (taken.value.kind === 'nothing-new') return false
    await log.read(taken.value.records)
    this.touch(id)
    await this.#afterReading(id, log)
    return false
  }

  async #afterReading(id: RoomId, log: AnyLog): Promise<void> {
    if (log instanceof MailLog) return this.#deliverMail(log)
    if (id === this.identity.home.room) {
      await this.holdKept()
      for (const listener of this.#homeListeners) await listener()
    }
    await this.#keepSnapshot(log)
    this.#reportFaults(id, log)
  }

  /** What the log as a whole asks for, whether it has just been read or a stopped device left it so. */
  async #afterSync(id: RoomId, log: AnyLog): Promise<void> {
    if (log instanceof MailLog || this.#stopped.has(id)) return
    const { state } = log
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
  }

  #isChangeWaiting(id: RoomId): boolean {
    return this.outbox.waiting().some(({ job }) => job.kind === 'change' && job.room === id)
  }

  async #deliverMail(mailbox: MailLog): Promise<void> {
    for (const listener of this.#mailListeners) await listener(mailbox)
  }

  /** Calls `listener` whenever something lies in a mailbox, now and later. It may be called again for the same message. */
  async onMail(listener: (mailbox: MailLog) => Promise<void>): Promise<void> {
    this.#mailListeners.add(listener)
    for (const mailbox of this.#mail.values()) await listener(mailbox)
  }

  /** Calls `listener` now and whenever this member's own room has been read. */
  async onHome(listener: () => Promise<void>): Promise<void> {
    this.#homeListeners.add(listener)
    await listener()
  }

  #follow(id: RoomId): void {
    if (!this.#options.live || this.#isClosed) return
    const relay = this.relayOf(id)
    const log = this.#log(id)
    const access = log?.access
    if (log === undefined || access === undefined || this.#stopped.has(id) || this.#unmade.has(id)) return
    if (!URL.canParse(relay.address)) return
    const mark = access.publicKey.join()
    if (this.#followed.get(id) === mark) return
    this.#followed.set(id, mark)
    this.#liveAt(relay).follow(id, log.replica.size, access)
  }

  #liveAt(relay: RelayCard): LiveConnection {
    const known = this.#lives.get(relay.address)
    if (known !== undefined) return known
    const live = this.port(relay).live({
      news: news => {
        const id = news.log as RoomId
        const taken = this.#inTurn(id, async () => {
          const log = this.#log(id)
          if (log === undefined || this.#stopped.has(id)) return
          if (await this.#take(id, log, news, 0)) this.#inBackground(this.sync(id))
          else await this.#afterSync(id, log)
        })
        this.#inBackground(taken.then(() => this.#follow(id)))
      },
      behind: log => this.#inBackground(this.sync(log as RoomId).then(() => this.#follow(log as RoomId))),
      state: state => {
        this.#connection = state
        this.touch()
        if (state === 'live') this.#sender.wake()
      },
    })
    this.#lives.set(relay.address, live)
    return live
  }

  #log(id: RoomId): AnyLog | undefined {
    return this.#rooms.get(id) ?? this.#mail.get(id)
  }

  /** A device that cannot keep what was read says so; it is read again later. */
  #inBackground(work: Promise<void>): void {
    work.catch((error: unknown) => {
      if (!(error instanceof VaultError)) throw error
      this.report({ code: error.code })
    })
  }

  #inTurn(id: RoomId, work: () => Promise<void>): Promise<void> {
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
    return this.#version
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Something changed: in this room, or in general. */
  touch(id?: RoomId): void {
    this.#version += 1
    if (id !== undefined) this.#versions.set(id, (this.#versions.get(id) ?? 0) + 1)
    for (const listener of this.#listeners) listener()
  }

  troubles(): readonly Trouble[] {
    return [
      ...this.#troubles.values(),
      ...this.outbox.refused().map(
        ({ job, refused }): Trouble => ({
          ...(refused ?? { code: 'refused' }),
          ...('room' in job ? { room: job.room } : {}),
        }),
      ),
    ]
  }

  report(trouble: Trouble): void {
    this.#troubles.set(`${trouble.code} ${trouble.room ?? ''}`, trouble)
    this.touch()
  }

  /** Said once what was reported no longer holds. */
  withdraw(code: string, room?: RoomId): void {
    if (this.#troubles.delete(`${code} ${room ?? ''}`)) this.touch()
  }

  /** Stops all work and leaves the vault open. */
  async halt(): Promise<void> {
    this.#isClosed = true
    this.#sender.stop()
    for (const live of this.#lives.values()) live.close()
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
