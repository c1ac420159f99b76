/** Why no package is acceptable to all, and what would have to give. */

import { type Extreme, findAcceptable, mostFor, nearestTo } from './extreme.ts'
import { type Budget, limitsOf } from './limits.ts'
import { isAllowedBy, isInRegion, type Package, utilityOf } from './package.ts'
import type { Problem } from './problem.ts'
import { compare, min, type Rational, subtract } from './rational.ts'
import { applyReservation, lowestUtility } from './reservation.ts'
import type { Move, NoDeal, Obstacle, SettleOptions } from './settlement.ts'
import { assertWellFormed } from './well-formed.ts'

/** Rules considered; a problem with more is explained from all rules that some package breaks, unproven. */
export const obstaclesMax = 64
/** Rounds of the search for the smallest set. */
export const roundsMax = 2_000

/**
 * The smallest set of reservation values, red lines and side constraints that together exclude every
 * package, found by implicit hitting sets: a set excludes every package exactly when each package breaks
 * one of its members (Reiter 1987). Undefined when there is a deal. Throws `RangeError` past the limits.
 */
export function explainNoDeal(problem: Problem, options: SettleOptions = {}): NoDeal | undefined {
  assertWellFormed(problem)
  const limits = limitsOf(options)
  const effective = applyReservation(problem, options)
  const obstacles = listObstacles(effective)
  if (dealUnder(effective, obstacles, limits) !== undefined) return undefined
  const { smallest, proven } = findSmallest(effective, obstacles, limits)
  // What excludes nothing proves the opposite.
  if (smallest.length === 0) throw new Error('the engine contradicts itself: nothing excludes every package')
  const floors = effective.parties.map(party => party.reservation)
  const nearest = nearestTo(effective, floors, limits)
  return {
    smallest,
    proven,
    moves: smallest.map(obstacle => findMove(effective, obstacles, obstacle, limits)),
    ...(nearest === undefined ? {} : { nearest: withShortfall(nearest, floors) }),
  }
}

function withShortfall(nearest: Extreme, floors: readonly Rational[]) {
  const gains = nearest.utilities.map((utility, p) => subtract(utility, floors[p] as Rational))
  const least = gains.reduce(min)
  return { ...nearest, shortfall: { num: -least.num, den: least.den } }
}

export function listObstacles(problem: Problem): Obstacle[] {
  const reservations = problem.parties.flatMap((party, index): Obstacle[] =>
    compare(party.reservation, lowestUtility(problem, party)) > 0
      ? [{ kind: 'reservation', party: index, value: party.reservation }]
      : [],
  )
  const redLines = problem.parties.flatMap((party, index) =>
    party.redLines.map(({ id, sentence }): Obstacle => ({ kind: 'red-line', party: index, id, sentence })),
  )
  const constraints = problem.constraints.map(
    ({ id, sentence }): Obstacle => ({ kind: 'constraint', id, sentence }),
  )
  return [...reservations, ...redLines, ...constraints]
}

/** The problem with only these obstacles left standing, and the floors that remain. */
export function restrict(problem: Problem, kept: readonly Obstacle[]): Problem {
  const has = (test: (obstacle: Obstacle) => boolean): boolean => kept.some(test)
  return {
    ...problem,
    parties: problem.parties.map((party, index) => ({
      ...party,
      reservation: has(o => o.kind === 'reservation' && o.party === index)
        ? party.reservation
        : min(party.reservation, lowestUtility(problem, party)),
      redLines: party.redLines.filter(line =>
        has(o => o.kind === 'red-line' && o.party === index && o.id === line.id),
      ),
    })),
    constraints: problem.constraints.filter(rule => has(o => o.kind === 'constraint' && o.id === rule.id)),
  }
}

function dealUnder(problem: Problem, kept: readonly Obstacle[], limits: Budget): Package | undefined {
  const restricted = restrict(problem, kept)
  return findAcceptable(
    restricted,
    restricted.parties.map(party => party.reservation),
    limits,
  )?.package
}

