/** A problem put to the solver: each goal one program, each answer read back and checked exactly. */

import { report } from '../limits.ts'
import { brokenBy, type Package, utilitiesOf } from '../package.ts'
import type { Problem, ValueFunction } from '../problem.ts'
import { compare, max, multiply, negate, ONE, type Rational, rational, toNumber, ZERO } from '../rational.ts'
import { Undecided } from '../refusal.ts'
import type { SettleOptions } from '../settlement.ts'
import { type Encoded, encodeProblem } from './encode.ts'
import { constant, type Expression, type Model, plus, type SolveMilp, times } from './model.ts'

export type SolverOptions = SettleOptions & {
  readonly solveMilp: SolveMilp
  /** Time for one call of the solver. Default 60. */
  readonly secondsMax?: number
}

/** Bounds are widened by this share of the largest range, for the solver's tolerances. */
export const boundMargin = 1e-6

const secondsDefault = 60

export type Session = {
  readonly problem: Problem
  readonly reservations: readonly Rational[]
  readonly encoded: Encoded
  /** Utility less reservation, per party, over `scale`. */
  readonly gains: readonly Expression[]
  readonly scale: number
  readonly best: (goal: Goal) => Promise<Found>
  readonly options: SolverOptions
}

export type Goal = {
  readonly step: string
  readonly build: (model: Model) => Expression
  /** Whether every party must get its reservation value. */
  readonly floors: boolean
}

/** Values are in multiples of `scale`. */
export type Found =
  | { readonly kind: 'found'; readonly package: Package; readonly bound: number }
  | { readonly kind: 'none'; readonly bound: number }

/** Utilities beyond this, or all below its inverse, leave no room for what float64 multiplies. */
const sizeMax = rational(10n ** 100n)

/** Throws `Undecided` where the problem's numbers are out of the solver's range. */
function assertInRange({ parties }: Problem): void {
  const numbers = parties.flatMap(party => [
    ...party.weights.flatMap((weight, i) => heightsOf(party.values[i]).map(value => multiply(weight, value))),
    ...party.bonuses.map(bonus => bonus.value),
    ...(party.ceiling === undefined ? [] : [party.ceiling]),
    party.reservation,
  ])
  const largest = numbers.map(value => max(value, negate(value))).reduce(max, ZERO)
  const isTooSmall = largest.num !== 0n && compare(multiply(largest, sizeMax), ONE) < 0
  if (isTooSmall || compare(largest, sizeMax) > 0) throw new Undecided({ code: 'numbers-beyond-solver' })
}

function heightsOf(values: ValueFunction | undefined): readonly Rational[] {
  if (values === undefined) return []
  return values.kind === 'table' ? values.values : values.points.map(({ value }) => value)
}

export function openSession(problem: Problem, options: SolverOptions): Session {
  assertInRange(problem)
  const encoded = encodeProblem(problem)
  const reservations = problem.parties.map(party => party.reservation)
  const factors = encoded.utilities.flatMap(utility => [...utility.terms.values()].map(Math.abs))
  const scale = factors.reduce((most, factor) => Math.max(most, factor), 0) || 1
  const gains = encoded.utilities.map((utility, p) =>
    times(plus(utility, constant(-toNumber(reservations[p] as Rational))), 1 / scale),
  )
  let calls = 0
  const best = async ({ step, build, floors }: Goal): Promise<Found> => {
    report(options, step, calls++, calls + 1)
    const model = encoded.model.copy()
    if (floors) for (const gain of gains) model.atLeastZero(gain)
    const objective = build(model)
    const lp = model.toText(objective)
    const answer = await options.solveMilp({ lp, secondsMax: options.secondsMax ?? secondsDefault })
    if (answer.status === 'infeasible') return { kind: 'none', bound: Number.NEGATIVE_INFINITY }
    // The program's text has no place for a constant: the solver's bound is without it.
    const bound = answer.bound + objective.constant + boundMargin
    if (answer.status === 'unknown') return { kind: 'none', bound }
    const found = encoded.decode(answer.values)
    if (brokenBy(problem, found).length > 0)
      throw new Error('the solver returned a package that breaks a rule')
    return { kind: 'found', package: found, bound }
  }
  return { problem, reservations, encoded, gains, scale, best, options }
}

export function isAcceptable({ problem, reservations }: Session, picks: Package): boolean {
  return utilitiesOf(problem, picks).every((utility, p) => compare(utility, reservations[p] as Rational) >= 0)
}

export function leastOf(model: Model, expressions: readonly Expression[]): Expression {
  const least = model.real('least')
  for (const expression of expressions) model.atLeastZero(plus(expression, times(least, -1)))
  return expressions.length === 0 ? constant(1) : least
}
