import {
  consistencyRanges,
  type Frontier,
  hashLeaf,
  inclusionRanges,
  type Node,
  type NodeReader,
  nodesOf,
  type Range,
  rangeHash,
  rangeNodes,
} from '@goodoffices/log'
import { type Store, tileLeaves } from './store.ts'

const tileLevel = Math.log2(tileLeaves)

/** Hashes that prove that the leaf at `position` is in the tree of `size` leaves. `position` < `size` ≤ the log's. */
export function proveInclusion(
  store: Store,
  claim: { readonly id: string; readonly position: number; readonly size: number },
): Promise<readonly Uint8Array[]> {
  return hashRanges(store, claim.id, inclusionRanges(claim.position, claim.size))
}

/** Hashes that prove that the tree of `from` leaves is a prefix of that of `to`. 0 < `from` ≤ `to` ≤ the log's size. */
export function proveConsistency(
  store: Store,
  claim: { readonly id: string; readonly from: number; readonly to: number },
): Promise<readonly Uint8Array[]> {
  return hashRanges(store, claim.id, consistencyRanges(claim.from, claim.to))
}

/** The tree as it was at `size`, at most the log's. */
export async function readFrontierAt(store: Store, id: string, size: number): Promise<Frontier> {
  const nodes = rangeNodes({ from: 0, to: size })
  const readNode = await loadNodes(store, id, nodes)
  return { size, nodes: nodes.map(readNode) }
}

async function hashRanges(
  store: Store,
  id: string,
  ranges: readonly Range[],
): Promise<readonly Uint8Array[]> {
  const readNode = await loadNodes(
    store,
    id,
    ranges.flatMap(range => rangeNodes(range)),
  )
  return ranges.map(range => rangeHash(range, readNode))
}

/** Reads the tiles for what lies above them, and the leaves of the few tiles (two at most) that a proof goes into. */
async function loadNodes(store: Store, id: string, nodes: readonly Node[]): Promise<NodeReader> {
  const high = nodes.filter(node => node.level >= tileLevel)
  const tilesEnd = Math.max(0, ...high.map(node => (node.index + 1) * 2 ** (node.level - tileLevel)))
  const readTiles = nodesOf(splitHashes(await store.tiles(id, 0, tilesEnd)))

  const entered = new Set(nodes.filter(node => node.level < tileLevel).map(tileOf))
  const readLeaves = new Map<number, NodeReader>()
  for (const tile of entered) {
    const records = await store.outline(id, tile * tileLeaves, (tile + 1) * tileLeaves)
    readLeaves.set(tile, nodesOf(records.map(({ time, hash }) => hashLeaf({ time, envelopeHash: hash }))))
  }
  return node => {
    if (node.level >= tileLevel) return readTiles({ level: node.level - tileLevel, index: node.index })
    const tile = tileOf(node)
    const index = node.index - tile * 2 ** (tileLevel - node.level)
    const hash = readLeaves.get(tile)?.({ level: node.level, index })
    if (hash === undefined) throw new RangeError('no such node')
    return hash
  }
}

/** The tile that a small subtree lies in. */
function tileOf(node: Node): number {
  return Math.floor(node.index / 2 ** (tileLevel - node.level))
}

function splitHashes(joined: Uint8Array): readonly Uint8Array[] {
  return Array.from({ length: joined.length / 32 }, (_, i) => joined.subarray(i * 32, (i + 1) * 32))
}
