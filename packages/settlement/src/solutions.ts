/** The named solutions: what each maximises, and how its packages are found and proven. */

import { makeArchive } from './archive.ts'
import { type Compiled, rowToUtilities } from './blocks.ts'
import { describePackage, gainsOf, leastRatio } from './definitions.ts'
import { demandFloors } from './demand.ts'
import { type Aim, targetOf } from './floats.ts'
import { buildLayers, countPackages, type Layers, listPackages } from './layers.ts'
import { type Budget, openWork } from './limits.ts'
import type { Package } from './package.ts'
import { utilitiesOf } from './package.ts'
import { add, compare, max, multiply, ONE, type Rational, rational, subtract, sum, ZERO } from './rational.ts'
import { reachGoal } from './reach.ts'
import { Undecided } from './refusal.ts'
import type { Remark } from './remark.ts'
import {
  type Best,
  type Gains,
  makeGains,
  pickBest,
  type Scoring,
  scoreLeximin,
  scoreMinRatio,
  scoreProduct,
  scoreSum,
  wholeExponents,
} from './scores.ts'
import type { Proof, ProofMethod, Solution, SolutionName, SolutionPackage, Solutions } from './settlement.ts'
import { choiceToPackage } from './view.ts'

export type SolveInput = {
  readonly compiled: Compiled
  readonly reservations: readonly Rational[]
  readonly limits: Budget
  /** All undominated individually rational sums, where they could be listed. */
  readonly front: Layers | undefined
  readonly remark: (remark: Remark) => void
}

export type Solved = { readonly solutions: Solutions; readonly ideals: readonly Rational[] } | undefined

/** Undefined when no package is acceptable to all. */
export function solveAll(input: SolveInput): Solved {
  const { compiled, reservations } = input
  const gains = makeGains(compiled, reservations)
  const egalitarian = solveEgalitarian(input, gains)
  if (egalitarian === undefined) return undefined
  const ideals = findIdeals(input, gains, egalitarian)
  const idealGains = ideals.values.map((ideal, p) => subtract(ideal, reservations[p] as Rational))
  const context: Context = { input, gains, idealGains, start: egalitarian.start }
  const exponents = wholeExponents(compiled.problem.parties.map(party => party.entitlement))
  const even = exponents.map(() => 1n)
  const isEven = exponents.every(exponent => exponent === exponents[0])
  if (idealGains.some(gain => gain.num === 0n)) {
    input.remark({ code: 'cannot-gain' })
  }
  return {
    ideals: ideals.values,
    solutions: {
      nash: finishProduct(context, 'nash', even),
      kalaiSmorodinsky: finishRatio(context),
      egalitarian: finish(context, 'egalitarian', egalitarian.found, leastGain),
      utilitarian: finishSum(context),
      ...(isEven ? {} : { maxNashWelfare: finishProduct(context, 'maxNashWelfare', exponents) }),
    },
  }
}

/** One solution alone, where every package is acceptable: no other is worked out for it. */
export function solveAlone(input: SolveInput, name: 'nash' | 'maxNashWelfare' | 'egalitarian'): Solution {
  const { compiled, reservations } = input
  const gains = makeGains(compiled, reservations)
  const ideals = findIdeals(input, gains, {})
  const idealGains = ideals.values.map((ideal, p) => subtract(ideal, reservations[p] as Rational))
  const egalitarian = name === 'egalitarian' ? solveEgalitarian(input, gains) : undefined
  const context: Context = { input, gains, idealGains, start: egalitarian?.start }
  if (egalitarian !== undefined) return finish(context, name, egalitarian.found, leastGain)
  const exponents = wholeExponents(compiled.problem.parties.map(party => party.entitlement))
  return finishProduct(context, name, name === 'nash' ? exponents.map(() => 1n) : exponents)
}

function leastGain(gains: readonly Rational[]): Rational {
  return sortRationals(gains)[0] ?? ZERO
}

type Context = {
  readonly input: SolveInput
  readonly gains: Gains
  readonly idealGains: readonly Rational[]
  readonly start: Int32Array | undefined
}

/** Best rows with the layers they lie in, and what proves them; or the best package met and a bound. */
type Found =
  | { readonly kind: 'rows'; readonly layers: Layers; readonly best: Best; readonly method: ProofMethod }
  | {
      readonly kind: 'package'
      readonly package: Package
      readonly bound: Rational
      readonly method: ProofMethod
    }

export type Seek = {
  readonly input: SolveInput
  readonly gains: Gains
  readonly scoring: Scoring
  readonly aim: () => Aim
  readonly start: Int32Array | undefined
}

