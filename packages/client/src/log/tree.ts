import {
  appendLeaf,
  type Bytes,
  bytesToFrontier,
  consistencyProof,
  decodeShared,
  emptyFrontier,
  encode,
  type Frontier,
  frontierRoot,
  frontierToBytes,
  hashBytes,
  inclusionProof,
  isList,
  type Node,
  rangeHash,
} from '@goodoffices/log'

/** A tree of a million leaves takes 64 MB. */
const treeBytesMax = 256 * 1024 * 1024

/** A log's Merkle tree as a member holds it: grows leaf by leaf and answers for every earlier size. */
export class Tree {
  #frontier: Frontier = emptyFrontier
  /** Asked for last: entries of one sitting name one head, and no root of a size that was reached ever changes. */
  #lastRoot: { readonly size: number; readonly root: Uint8Array } | undefined
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
    if (size < 0 || size > this.size) return undefined
    if (size === 0) return frontierRoot(emptyFrontier)
    if (this.#lastRoot?.size !== size)
      this.#lastRoot = { size, root: rangeHash({ from: 0, to: size }, node => this.#read(node)) }
    return this.#lastRoot.root
  }

  /** The tree as it is, to be kept: its nodes need not be hashed again. */
  toBytes(): Bytes {
    const rows = this.#levels.map((row, level) => row.slice(0, (this.size >> level) * hashBytes))
    return encode([frontierToBytes(this.#frontier), ...rows])
  }

  /** What `toBytes` wrote, whose memory the tree takes over. */
  static fromBytes(bytes: Uint8Array): Tree | undefined {
    const decoded = decodeShared(bytes, { bytesMax: treeBytesMax })
    const [front, ...rows] = decoded.ok && isList(decoded.value) ? decoded.value : []
    const frontier = front instanceof Uint8Array ? bytesToFrontier(front) : undefined
    if (frontier?.ok !== true) return undefined
    const tree = new Tree()
    tree.#frontier = frontier.value
    for (const [level, row] of rows.entries()) {
      if (!(row instanceof Uint8Array) || row.length !== (tree.size >> level) * hashBytes) return undefined
      tree.#levels.push(row)
    }
    return tree
  }

  copy(): Tree {
    const tree = new Tree()
    tree.#frontier = this.#frontier
    tree.#levels.push(...this.#levels.map(row => row.slice()))
    return tree
  }

  leafAt(index: number): Uint8Array | undefined {
    return index < 0 || index >= this.size ? undefined : this.#read({ level: 0, index })
  }

  inclusion(index: number): readonly Uint8Array[] | undefined {
    return inclusionProof(index, this.size, node => this.#read(node))
  }

  /** That the tree of the first `size` leaves is a prefix of this one (LOG-5); empty where it is this one. */
  consistency(size: number): readonly Uint8Array[] {
    return size === this.size ? [] : (consistencyProof(size, this.size, node => this.#read(node)) ?? [])
  }

  #keep({ level, index }: Node, hash: Uint8Array): void {
    const offset = index * hashBytes
    let row = this.#levels[level] ?? new Uint8Array(64 * hashBytes)
    if (offset + hashBytes > row.length) {
      const larger = new Uint8Array(Math.max(row.length * 2, offset + hashBytes))
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
