/**
 * Undominated rows met so far, searched by a tree of boxes. Rows arrive lexicographically descending, so a row
 * is dominated exactly when an earlier one is at least as large in every party after the first.
 * The tree orders by float approximations, which are monotone; equal approximations are settled on the limbs.
 */

import { approximateTotal, compareRows } from './rows.ts'

const bucketSize = 24

type Leaf = { readonly kind: 'leaf'; max: Float64Array; members: number[] }
type Fork = { readonly kind: 'fork'; max: Float64Array; axis: number; split: number; low: Node; high: Node }
type Node = Leaf | Fork

export type Archive = {
  /** Whether an earlier row is at least row `at` of `rows`, less `slack` per party, for every party after the first. */
  readonly covers: (rows: Float64Array, at: number) => boolean
  /** Adds row number `index` of `kept`. */
  readonly insert: (kept: Float64Array, index: number) => void
  /** Nodes visited since last asked: the work that searching took. */
  readonly takeVisits: () => number
}

/** `slack[p]` widens what counts as covered, for ε-frontiers; zeros give exact dominance. */
export function makeArchive(parties: number, limbs: number, slack: Float64Array): Archive {
  const axes = parties - 1
  const width = parties * limbs
  let coordinates = new Float64Array(1024 * axes)
  let kept: Float64Array = new Float64Array(0)
  let root: Node = makeLeaf(axes)
  const wanted = new Float64Array(axes)
  let exactTies = limbs > 1
  for (const s of slack) if (s > 0) exactTies = false

  let visits = 0
  const isCovered = (node: Node, rows: Float64Array, at: number): boolean => {
    visits++
    for (let axis = 0; axis < axes; axis++) {
      if ((node.max[axis] as number) < (wanted[axis] as number)) return false
    }
    if (node.kind === 'fork') {
      if (isCovered(node.high, rows, at)) return true
      return (wanted[node.axis] as number) < node.split && isCovered(node.low, rows, at)
    }
    const { members } = node
    next: for (let m = 0; m < members.length; m++) {
      const index = members[m] as number
      let tie = false
      for (let axis = 0; axis < axes; axis++) {
        const difference = (coordinates[index * axes + axis] as number) - (wanted[axis] as number)
        if (difference < 0) continue next
        if (difference === 0) tie = true
      }
      if (!tie || !exactTies || isAtLeast(index, rows, at)) return true
    }
    return false
  }

  const isAtLeast = (index: number, rows: Float64Array, at: number): boolean => {
    for (let party = 1; party < parties; party++) {
      if (compareRows(kept, index * width + party * limbs, rows, at + party * limbs, limbs) < 0) return false
    }
    return true
  }

  return {
    covers: (rows, at) => {
      for (let axis = 0; axis < axes; axis++) {
        wanted[axis] = approximateTotal(rows, at + (axis + 1) * limbs, limbs) - (slack[axis + 1] as number)
      }
      return isCovered(root, rows, at)
    },
    takeVisits: () => {
      const taken = visits
      visits = 0
      return taken
    },
    insert: (rows, index) => {
      kept = rows
      while ((index + 1) * axes > coordinates.length) {
        const wider = new Float64Array(coordinates.length * 2)
        wider.set(coordinates)
        coordinates = wider
      }
      for (let axis = 0; axis < axes; axis++) {
        coordinates[index * axes + axis] = approximateTotal(rows, index * width + (axis + 1) * limbs, limbs)
      }
      root = insertInto(root, index, coordinates, axes)
    },
  }
}

function makeLeaf(axes: number): Leaf {
  return { kind: 'leaf', max: new Float64Array(axes).fill(-Infinity), members: [] }
}

/** Returns the node that stands in the place of `root` afterwards: itself, or the fork it became. */
function insertInto(root: Node, index: number, coordinates: Float64Array, axes: number): Node {
  let parent: Fork | undefined
  let node = root
  for (;;) {
    for (let axis = 0; axis < axes; axis++) {
      const value = coordinates[index * axes + axis] as number
      if (value > (node.max[axis] as number)) node.max[axis] = value
    }
    if (node.kind === 'leaf') break
    parent = node
    node = (coordinates[index * axes + node.axis] as number) >= node.split ? node.high : node.low
  }
  node.members.push(index)
  if (node.members.length <= bucketSize || node.members.length % bucketSize !== 1) return root
  const fork = splitLeaf(node, coordinates, axes)
  if (fork === undefined) return root
  if (parent === undefined) return fork
  if (parent.high === node) parent.high = fork
  else parent.low = fork
  return root
}

/** Splits at the median of the widest axis; undefined when all members coincide. */
function splitLeaf(leaf: Leaf, coordinates: Float64Array, axes: number): Fork | undefined {
  let axis = -1
  let widest = 0
  for (let candidate = 0; candidate < axes; candidate++) {
    let low = Infinity
    for (const member of leaf.members) low = Math.min(low, coordinates[member * axes + candidate] as number)
    const spread = ((leaf.max[candidate] as number) - low) / (leaf.max[candidate] as number)
    if (spread > widest) {
      widest = spread
      axis = candidate
    }
  }
  if (axis < 0) return undefined
  const values = leaf.members.map(member => coordinates[member * axes + axis] as number).sort((a, b) => a - b)
  const lowest = values[0] as number
  const split = values.slice(values.length >> 1).find(value => value > lowest)
  if (split === undefined) return undefined
  const low = makeLeaf(axes)
  const high = makeLeaf(axes)
  for (const member of leaf.members) {
    const side = (coordinates[member * axes + axis] as number) >= split ? high : low
    side.members.push(member)
    for (let a = 0; a < axes; a++) {
      side.max[a] = Math.max(side.max[a] as number, coordinates[member * axes + a] as number)
    }
  }
  return { kind: 'fork', max: leaf.max, axis, split, low, high }
}
