/**
 * A room as one member's device holds it: the verified copy of its log, the epoch keys, and the state that follows. Every record
 * is taken in order; what cannot be opened, or is not by who it says, is set down as a fault and changes nothing.
 */

import {
  type Act,
  applyEntry,
  applyEpoch,
  beginRoom,
  type DeviceCard,
  type DeviceId,
  type Entry,
  type EntryId,
  type RoomId,
  type RoomState,
  rosterDevices,
  specOf,
} from '@goodoffices/core'
import {
  type AccessKey,
  accessWindowMs,
  type Device,
  type DeviceKeys,
  type EpochKey,
  equalBytes,
  type OpenedKeys,
  type SigningKey,
  verifyingMax,
  verifyKeysAuthor,
} from '@goodoffices/log'
import type { RelayRecord } from '../relay/port.ts'
import type { Violation } from '../result.ts'
import { cardsIn, cardToKeys, keysToCard } from './cards.ts'
import { EpochOrder } from './epoch-order.ts'
import { Epochs, type Peeked } from './epochs.ts'
import { Overlay, type Pending } from './overlay.ts'
import { fault, openRecord, peek, type Read, toEntry, verifyRead } from './read-record.ts'
import type { Replica } from './replica.ts'

/** An entry as it stands in the room's log, accepted or not. */
export type OpenedEntry = {
  readonly position: number
  /** The relay's time. */
  readonly placed: number
  readonly epoch: number
  readonly entry: Entry
  readonly head: { readonly size: number; readonly root: Uint8Array }
  readonly violation?: Violation
}

/** A record that is no entry of this room. */
export type Fault = { readonly position: number; readonly violation: Violation }

/** A room's reading, as far as it has come. */
export type RoomLogParts = {
  /** How much of the log had been read. */
  readonly size: number
  readonly state: RoomState
  readonly keys: readonly { readonly epoch: number; readonly key: EpochKey }[]
  readonly cards: readonly DeviceCard[]
  readonly faults: readonly Fault[]
  readonly splitAt: number | undefined
  /** Positions of entries whose authors' clocks differ from the relay's by minutes, and the relay's times. */
  readonly misdated: readonly (readonly [number, number])[]
  /** The keys envelope that began the epoch the room is in. */
  readonly keysEnvelope: KeysEnvelope | undefined
  /** The epoch that the log had reached, whether the room has taken it or not. */
  readonly logEpoch: number
}

export const faultsMax = 1_000

type KeysEnvelope = { readonly position: number; readonly bytes: Uint8Array }
/** A record, and whether an honest relay would have placed it there. */
type Ordered = Peeked & { readonly isInOrder: boolean }
type Founding = { readonly keys: OpenedKeys; readonly envelope: KeysEnvelope | undefined }

export class RoomLog {
  readonly id: RoomId
  readonly replica: Replica
  readonly #overlay: Overlay
  readonly #epochs: Epochs
  readonly #cards = new Map<DeviceId, DeviceKeys>()
  /** Taken and not yet read, for want of a key. */
  #unread: Ordered[] = []
  readonly #order: EpochOrder
  /** The keys envelope of the first epoch, until the entry after it says who founded the room. */
  #founding: Founding | undefined
  /** What began the epoch that the room is in. The steward's secret is looked for there when it is needed. */
  #keysEnvelope: KeysEnvelope | undefined
  #state: RoomState | undefined
  /** When entries were placed whose authors say another time: by position, the relay's. */
  readonly #misdated = new Map<number, number>()
  readonly entries: OpenedEntry[] = []
  /** The last of them. */
  readonly faults: Fault[] = []
  /** The first entry that names a head which this log never had: kept for good, whatever came after it. */
  splitAt: number | undefined
  /** The position from which `entries` are here: 0 where the whole log was read. */
  readonly readFrom: number = 0

