/** The keys of a room's epochs, as far as a device knows them: told of, opened for it, or led to by a later one. */

import type { RoomId } from '@goodoffices/core'
import {
  type AccessKey,
  createAccessKey,
  createStewardKey,
  type Device,
  type EpochKey,
  openKeysEnvelope,
  openPreviousEpoch,
  type peekEnvelope,
  type SigningKey,
} from '@goodoffices/log'
import type { RelayRecord } from '../relay/port.ts'

/** A record, and what its envelope says in the open. */
export type Peeked = {
  readonly record: RelayRecord
  readonly peeked: ReturnType<typeof peekEnvelope> | undefined
}

export class Epochs {
  readonly #log: RoomId
  readonly #device: Device | undefined
  readonly #keys = new Map<number, EpochKey>()
  readonly #access = new Map<number, AccessKey>()
  /** Keys envelopes that were not made for this device. */
  readonly #notOurs = new WeakSet<Uint8Array>()

  constructor(log: RoomId, device: Device | undefined) {
    this.#log = log
    this.#device = device
  }

  /** Every epoch whose key is known, ascending. */
  all(): readonly { readonly epoch: number; readonly key: EpochKey }[] {
    return [...this.#keys].map(([epoch, key]) => ({ epoch, key })).sort((a, b) => a.epoch - b.epoch)
  }

  /** Makes an epoch's key known: from the keyring, from a welcome, or because this device began the epoch. */
  async learn(epoch: number, key: EpochKey): Promise<void> {
    if (this.#keys.has(epoch)) return
    this.#keys.set(epoch, key)
    this.#access.set(epoch, await createAccessKey(key))
  }

  has(epoch: number): boolean {
    return this.#keys.has(epoch)
  }

  /** The newest epoch whose key is known; 0 where none is. */
  get newest(): number {
    return Math.max(0, ...this.#keys.keys())
  }

  key(epoch: number): EpochKey | undefined {
    return this.#keys.get(epoch)
  }

  access(epoch: number): AccessKey | undefined {
    return this.#access.get(epoch)
  }

  /** What a steward countersigns with in an epoch; undefined where this device was not made one by its keys envelope. */
  async stewardKey(epoch: number, envelope: Uint8Array): Promise<SigningKey | undefined> {
    const received = await this.#receive(epoch, envelope)
    if (received?.ok !== true || received.value.steward === undefined) return undefined
    return createStewardKey(received.value.steward)
  }

  /** Forward through the keys envelopes this device can open, then back by the key that each seals of the one before. */
  async open(records: readonly Peeked[]): Promise<void> {
    const envelopes = new Map<number, Uint8Array>()
    for (const { record, peeked } of records) {
      if (peeked?.ok !== true || peeked.value.kind !== 'k' || record.envelope === undefined) continue
      if (!envelopes.has(peeked.value.epoch)) envelopes.set(peeked.value.epoch, record.envelope)
    }
    const epochs = [...envelopes.keys()].sort((a, b) => a - b)
    for (const epoch of epochs) {
      const envelope = envelopes.get(epoch)
      if (this.#keys.has(epoch) || envelope === undefined || this.#notOurs.has(envelope)) continue
      const opened = await this.#receive(epoch, envelope)
      if (opened?.ok === true) await this.learn(epoch, opened.value.epochKey)
      else if (opened !== undefined) this.#notOurs.add(envelope)
    }
    for (const epoch of epochs.reverse()) {
      const envelope = envelopes.get(epoch)
      const epochKey = this.#keys.get(epoch)
      if (epoch < 2 || this.#keys.has(epoch - 1) || envelope === undefined || epochKey === undefined) continue
      const previous = await openPreviousEpoch({ logId: this.#log, epoch, envelope, epochKey })
      if (previous.ok) await this.learn(epoch - 1, previous.value)
    }
  }

  #receive(epoch: number, envelope: Uint8Array): ReturnType<typeof openKeysEnvelope> | undefined {
    if (this.#device === undefined) return undefined
    const previousKey = this.#keys.get(epoch - 1)
    return openKeysEnvelope({
      logId: this.#log,
      epoch,
      envelope,
      device: this.#device,
      ...(previousKey === undefined ? {} : { previousKey }),
    })
  }
}
