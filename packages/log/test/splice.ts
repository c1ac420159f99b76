import { decode, encode, type Value } from '../src/index.ts'

export const listOf = (bytes: Uint8Array): readonly Value[] => {
  const decoded = decode(bytes)
  if (!decoded.ok || !Array.isArray(decoded.value)) throw new Error('not a list')
  return decoded.value as readonly Value[]
}

/** A keys envelope with its public part changed, as a relay could send it: its author's part no longer belongs to it. */
export const withPublic = (
  envelope: Uint8Array,
  change: (part: readonly Value[]) => readonly Value[],
): Uint8Array => encode(listOf(envelope).with(3, encode(change(listOf(listOf(envelope)[3] as Uint8Array)))))

/** The wraps of another envelope in the place of its own: they stand last. */
export const withWrapsOf = (envelope: Uint8Array, other: Uint8Array): Uint8Array => {
  const wraps = listOf(listOf(other)[3] as Uint8Array).at(-1) as Value
  return withPublic(envelope, part => [...part.slice(0, -1), wraps])
}
