/**
 * A member at work: what this device holds, and acting in a room. Everything larger is a verb: a function that is given the session
 * and stands with what it is about (`process/`, `invitation/`, `device/`, `areas/`, `export/`), none of which is known here.
 */

import type { Act, DeviceId, EntryId, Finding, MemberId, ProcessId, RoomId } from '@goodoffices/core'
import { type Identity, keepIdentity } from '../identity/identity.ts'
import { Inviting } from '../invitation/inviting.ts'
import { JoiningDesk } from '../invitation/joining.ts'
import type { OpenedEntry } from '../log/room-log-parts.ts'
import { decidedIn, type Everywhere } from '../process/decided.ts'
import { type ProcessSummary, processesOf, summaryOf } from '../process/find.ts'
import { currentRoomsOf, earlierOf } from '../process/held.ts'
import { ok, type Result } from '../result.ts'
import { Telling } from '../told/telling.ts'
import { type Looked, openLooked } from '../waiting/looked.ts'
import { DeviceOffering } from './device/offering.ts'
import { Renewing } from './device/renewing.ts'
import { Replacing } from './device/replacing.ts'
import { type Drafts, openDrafts } from './drafts.ts'
import { Engine } from './engine/engine.ts'
import type { Connection, Reading } from './engine/following.ts'
import type { ActStep } from './engine/ground.ts'
import type { EngineOptions } from './engine/options.ts'
import { tellExposure } from './exposure.ts'
import type { Trouble } from './notices.ts'
import type { Outbox } from './outbox.ts'
import { Records } from './records.ts'
import type { SeenRoom } from './seen.ts'
import { openUnwritten, type Unwritten } from './unwritten.ts'

export type Status = {
  readonly connection: Connection
  /** Acts decided and not yet acknowledged. */
  readonly waiting: number
  /** Rooms that are being read and are not there yet, and how far each is. */
  readonly reading: readonly Reading[]
  readonly troubles: readonly Trouble[]
  /** How far this device's clock is ahead of its relay's, in ms; undefined where the relay has not said what time it is. */
  readonly clockAheadMs: number | undefined
}

type Parts = {
  readonly engine: Engine
  readonly inviting: Inviting
  readonly joining: JoiningDesk
  readonly offering: DeviceOffering
  readonly renewing: Renewing
  readonly replacing: Replacing
  readonly telling: Telling
  readonly drafts: Drafts
  readonly looked: Looked
  readonly records: Records
  readonly unwritten: Unwritten
}

async function openParts(options: EngineOptions, outbox?: Outbox): Promise<Parts> {
  const engine = await Engine.open(options, outbox)
  const inviting = new Inviting(engine)
  const joining = new JoiningDesk(engine)
  const offering = new DeviceOffering(engine)
  const renewing = new Renewing(engine)
  const replacing = new Replacing(engine)
  const [drafts, looked, unwritten, telling] = await Promise.all([
    openDrafts(options.box),
    openLooked(options.box),
    openUnwritten(options.box),
    Telling.open(engine),
  ])
  await inviting.start()
  await joining.start()
  await offering.start()
  renewing.start()
  await replacing.start()
  telling.start()
  await tellExposure(engine)
  const records = new Records(engine)
  const devices = { offering, renewing, replacing }
  return { engine, inviting, joining, ...devices, telling, drafts, looked, records, unwritten }
}

export class Session implements Parts {
  #parts: Parts
  /** Each with what ends it. */
  readonly #listeners = new Map<() => void, () => void>()
  /** Of the engines that this one has taken the place of. */
  #versionBefore = 0

  private constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Opens what the device holds; `goOnline` asks the relays. */
  static async open(options: EngineOptions): Promise<Session> {
    return new Session(await openParts(options))
  }

  // For verbs; nobody else reaches into them.
  get engine(): Engine {
    return this.#parts.engine
  }
  get inviting(): Inviting {
    return this.#parts.inviting
  }
  get joining(): JoiningDesk {
    return this.#parts.joining
  }
  get offering(): DeviceOffering {
    return this.#parts.offering
  }
  get renewing(): Renewing {
    return this.#parts.renewing
  }
  get replacing(): Replacing {
    return this.#parts.replacing
  }
  get telling(): Telling {
    return this.#parts.telling
  }
  get drafts(): Drafts {
    return this.#parts.drafts
  }
  get looked(): Looked {
    return this.#parts.looked
  }
  get unwritten(): Unwritten {
    return this.#parts.unwritten
  }
  get records(): Records {
    return this.#parts.records
  }

  /** Goes on as another device of the same member, over the same vault. Durable when it resolves. */
  async become(identity: Identity): Promise<void> {
    const { engine } = this
    await this.#halt()
    await keepIdentity(engine.box, identity)
    await this.#goOn({ ...engine.options, identity })
  }

  /** SYNC-51: goes on as the window that leads, over the vault itself. */
  async lead(over: Pick<EngineOptions, 'box' | 'identity'>, outbox: Outbox): Promise<void> {
    const { elsewhere: _, ...options } = this.engine.options
    await this.#halt()
    await this.#goOn({ ...options, ...over }, outbox)
  }

