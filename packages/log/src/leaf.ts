import type { Bytes } from './bytes.ts'
import { encode } from './encoding.ts'
import { sha256 } from './hash.ts'
import { leafHash } from './merkle.ts'
import { tags } from './tags.ts'

/**
 * What the tree keeps of an envelope: its hash and the time at which the relay took it. The ciphertext can be destroyed,
 * and its place and time stay provable.
 */
export interface Leaf {
  /** When the relay gave the envelope its place, in milliseconds since 1970. */
  readonly time: number
  /** SHA-256 of the envelope's bytes. */
  readonly envelopeHash: Uint8Array
}

export const envelopeLeaf = (time: number, envelope: Uint8Array): Leaf => ({
  time,
  envelopeHash: sha256(envelope),
})

/** The leaf's data: what RFC 9162 hashes into the tree. */
export const leafToBytes = ({ time, envelopeHash }: Leaf): Bytes => encode([tags.leaf, time, envelopeHash])

/** The leaf's hash in the tree. */
export const hashLeaf = (leaf: Leaf): Bytes => leafHash(leafToBytes(leaf))
