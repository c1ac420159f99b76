/** Each solution of a problem by mixed-integer programs: the best package met, exactly, and the solver's bound beside it. */

import { solveAround } from '../cells/narrow.ts'
import { describePackage, gainsOf, leastRatio, powerProduct } from '../definitions.ts'
import { limitsOf } from '../limits.ts'
import { type Package, pickAt, sizeOf, utilitiesOf, valueAt } from '../package.ts'
import type { Problem, ValueFunction } from '../problem.ts'
import {
  add,
  compare,
  compareLists,
  floor,
  fromNumber,
  lcm,
  max,
  min,
  multiply,
  type Rational,
  rational,
  subtract,
  sum,
  toNumber,
  ZERO,
} from '../rational.ts'
import { Undecided } from '../refusal.ts'
import type { Remark } from '../remark.ts'
import { wholeExponents } from '../scores.ts'
import type { Solution, SolutionName, Solutions } from '../settlement.ts'
import { constant, type Expression, type Model, plus, times } from './model.ts'
import { boundMargin, type Found, isAcceptable, leastOf, type Session } from './session.ts'

/** Tangents of the logarithm added, at most, before the Nash bound is left where it is. */
export const tangentRoundsMax = 40

/** Undefined when no package is acceptable. Throws `Undecided` when the solver leaves that open. */
export async function solveGoals(session: Session, remarks: Remark[]) {
  const { gains, scale, reservations, problem } = session
  const pool: Package[] = []
  const keep = (found: Found): void => {
    if (found.kind !== 'found') return
    if (isAcceptable(session, found.package)) pool.push(found.package)
    pool.push(...solveAround(problem, found.package, limitsOf(session.options)))
  }
  const total = await session.best({ step: 'sum', floors: true, build: () => plus(...gains) })
  keep(total)
  const ideals: Rational[] = []
  const idealBounds: number[] = []
  for (const [p, gain] of gains.entries()) {
    const met = pool.length === 0 ? undefined : bestMet(session, pool, of => of[p] as Rational) / scale
    const found = await session.best({
      step: `ideal of ${problem.parties[p]?.name}`,
      floors: true,
      build: model => (met === undefined ? gain : notBelow(model, gain, met)),
    })
    keep(found)
    idealBounds.push(Math.max(found.bound, met ?? found.bound) * scale)
  }
  if (pool.length === 0) {
    const nearest = await session.best({
      step: 'smallest gain',
      floors: false,
      build: model => leastOf(model, gains),
    })
    keep(nearest)
    if (pool.length === 0) {
      if (nearest.bound < 0 || (nearest.kind === 'none' && nearest.bound === Number.NEGATIVE_INFINITY))
        return undefined
      throw new Undecided({ code: 'solver-tolerance' })
    }
  }
  for (const p of gains.keys()) {
    ideals.push(pool.map(picks => utilitiesOf(problem, picks)[p] as Rational).reduce(max))
    const proven = toNumber(subtract(ideals[p] as Rational, reservations[p] as Rational))
    if ((idealBounds[p] as number) > proven + 2 * boundMargin * scale) {
      remarks.push({ code: 'ideal-unproven', party: p })
    }
  }
  const idealGains = ideals.map((ideal, p) => subtract(ideal, reservations[p] as Rational))
  const ratios = gains.flatMap((gain, p) => {
    const ideal = idealGains[p] as Rational
    return ideal.num === 0n ? [] : [times(gain, scale / toNumber(ideal))]
  })
  const exponents = wholeExponents(problem.parties.map(party => party.entitlement))
  const even = exponents.map(() => 1n)
  const nashBound = await boundProduct({ session, idealGains, exponents: even, keep })
  const isEven = exponents.every(exponent => exponent === exponents[0])
  const welfareBound = isEven ? undefined : await boundProduct({ session, idealGains, exponents, keep })
  const leximin = await descend(session, pool, keep)
  const met = bestMet(session, pool, of => leastRatio(of, idealGains))
  const share = await session.best({
    step: 'smallest ratio',
    floors: true,
    build: model => notBelow(model, leastOf(model, ratios), met),
  })
  keep(share)
  const pick = makePicker(session, pool, idealGains)
  const step = stepOf(problem)
  const solutions: Solutions = {
    nash: pick('nash', of => [powerProduct(of, even)], nashBound),
    kalaiSmorodinsky: pick(
      'kalaiSmorodinsky',
      of => [leastRatio(of, idealGains)],
      ratios.length === 0 ? 1 : Math.max(share.bound, met),
    ),
    egalitarian: pick(
      'egalitarian',
      of => [...of].sort(compare),
      leximin * scale,
      of => of.reduce(min),
      step,
    ),
    utilitarian: pick(
      'utilitarian',
      of => [add(sum(of), sum(reservations))],
      total.bound * scale + toNumber(sum(reservations)),
      undefined,
      step,
    ),
    ...(welfareBound === undefined
      ? {}
      : { maxNashWelfare: pick('maxNashWelfare', of => [powerProduct(of, exponents)], welfareBound) }),
  }
  return { solutions, ideals }
}

