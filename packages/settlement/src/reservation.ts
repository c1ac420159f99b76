/** Reservation values as options ask for them. */

import { valueAt } from './package.ts'
import type { Party, Problem } from './problem.ts'
import { add, min, multiply, type Rational, ZERO } from './rational.ts'
import type { SettleOptions } from './settlement.ts'

/** The problem with the reservation values the options ask for. */
export function applyReservation(problem: Problem, options: SettleOptions): Problem {
  if (options.reservation !== 'ignore') return problem
  const parties = problem.parties.map(party => ({
    ...party,
    reservation: min(ZERO, lowestUtility(problem, party)),
  }))
  return { ...problem, parties }
}

/** A utility no package goes below: every issue at its worst, every penalty incurred. */
export function lowestUtility(problem: Problem, party: Party): Rational {
  let total = ZERO
  problem.issues.forEach((issue, i) => {
    const values = party.values[i]
    const weight = party.weights[i] ?? ZERO
    if (values === undefined) return
    const list =
      values.kind === 'table' ? values.values : values.points.map(point => valueAt(issue, values, point.at))
    const [first, ...rest] = list.map(value => multiply(weight, value))
    if (first !== undefined) total = add(total, rest.reduce(min, first))
  })
  const lowest = party.bonuses.reduce((sum, bonus) => add(sum, min(ZERO, bonus.value)), total)
  return party.ceiling === undefined ? lowest : min(party.ceiling, lowest)
}
