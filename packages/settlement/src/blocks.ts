/**
 * A problem in whole numbers. Issues that some bonus, red line or side constraint ties together form one
 * block, whose feasible combinations are enumerated once; every other issue is a block of its own. Across
 * blocks totals simply add, so everything downstream sees a plain additive problem.
 *
 * utility of party p = base[p] + unit[p] · total[p], totals being whole and never negative.
 */

import { makeArchive } from './archive.ts'
import { regionsOf } from './constraint.ts'
import type { Rows } from './merge.ts'
import { conditionHolds, type Pick, pickAt, sizeOf, valueAt } from './package.ts'
import type { Constraint, Problem, Region } from './problem.ts'
import { add, gcd, lcm, multiply, type Rational, rational, ZERO } from './rational.ts'
import { numbersTooLong } from './refusal.ts'
import {
  addRows,
  approximationUnit,
  compareRows,
  digitsIn,
  limbsFor,
  limbsMax,
  readTotal,
  shiftFor,
  writeTotal,
} from './rows.ts'

export type Block = Rows & {
  readonly issues: readonly number[]
  /** Which rows no other row of the block dominates, in order. */
  readonly efficient: Int32Array
  /** Combinations that give row r: `members[starts[r] .. starts[r + 1])`, mixed-radix codes over `sizes`. */
  readonly starts: Int32Array
  readonly members: Float64Array
  readonly sizes: readonly number[]
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

/** Undefined when a group of coupled issues has more combinations than the limit. */
export function compileProblem(
  problem: Problem,
  picks: readonly (readonly Pick[])[],
  limits: CompileLimits,
): Compiled | undefined {
  const groups = groupIssues(problem)
  const tooLarge = groups.some(group => {
    const size = group.reduce((product, issue) => product * (picks[issue] as Pick[]).length, 1)
    return group.length > 1 && size > limits.coupledPackagesMax
  })
  if (tooLarge) return undefined
  const scale = scaleProblem(problem, picks)
  const rules = compileRules(problem, picks, scale)
  const blocks = groups.map(group => buildBlock(group, scale, rules))
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

type Scale = {
  readonly parties: number
  readonly limbs: number
  readonly bases: Rational[]
  readonly units: Rational[]
  /** Per issue, a row per pick. */
  readonly tables: Float64Array[]
  readonly sizes: number[]
  /** Per party and bonus, its size in units. */
  readonly bonuses: bigint[][]
}

const denominatorMax = approximationUnit(limbsMax + 1)

function scaleProblem(problem: Problem, picks: readonly (readonly Pick[])[]): Scale {
  const parties = problem.parties.length
  const shifted: bigint[][][] = []
  const bases: Rational[] = []
  const units: Rational[] = []
  const bonuses: bigint[][] = []
  const totals: bigint[] = []
  let largest = 0n
  for (const party of problem.parties) {
    const values = problem.issues.map((issue, i) => {
      const weight = party.weights[i] ?? ZERO
      const values = party.values[i]
      if (values === undefined) throw new RangeError('a party needs one value function per issue')
      return (picks[i] as Pick[]).map(pick => multiply(weight, valueAt(issue, values, pick)))
    })
    let den = 1n
    for (const value of [...values.flat(), ...party.bonuses.map(bonus => bonus.value)]) {
      if (den % value.den === 0n) continue
      den = lcm(den, value.den)
      if (den >= denominatorMax) throw numbersTooLong(party.name, digitsIn(limbsMax))
    }
    let base = ZERO
    let unit = 0n
    let total = 0n
    const whole = values.map(list => {
      const scaled = list.map(value => value.num * (den / value.den))
      const lowest = scaled.reduce((low, value) => (value < low ? value : low), scaled[0] ?? 0n)
      base = add(base, rational(lowest, den))
      return scaled.map(value => value - lowest)
    })
    const extra = party.bonuses.map(bonus => {
      if (bonus.value.num < 0n) base = add(base, bonus.value)
      return bonus.value.num * (den / bonus.value.den)
    })
    for (const value of [...whole.flat(), ...extra]) unit = gcd(unit, value)
    if (unit === 0n) unit = 1n
    for (const list of whole) total += list.reduce((high, value) => (value > high ? value : high), 0n) / unit
    for (const value of extra) total += (value < 0n ? -value : value) / unit
    if (total > largest) largest = total
    shifted.push(whole.map(list => list.map(value => value / unit)))
    bonuses.push(extra.map(value => value / unit))
    bases.push(base)
    units.push(rational(unit, den))
    totals.push(total)
  }
  const limbs = limbsFor(largest)
  if (limbs > limbsMax)
    throw numbersTooLong(problem.parties[totals.indexOf(largest)]?.name ?? '', digitsIn(limbsMax))
  const sizes = picks.map(list => list.length)
  totals.forEach((total, p) => {
    const shift = shiftFor(total, limbs)
    if (shift === 0n) return
    shifted[p] = (shifted[p] as bigint[][]).map(list => list.map(value => value << shift))
    bonuses[p] = (bonuses[p] as bigint[]).map(value => value << shift)
    const unit = units[p] as Rational
    units[p] = rational(unit.num, unit.den << shift)
  })
  const tables = problem.issues.map((_, i) => {
    const size = sizes[i] as number
    const table = new Float64Array(size * parties * limbs)
    for (let p = 0; p < parties; p++) {
      const values = (shifted[p] as bigint[][])[i] as bigint[]
      for (let o = 0; o < size; o++) writeTotal(values[o] as bigint, table, (o * parties + p) * limbs, limbs)
    }
    return table
  })
  return { parties, limbs, bases, units, tables, sizes, bonuses }
}

type Test = (chosen: Int32Array) => boolean
type Rule =
  | { readonly kind: 'limit'; readonly issues: readonly number[]; readonly isMet: Test }
  /** Adds `row` when `applies`. */
  | {
      readonly kind: 'bonus'
      readonly issues: readonly number[]
      readonly applies: Test
      readonly row: Float64Array
    }

/** Rules as tests on the array of chosen pick numbers, indexed by issue. */
function compileRules(problem: Problem, picks: readonly (readonly Pick[])[], scale: Scale): Rule[] {
  const regionTest = (region: Region): Test => {
    const masks = region.map(condition => {
      const issue = problem.issues[condition.issue]
      if (issue === undefined) throw new RangeError('a condition names an issue that does not exist')
      const mask = Uint8Array.from(picks[condition.issue] as Pick[], pick =>
        conditionHolds(condition, issue, pick) ? 1 : 0,
      )
      return { issue: condition.issue, mask }
    })
    return chosen => masks.every(({ issue, mask }) => mask[chosen[issue] as number] === 1)
  }
  const rules: Rule[] = []
  problem.parties.forEach((party, p) => {
    party.bonuses.forEach((bonus, b) => {
      const size = (scale.bonuses[p] as bigint[])[b] as bigint
      const row = new Float64Array(scale.parties * scale.limbs)
      writeTotal(size < 0n ? -size : size, row, p * scale.limbs, scale.limbs)
      const test = regionTest(bonus.when)
      // A penalty already lies in the base; escaping it is what adds.
      const applies: Test = size < 0n ? chosen => !test(chosen) : test
      rules.push({ kind: 'bonus', issues: issuesOf([bonus.when]), applies, row })
    })
    for (const redLine of party.redLines) {
      const test = regionTest(redLine.excludes)
      rules.push({ kind: 'limit', issues: issuesOf([redLine.excludes]), isMet: chosen => !test(chosen) })
    }
  })
  for (const constraint of problem.constraints) {
    const tests = regionsOf(constraint).map(regionTest)
    const issues = issuesOf(regionsOf(constraint))
    rules.push({ kind: 'limit', issues, isMet: constraintTest(constraint, tests) })
  }
  return rules
}

function constraintTest(constraint: Constraint, tests: readonly Test[]): Test {
  switch (constraint.kind) {
    case 'forbid':
      return chosen => !tests.every(test => test(chosen))
    case 'implies':
      return chosen => !tests[0]?.(chosen) || tests[1]?.(chosen) === true
    case 'at-most':
      return chosen => tests.filter(test => test(chosen)).length <= constraint.count
    default:
      return constraint satisfies never
  }
}

function issuesOf(regions: readonly Region[]): number[] {
  return [...new Set(regions.flat().map(condition => condition.issue))]
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
  const start = new Float64Array(width)
  // A bonus without conditions always applies; the first issue's block carries it.
  if (group.includes(0)) {
    for (const rule of allRules) {
      if (rule.kind === 'bonus' && rule.issues.length === 0 && rule.applies(chosen)) {
        addRows(start, 0, start, 0, rule.row, 0, width, limbs)
      }
    }
  }
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
