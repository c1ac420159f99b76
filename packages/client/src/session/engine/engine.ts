/**
 * A member's device at work: holds the rooms, follows their logs, sends what was decided. It knows nothing of what the acts mean;
 * core says whether they may be and what they bring about, and `process/` and `invitation/` compose the larger ones.
 */

import {
  type Act,
  type DeviceId,
  type Member,
  type RelayCard,
  type RoomId,
  type RoomState,
} from '@goodoffices/core'
import { createEntryId, type Device } from '@goodoffices/log'
import type { Identity } from '../../identity/identity.ts'
import type { Strongbox } from '../../identity/strongbox.ts'
import { MailLog } from '../../log/mail-log.ts'
import { Overlay, type Pending } from '../../log/overlay.ts'
import { RoomLog } from '../../log/room-log.ts'
import { readRelayCard } from '../../relay/card.ts'
import type { RelayPage, RelayPort } from '../../relay/port.ts'
import { Ports } from '../../relay/ports.ts'
import { ok, type Result, type Violation } from '../../result.ts'
import { buriedRooms, keepCertificate } from '../burial.ts'
import { type AnyLog, Holdings, type KeptLine } from '../holdings.ts'
import { learnKept } from '../keeping.ts'
import { Notices, type Trouble } from '../notices.ts'
import { type AnyOutbox, type Item, type Job, Outbox } from '../outbox.ts'
import { Passes } from '../passes.ts'
import { Sender } from '../sending/sender.ts'
import { undoMs } from '../undo-time.ts'
import { checkNow, decide } from './acting.ts'
import { attendTo, goesOnUnheld, tellFaults } from './attending.ts'
import { type Connection, Following, type Reading } from './following.ts'
import type { Also, Ground, Placed, SendingGround, Step } from './ground.ts'
import type { EngineOptions } from './options.ts'
import type { Standing } from './standing.ts'

/** By then a screen has been painted. */
const snapshotDelayMs = 500

const isSending = (ground: Ground): ground is SendingGround => ground.outbox instanceof Outbox

export class Engine implements Ground {
  readonly options: EngineOptions
  readonly identity: Identity
  readonly box: Strongbox
  readonly outbox: AnyOutbox
  readonly passes: Passes
  readonly now: () => number
  readonly #held: Holdings
  readonly #ports: Ports
  readonly #following: Following
  /** None in a window that does not lead. */
  readonly #sender: Sender | undefined
  readonly #notices = new Notices()
  /** Rooms that are decided and that no log has yet. */
  readonly #begun = new Map<RoomId, Overlay>()
  readonly #mailListeners = new Set<(mailbox: MailLog) => Promise<void>>()
  readonly #homeListeners = new Set<() => Promise<void>>()
  readonly #halting = Promise.withResolvers<void>()
  /** Of rooms that were opened from their first entry. */
  readonly #snapshots: Promise<void>[] = []
  /** Whether the relays have been asked since it was opened. */
  readonly isOnline = (): boolean => this.#following.isOnline

