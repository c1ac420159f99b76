import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  brokenBy,
  compare,
  equals,
  findTrades,
  improve,
  type Package,
  type Party,
  type Problem,
  type Rational,
  rational,
  robustness,
  settle,
  sum,
  toText,
  utilitiesOf,
  type ValueFunction,
} from '../src/index.ts'
import { numRuns, problems } from './arbitraries.ts'
import { enumeratePackages, settleSlowly, textOf } from './oracle.ts'

const withPackage = problems({ partiesMax: 4, packagesMax: 80 }).chain(problem => {
  const packages = enumeratePackages(problem)
  return fc.tuple(
    fc.constant(problem),
    fc.nat({ max: packages.length - 1 }).map(i => packages[i] as Package),
  )
})

test('SET-22: lists every acceptable package better for some and worse for none, and no other', () => {
  fc.assert(
    fc.property(withPackage, ([problem, tentative]) => {
      const from = utilitiesOf(problem, tentative)
      const better = settleSlowly(problem).acceptable.filter(
        ({ utilities }) =>
          utilities.every((utility, p) => compare(utility, from[p] as Rational) >= 0) &&
          utilities.some((utility, p) => !equals(utility, from[p] as Rational)),
      )
      const improvement = improve(problem, tentative)
      expect(improvement.betterExact).toBe(true)
      expect(improvement.betterCount).toBe(BigInt(better.length))
      expect(improvement.better.map(item => textOf(item.package)).sort()).toEqual(
        better.map(item => textOf(item.package)).sort(),
      )
    }),
    numRuns(150),
  )
})

/** Deepest dip and infeasible steps over every order of the changes. */
function bestOrder(problem: Problem, from: Package, to: Package): { infeasible: number; dip: string } {
  const changes = from.map((_, i) => i).filter(i => from[i] !== to[i])
  const start = utilitiesOf(problem, from)
  let best: { infeasible: number; dip: Rational } | undefined
  const visit = (left: readonly number[], picks: Package, infeasible: number, dip: Rational): void => {
    if (left.length === 0) {
      const isBetter =
        best === undefined ||
        infeasible < best.infeasible ||
        (infeasible === best.infeasible && compare(dip, best.dip) < 0)
      if (isBetter) best = { infeasible, dip }
      return
    }
    for (const issue of left) {
      const next = picks.map((pick, i) => (i === issue ? (to[i] ?? pick) : pick))
      const falls = utilitiesOf(problem, next).map((u, p) =>
        sum([start[p] as Rational, { num: -u.num, den: u.den }]),
      )
      const deepest = [dip, ...falls].reduce((a, b) => (compare(a, b) > 0 ? a : b))
      visit(
        left.filter(other => other !== issue),
        next,
        infeasible + (brokenBy(problem, next).length > 0 ? 1 : 0),
        deepest,
      )
    }
  }
  visit(changes, from, 0, rational(0))
  return { infeasible: best?.infeasible ?? 0, dip: toText(best?.dip ?? rational(0)) }
}

test('SET-23: the path changes each differing issue once, adds up, and dips no deeper than any other order', () => {
  const pairs = problems({ partiesMax: 3, packagesMax: 80 }).chain(problem => {
    const packages = enumeratePackages(problem)
    const one = fc.nat({ max: packages.length - 1 }).map(i => packages[i] as Package)
    return fc.tuple(fc.constant(problem), one, one)
  })
  fc.assert(
    fc.property(pairs, ([problem, from, to]) => {
      const path = findTrades(problem, from, to)
      const after = utilitiesOf(problem, from).map((u, p) =>
        sum([u, ...path.trades.map(t => t.gains[p] as Rational)]),
      )
      expect(after.map(toText)).toEqual(utilitiesOf(problem, to).map(toText))
      expect(path.trades.length).toBe(from.filter((pick, i) => pick !== to[i]).length)
      const best = bestOrder(problem, from, to)
      expect(toText(path.deepestDip)).toBe(best.dip)
      expect(path.feasibleThroughout).toBe(best.infeasible === 0)
    }),
    numRuns(150),
  )
})

