import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  add,
  brokenBy,
  type Condition,
  compare,
  divide,
  equals,
  explainNoDeal,
  type Issue,
  improve,
  max,
  min,
  multiply,
  negate,
  ONE,
  type Package,
  type Party,
  type Problem,
  type Rational,
  type Region,
  rational,
  robustness,
  type Settlement,
  settle,
  subtract,
  sum,
  toText,
  utilitiesOf,
  type ValueFunction,
  ZERO,
} from '../src/index.ts'
import { numRuns } from './arbitraries.ts'
import { bestVertex } from './vertices.ts'

/** Ranges from 0 to 4 that bend at whole numbers, so that a fine grid holds every corner. */
const high = 4
const value = fc.integer({ min: 0, max: 4 }).map(n => rational(n))
const curve: fc.Arbitrary<ValueFunction> = fc
  .tuple(fc.array(value, { minLength: 5, maxLength: 5 }), fc.constantFrom([0, 4], [0, 2, 4], [0, 1, 3, 4]))
  .map(([values, at]) => ({
    kind: 'piecewise',
    points: at.map(x => ({ at: rational(x), value: values[x] as Rational })),
  }))

function issueOf(size: number, name: string): Issue {
  return size === 0
    ? { kind: 'continuous', name, lower: ZERO, upper: rational(high) }
    : { kind: 'discrete', name, options: Array.from({ length: size }, (_, o) => `${o}`) }
}

function partyOf(issues: readonly Issue[], floorMax: number, isCut: boolean): fc.Arbitrary<Party> {
  const whole = fc.record({
    name: fc.constant('party'),
    weights: fc.tuple(...issues.map(() => fc.integer({ min: 0, max: 3 }).map(n => rational(n)))),
    values: fc.tuple(
      ...issues.map(issue =>
        issue.kind === 'discrete'
          ? fc
              .array(value, { minLength: issue.options.length, maxLength: issue.options.length })
              .map((values): ValueFunction => ({ kind: 'table', values }))
          : curve,
      ),
    ),
    bonuses: fc.constant([]),
    reservation: fc.integer({ min: 0, max: floorMax }).map(n => rational(n)),
    redLines: fc.constant([]),
    entitlement: fc.constantFrom(rational(1), rational(1), rational(2)),
  })
  const ceiling = fc.option(fc.integer({ min: 2, max: 14 }), { nil: undefined, freq: 3 })
  return fc
    .tuple(whole, isCut ? ceiling : fc.constant(undefined))
    .map(([party, cut]) => (cut === undefined ? party : { ...party, ceiling: rational(cut) }))
}

function problemsOf(parties: number, floorMax = 10, isCut = true): fc.Arbitrary<Problem> {
  return fc
    .constantFrom([0], [0, 0], [2, 3], [0, 2], [3, 0], [0, 2, 0], [2, 2, 0])
    .map(sizes => sizes.map((size, i) => issueOf(size, `issue ${i}`)))
    .chain(issues =>
      fc.tuple(...Array.from({ length: parties }, () => partyOf(issues, floorMax, isCut))).map(list => ({
        title: 'continuous',
        issues,
        parties: list,
        constraints: [],
        remarks: [],
      })),
    )
}

/** Every package with continuous picks in steps of a sixth (coarser where there are two). */
function gridOf(problem: Problem): Package[] {
  const continuous = problem.issues.filter(issue => issue.kind === 'continuous').length
  const parts = continuous > 1 ? 3 : 12
  let packages: Package[] = [[]]
  for (const issue of problem.issues) {
    const picks =
      issue.kind === 'discrete'
        ? issue.options.map((_, o) => o)
        : Array.from({ length: high * parts + 1 }, (_, k) => rational(k, parts))
    packages = packages.flatMap(start => picks.map(pick => [...start, pick]))
  }
  return packages.filter(picks => brokenBy(problem, picks).length === 0)
}

type Point = readonly Rational[]

function covers(a: Point, b: Point): boolean {
  return a.every((each, p) => compare(each, b[p] as Rational) >= 0)
}

