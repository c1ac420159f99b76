import { type Bytes, concat, equalBytes } from './bytes.ts'
import { decode, encode, isBytes, isCount, isTuple } from './encoding.ts'
import { hashBytes, sha256, sha256Of } from './hash.ts'
import { type Result, refuse, succeed } from './result.ts'

/** Root of the tree without leaves (RFC 9162, section 2.1.1). */
export const emptyRoot: Bytes = sha256(new Uint8Array())

const [leafPrefix, nodePrefix] = [Uint8Array.of(0), Uint8Array.of(1)]

export const leafHash = (data: Uint8Array): Bytes => sha256Of(leafPrefix, data)

export const nodeHash = (left: Uint8Array, right: Uint8Array): Bytes => sha256Of(nodePrefix, left, right)

/** A complete subtree: the 2^level leaves from `index` · 2^level. Level 0 holds the leaf hashes. */
export interface Node {
  readonly level: number
  readonly index: number
}

/** The leaves `from` ≤ i < `to`, standing for the hash of the subtree over them. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Gives a stored hash of a complete subtree. */
export type NodeReader = (node: Node) => Uint8Array

/**
 * All that is needed to append: for each binary digit 1 of the size, the hash of a complete subtree, largest first. It
 * grows with the logarithm of the size.
 */
export interface Frontier {
  readonly size: number
  readonly nodes: readonly Uint8Array[]
}

export const emptyFrontier: Frontier = { size: 0, nodes: [] }

/** `onNode` hears of each subtree that the leaf completes, the leaf itself first: what a store keeps to give proofs. */
export const appendLeaf = (
  frontier: Frontier,
  leaf: Uint8Array,
  onNode?: (node: Node, hash: Uint8Array) => void,
): Frontier => {
  const nodes = [...frontier.nodes]
  let hash = leaf
  let [level, index] = [0, frontier.size]
  onNode?.({ level, index }, hash)
  while (index % 2 === 1) {
    hash = nodeHash(nodes.pop() as Uint8Array, hash)
    index = (index - 1) / 2
    level++
    onNode?.({ level, index }, hash)
  }
  nodes.push(hash)
  return { size: frontier.size + 1, nodes }
}

export const frontierRoot = (frontier: Frontier): Uint8Array =>
  frontier.nodes.length === 0
    ? emptyRoot
    : frontier.nodes.reduceRight((right: Uint8Array, left: Uint8Array) => nodeHash(left, right))

export const frontierToBytes = (frontier: Frontier): Bytes =>
  encode([frontier.size, concat(...frontier.nodes)])

export const bytesToFrontier = (bytes: Uint8Array): Result<Frontier> => {
  const decoded = decode(bytes)
  if (!decoded.ok) return decoded
  if (!isTuple(decoded.value, isCount, isBytes)) return refuse('encoding/shape', { of: 'frontier' })
  const [size, joined] = decoded.value as readonly [number, Uint8Array]
  const count = rangeNodes({ from: 0, to: size }).length
  if (joined.length !== count * hashBytes) return refuse('encoding/shape', { of: 'frontier' })
  const nodes = Array.from({ length: count }, (_, i) => joined.slice(i * hashBytes, (i + 1) * hashBytes))
  return succeed({ size, nodes })
}

/** Root over leaf hashes, in order. */
export const treeRoot = (leaves: readonly Uint8Array[]): Uint8Array => {
  let frontier = emptyFrontier
  for (const leaf of leaves) frontier = appendLeaf(frontier, leaf)
  return frontierRoot(frontier)
}

/** Largest power of two below `count`, which is at least 2: where RFC 9162 splits a tree. */
const splitOf = (count: number): number => {
  let split = 1
  while (split * 2 < count) split *= 2
  return split
}

/** The subtrees whose hashes prove that leaf `index` is in the tree of `size` leaves, from the leaf upwards. */
export const inclusionRanges = (index: number, size: number): readonly Range[] => {
  const path: Range[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const middle = from + splitOf(to - from)
    if (index < middle) {
      path.push({ from: middle, to })
      to = middle
    } else {
      path.push({ from, to: middle })
      from = middle
    }
  }
  return path.reverse()
}

/**
 * The subtrees whose hashes prove that the tree of `size1` leaves (at least one) is a prefix of that of `size2`. The
 * first ends at `size1`, unless the whole old tree is a subtree of the new: then the old root takes its place.
 */
