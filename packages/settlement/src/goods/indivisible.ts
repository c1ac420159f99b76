/** Goods that cannot be cut: each good is an issue, and its options are the claimants. */

import { compileProblem, listPicks } from '../blocks.ts'
import { certify } from '../certificate.ts'
import { buildFront } from '../frontier.ts'
import { limitsOf } from '../limits.ts'
import type { Package } from '../package.ts'
import type { Problem } from '../problem.ts'
import { compare, ONE, type Rational, ZERO } from '../rational.ts'
import { Undecided } from '../refusal.ts'
import type { Proof, SettleOptions, Solution } from '../settlement.ts'
import { solveAlone } from '../solutions.ts'
import { type Allocation, assertGoods, type Claim, type Goods } from './goods.ts'

export type Division = {
  /** Product (with entitlements as whole exponents) or smallest worth, over `served`. */
  readonly value: Rational
  /** Every allocation that attains it, up to the limit of `tiesListedMax`. */
  readonly allocations: readonly (Allocation & { readonly owners: readonly number[] })[]
  readonly ties: bigint
  readonly tiesExact: boolean
  readonly proof: Proof
  /** Claimants that can all receive something they value; the others are left out of a product. */
  readonly served: readonly number[]
}

/** Subsets of claimants tried when not all can be served. */
export const claimantsServedMax = 12

/** The goods as a problem: additive values, reservation zero. */
export function goodsToProblem({ goods, claimants }: Goods): Problem {
  return {
    title: 'division of goods',
    issues: goods.map(name => ({
      kind: 'discrete',
      name,
      options: claimants.map(claimant => claimant.name),
    })),
    parties: claimants.map((claimant, c) => ({
      name: claimant.name,
      weights: goods.map(() => ONE),
      values: claimant.values.map(value => ({
        kind: 'table',
        values: claimants.map((_, owner) => (owner === c ? value : ZERO)),
      })),
      bonuses: [],
      reservation: ZERO,
      redLines: [],
      entitlement: claimant.entitlement,
    })),
    constraints: [],
    remarks: [],
  }
}

/**
 * Maximum Nash welfare (Caragiannis et al. 2019): the largest product of worths; where somebody must go
 * without, first the largest number of claimants served, then the product over them. With equal
 * entitlements the result is efficient and envy-free up to one good.
 */
export function maximumNashWelfareGoods(goods: Goods, options: SettleOptions = {}): Division {
  assertGoods(goods)
  const divisions = largestServed(goods).map(served => {
    const claimants = served.map(c => goods.claimants[c] as Claim)
    return toDivision(goods, solve({ goods: goods.goods, claimants }, 'maxNashWelfare', options), served)
  })
  return divisions.reduce((best, division) => {
    const order = compare(division.value, best.value)
    if (order > 0) return division
    if (order < 0 || division === best) return best
    return {
      ...best,
      allocations: [...best.allocations, ...division.allocations],
      ties: best.ties + division.ties,
    }
  })
}

/** Leximin: the smallest worth as large as possible, then the next smallest. */
export function leximinGoods(goods: Goods, options: SettleOptions = {}): Division {
  assertGoods(goods)
  return toDivision(
    goods,
    solve(goods, 'egalitarian', options),
    goods.claimants.map((_, c) => c),
  )
}

/** Partial divisions looked at for one rule: what is best then, with its bound, is for a person who waits. */
const goodsWorkMax = 3_000_000

/** One rule over all divisions, with no other worked out beside it, and checked as every answer is. */
function solve(goods: Goods, name: 'maxNashWelfare' | 'egalitarian', options: SettleOptions): Solution {
  const problem = goodsToProblem(goods)
  const limits = limitsOf({ ...options, limits: { workMax: goodsWorkMax, ...options.limits } })
  const picks = listPicks(problem, () => [])
  const compiled = compileProblem(problem, picks, limits)
  if (compiled === undefined) throw new Error('goods are not tied together')
  const reservations = problem.parties.map(() => ZERO)
  // A frontier that is small makes each rule a look at a list.
  const front = compiled.parties <= 2 ? buildFront(compiled, reservations, limits) : undefined
  const solution = solveAlone({ compiled, reservations, limits, front, remark: () => undefined }, name)
  certify({ problem, reservations, frontier: [], solutions: { [name]: solution } })
  return solution
}

function toDivision(goods: Goods, solution: Solution, served: readonly number[]): Division {
  return {
    value: solution.value,
    allocations: solution.packages.map(item => toAllocation(goods, item.package, served)),
    ties: solution.ties,
    tiesExact: solution.tiesExact,
    proof: solution.proof,
    served,
  }
}

function toAllocation(goods: Goods, picks: Package, served: readonly number[]) {
  const owners = picks.map(pick => served[Number(pick)] as number)
  return { owners, shares: goods.claimants.map((_, c) => owners.map(owner => (owner === c ? ONE : ZERO))) }
}

/** Every largest set of claimants that can all be given a good they value; all of them when none can. */
function largestServed({ goods, claimants }: Goods): number[][] {
  const all = claimants.map((_, c) => c)
  const matched = matchingSize(all, goods.length, claimants)
  if (matched === all.length || matched === 0) return [all]
  if (all.length > claimantsServedMax) {
    throw new Undecided({ code: 'too-many-claimants', claimantsMax: claimantsServedMax })
  }
  const sets: number[][] = []
  for (let mask = 0; mask < 2 ** all.length; mask++) {
    const set = all.filter(c => (mask >> c) & 1)
    if (set.length === matched && matchingSize(set, goods.length, claimants) === matched) sets.push(set)
  }
  return sets
}

/** Most claimants of the set that can each hold a good of their own that they value (augmenting paths). */
function matchingSize(set: readonly number[], goods: number, claimants: readonly Claim[]): number {
  const holder: (number | undefined)[] = Array.from({ length: goods })
  const augment = (claimant: number, seen: Set<number>): boolean => {
    for (let good = 0; good < goods; good++) {
      if (seen.has(good) || claimants[claimant]?.values[good]?.num === 0n) continue
      seen.add(good)
      const held = holder[good]
      if (held === undefined || augment(held, seen)) {
        holder[good] = claimant
        return true
      }
    }
    return false
  }
  return set.filter(claimant => augment(claimant, new Set())).length
}
