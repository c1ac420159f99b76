/**
 * The undominated rows of a group of coupled issues without going through its combinations: issues are taken out one by one
 * (Bertelè and Brioschi 1972), and for every combination of the issues that a taken one is still tied to, only those partial sums are
 * kept that no other dominates (Nemhauser and Ullmann 1969). Exact at any number of parties. What it costs hangs on how
 * issues are tied, and not on how many there are.
 */

import { makeArchive } from './archive.ts'
import { spend, type Work } from './merge.ts'
import { addRows, compareRows } from './rows.ts'

/** What a rule asks and adds; `chosen` holds a pick's number for every issue that it names. */
export type Factor = {
  readonly issues: readonly number[]
  /** Undefined where the rule forbids; otherwise what it adds, and nothing where it does not apply. */
  readonly add: (chosen: Int32Array) => Float64Array | 'nothing' | 'forbidden'
}

export type Elimination = {
  readonly group: readonly number[]
  readonly parties: number
  readonly limbs: number
  /** Picks per issue of the problem. */
  readonly sizes: readonly number[]
  /** Per issue of the problem, a row per pick. */
  readonly tables: readonly Float64Array[]
  readonly factors: readonly Factor[]
  /** Combinations of issues gone through, at most. */
  readonly contextsMax: number
  readonly work: Work
}

export type Eliminated = {
  readonly count: number
  readonly rows: Float64Array
  /** Per row, the pick's number for each issue of the group. */
  readonly picks: readonly Int32Array[]
}

/** Undominated partial sums, lexicographically descending, each with the pick and the rows of the messages that give it. */
type Bag = {
  readonly count: number
  readonly rows: Float64Array
  readonly pick: Int32Array
  readonly kids: Int32Array
}

/** One issue taken out: a bag for every combination of the issues of `scope`. */
type Message = {
  readonly issue: number
  readonly scope: readonly number[]
  readonly parts: readonly Message[]
  readonly bags: readonly Bag[]
}

/** Undefined where the limits would be passed. */
export function eliminateGroup(task: Elimination): Eliminated | undefined {
  const order = orderOf(task)
  if (order === undefined) return undefined
  let messages: readonly Message[] = []
  let factors = task.factors
  const done: Message[] = []
  for (const issue of order) {
    const parts = messages.filter(({ scope }) => scope.includes(issue))
    const own = factors.filter(({ issues }) => issues.includes(issue))
    const message = takeOut(task, issue, own, parts)
    if (message === undefined) return undefined
    factors = factors.filter(factor => !own.includes(factor))
    messages = [...messages.filter(each => !parts.includes(each)), message]
    if (message.scope.length === 0) done.push(message)
  }
  return joinAll(task, done)
}

/** Which issue goes next: the one tied to the fewest combinations of others. */
function orderOf({ group, sizes, factors, contextsMax }: Elimination): readonly number[] | undefined {
  const ties = new Map(group.map(issue => [issue, new Set<number>()]))
  for (const { issues } of factors) {
    for (const a of issues) for (const b of issues) if (a !== b) ties.get(a)?.add(b)
  }
  const order: number[] = []
  let contexts = 0
  while (ties.size > 0) {
    let next = -1
    let least = Number.POSITIVE_INFINITY
    for (const [issue, tied] of ties) {
      const cost = [...tied].reduce(
        (product, other) => product * (sizes[other] as number),
        sizes[issue] as number,
      )
      if (cost < least) {
        least = cost
        next = issue
      }
    }
    contexts += least
    if (contexts > contextsMax) return undefined
    const tied = ties.get(next) as Set<number>
    ties.delete(next)
    for (const a of tied) {
      const own = ties.get(a) as Set<number>
      own.delete(next)
      for (const b of tied) if (a !== b) own.add(b)
    }
    order.push(next)
  }
  return order
}

