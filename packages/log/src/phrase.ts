import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import { wordlist as french } from '@scure/bip39/wordlists/french.js'
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js'
import { textToDigits } from './digits.ts'
import { sha256 } from './hash.ts'
import { type Result, refuse, succeed } from './result.ts'
import { Secret } from './secret.ts'

/** Words in a recovery phrase: 32 bytes and a checksum of one, in 11 bits each (BIP-39). */
export const phraseWords = 24

/** The same 32 bytes and a checksum of nine bits, as a decimal number in groups, for whoever reads none of the lists' languages. */
export const phraseGroups = 16
const groupDigits = 5
const digitsCount = phraseGroups * groupDigits
const checkBits = 9n

/** Longest text read as a phrase, in UTF-16 units: 24 long words and generous spaces. */
export const phraseLengthMax = 1024

/** In which list of words, or in digits. */
export const phraseForms = ['en', 'fr', 'es', 'digits'] as const
export type PhraseForm = (typeof phraseForms)[number]

const lists: Readonly<Record<Exclude<PhraseForm, 'digits'>, readonly string[]>> = {
  en: english,
  fr: french,
  es: spanish,
}

/** A list of 2,048 words in a language; undefined where there is none. */
export const wordListIn = (language: string): readonly string[] | undefined =>
  Object.hasOwn(lists, language) ? lists[language as keyof typeof lists] : undefined

/** A word however it is typed: without what stands over and under its letters, in small ones. */
const toPlain = (word: string): string => word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** From a word as it may be typed to the list's own. */
const readers: readonly { readonly list: readonly string[]; readonly words: ReadonlyMap<string, string> }[] =
  Object.values(lists).map(list => ({ list, words: new Map(list.map(word => [toPlain(word), word])) }))

/** The phrase that spells a seed, parts with blanks between. It is as secret as the seed. */
export const secretToPhrase = (seed: Secret, form: PhraseForm = 'en'): string =>
  form === 'digits' ? toGroups(seed) : entropyToMnemonic(seed.reveal(), [...lists[form]]).normalize('NFC')

const bigEndian = (bytes: Uint8Array): bigint =>
  bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n)

/** The first nine bits of the seed's SHA-256: BIP-39's checksum, and one bit more. */
const checkOf = (seed: Secret): bigint => bigEndian(sha256(seed.reveal()).subarray(0, 2)) >> (16n - checkBits)

function toGroups(seed: Secret): string {
  const digits = ((bigEndian(seed.reveal()) << checkBits) | checkOf(seed))
    .toString()
    .padStart(digitsCount, '0')
  return Array.from({ length: phraseGroups }, (_, i) =>
    digits.slice(i * groupDigits, (i + 1) * groupDigits),
  ).join(' ')
}

/**
 * Reads a phrase as a person types it: in any of the lists, any case, any spaces, with or without accents; or in digits of any
 * numerals. Says which word is unknown, counted from 0.
 */
export const phraseToSecret = (phrase: string): Result<Secret> => {
  if (phrase.length > phraseLengthMax) return refuse('phrase/length', { expected: phraseWords })
  const digits = textToDigits(phrase)
  if (digits !== undefined) return digitsToSecret(digits)
  const typed = phrase
    .split(/\s+/u)
    .filter(word => word !== '')
    .map(toPlain)
  if (typed.length !== phraseWords)
    return refuse('phrase/length', { expected: phraseWords, found: typed.length })
  // The list that knows most of them is the one that is meant.
  const read = readers.map(({ list, words }) => ({ list, found: typed.map(word => words.get(word)) }))
  const known = ({ found }: (typeof read)[number]): number => found.filter(word => word !== undefined).length
  const complete = read.filter(each => known(each) === phraseWords)
  for (const { list, found } of complete) {
    try {
      return succeed(new Secret(mnemonicToEntropy(found.join(' '), [...list])))
    } catch {
      // Another list may have the same words.
    }
  }
  if (complete.length > 0) return refuse('phrase/checksum')
  const nearest = read.reduce((best, each) => (known(each) > known(best) ? each : best))
  return refuse('phrase/word', { at: nearest.found.indexOf(undefined) })
}

function digitsToSecret(digits: string): Result<Secret> {
  if (digits.length !== digitsCount)
    return refuse('phrase/length', { expected: digitsCount, found: digits.length })
  const number = BigInt(digits)
  const hex = (number >> checkBits).toString(16).padStart(64, '0')
  if (hex.length > 64) return refuse('phrase/checksum')
  const seed = new Secret(Uint8Array.from(hex.match(/../g) ?? [], byte => Number.parseInt(byte, 16)))
  const isTrue = (number & ((1n << checkBits) - 1n)) === checkOf(seed)
  return isTrue ? succeed(seed) : refuse('phrase/checksum')
}

/** The words of the English list that a person may mean by the letters typed so far. */
export const suggestWords = (letters: string): readonly string[] =>
  letters === '' ? [] : english.filter(word => word.startsWith(letters.toLowerCase()))