/** The best of what was met so far, as a float. */
function bestMet(
  { problem, reservations }: Session,
  pool: readonly Package[],
  score: (gains: readonly Rational[]) => Rational,
): number {
  const scores = pool.map(picks => score(gainsOf(utilitiesOf(problem, picks), reservations)))
  return toNumber(scores.reduce(max))
}

/** Leaves out what is worse than the best met, by more than the margin: the solver has less to look through. */
function notBelow(model: Model, goal: Expression, met: number): Expression {
  model.atLeastZero(plus(goal, constant(boundMargin - met)))
  return goal
}

/**
 * Leximin by sums of the k smallest gains, maximised in turn (Ogryczak and Śliwiński 2006): the sum of the k
 * smallest is the largest value of k·t - Σ max(0, t - gain). Returns the bound on the smallest gain.
 */
async function descend(
  session: Session,
  pool: readonly Package[],
  keep: (found: Found) => void,
): Promise<number> {
  const { gains, scale } = session
  const met = bestMet(session, pool, of => of.reduce(min)) / scale
  const smallest = await session.best({
    step: 'smallest gain',
    floors: true,
    build: model => notBelow(model, leastOf(model, gains), met),
  })
  keep(smallest)
  const bound = Math.max(smallest.bound, met)
  const levels = [bound - 2 * boundMargin]
  const sumOfSmallest = (model: Model, k: number): Expression => {
    const t = model.real(`t${k}`)
    const below = gains.map((gain, p) => {
      const d = model.real(`d${k}_${p}`, 0, 1e9)
      model.atLeastZero(plus(d, gain, times(t, -1)))
      return times(d, -1)
    })
    return plus(times(t, k), ...below)
  }
  for (let k = 2; k <= gains.length; k++) {
    const found = await session.best({
      step: `sum of the ${k} smallest gains`,
      floors: true,
      build: model => {
        levels.forEach((level, i) => {
          if (i > 0) model.atLeastZero(plus(sumOfSmallest(model, i + 1), constant(-level)))
          else for (const gain of gains) model.atLeastZero(plus(gain, constant(-level)))
        })
        return sumOfSmallest(model, k)
      },
    })
    if (found.kind === 'none') break
    keep(found)
    levels.push(found.bound - 2 * boundMargin)
  }
  return bound
}

type ProductInput = {
  readonly session: Session
  readonly idealGains: readonly Rational[]
  readonly exponents: readonly bigint[]
  readonly keep: (found: Found) => void
}

/**
 * Maximises Σ e·log(gain) from above with tangents of the logarithm (Kelley 1960), adding one at each answer
 * until the bound stops falling. Returns a bound on the product in the file's units.
 */
