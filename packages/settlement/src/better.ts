/** Packages that give every party at least what a tentative one does, and some party more. */

import { compileProblem, listPicks, rowToUtilities } from './blocks.ts'
import { demandFloors } from './demand.ts'
import { buildLayers, countPackages, listPackages } from './layers.ts'
import { limitsOf, openWork } from './limits.ts'
import type { Package } from './package.ts'
import { needsCells, type Problem } from './problem.ts'
import { equals, type Rational, subtract, toText } from './rational.ts'
import { makeGains } from './scores.ts'
import type { Settlement, SettleOptions } from './settlement.ts'

export type BetterPackage = {
  readonly package: Package
  readonly utilities: readonly Rational[]
  /** Over the tentative package. */
  readonly gains: readonly Rational[]
}

/** Up to `tiesListedMax`; where they cannot be counted, those on the frontier and of the solutions. */
export function listBetter(
  raised: Problem,
  from: readonly Rational[],
  options: SettleOptions,
  settlement: Settlement,
) {
  const limits = limitsOf(options)
  const describe = (of: Package, utilities: readonly Rational[]): BetterPackage => ({
    package: of,
    utilities,
    gains: utilities.map((utility, p) => subtract(utility, from[p] as Rational)),
  })
  const isBetter = (utilities: readonly Rational[]): boolean =>
    utilities.some((utility, p) => !equals(utility, from[p] as Rational))
  const floors = raised.parties.map(party => party.reservation)
  const picks = listPicks(raised, () => [])
  const compiled = needsCells(raised) ? undefined : compileProblem(raised, picks, limits)
  const layers =
    compiled &&
    buildLayers({
      compiled,
      prune: false,
      demand: demandFloors(compiled, floors),
      pointsMax: limits.pointsMax,
      work: openWork(limits),
    })
  const better: BetterPackage[] = []
  let count = 0n
  if (compiled === undefined || layers === undefined) {
    const solved = Object.values(settlement.solutions).flatMap(solution => solution.packages)
    const seen = new Set<string>()
    const points = [...settlement.frontier, ...solved.map(item => ({ ...item, ties: 1n }))]
    for (const { package: of, utilities, ties } of points) {
      const key = utilities.map(toText).join(' ')
      if (!isBetter(utilities) || seen.has(key)) continue
      seen.add(key)
      count += ties
      if (better.length < limits.tiesListedMax) better.push(describe(of, utilities))
    }
    return { better, count, exact: false }
  }
  const gains = makeGains(compiled, floors)
  for (let row = 0; row < layers.last.count; row++) {
    if (gains.of(layers.last, row).some(gain => gain < 0n)) continue
    const utilities = rowToUtilities(compiled, layers.last.rows, row)
    if (!isBetter(utilities)) continue
    count += countPackages(layers, row)
    for (const found of listPackages(layers, row, limits.tiesListedMax - better.length)) {
      better.push(describe(found, utilities))
    }
  }
  return { better, count, exact: true }
}
