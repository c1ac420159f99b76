/**
 * The enemies of these tests. `HostileRelay` orders and signs whatever it is told to, shows each guest the view it likes, and
 * checks next to nothing: what its guests still do not accept, their own software refuses. `insiderOf` gives the hands of a
 * member who writes what the program would not let them write.
 */

import {
  type RelayAnswer,
  RelayError,
  type RelayPage,
  type RelayPort,
  type RelayRecord,
  type Vault,
  writeRecord,
} from '@goodoffices/client'
import type { Act, RoomId } from '@goodoffices/core'
import {
  appendLeaf,
  createEntryId,
  createEpochKey,
  createNoteSigner,
  type Device,
  type DeviceKeys,
  type EpochKey,
  emptyFrontier,
  emptyRoot,
  equalBytes,
  frontierRoot,
  hashLeaf,
  logOrigin,
  makeKeysEnvelope,
  type NoteSigner,
  peekEnvelope,
  randomBytes,
  sealEnvelope,
  sha256,
  signCheckpoint,
  signEntry,
  textToSecret,
  type Value,
  verifierToText,
} from '@goodoffices/log'
import { loadIdentity } from '../src/identity/identity.ts'
import { Strongbox } from '../src/identity/strongbox.ts'
import { EpochOrder } from '../src/log/epoch-order.ts'
import { peek } from '../src/log/read-record.ts'
import type { Session } from '../src/session/session.ts'
import { address, value } from './world.ts'

type Logs = Map<string, RelayRecord[]>

export class HostileRelay {
  readonly #signer: NoteSigner
  readonly #main: Logs = new Map()
  readonly #views = new Map<string, Logs>()
  #time = 1_800_000_000_000
  /** Changes what a guest is shown of a log just before it is sent, after it was signed. */
  onRead: (guest: string, log: string, page: RelayPage) => RelayPage | Promise<RelayPage> = (_, __, page) =>
    page
  /** Says an append was made, or anything else, instead of making it. */
  onAppend:
    | ((guest: string, log: string, envelopes: readonly Uint8Array[]) => RelayAnswer | undefined)
    | undefined

  private constructor(signer: NoteSigner) {
    this.#signer = signer
  }

  static async create(): Promise<HostileRelay> {
    return new HostileRelay(await createNoteSigner('relay.example', randomBytes(32)))
  }

