/**
 * A problem in whole numbers. Issues that some bonus, red line or side constraint ties together form one
 * block, whose feasible combinations are enumerated once; every other issue is a block of its own. Across
 * blocks totals simply add, so everything downstream sees a plain additive problem.
 *
 * utility of party p = base[p] + unit[p] · total[p], totals being whole and never negative.
 */

import { makeArchive } from './archive.ts'
import { regionsOf } from './constraint.ts'
import { type Eliminated, eliminateGroup, type Factor } from './eliminate.ts'
import type { Rows, Work } from './merge.ts'
import { type Pick, pickAt, sizeOf } from './package.ts'
import type { Problem } from './problem.ts'
import { add, multiply, type Rational, rational } from './rational.ts'
import { addRows, compareRows, readTotal } from './rows.ts'
import { compileRules, type Rule } from './rules.ts'
import { type Scale, scaleProblem } from './scale.ts'

export type Block = Rows & {
  readonly issues: readonly number[]
  /** Which rows no other row of the block dominates, in order. */
  readonly efficient: Int32Array
  /** Combinations that give row r: `members[starts[r] .. starts[r + 1])`, mixed-radix codes over `sizes`. */
  readonly starts: Int32Array
  readonly members: Float64Array
  readonly sizes: readonly number[]
  /** Where the group was not gone through but its issues taken out one by one: per row the picks' numbers, and no members. */
  readonly picks?: readonly Int32Array[]
}

export type Compiled = {
  readonly problem: Problem
  /** Picks considered per issue: all of them, or a grid on a continuous issue. */
  readonly picks: readonly (readonly Pick[])[]
  readonly parties: number
  readonly limbs: number
  readonly bases: readonly Rational[]
  readonly units: readonly Rational[]
  /** Empty rows in any block mean that no package is feasible. */
  readonly blocks: readonly Block[]
}

export type CompileLimits = { readonly coupledPackagesMax: number }

/** Of groups past `coupledPackagesMax` only undominated rows are wanted: ties and dominated packages need not be told. */
export type Taking = { readonly contextsMax: number; readonly work: Work }

/** All picks of every issue; for continuous issues the given grid. */
export function listPicks(problem: Problem, grid: (issue: number) => readonly Rational[]): Pick[][] {
  return problem.issues.map((issue, i) =>
    issue.kind === 'continuous'
      ? [...grid(i)]
      : Array.from({ length: sizeOf(issue) }, (_, index) => pickAt(issue, index)),
  )
}

/** Issues in groups that can be settled independently of each other; within a group in the problem's order. */
export function groupIssues(problem: Problem): number[][] {
  const leader = problem.issues.map((_, i) => i)
  const find = (i: number): number => {
    let at = i
    while (leader[at] !== at) at = leader[at] as number
    return at
  }
  for (const tied of tiedIssues(problem)) {
    for (const issue of tied) leader[find(issue)] = find(tied[0] as number)
  }
  const groups = new Map<number, number[]>()
  problem.issues.forEach((_, i) => {
    const group = groups.get(find(i))
    if (group === undefined) groups.set(find(i), [i])
    else group.push(i)
  })
  return [...groups.values()]
}

function tiedIssues(problem: Problem): number[][] {
  const regions = [
    ...problem.parties.flatMap(party => [
      ...party.bonuses.map(bonus => bonus.when),
      ...party.redLines.map(redLine => redLine.excludes),
    ]),
    ...problem.constraints.map(regionsOf).map(list => list.flat()),
  ]
  return regions.map(region => region.map(condition => condition.issue)).filter(tied => tied.length > 0)
}