export function isBroken(problem: Problem, obstacle: Obstacle, picks: Package): boolean {
  switch (obstacle.kind) {
    case 'reservation': {
      const party = problem.parties[obstacle.party]
      return party !== undefined && compare(utilityOf(problem, party, picks), obstacle.value) < 0
    }
    case 'red-line':
      return (problem.parties[obstacle.party]?.redLines ?? []).some(
        line => line.id === obstacle.id && isInRegion(problem, line.excludes, picks),
      )
    case 'constraint':
      return problem.constraints.some(rule => rule.id === obstacle.id && !isAllowedBy(problem, rule, picks))
    default:
      return obstacle satisfies never
  }
}

function findSmallest(problem: Problem, obstacles: readonly Obstacle[], limits: Budget) {
  if (obstacles.length > obstaclesMax) return { smallest: shrink(problem, obstacles, limits), proven: false }
  const broken: (readonly Obstacle[])[] = []
  for (let round = 0; round < roundsMax; round++) {
    const hitting = smallestHitting(broken, obstacles)
    const deal = dealUnder(problem, hitting, limits)
    if (deal === undefined) return { smallest: hitting, proven: true }
    broken.push(brokenByBest(problem, obstacles, deal, limits))
  }
  return { smallest: shrink(problem, obstacles, limits), proven: false }
}

/** Drops obstacles one by one while the rest still exclude every package: minimal, perhaps not smallest. */
function shrink(problem: Problem, obstacles: readonly Obstacle[], limits: Budget): Obstacle[] {
  let kept = [...obstacles]
  for (const obstacle of obstacles) {
    const fewer = kept.filter(other => other !== obstacle)
    if (dealUnder(problem, fewer, limits) === undefined) kept = fewer
  }
  return kept
}

/** What a package breaks, after obeying as many more obstacles as can be had together. */
function brokenByBest(
  problem: Problem,
  obstacles: readonly Obstacle[],
  first: Package,
  limits: Budget,
): Obstacle[] {
  let picks = first
  let kept = obstacles.filter(obstacle => !isBroken(problem, obstacle, picks))
  for (const obstacle of obstacles) {
    if (kept.includes(obstacle)) continue
    const better = dealUnder(problem, [...kept, obstacle], limits)
    if (better === undefined) continue
    picks = better
    kept = obstacles.filter(other => !isBroken(problem, other, better))
  }
  return obstacles.filter(obstacle => !kept.includes(obstacle))
}

/** A smallest set that meets every given set; the earliest in the obstacles' order among equals. */
function smallestHitting(sets: readonly (readonly Obstacle[])[], obstacles: readonly Obstacle[]): Obstacle[] {
  for (let size = 0; size <= obstacles.length; size++) {
    const found = hitWith([], sets, size)
    if (found !== undefined) return obstacles.filter(obstacle => found.includes(obstacle))
  }
  throw new Error('a package that breaks nothing cannot be hit')
}

function hitWith(
  chosen: readonly Obstacle[],
  sets: readonly (readonly Obstacle[])[],
  left: number,
): readonly Obstacle[] | undefined {
  const missed = sets.find(set => !set.some(obstacle => chosen.includes(obstacle)))
  if (missed === undefined) return chosen
  if (left === 0) return undefined
  for (const obstacle of missed) {
    const found = hitWith([...chosen, obstacle], sets, left - 1)
    if (found !== undefined) return found
  }
  return undefined
}

function findMove(
  problem: Problem,
  obstacles: readonly Obstacle[],
  obstacle: Obstacle,
  limits: Budget,
): Move {
  const others = restrict(
    problem,
    obstacles.filter(other => other !== obstacle),
  )
  const floors = others.parties.map(party => party.reservation)
  if (obstacle.kind !== 'reservation') {
    return { kind: 'rule', id: obstacle.id, admits: findAcceptable(others, floors, limits)?.package }
  }
  const most = mostFor(others, [obstacle.party], floors, limits)
  if (most === undefined) return { kind: 'reservation', party: obstacle.party, by: undefined }
  const by = subtract(obstacle.value, most.utilities[obstacle.party] as Rational)
  return { kind: 'reservation', party: obstacle.party, by, package: most.package }
}
