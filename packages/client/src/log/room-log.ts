/**
 * A room as one member's device holds it: the verified copy of its log, the epoch keys, and the state that follows. Every record
 * is taken in order; what cannot be opened, or is not by who it says, is set down as a fault and changes nothing.
 */

import {
  applyEntry,
  applyEpoch,
  beginRoom,
  type DeviceCard,
  type DeviceId,
  type Entry,
  type EntryId,
  type RoomId,
  type RoomState,
  specOf,
} from '@goodoffices/core'
import {
  type AccessKey,
  accessWindowMs,
  type Device,
  type EpochKey,
  equalBytes,
  type OpenedKeys,
  peekEnvelope,
  type ReceivedKeys,
  verifyingMax,
} from '@goodoffices/log'
import { actingDevice, listedDevice, type OwnDevices, ownDevices } from '../identity/acting-device.ts'
import type { RelayRecord } from '../relay/port.ts'
import { fail, type Result, type Violation } from '../result.ts'
import { EpochOrder } from './epoch-order.ts'
import { Epochs, type Peeked } from './epochs.ts'
import { NamedDevices } from './named-devices.ts'
import { Overlay, type Pending } from './overlay.ts'
import { fault, openRecord, peek, type Read, toEntry, verifyRead } from './read-record.ts'
import type { Replica } from './replica.ts'
import {
  type Fault,
  type Founding,
  listFault,
  type OpenedEntry,
  type Ordered,
  placedBytes,
  type RoomLogParts,
} from './room-log-parts.ts'
import { type StateTexts, stateToTexts } from './state-pieces.ts'
import { type KeysEnvelope, Stewardship } from './stewardship.ts'
import { checkWhole } from './whole-epoch.ts'

export class RoomLog {
  readonly id: RoomId
  readonly replica: Replica
  readonly #overlay: Overlay
  readonly #epochs: Epochs
  readonly #cards = new NamedDevices()
  /** Taken and not yet read, for want of a key. */
  #unread: Ordered[] = []
  readonly #order: EpochOrder
  /** The keys envelope of the first epoch, until the entry after it says who founded the room. */
  #founding: Founding | undefined
  readonly #own: OwnDevices | undefined
  /** Who administers the epoch that the room is in. */
  readonly stewardship: Stewardship
  #state: RoomState | undefined
  readonly entries: OpenedEntry[] = []
  /** The last of them. */
  readonly faults: Fault[] = []
  /** The first entry that names a head which this log never had: kept for good, whatever came after it. */
  splitAt: number | undefined
  /** The last keys, in this reading, that the room has not taken. */
  refusedAt: number | undefined
  /** The position from which `entries` are here: 0 where the whole log was read. */
  readonly readFrom: number = 0

  /** `parts`: where an earlier reading of this log had got to. */
  constructor(
    options: Partial<OwnDevices> & {
      readonly id: RoomId
      readonly replica: Replica
      readonly parts?: RoomLogParts
    },
  ) {
    this.id = options.id
    this.replica = options.replica
    const { id, device, former, parts } = options
    this.#own = device && { device, former }
    this.#epochs = new Epochs(id, ownDevices(this.#own))
    this.stewardship = new Stewardship(parts?.stewardship)
    this.#order = new EpochOrder(parts?.logEpoch)
    const own = device?.id ?? ('' as DeviceId)
    this.#overlay = new Overlay({ id, device: own, deviceIn: state => this.actingIn(state)?.id ?? own })
    if (parts === undefined) return
    this.#state = parts.state
    this.faults.push(...parts.faults)
    this.splitAt = parts.splitAt
    this.readFrom = parts.size
    this.#cards.add(parts.cards)
  }

  /** Which of this program's devices acts where the room has come to; undefined for a reader without one. */
  actingIn(state: RoomState): Device | undefined {
    return this.#own && actingDevice(this.#own, state, this.stewardship.parts.stewards)
  }

