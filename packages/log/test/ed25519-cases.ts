import { ed25519 } from '@noble/curves/ed25519.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { bytesToHex, concat, hexToBytes, utf8 } from '../src/index.ts'
import type { VectorCase } from './vector-operations.ts'

/**
 * Signatures at the edges of Ed25519, made by arithmetic: keys and nonces with a part of small order, other encodings of
 * the same points, scalars beyond the group order. RFC 8032 leaves room on them, and implementations differ.
 */
const { Point } = ed25519
type Point = InstanceType<typeof Point>

const order = Point.Fn.ORDER
const prime = 2n ** 255n - 19n

const bytesOf = (hex: string): Uint8Array => {
  const bytes = hexToBytes(hex)
  if (!bytes.ok) throw new Error(hex)
  return bytes.value
}

const littleEndian = (number: bigint): Uint8Array =>
  Uint8Array.from({ length: 32 }, (_, i) => Number((number >> BigInt(8 * i)) & 255n))

const numberOf = (bytes: Uint8Array): bigint =>
  bytes.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n)

/** Of order 8: its multiples are the points of small order. */
const torsion = Point.fromBytes(bytesOf('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa'))
const torsionTimes = (times: number): Point => (times === 0 ? Point.ZERO : torsion.multiply(BigInt(times)))
const times = (scalar: bigint): Point => (scalar === 0n ? Point.ZERO : Point.BASE.multiply(scalar))

/** The encodings of a point that decoders lenient about y ≥ p or about the sign of x = 0 take for it. */
const otherEncodings = (point: Point): readonly Uint8Array[] => {
  const encoded = point.toBytes()
  const { x, y } = point.toAffine()
  const sign = BigInt((encoded[31] as number) >> 7) << 255n
  const spellings = y < 19n ? [y, y + prime] : [y]
  const signs = x === 0n ? [0n, 1n << 255n] : [sign]
  return spellings
    .flatMap(spelled => signs.map(bit => littleEndian(spelled | bit)))
    .filter(spelled => bytesToHex(spelled) !== bytesToHex(encoded))
}

const secretScalar = numberOf(sha512(utf8('an edge case key'))) % order
const nonceScalar = numberOf(sha512(utf8('an edge case nonce'))) % order
const message = utf8('the text that is signed')

/** S for the given encodings of A and R, by the scalars alone: right but for parts of small order. */
const scalarFor = (encodedR: Uint8Array, encodedA: Uint8Array, r: bigint, a: bigint): bigint => {
  const k = numberOf(sha512(concat(encodedR, encodedA, message))) % order
  return (r + k * a) % order
}

const caseOf = (
  name: string,
  publicKey: Uint8Array,
  signature: Uint8Array,
  expected: VectorCase['expected'],
): VectorCase => ({
  name,
  rule: 'KEY-6',
  operation: 'verifySignature',
  input: { publicKey: bytesToHex(publicKey), message: bytesToHex(message), signature: bytesToHex(signature) },
  expected,
})

/** Seeds at which engines have stumbled: some drop the zero bytes that a number begins with. */
const seedCase = (name: string, seed: Uint8Array): VectorCase => ({
  name,
  rule: 'KEY-4',
  operation: 'createSigningKey',
  input: { seed: bytesToHex(seed), message: bytesToHex(message) },
  expected: {
    value: { publicKey: bytesToHex(ed25519.getPublicKey(seed)), own: 'valid' },
  },
})

const seedFrom = (...first: readonly number[]): Uint8Array =>
  Uint8Array.from({ length: 32 }, (_, i) => first[i] ?? i)

/** A seed from which a public key follows whose first byte is zero: found by counting. */
const seedOfZeroKey = (): Uint8Array => {
  for (let i = 0; ; i++) {
    const seed = seedFrom(255, i & 255, i >> 8)
    if (ed25519.getPublicKey(seed)[0] === 0) return seed
  }
}

const makeSeedCases = (): readonly VectorCase[] => [
  seedCase('a seed that begins with a zero byte', seedFrom(0)),
  seedCase('a seed that begins with eight zero bytes', seedFrom(0, 0, 0, 0, 0, 0, 0, 0)),
  seedCase('a seed of zeros', new Uint8Array(32)),
  seedCase('a seed that ends with a zero byte', seedFrom(1).with(31, 0)),
  seedCase('a seed of ones', new Uint8Array(32).fill(255)),
  seedCase('a seed whose public key begins with a zero byte', seedOfZeroKey()),
]

export const makeEd25519Cases = (): readonly VectorCase[] => {
  const key = times(secretScalar).toBytes()
  const [valid, invalid, refused] = [
    { value: 'valid' },
    { value: 'invalid' },
    { refused: 'key/not-enrollable' },
  ]
  const sign = (encodedR: Uint8Array, encodedA: Uint8Array, r: bigint, a: bigint): Uint8Array =>
    concat(encodedR, littleEndian(scalarFor(encodedR, encodedA, r, a)))
  const cases: VectorCase[] = [...makeSeedCases()]

  const honestR = times(nonceScalar).toBytes()
  const honest = sign(honestR, key, nonceScalar, secretScalar)
  cases.push(caseOf('an ordinary signature', key, honest, valid))
  const beyond = concat(honestR, littleEndian(scalarFor(honestR, key, nonceScalar, secretScalar) + order))
  cases.push(caseOf('S beyond the group order', key, beyond, invalid))
  cases.push(caseOf('another S', key, honest.with(32, (honest[32] as number) ^ 1), invalid))
  cases.push(caseOf('another R', key, honest.with(0, (honest[0] as number) ^ 1), invalid))
  cases.push(caseOf('a signature of 63 bytes', key, honest.slice(0, 63), invalid))
  cases.push(caseOf('a signature of zeros', key, new Uint8Array(64), invalid))

  for (let j = 1; j < 8; j++) {
    const r = times(nonceScalar).add(torsionTimes(j)).toBytes()
    cases.push(
      caseOf(`R with a part of small order, ${j}`, key, sign(r, key, nonceScalar, secretScalar), invalid),
    )
  }
  for (let j = 0; j < 8; j++) {
    const point = torsionTimes(j)
    for (const r of [point.toBytes(), ...otherEncodings(point)])
      cases.push(caseOf(`R of small order, ${bytesToHex(r)}`, key, sign(r, key, 0n, secretScalar), invalid))
  }
  for (let i = 0; i < 8; i++) {
    const point = torsionTimes(i)
    for (const a of [point.toBytes(), ...otherEncodings(point)])
      cases.push(
        caseOf(`a key of small order, ${bytesToHex(a)}`, a, sign(honestR, a, nonceScalar, 0n), refused),
      )
  }
  for (let i = 1; i < 8; i++) {
    const a = times(secretScalar).add(torsionTimes(i)).toBytes()
    cases.push(
      caseOf(
        `a key with a part of small order, ${i}`,
        a,
        sign(honestR, a, nonceScalar, secretScalar),
        refused,
      ),
    )
  }
  for (let y = 2n; y < 19n; y++)
    for (const sign of [0n, 1n << 255n]) {
      const spelled = littleEndian((y + prime) | sign)
      cases.push(
        caseOf(`a key spelled with y = p + ${y}${sign > 0n ? ', x odd' : ''}`, spelled, honest, refused),
      )
    }
  cases.push(caseOf('a key that is no point', littleEndian(2n), honest, refused))
  cases.push(caseOf('a key of 31 bytes', key.slice(0, 31), honest, refused))
  return cases
}
