/** Why there is no deal, where only the solver can say: a set of which nothing can be left out. */

import { isBroken, listObstacles, restrict } from '../no-deal.ts'
import { type Package, utilitiesOf } from '../package.ts'
import type { Problem } from '../problem.ts'
import { min, type Rational, subtract } from '../rational.ts'
import { Undecided } from '../refusal.ts'
import type { Move, NoDeal, Obstacle } from '../settlement.ts'
import { isAcceptable, leastOf, openSession, type SolverOptions } from './session.ts'

/** More obstacles than this are listed as they are. */
const triedMax = 64

/**
 * Leaves out one obstacle after another as long as the rest still exclude every package, by the solver's bound. What
 * the solver leaves open counts as not excluded. Minimal, perhaps not smallest.
 */
export async function explainWithSolver(problem: Problem, options: SolverOptions): Promise<NoDeal> {
  const all = listObstacles(problem)
  const nearest = await nearestPackage(problem, options)
  // What the nearest package breaks is likeliest to be needed, and is tried last.
  const order = all.toSorted(
    (a, b) => Number(breaks(problem, a, nearest)) - Number(breaks(problem, b, nearest)),
  )
  let kept: readonly Obstacle[] = all
  for (const obstacle of order.slice(0, triedMax)) {
    const fewer = kept.filter(other => other !== obstacle)
    if (await isExcluded(restrict(problem, fewer), options)) kept = fewer
  }
  // Nothing cannot exclude every package: then the solver is wrong about there being none.
  if (kept.length === 0) throw new Undecided({ code: 'solver-tolerance' })
  const moves: Move[] = []
  for (const obstacle of kept) moves.push(await findMove(problem, all, obstacle, options))
  const floors = problem.parties.map(party => party.reservation)
  return {
    smallest: kept,
    proven: false,
    moves,
    ...(nearest === undefined ? {} : { nearest: describe(problem, nearest, floors) }),
  }
}

function breaks(problem: Problem, obstacle: Obstacle, picks: Package | undefined): boolean {
  return picks !== undefined && isBroken(problem, obstacle, picks)
}

async function nearestPackage(problem: Problem, options: SolverOptions): Promise<Package | undefined> {
  const session = openSession(problem, options)
  const found = await session.best({
    step: 'nearest package',
    floors: false,
    build: model => leastOf(model, session.gains),
  })
  return found.kind === 'found' ? found.package : undefined
}

async function isExcluded(problem: Problem, options: SolverOptions): Promise<boolean> {
  const session = openSession(problem, options)
  const found = await session.best({
    step: 'what excludes every package',
    floors: false,
    build: model => leastOf(model, session.gains),
  })
  if (found.kind === 'found' && isAcceptable(session, found.package)) return false
  return found.bound < 0
}

function describe(problem: Problem, picks: Package, floors: readonly Rational[]) {
  const utilities = utilitiesOf(problem, picks)
  const least = utilities.map((utility, p) => subtract(utility, floors[p] as Rational)).reduce(min)
  return { package: picks, utilities, shortfall: { num: -least.num, den: least.den } }
}

async function findMove(
  problem: Problem,
  all: readonly Obstacle[],
  obstacle: Obstacle,
  options: SolverOptions,
): Promise<Move> {
  const others = restrict(
    problem,
    all.filter(other => other !== obstacle),
  )
  const session = openSession(others, options)
  const isReservation = obstacle.kind === 'reservation'
  const found = await session.best({
    step: 'what would open a way',
    floors: true,
    build: model =>
      isReservation
        ? (session.gains[obstacle.party] as (typeof session.gains)[number])
        : leastOf(model, session.gains),
  })
  const admitted = found.kind === 'found' && isAcceptable(session, found.package) ? found.package : undefined
  if (!isReservation) return { kind: 'rule', id: obstacle.id, admits: admitted }
  if (admitted === undefined) return { kind: 'reservation', party: obstacle.party, by: undefined }
  const utility = utilitiesOf(others, admitted)[obstacle.party] as Rational
  return {
    kind: 'reservation',
    party: obstacle.party,
    by: subtract(obstacle.value, utility),
    package: admitted,
  }
}