function acceptable(problem: Problem): Point[] {
  return gridOf(problem)
    .map(picks => utilitiesOf(problem, picks))
    .filter(point =>
      covers(
        point,
        problem.parties.map(party => party.reservation),
      ),
    )
}

function leximin(a: Point, b: Point): number {
  const [x, y] = [[...a].sort(compare), [...b].sort(compare)]
  for (const [i, each] of x.entries()) {
    const order = compare(each, y[i] as Rational)
    if (order !== 0) return order
  }
  return 0
}

/** No package of the grid does better than any answer, and what is answered is what its package gives. */
function checkAgainstGrid(problem: Problem, settlement: Settlement): void {
  const grid = acceptable(problem)
  if (!settlement.zoneOfAgreement) {
    expect(grid).toEqual([])
    return
  }
  const floors = problem.parties.map(party => party.reservation)
  const gainsOf = (point: Point): Rational[] => point.map((each, p) => subtract(each, floors[p] as Rational))
  const ideals = gainsOf(settlement.ideals ?? [])
  const ratio = (point: Point): Rational =>
    gainsOf(point)
      .flatMap((gain, p) => ((ideals[p] as Rational).num === 0n ? [] : [divide(gain, ideals[p] as Rational)]))
      .reduce(min, ONE)
  const product = (point: Point): Rational => gainsOf(point).reduce(multiply, ONE)
  const { nash, egalitarian, utilitarian, kalaiSmorodinsky } = settlement.solutions
  const own = (solution: typeof nash): Point => solution?.packages[0]?.utilities ?? []
  expect(toText(sum(own(utilitarian)))).toBe(toText(utilitarian?.value ?? ZERO))
  expect(toText(ratio(own(kalaiSmorodinsky)))).toBe(toText(kalaiSmorodinsky?.value ?? ZERO))
  expect(toText(product(own(nash)))).toBe(toText(nash?.value ?? ZERO))
  expect(toText(gainsOf(own(egalitarian)).reduce(min))).toBe(toText(egalitarian?.value ?? ZERO))
  for (const point of grid) {
    point.forEach((each, p) => {
      expect(compare(each, settlement.ideals?.[p] as Rational)).toBeLessThanOrEqual(0)
    })
    expect(compare(sum(point), utilitarian?.value ?? ZERO)).toBeLessThanOrEqual(0)
    expect(compare(ratio(point), kalaiSmorodinsky?.value ?? ZERO)).toBeLessThanOrEqual(0)
    expect(compare(product(point), nash?.proof.bound ?? ZERO)).toBeLessThanOrEqual(0)
    expect(leximin(gainsOf(point), gainsOf(own(egalitarian)))).toBeLessThanOrEqual(0)
    for (const solution of Object.values(settlement.solutions)) {
      const best = own(solution)
      expect(covers(point, best) && !covers(best, point)).toBe(false)
    }
  }
}

test('SET-15, SET-26: two parties, continuous issues: no package of a fine grid does better than any answer', () => {
  fc.assert(
    fc.property(problemsOf(2), problem => {
      const settlement = settle(problem)
      checkAgainstGrid(problem, settlement)
      const { nash } = settlement.solutions
      expect(nash?.proof.status).toBe(settlement.zoneOfAgreement ? 'optimal' : undefined)
    }),
    numRuns(150),
  )
})

test('SET-15: more parties, continuous issues: the same, with the product within its bound', () => {
  fc.assert(
    fc.property(fc.oneof(problemsOf(3, 6), problemsOf(4, 5)), problem => {
      const settlement = settle(problem)
      checkAgainstGrid(problem, settlement)
      const { nash } = settlement.solutions
      if (nash === undefined) return
      expect(
        compare(multiply(nash.proof.bound, rational(999_999_999_999n, 10n ** 12n)), nash.value),
      ).toBeLessThanOrEqual(0)
    }),
    numRuns(120),
  )
})

