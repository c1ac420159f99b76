/** The slow second implementation: every package, every definition, in plain rationals. */

import {
  brokenBy,
  compare,
  divide,
  multiply,
  ONE,
  type Package,
  type Problem,
  pickAt,
  type Rational,
  rational,
  sizeOf,
  subtract,
  sum,
  toText,
  utilitiesOf,
} from '../src/index.ts'

export type Outcome = {
  readonly package: Package
  readonly utilities: readonly Rational[]
  readonly gains: Rational[]
}

export type Truth = {
  readonly outcomes: number
  readonly acceptable: readonly Outcome[]
  /** Utilities as text, first party ascending, with the number of packages behind each. */
  readonly frontier: readonly { readonly point: string; readonly ties: number }[]
  readonly ideals: readonly Rational[]
  readonly nash: Best
  readonly kalaiSmorodinsky: Best
  readonly egalitarian: Best
  readonly utilitarian: Best
}

export type Best = { readonly value: string; readonly packages: readonly string[] }

/** A package as text, for comparing lists of them. */
export function textOf(picks: Package): string {
  return picks.map(pick => (typeof pick === 'number' ? String(pick) : toText(pick))).join(' ')
}

export function enumeratePackages(problem: Problem): Package[] {
  let packages: number[][] = [[]]
  for (const issue of problem.issues) {
    if (issue.kind === 'continuous') throw new RangeError('the oracle counts only finite spaces')
    const picks = Array.from({ length: sizeOf(issue) }, (_, i) => pickAt(issue, i))
    packages = packages.flatMap(start => picks.map(pick => [...start, pick]))
  }
  return packages
}

export function settleSlowly(problem: Problem): Truth {
  const packages = enumeratePackages(problem)
  const acceptable: Outcome[] = packages
    .filter(picks => brokenBy(problem, picks).length === 0)
    .map(picks => {
      const utilities = utilitiesOf(problem, picks)
      const gains = utilities.map((u, p) => subtract(u, problem.parties[p]?.reservation ?? ONE))
      return { package: picks, utilities, gains }
    })
    .filter(outcome => outcome.gains.every(gain => gain.num >= 0n))
  const ideals = problem.parties.map((_, p) =>
    acceptable
      .map(outcome => outcome.utilities[p] as Rational)
      .reduce((a, b) => (compare(a, b) > 0 ? a : b), rational(-1_000_000)),
  )
  const idealGains = ideals.map((ideal, p) => subtract(ideal, problem.parties[p]?.reservation ?? ONE))
  const ratio = (outcome: Outcome): Rational => {
    const ratios = outcome.gains.flatMap((gain, p) =>
      (idealGains[p] as Rational).num === 0n ? [] : [divide(gain, idealGains[p] as Rational)],
    )
    return ratios.sort(compare)[0] ?? ONE
  }
  const ascending = (outcome: Outcome): Rational[] => [...outcome.gains].sort(compare)
  return {
    outcomes: packages.length,
    acceptable,
    frontier: frontierOf(acceptable),
    ideals,
    nash: best(acceptable, outcome => [outcome.gains.reduce(multiply, ONE)]),
    kalaiSmorodinsky: best(acceptable, outcome => [ratio(outcome)]),
    egalitarian: best(acceptable, ascending),
    utilitarian: best(acceptable, outcome => [sum(outcome.utilities)]),
  }
}

function frontierOf(acceptable: readonly Outcome[]): Truth['frontier'] {
  const points = new Map<string, { utilities: readonly Rational[]; ties: number }>()
  for (const { utilities } of acceptable) {
    const key = utilities.map(toText).join(' ')
    const known = points.get(key)
    if (known === undefined) points.set(key, { utilities, ties: 1 })
    else known.ties++
  }
  const list = [...points.entries()]
  return list
    .filter(
      ([, a]) =>
        !list.some(
          ([, b]) => a !== b && b.utilities.every((u, p) => compare(u, a.utilities[p] as Rational) >= 0),
        ),
    )
    .sort(([, a], [, b]) => compareLists(a.utilities, b.utilities))
    .map(([point, { ties }]) => ({ point, ties }))
}

function compareLists(a: readonly Rational[], b: readonly Rational[]): number {
  for (let i = 0; i < a.length; i++) {
    const order = compare(a[i] as Rational, b[i] as Rational)
    if (order !== 0) return order
  }
  return 0
}

function best(outcomes: readonly Outcome[], score: (outcome: Outcome) => Rational[]): Best {
  let top: Rational[] | undefined
  let packages: string[] = []
  for (const outcome of outcomes) {
    const value = score(outcome)
    const order = top === undefined ? 1 : compareLists(value, top)
    if (order > 0) {
      top = value
      packages = []
    }
    if (order >= 0) packages.push(textOf(outcome.package))
  }
  return { value: top?.[0] === undefined ? 'none' : toText(top[0]), packages: packages.sort() }
}
