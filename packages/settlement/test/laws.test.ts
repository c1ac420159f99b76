import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  add,
  brokenBy,
  compare,
  equals,
  multiply,
  type Package,
  type Party,
  type Problem,
  type Rational,
  rational,
  type Settlement,
  type SolutionName,
  settle,
  subtract,
  toText,
  utilitiesOf,
  valueAt,
} from '../src/index.ts'
import { numRuns, problems } from './arbitraries.ts'
import { enumeratePackages, textOf } from './oracle.ts'

const names = ['nash', 'kalaiSmorodinsky', 'egalitarian', 'utilitarian'] as const

function packagesOf(problem: Problem, name: SolutionName): string[] {
  return listed(settle(problem), name)
}

function listed(settlement: Settlement, name: SolutionName): string[] {
  return (settlement.solutions[name]?.packages ?? []).map(item => textOf(item.package)).sort()
}

function mapParties(problem: Problem, change: (party: Party, index: number) => Party): Problem {
  return { ...problem, parties: problem.parties.map(change) }
}

test('law: efficiency: no feasible package is better for one and no worse for the others', () => {
  fc.assert(
    fc.property(problems({ partiesMax: 4, packagesMax: 60 }), problem => {
      const packages = enumeratePackages(problem).filter(picks => brokenBy(problem, picks).length === 0)
      const all = packages.map(picks => utilitiesOf(problem, picks))
      for (const solution of Object.values(settle(problem).solutions)) {
        for (const item of solution.packages.filter(found => found.efficient)) {
          const isBeaten = all.some(
            other =>
              other.every((u, p) => compare(u, item.utilities[p] as Rational) >= 0) &&
              other.some((u, p) => !equals(u, item.utilities[p] as Rational)),
          )
          expect(isBeaten).toBe(false)
        }
        expect(solution.packages[0]?.efficient).toBe(true)
      }
    }),
    numRuns(100),
  )
})

test('law: symmetry: exchanging the parties exchanges their utilities and nothing else', () => {
  fc.assert(
    fc.property(problems(), problem => {
      const turned = { ...problem, parties: [...problem.parties].reverse() }
      const plain = settle(problem)
      const mirrored = settle(turned)
      for (const name of names) {
        expect(toText(mirrored.solutions[name]?.value ?? rational(-1))).toBe(
          toText(plain.solutions[name]?.value ?? rational(-1)),
        )
        expect(listed(mirrored, name)).toEqual(listed(plain, name))
      }
      const points = (s: typeof plain, turn: boolean): string[] =>
        s.frontier
          .map(({ utilities }) => (turn ? [...utilities].reverse() : utilities).map(toText).join(' '))
          .sort()
      expect(points(mirrored, true)).toEqual(points(plain, false))
    }),
    numRuns(100),
  )
})

test('law: permutation: the order of issues and options changes nothing', () => {
  fc.assert(
    fc.property(problems({ coupled: false }), problem => {
      const flipped: Problem = {
        ...problem,
        issues: [...problem.issues]
          .reverse()
          .map(issue =>
            issue.kind === 'discrete' ? { ...issue, options: [...issue.options].reverse() } : issue,
          ),
        parties: problem.parties.map(party => ({
          ...party,
          weights: [...party.weights].reverse(),
          values: [...party.values].reverse().map((values, i) => {
            const issue = problem.issues[problem.issues.length - 1 - i]
            return values.kind === 'table' && issue?.kind === 'discrete'
              ? { kind: 'table' as const, values: [...values.values].reverse() }
              : values
          }),
        })),
      }
      const [a, b] = [settle(problem), settle(flipped)]
      const points = (s: typeof a): string[] =>
        s.frontier.map(p => `${p.utilities.map(toText).join(' ')} ×${p.ties}`)
      expect(points(b)).toEqual(points(a))
      for (const name of names) {
        expect(b.solutions[name]?.ties).toBe(a.solutions[name]?.ties)
        expect(b.solutions[name]?.value).toEqual(a.solutions[name]?.value)
      }
    }),
    numRuns(100),
  )
})

const scales = fc.tuple(
  fc.integer({ min: 1, max: 9 }),
  fc.integer({ min: 1, max: 9 }),
  fc.integer({ min: -9, max: 9 }),
)

/** The first party's utility multiplied by a/b and moved by c. */
function rescale(problem: Problem, [a, b, c]: [number, number, number]): Problem {
  const factor = rational(a, b)
  const shift = rational(c)
  return mapParties(problem, (party, index) => {
    if (index > 0) return party
    return {
      ...party,
      weights: party.weights.map(weight => multiply(weight, factor)),
      bonuses: [
        ...party.bonuses.map(bonus => ({ ...bonus, value: multiply(bonus.value, factor) })),
        { id: 'shift', when: [], value: shift },
      ],
      reservation: add(multiply(party.reservation, factor), shift),
    }
  })
}