  async #goOn(options: EngineOptions, outbox?: Outbox): Promise<void> {
    const { engine } = this
    this.#versionBefore += engine.version + 1
    this.#parts = await openParts(options, outbox)
    for (const listener of this.#listeners.keys()) this.#hear(listener)
    for (const listener of this.#listeners.keys()) listener()
    if (engine.isOnline()) await this.goOnline()
  }

  #hear(listener: () => void): void {
    this.#listeners.set(listener, this.engine.subscribe(listener))
  }

  /** Who this device acts for, and which of theirs it is. */
  get me(): { readonly member: MemberId; readonly device: DeviceId; readonly name: string } {
    const { member, name } = this.engine.identity
    return { member, device: this.engine.device, name }
  }

  // Being told

  /** Calls `listener` after every change; returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#hear(listener)
    return () => {
      this.#listeners.get(listener)?.()
      this.#listeners.delete(listener)
    }
  }

  /** Grows with every change of anything this session shows. */
  version(): number {
    return this.#versionBefore + this.engine.version
  }

  /** How it stands with the relays, and what a person should know of. */
  status(): Status {
    return {
      connection: this.engine.connection,
      waiting: this.engine.outbox.waiting().length,
      reading: this.engine.reading,
      troubles: this.engine.troubles(),
      clockAheadMs: this.engine.clockAheadMs,
    }
  }

  // Reading

  /** The talks that this member is or was in. */
  processes(): readonly ProcessSummary[] {
    return processesOf(this.engine)
  }

  /** Undefined where no room of it is held. */
  process(id: ProcessId): ProcessSummary | undefined {
    return summaryOf(this.engine, id)
  }

  /** The rooms of a process that this member holds: the table, the desk, the caucuses, the rest. */
  rooms(process: ProcessId): readonly SeenRoom[] {
    return currentRoomsOf(this.engine, process)
  }

  /** The rooms that a caucus went on from, oldest first: who was not in them does not have them. */
  earlier(room: SeenRoom): readonly SeenRoom[] {
    return earlierOf(this.engine, room)
  }

  /** The room as this member sees it, with what waits to be sent; undefined where it is not held or not yet read. */
  room(id: RoomId): SeenRoom | undefined {
    return this.engine.room(id)
  }

  /** The member's private room: notes, keyring, devices. */
  home(): SeenRoom | undefined {
    return this.engine.home()
  }

  /**
   * The room's record, in order, entries that broke a rule included. Where the device went on from a snapshot, what lies before is
   * read in the background, and the session's version grows when it is there; `readWhole` waits for it.
   */
  entries(room: RoomId): readonly OpenedEntry[] {
    return this.records.entries(room)
  }

  // Acting

  /** Whether this member may do this now: ok, or the rule that refuses it (`room-unknown`, `log-forked`, the room's own codes). */
  checkAct(room: RoomId, act: Act): Result<null> {
    const checked = this.engine.checkAct(room, act)
    return checked.ok ? ok(null) : checked
  }

  /**
   * Durable when it resolves; sent in the background. What a side would read of a mediator goes only where everything that the leak
   * check names in it was `accepted` (`previewAct`): fails with `leak-not-accepted`, and as the room refuses it.
   */
  async act(room: RoomId, act: Act, accepted: readonly Finding[] = []): Promise<Result<EntryId>> {
    const entries = await this.engine.submit([{ room, act, accepted }])
    if (!entries.ok) return entries
    const [entry] = entries.value
    if (entry === undefined) throw new Error('an act without an entry')
    return ok(entry.id)
  }

  /** All or none of them, in this order. Fails as `act` does. */
  async actAll(acts: readonly ActStep[]): Promise<Result<Everywhere>> {
    const entries = await this.engine.submit(acts)
    return entries.ok ? ok(decidedIn(this.engine, entries.value)) : entries
  }

  // The relays

  /** Resolves when nothing waits, or when what waits cannot be sent now. */
  async settle(): Promise<void> {
    await this.engine.settle()
    await this.offering.settled()
    await this.renewing.attend()
    await this.replacing.settled()
    await this.engine.settle()
  }

  /** Reads every log once, follows them live where the session is live, and sends what waits. What could not be read is in `status`. */
  async goOnline(): Promise<void> {
    await this.engine.goOnline()
    await this.renewing.attend()
    await this.telling.attend()
  }

  /** Reads a room to its end. Fails where it could not be read so far, and says why. */
  sync(room: RoomId): Promise<Result<null>> {
    return this.engine.sync(room)
  }

  /** Stops all work and closes the vault. What waits is sent in a later session. */
  async close(): Promise<void> {
    await this.#halt()
    await this.engine.close()
  }

  async #halt(): Promise<void> {
    await this.engine.halt()
    await this.offering.settled()
    await this.renewing.settled()
    await this.replacing.settled()
    await this.telling.settled()
  }
}
