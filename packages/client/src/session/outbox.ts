/**
 * What has been decided and not yet acknowledged by a relay: durable before anything is shown as done, in order, and gone only
 * when it stands in the log. An item that a relay or a room refuses for good is set aside with its words, never dropped.
 */

import {
  type Act,
  type EntryId,
  type PartyId,
  type ProcessId,
  parseAct,
  type RelayCard,
  type RoomId,
} from '@goodoffices/core'
import { isList, isRecord, type Value } from '@goodoffices/log'
import type { Strongbox } from '../identity/strongbox.ts'
import type { Pending } from '../log/overlay.ts'
import type { Violation } from '../result.ts'
import type { Trouble } from './notices.ts'
import { renewJob } from './outbox-renewal.ts'

/**
 * What another act brings about: goes only once that act stands in its room, and says what it then comes to. `entry` is its entry,
 * where it was decided together with this one.
 */
export type After = { readonly room: RoomId; readonly act: Act; readonly entry?: EntryId }

export type Job =
  /** A new log with its first envelopes; for a room, what they say. */
  | {
      readonly kind: 'create'
      readonly room: RoomId
      readonly relay: RelayCard
      readonly key: string
      readonly envelopes: readonly Uint8Array[]
      readonly entries: readonly Pending[]
    }
  /** An act, sealed when it is first sent; sealed anew only if its epoch has ended meanwhile. */
  | {
      readonly kind: 'entry'
      readonly room: RoomId
      readonly entry: Pending
      readonly envelope?: Uint8Array
      readonly after?: After
      /** What it is said with, in another room: it goes once that stands there, and not where it was refused. */
      readonly beside?: { readonly room: RoomId; readonly entry: EntryId }
      /** As in the step that was decided. */
      readonly heeded?: readonly PartyId[]
      /** What spoke against it on the member's own side when it was decided (MAND-20). */
      readonly weighed?: readonly string[]
    }
  /** Acts that change who is in the room, and the keys of the epoch that follows, together; without acts, the keys alone. */
  | { readonly kind: 'change'; readonly room: RoomId; readonly entries: readonly Pending[] }
  /** Bytes for a mailbox. */
  | {
      readonly kind: 'mail'
      readonly log: RoomId
      readonly relay: RelayCard
      readonly key: string
      readonly envelope: Uint8Array
    }
  /** A right to make logs, for whoever is invited: its name, and until when, in ms since 1970. */
  | {
      readonly kind: 'mint'
      readonly relay: RelayCard
      readonly process: ProcessId
      readonly right: string
      readonly until: number
    }
  /** What is left of such a right. */
  | {
      readonly kind: 'revoke'
      readonly relay: RelayCard
      readonly process: ProcessId
      readonly right: string
    }
  /** What remains to be done about a room whose record was destroyed. */
  | { readonly kind: 'bury'; readonly room: RoomId }
  /** The current keys of rooms for a member, sealed when sent: after the change that admits them. */
  | { readonly kind: 'welcome'; readonly member: string; readonly rooms: readonly RoomId[] }

export type JobOf<K extends Job['kind']> = Extract<Job, { readonly kind: K }>

/** SYNC-40: which of what was decided together it belongs to, and until when it stays here, in ms since 1970 by this device. */
export type Holding = { readonly id: string; readonly until: number }

export type Item = {
  readonly seq: number
  readonly job: Job
  readonly refused?: Violation
  readonly held?: Holding
}

const keyOf = (seq: number): string => `out/${String(seq).padStart(12, '0')}`

/** The outbox of this device, as each of its windows reads it and asks it (SYNC-51). */
export abstract class AnyOutbox {
  protected readonly items = new Map<number, Item>()
  /** Kept by another version of this software, or damaged: left where they are. */
  unreadable = 0
  /** Called after every change. */
  onChange: () => void = () => {}

  /** Keeps all of them, and what else changes with them, or nothing; durable when it resolves. */
  abstract add(
    jobs: readonly Job[],
    also?: ReadonlyMap<string, Uint8Array | null>,
    held?: Holding,
  ): Promise<void>
  abstract remove(seq: number): Promise<void>
  /** Of what was decided together: it goes later, or sooner, while this program runs. */
  abstract holdBack(id: string, until: number): void
  /** All of it is gone, in one write; false where nothing of it was held any more. */
  abstract takeBack(id: string): Promise<boolean>

  /** In order, those refused left out. */
  waiting(): readonly Item[] {
    return this.all().filter(item => item.refused === undefined)
  }

  /** The acts that wait for a room, in order. */
  pendingIn(room: RoomId): readonly Pending[] {
    return this.waiting().flatMap(({ job }) => entriesFor(job, room))
  }

  refused(): readonly Item[] {
    return this.all().filter(item => item.refused !== undefined)
  }

  /** What was refused for good, as a person is told of it. */
  troubles(): readonly Trouble[] {
    return this.refused().map(({ job, refused }) => ({
      ...(refused ?? { code: 'refused' }),
      ...('room' in job ? { room: job.room } : {}),
    }))
  }

  /** In order. */
  all(): readonly Item[] {
    return [...this.items.values()]
  }

