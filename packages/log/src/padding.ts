import type { Bytes } from './bytes.ts'
import { type Result, refuse, succeed } from './result.ts'

/** Shortest padded length, and the longest that still doubles. */
export const paddedBytesMin = 512
export const paddedDoublingMax = 16_384

/**
 * The padded length of `length` bytes and a mark. Up to 16 KiB the next power of two, at least 512: what people write to
 * each other falls into six sizes. Above, the next eighth of a power of two, so that documents grow by an eighth at most.
 */
export const paddedLength = (length: number): number => {
  let power = paddedBytesMin
  while (power * 2 <= length + 1) power *= 2
  if (power >= length + 1) return power
  const step = power < paddedDoublingMax ? power : power / 8
  return Math.ceil((length + 1) / step) * step
}

/** The bytes, 0x80, and zeros up to the padded length (ISO/IEC 7816-4). */
export const pad = (bytes: Uint8Array): Bytes => {
  const padded = new Uint8Array(paddedLength(bytes.length))
  padded.set(bytes)
  padded[bytes.length] = 0x80
  return padded
}

/**
 * Refuses what `pad` does not make, so that no member's software tells the host more by its own sizes. What it returns shares memory
 * with what it was given.
 */
export const unpad = (padded: Bytes): Result<Bytes> => {
  let end = padded.length - 1
  while (end >= 0 && padded[end] === 0) end--
  if (padded[end] !== 0x80 || paddedLength(end) !== padded.length) return refuse('envelope/padding')
  return succeed(padded.subarray(0, end))
}