/** Undefined when a group of coupled issues has more combinations than the limit, and they cannot be taken out one by one. */
export function compileProblem(
  problem: Problem,
  picks: readonly (readonly Pick[])[],
  limits: CompileLimits,
  taking?: Taking,
): Compiled | undefined {
  const groups = groupIssues(problem)
  const isWide = (group: readonly number[]): boolean => {
    const size = group.reduce((product, issue) => product * (picks[issue] as Pick[]).length, 1)
    return group.length > 1 && size > limits.coupledPackagesMax
  }
  if (taking === undefined && groups.some(isWide)) return undefined
  const scale = scaleProblem(problem, picks)
  const rules = compileRules(problem, picks, scale)
  const blocks: Block[] = []
  for (const group of groups) {
    const block =
      taking !== undefined && isWide(group)
        ? takeApart(group, scale, rules, taking)
        : buildBlock(group, scale, rules)
    if (block === undefined) return undefined
    blocks.push(block)
  }
  const always = rules.filter(rule => rule.issues.length === 0)
  const isImpossible = always.some(rule => rule.kind === 'limit' && !rule.isMet(new Int32Array(0)))
  return {
    problem,
    picks,
    parties: problem.parties.length,
    limbs: scale.limbs,
    bases: scale.bases,
    units: scale.units,
    blocks:
      isImpossible && blocks[0] !== undefined
        ? [{ ...blocks[0], count: 0, efficient: new Int32Array(0) }, ...blocks.slice(1)]
        : blocks,
  }
}

/** The undominated rows of a group, its issues taken out one by one. */
function takeApart(
  group: readonly number[],
  scale: Scale,
  rules: readonly Rule[],
  { contextsMax, work }: Taking,
): Block | undefined {
  const own = rules.filter(({ issues }) => issues.some(issue => group.includes(issue)))
  const taken = eliminateGroup({
    group,
    parties: scale.parties,
    limbs: scale.limbs,
    sizes: scale.sizes,
    tables: scale.tables,
    factors: own.map(ruleToFactor),
    contextsMax,
    work,
  })
  return taken && eliminatedToBlock(group, scale, rules, taken)
}

function ruleToFactor(rule: Rule): Factor {
  const { issues } = rule
  if (rule.kind === 'limit') return { issues, add: chosen => (rule.isMet(chosen) ? 'nothing' : 'forbidden') }
  return { issues, add: chosen => (rule.applies(chosen) ? rule.row : 'nothing') }
}

function eliminatedToBlock(
  group: readonly number[],
  { parties, limbs, sizes }: Scale,
  rules: readonly Rule[],
  { count, rows, picks }: Eliminated,
): Block {
  const width = parties * limbs
  const start = startOf(group, rules, width, limbs)
  for (let row = 0; row < count; row++) addRows(rows, row * width, rows, row * width, start, 0, width, limbs)
  return {
    issues: group,
    count,
    rows,
    efficient: Int32Array.from({ length: count }, (_, row) => row),
    starts: Int32Array.from({ length: count + 1 }, (_, row) => row),
    members: new Float64Array(count),
    sizes: group.map(issue => sizes[issue] as number),
    picks,
  }
}

/** A bonus without conditions always applies; the first issue's block carries it. */
function startOf(
  group: readonly number[],
  rules: readonly Rule[],
  width: number,
  limbs: number,
): Float64Array {
  const start = new Float64Array(width)
  if (!group.includes(0)) return start
  for (const rule of rules) {
    if (rule.kind === 'bonus' && rule.issues.length === 0 && rule.applies(new Int32Array(0)))
      addRows(start, 0, start, 0, rule.row, 0, width, limbs)
  }
  return start
}

