import {
  appendLeaf,
  emptyFrontier,
  type Frontier,
  frontierRoot,
  hashBytes,
  inclusionProof,
  type Node,
  rangeHash,
} from '@goodoffices/log'

/** A log's Merkle tree as a member holds it: grows leaf by leaf and answers for every earlier size. */
export class Tree {
  #frontier: Frontier = emptyFrontier
  readonly #levels: Uint8Array[] = []

  get size(): number {
    return this.#frontier.size
  }

  get frontier(): Frontier {
    return this.#frontier
  }

  append(leaf: Uint8Array): void {
    this.#frontier = appendLeaf(this.#frontier, leaf, (node, hash) => this.#keep(node, hash))
  }

  /** The root over the first `size` leaves, `undefined` where there are fewer. */
  rootAt(size: number): Uint8Array | undefined {
    if (size === this.size) return frontierRoot(this.#frontier)
    if (size < 0 || size > this.size) return undefined
    return size === 0
      ? frontierRoot(emptyFrontier)
      : rangeHash({ from: 0, to: size }, node => this.#read(node))
  }

  inclusion(index: number): readonly Uint8Array[] | undefined {
    return inclusionProof(index, this.size, node => this.#read(node))
  }

  #keep({ level, index }: Node, hash: Uint8Array): void {
    const offset = index * hashBytes
    let row = this.#levels[level] ?? new Uint8Array(64 * hashBytes)
    if (offset + hashBytes > row.length) {
      const larger = new Uint8Array(row.length * 2)
      larger.set(row)
      row = larger
    }
    row.set(hash, offset)
    this.#levels[level] = row
  }

  #read({ level, index }: Node): Uint8Array {
    const row = this.#levels[level]
    if (row === undefined) throw new RangeError('no such node')
    return row.subarray(index * hashBytes, (index + 1) * hashBytes)
  }
}
