/** What somebody holds who wants to be let back in: words, digits, what a camera read, a link, a file (RING-25). */

import { fromUtf8, type PhraseForm, phraseToSecret, secretToPhrase, textToDigits } from '@goodoffices/log'
import { recordFormat } from '../export/record-format.ts'
import { textToInvitation } from '../invitation/link.ts'
import type { Violation } from '../result.ts'

export type Recognised =
  /** Of recovery, or of an offer to another device: words do not say. `phrase`: the 24 words of the English list. */
  | { readonly kind: 'phrase'; readonly phrase: string }
  /** Nearly that: which word, or how many of how many. */
  | { readonly kind: 'mistyped'; readonly violation: Violation }
  /** From another device of one's own. */
  | { readonly kind: 'device-link' }
  /** Lets in whom somebody else invites, and brings nobody back. */
  | { readonly kind: 'invitation' }
  /** A record or evidence: it holds no keys. */
  | { readonly kind: 'copy' }
  /** Out of the directory of an identity of the shell. */
  | { readonly kind: 'vault' }
  | { readonly kind: 'nothing' }

/** Before the digits in the code on a recovery sheet: no address, so that no browser opens and keeps it. */
export const sheetPrefix = 'GOODOFFICES:'

/** What the code on the sheet says. */
export const phraseToSheet = (phrase: readonly string[]): string =>
  `${sheetPrefix}${phraseIn(phrase, 'digits').join('')}`

/** The same words in another list, or in groups of digits; as they are where they are no phrase. */
export function phraseIn(phrase: readonly string[], form: PhraseForm): readonly string[] {
  const secret = phraseToSecret(phrase.join(' '))
  return secret.ok ? secretToPhrase(secret.value, form).split(' ') : phrase
}

/** Fewer parts than these are no phrase that somebody began to type. */
const partsMin = 3

export function recognise(given: string): Recognised {
  const text = given.trim()
  if (/^https?:\/\//.test(text)) {
    if (textToInvitation(text, { what: 'device' }).ok) return { kind: 'device-link' }
    return { kind: textToInvitation(text, { what: 'join' }).ok ? 'invitation' : 'nothing' }
  }
  const spelled = text.toUpperCase().startsWith(sheetPrefix) ? text.slice(sheetPrefix.length) : text
  const secret = phraseToSecret(spelled)
  if (secret.ok) return { kind: 'phrase', phrase: secretToPhrase(secret.value) }
  const isBegun = textToDigits(spelled) !== undefined || spelled.split(/\s+/u).length >= partsMin
  if (!isBegun) return { kind: 'nothing' }
  const at = secret.error['at']
  const violation = { code: secret.error.code, ...(typeof at === 'number' ? { at: at + 1 } : {}) }
  return { kind: 'mistyped', violation }
}

const sqliteHeader = 'SQLite format 3\0'
const evidenceHeader = 'c2sp.org/tlog-proof@v1'
/** What a file is stands in its beginning. */
const headBytes = 256
/** More than any sheet in text holds. */
const textBytesMax = 65_536

/** The same of a file that is no picture: a text, or what programs of ours write. */
export function recogniseFile(bytes: Uint8Array): Recognised & { readonly text?: string } {
  const head = Array.from(bytes.subarray(0, headBytes), byte => String.fromCodePoint(byte)).join('')
  if (head.startsWith(sqliteHeader)) return { kind: 'vault' }
  if (head.includes(recordFormat) || head.startsWith(evidenceHeader)) return { kind: 'copy' }
  const text = bytes.length > textBytesMax ? undefined : fromUtf8(bytes)
  return text?.ok === true ? { ...recognise(text.value), text: text.value.trim() } : { kind: 'nothing' }
}

/** Digits in one kind of numerals; words in small letters, without accents. */
const toPlain = (part: string): string =>
  textToDigits(part) ?? part.trim().normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Whether a part of a phrase was typed as it stands there: in any case and numerals, with or without accents. */
export const isSamePart = (typed: string, part: string): boolean => toPlain(typed) === toPlain(part)
