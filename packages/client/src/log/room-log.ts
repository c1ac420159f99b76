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
  parseAct,
  type RoomId,
  type RoomState,
  rosterDevices,
  specOf,
  stewardDevices,
} from '@goodoffices/core'
import {
  type AccessKey,
  accessWindowMs,
  base64urlToBytes,
  bytesToBase64url,
  checkKeysEnvelope,
  createAccessKey,
  createStewardKey,
  type Device,
  type DeviceKeys,
  deviceIdOf,
  type EpochKey,
  enrolDevice,
  equalBytes,
  type KeysRecipient,
  type OpenedKeys,
  openEnvelope,
  openKeysEnvelope,
  openPreviousEpoch,
  peekEnvelope,
  readEntry,
  type SignedEntry,
  type SigningKey,
  verifyEntry,
  verifyingMax,
  verifyKeysAuthor,
} from '@goodoffices/log'
import type { RelayRecord } from '../relay/port.ts'
import type { Violation } from '../result.ts'
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
  /** The keys envelope that began the epoch the room is in. */
  readonly keysEnvelope: KeysEnvelope | undefined
}

export const faultsMax = 1_000

type Read =
  | { readonly kind: 'keys'; readonly record: RelayRecord; readonly keys: OpenedKeys }
  | {
      readonly kind: 'entry'
      readonly record: RelayRecord
      readonly epoch: number
      readonly signed: SignedEntry
      readonly act: Act
    }
  | { readonly kind: 'fault'; readonly record: RelayRecord; readonly violation: Violation }

/** A record, and what its envelope says in the open. */
type Peeked = {
  readonly record: RelayRecord
  readonly peeked: ReturnType<typeof peekEnvelope> | undefined
}

const peek = (record: RelayRecord): Peeked => ({
  record,
  peeked: record.envelope === undefined ? undefined : peekEnvelope(record.envelope),
})

type KeysEnvelope = { readonly position: number; readonly bytes: Uint8Array }
type Founding = { readonly keys: OpenedKeys; readonly envelope: KeysEnvelope | undefined }

const fault = (record: RelayRecord, code: string): Read => ({ kind: 'fault', record, violation: { code } })

