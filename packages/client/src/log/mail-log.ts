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

export class MailLog {
  readonly id: RoomId
  readonly replica: Replica
  readonly key: EpochKey
  readonly access: AccessKey
  /** What lies in it, in order; what cannot be opened is left out. */
  readonly messages: Uint8Array[] = []

  private constructor(id: RoomId, replica: Replica, key: EpochKey, access: AccessKey) {
    this.id = id
    this.replica = replica
    this.key = key
    this.access = access
  }

  static async open(id: RoomId, replica: Replica, key: EpochKey): Promise<MailLog> {
    return new MailLog(id, replica, key, await createAccessKey(key))
  }

  /** A mailbox has one epoch. */
  accessIn(): AccessKey {
    return this.access
  }

  async read(records: readonly RelayRecord[]): Promise<void> {
    for (const { envelope } of records) {
      if (envelope === undefined) continue
      const opened = await openEnvelope({ logId: this.id, epoch: mailEpoch, epochKey: this.key, envelope })
      if (opened.ok) this.messages.push(opened.value)
    }
  }
}

export const sealMail = (log: RoomId, key: EpochKey, plaintext: Uint8Array): Promise<Uint8Array> =>
  sealEnvelope({ logId: log, epoch: mailEpoch, epochKey: key, plaintext })
