import { type Result, refuse, succeed } from './result.ts'

/** Bytes in memory of their own, as WebCrypto and `fetch` want them. Parameters accept any `Uint8Array`. */
export type Bytes = Uint8Array<ArrayBuffer>

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** UTF-8 of a well-formed string. A lone surrogate would be silently replaced, so it is our bug and throws. */
export const utf8 = (text: string): Bytes => {
  if (!text.isWellFormed()) throw new TypeError('text holds a lone surrogate')
  return encoder.encode(text)
}

export const fromUtf8 = (bytes: Uint8Array): Result<string> => {
  try {
    return succeed(decoder.decode(bytes))
  } catch {
    return refuse('bytes/malformed', { encoding: 'utf-8' })
  }
}

export const concat = (...parts: readonly Uint8Array[]): Bytes => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

/** Takes the same time wherever the difference is, as far as a JavaScript engine allows. */
export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false
  let difference = 0
  for (let i = 0; i < a.length; i++) difference |= (a[i] as number) ^ (b[i] as number)
  return difference === 0
}

export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

/** 4 bytes, big-endian. `value` is an integer in [0, 2^32). */
export const uint32 = (value: number): Bytes => {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

/** 8 bytes, big-endian. `value` is a safe integer, not negative. */
export const uint64 = (value: number): Bytes => {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value))
  return bytes
}

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export const bytesToHex = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += hexOf[byte]
  return text
}

/** Accepts lower-case hex of whole bytes only, so that every value has one spelling. */
export const hexToBytes = (text: string): Result<Bytes> => {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text))
    return refuse('bytes/malformed', { encoding: 'hex' })
  return succeed(
    Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16)),
  )
}

const standard = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const urlSafe = `${standard.slice(0, 62)}-_`

const bytesToDigits = (bytes: Uint8Array, alphabet: string): string => {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 6) {
      bits -= 6
      text += alphabet[(held >> bits) & 63]
    }
  }
  return bits > 0 ? text + alphabet[(held << (6 - bits)) & 63] : text
}

const inverse = (alphabet: string): Int8Array => {
  const digits = new Int8Array(128).fill(-1)
  for (let i = 0; i < 64; i++) digits[alphabet.charCodeAt(i)] = i
  return digits
}
const standardInverse = inverse(standard)
const urlSafeInverse = inverse(urlSafe)

/** Refuses foreign characters, a length no bytes have, and stray bits after the last byte (RFC 4648, section 3.5). */
const digitsToBytes = (text: string, digits: Int8Array): Bytes | undefined => {
  if (text.length % 4 === 1) return undefined
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let held = 0
  let bits = 0
  let at = 0
  for (let i = 0; i < text.length; i++) {
    const digit = digits[text.charCodeAt(i)] ?? -1
    if (digit < 0) return undefined
    held = ((held << 6) | digit) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (held >> bits) & 255
    }
  }
  return (held & ((1 << bits) - 1)) === 0 ? bytes : undefined
}

/** RFC 4648, section 5, without padding. */
export const bytesToBase64url = (bytes: Uint8Array): string => bytesToDigits(bytes, urlSafe)

export const base64urlToBytes = (text: string): Result<Bytes> => {
  const bytes = digitsToBytes(text, urlSafeInverse)
  return bytes === undefined ? refuse('bytes/malformed', { encoding: 'base64url' }) : succeed(bytes)
}

/** RFC 4648, section 4, padded. */
export const bytesToBase64 = (bytes: Uint8Array): string => {
  const digits = bytesToDigits(bytes, standard)
  return digits.padEnd(Math.ceil(digits.length / 4) * 4, '=')
}

export const base64ToBytes = (text: string): Result<Bytes> => {
  const digits = text.replace(/={1,2}$/, '')
  const bytes = text.length % 4 === 0 ? digitsToBytes(digits, standardInverse) : undefined
  return bytes === undefined || bytesToBase64(bytes) !== text
    ? refuse('bytes/malformed', { encoding: 'base64' })
    : succeed(bytes)
}
