import { deriveArgon2id } from './argon2.ts'
import { utf8 } from './bytes.ts'
import { hash } from './hash.ts'
import { passphraseCost } from './passphrase.ts'
import { tags } from './tags.ts'

/** Two codes for the same words: for languages without a list of words, and for those with one. */
export interface Comparison {
  /** Twenty decimal digits, in groups of four with blanks between. */
  readonly digits: string
  /** Six numbers from 0 to 2,047: places in a BIP-39 list, for `comparisonWords`. */
  readonly places: readonly number[]
}

const saltBytes = 16
const digitsCount = 20
const numberBytes = 16
const placeBits = 11
const placesCount = 6
const listWords = 2 ** placeBits

const bigEndian = (bytes: Uint8Array): bigint =>
  bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n)

/**
 * What two who hold the same words read out to each other. `name` says what is compared and for which talks; `parts` are the
 * words in their order, as bytes. Neither side has committed to anything before, so that whoever wrote both texts could try many of
 * each until two agree: with 66 bits that takes 2^33 tries, each of which costs 64 MiB and a third of a second here (KEY-8).
 * Takes as long as unlocking; runs in a worker where there is an interface.
 */
export const compareText = async (name: string, parts: readonly Uint8Array[]): Promise<Comparison> => {
  const digest = hash(tags.comparison, utf8(name), ...parts)
  const stretched = await deriveArgon2id(digest, hash(tags.comparison).slice(0, saltBytes), passphraseCost)
  // 16 bytes modulo 10^20: the most likely code exceeds the least by less than one part in 10^18.
  const number = bigEndian(stretched.subarray(0, numberBytes)) % 10n ** BigInt(digitsCount)
  const bits = bigEndian(stretched.subarray(numberBytes))
  const all = BigInt((stretched.length - numberBytes) * 8)
  const placeAt = (i: number): number =>
    Number((bits >> (all - BigInt(placeBits * (i + 1)))) & BigInt(listWords - 1))
  return {
    digits: (number.toString().padStart(digitsCount, '0').match(/.{4}/g) ?? []).join(' '),
    places: Array.from({ length: placesCount }, (_, i) => placeAt(i)),
  }
}

/** The six words, of a list of 2,048 in the reader's language: who compares in words uses the same list. */
export const comparisonWords = ({ places }: Comparison, list: readonly string[]): readonly string[] => {
  if (list.length !== listWords) throw new RangeError(`a list of ${listWords} words`)
  return places.map(place => list[place] as string)
}
