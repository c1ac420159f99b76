/** The logs that this device holds: rooms and mailboxes, each opened once from its local copy, and the rooms' snapshots. */

import type { Kept, RelayCard, RoomId } from '@goodoffices/core'
import {
  type Device,
  type EpochKey,
  isRecord,
  type NoteVerifier,
  type Secret,
  textToSecret,
  textToVerifier,
} from '@goodoffices/log'
import type { Strongbox } from '../identity/strongbox.ts'
import { lettersKey, MailLog } from '../log/mail-log.ts'
import { Replica } from '../log/replica.ts'
import { RoomLog } from '../log/room-log.ts'
import { isSnapshotDue, keepSnapshot, readSnapshot, snapshotKeys } from '../log/snapshot.ts'
import { ok } from '../result.ts'

export type AnyLog = RoomLog | MailLog

/** A line of a keyring; the key may be at hand as it is. */
export type KeptLine = Omit<Kept, 'key'> & { readonly key: Kept['key'] | Secret }

export type HoldingsOptions = {
  readonly box: Strongbox
  readonly device: Device
  /** See `Identity`. */
  readonly former?: Device | undefined
  /** Which program this is, see `OpenOptions`. */
  readonly stamp: string | undefined
  /** A local copy could not be used and is read again from its relay. */
  readonly onDamaged: (room: RoomId) => void
}

export class Holdings {
  readonly #options: HoldingsOptions
  readonly #rooms = new Map<RoomId, RoomLog>()
  readonly #mail = new Map<RoomId, MailLog>()
  readonly #relays = new Map<RoomId, RelayCard>()
  /** The size of each room's log at its last snapshot. */
  readonly #snapshotAt = new Map<RoomId, number>()
  readonly #opening = new Map<RoomId, Promise<void>>()

  constructor(options: HoldingsOptions) {
    this.#options = options
  }

  room(id: RoomId): RoomLog | undefined {
    return this.#rooms.get(id)
  }

  mailbox(id: RoomId): MailLog | undefined {
    return this.#mail.get(id)
  }

  log(id: RoomId): AnyLog | undefined {
    return this.#rooms.get(id) ?? this.#mail.get(id)
  }

  get ids(): readonly RoomId[] {
    return [...this.#rooms.keys(), ...this.#mail.keys()]
  }

  get mailboxes(): readonly MailLog[] {
    return [...this.#mail.values()]
  }

  relayOf(id: RoomId): RelayCard | undefined {
    return this.#relays.get(id)
  }

  /** Opens the local copy of a log, or learns another key of one that is open. */
  async open(kept: KeptLine): Promise<'opened' | 'known' | 'unreadable'> {
    const secret = typeof kept.key === 'string' ? textToSecret(kept.key) : ok(kept.key)
    const relay = textToVerifier(kept.relay.verifier)
    if (!secret.ok || !relay.ok) return 'unreadable'
    // One copy of a log, whoever asks for it first.
    while (this.#opening.has(kept.room)) await this.#opening.get(kept.room)
    const known = this.#rooms.get(kept.room)
    if (known !== undefined) await known.learn(kept.epoch, secret.value)
    if (known !== undefined || this.#mail.has(kept.room)) return 'known'
    this.#relays.set(kept.room, kept.relay)
    const opening =
      kept.purpose === 'mailbox'
        ? this.#openMailbox(kept.room, relay.value, secret.value)
        : this.#openRoom(kept.room, relay.value, { epoch: kept.epoch, key: secret.value })
    this.#opening.set(
      kept.room,
      opening.finally(() => this.#opening.delete(kept.room)),
    )
    await this.#opening.get(kept.room)
    return 'opened'
  }

  async #openMailbox(id: RoomId, relay: NoteVerifier, key: EpochKey): Promise<void> {
    const { box } = this.#options
    const read = await box.get(lettersKey(id))
    const from = read !== undefined && isRecord(read) ? Number(read['read']) : 0
    const { reader: mailbox, damaged } = await Replica.open(id, {
      vault: box.vault,
      relay,
      begin: replica => MailLog.open(id, replica, { key, from }),
    })
    if (damaged) this.#options.onDamaged(id)
    this.#mail.set(id, mailbox)
  }

  async #openRoom(
    id: RoomId,
    relay: NoteVerifier,
    known: { readonly epoch: number; readonly key: EpochKey },
  ): Promise<void> {
    const { box, device, former, stamp } = this.#options
    const snapshot = stamp === undefined ? undefined : await readSnapshot(box, id, stamp)
    const { reader: log, damaged } = await Replica.open(id, {
      vault: box.vault,
      relay,
      from: snapshot?.tree,
      begin: async (replica, isFrom) => {
        const parts = isFrom ? snapshot?.parts : undefined
        const begun = new RoomLog({ id, replica, device, former, ...(parts === undefined ? {} : { parts }) })
        await begun.restore(parts?.keys ?? [])
        await begun.learn(known.epoch, known.key)
        return begun
      },
    })
    if (damaged) this.#options.onDamaged(id)
    this.#snapshotAt.set(id, log.readFrom)
    this.#rooms.set(id, log)
  }

  /** Whether the room is still held, and enough of it has been read since the last one. */
  isSnapshotDue(log: RoomLog): boolean {
    return (
      this.#options.stamp !== undefined &&
      this.#rooms.get(log.id) === log &&
      log.isBegun &&
      !log.isShutOut &&
      isSnapshotDue(log.replica.size, this.#snapshotAt.get(log.id) ?? 0)
    )
  }

  /** Where one is due. Not while the log is being read: the state would be behind the tree. */
  async keepSnapshot(log: RoomLog): Promise<void> {
    const { box, stamp } = this.#options
    if (stamp === undefined || !this.isSnapshotDue(log)) return
    this.#snapshotAt.set(log.id, log.replica.size)
    await keepSnapshot(box, log, stamp)
  }

  /** Lets go of a log, and removes everything that the device keeps of it. */
  async forget(id: RoomId): Promise<void> {
    await this.#opening.get(id)
    this.#rooms.delete(id)
    this.#mail.delete(id)
    this.#snapshotAt.delete(id)
    const { vault } = this.#options.box
    const drafts = (await vault.scan('draft/')).filter(([key]) => key.includes(id))
    const read = [...(await snapshotKeys(id, vault)), ...drafts.map(([key]) => key)]
    const kept = [...(await Replica.keysOf(id, vault)), ...read, lettersKey(id)]
    if (kept.length > 0) await vault.write(new Map(kept.map(key => [key, null])))
  }

  /** The whole record of a room, verified again from its first entry; undefined where the room is not held. */
  async readWhole(id: RoomId): Promise<RoomLog | undefined> {
    const log = this.#rooms.get(id)
    if (log === undefined || log.readFrom === 0) return log
    const { box, device, former } = this.#options
    const { reader: whole } = await Replica.open(id, {
      vault: box.vault,
      relay: log.replica.relay,
      begin: async replica => {
        const begun = new RoomLog({ id, replica, device, former })
        for (const { epoch, key } of log.epochKeys()) await begun.learn(epoch, key)
        return begun
      },
    })
    return whole
  }
}