export const consistencyRanges = (size1: number, size2: number): readonly Range[] => {
  const path: Range[] = []
  let [from, to] = [0, size2]
  while (to !== size1) {
    const middle = from + splitOf(to - from)
    if (size1 <= middle) {
      path.push({ from: middle, to })
      to = middle
    } else {
      path.push({ from, to: middle })
      from = middle
    }
  }
  if (from > 0) path.push({ from, to })
  return path.reverse()
}

/** The complete subtrees that make up a range of a proof (or any range from 0), largest first. */
export const rangeNodes = ({ from, to }: Range): readonly Node[] => {
  const nodes: Node[] = []
  let at = from
  while (at < to) {
    let [level, width] = [0, 1]
    while (width * 2 <= to - at) {
      level++
      width *= 2
    }
    nodes.push({ level, index: at / width })
    at += width
  }
  return nodes
}

export const rangeHash = (range: Range, readNode: NodeReader): Uint8Array =>
  rangeNodes(range)
    .map(readNode)
    .reduceRight((right, left) => nodeHash(left, right))

/** `undefined` where the tree of `size` leaves has no leaf `index`. */
export const inclusionProof = (
  index: number,
  size: number,
  readNode: NodeReader,
): readonly Uint8Array[] | undefined =>
  isPosition(index, size) ? inclusionRanges(index, size).map(range => rangeHash(range, readNode)) : undefined

/** `undefined` where `size1` is not between 1 and `size2`: of an empty tree there is nothing to prove. */
export const consistencyProof = (
  size1: number,
  size2: number,
  readNode: NodeReader,
): readonly Uint8Array[] | undefined =>
  isPosition(size1 - 1, size2)
    ? consistencyRanges(size1, size2).map(range => rangeHash(range, readNode))
    : undefined

const isPosition = (index: number, size: number): boolean =>
  Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size

/** The nodes over leaf hashes held in memory. */
export const nodesOf = (leaves: readonly Uint8Array[]): NodeReader => {
  const levels: Uint8Array[][] = [[]]
  let frontier = emptyFrontier
  for (const leaf of leaves)
    frontier = appendLeaf(frontier, leaf, ({ level, index }, hash) => {
      const row = (levels[level] ??= [])
      row[index] = hash
    })
  return ({ level, index }) => {
    const hash = levels[level]?.[index]
    if (hash === undefined) throw new RangeError('no such node')
    return hash
  }
}

export const verifyInclusion = (claim: {
  readonly leaf: Uint8Array
  readonly index: number
  readonly size: number
  readonly root: Uint8Array
  readonly proof: readonly Uint8Array[]
}): Result<true> => {
  const { leaf, index, size, root, proof } = claim
  if (!isPosition(index, size)) return refuse('merkle/range', { index, size })
  const ranges = inclusionRanges(index, size)
  if (!isProofOf(ranges, proof) || leaf.length !== hashBytes) return refuse('merkle/proof')
  const reached = ranges.reduce((hash, range, i) => {
    const sibling = proof[i] as Uint8Array
    return range.from > index ? nodeHash(hash, sibling) : nodeHash(sibling, hash)
  }, leaf)
  return equalBytes(reached, root) ? succeed(true) : refuse('merkle/root')
}

export const verifyConsistency = (claim: {
  readonly size1: number
  readonly root1: Uint8Array
  readonly size2: number
  readonly root2: Uint8Array
  readonly proof: readonly Uint8Array[]
}): Result<true> => {
  const { size1, root1, size2, root2, proof } = claim
  if (!isPosition(size1 - 1, size2)) return refuse('merkle/range', { size1, size2 })
  const ranges = consistencyRanges(size1, size2)
  if (!isProofOf(ranges, proof)) return refuse('merkle/proof')
  const isOldRootFirst = ranges[0]?.to !== size1
  let [old, grown] = isOldRootFirst ? [root1, root1] : [proof[0] as Uint8Array, proof[0] as Uint8Array]
  for (let i = isOldRootFirst ? 0 : 1; i < ranges.length; i++) {
    const sibling = proof[i] as Uint8Array
    if ((ranges[i] as Range).from >= size1) grown = nodeHash(grown, sibling)
    else [old, grown] = [nodeHash(sibling, old), nodeHash(sibling, grown)]
  }
  return equalBytes(old, root1) && equalBytes(grown, root2) ? succeed(true) : refuse('merkle/root')
}

const isProofOf = (ranges: readonly Range[], proof: readonly Uint8Array[]): boolean =>
  proof.length === ranges.length && proof.every(hash => hash.length === hashBytes)