  private constructor(options: EngineOptions, { outbox, passes }: Pick<Engine, 'outbox' | 'passes'>) {
    this.identity = options.identity
    this.box = options.box
    this.now = options.now
    this.outbox = outbox
    this.passes = passes
    this.options = options
    this.#ports = new Ports(options.relayAt)
    this.#held = new Holdings({
      box: options.box,
      device: options.identity.device,
      former: options.identity.former?.device,
      stamp: options.stamp,
      onDamaged: room => this.report({ code: 'replica-damaged', room }),
    })
    this.#following = new Following({
      ground: this,
      held: this.#held,
      isLive: options.live,
      onRead: (id, log) => this.#afterReading(id, log),
      onWhole: async (id, log) => void (this.leads() && (await attendTo(this, id, log))),
      onEnding: async (log, ending) => void (this.leads() && (await keepCertificate(this, log, ending))),
      onReached: () => this.#sender?.wake(),
    })
    this.#sender = isSending(this) ? new Sender(this) : undefined
  }

  /** Opens what the device holds, over an outbox that is open already, where one is. Nothing is asked of a relay yet: see `goOnline`. */
  static async open(options: EngineOptions, own?: Outbox): Promise<Engine> {
    const opening = own ?? options.elsewhere ?? Outbox.open(options.box)
    const [outbox, passes] = await Promise.all([opening, Passes.open(options.box)])
    const engine = new Engine(options, { outbox, passes })
    const { unreadable } = engine.outbox
    if (unreadable > 0) engine.report({ code: 'outbox-unreadable', count: unreadable })
    // What was still here when the program ended is named again before it goes.
    if (engine.leads()) for (const { id } of outbox.heldBack()) outbox.holdBack(id, options.now() + undoMs)
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

  /** SYNC-51: whether what a log or a letter asks of this device is done here, and not by another of its windows. */
  readonly leads = (): boolean => this.#sender !== undefined

  get device(): DeviceId {
    return this.identity.device.id
  }

  deviceIn(state: RoomState): Device {
    return this.#held.room(state.id)?.actingIn(state) ?? this.identity.device
  }

  // What is held

  room(id: RoomId, extra: readonly Pending[] = []): RoomState | undefined {
    const waiting = [...this.outbox.pendingIn(id), ...extra]
    const log = this.#held.room(id)
    if (log?.isBegun === true) {
      this.#begun.delete(id)
      return log.show(waiting)
    }
    if (waiting.length === 0) return undefined
    const begun = this.#begun.get(id) ?? new Overlay({ id, device: this.device })
    this.#begun.set(id, begun)
    return begun.show(undefined, waiting)
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
    return this.#ports.of(relay)
  }

  /** The time by a relay's clock, ms since 1970, as far as it has said so. */
  relayTime(relay: RelayCard): number | undefined {
    const aheadMs = this.port(relay).aheadMs?.()
    return aheadMs === undefined ? undefined : this.now() + aheadMs
  }

  /** How far this device's clock is ahead of that of its member's own relay, in ms. */
  get clockAheadMs(): number | undefined {
    const { relay } = this.identity.home
    const aheadMs = URL.canParse(relay.address) ? this.port(relay).aheadMs?.() : undefined
    return aheadMs === undefined ? undefined : -aheadMs
  }

  /** The same, asked for where it is not known; undefined where the relay cannot be reached. */
  async askTime(relay: RelayCard): Promise<number | undefined> {
    if (this.relayTime(relay) === undefined) await readRelayCard(this.port(relay), relay.address)
    return this.relayTime(relay)
  }

  /** Begins to hold a log: opens the local copy, and follows it where the device is online. */
  async hold(kept: KeptLine): Promise<void> {
    const { room: id } = kept
    const held = await this.#held.open(kept)
    if (held === 'unreadable') return this.report({ code: 'keyring-unreadable', room: id })
    if (held === 'known') return
    const [room, mailbox] = [this.#held.room(id), this.#held.mailbox(id)]
    if (room !== undefined) {
      tellFaults(this, id, room)
      this.#keepSnapshotLater(room)
    }
    if (mailbox !== undefined) await this.#deliverMail(mailbox)
    this.touch()
    this.#following.followToo(id)
  }

  /** Whoever opened a long room has it before them first; the end of the session does not wait so long. */
  #keepSnapshotLater(room: RoomLog): void {
    if (!this.leads() || !this.#held.isSnapshotDue(room)) return
    const later = new Promise(resolve => setTimeout(resolve, snapshotDelayMs))
    const kept = Promise.race([later, this.#halting.promise]).then(() =>
      this.#following.inTurn(room.id, () => this.#held.keepSnapshot(room)),
    )
    this.#following.inBackground(kept)
    this.#snapshots.push(kept)
  }

  /** A room's record verified again from its first entry, see `Holdings.readWhole`. */
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
        this.touch()
      } else if (this.#held.log(kept.room) === undefined) await this.hold(kept)
      const held = this.#held.room(kept.room)
      if (held !== undefined && kept.room !== home.id) await learnKept(held, home)
    })
    await Promise.all(holding)
  }

  letGo(id: RoomId): void {
    this.#following.inBackground(this.#following.forget(id, () => this.#held.forget(id)))
  }

  // Acting

  /** Whether this member may do this now: the author, where so. */
  checkAct(room: RoomId, act: Act): Result<Member> {
    return checkNow(this, room, act)
  }

  /**
   * Decides steps, in this order, all or none: checks each act against what the steps before lead to, keeps them durably, in
   * one write with what else in the vault changes, and sends them in the background. What an act brings about is decided with it.
   */
  async submit(steps: readonly Step[], also?: Also, heldMs = 0): Promise<Result<readonly Placed[]>> {
    const decided = decide(this, steps)
    if (!decided.ok) return decided
    await this.enqueue(decided.value.jobs, also, heldMs)
    return ok(decided.value.entries)
  }

  /** Keeps jobs, and what else in the vault changes with them, in one write. */
  async enqueue(jobs: readonly Job[], also?: Also, heldMs = 0): Promise<void> {
    const held = heldMs === 0 ? undefined : { id: createEntryId(), until: this.now() + heldMs }
    await this.outbox.add(jobs, also, held)
    this.wake()
  }

  /** What waits may go. */
  wake(): void {
    this.touch()
    this.#sender?.wake()
  }

  rests({ held }: Item): boolean {
    const isAlone = this.options.live && this.connection === 'offline'
    return held !== undefined && (isAlone || held.until > this.now())
  }

  standing = (id: RoomId): Standing => this.#following.standings.of(id)

  /** Why a log was not read to its end when it was last asked for; undefined where it was, or was not asked for. */
  whyUnread = (id: RoomId): Violation | undefined => this.#following.standings.whyUnread(id)

  isOver(id: RoomId): boolean {
    return this.#held.room(id)?.endedAt !== undefined || Object.hasOwn(this.home()?.certificates ?? {}, id)
  }

  /** Resolves when nothing waits to be sent, or when what waits cannot be sent now. */
  settle = (): Promise<void> => this.#sender?.settled() ?? Promise.resolve()

  // Following

  /** Reads every held log and sends what waits; follows live where asked to. Resolves when all have been read once. */
  async goOnline(): Promise<void> {
    await this.sync(this.identity.home.room)
    await this.holdKept()
    await Promise.all(this.#held.ids.map(id => this.sync(id)))
    // A letter is believed by what its rooms say of its sender, which may have been read only now.
    await Promise.all(
      this.#held.mailboxes.map(mailbox =>
        this.#following.inTurn(mailbox.id, () => this.#deliverMail(mailbox)),
      ),
    )
    this.#following.followAll()
    this.#sender?.wake()
  }

  sync(id: RoomId): Promise<Result<null>> {
    return this.#following.sync(id)
  }

  take(id: RoomId, page: RelayPage): Promise<Result<null>> {
    return this.#following.take(id, page)
  }

  /** Logs that were not read to their end when they were last asked for, and why. */
  unread(): readonly { readonly room: RoomId; readonly why: Violation }[] {
    return this.#held.ids.flatMap(room => {
      const why = this.whyUnread(room)
      return why === undefined ? [] : [{ room, why }]
    })
  }

  /** Logs that are being read and are not there yet. */
  get reading(): readonly Reading[] {
    return this.#following.reading
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

  /** Also those that are not held: a run of the program that ended in between may have left something of them. */
  async #forgetBuried(): Promise<void> {
    for (const room of buriedRooms(this))
      if (this.standing(room).kind !== 'forgotten')
        await this.#following.forget(room, () => this.#held.forget(room))
  }

  async #afterReading(id: RoomId, log: AnyLog): Promise<void> {
    if (log instanceof MailLog) return this.#deliverMail(log)
    if (id === this.identity.home.room) {
      await this.holdKept()
      await this.#forgetBuried()
      for (const listener of this.#homeListeners) await listener()
    }
    if (this.leads()) await this.#held.keepSnapshot(log)
    tellFaults(this, id, log)
    // The letter to the room in which it goes on may have come before the party had said so.
    if (goesOnUnheld(this, log))
      for (const mailbox of this.#held.mailboxes)
        void this.#following.inTurn(mailbox.id, () => this.#deliverMail(mailbox))
  }

  async #deliverMail(mailbox: MailLog): Promise<void> {
    for (const listener of this.#mailListeners) await listener(mailbox)
  }

  // What a person is told

  get connection(): Connection {
    return this.#following.connection
  }

  get version(): number {
    return this.#notices.version
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#notices.subscribe(listener)

  touch(): void {
    this.#notices.touch()
  }

  report(trouble: Trouble): void {
    this.#notices.report(trouble)
  }

  withdraw(code: string, room?: RoomId): void {
    this.#notices.withdraw(code, room)
  }

  /** What was reported, and what was refused for good. */
  troubles = (): readonly Trouble[] => [...this.#notices.troubles, ...this.outbox.troubles()]

  /** Stops all work and leaves the vault open. */
  async halt(): Promise<void> {
    this.#sender?.stop()
    this.#halting.resolve()
    await Promise.allSettled(this.#snapshots)
    await this.#following.close()
    await this.#sender?.settled()
  }

  async close(): Promise<void> {
    await this.halt()
    await this.box.vault.close()
  }
}