export class RoomLog {
  readonly id: RoomId
  readonly replica: Replica
  readonly #device: Device | undefined
  readonly #keys = new Map<number, EpochKey>()
  readonly #access = new Map<number, AccessKey>()
  readonly #cards = new Map<DeviceId, DeviceKeys>()
  /** Taken and not yet read, for want of a key. */
  #unread: Peeked[] = []
  /** Keys envelopes that were not made for this device. */
  readonly #notOurs = new WeakSet<Uint8Array>()
  /** The keys envelope of the first epoch, until the entry after it says who founded the room. */
  #founding: Founding | undefined
  /** What began the epoch that the room is in. The steward's secret is looked for there when it is needed. */
  #keysEnvelope: KeysEnvelope | undefined
  state: RoomState | undefined
  readonly entries: OpenedEntry[] = []
  readonly faults: Fault[] = []
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
    this.#device = options.device
    const { parts } = options
    if (parts === undefined) return
    this.state = parts.state
    this.faults.push(...parts.faults)
    this.readFrom = parts.size
    this.#keysEnvelope = parts.keysEnvelope
    for (const card of parts.cards) {
      const keys = cardToKeys(card)
      if (keys !== undefined) this.#cards.set(card.device, keys)
    }
  }

  /** What a later reading can go on from. Only where a state has been reached. */
  parts(): RoomLogParts {
    if (this.state === undefined) throw new Error('a room not read yet')
    const cards = [...this.#cards].map(([device, keys]) => keysToCard(device, keys))
    return {
      size: this.replica.size,
      state: this.state,
      keys: this.epochKeys(),
      cards,
      faults: this.faults,
      keysEnvelope: this.#keysEnvelope,
    }
  }

  /** Every epoch whose key is known, ascending. */
  epochKeys(): readonly { readonly epoch: number; readonly key: EpochKey }[] {
    return [...this.#keys].map(([epoch, key]) => ({ epoch, key })).sort((a, b) => a.epoch - b.epoch)
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
  async learn(epoch: number, key: EpochKey): Promise<void> {
    if (this.#keys.has(epoch)) return
    this.#keys.set(epoch, key)
    this.#access.set(epoch, await createAccessKey(key))
  }

  /** The newest epoch whose key is known; 0 where none is. */
  get epoch(): number {
    return Math.max(0, ...this.#keys.keys())
  }

  epochKey(epoch: number): EpochKey | undefined {
    return this.#keys.get(epoch)
  }

  /**
   * The newest keys are not those of the epoch that the room is in: they came from somebody who may not begin one, or the log
   * was shown without what came before them. Nothing may be written with them, since it is not known who holds them.
   */
  get isKeyedOtherwise(): boolean {
    return this.state !== undefined && this.state.epoch !== this.epoch
  }

  /** What requests about this log are signed with now. */
  get access(): AccessKey | undefined {
    return this.#access.get(this.epoch)
  }

  /** What a steward countersigns with now; undefined where this device was not made one. */
  async stewardKey(): Promise<SigningKey | undefined> {
    if (this.#keysEnvelope === undefined || this.#device === undefined || this.state === undefined)
      return undefined
    const { epoch } = this.state
    const previousKey = this.#keys.get(epoch - 1)
    const received = await openKeysEnvelope({
      logId: this.id,
      epoch,
      envelope: this.#keysEnvelope.bytes,
      device: this.#device,
      ...(previousKey === undefined ? {} : { previousKey }),
    })
    if (!received.ok || received.value.steward === undefined) return undefined
    return createStewardKey(received.value.steward)
  }

  /** Reads records that the replica has taken. Those that wait for a key are read when it comes. */
  async read(records: readonly RelayRecord[]): Promise<void> {
    const waiting = [...this.#unread, ...records.map(peek)]
    this.#unread = []
    await this.#openEpochs(waiting)
    const first = waiting.findIndex(
      ({ peeked }) =>
        peeked?.ok === true &&
        !this.#keys.has(peeked.value.epoch) &&
        !this.#isBeyondOrder(peeked.value.epoch),
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

  /** An epoch number that cannot become readable by any key to come: the log skipped it. */
  #isBeyondOrder(epoch: number): boolean {
    return epoch < 1
  }

  /** Forward through the keys envelopes this device can open, then back by the key that each seals of the one before. */
  async #openEpochs(records: readonly Peeked[]): Promise<void> {
    const envelopes = new Map<number, Uint8Array>()
    for (const { record, peeked } of records) {
      if (peeked?.ok !== true || peeked.value.kind !== 'k' || record.envelope === undefined) continue
      if (!envelopes.has(peeked.value.epoch)) envelopes.set(peeked.value.epoch, record.envelope)
    }
    const epochs = [...envelopes.keys()].sort((a, b) => a - b)
    for (const epoch of epochs) {
      const envelope = envelopes.get(epoch)
      if (this.#keys.has(epoch) || envelope === undefined || this.#device === undefined) continue
      if (this.#notOurs.has(envelope)) continue
      const previousKey = this.#keys.get(epoch - 1)
      const opened = await openKeysEnvelope({
        logId: this.id,
        epoch,
        envelope,
        device: this.#device,
        ...(previousKey === undefined ? {} : { previousKey }),
      })
      if (opened.ok) await this.learn(epoch, opened.value.epochKey)
      else this.#notOurs.add(envelope)
    }
    for (const epoch of epochs.reverse()) {
      const envelope = envelopes.get(epoch)
      const epochKey = this.#keys.get(epoch)
      if (epoch < 2 || this.#keys.has(epoch - 1) || envelope === undefined || epochKey === undefined) continue
      const previous = await openPreviousEpoch({ logId: this.id, epoch, envelope, epochKey })
      if (previous.ok) await this.learn(epoch - 1, previous.value)
    }
  }

  /** Makes known the keys that records which come next give to this device, though others among them are missing. */
  learnAhead(records: readonly RelayRecord[]): Promise<void> {
    return this.#openEpochs(records.map(peek))
  }

  /** One record by itself, read before or not: genuine as far as the devices go that are known already. */
  async openAlone(record: RelayRecord): Promise<Entry | undefined> {
    const read = await this.#verify(await this.#open(peek(record)))
    return read.kind === 'entry' ? toEntry(read) : undefined
  }

  async #verify(read: Read): Promise<Read> {
    if (read.kind !== 'entry') return read
    const keys = this.#cards.get(read.signed.entry.author)
    const isGenuine = keys !== undefined && (await verifyEntry(read.signed, keys.sign))
    return isGenuine ? read : fault(read.record, 'entry/signature')
  }

  async #take(reads: readonly Read[]): Promise<void> {
    for (const read of reads) {
      if (read.kind === 'keys') await this.#beginEpoch(read.record, read.keys)
      else if (read.kind === 'entry') await this.#apply(read)
      else this.#setDown(read)
    }
  }

  async #open({ record, peeked }: Peeked): Promise<Read> {
    const { envelope } = record
    if (envelope === undefined || peeked === undefined) return fault(record, 'envelope-withheld')
    if (!peeked.ok) return fault(record, peeked.error.code)
    const { epoch, kind } = peeked.value
    const epochKey = this.#keys.get(epoch)
    if (epochKey === undefined) return fault(record, 'envelope/epoch')
    const place = { logId: this.id as string, epoch, epochKey, envelope }
    if (kind === 'k') {
      const keys = await checkKeysEnvelope(place)
      return keys.ok ? { kind: 'keys', record, keys: keys.value } : fault(record, keys.error.code)
    }
    const plaintext = await openEnvelope(place)
    if (!plaintext.ok) return fault(record, plaintext.error.code)
    const signed = readEntry(plaintext.value, { logId: this.id, epoch })
    if (!signed.ok) return fault(record, signed.error.code)
    const act = parseAct(signed.value.entry.act)
    if (!act.ok) return { kind: 'fault', record, violation: act.error }
    if (!cardsIn(act.value).every(isTrueCard)) return fault(record, 'device-id-mismatch')
    return { kind: 'entry', record, epoch, signed: signed.value, act: act.value }
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
      this.#setDown(fault(record, 'entry-of-another-log'))
      return
    }
    if (this.state === undefined) {
      const begun = beginRoom(this.id, entry)
      if (!begun.ok) return this.#setDown({ kind: 'fault', record, violation: begun.error })
      this.state = begun.value
      this.#keep(record, epoch, entry, head)
      if (this.#founding === undefined) return
      const { keys, envelope } = this.#founding
      if (await this.#isMadeByRoster(keys)) this.#keysEnvelope = envelope
      else this.#setDown(fault(record, 'envelope/author'))
      return
    }
    // What the author says of the time is not believed where the relay says otherwise.
    if (act.kind === 'record.destroy' && act.at > record.time + accessWindowMs)
      return this.#setDown(fault(record, 'retention-not-over'))
    const applied = epoch === this.state.epoch ? applyEntry(this.state, entry) : undefined
    if (applied === undefined) this.#setDown(fault(record, 'epoch-out-of-order'))
    else this.#keep(record, epoch, entry, head, applied.ok ? undefined : applied.error)
  }

  async #beginEpoch(record: RelayRecord, keys: OpenedKeys): Promise<void> {
    if (this.state === undefined) {
      this.#founding = { keys, envelope: placedBytes(record) }
      return
    }
    const made = await this.#isMadeByRoster(keys)
    if (!made) return this.#setDown(fault(record, 'envelope/roster'))
    const { epoch, author } = keys
    const begun = applyEpoch(this.state, {
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
    if (author === undefined || this.state === undefined) return false
    const roster = rosterDevices(this.state).map(card => card.device as string)
    return (await verifyKeysAuthor(keys, author, roster)).ok
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
    if (read.kind !== 'fault') return
    this.faults.push({ position: read.record.position, violation: read.violation })
    if (this.faults.length > faultsMax) this.faults.shift()
  }
}

const placedBytes = ({ position, envelope }: RelayRecord): KeysEnvelope | undefined =>
  envelope === undefined ? undefined : { position, bytes: envelope }

const toEntry = ({
  record,
  signed,
  act,
}: Pick<Extract<Read, { kind: 'entry' }>, 'record' | 'signed' | 'act'>): Entry => ({
  id: signed.entry.id,
  device: signed.entry.author,
  time: signed.entry.time,
  placed: record.time,
  position: record.position,
  act,
})

/** Every device card in an act. */
const cardsIn = (act: Act): readonly DeviceCard[] => specOf(act).cards?.(act) ?? []

/** Who the keys of a room's next epoch are wrapped for. */
export function keysRecipients(state: RoomState): readonly KeysRecipient[] {
  const stewards = stewardDevices(state)
  return rosterDevices(state).flatMap(card => {
    const keys = cardToKeys(card)
    return keys === undefined ? [] : [{ ...keys, isSteward: stewards.has(card.device) }]
  })
}

const keysToCard = (device: DeviceId, { sign, wrap }: DeviceKeys): DeviceCard => ({
  device,
  sign: bytesToBase64url(sign),
  wrap: bytesToBase64url(wrap),
})

export function cardToKeys(card: DeviceCard): DeviceKeys | undefined {
  const sign = base64urlToBytes(card.sign)
  const wrap = base64urlToBytes(card.wrap)
  return sign.ok && wrap.ok ? { sign: sign.value, wrap: wrap.value } : undefined
}

/** Devices whose keys have been found usable, kept because finding out costs more than a signature; the oldest leaves first. */
const usable = new Set<DeviceId>()
const usableMax = 4096

/** Its id follows from its keys, and everybody's software can use them: a card that nobody could wrap to would stop every rekey. */
export function isTrueCard(card: DeviceCard): boolean {
  const keys = cardToKeys(card)
  if (keys === undefined || deviceIdOf(keys) !== card.device) return false
  // The id is a hash of the keys: what held for them once holds for the id.
  if (usable.has(card.device)) return true
  if (!enrolDevice(keys).ok) return false
  for (const oldest of usable) {
    if (usable.size < usableMax) break
    usable.delete(oldest)
  }
  usable.add(card.device)
  return true
}
