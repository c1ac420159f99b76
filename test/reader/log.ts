/** The tree, its signed head and evidence, as `docs/spec/log.md` and the pages that it names have them. */

import { createPublicKey, verify } from 'node:crypto'
import { demand, encode, sha256 } from './values.ts'

export const base64 = (text: string): Buffer => Buffer.from(text, 'base64')

/** RFC 8032, over bytes as they are. */
export function holds(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
  const x = Buffer.from(publicKey).toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  return verify(null, bytes, key, signature)
}

/** LOG-1 and LOG-2. */
export const leafOf = (time: number, envelopeHash: Uint8Array): Buffer =>
  sha256(Uint8Array.of(0), encode(['good-offices/leaf/1', time, envelopeHash]))
const nodeOf = (left: Uint8Array, right: Uint8Array): Buffer => sha256(Uint8Array.of(1), left, right)

/** RFC 9162, section 2.1.1: split at the largest power of two below the size. */
export function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  const [first] = leaves
  if (first === undefined) return sha256()
  if (leaves.length === 1) return first
  const half = 2 ** Math.ceil(Math.log2(leaves.length) - 1)
  return nodeOf(rootOf(leaves.slice(0, half)), rootOf(leaves.slice(half)))
}

/** RFC 9162, section 2.1.3.2. */
export function rootFrom(
  leaf: Uint8Array,
  place: { readonly index: number; readonly size: number },
  path: readonly Uint8Array[],
): Uint8Array {
  demand(place.index < place.size, 'LOG-4')
  let [hash, index, last] = [leaf, place.index, place.size - 1]
  for (const other of path) {
    demand(last > 0, 'LOG-4')
    if (index % 2 === 1 || index === last) {
      hash = nodeOf(other, hash)
      for (; index % 2 === 0 && index > 0; index = Math.floor(index / 2)) last = Math.floor(last / 2)
    } else hash = nodeOf(hash, other)
    index = Math.floor(index / 2)
    last = Math.floor(last / 2)
  }
  demand(last === 0, 'LOG-4')
  return hash
}

export type Head = { readonly size: number; readonly root: Uint8Array }

/** LOG-10 to LOG-12: a checkpoint of this log, signed by the relay of this verifier key. */
export function readCheckpoint(note: string, verifier: string, log: string): Head {
  const [name = '', id = '', ...rest] = verifier.split('+')
  const material = base64(rest.join('+'))
  const keyId = sha256(Buffer.from(`${name}\n`), material).subarray(0, 4)
  demand(material[0] === 1 && keyId.toString('hex') === id, 'LOG-11')
  const [text = '', signatures = ''] = note.split('\n\n')
  const line = signatures.split('\n').find(each => each.startsWith(`— ${name} `)) ?? ''
  const signature = base64(line.slice(`— ${name} `.length))
  demand(signature.subarray(0, 4).equals(keyId), 'LOG-10')
  demand(holds(material.subarray(1), Buffer.from(`${text}\n`), signature.subarray(4)), 'LOG-10')
  const [origin, size, root = '', ...more] = text.split('\n')
  demand(origin === `${name}/${log}` && more.length === 0, 'LOG-12')
  return { size: Number(size), root: base64(root) }
}

/** LOG-21. */
export function readProof(text: string) {
  const end = text.indexOf('\n\n')
  const [first, extra = '', index = '', ...hashes] = text.slice(0, end).split('\n')
  demand(
    first === 'c2sp.org/tlog-proof@v1' && extra.startsWith('extra ') && index.startsWith('index '),
    'LOG-21',
  )
  return {
    extra: base64(extra.slice('extra '.length)),
    index: Number(index.slice('index '.length)),
    hashes: hashes.map(base64),
    checkpoint: text.slice(end + 2),
  }
}