  /** `parts`: where an earlier reading of this log had got to. */
  constructor(options: {
    readonly id: RoomId
    readonly replica: Replica
    readonly device?: Device
    readonly parts?: RoomLogParts
  }) {
    this.id = options.id
    this.replica = options.replica
    const { id, device, parts } = options
    this.#epochs = new Epochs(id, device)
    this.#order = new EpochOrder(parts?.logEpoch)
    this.#overlay = new Overlay({ id, device: device?.id ?? ('' as DeviceId) })
    if (parts === undefined) return
    this.#state = parts.state
    for (const [position, placed] of parts.misdated) this.#misdated.set(position, placed)
    this.faults.push(...parts.faults)
    this.splitAt = parts.splitAt
    this.readFrom = parts.size
    this.#keysEnvelope = parts.keysEnvelope
    for (const card of parts.cards) {
      const keys = cardToKeys(card)
      if (keys !== undefined) this.#cards.set(card.device, keys)
    }
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

  /** What a later reading can go on from, the state as JSON. Only where a state has been reached. */
  parts(): Omit<RoomLogParts, 'state'> & { readonly stateText: string } {
    const cards = [...this.#cards].map(([device, keys]) => keysToCard(device, keys))
    return {
      size: this.replica.size,
      stateText: this.look(state => {
        if (state === undefined) throw new Error('a room not read yet')
        return JSON.stringify(state)
      }),
      keys: this.epochKeys(),
      cards,
      faults: this.faults,
      splitAt: this.splitAt,
      misdated: [...this.#misdated],
      keysEnvelope: this.#keysEnvelope,
      logEpoch: this.#order.epoch,
    }
  }

  /** The relay's time of an entry whose author says that it was written minutes before or after; undefined where they agree. */
  misdatedAt(position: number): number | undefined {
    return this.#misdated.get(position)
  }

  /** Every epoch whose key is known, ascending. */
  epochKeys(): readonly { readonly epoch: number; readonly key: EpochKey }[] {
    return this.#epochs.all()
  }

  /** The signing key of a device that was ever named in the room. */
  signKeyOf(device: DeviceId): Uint8Array | undefined {
    return this.#cards.get(device)?.sign
  }

  /** The card of a device that was ever named in the room. */
  cardOf(device: DeviceId): DeviceCard | undefined {
    const keys = this.#cards.get(device)
    return keys === undefined ? undefined : keysToCard(device, keys)
  }

  /** Makes an epoch's key known: from the keyring, from a welcome, or because this device began the epoch. */
  learn(epoch: number, key: EpochKey): Promise<void> {
    return this.#epochs.learn(epoch, key)
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

  /** What a steward countersigns with now; undefined where this device was not made one. */
  async stewardKey(): Promise<SigningKey | undefined> {
    if (this.#keysEnvelope === undefined || this.#state === undefined) return undefined
    return this.#epochs.stewardKey(this.#state.epoch, this.#keysEnvelope.bytes)
  }

  /** Reads records that the replica has taken. Those that wait for a key are read when it comes. */
  async read(records: readonly RelayRecord[]): Promise<void> {
    const waiting = [...this.#unread, ...records.map(record => this.#inOrder(peek(record)))]
    this.#unread = []
    await this.#epochs.open(waiting.filter(({ isInOrder }) => isInOrder))
    const first = waiting.findIndex(
      ({ peeked, isInOrder }) => isInOrder && peeked?.ok === true && !this.#epochs.has(peeked.value.epoch),
    )
    if (first >= 0) this.#unread = waiting.splice(first)
    let before: Promise<readonly Read[]> | undefined
    // While one batch is opened, the signatures of the one before are verified, and the engine's threads are never idle.
    for (let at = 0; at < waiting.length; at += verifyingMax) {
      const reads = await Promise.all(waiting.slice(at, at + verifyingMax).map(each => this.#open(each)))
      for (const read of reads) if (read.kind === 'entry') this.#collectCards(read.act)
      const verifying = Promise.all(reads.map(read => this.#verify(read)))
      if (before !== undefined) await this.#take(await before)
      before = verifying
    }
    if (before !== undefined) await this.#take(await before)
  }

  /** Whether records wait for a key this device was not given: it is no longer, or not yet, of the room. */
  get isShutOut(): boolean {
    return this.#unread.length > 0
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

  async #open(peeked: Peeked & { readonly isInOrder?: boolean }): Promise<Read> {
    if (peeked.isInOrder === false) return fault(peeked.record, 'epoch-out-of-order')
    return openRecord(peeked, { log: this.id, keyOf: epoch => this.#epochs.key(epoch) })
  }

  #verify(read: Read): Promise<Read> {
    return verifyRead(read, device => this.#cards.get(device))
  }

  async #take(reads: readonly Read[]): Promise<void> {
    for (const read of reads) {
      if (read.kind === 'keys') await this.#beginEpoch(read.record, read.keys)
      else if (read.kind === 'entry') await this.#apply(read)
      else this.#setDown(read)
    }
  }

  /** A device's id is a hash of its keys, so that a card can be believed wherever it stands. */
  #collectCards(act: Act): void {
    for (const card of cardsIn(act)) {
      const keys = cardToKeys(card)
      if (keys !== undefined) this.#cards.set(card.device, keys)
    }
  }

  async #apply({ record, epoch, signed, act }: Extract<Read, { kind: 'entry' }>): Promise<void> {
    const entry = toEntry({ record, signed, act })
    const { head } = signed.entry
    const seen = this.replica.rootAt(head.size)
    // The author had seen another log than this one: the relay has shown two.
    if (head.size > record.position || seen === undefined || !equalBytes(seen, head.root)) {
      this.splitAt ??= record.position
      return this.#setDown(fault(record, 'entry-of-another-log'))
    }
    if (this.#state === undefined) {
      const begun = beginRoom(this.id, entry)
      if (!begun.ok) return this.#setDown({ kind: 'fault', record, violation: begun.error })
      this.#state = begun.value
      this.#keep(record, epoch, entry, head)
      if (this.#founding === undefined) return
      const { keys, envelope } = this.#founding
      if (await this.#isMadeByRoster(keys)) this.#keysEnvelope = envelope
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
    else this.#keep(record, epoch, entry, head, applied.ok ? undefined : applied.error)
  }

  async #beginEpoch(record: RelayRecord, keys: OpenedKeys): Promise<void> {
    if (this.#state === undefined) {
      this.#founding = { keys, envelope: placedBytes(record) }
      return
    }
    const made = await this.#isMadeByRoster(keys)
    if (!made) return this.#setDown(fault(record, 'envelope/roster'))
    const { epoch, author } = keys
    this.#overlay.lift()
    const begun = applyEpoch(this.#state, {
      epoch,
      device: author,
      position: record.position,
    })
    if (begun.ok) this.#keysEnvelope = placedBytes(record)
    else this.#setDown({ kind: 'fault', record, violation: begun.error })
  }

  /** Made by the device it names, and for exactly those who are in the room. */
  async #isMadeByRoster(keys: OpenedKeys): Promise<boolean> {
    const author = this.#cards.get(keys.author)
    if (author === undefined || this.#state === undefined) return false
    const roster = this.look(state => (state === undefined ? [] : rosterDevices(state).map(toId)))
    return (await verifyKeysAuthor(keys, author, roster)).ok
  }

  #keep(
    record: RelayRecord,
    epoch: number,
    entry: Entry,
    head: OpenedEntry['head'],
    violation?: Violation,
  ): void {
    if (Math.abs(entry.time - record.time) > accessWindowMs) this.#misdated.set(record.position, record.time)
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
    if (read.kind !== 'fault') return
    this.faults.push({ position: read.record.position, violation: read.violation })
    if (this.faults.length > faultsMax) this.faults.shift()
  }
}

const toId = ({ device }: DeviceCard): string => device

const placedBytes = ({ position, envelope }: RelayRecord): KeysEnvelope | undefined =>
  envelope === undefined ? undefined : { position, bytes: envelope }
