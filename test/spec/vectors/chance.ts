/**
 * Takes chance out of this program, so that what is sealed and wrapped comes out the same each time: random bytes are those of a
 * stream that follows from a name, and the engine's own key encapsulation, which asks nobody for its chance, is put out of use. Loaded
 * before all else; in no program but the one that makes vectors.
 */

import { createHash } from 'node:crypto'

let [stream, drawn] = ['', 0]

/** From here on chance is that of a name: what stands in one place does not depend on what was made before. */
export function beginChance(name: string): void {
  stream = name
  drawn = 0
}

const block = (): Uint8Array => {
  drawn += 1
  return createHash('sha256').update(`${stream} ${drawn}`).digest()
}

function fill<A extends ArrayBufferView | null>(into: A): A {
  if (into === null) return into
  const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength)
  for (let at = 0; at < bytes.length; at += 32) bytes.set(block().subarray(0, bytes.length - at), at)
  return into
}

crypto.getRandomValues = fill
Object.defineProperty(SubtleCrypto.prototype, 'encapsulateBits', {
  value: () => Promise.reject(new DOMException('out of use', 'NotSupportedError')),
})