/** Enumerates the feasible combinations of a group, leaving a branch as soon as a rule is broken. */
function buildBlock(group: readonly number[], scale: Scale, allRules: readonly Rule[]): Block {
  const { limbs, parties } = scale
  const width = parties * limbs
  const rulesAt = group.map((_, depth) => {
    const known = new Set(group.slice(0, depth + 1))
    return allRules.filter(
      rule => rule.issues.includes(group[depth] as number) && rule.issues.every(issue => known.has(issue)),
    )
  })
  const chosen = new Int32Array(scale.tables.length)
  const partial = group.map(() => new Float64Array(width))
  const start = startOf(group, allRules, width, limbs)
  let rows = new Float64Array(64 * width)
  let codes = new Float64Array(64)
  let count = 0
  const visit = (depth: number, before: Float64Array, code: number): void => {
    if (depth === group.length) {
      if (count === codes.length) {
        const wider = new Float64Array(rows.length * 2)
        wider.set(rows)
        rows = wider
        const more = new Float64Array(codes.length * 2)
        more.set(codes)
        codes = more
      }
      rows.set(before, count * width)
      codes[count++] = code
      return
    }
    const issue = group[depth] as number
    const size = scale.sizes[issue] as number
    const row = partial[depth] as Float64Array
    const rules = rulesAt[depth] as Rule[]
    for (let pick = 0; pick < size; pick++) {
      chosen[issue] = pick
      if (rules.some(rule => rule.kind === 'limit' && !rule.isMet(chosen))) continue
      addRows(row, 0, before, 0, scale.tables[issue] as Float64Array, pick * width, width, limbs)
      for (const rule of rules) {
        if (rule.kind === 'bonus' && rule.applies(chosen)) addRows(row, 0, row, 0, rule.row, 0, width, limbs)
      }
      visit(depth + 1, row, code * size + pick)
    }
  }
  visit(0, start, 0)
  return classify({ group, rows, codes, count, scale })
}

type Enumerated = {
  readonly group: readonly number[]
  readonly rows: Float64Array
  readonly codes: Float64Array
  readonly count: number
  readonly scale: Scale
}

/** Sorts the combinations, joins those with equal rows, and marks the undominated. */
function classify({ group, rows, codes, count, scale }: Enumerated): Block {
  const { parties, limbs } = scale
  const width = parties * limbs
  const order = Int32Array.from({ length: count }, (_, i) => i).sort(
    (a, b) => compareRows(rows, b * width, rows, a * width, width) || a - b,
  )
  const distinct = new Float64Array(count * width)
  const starts: number[] = []
  const members = new Float64Array(count)
  order.forEach((from, i) => {
    const last = starts.length - 1
    if (last < 0 || compareRows(distinct, last * width, rows, from * width, width) !== 0) {
      distinct.set(rows.subarray(from * width, (from + 1) * width), starts.length * width)
      starts.push(i)
    }
    members[i] = codes[from] as number
  })
  const archive = makeArchive(parties, limbs, new Float64Array(parties))
  const efficient: number[] = []
  for (let r = 0; r < starts.length; r++) {
    if (efficient.length > 0 && archive.covers(distinct, r * width)) continue
    archive.insert(distinct, r)
    efficient.push(r)
  }
  return {
    issues: group,
    count: starts.length,
    rows: distinct.slice(0, starts.length * width),
    efficient: Int32Array.from(efficient),
    starts: Int32Array.from([...starts, count]),
    members,
    sizes: group.map(issue => scale.sizes[issue] as number),
  }
}

export function multiplicityOf(block: Block, row: number): number {
  return (block.starts[row + 1] as number) - (block.starts[row] as number)
}

/** Writes the m-th combination behind a row of a block into a package under construction. */
export function writePicks(
  compiled: Compiled,
  block: Block,
  at: { row: number; member: number },
  out: Pick[],
): void {
  if (block.picks !== undefined) {
    block.issues.forEach((issue, i) => {
      out[issue] = (compiled.picks[issue] as Pick[])[block.picks?.[at.row]?.[i] as number] as Pick
    })
    return
  }
  let code = block.members[(block.starts[at.row] as number) + at.member] as number
  for (let i = block.issues.length - 1; i >= 0; i--) {
    const size = block.sizes[i] as number
    const issue = block.issues[i] as number
    out[issue] = (compiled.picks[issue] as Pick[])[code % size] as Pick
    code = Math.floor(code / size)
  }
}

/** The totals of a row as exact utilities. */
export function rowToUtilities(compiled: Compiled, rows: Float64Array, row: number): Rational[] {
  const { parties, limbs } = compiled
  return compiled.bases.map((base, p) =>
    add(
      base,
      multiply(compiled.units[p] as Rational, rational(readTotal(rows, (row * parties + p) * limbs, limbs))),
    ),
  )
}