function takeOut(
  task: Elimination,
  issue: number,
  factors: readonly Factor[],
  parts: readonly Message[],
): Message | undefined {
  const tied = new Set([...factors.flatMap(({ issues }) => issues), ...parts.flatMap(({ scope }) => scope)])
  tied.delete(issue)
  const scope = [...tied]
  const contexts = scope.reduce((product, other) => product * (task.sizes[other] as number), 1)
  const chosen = new Int32Array(task.sizes.length)
  const bags: Bag[] = []
  const all = openSums(task.parties * task.limbs, parts.length)
  for (let context = 0; context < contexts; context++) {
    readContext(task, scope, context, chosen)
    all.count = 0
    if (!spend(task.work, 1)) return undefined
    if (!fillSums(task, all, { issue, factors, parts }, chosen)) return undefined
    bags.push(prune(task, all, parts.length))
  }
  return { issue, scope, parts, bags }
}

/** Writes the picks of a combination of issues. */
function readContext(
  { sizes }: Elimination,
  scope: readonly number[],
  context: number,
  chosen: Int32Array,
): void {
  let rest = context
  for (const issue of scope) {
    const size = sizes[issue] as number
    chosen[issue] = rest % size
    rest = Math.floor(rest / size)
  }
}

function contextOf({ sizes }: Elimination, scope: readonly number[], chosen: Int32Array): number {
  let context = 0
  let radix = 1
  for (const issue of scope) {
    context += (chosen[issue] as number) * radix
    radix *= sizes[issue] as number
  }
  return context
}

type Taken = Omit<Message, 'scope' | 'bags'> & { readonly factors: readonly Factor[] }

/**
 * Adds the sums for one combination: over the picks of the issue, its own row, what applies, and a row of every message. False
 * once the limit is passed.
 */
function fillSums(
  task: Elimination,
  all: Sums,
  { issue, factors, parts }: Taken,
  chosen: Int32Array,
): boolean {
  const { parties, limbs } = task
  const width = parties * limbs
  const start = new Float64Array(width)
  for (let pick = 0; pick < (task.sizes[issue] as number); pick++) {
    chosen[issue] = pick
    start.set((task.tables[issue] as Float64Array).subarray(pick * width, (pick + 1) * width))
    let isForbidden = false
    for (const factor of factors) {
      const added = factor.add(chosen)
      if (added === 'forbidden') isForbidden = true
      else if (added !== 'nothing') addRows(start, 0, start, 0, added, 0, width, limbs)
    }
    if (isForbidden) continue
    const bags = parts.map(part => part.bags[contextOf(task, part.scope, chosen)] as Bag)
    if (!addProducts(task, all, pick, start, bags)) return false
  }
  return true
}

/** What the bags so far add up to. */
type PartialSums = { readonly count: number; readonly rows: Float64Array; readonly kids: Int32Array }

type Sums = { count: number; rows: Float64Array; pick: Int32Array; kids: Int32Array }

function openSums(width: number, parts: number): Sums {
  return {
    count: 0,
    rows: new Float64Array(4 * width),
    pick: new Int32Array(4),
    kids: new Int32Array(4 * parts),
  }
}

function reserve(sums: Sums, count: number, width: number, parts: number): void {
  if (count <= sums.pick.length) return
  const capacity = Math.max(count, 2 * sums.pick.length)
  sums.rows = widen(sums.rows, new Float64Array(capacity * width))
  sums.pick = widen(sums.pick, new Int32Array(capacity))
  sums.kids = widen(sums.kids, new Int32Array(capacity * parts))
}

function widen<T extends Float64Array | Int32Array>(old: T, wider: T): T {
  wider.set(old)
  return wider
}

