import { type Result, refuse, succeed } from './result.ts'

/** Enough of either: characters that are seen, or different words. */
export const passphraseCharactersMin = 10
export const passphraseWordsMin = 4

/** Fewest letters and figures in what counts as a word: four letters with blanks between them are four letters. */
const wordLettersMin = 2

/** What leaves no mark on a screen, as far as Unicode says: blanks, controls, fillers, and the Braille pattern without dots. */
const unseen = /[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu

const letter = /[\p{L}\p{N}]/gu

/** Counted in code points of the form in which it is derived from, so that it counts the same however it is typed. */
const countSeen = (passphrase: string): number => Array.from(passphrase.replace(unseen, '')).length

const isWord = (part: string): boolean => (part.match(letter)?.length ?? 0) >= wordLettersMin

const countWords = (passphrase: string): number =>
  new Set(passphrase.toLowerCase().split(/\s+/u).filter(isWord)).size

/**
 * Whether a passphrase is long enough to be set: ten characters that are seen, or four different words. It guesses nothing of how
 * likely they are. Whoever has one already may go on with it. Refused as `passphrase/short`, or as `passphrase/malformed` where it
 * holds half a character, which has no bytes.
 */
export const checkPassphrase = (passphrase: string): Result<true> => {
  if (!passphrase.isWellFormed()) return refuse('passphrase/malformed')
  const derived = passphrase.normalize('NFKC')
  return countSeen(derived) >= passphraseCharactersMin || countWords(derived) >= passphraseWordsMin
    ? succeed(true)
    : refuse('passphrase/short', { characters: passphraseCharactersMin, words: passphraseWordsMin })
}