async function boundProduct({ session, idealGains, exponents, keep }: ProductInput): Promise<number> {
  if (idealGains.some(gain => gain.num === 0n)) return 0
  const { scale, gains, problem, reservations } = session
  const ideals = idealGains.map(gain => toNumber(gain) / scale)
  const tangents = ideals.map(ideal => [1, 0.5, 0.25, 0.1, 0.02].map(share => share * ideal))
  const units = exponents.reduce((total, exponent) => total + Number(exponent) * Math.log(scale), 0)
  let bound = Number.POSITIVE_INFINITY
  let reached = Number.NEGATIVE_INFINITY
  for (let round = 0; round < tangentRoundsMax; round++) {
    const found = await session.best({
      step: 'product of gains',
      floors: true,
      build: model => {
        const logs = gains.map((gain, p) => {
          const y = model.real(`y${p}`)
          for (const at of tangents[p] as number[]) {
            model.atLeastZero(plus(constant(Math.log(at) - 1), times(gain, 1 / at), times(y, -1)))
          }
          return times(y, Number(exponents[p]))
        })
        return plus(...logs)
      },
    })
    if (found.kind === 'none') break
    keep(found)
    bound = Math.min(bound, found.bound)
    const own = gainsOf(utilitiesOf(problem, found.package), reservations).map(gain => toNumber(gain) / scale)
    const value = own.reduce((total, gain, p) => total + Number(exponents[p]) * Math.log(gain), 0)
    if (Number.isFinite(value)) reached = Math.max(reached, value)
    if (bound - reached <= 2 * boundMargin) break
    own.forEach((gain, p) => tangents[p]?.push(Math.max(gain, 1e-6 * (ideals[p] as number))))
  }
  return Math.exp(bound + units)
}

/** Finer steps are not told apart by a bound in float64. */
const stepMax = 100_000n

/** All sums and gains are multiples of 1 over this; undefined where they vary continuously, or more finely. */
function stepOf({ issues, parties }: Problem): bigint | undefined {
  if (issues.some(issue => issue.kind === 'continuous')) return undefined
  let step = 1n
  for (const party of parties) {
    const own = issues.flatMap((issue, i) =>
      Array.from({ length: issue.kind === 'continuous' ? 0 : sizeOf(issue) }, (_, o) =>
        multiply(
          party.weights[i] ?? ZERO,
          valueAt(issue, party.values[i] as ValueFunction, pickAt(issue, o)),
        ),
      ),
    )
    const cut = party.ceiling === undefined ? [] : [party.ceiling]
    for (const { den } of [...own, ...cut, party.reservation, ...party.bonuses.map(bonus => bonus.value)]) {
      step = lcm(step, den)
      if (step > stepMax) return undefined
    }
  }
  return step
}

/** The best of all packages met, by exact comparison, with the bound it is held against. */
function makePicker(session: Session, pool: readonly Package[], idealGains: readonly Rational[]) {
  const { problem, reservations } = session
  const items = pool.map(picks => {
    const utilities = utilitiesOf(problem, picks)
    return { package: picks, utilities, gains: gainsOf(utilities, reservations) }
  })
  return (
    name: SolutionName,
    score: (gains: readonly Rational[]) => readonly Rational[],
    bound: number,
    valueOf: (gains: readonly Rational[]) => Rational = gains => score(gains)[0] as Rational,
    step?: bigint,
  ): Solution => {
    const best = items.reduce((a, b) => (compareLists(score(b.gains), score(a.gains)) > 0 ? b : a))
    const value = valueOf(best.gains)
    const exact = fromNumber(bound)
    // A value is a multiple of the step: what lies between two multiples is not reached.
    const reached = step === undefined ? exact : rational(floor(multiply(exact, rational(step))), step)
    const proven = max(value, reached)
    return {
      name,
      value,
      packages: [describePackage({ ...best, reservations, idealGains, efficient: false })],
      ties: 1n,
      tiesExact: false,
      proof: {
        status: compare(value, proven) < 0 ? 'bounded' : 'optimal',
        bound: proven,
        method: 'programs',
      },
    }
  }
}
