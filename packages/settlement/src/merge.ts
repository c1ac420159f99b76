/**
 * Adds one block of choices to a layer of partial packages: all sums of a row of the layer and a row of the
 * block, in lexicographic order, equal sums joined and counted, dominated sums left out (Nemhauser & Ullmann
 * 1969). Because the inputs are sorted, the sums are met in order through a heap of list heads, and with two
 * parties runs of dominated sums are skipped by galloping.
 */

import { makeArchive } from './archive.ts'
import { addRows, approximateTotal, compareRows } from './rows.ts'

/** Distinct rows, lexicographically descending. */
export type Rows = { readonly count: number; readonly rows: Float64Array }

/** Rows reached after some blocks, each with one way back and the number of ways. */
export type Layer = Rows & {
  /** Row of the layer before, and row of the block, that give this row first. */
  readonly parent: Int32Array
  readonly choice: Int32Array
  /** Packages that give this row; past 2^53 only approximately. */
  readonly ties: Float64Array
}

/** What a partial sum must still be able to reach; all in float64, with the caller's margin for rounding. */
export type Need = {
  /** Least total per party that the partial sum must have. */
  readonly floors: Float64Array
  /** Least weighted sum of totals that the partial sum must have. */
  readonly weights: Float64Array
  readonly threshold: number
}

export type MergeInput = {
  readonly layer: Layer
  readonly block: Rows
  /** Packages per row of the block. */
  readonly multiplicity: Float64Array
  readonly parties: number
  readonly limbs: number
  /** Leave out dominated sums. Requires both inputs to hold no dominated rows. */
  readonly prune: boolean
  readonly slack: Float64Array
  readonly need?: Need | undefined
  readonly pointsMax: number
  readonly work: Work
}

/** Counts sums looked at, across merges; `beat` is called every so often, and may throw to stop. */
export type Work = { done: number; readonly max: number; nextBeat?: number; readonly beat?: () => void }

export const beatEvery = 500_000

/** False once the limit is passed. */
export function spend(work: Work, cost: number): boolean {
  work.done += cost
  if (work.nextBeat !== undefined && work.done >= work.nextBeat) {
    work.nextBeat = work.done + beatEvery
    work.beat?.()
  }
  return work.done <= work.max
}

export function emptyLayer(parties: number, limbs: number): Layer {
  return {
    count: 1,
    rows: new Float64Array(parties * limbs),
    parent: new Int32Array(1),
    choice: new Int32Array(1),
    ties: new Float64Array([1]),
  }
}

/** The next layer, or undefined once `pointsMax` or the work limit is passed. */
export function mergeLayer(input: MergeInput): Layer | undefined {
  const { layer, block, multiplicity, parties, limbs, need, work } = input
  const width = parties * limbs
  const isBlockHeads = block.count <= layer.count
  const heads = isBlockHeads ? block : layer
  const list = isBlockHeads ? layer : block
  if (heads.count === 0) return { ...emptyLayer(parties, limbs), count: 0 }

  if (isDense(input)) return mergeDense(input)

  const sums = new Float64Array(heads.count * width)
  const position = new Int32Array(heads.count)
  const heap = new Int32Array(heads.count)
  for (let h = 0; h < heads.count; h++) {
    addRows(sums, h * width, heads.rows, h * width, list.rows, 0, width, limbs)
    heap[h] = h
  }
  let size = heads.count
  // The leading digit decides most comparisons.
  const lead = new Float64Array(heads.count)
  for (let h = 0; h < heads.count; h++) lead[h] = sums[h * width] as number
  const above = (a: number, b: number): boolean => {
    const difference = (lead[a] as number) - (lead[b] as number)
    return difference === 0 ? compareRows(sums, a * width, sums, b * width, width) > 0 : difference > 0
  }
  const sink = (start: number): void => {
    const head = heap[start] as number
    let place = start
    for (;;) {
      let child = 2 * place + 1
      if (child >= size) break
      if (child + 1 < size && above(heap[child + 1] as number, heap[child] as number)) child++
      if (!above(heap[child] as number, head)) break
      heap[place] = heap[child] as number
      place = child
    }
    heap[place] = head
  }
  // Heads are already sorted descending when all lists start at their first row, hence a valid heap.

  const out = makeOutput(width, Math.min(heads.count * list.count, 256))
  const isGalloping = input.prune && parties === 2 && (input.slack[1] as number) === 0
  const archive = input.prune && !isGalloping ? makeArchive(parties, limbs, input.slack) : undefined
  const best = new Float64Array(limbs).fill(-1)

  while (size > 0) {
    const head = heap[0] as number
    const from = head * width
    if (!spend(work, 1 + (archive?.takeVisits() ?? 0))) return undefined
    const p = position[head] as number
    const l = isBlockHeads ? p : head
    const b = isBlockHeads ? head : p
    if (out.count > 0 && compareRows(sums, from, out.rows, (out.count - 1) * width, width) === 0) {
      out.ties[out.count - 1] =
        (out.ties[out.count - 1] as number) + (layer.ties[l] as number) * (multiplicity[b] as number)
    } else {
      const isFresh =
        (need === undefined || meets(sums, from, need, parties, limbs)) &&
        (isGalloping
          ? compareRows(sums, from + limbs, best, 0, limbs) > 0
          : archive === undefined || !archive.covers(sums, from))
      if (isFresh) {
        if (out.count >= input.pointsMax) return undefined
        const at = push(out, sums, from, width)
        out.parent[at] = l
        out.choice[at] = b
        out.ties[at] = (layer.ties[l] as number) * (multiplicity[b] as number)
        if (isGalloping) for (let c = 0; c < limbs; c++) best[c] = sums[from + limbs + c] as number
        else archive?.insert(out.rows, at)
      }
    }
    const next = isGalloping ? gallop({ list, from: p + 1, heads, head, best, width, limbs }) : p + 1
    if (next < list.count) {
      position[head] = next
      addRows(sums, from, heads.rows, from, list.rows, next * width, width, limbs)
      lead[head] = sums[from] as number
    } else {
      size--
      heap[0] = heap[size] as number
    }
    if (size > 0) sink(0)
  }
  return { count: out.count, rows: out.rows, parent: out.parent, choice: out.choice, ties: out.ties }
}

