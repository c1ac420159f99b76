import { type AccessKey, createAccessKey } from './access.ts'
import type { Bytes } from './bytes.ts'
import { encode } from './encoding.ts'
import { hash } from './hash.ts'
import { type LogId, logIdOf } from './id.ts'
import { createSecret, type Secret } from './secret.ts'
import { tags } from './tags.ts'

/** The first epoch of every log. */
export const epochFirst = 1

/** From it follow the epoch's access key and the keys of its envelopes. */
export type EpochKey = Secret

export const createEpochKey = (): EpochKey => createSecret()

/** What a keys envelope says in the open, so that every recipient can tell that all were given the same key. */
export const commitToEpochKey = (logId: string, epoch: number, key: EpochKey): Bytes =>
  hash(tags.epochCommitment, encode([logId, epoch]), key.reveal())

/** Names a log that does not exist yet by the key of its first epoch. */
export const logIdOfEpochKey = async (
  firstEpochKey: EpochKey,
): Promise<{ logId: LogId; accessKey: AccessKey }> => {
  const accessKey = await createAccessKey(firstEpochKey)
  return { logId: logIdOf(accessKey.publicKey), accessKey }
}
