import type { Package } from './mutant.ts'

/** A guard without which every test passes, and why that is as it should be. */
export type Survivor = {
  readonly of: Package
  /** The condition, or the part of it, and what it leads to, as a report prints them before its last arrow. */
  readonly guard: string
  readonly because: string
}

export const survivors: readonly Survivor[] = [
  {
    of: 'core',
    guard: 'carried === undefined ⇒ return',
    because:
      'Said for the types: the rule has refused what is of no conveyance before it comes to be applied.',
  },
  {
    of: 'log',
    guard: "bytesToBase64(bytes) !== text ⇒ refuse('bytes/malformed', { encoding: 'base64' })",
    because: 'A second look: stray bits and lengths that no bytes have are refused before.',
  },
  {
    of: 'log',
    guard: 'known !== undefined ⇒ return known',
    because: 'Saves making again what was made for the same key or purpose; what is made is the same.',
  },
  {
    of: 'log',
    guard: "!publicKey.ok ⇒ throw new TypeError('WebCrypto exported no public key')",
    because:
      'No engine exports what is no base64url; were it so, the length would be missing, and the next way be taken.',
  },
  {
    of: 'log',
    guard: 'publicKey.length !== publicKeyBytes ⇒ return false',
    because: 'Every engine refuses such a key on import, which is a false as well.',
  },
  {
    of: 'log',
    guard:
      'publicKey.length === publicKeyBytes ⇒ publicKey.length === publicKeyBytes && enrollablePoint(publicKey) !== undefined',
    because: 'A point of another length is none: the curve refuses it too.',
  },
  {
    of: 'log',
    guard: 'text.length > shortText ⇒ return utf8(text)',
    because: 'The faster of two ways to the same bytes.',
  },
]