/** Undefined when no package keeps the floors (and none gives a positive product). Throws `Undecided` past the limits. */
export function seek({
  input,
  gains,
  scoring,
  aim,
  start,
}: Seek): { found: Found; start?: Int32Array | undefined } | undefined {
  const { compiled, limits, front } = input
  if (compiled.blocks.some(block => block.count === 0)) return undefined
  if (front !== undefined) {
    const best = pickBest(front.last, gains, scoring)
    return best && { found: { kind: 'rows', layers: front, best, method: 'frontier' } }
  }
  const target = targetOf(compiled, aim())
  const answer = reachGoal({ target, start, pointsMax: limits.pointsMax, work: openWork(limits) })
  if (answer.layers !== undefined) {
    const best = pickBest(answer.layers.last, gains, scoring)
    return (
      best && {
        found: { kind: 'rows', layers: answer.layers, best, method: 'weighted-sum' },
        start: answer.incumbent,
      }
    )
  }
  const met = answer.incumbent ?? start
  if (met === undefined) throw new Undecided({ code: 'acceptability-open' })
  const found = { kind: 'package', package: choiceToPackage(compiled, met), method: 'limits' } as const
  return { found: { ...found, bound: answer.bound() }, start: met }
}

function solveEgalitarian(input: SolveInput, gains: Gains) {
  const { compiled, reservations } = input
  const sought = seek({
    input,
    gains,
    scoring: scoreLeximin,
    aim: () => ({ kind: 'minimum', floors: reservations, scales: reservations.map(() => ONE) }),
    start: undefined,
  })
  if (sought === undefined) return undefined
  if (sought.found.kind === 'package') {
    const utilities = utilitiesOf(compiled.problem, sought.found.package)
    if (utilities.some((utility, p) => compare(utility, reservations[p] as Rational) < 0)) {
      if (sought.found.bound.num < 0n) return undefined
      throw new Undecided({ code: 'acceptability-open' })
    }
  }
  return sought
}

/** The most each party gets in any acceptable package. */
function findIdeals(input: SolveInput, gains: Gains, egalitarian: { start?: Int32Array | undefined }) {
  const { compiled, reservations } = input
  const values = compiled.units.map((_, party) => {
    const sought = seek({
      input,
      gains,
      scoring: of => [of[party] as bigint],
      aim: () => ({
        kind: 'sum',
        floors: reservations,
        weights: compiled.units.map((_, p) => (p === party ? ONE : ZERO)),
      }),
      start: egalitarian.start,
    })
    if (sought === undefined) throw new Error('an acceptable package was found and lost')
    if (sought.found.kind === 'rows') {
      const [row] = sought.found.best.rows
      return rowToUtilities(compiled, sought.found.layers.last.rows, row as number)[party] as Rational
    }
    input.remark({ code: 'ideal-unproven', party })
    return utilitiesOf(compiled.problem, sought.found.package)[party] as Rational
  })
  return { values }
}

function finishProduct(context: Context, name: SolutionName, exponents: readonly bigint[]): Solution {
  const { input, gains, idealGains } = context
  const { reservations } = input
  const valueOf = (of: readonly Rational[]): Rational =>
    of.reduce((product, gain, p) => multiply(product, power(gain, exponents[p] as bigint)), ONE)
  // A product that is zero for every package says nothing: all acceptable packages tie.
  const isZero = idealGains.some((gain, p) => gain.num === 0n && (exponents[p] as bigint) > 0n)
  const sought = isZero
    ? undefined
    : seek({
        input,
        gains,
        scoring: scoreProduct(exponents),
        aim: () => ({ kind: 'product', floors: reservations, exponents }),
        start: context.start,
      })
  const isStillZero = sought?.found.kind === 'rows' && sought.found.best.score[0] === 0n
  if (sought === undefined || isStillZero) {
    input.remark({ code: 'product-zero', solution: name, shown: 'all' })
    return finishLevel(context, name, reservations, valueOf)
  }
  return finish(context, name, sought.found, valueOf)
}

function finishSum(context: Context): Solution {
  const { input, gains, start } = context
  const { reservations } = input
  const sought = seek({
    input,
    gains,
    scoring: scoreSum,
    aim: () => ({ kind: 'sum', floors: reservations, weights: reservations.map(() => ONE) }),
    start,
  })
  if (sought === undefined) throw new Error('an acceptable package was found and lost')
  return finish(context, 'utilitarian', sought.found, of => add(sum(of), sum(reservations)))
}

