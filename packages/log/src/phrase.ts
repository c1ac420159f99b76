import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { type Result, refuse, succeed } from './result.ts'
import { Secret } from './secret.ts'

/** Words in a recovery phrase: 32 bytes and a checksum of one, in 11 bits each (BIP-39, English list). */
export const phraseWords = 24

/** Longest text read as a phrase, in UTF-16 units: 24 long words and generous spaces. */
export const phraseLengthMax = 1024

const words: ReadonlySet<string> = new Set(wordlist)

/** The phrase that spells a seed. It is as secret as the seed. */
export const secretToPhrase = (seed: Secret): string => entropyToMnemonic(seed.reveal(), wordlist)

/** Reads a phrase as a person types it: any case, any spaces. Says which word is unknown, counted from 0. */
export const phraseToSecret = (phrase: string): Result<Secret> => {
  if (phrase.length > phraseLengthMax) return refuse('phrase/length', { expected: phraseWords })
  const typed = phrase
    .normalize('NFKD')
    .toLowerCase()
    .split(/\s+/u)
    .filter(word => word !== '')
  if (typed.length !== phraseWords)
    return refuse('phrase/length', { expected: phraseWords, found: typed.length })
  const unknown = typed.findIndex(word => !words.has(word))
  if (unknown >= 0) return refuse('phrase/word', { at: unknown })
  try {
    return succeed(new Secret(mnemonicToEntropy(typed.join(' '), wordlist)))
  } catch {
    return refuse('phrase/checksum')
  }
}

/** The words a person may mean by the letters typed so far. */
export const suggestWords = (letters: string): readonly string[] =>
  letters === '' ? [] : wordlist.filter(word => word.startsWith(letters.toLowerCase()))
