import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  compare,
  explainNoDeal,
  isAllowedBy,
  isInRegion,
  type Obstacle,
  type Package,
  type Problem,
  rational,
  subtract,
  utilityOf,
} from '../src/index.ts'
import { numRuns, problems } from './arbitraries.ts'
import { enumeratePackages } from './oracle.ts'

function obstaclesOf(problem: Problem): Obstacle[] {
  return [
    ...problem.parties.map(
      (party, p): Obstacle => ({ kind: 'reservation', party: p, value: party.reservation }),
    ),
    ...problem.parties.flatMap((party, p) =>
      party.redLines.map(({ id, sentence }): Obstacle => ({ kind: 'red-line', party: p, id, sentence })),
    ),
    ...problem.constraints.map(({ id, sentence }): Obstacle => ({ kind: 'constraint', id, sentence })),
  ]
}

function breaks(problem: Problem, obstacle: Obstacle, picks: Package): boolean {
  if (obstacle.kind === 'constraint') {
    return problem.constraints.some(rule => rule.id === obstacle.id && !isAllowedBy(problem, rule, picks))
  }
  const party = problem.parties[obstacle.party]
  if (party === undefined) return false
  if (obstacle.kind === 'reservation') return compare(utilityOf(problem, party, picks), obstacle.value) < 0
  return party.redLines.some(line => line.id === obstacle.id && isInRegion(problem, line.excludes, picks))
}

/** Size of the smallest set of obstacles of which every package breaks one, by trying all sets. */
function smallestSize(problem: Problem): number {
  const obstacles = obstaclesOf(problem)
  const broken = new Set(
    enumeratePackages(problem).map(picks =>
      obstacles.reduce((mask, obstacle, i) => (breaks(problem, obstacle, picks) ? mask | (1 << i) : mask), 0),
    ),
  )
  let smallest = Number.POSITIVE_INFINITY
  for (let set = 0; set < 1 << obstacles.length; set++) {
    const size = set.toString(2).replaceAll('0', '').length
    if (size < smallest && [...broken].every(mask => (mask & set) !== 0)) smallest = size
  }
  return smallest
}

test('SET-20, SET-21: the explanation is a smallest set that excludes every package, and its moves are least', () => {
  fc.assert(
    fc.property(problems({ partiesMax: 4, packagesMax: 60 }), problem => {
      const noDeal = explainNoDeal(problem)
      const packages = enumeratePackages(problem)
      const obstacles = obstaclesOf(problem)
      const isDeal = packages.some(picks => !obstacles.some(obstacle => breaks(problem, obstacle, picks)))
      expect(noDeal === undefined).toBe(isDeal)
      if (noDeal === undefined) return
      expect(noDeal.proven).toBe(true)
      expect(
        packages.every(picks => noDeal.smallest.some(obstacle => breaks(problem, obstacle, picks))),
      ).toBe(true)
      expect(noDeal.smallest.length).toBe(smallestSize(problem))
      noDeal.moves.forEach((move, i) => {
        const obstacle = noDeal.smallest[i] as Obstacle
        const others = obstacles.filter(other => !isSame(other, obstacle))
        const admitted = packages.filter(picks => !others.some(other => breaks(problem, other, picks)))
        if (move.kind === 'rule') expect(move.admits !== undefined).toBe(admitted.length > 0)
        else if (obstacle.kind === 'reservation') {
          const party = problem.parties[obstacle.party]
          const needed = admitted
            .map(picks =>
              subtract(obstacle.value, party === undefined ? rational(0) : utilityOf(problem, party, picks)),
            )
            .sort(compare)[0]
          expect(move.by).toEqual(needed)
        }
      })
    }),
    numRuns(300),
  )
})

function isSame(a: Obstacle, b: Obstacle): boolean {
  if (a.kind === 'constraint' || b.kind === 'constraint')
    return a.kind === b.kind && 'id' in a && 'id' in b && a.id === b.id
  if (a.kind === 'reservation' || b.kind === 'reservation') return a.kind === b.kind && a.party === b.party
  return a.party === b.party && a.id === b.id
}
