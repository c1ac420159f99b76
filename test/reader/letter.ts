/** Letters: what is wrapped for a device, as `docs/spec/keys.md` (KEY-5) and `envelopes.md` (ENV-40 to ENV-43) have it. */

import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  decapsulate,
  diffieHellman,
} from 'node:crypto'
import { holds } from './log.ts'
import {
  bytesAt,
  contentKeyOf,
  decode,
  demand,
  derive,
  encode,
  hash,
  listOf,
  openGcm,
  openWith,
  prefix,
  unpad,
  type Value,
} from './values.ts'

const shake256 = (bytes: Uint8Array, length: number): Buffer =>
  createHash('shake256', { outputLength: length }).update(bytes).digest()

const kem = Buffer.from('4b454d647a', 'hex')
const suite = Buffer.from('48504b45647a00010002', 'hex')
const version = Buffer.from('HPKE-v1')

/** What stands before a seed of ML-KEM-768 and a private key of X25519 in PKCS #8. */
const mlKem = Buffer.from('3054020100300b060960864801650304040204428040', 'hex')
const x25519 = Buffer.from('302e020100300506032b656e04220420', 'hex')
const privateKey = (before: Uint8Array, key: Uint8Array) =>
  createPrivateKey({ key: Buffer.concat([before, key]), format: 'der', type: 'pkcs8' })

type Wrapped = { readonly encapsulation: Uint8Array; readonly sealed: Uint8Array }

/** The device of a seed, as far as it opens what is wrapped for it. */
function openerOf(seed: Uint8Array) {
  const label = Buffer.concat([
    version,
    kem,
    Uint8Array.of(0, 13),
    Buffer.from('DeriveKeyPair'),
    Uint8Array.of(0, 32),
  ])
  const expanded = shake256(shake256(Buffer.concat([derive('device-wrap', seed), label]), 32), 96)
  const [pq, traditional] = [
    privateKey(mlKem, expanded.subarray(0, 64)),
    privateKey(x25519, expanded.subarray(64)),
  ]
  const own = Buffer.from(createPublicKey(traditional).export({ format: 'jwk' }).x ?? '', 'base64url')
  return ({ encapsulation, sealed }: Wrapped, name: string, context: Uint8Array): Uint8Array => {
    const ephemeral = encapsulation.subarray(1088)
    const x = Buffer.from(ephemeral).toString('base64url')
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' })
    const shared = createHash('sha3-256')
      .update(decapsulate(pq, encapsulation.subarray(0, 1088)))
      .update(diffieHellman({ privateKey: traditional, publicKey }))
      .update(ephemeral)
      .update(own)
      .update(Buffer.from('5c2e2f2f5e5c', 'hex'))
      .digest()
    return openBase(shared, prefix(name), { context, sealed })
  }
}

const none = new Uint8Array()
const hmac = (key: Uint8Array, ...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((made, part) => made.update(part), createHmac('sha256', key)).digest()

const extract = (salt: Uint8Array, label: string, ikm: Uint8Array): Uint8Array =>
  hmac(salt, version, suite, Buffer.from(label), ikm)

/** RFC 9180, base mode, with HKDF-SHA-256 and AES-256-GCM: sections 4, 5.1 and 5.2, of one message. */
function openBase(
  shared: Uint8Array,
  info: Uint8Array,
  { context: data, sealed }: { readonly context: Uint8Array; readonly sealed: Uint8Array },
): Uint8Array {
  const context = [Uint8Array.of(0), extract(none, 'psk_id_hash', none), extract(none, 'info_hash', info)]
  const secret = extract(shared, 'secret', none)
  // Both are as long as one block of the hash, or shorter.
  const expand = (label: string, length: number): Uint8Array =>
    hmac(
      secret,
      Uint8Array.of(0, length),
      version,
      suite,
      Buffer.from(label),
      ...context,
      Uint8Array.of(1),
    ).subarray(0, length)
  return openGcm(expand('key', 32), expand('base_nonce', 12), data, sealed)
}

/** ENV-40 to ENV-42: what a letter says and which device sent it, for the device of a seed. */
export function openLetter(letter: Uint8Array, seed: Uint8Array, context: Value) {
  const [, wraps, sealed = null] = listOf(decode(letter))
  const open = openerOf(seed)
  const bound = encode([1, 'key', context])
  const key = listOf(wraps)
    .map(wrap => {
      try {
        return open({ encapsulation: bytesAt(wrap, 0), sealed: bytesAt(wrap, 1) }, 'sealed', bound)
      } catch {
        return undefined
      }
    })
    .find(found => found !== undefined)
  demand(key !== undefined, 'ENV-40')
  const body = encode([1, 'body', context])
  const said = listOf(
    decode(unpad(openWith('sealed', contentKeyOf('sealed', key, body, sealed), body, sealed))),
  )
  const text = bytesAt(said, 2)
  const signed = Buffer.concat([
    prefix('sealed-sender'),
    encode([context, said[1] ?? null, hash('sealed', text)]),
  ])
  const sender = hash('device-id', bytesAt(said[0], 0), bytesAt(said[0], 1)).toString('base64url')
  demand(holds(bytesAt(said[0], 0), signed, bytesAt(said, 3)), 'ENV-42')
  return { sender, text: decode(text) }
}