  /** The room with what waits laid upon it, as its member sees it; undefined where nothing has been read and nothing waits. */
  show(waiting: readonly Pending[]): RoomState | undefined {
    return this.#overlay.show(this.#state, waiting)
  }

  /** The room as the log has led to it, without what waits. Nothing of it is kept beyond the call. */
  look<T>(read: (state: RoomState | undefined) => T): T {
    return this.#overlay.without(() => read(this.#state))
  }

  /** The same, to be kept: for a log that nobody shows meanwhile. */
  get state(): RoomState | undefined {
    this.#overlay.lift()
    return this.#state
  }

  get isBegun(): boolean {
    return this.#state !== undefined
  }

  /** Whether the entry stands in the log and counts. */
  has(entry: EntryId): boolean {
    return this.look(state => state !== undefined && Object.hasOwn(state.seen, entry))
  }

  /** The position of the certificate that the room's record was destroyed; undefined where there is none. */
  get endedAt(): number | undefined {
    return this.look(state => state?.destroyed?.position)
  }

  /** What a later reading can go on from, the state as texts. Only where a state has been reached. */
  parts(): Omit<RoomLogParts, 'state'> & { readonly state: StateTexts } {
    return {
      size: this.replica.size,
      state: this.look(state => {
        if (state === undefined) throw new Error('a room not read yet')
        return stateToTexts(state)
      }),
      keys: this.epochKeys(),
      cards: this.#cards.cards(),
      faults: this.faults,
      splitAt: this.splitAt,
      stewardship: this.stewardship.parts,
      logEpoch: this.#order.epoch,
    }
  }

  /** Every epoch whose key is known, ascending. */
  epochKeys(): readonly { readonly epoch: number; readonly key: EpochKey }[] {
    return this.#epochs.all()
  }

  /** The signing key of a device that was ever named in the room. */
  signKeyOf(device: DeviceId): Uint8Array | undefined {
    return this.#cards.keysOf(device)?.sign
  }

  /** The card of a device that was ever named in the room. */
  cardOf(device: DeviceId): DeviceCard | undefined {
    return this.#cards.cardOf(device)
  }

  /** Makes an epoch's key known: from the keyring, from a welcome, or because this device began the epoch. */
  learn(epoch: number, key: EpochKey): Promise<void> {
    return this.#epochs.learn(epoch, key)
  }

  /** Keys that an earlier reading of this log has proved. */
  restore(keys: RoomLogParts['keys']): Promise<void> {
    return this.#epochs.restore(keys)
  }

  /** The newest epoch whose key is known; 0 where none is. */
  get epoch(): number {
    return this.#epochs.newest
  }

  epochKey(epoch: number): EpochKey | undefined {
    return this.#epochs.key(epoch)
  }

  /**
   * The newest keys are not those of the epoch that the room is in: they came from somebody who may not begin one, or the log
   * was shown without what came before them. Nothing may be written with them, since it is not known who holds them.
   */
  get isKeyedOtherwise(): boolean {
    return this.#state !== undefined && this.#state.epoch !== this.epoch
  }

  /** What requests about this log are signed with now. */
  get access(): AccessKey | undefined {
    return this.#epochs.access(this.epoch)
  }

  /** The same in an epoch; undefined where its key is not known here. */
  accessIn = (epoch: number): AccessKey | undefined => this.#epochs.access(epoch)

  /** The number of the epoch that comes next in this log, whatever the room has taken of it. */
  get nextEpoch(): number {
    return this.#order.epoch + 1
  }

  /** Keys that the room has not taken stand in its way, and this device, where it administers, can begin an epoch past them. */
  get isPassable(): boolean {
    return (
      this.isKeyedOtherwise &&
      !this.isShutOut &&
      this.#epochs.has(this.#order.epoch) &&
      this.stewardship.secrets().length > 0
    )
  }

  /** Whether whoever administers the room is to begin an epoch: for those who are in it now, past keys that were refused, or to have its side's secret to itself. */
  get isChangeDue(): boolean {
    const own = this.look(state => state && { isDue: state.rekeyDue, device: this.actingIn(state)?.id })
    const isBorrowed = own?.device !== undefined && this.stewardship.isSlotBorrowed(own.device)
    return own?.isDue === true || this.isPassable || isBorrowed
  }

