/** A problem with continuous issues, settled exactly over its cells. */

import { certify } from '../certificate.ts'
import { describePackage, gainsOf, leastRatio } from '../definitions.ts'
import { type Budget, report } from '../limits.ts'
import { countOutcomes, utilitiesOf } from '../package.ts'
import type { Problem } from '../problem.ts'
import { compare, compareLists, max, min, ONE, type Rational, sum, ZERO } from '../rational.ts'
import type { Remark } from '../remark.ts'
import { wholeExponents } from '../scores.ts'
import type {
  FrontierGuarantee,
  FrontierPart,
  FrontierPoint,
  Settlement,
  SettleOptions,
  Solution,
  SolutionName,
  Solutions,
} from '../settlement.ts'
import { type Cells, openCells } from './cells.ts'
import { traceFrontier } from './frontier.ts'
import { covers, listGrid } from './grid.ts'
import { fairestOf, mostOf, type Optimum, productOf } from './optimum.ts'
import { TooManyCells } from './search.ts'

/** Undefined where there are too many cells. `problem` carries the reservation values that count. */
export function settleCells(
  problem: Problem,
  options: SettleOptions,
  limits: Budget,
): Omit<Settlement, 'noDeal'> | undefined {
  try {
    const cells = openCells(problem, limits)
    return cells && settleOpened(cells, options, limits)
  } catch (error) {
    if (error instanceof TooManyCells) return undefined
    throw error
  }
}

const steps = 6

function settleOpened(cells: Cells, options: SettleOptions, limits: Budget): Omit<Settlement, 'noDeal'> {
  const { problem } = cells
  const remarks: Remark[] = [...problem.remarks]
  const reservations = problem.parties.map(party => party.reservation)
  const step = (name: string, done: number): void => report(options, name, done, steps)
  step('smallest gain', 0)
  const even = reservations.map(() => ONE)
  const egalitarian = fairestOf(cells, { floors: reservations, scales: even }, limits)
  const isAcceptable = egalitarian?.utilities.every((u, p) => compare(u, reservations[p] as Rational) >= 0)
  const outcomes = countOutcomes(problem)
  if (egalitarian === undefined || isAcceptable !== true) {
    return {
      outcomes,
      zoneOfAgreement: false,
      reservations,
      frontier: [],
      frontierGuarantee: { kind: options.frontier === 'none' ? 'none' : 'exact' },
      solutions: {},
      certificate: certify({ problem, reservations, frontier: [], solutions: {} }),
      remarks,
    }
  }
  step('ideals', 1)
  const most = (weights: readonly Rational[]): Optimum => {
    const optimum = mostOf(cells, weights, reservations, limits)
    if (optimum === undefined) throw new Error('an acceptable package was found and lost')
    return optimum
  }
  const ideals = reservations.map((_, p) => {
    const best = most(reservations.map((_, q) => (p === q ? ONE : ZERO)))
    return best.utilities[p] as Rational
  })
  const idealGains = gainsOf(ideals, reservations)
  step('sum', 2)
  const utilitarian = most(even)
  step('smallest ratio', 3)
  const canAnyGain = idealGains.some(gain => gain.num > 0n)
  const ratio = canAnyGain
    ? fairestOf(cells, { floors: reservations, scales: idealGains }, limits)
    : egalitarian
  if (ratio === undefined) throw new Error('an acceptable package was found and lost')
  step('product', 4)
  const describe = describeIn(problem, reservations, idealGains)
  const product = (name: SolutionName, exponents: readonly bigint[]): Solution => {
    const canAllGain = idealGains.every(gain => gain.num > 0n)
    const best = canAllGain ? productOf(cells, reservations, exponents, limits) : undefined
    if (best !== undefined) {
      return describe(name, best, best.value, compare(best.value, best.bound) < 0 ? best.bound : undefined)
    }
    remarks.push({ code: 'product-zero', solution: name, shown: 'one' })
    return describe(name, egalitarian, ZERO)
  }
  const exponents = wholeExponents(problem.parties.map(party => party.entitlement))
  const solutions: Solutions = {
    nash: product(
      'nash',
      exponents.map(() => 1n),
    ),
    kalaiSmorodinsky: describe(
      'kalaiSmorodinsky',
      ratio,
      leastRatio(gainsOf(ratio.utilities, reservations), idealGains),
    ),
    egalitarian: describe(
      'egalitarian',
      egalitarian,
      gainsOf(egalitarian.utilities, reservations).reduce(min),
    ),
    utilitarian: describe('utilitarian', utilitarian, sum(utilitarian.utilities)),
    ...(exponents.every(exponent => exponent === exponents[0])
      ? {}
      : { maxNashWelfare: product('maxNashWelfare', exponents) }),
  }
  remarks.push({ code: 'ties-not-counted' })
  step('frontier', 5)
  const { frontier, parts, guarantee } = listFrontier(cells, solutions, options, limits, remarks)
  return {
    outcomes,
    zoneOfAgreement: true,
    reservations,
    ideals,
    frontier,
    ...(parts === undefined ? {} : { frontierParts: parts }),
    frontierGuarantee: guarantee,
    solutions,
    certificate: certify({ problem, reservations, frontier, solutions }),
    remarks,
  }
}

/** What is reported of a package is computed anew from the problem's own numbers. */
function describeIn(problem: Problem, reservations: readonly Rational[], idealGains: readonly Rational[]) {
  return (name: SolutionName, found: Optimum, value: Rational, bound?: Rational): Solution => ({
    name,
    value,
    packages: [
      describePackage({
        package: found.package,
        utilities: utilitiesOf(problem, found.package),
        reservations,
        idealGains,
        efficient: true,
      }),
    ],
    ties: 1n,
    tiesExact: false,
    proof: {
      status: bound === undefined ? 'optimal' : 'bounded',
      bound: max(value, bound ?? value),
      method: bound === undefined ? 'cells' : 'means',
    },
  })
}

type ListedFrontier = {
  readonly frontier: readonly FrontierPoint[]
  readonly parts?: readonly FrontierPart[]
  readonly guarantee: FrontierGuarantee
}

function listFrontier(
  cells: Cells,
  solutions: Solutions,
  options: SettleOptions,
  limits: Budget,
  remarks: Remark[],
): ListedFrontier {
  const { problem } = cells
  if (options.frontier === 'none') return { frontier: [], guarantee: { kind: 'none' } }
  const [first, second, ...others] = problem.parties
  if (first !== undefined && second !== undefined && others.length === 0) {
    const traced = traceFrontier(cells, [first.reservation, second.reservation], limits)
    if (traced !== undefined) {
      const isOpen = problem.issues.some(issue => issue.kind === 'continuous')
      if (isOpen) remarks.push({ code: 'frontier-continuum' })
      return {
        frontier: traced.points,
        ...(isOpen ? { parts: traced.parts } : {}),
        guarantee: { kind: 'exact' },
      }
    }
  }
  const { points, guarantee } = listGrid(problem, limits, remarks)
  return { frontier: join(points, solutions), guarantee }
}

/** The points with those of the solutions, which are efficient and may lie between points of a grid. */
function join(points: readonly FrontierPoint[], solutions: Solutions): FrontierPoint[] {
  let joined = [...points]
  for (const found of Object.values(solutions).flatMap(solution => solution.packages)) {
    if (joined.some(point => covers(point.utilities, found.utilities))) continue
    joined = joined.filter(point => !covers(found.utilities, point.utilities))
    joined.push({ package: found.package, utilities: found.utilities, ties: 1n })
  }
  return joined.sort((a, b) => compareLists(a.utilities, b.utilities))
}
