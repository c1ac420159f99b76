/** Recomputes what is about to be returned, from the file's own numbers, by other code than found it. */

import { brokenBy, type Package, utilitiesOf } from './package.ts'
import type { Problem } from './problem.ts'
import { compare, equals, lcm, type Rational } from './rational.ts'
import type { Certificate, Check, FrontierPoint, Solutions } from './settlement.ts'

/** More points than this are checked at even distances. */
export const checkedPointsMax = 1_000
/** Comparing every pair of more points than this is left to the tests. */
export const comparedPointsMax = 1_000

export type Claim = {
  readonly problem: Problem
  readonly reservations: readonly Rational[]
  readonly frontier: readonly FrontierPoint[]
  readonly solutions: Solutions
}

/** Throws when a check fails: a wrong answer must not leave the engine. */
export function certify(claim: Claim): Certificate {
  const checks = [checkPoints(claim), checkFrontier(claim), ...checkSolutions(claim)]
  const failed = checks.find(check => !check.passed)
  if (failed !== undefined) throw new Error(`the engine contradicts itself: ${failed.name}`)
  return { checks }
}

function isSound({ problem, reservations }: Claim, picks: Package, utilities: readonly Rational[]): boolean {
  const exact = utilitiesOf(problem, picks)
  return (
    exact.every((utility, p) => equals(utility, utilities[p] as Rational)) &&
    exact.every((utility, p) => compare(utility, reservations[p] as Rational) >= 0) &&
    brokenBy(problem, picks).length === 0
  )
}

function checkPoints(claim: Claim): Check {
  const { frontier } = claim
  const stride = Math.max(1, Math.ceil(frontier.length / checkedPointsMax))
  const sample = frontier.filter((_, i) => i % stride === 0)
  const passed = sample.every(point => isSound(claim, point.package, point.utilities))
  return {
    name: 'frontier-points',
    passed,
    checked: sample.length,
    of: frontier.length,
  }
}

/** Sorted by the first party, two parties need only neighbours compared. */
function checkFrontier({ frontier, problem }: Claim): Check {
  const name = 'frontier-undominated'
  const of = frontier.length
  if (problem.parties.length === 2) {
    const passed = frontier.every((point, i) => {
      const next = frontier[i + 1]
      if (next === undefined) return true
      const [a, b] = point.utilities as [Rational, Rational]
      const [c, d] = next.utilities as [Rational, Rational]
      return compare(a, c) < 0 && compare(b, d) > 0
    })
    return { name, passed, checked: of, of }
  }
  const stride = Math.max(1, Math.ceil(frontier.length / comparedPointsMax))
  const sample = frontier.filter((_, i) => i % stride === 0)
  const whole = onCommonDenominators(sample.map(point => point.utilities))
  const passed = !whole.some((a, i) =>
    whole.some((b, j) => i !== j && a.every((value, p) => value >= (b[p] as bigint))),
  )
  return { name, passed, checked: sample.length, of }
}

/** Each party's utilities as whole numbers over one denominator of its own. */
function onCommonDenominators(points: readonly (readonly Rational[])[]): bigint[][] {
  const dens = (points[0] ?? []).map((_, p) =>
    points.reduce((den, point) => lcm(den, (point[p] as Rational).den), 1n),
  )
  return points.map(point => point.map(({ num, den }, p) => num * ((dens[p] as bigint) / den)))
}

function checkSolutions(claim: Claim): Check[] {
  return Object.values(claim.solutions).map(solution => {
    const stride = Math.max(1, Math.ceil(solution.packages.length / checkedPointsMax))
    const sample = solution.packages.filter((_, i) => i % stride === 0)
    const isEachSound = sample.every(item => isSound(claim, item.package, item.utilities))
    const first = solution.packages[0]
    const isBeaten =
      first?.efficient === true &&
      claim.frontier.some(
        point =>
          covers(point.utilities, first.utilities) &&
          point.utilities.some((utility, p) => !equals(utility, first.utilities[p] as Rational)),
      )
    const within = compare(solution.value, solution.proof.bound) <= 0
    return {
      name: solution.name,
      passed: isEachSound && !isBeaten && within && sample.length > 0,
      checked: sample.length,
      of: solution.packages.length,
    }
  })
}

function covers(a: readonly Rational[], b: readonly Rational[]): boolean {
  return a.every((utility, p) => compare(utility, b[p] as Rational) >= 0)
}