const ranged = problems({ partiesMax: 3, packagesMax: 40, coupled: true }).chain(problem =>
  fc
    .array(
      fc.tuple(fc.nat({ max: problem.parties.length - 1 }), fc.nat({ max: problem.issues.length - 1 })),
      {
        maxLength: 3,
      },
    )
    .map((chosen): Problem => {
      const parties = problem.parties.map((party, p) => ({
        ...party,
        weightRanges: party.weights.map((weight, i) =>
          chosen.some(([q, j]) => p === q && i === j)
            ? {
                low: rational(weight.num - weight.den, weight.den),
                high: rational(weight.num + weight.den, weight.den),
              }
            : undefined,
        ),
      }))
      return { ...problem, parties }
    }),
)

/** The problem at each corner of its weight ranges. */
function cornersOf(problem: Problem): Problem[] {
  let corners = [problem]
  problem.parties.forEach((party, p) => {
    party.weightRanges?.forEach((range, i) => {
      if (range === undefined) return
      corners = corners.flatMap(corner =>
        [range.low, range.high].map(weight => ({
          ...corner,
          parties: corner.parties.map((other, q) =>
            q === p ? { ...other, weights: other.weights.map((old, j) => (j === i ? weight : old)) } : other,
          ),
        })),
      )
    })
  })
  return corners
}

test('SET-24: a package stays efficient throughout the ranges exactly when it is efficient at every corner', () => {
  fc.assert(
    fc.property(ranged, problem => {
      const packages = enumeratePackages(problem).filter(picks => brokenBy(problem, picks).length === 0)
      for (const { point, throughout } of robustness(problem).efficient) {
        const isAlways = cornersOf(problem).every(corner => {
          const own = utilitiesOf(corner, point.package)
          return !packages.some(other => {
            const theirs = utilitiesOf(corner, other)
            return (
              theirs.every((u, p) => compare(u, own[p] as Rational) >= 0) &&
              theirs.some((u, p) => compare(u, own[p] as Rational) > 0)
            )
          })
        })
        expect(throughout).toBe(isAlways)
      }
    }),
    numRuns(150),
  )
})

function tableOf(values: readonly number[]): ValueFunction {
  return { kind: 'table', values: values.map(v => rational(v)) }
}

function partyOf(name: string, weights: readonly number[], values: readonly (readonly number[])[]): Party {
  return {
    name,
    weights: weights.map(w => rational(w)),
    values: values.map(tableOf),
    bonuses: [],
    reservation: rational(0),
    redLines: [],
    entitlement: rational(1),
  }
}

test('SET-25: a pivot names a single weight whose move changes the recommendation, and nothing else is one', () => {
  const range = { low: rational(1), high: rational(9) }
  const problem: Problem = {
    title: 'one issue each',
    issues: [0, 1].map(i => ({ kind: 'discrete', name: `issue ${i}`, options: ['ours', 'theirs'] })),
    parties: [
      {
        ...partyOf(
          'A',
          [6, 4],
          [
            [1, 0],
            [1, 0],
          ],
        ),
        weightRanges: [range, undefined],
      },
      {
        ...partyOf(
          'B',
          [4, 6],
          [
            [0, 1],
            [0, 1],
          ],
        ),
        weightRanges: [{ low: rational(3), high: rational(5) }, undefined],
      },
    ],
    constraints: [],
    remarks: [],
  }
  const result = robustness(problem)
  expect(result.recommendation).toEqual([0, 1])
  expect(settle(problem).solutions.nash?.packages.length).toBe(1)
  // A gains weight 6 on the first issue and B 6 on the second, 36, against 4 × 4; they tie at A's weight 8/3.
  expect(result.pivots.map(({ party, issue }) => [party, issue])).toEqual([[0, 0]])
  const [pivot] = result.pivots
  expect(compare(pivot?.fails as Rational, rational(8, 3))).toBeLessThan(0)
  expect(compare(pivot?.holds as Rational, rational(8, 3))).toBeGreaterThanOrEqual(0)
  expect(pivot?.becomes).toEqual([1, 0])
  expect(result.corners).toEqual({ tried: 4, all: true, holds: false })
})
