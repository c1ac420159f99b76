import type { Survivor } from '../survivors.ts'

export const log: readonly Survivor[] = [
  {
    guard: "bytesToBase64(bytes) !== text ⇒ refuse('bytes/malformed', { encoding: 'base64' })",
    because: 'A second look: stray bits and lengths that no bytes have are refused before.',
  },
  {
    guard: 'known !== undefined ⇒ return known',
    because: 'Saves making again what was made for the same key or purpose; what is made is the same.',
  },
  {
    guard: "!publicKey.ok ⇒ throw new TypeError('WebCrypto exported no public key')",
    because:
      'No engine exports what is no base64url; were it so, the length would be missing, and the next way be taken.',
  },
  {
    guard: 'publicKey.length !== publicKeyBytes ⇒ return false',
    because: 'Every engine refuses such a key on import, which is a false as well.',
  },
  {
    guard:
      'publicKey.length === publicKeyBytes ⇒ publicKey.length === publicKeyBytes && enrollablePoint(publicKey) !== undefined',
    because: 'A point of another length is none: the curve refuses it too.',
  },
  {
    guard: 'text.length > shortText ⇒ return utf8(text)',
    because: 'The faster of two ways to the same bytes.',
  },
  {
    guard: "length > this.#bytes.length - this.at ⇒ this.#refuse('encoding/malformed')",
    because: 'It only spares the reading: what ends too early is refused at its end too, by the same code.',
  },
  {
    guard: 'self === undefined ⇒ return fine',
    because:
      'Keys that were opened with a key had otherwise bring no secrets, and none can be missing of nobody’s.',
  },
  {
    guard:
      'stewardKeys !== undefined ⇒ stewardKeys !== undefined && before?.stewardKeys !== undefined && equalBytes(ste',
    because:
      'Said for the types: keys of version 1 are refused before, where those before were of version 2.',
  },
  {
    guard: "hash === undefined ⇒ throw new RangeError('no such node')",
    because: 'Said for the types: a range’s nodes are in the tree that it was taken from.',
  },
  {
    guard: 'power >= length + 1 ⇒ return power',
    because: 'It only spares the reckoning: a step that is the whole power gives the same.',
  },
]