  get vkey(): string {
    return verifierToText(this.#signer)
  }

  /** What a guest is shown: the common log, unless it was given a view of its own. */
  logs(guest: string): Logs {
    return this.#views.get(guest) ?? this.#main
  }

  records(log: string, guest = ''): RelayRecord[] {
    return this.logs(guest).get(log) ?? []
  }

  /** From here on these guests are shown copies of their own, which go separate ways. */
  split(...guests: readonly string[]): void {
    const copy: Logs = new Map([...this.#main].map(([log, records]) => [log, [...records]]))
    for (const guest of guests) this.#views.set(guest, copy)
  }

  rejoin(...guests: readonly string[]): void {
    for (const guest of guests) this.#views.delete(guest)
  }

  /** Places an envelope that nobody with a key has asked to be placed. */
  inject(log: string, envelope: Uint8Array, guest = ''): number {
    const records = this.records(log, guest)
    records.push(this.#record(records.length, envelope))
    return records.length - 1
  }

  /** Lets its clock go forward. */
  advance(ms: number): void {
    this.#time += ms
  }

  #record(position: number, envelope: Uint8Array): RelayRecord {
    return { position, time: this.#time++, hash: sha256(envelope), envelope }
  }

  async sign(log: string, records: readonly RelayRecord[]): Promise<string> {
    let frontier = emptyFrontier
    for (const { time, hash } of records)
      frontier = appendLeaf(frontier, hashLeaf({ time, envelopeHash: hash }))
    const origin = logOrigin(this.#signer.name, log)
    return signCheckpoint({ origin, size: records.length, root: frontierRoot(frontier) }, this.#signer)
  }

  /** The relay as one guest meets it. */
  portFor(guest: string): RelayPort {
    const place = async (log: string, envelopes: readonly Uint8Array[]): Promise<RelayAnswer> => {
      const records = this.records(log, guest)
      const places = envelopes.map(envelope => {
        const hash = sha256(envelope)
        const known = records.find(record => equalBytes(record.hash, hash))
        const record = known ?? this.#record(records.length, envelope)
        if (known === undefined) records.push(record)
        return { position: record.position, time: record.time }
      })
      return { places, size: records.length, checkpoint: await this.sign(log, records) }
    }
    return {
      address,
      card: async () => ({ name: this.#signer.name, verifier: this.vkey, creation: 'open' }),
      mint: async (_log, _key, { logs }) => logs,
      revoke: async () => 0,
      create: async (log, _key, envelopes) => {
        if (!this.logs(guest).has(log)) this.logs(guest).set(log, [])
        return place(log, envelopes)
      },
      append: async (log, _key, envelopes, change) => {
        if (!this.logs(guest).has(log)) throw new RelayError('relay/unknown-log')
        const told = this.onAppend?.(guest, log, envelopes)
        if (told !== undefined) return told
        const records = this.records(log, guest)
        if (change !== undefined && change.expect !== records.length) throw new RelayError('relay/conflict')
        if (envelopes.some(envelope => epochOf(envelope) < epochOfLog(records)))
          throw new RelayError('relay/epoch')
        return place(log, envelopes)
      },
      // It takes what it is given back, and shows what it likes.
      restore: async () => {},
      read: async (log, _key, from) => {
        const records = this.logs(guest).get(log)
        if (records === undefined) throw new RelayError('relay/unknown-log')
        const page = {
          records: records.slice(from),
          size: records.length,
          checkpoint: await this.sign(log, records),
        }
        return this.onRead(guest, log, page)
      },
      destroy: async (log, _key, { from, to }) => {
        const records = this.records(log, guest)
        for (const [at, { envelope: _, ...kept }] of records.slice(from, to).entries())
          records[from + at] = kept
        return to - from
      },
      live: () => ({ follow: () => {}, unfollow: () => {}, close: () => {} }),
    }
  }
}

function epochOf(envelope: Uint8Array): number {
  const peeked = peekEnvelope(envelope)
  return peeked.ok ? peeked.value.epoch : 0
}

/** As honest relays count it, whatever was placed ahead of its time. */
function epochOfLog(records: readonly RelayRecord[]): number {
  const order = new EpochOrder()
  for (const record of records) order.take(peek(record))
  return order.epoch
}

export type Insider = {
  readonly device: Device
  epochKey(room: RoomId): Promise<{ readonly epoch: number; readonly key: EpochKey }>
  /** An entry of one's own for a room, sealed as one likes. */
  seal(
    room: RoomId,
    act: Value,
    forge?: {
      readonly epoch?: number
      readonly key?: EpochKey
      readonly head?: { readonly size: number; readonly root: Uint8Array }
      /** The log that the signed entry names. */
      readonly logId?: string
      readonly id?: string
      /** When its author says it was written. */
      readonly time?: number
      /** Whose it claims to be, and who signs it. */
      readonly author?: Device
    },
  ): Promise<Uint8Array>
  /** Keys of the next epoch, for whom one likes. */
  rekey(
    room: RoomId,
    forge: {
      readonly roster: readonly DeviceKeys[]
      readonly key?: EpochKey
      readonly epoch?: number
      readonly previousKey?: EpochKey
      readonly author?: Device
    },
  ): Promise<Uint8Array>
}

/** What a member can do with the keys that they have, whatever their program thinks of it. */
export async function insiderOf(person: {
  readonly session: Session
  readonly vault: Vault
}): Promise<Insider> {
  const { device } = value(await loadIdentity(value(await Strongbox.unlock(person.vault, undefined))))
  const epochKey = async (room: RoomId) => {
    const { rooms } = JSON.parse(await writeRecord(person.session, [room])) as {
      readonly rooms: readonly {
        readonly keys: readonly { readonly epoch: number; readonly key: string }[]
      }[]
    }
    const newest = rooms[0]?.keys.at(-1)
    if (newest === undefined) throw new Error('no keys')
    const key = textToSecret(newest.key)
    if (!key.ok) throw new Error('no keys')
    return { epoch: newest.epoch, key: key.value }
  }
  return {
    device,
    epochKey,
    seal: async (room, act, forge = {}) => {
      const known = await epochKey(room)
      const epoch = forge.epoch ?? known.epoch
      const id = (forge.id ?? createEntryId()) as ReturnType<typeof createEntryId>
      const head = forge.head ?? { size: 0, root: emptyRoot }
      const entry = {
        id,
        logId: forge.logId ?? room,
        epoch,
        head,
        time: forge.time ?? 1_800_000_000_000,
        act,
      }
      const plaintext = await signEntry(forge.author ?? device, entry)
      return sealEnvelope({ logId: room, epoch, epochKey: forge.key ?? known.key, plaintext })
    },
    rekey: async (room, forge) => {
      const known = await epochKey(room)
      return makeKeysEnvelope({
        logId: room,
        epoch: forge.epoch ?? known.epoch + 1,
        epochKey: forge.key ?? createEpochKey(),
        previousKey: forge.previousKey ?? known.key,
        roster: forge.roster.map(keys => ({ ...keys, isSteward: true })),
        author: forge.author ?? device,
      })
    },
  }
}

export const actToValue = (act: Act): Value => act
