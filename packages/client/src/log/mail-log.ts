/** A mailbox: a log outside any room, where sealed messages wait for one reader. Its key is known to those who may write. */

import type { RoomId } from '@goodoffices/core'
import {
  type AccessKey,
  createAccessKey,
  type EpochKey,
  epochFirst,
  openEnvelope,
  sealEnvelope,
} from '@goodoffices/log'
import type { RelayRecord } from '../relay/port.ts'
import type { Replica } from './replica.ts'

/** Mailboxes keep the key they began with. */
const mailEpoch = epochFirst

/** A message, and where it stands. */
export type Mail = { readonly position: number; readonly bytes: Uint8Array }

type Opened = {
  readonly id: RoomId
  readonly key: EpochKey
  readonly access: AccessKey
  readonly from: number
}

/** Where a device keeps how far it has come with a mailbox of its member's. */
export const lettersKey = (mailbox: RoomId): string => `letters/${mailbox}`

export class MailLog {
  readonly id: RoomId
  readonly replica: Replica
  readonly key: EpochKey
  readonly access: AccessKey
  #held: Mail[] = []
  #from: number

  private constructor(replica: Replica, { id, key, access, from }: Opened) {
    this.id = id
    this.replica = replica
    this.key = key
    this.access = access
    this.#from = from
  }

  /** `from`: the position before which nothing is opened. */
  static async open(
    id: RoomId,
    replica: Replica,
    { key, from = 0 }: { readonly key: EpochKey; readonly from?: number },
  ): Promise<MailLog> {
    return new MailLog(replica, { id, key, from, access: await createAccessKey(key) })
  }

  /** What lies in it, in order; what cannot be opened is left out. */
  get messages(): readonly Uint8Array[] {
    return this.#held.map(({ bytes }) => bytes)
  }

  /** The same from a position on, each with its own. */
  from(position: number): readonly Mail[] {
    return this.#held.filter(mail => mail.position >= position)
  }

  /** What lies before a position is done with, and held no longer. */
  pass(position: number): void {
    this.#held = this.#held.filter(mail => mail.position >= position)
    this.#from = Math.max(this.#from, position)
  }

  /** A mailbox has one epoch. */
  accessIn(): AccessKey {
    return this.access
  }

  async read(records: readonly RelayRecord[]): Promise<void> {
    for (const { envelope, position } of records) {
      if (envelope === undefined || position < this.#from) continue
      const opened = await openEnvelope({ logId: this.id, epoch: mailEpoch, epochKey: this.key, envelope })
      if (opened.ok) this.#held.push({ position, bytes: opened.value })
    }
  }
}

export const sealMail = (log: RoomId, key: EpochKey, plaintext: Uint8Array): Promise<Uint8Array> =>
  sealEnvelope({ logId: log, epoch: mailEpoch, epochKey: key, plaintext })