  /** SYNC-40: what may be taken back, with what was decided together with it, in order. */
  heldBack(): readonly (Holding & { readonly jobs: readonly Job[] })[] {
    const groups = new Map<string, Holding & { readonly jobs: Job[] }>()
    for (const { held, job } of this.waiting()) {
      if (held === undefined) continue
      const group = groups.get(held.id) ?? { ...held, jobs: [] }
      groups.set(held.id, group)
      group.jobs.push(job)
    }
    return [...groups.values()]
  }
}

/** The device's own, kept in its vault. */
export class Outbox extends AnyOutbox {
  readonly #box: Strongbox
  #next = 1

  private constructor(box: Strongbox) {
    super()
    this.#box = box
  }

  static async open(box: Strongbox): Promise<Outbox> {
    const outbox = new Outbox(box)
    for (const [key, bytes] of await box.vault.scan('out/')) {
      const seq = Number(key.slice('out/'.length))
      const value = await box.open(key, bytes)
      const item = value === undefined ? undefined : valueToItem(seq, value)
      if (item === undefined) outbox.unreadable += 1
      else outbox.items.set(seq, item)
      outbox.#next = Math.max(outbox.#next, seq + 1)
    }
    return outbox
  }

  async add(
    jobs: readonly Job[],
    also: ReadonlyMap<string, Uint8Array | null> = new Map(),
    held?: Holding,
  ): Promise<void> {
    const items = jobs.map(
      (job): Item => ({ seq: this.#next++, job, ...(held === undefined ? {} : { held }) }),
    )
    const changes = new Map(also)
    for (const item of items)
      changes.set(keyOf(item.seq), await this.#box.seal(keyOf(item.seq), itemToValue(item)))
    await this.#box.vault.write(changes)
    for (const item of items) this.items.set(item.seq, item)
    this.onChange()
  }

  async replace(item: Item): Promise<void> {
    await this.#box.put(keyOf(item.seq), itemToValue(item))
    this.items.set(item.seq, item)
    this.onChange()
  }

  async remove(seq: number, also: ReadonlyMap<string, Uint8Array | null> = new Map()): Promise<void> {
    await this.#box.vault.write(new Map([...also, [keyOf(seq), null]]))
    this.items.delete(seq)
    this.onChange()
  }

  holdBack(id: string, until: number): void {
    for (const item of this.#itemsOf(id)) this.items.set(item.seq, { ...item, held: { id, until } })
    this.onChange()
  }

  /** It begins to be sent, and is not taken back any more. Durable when it resolves. */
  async letGo(id: string): Promise<void> {
    const items = this.#itemsOf(id).map(({ seq, job }): Item => ({ seq, job }))
    const changes = new Map<string, Uint8Array>()
    for (const item of items)
      changes.set(keyOf(item.seq), await this.#box.seal(keyOf(item.seq), itemToValue(item)))
    for (const item of items) this.items.set(item.seq, item)
    this.onChange()
    await this.#box.vault.write(changes)
  }

  /** What else changes with it does so only where something was held. */
  async takeBack(id: string, also: ReadonlyMap<string, Uint8Array | null> = new Map()): Promise<boolean> {
    const items = this.#itemsOf(id)
    if (items.length === 0) return false
    for (const { seq } of items) this.items.delete(seq)
    this.onChange()
    const gone = items.map(({ seq }) => [keyOf(seq), null] as const)
    await this.#box.vault.write(new Map([...also, ...gone]))
    return true
  }

  #itemsOf(id: string): readonly Item[] {
    return this.all().filter(({ held }) => held?.id === id)
  }

  /** What an entry was sealed as when it was last sent. */
  envelopeOf(seq: number): Uint8Array | undefined {
    const job = this.items.get(seq)?.job
    return job?.kind === 'entry' ? job.envelope : undefined
  }
}

/** The acts of a job for a room, in order. */
export function entriesFor(job: Job, room: RoomId): readonly Pending[] {
  switch (job.kind) {
    case 'create':
    case 'change':
      return job.room === room ? job.entries : []
    case 'entry':
      return job.room === room ? [job.entry] : []
    case 'bury':
    case 'mail':
    case 'mint':
    case 'revoke':
    case 'welcome':
      return []
  }
}

/** Acts and cards are JSON by construction, which CBOR holds as it is. */
const itemToValue = ({ job, refused, held }: Item): Value =>
  held === undefined ? [job, refused ?? null] : [job, refused ?? null, held]

function valueToItem(seq: number, value: Value): Item | undefined {
  if (!isList(value)) return undefined
  const [job, refused, held] = value
  if (!isRecord(job)) return undefined
  const renewed = renewJob(job)
  if (!isSound(renewed)) return undefined
  return {
    seq,
    job: renewed as unknown as Job,
    ...(isRecord(refused) ? { refused: refused as unknown as Violation } : {}),
    ...(isRecord(held) ? { held: held as unknown as Holding } : {}),
  }
}

/** The box opens only what this device sealed; what remains to check is that this version still understands the acts. */
function isSound(job: { readonly [key: string]: Value }): boolean {
  const { after } = job
  const lone = [job['entry'], after].filter(each => each !== undefined)
  const entries = isList(job['entries']) ? job['entries'] : lone
  return entries.every(entry => isRecord(entry) && parseAct(entry['act']).ok)
}
