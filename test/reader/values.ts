/** Values and what is derived from them, as `docs/spec/encoding.md` has them. */

import { createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto'

export type Value = null | boolean | number | string | Uint8Array | readonly Value[] | Fields
export type Fields = { readonly [name: string]: Value }

/** What does not hold: a page of the specification says why. */
export class Refused extends Error {}

export function demand(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Refused(what)
}

/** ENC-2: the one encoding of a value. */
export function encode(value: Value): Uint8Array {
  if (value === null) return Uint8Array.of(0xf6)
  if (typeof value === 'boolean') return Uint8Array.of(value ? 0xf5 : 0xf4)
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value])
  if (isList(value)) return Buffer.concat([head(4, value.length), ...value.map(encode)])
  const pairs = Object.entries(value).map(([key, inner]) => [encode(key), encode(inner)] as const)
  // ENC-3: the heads of shorter keys are less, so that bytes alone give the order.
  const sorted = pairs.toSorted(([a], [b]) => Buffer.compare(a, b))
  return Buffer.concat([head(5, pairs.length), ...sorted.flat()])
}

function head(major: number, count: number): Uint8Array {
  const type = major << 5
  if (count < 24) return Uint8Array.of(type | count)
  if (count < 0x100) return Uint8Array.of(type | 24, count)
  const bytes = Buffer.alloc(count < 0x1_0000 ? 3 : count < 0x1_0000_0000 ? 5 : 9)
  bytes[0] = type | (bytes.length === 3 ? 25 : bytes.length === 5 ? 26 : 27)
  if (bytes.length === 3) bytes.writeUInt16BE(count, 1)
  else if (bytes.length === 5) bytes.writeUInt32BE(count, 1)
  else bytes.writeBigUInt64BE(BigInt(count), 1)
  return bytes
}

export const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

/** ENC-4: what encodes to these bytes again. */
export function decode(bytes: Uint8Array): Value {
  const [value, end] = readAt(Buffer.from(bytes), 0)
  demand(end === bytes.length && Buffer.compare(encode(value), bytes) === 0, 'ENC-4')
  return value
}

function readAt(bytes: Buffer, at: number): readonly [Value, number] {
  demand(at < bytes.length, 'ENC-6')
  const [major, low] = [(bytes[at] ?? 0) >> 5, (bytes[at] ?? 0) & 31]
  if (major === 7) {
    demand(low >= 20 && low <= 22, 'ENC-6')
    return [low === 22 ? null : low === 21, at + 1]
  }
  const width = low < 24 ? 0 : 1 << (low - 24)
  demand(low < 28 && at + 1 + width <= bytes.length, 'ENC-6')
  const count =
    width === 0 ? low : width === 8 ? Number(bytes.readBigUInt64BE(at + 1)) : bytes.readUIntBE(at + 1, width)
  const start = at + 1 + width
  // ENC-1
  demand(Number.isSafeInteger(major === 1 ? -1 - count : count), 'ENC-6')
  if (major < 2) return [major === 0 ? count : -1 - count, start]
  if (major < 4) {
    demand(start + count <= bytes.length, 'ENC-6')
    const piece = bytes.subarray(start, start + count)
    return [major === 2 ? Uint8Array.from(piece) : piece.toString(), start + count]
  }
  demand(major < 6 && count <= bytes.length - start, 'ENC-6')
  const items: Value[] = []
  let end = start
  for (let i = 0; i < count * (major - 3); i += 1) {
    const [item, next] = readAt(bytes, end)
    items.push(item)
    end = next
  }
  if (major === 4) return [items, end]
  const pairs = Array.from({ length: count }, (_, at) => {
    const [key, inner = null] = items.slice(2 * at, 2 * at + 2)
    demand(typeof key === 'string', 'ENC-6')
    return [key, inner] as const
  })
  return [Object.fromEntries(pairs), end]
}

export const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

/** ENC-10, with the names of ENC-11. */
export const prefix = (name: string): Uint8Array => {
  const tag = Buffer.from(`good-offices/${name}/1`)
  return Buffer.concat([Uint8Array.of(tag.length), tag])
}

export const hash = (name: string, ...parts: readonly Uint8Array[]): Buffer =>
  sha256(prefix(name), ...parts.flatMap(part => [uint32(part.length), part]))

const uint32 = (value: number): Uint8Array => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

const none: Uint8Array = new Uint8Array()

export const derive = (name: string, key: Uint8Array, salt = none, info = none): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, salt, Buffer.concat([prefix(name), info]), 32))

export const authenticate = (name: string, key: Uint8Array, message: Uint8Array): Buffer =>
  createHmac('sha256', key).update(prefix(name)).update(message).digest()

/** ENV-6: the content key of sealed bytes. */
export const contentKeyOf = (name: string, key: Uint8Array, context: Uint8Array, sealed: Value): Uint8Array =>
  derive(name, key, bytesAt(sealed, 0), context)

/** ENV-6: the bytes, with the key of these alone. */
export function openWith(
  name: string,
  contentKey: Uint8Array,
  context: Uint8Array,
  sealed: Value,
): Uint8Array {
  const [commitment, ciphertext] = [bytesAt(sealed, 1), bytesAt(sealed, 2)]
  demand(hash('commitment', contentKey, prefix(name), context).equals(commitment), 'ENV-6')
  return openGcm(contentKey, Buffer.alloc(12), Buffer.concat([prefix(name), context]), ciphertext)
}

export function openGcm(
  key: Uint8Array,
  nonce: Uint8Array,
  data: Uint8Array,
  sealed: Uint8Array,
): Uint8Array {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce)
  decipher.setAAD(data)
  decipher.setAuthTag(sealed.subarray(sealed.length - 16))
  return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - 16)), decipher.final()])
}

/** ENV-5: without the padding. */
export function unpad(padded: Uint8Array): Uint8Array {
  const end = padded.lastIndexOf(0x80)
  demand(end >= 0 && padded.subarray(end + 1).every(byte => byte === 0), 'ENV-5')
  return padded.subarray(0, end)
}

export function listOf(value: Value | undefined): readonly Value[] {
  demand(value !== undefined && isList(value), 'another form: no list')
  return value
}
export function fieldsOf(value: Value | undefined): Fields {
  const isRecord =
    typeof value === 'object' && value !== null && !isList(value) && !(value instanceof Uint8Array)
  demand(isRecord, 'another form: no record')
  return value
}
export function bytesAt(list: Value | undefined, at: number): Uint8Array {
  const found = listOf(list)[at]
  demand(found instanceof Uint8Array, 'another form: no bytes')
  return found
}
export function textAt(list: Value | undefined, at: number): string {
  const found = listOf(list)[at]
  demand(typeof found === 'string', 'another form: no text')
  return found
}
