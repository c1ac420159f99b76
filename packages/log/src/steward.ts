import { createSigningKey, type SigningKey } from './ed25519.ts'
import { deriveBytes } from './hash.ts'
import { createSecret, type Secret } from './secret.ts'
import { tags } from './tags.ts'

/**
 * What those who administer a room hold beyond its epoch key, new with each epoch. The relay, which cannot tell who may, begins
 * an epoch and destroys envelopes only for who signs with it.
 */
export type StewardSecret = Secret

export const createStewardSecret = (): StewardSecret => createSecret()

export const createStewardKey = (secret: StewardSecret): Promise<SigningKey> =>
  createSigningKey(deriveBytes({ key: secret.reveal(), tag: tags.stewardSeed, length: 32 }))