  /** Reads records that the replica has taken. Those that wait for a key are read when it comes. */
  async read(records: readonly RelayRecord[]): Promise<void> {
    const waiting = [...this.#unread, ...records.map(record => this.#inOrder(peek(record)))]
    this.#unread = []
    await this.#epochs.open(waiting.filter(({ isInOrder }) => isInOrder))
    const first = waiting.findIndex(
      ({ peeked, isInOrder }) => isInOrder && peeked?.ok === true && !this.#isReadable(peeked.value.epoch),
    )
    if (first >= 0) this.#unread = waiting.splice(first)
    const open = (at: number): Promise<readonly Read[]> =>
      Promise.all(waiting.slice(at, at + verifyingMax).map(each => this.#open(each)))
    // The engine takes what it is given in order. Opened two batches ahead, one is read here while it verifies the one before.
    let [opening, next] = [open(0), open(verifyingMax)]
    let before: Promise<readonly Read[]> = Promise.resolve([])
    for (let at = 0; at < waiting.length; at += verifyingMax) {
      const reads = await opening
      ;[opening, next] = [next, open(at + 2 * verifyingMax)]
      for (const read of reads) if (read.kind === 'entry') this.#cards.collect(read.act)
      const verifying = Promise.all(reads.map(read => this.#verify(read)))
      await this.#take(await before)
      before = verifying
    }
    await this.#take(await before)
  }

  /** Whether records wait for a key this device was not given: it is no longer, or not yet, of the room. */
  get isShutOut(): boolean {
    return this.#unread.length > 0
  }

  /** Its key is proved, or nobody will ever ask for it. */
  #isReadable(epoch: number): boolean {
    return this.#epochs.has(epoch) || this.#epochs.isPassedOver(epoch)
  }

  #inOrder(peeked: Peeked): Ordered {
    return { ...peeked, isInOrder: this.#order.take(peeked) }
  }

  /** Makes known the keys that records which come next give to this device, though others among them are missing. */
  learnAhead(records: readonly RelayRecord[]): Promise<void> {
    return this.#epochs.open(records.map(peek))
  }

  /** One record by itself, read before or not: genuine as far as the devices go that are known already. */
  async openAlone(record: RelayRecord): Promise<Entry | undefined> {
    const read = await this.#verify(await this.#open(peek(record)))
    return read.kind === 'entry' ? toEntry(read) : undefined
  }

  #open(peeked: Peeked & { readonly isInOrder?: boolean }): Promise<Read> {
    if (peeked.isInOrder === false) return Promise.resolve(fault(peeked.record, 'epoch-out-of-order'))
    return openRecord(peeked, { log: this.id, keyOf: epoch => this.#epochs.key(epoch) })
  }

  #verify(read: Read): Promise<Read> {
    return verifyRead(read, device => this.#cards.keysOf(device))
  }

  async #take(reads: readonly Read[]): Promise<void> {
    for (const read of reads) {
      if (read.kind === 'keys') await this.#beginEpoch(read.record, read.keys)
      else if (read.kind === 'entry') await this.#apply(read)
      else {
        this.#setDown(read)
        if (read.violation.code === 'envelope/epoch') this.#passUnread(read.record)
      }
    }
  }

  /** Without a key nobody can say by whom they are. */
  #passUnread({ envelope, position }: RelayRecord): void {
    const peeked = envelope === undefined ? undefined : peekEnvelope(envelope)
    if (peeked?.ok !== true || peeked.value.kind !== 'k') return
    this.refusedAt = position
    if (peeked.value.stewardKeys !== undefined) this.stewardship.passUnread(peeked.value.stewardKeys)
  }

  async #apply({ record, epoch, signed, act }: Extract<Read, { kind: 'entry' }>): Promise<void> {
    const entry = toEntry({ record, signed, act })
    const { head } = signed.entry
    const seen = this.replica.rootAt(head.size)
    // The author had seen another log than this one: the relay has shown two. The root of one that holds their entry nobody could know.
    if (seen === undefined || !equalBytes(seen, head.root)) {
      this.splitAt ??= record.position
      return this.#setDown(fault(record, 'entry-of-another-log'))
    }
    // The log's own root, which entries of one sitting share: one kept for each would be a sixth of all that is.
    const named = { size: head.size, root: seen }
    if (this.#state === undefined) {
      const begun = beginRoom(this.id, entry)
      if (!begun.ok) return this.#setDown({ kind: 'fault', record, violation: begun.error })
      this.#state = begun.value
      this.#keep(record, epoch, entry, named)
      if (this.#founding === undefined) return
      const { keys, envelope } = this.#founding
      const whole = await this.#checkWhole(keys, envelope, true)
      if (whole.ok) this.stewardship.take(this.#state, whole.value, envelope)
      else this.#setDown(fault(record, 'envelope/author'))
      return
    }
    // What the author says of the time is not believed where the relay says otherwise.
    const ends = specOf(act).ends?.(act)
    if (ends !== undefined && ends > record.time + accessWindowMs)
      return this.#setDown(fault(record, 'retention-not-over'))
    this.#overlay.lift()
    const applied = epoch === this.#state.epoch ? applyEntry(this.#state, entry) : undefined
    if (applied === undefined) this.#setDown(fault(record, 'epoch-out-of-order'))
    else this.#keep(record, epoch, entry, named, applied.ok ? undefined : applied.error)
  }

  async #beginEpoch(record: RelayRecord, keys: OpenedKeys): Promise<void> {
    if (this.#state === undefined) {
      this.#founding ??= { keys, envelope: placedBytes(record) }
      return
    }
    const envelope = placedBytes(record)
    const whole = await this.#checkWhole(keys, envelope)
    if (!whole.ok) return this.#refuse(record, keys, whole.error.code)
    const { epoch, author } = keys
    this.#overlay.lift()
    const begun = applyEpoch(this.#state, { epoch, device: author, position: record.position })
    if (!begun.ok) return this.#refuse(record, keys, begun.error.code)
    this.stewardship.take(this.#state, whole.value, envelope)
  }

  async #refuse(record: RelayRecord, keys: OpenedKeys, code: string): Promise<void> {
    this.#setDown(fault(record, code))
    this.refusedAt = record.position
    const author = this.#cards.keysOf(keys.author)
    if (author === undefined || this.#state === undefined) return
    const received = await this.#epochs.receive(keys.epoch, record.envelope ?? new Uint8Array())
    const seen = received?.ok === true ? received.value : keys
    await this.stewardship.passOver(seen, author, this.#state.epoch)
  }

  /** SYNC-6. Returns the keys as this device was given them, where it is of the room. */
  async #checkWhole(
    keys: OpenedKeys,
    envelope: KeysEnvelope | undefined,
    isFirst = false,
  ): Promise<Result<ReceivedKeys>> {
    const author = this.#cards.keysOf(keys.author)
    if (author === undefined) return fail('envelope/author')
    const self = this.look(state => state && listedDevice(this.#own, state)?.id)
    const received = self && envelope ? await this.#epochs.receive(keys.epoch, envelope.bytes) : undefined
    const opened = { keys, author, self, received, isFirst }
    return this.look(state =>
      state === undefined
        ? fail('room-unknown')
        : checkWhole(state, opened, { stewardship: this.stewardship, epochs: this.#epochs }),
    )
  }

  #keep(
    record: RelayRecord,
    epoch: number,
    entry: Entry,
    head: OpenedEntry['head'],
    violation?: Violation,
  ): void {
    this.entries.push({
      position: record.position,
      placed: record.time,
      epoch,
      entry,
      head,
      ...(violation === undefined ? {} : { violation }),
    })
  }

  #setDown(read: Read): void {
    if (read.kind === 'fault') listFault(this.faults, read)
  }
}