/** The height of the frontier at x by its parts and points: the most for the second where the first has x or more. */
function heightAt({ frontier, frontierParts = [] }: Settlement, x: Rational): Rational | undefined {
  let best: Rational | undefined
  const consider = (y: Rational): void => {
    if (best === undefined || compare(y, best) > 0) best = y
  }
  for (const { utilities } of frontier) {
    const [a, b] = utilities as [Rational, Rational]
    if (compare(a, x) >= 0) consider(b)
  }
  for (const { from, to } of frontierParts) {
    const [[a, b], [c, d]] = [from, to] as [[Rational, Rational], [Rational, Rational]]
    if (compare(a, x) < 0 && compare(x, c) <= 0) {
      const share = divide(subtract(x, a), subtract(c, a))
      consider(add(b, multiply(share, subtract(d, b))))
    }
  }
  return best
}

test('SET-19: the frontier of two parties covers every package of a fine grid, and none is better than a vertex', () => {
  fc.assert(
    fc.property(problemsOf(2), problem => {
      const settlement = settle(problem)
      const grid = acceptable(problem)
      for (const [a, b] of grid as [Rational, Rational][]) {
        const height = heightAt(settlement, a)
        expect(height).toBeDefined()
        expect(compare(height as Rational, b)).toBeGreaterThanOrEqual(0)
      }
      for (const vertex of settlement.frontier) {
        expect(utilitiesOf(problem, vertex.package).map(toText)).toEqual(vertex.utilities.map(toText))
        expect(grid.some(point => covers(point, vertex.utilities) && !covers(vertex.utilities, point))).toBe(
          false,
        )
      }
      for (const { from, to, includesFrom, includesTo } of settlement.frontierParts ?? []) {
        const isListed = (end: Point): boolean =>
          settlement.frontier.some(({ utilities }) =>
            utilities.every((each, p) => equals(each, end[p] as Rational)),
          )
        expect([isListed(from), isListed(to)]).toEqual([includesFrom, includesTo])
      }
    }),
    numRuns(150),
  )
})

/** Every cell as the corners of its box: each discrete choice, each stretch between whole numbers. */
function stretches(problem: Problem): { base: Rational[]; rises: Rational[][] }[] {
  let starts: { from: Package; to: Package }[] = [{ from: [], to: [] }]
  for (const issue of problem.issues) {
    const next =
      issue.kind === 'discrete'
        ? issue.options.map((_, o) => [o, o] as const)
        : Array.from({ length: high }, (_, k) => [rational(k), rational(k + 1)] as const)
    starts = starts.flatMap(({ from, to }) => next.map(([a, b]) => ({ from: [...from, a], to: [...to, b] })))
  }
  return starts.map(({ from, to }) => {
    const base = utilitiesOf(problem, from)
    const rises = problem.issues.flatMap((issue, i) => {
      if (issue.kind === 'discrete') return []
      const moved = utilitiesOf(
        problem,
        from.map((pick, j) => (j === i ? (to[j] ?? pick) : pick)),
      )
      return [moved.map((each, p) => subtract(each, base[p] as Rational))]
    })
    return { base, rises }
  })
}

/** The best Σ weight · utility, or with scales the best smallest share, over every vertex of every cell. */
function bestOfVertices(problem: Problem, weights: readonly Rational[], scales?: readonly Rational[]) {
  const floors = problem.parties.map(party => party.reservation)
  const values = stretches(problem).flatMap(({ base, rises }) => {
    const rows = [
      ...rises.map((_, j) => ({
        coefficients: [...rises.map((_, k) => (j === k ? ONE : ZERO)), ZERO],
        atMost: ONE,
      })),
      ...base.map((value, p) => ({
        coefficients: [
          ...rises.map(rise => negate(rise[p] as Rational)),
          scales === undefined ? ZERO : (scales[p] as Rational),
        ],
        atMost: subtract(value, floors[p] as Rational),
      })),
      { coefficients: [...rises.map(() => ZERO), ONE], atMost: rational(scales === undefined ? 0 : 100) },
    ]
    const objective = [
      ...rises.map(rise =>
        scales === undefined ? sum(rise.map((r, p) => multiply(r, weights[p] as Rational))) : ZERO,
      ),
      scales === undefined ? ZERO : ONE,
    ]
    const best = bestVertex({ objective, rows })
    const start = scales === undefined ? sum(base.map((u, p) => multiply(u, weights[p] as Rational))) : ZERO
    return best === undefined ? [] : [add(best, start)]
  })
  return values.length === 0 ? undefined : values.reduce(max)
}

