/**
 * The keys of a room's epochs, as far as a device knows them: told of, opened for it, or led to by a later one. None is believed
 * before it is proved: the first epoch's by the log's id, a later one's by the keys envelope that began it.
 */

import type { RoomId } from '@goodoffices/core'
import {
  type AccessKey,
  checkKeysEnvelope,
  createAccessKey,
  type Device,
  type EpochKey,
  epochFirst,
  openKeysEnvelope,
  type peekEnvelope,
  proveEpochKey,
  type ReceivedKeys,
} from '@goodoffices/log'
import type { RelayRecord } from '../relay/port.ts'

/** A record, and what its envelope says in the open. */
export type Peeked = {
  readonly record: RelayRecord
  readonly peeked: ReturnType<typeof peekEnvelope> | undefined
}

export type KnownKey = { readonly epoch: number; readonly key: EpochKey }

type Received = ReturnType<typeof openKeysEnvelope>

export class Epochs {
  readonly #log: RoomId
  /** Of this program: the first that is given keys. */
  readonly #devices: readonly Device[]
  /** Proved. */
  readonly #keys = new Map<number, EpochKey>()
  /** Told, and not proved yet: their keys envelope is still to come. They sign requests until then, and open nothing. */
  readonly #told = new Map<number, EpochKey[]>()
  readonly #access = new Map<EpochKey, AccessKey>()
  /** Keys envelopes of epochs whose key, or that of the epoch which they follow, is still looked for. */
  readonly #envelopes = new Map<number, Uint8Array>()
  /** What an epoch follows, where that is not the one right before. */
  readonly #follows = new Map<number, number>()
  readonly #received = new WeakMap<Uint8Array, Received>()

  constructor(log: RoomId, devices: readonly Device[]) {
    this.#log = log
    this.#devices = devices
  }

  /** Every epoch whose key is proved, ascending. */
  all(): readonly KnownKey[] {
    return [...this.#keys].map(([epoch, key]) => ({ epoch, key })).sort((a, b) => a.epoch - b.epoch)
  }

  /** Proved in an earlier reading of this very log. */
  async restore(keys: readonly KnownKey[]): Promise<void> {
    for (const { epoch, key } of keys) await this.#know(epoch, key)
  }

  /**
   * Makes an epoch's key known: from the keyring, from a welcome, or because this device began the epoch. One that is not that
   * epoch's is forgotten, and gives way to one that is.
   */
  async learn(epoch: number, key: EpochKey): Promise<void> {
    if (this.#keys.has(epoch)) return
    await this.#makeAccess(key)
    if (epoch === epochFirst || this.#envelopes.has(epoch)) {
      if (await this.#proves(epoch, key)) await this.#know(epoch, key)
    } else this.#told.set(epoch, [...(this.#told.get(epoch) ?? []), key])
  }

  /** Whether an epoch's key is proved. */
  has(epoch: number): boolean {
    return this.#keys.has(epoch)
  }

  /** The newest epoch of which a key is known or told; 0 where none is. */
  get newest(): number {
    return Math.max(0, ...this.#keys.keys(), ...this.#told.keys())
  }

  key(epoch: number): EpochKey | undefined {
    return this.#keys.get(epoch) ?? this.#told.get(epoch)?.at(-1)
  }

  access(epoch: number): AccessKey | undefined {
    const key = this.key(epoch)
    return key === undefined ? undefined : this.#access.get(key)
  }

  /** Whether an epoch was passed over: a later one, whose key is proved, follows an earlier one. */
  isPassedOver(epoch: number): boolean {
    return [...this.#follows].some(([later, followed]) => later > epoch && followed < epoch)
  }

  /** What a keys envelope gives to this device; undefined for a reader without one. */
  receive(epoch: number, envelope: Uint8Array): Received | undefined {
    const [device, ...others] = this.#devices
    if (device === undefined) return undefined
    const known = this.#received.get(envelope)
    if (known !== undefined) return known
    const previousKey = this.#keys.get(epoch - 1)
    const place = { logId: this.#log, epoch, envelope, ...(previousKey === undefined ? {} : { previousKey }) }
    const received = others.reduce(
      async (before: Received, next) => {
        const given = await before
        return given.ok ? given : openKeysEnvelope({ ...place, device: next })
      },
      openKeysEnvelope({ ...place, device }),
    )
    this.#received.set(envelope, received)
    return received
  }

  /** Forward through the keys envelopes this device was told of or can open, then back by the key that each seals of the one before. */
  async open(records: readonly Peeked[]): Promise<void> {
    for (const { record, peeked } of records) {
      if (peeked?.ok !== true || peeked.value.kind !== 'k' || record.envelope === undefined) continue
      if (!this.#envelopes.has(peeked.value.epoch)) this.#envelopes.set(peeked.value.epoch, record.envelope)
    }
    const envelopes = [...this.#envelopes].sort(([a], [b]) => a - b)
    for (const [epoch, envelope] of envelopes) await this.#openOne(epoch, envelope)
    for (const [epoch, envelope] of envelopes.reverse()) await this.#lookBack(epoch, envelope)
  }

  async #openOne(epoch: number, envelope: Uint8Array): Promise<void> {
    if (this.#keys.has(epoch)) return
    const told = this.#told.get(epoch) ?? []
    this.#told.delete(epoch)
    for (const key of told) if (await this.#proves(epoch, key)) return this.#know(epoch, key)
    const received = await this.receive(epoch, envelope)
    if (received?.ok === true) await this.#know(epoch, received.value.epochKey)
  }

  async #lookBack(epoch: number, envelope: Uint8Array): Promise<void> {
    const epochKey = this.#keys.get(epoch)
    if (epochKey === undefined) return
    const place = { logId: this.#log, epoch, envelope, epochKey }
    const opened = this.#keys.has(epoch - 1) ? undefined : await checkKeysEnvelope(place)
    const previous = opened?.ok === true ? opened.value.previous : undefined
    if (previous?.kind === 'key') {
      if (previous.epoch < epoch - 1) this.#follows.set(epoch, previous.epoch)
      if (!(await this.#proves(previous.epoch, previous.key))) return
      await this.#know(previous.epoch, previous.key)
    }
    this.#envelopes.delete(epoch)
  }

  /** ENV-58. */
  async #proves(epoch: number, epochKey: EpochKey): Promise<boolean> {
    const envelope = this.#envelopes.get(epoch)
    const place = { logId: this.#log, epoch, epochKey }
    return (await proveEpochKey(envelope === undefined ? place : { ...place, envelope })).ok
  }

  /** Once known it stays the very one, so that whoever reads on sees whether it has changed. */
  async #know(epoch: number, key: EpochKey): Promise<void> {
    if (!this.#keys.has(epoch)) {
      this.#keys.set(epoch, key)
      await this.#makeAccess(key)
    }
  }

  /** Once for each: it costs as much as opening an entry does. */
  async #makeAccess(key: EpochKey): Promise<void> {
    if (!this.#access.has(key)) this.#access.set(key, await createAccessKey(key))
  }
}

export type { ReceivedKeys }