test('law: scale invariance: one party’s units change neither Nash nor Kalai-Smorodinsky', () => {
  fc.assert(
    fc.property(problems(), scales, (problem, scale) => {
      const [plain, scaled] = [settle(problem), settle(rescale(problem, scale))]
      for (const name of ['nash', 'kalaiSmorodinsky'] as const) {
        expect(listed(scaled, name)).toEqual(listed(plain, name))
      }
    }),
    numRuns(100),
  )
})

test('law: independence of irrelevant alternatives: ruling out another package leaves Nash where it was', () => {
  const pairs = problems({ packagesMax: 60 }).chain(problem => {
    const packages = enumeratePackages(problem)
    return fc.tuple(
      fc.constant(problem),
      fc.nat({ max: packages.length - 1 }).map(i => packages[i] as Package),
    )
  })
  fc.assert(
    fc.property(pairs, ([problem, excluded]) => {
      const before = packagesOf(problem, 'nash')
      const rest = before.filter(text => text !== textOf(excluded))
      if (rest.length === 0) return
      const when = excluded.map((pick, issue) =>
        problem.issues[issue]?.kind === 'discrete'
          ? { kind: 'options' as const, issue, options: [Number(pick)] }
          : { kind: 'range' as const, issue, low: rational(Number(pick)), high: rational(Number(pick)) },
      )
      const constraint = { kind: 'forbid' as const, id: 'out', sentence: 'not this one', when }
      expect(packagesOf({ ...problem, constraints: [...problem.constraints, constraint] }, 'nash')).toEqual(
        rest,
      )
    }),
    numRuns(100),
  )
})

test('SET-5 law: individual monotonicity: new options that leave every ideal as it was never lower the smallest Kalai-Smorodinsky ratio', () => {
  fc.assert(
    fc.property(problems({ packagesMax: 60 }), problem => {
      const line = {
        kind: 'forbid' as const,
        id: 'first',
        sentence: 'not the first',
        when: [firstPick(problem)],
      }
      const narrow = settle({ ...problem, constraints: [...problem.constraints, line] })
      const wide = settle(problem)
      if (!narrow.zoneOfAgreement) return
      if (!narrow.ideals?.every((ideal, p) => equals(ideal, wide.ideals?.[p] as Rational))) return
      const [before, after] = [
        narrow.solutions.kalaiSmorodinsky?.value,
        wide.solutions.kalaiSmorodinsky?.value,
      ]
      expect(compare(after as Rational, before as Rational)).toBeGreaterThanOrEqual(0)
    }),
    numRuns(100),
  )
})

function firstPick(problem: Problem) {
  return problem.issues[0]?.kind === 'discrete'
    ? { kind: 'options' as const, issue: 0, options: [0] }
    : { kind: 'range' as const, issue: 0, low: rational(-1), high: rational(-1) }
}

test('SET-5 law: proportionality: a package that gives everyone 1/n of its ideal gain exists only if Kalai-Smorodinsky gives that', () => {
  fc.assert(
    fc.property(problems({ packagesMax: 60 }), problem => {
      const { solutions, ideals, reservations } = settle(problem)
      const least = solutions.kalaiSmorodinsky
      if (ideals === undefined || least === undefined) return
      const share = rational(1, problem.parties.length)
      const isOffered = enumeratePackages(problem).some(
        picks =>
          brokenBy(problem, picks).length === 0 &&
          utilitiesOf(problem, picks).every((utility, p) => {
            const floor = reservations[p] as Rational
            return (
              compare(subtract(utility, floor), multiply(share, subtract(ideals[p] as Rational, floor))) >= 0
            )
          }),
      )
      expect(compare(least.value, share) >= 0).toBe(isOffered)
    }),
    numRuns(100),
  )
})

test('law: a dominated duplicate of an option is never recommended as efficient', () => {
  fc.assert(
    fc.property(problems({ coupled: false, packagesMax: 40 }), problem => {
      const [issue] = problem.issues
      if (issue?.kind !== 'discrete') return
      const worse = mapParties(
        {
          ...problem,
          issues: [{ ...issue, options: [...issue.options, 'worse'] }, ...problem.issues.slice(1)],
        },
        party => {
          const [first, ...rest] = party.values
          if (first?.kind !== 'table') return party
          const lowest = issue.options.map((_, o) => valueAt(issue, first, o)).sort(compare)
          const value = subtract(
            (party.weights[0]?.num ?? 0n) < 0n ? (lowest.at(-1) as Rational) : (lowest[0] as Rational),
            rational(0),
          )
          const change = (party.weights[0]?.num ?? 0n) < 0n ? rational(1) : rational(-1)
          return {
            ...party,
            values: [{ kind: 'table', values: [...first.values, add(value, change)] }, ...rest],
          }
        },
      )
      const isStrict = problem.parties.some(party => party.weights[0]?.num !== 0n)
      if (!isStrict) return
      expect(settle(worse).frontier.some(point => point.package[0] === issue.options.length)).toBe(false)
      expect(settle(worse).frontier.map(p => p.utilities.map(toText))).toEqual(
        settle(problem).frontier.map(p => p.utilities.map(toText)),
      )
    }),
    numRuns(100),
  )
})