test('SET-15: sums, ideals, smallest gains and smallest ratios are the best over every vertex of every cell', () => {
  fc.assert(
    fc.property(fc.oneof(problemsOf(2, 8, false), problemsOf(3, 5, false)), problem => {
      const { solutions, ideals, zoneOfAgreement, reservations } = settle(problem, { frontier: 'none' })
      const ones = reservations.map(() => ONE)
      const total = bestOfVertices(problem, ones)
      expect(zoneOfAgreement).toBe(total !== undefined)
      if (total === undefined || ideals === undefined) return
      expect(toText(solutions.utilitarian?.value ?? ZERO)).toBe(toText(total))
      const each = ones.map(
        (_, p) =>
          bestOfVertices(
            problem,
            ones.map((_, q) => (p === q ? ONE : ZERO)),
          ) ?? ZERO,
      )
      expect(ideals.map(toText)).toEqual(each.map(toText))
      expect(toText(solutions.egalitarian?.value ?? ZERO)).toBe(
        toText(bestOfVertices(problem, ones, ones) ?? ZERO),
      )
      const scales = ideals.map((ideal, p) => subtract(ideal, reservations[p] as Rational))
      const ratio = scales.every(scale => scale.num === 0n) ? ONE : bestOfVertices(problem, ones, scales)
      expect(toText(solutions.kalaiSmorodinsky?.value ?? ZERO)).toBe(toText(ratio ?? ZERO))
    }),
    numRuns(60),
  )
})

test('SET-4, SET-19: the largest product of two gains is the largest on the frontier’s parts', () => {
  fc.assert(
    fc.property(problemsOf(2), problem => {
      const settlement = settle(problem)
      const { frontier, frontierParts = [], reservations, solutions } = settlement
      const product = (point: Point): Rational =>
        point.map((u, p) => subtract(u, reservations[p] as Rational)).reduce(multiply, ONE)
      const products = frontier.map(({ utilities }) => product(utilities))
      for (const { from, to } of frontierParts) {
        // Along a line the product is a parabola: its top by three of its values.
        const at = (share: Rational): Point =>
          from.map((u, p) => add(u, multiply(share, subtract(to[p] as Rational, u))))
        const [a, b, c] = [ZERO, rational(1, 2), ONE].map(share => product(at(share))) as [
          Rational,
          Rational,
          Rational,
        ]
        const bend = multiply(rational(2), subtract(add(a, c), multiply(rational(2), b)))
        const slope = subtract(subtract(multiply(rational(4), b), multiply(rational(3), a)), c)
        const top = divide(slope, multiply(rational(-2), bend))
        if (top.num > 0n && compare(top, ONE) < 0) products.push(product(at(top)))
      }
      if (products.length === 0) return
      expect(toText(solutions.nash?.value ?? ZERO)).toBe(toText(products.reduce(max)))
    }),
    numRuns(150),
  )
})

test('SET-20: with continuous issues each set that explains no deal excludes every package of a fine grid', () => {
  fc.assert(
    fc.property(fc.oneof(problemsOf(2, 40), problemsOf(3, 30)), problem => {
      const noDeal = explainNoDeal(problem)
      if (noDeal === undefined) return
      expect(noDeal.proven).toBe(true)
      const floors = noDeal.smallest.flatMap(obstacle => (obstacle.kind === 'reservation' ? [obstacle] : []))
      for (const picks of gridOf(problem)) {
        const utilities = utilitiesOf(problem, picks)
        expect(
          floors.some(({ party, value: floor }) => compare(utilities[party] as Rational, floor) < 0),
        ).toBe(true)
      }
      for (const move of noDeal.moves) {
        if (move.kind !== 'reservation' || move.package === undefined || move.by === undefined) continue
        const utilities = utilitiesOf(problem, move.package)
        problem.parties.forEach((party, p) => {
          const floor =
            p === move.party ? subtract(party.reservation, move.by as Rational) : party.reservation
          const isKept = floors.some(obstacle => obstacle.party === p)
          if (isKept) expect(compare(utilities[p] as Rational, floor)).toBeGreaterThanOrEqual(0)
        })
      }
    }),
    numRuns(80),
  )
})