function finishRatio(context: Context): Solution {
  const { input, gains, idealGains } = context
  const { compiled, reservations } = input
  const valueOf = (of: readonly Rational[]): Rational => leastRatio(of, idealGains)
  if (idealGains.every(gain => gain.num === 0n))
    return finishLevel(context, 'kalaiSmorodinsky', reservations, valueOf)
  // Every ideal gain is a gain, so the common denominator is a multiple of its own.
  const scales = idealGains.map(gain => gain.num * (gains.den / gain.den))
  const sought = seek({
    input,
    gains,
    scoring: scoreMinRatio(scales),
    aim: () => ({ kind: 'minimum', floors: reservations, scales: idealGains }),
    start: context.start,
  })
  if (sought === undefined) throw new Error('an acceptable package was found and lost')
  if (sought.found.kind === 'package') return finish(context, 'kalaiSmorodinsky', sought.found, valueOf)
  const { layers, best } = sought.found
  const row = best.rows[0] as number
  const value = valueOf(gainsOf(rowToUtilities(compiled, layers.last.rows, row), reservations))
  const floors = reservations.map((reservation, p) =>
    add(reservation, multiply(value, idealGains[p] as Rational)),
  )
  return finishLevel(context, 'kalaiSmorodinsky', floors, valueOf, sought.found)
}

/**
 * Every package that reaches the floors, dominated ones included: the ties of a max-min solution.
 * Falls back to the efficient ones of `found` where they cannot all be counted within the limits.
 */
function finishLevel(
  context: Context,
  name: SolutionName,
  floors: readonly Rational[],
  valueOf: (gains: readonly Rational[]) => Rational,
  found?: Found,
): Solution {
  const { compiled, limits } = context.input
  const demand = demandFloors(compiled, floors)
  const work = openWork(limits, 1 / 4)
  const all = buildLayers({ compiled, prune: false, demand, pointsMax: limits.pointsMax, work })
  const method = found?.kind === 'rows' ? found.method : 'frontier'
  if (all === undefined) {
    const few = found ?? efficientRows(context, floors)
    return { ...finish(context, name, few, valueOf), tiesExact: false }
  }
  const above = makeGains(compiled, floors)
  const best = pickBest(all.last, above, () => [])
  if (best === undefined) throw new Error('a level that was reached is reached no more')
  return finish(context, name, { kind: 'rows', layers: all, best, method }, valueOf)
}

function efficientRows(context: Context, floors: readonly Rational[]): Found {
  const { compiled, front } = context.input
  const best = front && pickBest(front.last, makeGains(compiled, floors), () => [])
  if (front !== undefined && best !== undefined)
    return { kind: 'rows', layers: front, best, method: 'frontier' }
  const start = context.start
  if (start === undefined) throw new Undecided({ code: 'too-many-ties' })
  return { kind: 'package', package: choiceToPackage(compiled, start), bound: ZERO, method: 'limits' }
}

function finish(
  context: Context,
  name: SolutionName,
  found: Found,
  valueOf: (gains: readonly Rational[]) => Rational,
): Solution {
  const { input, idealGains } = context
  const { compiled, reservations, limits } = input
  const describe = (of: Package, utilities: readonly Rational[], efficient: boolean): SolutionPackage =>
    describePackage({ package: of, utilities, reservations, idealGains, efficient })
  if (found.kind === 'package') {
    const only = describe(found.package, utilitiesOf(compiled.problem, found.package), false)
    const value = valueOf(only.gains)
    const status = compare(value, found.bound) < 0 ? 'bounded' : 'optimal'
    const proof: Proof = { status, bound: max(value, found.bound), method: found.method }
    return { name, value, packages: [only], ties: 1n, tiesExact: false, proof }
  }
  const { layers, best, method } = found
  let ties = 0n
  const points = best.rows.map(row => ({ row, utilities: rowToUtilities(compiled, layers.last.rows, row) }))
  const isEfficient = undominatedRows(compiled, layers.last.rows, best.rows)
  const ordered = points.map((point, i) => ({ ...point, efficient: isEfficient[i] as boolean }))
  ordered.sort((a, b) => Number(b.efficient) - Number(a.efficient))
  const packages: SolutionPackage[] = []
  for (const { row, utilities, efficient } of ordered) {
    ties += countPackages(layers, row)
    for (const found of listPackages(layers, row, limits.tiesListedMax - packages.length)) {
      packages.push(describe(found, utilities, efficient))
    }
  }
  const value = valueOf((packages[0] as SolutionPackage).gains)
  return {
    name,
    value,
    packages,
    ties,
    tiesExact: true,
    proof: { status: 'optimal', bound: value, method },
  }
}

/**
 * Which of the rows no other of them dominates. Tied packages contain whatever dominates them, since a
 * dominating package reaches the same level. Row numbers ascend, so rows descend lexicographically.
 */
function undominatedRows(compiled: Compiled, rows: Float64Array, numbers: readonly number[]): boolean[] {
  const { parties, limbs } = compiled
  const archive = makeArchive(parties, limbs, new Float64Array(parties))
  return numbers.map((row, i) => {
    if (i > 0 && archive.covers(rows, row * parties * limbs)) return false
    archive.insert(rows, row)
    return true
  })
}

function sortRationals(values: readonly Rational[]): Rational[] {
  return [...values].sort(compare)
}

function power(base: Rational, exponent: bigint): Rational {
  return rational(base.num ** exponent, base.den ** exponent)
}