/** Adds every sum of `start` and one row of each bag; pruned between bags. False once the limit is passed. */
function addProducts(
  task: Elimination,
  all: Sums,
  pick: number,
  start: Float64Array,
  bags: readonly Bag[],
): boolean {
  const { limbs, parties } = task
  const width = parties * limbs
  const parts = bags.length
  let sums: PartialSums = { count: 1, rows: start, kids: new Int32Array(parts) }
  for (const [k, bag] of bags.entries()) {
    if (!spend(task.work, sums.count * bag.count)) return false
    const isLast = k === parts - 1
    const next = isLast ? all : openSums(width, parts)
    reserve(next, next.count + sums.count * bag.count, width, parts)
    for (let a = 0; a < sums.count; a++) {
      for (let b = 0; b < bag.count; b++) {
        const at = next.count++
        addRows(next.rows, at * width, sums.rows, a * width, bag.rows, b * width, width, limbs)
        for (let j = 0; j < k; j++) next.kids[at * parts + j] = sums.kids[a * parts + j] as number
        next.kids[at * parts + k] = b
        next.pick[at] = pick
      }
    }
    if (isLast) return true
    sums = sums.count === 1 || bag.count === 1 ? next : prune(task, next, parts)
  }
  reserve(all, all.count + 1, width, parts)
  all.rows.set(start, all.count * width)
  all.pick[all.count++] = pick
  return true
}

/** Those that no other dominates, the first of several that are the same, in order. */
function prune(task: Elimination, sums: Sums, parts: number): Bag {
  const { parties, limbs } = task
  const width = parties * limbs
  const order = Int32Array.from({ length: sums.count }, (_, i) => i)
  if (sums.count > 1)
    order.sort((a, b) => compareRows(sums.rows, b * width, sums.rows, a * width, width) || a - b)
  const kept = undominated(task, sums, order)
  const rows = new Float64Array(kept.length * width)
  const kids = new Int32Array(kept.length * parts)
  const pick = new Int32Array(kept.length)
  kept.forEach((at, k) => {
    for (let c = 0; c < width; c++) rows[k * width + c] = sums.rows[at * width + c] as number
    for (let c = 0; c < parts; c++) kids[k * parts + c] = sums.kids[at * parts + c] as number
    pick[k] = sums.pick[at] as number
  })
  return { count: kept.length, rows, pick, kids }
}

/** Of rows in order, from the top, those that no earlier one is at least as good as. */
function undominated({ parties, limbs }: Elimination, { rows }: Sums, order: Int32Array): readonly number[] {
  const width = parties * limbs
  if (parties === 1) return [...order.subarray(0, 1)]
  const kept: number[] = []
  if (parties === 2) {
    let last = -1
    for (const at of order) {
      const isCovered =
        last >= 0 && compareRows(rows, at * width + limbs, rows, last * width + limbs, limbs) <= 0
      if (isCovered) continue
      kept.push(at)
      last = at
    }
    return kept
  }
  const archive = makeArchive(parties, limbs, new Float64Array(parties))
  const met = new Float64Array(order.length * width)
  for (const at of order) {
    if (kept.length > 0 && archive.covers(rows, at * width)) continue
    met.set(rows.subarray(at * width, (at + 1) * width), kept.length * width)
    archive.insert(met, kept.length)
    kept.push(at)
  }
  return kept
}

/** The rows of the whole group: sums of what was taken out last, with the picks behind them. */
function joinAll(task: Elimination, roots: readonly Message[]): Eliminated | undefined {
  const width = task.parties * task.limbs
  const all = openSums(width, roots.length)
  const bags = roots.map(root => root.bags[0] as Bag)
  if (!addProducts(task, all, 0, new Float64Array(width), bags)) return undefined
  const whole = prune(task, all, roots.length)
  const picks = Array.from({ length: whole.count }, (_, row) => {
    const chosen = new Int32Array(task.sizes.length)
    roots.forEach((root, k) => {
      retrace(task, root, whole.kids[row * roots.length + k] as number, chosen)
    })
    return Int32Array.from(task.group, issue => chosen[issue] as number)
  })
  return { count: whole.count, rows: whole.rows, picks }
}

function retrace(task: Elimination, message: Message, row: number, chosen: Int32Array): void {
  const bag = message.bags[contextOf(task, message.scope, chosen)] as Bag
  chosen[message.issue] = bag.pick[row] as number
  message.parts.forEach((part, k) => {
    retrace(task, part, bag.kids[row * message.parts.length + k] as number, chosen)
  })
}