test('SET-22: with continuous issues improve tells efficient packages from others, and offers better ones', () => {
  fc.assert(
    fc.property(problemsOf(2, 3), fc.nat(), (problem, at) => {
      const grid = gridOf(problem)
      const tentative = grid[at % grid.length] as Package
      const from = utilitiesOf(problem, tentative)
      const floors = problem.parties.map(party => party.reservation)
      const improvement = improve(problem, tentative)
      const better = acceptable(problem).filter(point => covers(point, from) && !covers(from, point))
      if (better.length > 0) expect(improvement.tentative.efficient).toBe(false)
      if (better.length > 0) expect(improvement.better.length).toBeGreaterThan(0)
      if (improvement.tentative.efficient) expect(covers(from, floors)).toBe(true)
      for (const item of improvement.better) {
        expect(covers(item.utilities, from) && !covers(from, item.utilities)).toBe(true)
        expect(covers(item.utilities, floors)).toBe(true)
      }
    }),
    numRuns(60),
  )
})

test('SET-24: with continuous issues what stays efficient throughout is efficient at every corner of the ranges', () => {
  fc.assert(
    fc.property(problemsOf(2, 2, false), problem => {
      const ranged: Problem = {
        ...problem,
        parties: problem.parties.map(party => ({
          ...party,
          weightRanges: party.weights.map((weight, i) =>
            i === 0 ? { low: weight, high: add(weight, ONE) } : undefined,
          ),
        })),
      }
      const { efficient } = robustness(ranged)
      for (const corner of [0, 1, 2, 3]) {
        const weighed: Problem = {
          ...ranged,
          parties: ranged.parties.map((party, p) => ({
            ...party,
            weights: party.weights.map((weight, i) =>
              i === 0 && (corner >> p) & 1 ? add(weight, ONE) : weight,
            ),
          })),
        }
        const points = gridOf(weighed).map(picks => utilitiesOf(weighed, picks))
        for (const { point, throughout } of efficient) {
          if (!throughout) continue
          const own = utilitiesOf(weighed, point.package)
          expect(points.some(other => covers(other, own) && !covers(own, other))).toBe(false)
        }
      }
    }),
    numRuns(20),
  )
})

/** A stretch of every continuous issue, and of a discrete one its first option. */
function regionOf(issues: readonly Issue[], from: number, to: number, isWide: boolean): Region {
  const all = issues.map(
    (issue, i): Condition =>
      issue.kind === 'discrete'
        ? { kind: 'options', issue: i, options: [0] }
        : { kind: 'range', issue: i, low: rational(from), high: rational(Math.max(from, to)) },
  )
  return isWide ? all : all.slice(-1)
}

const ruled = fc
  .tuple(
    problemsOf(2, 4),
    fc.record({
      from: fc.integer({ min: 0, max: 4 }),
      to: fc.integer({ min: 0, max: 4 }),
      bonus: fc.integer({ min: -3, max: 3 }).map(n => rational(n)),
      isWide: fc.boolean(),
      isForbidden: fc.boolean(),
    }),
  )
  .map(([problem, { from, to, bonus, isWide, isForbidden }]): Problem => {
    const when = regionOf(problem.issues, from, to, isWide)
    return {
      ...problem,
      parties: problem.parties.map((party, p) =>
        p === 0 ? { ...party, bonuses: [{ id: 'bonus', when, value: bonus }] } : party,
      ),
      constraints: isForbidden
        ? [{ kind: 'forbid', id: 'never', sentence: 'never', when: regionOf(problem.issues, 1, 2, !isWide) }]
        : [],
    }
  })

test('SET-15: rules and bonuses on continuous issues: no package outside the margins does better than any answer', () => {
  fc.assert(
    fc.property(ruled, problem => {
      checkAgainstGrid(problem, settle(problem))
    }),
    numRuns(150),
  )
})