/** Two parties with totals so small that a table over the first party's total beats ordering the sums. */
function isDense({ layer, block, parties, limbs, prune, slack }: MergeInput): boolean {
  if (!prune || parties !== 2 || limbs !== 1 || (slack[1] as number) > 0) return false
  const range = (layer.rows[0] as number) + (block.rows[0] as number) + 1
  return range <= layer.count * block.count
}

/** Per total of the first party, the best total of the second; then the undominated, from the top. */
function mergeDense(input: MergeInput): Layer | undefined {
  const { layer, block, multiplicity, need, work } = input
  if (!spend(work, layer.count * block.count)) return undefined
  const range = (layer.rows[0] as number) + (block.rows[0] as number) + 1
  const best = new Float64Array(range).fill(-1)
  const ties = new Float64Array(range)
  const pair = new Float64Array(range)
  for (let b = 0; b < block.count; b++) {
    const x = block.rows[2 * b] as number
    const y = block.rows[2 * b + 1] as number
    const many = multiplicity[b] as number
    for (let l = 0; l < layer.count; l++) {
      const at = x + (layer.rows[2 * l] as number)
      const sum = y + (layer.rows[2 * l + 1] as number)
      const known = best[at] as number
      if (sum > known) {
        best[at] = sum
        ties[at] = many * (layer.ties[l] as number)
        pair[at] = b * layer.count + l
      } else if (sum === known) {
        ties[at] = (ties[at] as number) + many * (layer.ties[l] as number)
      }
    }
  }
  const out = makeOutput(2, 256)
  const row = new Float64Array(2)
  let highest = -1
  for (let x = range - 1; x >= 0; x--) {
    const y = best[x] as number
    if (y <= highest) continue
    row[0] = x
    row[1] = y
    if (need !== undefined && !meets(row, 0, need, 2, 1)) continue
    highest = y
    if (out.count >= input.pointsMax) return undefined
    const at = push(out, row, 0, 2)
    const from = pair[x] as number
    out.choice[at] = Math.floor(from / layer.count)
    out.parent[at] = from % layer.count
    out.ties[at] = ties[x] as number
  }
  return { count: out.count, rows: out.rows, parent: out.parent, choice: out.choice, ties: out.ties }
}

type Gallop = {
  readonly list: Rows
  readonly from: number
  readonly heads: Rows
  readonly head: number
  readonly best: Float64Array
  readonly width: number
  readonly limbs: number
}

/** First row of the list, at or after `from`, whose second total plus the head's exceeds the best so far. */
function gallop({ list, from, heads, head, best, width, limbs }: Gallop): number {
  if (from >= list.count || exceeds(list.rows, from, heads.rows, head, best, width, limbs)) return from
  let step = 1
  let low = from
  while (low + step < list.count && !exceeds(list.rows, low + step, heads.rows, head, best, width, limbs)) {
    low += step
    step *= 2
  }
  let high = Math.min(low + step, list.count)
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (exceeds(list.rows, middle, heads.rows, head, best, width, limbs)) high = middle
    else low = middle
  }
  return high
}

function exceeds(
  rows: Float64Array,
  row: number,
  heads: Float64Array,
  head: number,
  best: Float64Array,
  width: number,
  limbs: number,
): boolean {
  const i = row * width + limbs
  const j = head * width + limbs
  if (limbs === 1) return (rows[i] as number) + (heads[j] as number) > (best[0] as number)
  addRows(scratch(limbs), 0, rows, i, heads, j, limbs, limbs)
  return compareRows(scratch(limbs), 0, best, 0, limbs) > 0
}

let scratchRow = new Float64Array(4)
function scratch(limbs: number): Float64Array {
  if (scratchRow.length < limbs) scratchRow = new Float64Array(limbs)
  return scratchRow
}

function meets(sums: Float64Array, from: number, need: Need, parties: number, limbs: number): boolean {
  let weighted = 0
  for (let party = 0; party < parties; party++) {
    const total = approximateTotal(sums, from + party * limbs, limbs)
    if (total < (need.floors[party] as number)) return false
    weighted += total * (need.weights[party] as number)
  }
  return weighted >= need.threshold
}

type Output = {
  count: number
  rows: Float64Array
  parent: Int32Array
  choice: Int32Array
  ties: Float64Array
}

function makeOutput(width: number, capacity: number): Output {
  return {
    count: 0,
    rows: new Float64Array(capacity * width),
    parent: new Int32Array(capacity),
    choice: new Int32Array(capacity),
    ties: new Float64Array(capacity),
  }
}

function push(out: Output, sums: Float64Array, from: number, width: number): number {
  const at = out.count++
  if (at >= out.ties.length) {
    const capacity = out.ties.length * 2
    out.rows = grow(out.rows, new Float64Array(capacity * width))
    out.parent = grow(out.parent, new Int32Array(capacity))
    out.choice = grow(out.choice, new Int32Array(capacity))
    out.ties = grow(out.ties, new Float64Array(capacity))
  }
  for (let c = 0; c < width; c++) out.rows[at * width + c] = sums[from + c] as number
  return at
}

function grow<T extends Float64Array | Int32Array>(old: T, wider: T): T {
  wider.set(old)
  return wider
}
