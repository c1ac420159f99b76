/** What is measured: each case prepares its input once and then runs the engine, or plain enumeration. */

import { existsSync, readFileSync } from 'node:fs'
import { type Compiled, compileProblem, listPicks } from '../../packages/settlement/src/blocks.ts'
import { targetOf } from '../../packages/settlement/src/floats.ts'
import {
  importProblem,
  leximinGoods,
  loadHighs,
  maximumNashWelfareGoods,
  type Problem,
  rational,
  type Settlement,
  settle,
  settleWithSolver,
  toNumber,
} from '../../packages/settlement/src/index.ts'
import { buildLayers, packageOf } from '../../packages/settlement/src/layers.ts'
import { reachGoal } from '../../packages/settlement/src/reach.ts'
import { approximateTotal } from '../../packages/settlement/src/rows.ts'
import { addRanges, makeGoods, makeProblem, makeRectangles } from './problems.ts'

export type Case = {
  readonly name: string
  /** Milliseconds and, where stated, megabytes the design asks for. */
  readonly target?: { readonly ms: number; readonly mb?: number }
  /** The plain enumeration of the same problem, run beside it. */
  readonly against?: string
  readonly repeats: number
  /** Returns what to repeat; its answer describes the result. */
  readonly prepare: () => () => string | Promise<string>
}

/** How many points, and whether each solution is proven. */
function describe({ frontier, solutions }: Settlement): string {
  const proofs = Object.values(solutions).map(({ proof }) => proof.status)
  return `${frontier.length} points; ${[...new Set(proofs)].join(', ')}`
}

function runRectangles(problem: Problem): () => Promise<string> {
  const solver = loadHighs()
  return async () => {
    const solveMilp = await solver
    return describe(await settleWithSolver(problem, { solveMilp }))
  }
}

function compile(problem: Problem): Compiled {
  const compiled = compileProblem(
    problem,
    listPicks(problem, () => []),
    { coupledPackagesMax: 1_000_000 },
  )
  if (compiled === undefined) throw new Error('the benchmark couples nothing')
  return compiled
}

const limits = { pointsMax: 1_000_000, max: 1_000_000_000 }

/** From the problem's rationals to every frontier point with a package. */
function runFrontier(problem: Problem): string {
  const compiled = compile(problem)
  const layers = buildLayers({
    compiled,
    prune: true,
    pointsMax: limits.pointsMax,
    work: { done: 0, max: limits.max },
  })
  if (layers === undefined) throw new Error('past the limits')
  let length = 0
  for (let row = 0; row < layers.last.count; row++) length += packageOf(layers, row).length
  return `${layers.last.count} points, ${length} picks`
}

function runNash(problem: Problem): string {
  const compiled = compile(problem)
  const { layers } = reachGoal({
    target: targetOf(compiled, {
      kind: 'product',
      floors: compiled.bases,
      exponents: compiled.bases.map(() => 1n),
    }),
    pointsMax: limits.pointsMax,
    work: { done: 0, max: limits.max },
  })
  if (layers === undefined) throw new Error('past the limits')
  return `${layers.last.count} candidates, ${packageOf(layers, 0).length} picks`
}

/** Every package looked at once, in whole numbers: the fastest plain way to the frontier of two parties. */
function enumerate(problem: Problem): string {
  const compiled = compile(problem)
  const { limbs } = compiled
  const tables = compiled.blocks.map(({ rows, count }) =>
    Array.from(
      { length: count },
      (_, row) => [0, 1].map(p => approximateTotal(rows, (row * 2 + p) * limbs, limbs)) as [number, number],
    ),
  )
  const best = new Map<number, number>()
  const visit = (depth: number, x: number, y: number): void => {
    const table = tables[depth]
    if (table === undefined) {
      if ((best.get(x) ?? -1) < y) best.set(x, y)
      return
    }
    for (const [dx, dy] of table) visit(depth + 1, x + dx, y + dy)
  }
  visit(0, 0, 0)
  let highest = -1
  let points = 0
  for (const x of [...best.keys()].sort((a, b) => b - a)) {
    const y = best.get(x) as number
    if (y > highest) {
      highest = y
      points++
    }
  }
  return `${points} points`
}

const domains = new URL('../../../shared/cases/settlement/domains/', import.meta.url)
const ampoFiles = ['ampo_vs_city_template.xml', 'ampo_vs_city_ampo_space.xml', 'ampo_vs_city_city_space.xml']
const ampoFolder = new URL('AMPOvsCity/', domains)

function readAmpo(): Problem {
  const imported = importProblem(
    ampoFiles.map(name => ({ name, text: readFileSync(new URL(name, ampoFolder), 'utf8') })),
  )
  if (!imported.ok) throw new Error('the reference domain could not be read')
  return imported.value
}

const bilateral = { options: 10, parties: 2, grid: 30_000_000 }

export const cases: readonly Case[] = [
  {
    name: '6×10, two parties: frontier and packages',
    against: '6×10, two parties: plain enumeration',
    repeats: 15,
    prepare: () => {
      const problem = makeProblem({ ...bilateral, issues: 6 })
      return () => runFrontier(problem)
    },
  },
  {
    name: '6×10, two parties: plain enumeration',
    repeats: 3,
    prepare: () => {
      const problem = makeProblem({ ...bilateral, issues: 6 })
      return () => enumerate(problem)
    },
  },
  {
    name: '30×10, two parties: frontier and packages',
    target: { ms: 20 },
    repeats: 15,
    prepare: () => {
      const problem = makeProblem({ ...bilateral, issues: 30 })
      return () => runFrontier(problem)
    },
  },
  {
    name: '30×10, two parties, 15 decimals (two limbs): frontier and packages',
    repeats: 15,
    prepare: () => {
      const problem = makeProblem({ ...bilateral, issues: 30, grid: 2_000_000_000 })
      const [first] = problem.parties
      if (first === undefined) throw new Error('two parties are made')
      const weights = first.weights.map((_, i) => rational(10n ** 15n + BigInt(i), 10n ** 15n))
      const wide = { ...problem, parties: [{ ...first, weights }, ...problem.parties.slice(1)] }
      return () => runFrontier(wide)
    },
  },
  {
    name: '30×10, five parties: Nash',
    target: { ms: 50 },
    repeats: 15,
    prepare: () => {
      const problem = makeProblem({ issues: 30, options: 10, parties: 5, grid: 30_000_000 })
      return () => runNash(problem)
    },
  },
  {
    name: '50×10 constant sum on a 10⁻⁴ grid: frontier and packages',
    target: { ms: 100, mb: 100 },
    repeats: 9,
    prepare: () => {
      const problem = makeProblem({ issues: 50, options: 10, parties: 2, grid: 10_000 }, true)
      return () => runFrontier(problem)
    },
  },
  {
    name: '20×10 and 4 continuous issues of 4 pieces, two parties: everything settle answers, certificate included',
    repeats: 9,
    prepare: () => {
      const problem = addRanges(makeProblem({ ...bilateral, issues: 20 }), 4)
      return () => {
        const { frontier, frontierParts = [] } = settle(problem)
        return `${frontier.length} corners, ${frontierParts.length} parts`
      }
    },
  },
  {
    name: '4×6 and 3 continuous issues of 4 pieces, five parties: every solution',
    repeats: 9,
    prepare: () => {
      const problem = addRanges(makeProblem({ issues: 4, options: 6, parties: 5, grid: 1_000_000 }), 3)
      return () => {
        const { solutions } = settle(problem, { frontier: 'none' })
        return Object.values(solutions)
          .map(({ proof }) => proof.status)
          .join(', ')
      }
    },
  },
  {
    name: '120×3, two parties, evaluations to 1,000: everything settle answers, certificate included',
    target: { ms: 2_000 },
    repeats: 5,
    prepare: () => {
      const problem = makeProblem({ issues: 120, options: 3, parties: 2, grid: 120_000 })
      return () => describe(settle(problem))
    },
  },
  {
    name: '50 issues from 0 to 9, 70 hyper-rectangles a party: everything settle answers',
    target: { ms: 2_000 },
    repeats: 5,
    prepare: () => runRectangles(makeRectangles(50, 70, 3)),
  },
  {
    name: '50 issues from 0 to 9, 80 wider hyper-rectangles a party: everything settle answers, by the solver',
    target: { ms: 2_000 },
    repeats: 5,
    prepare: () => runRectangles(makeRectangles(50, 80, 4)),
  },
  {
    name: '40 goods, four claimants: maximum Nash welfare and leximin',
    target: { ms: 1_000 },
    repeats: 5,
    prepare: () => {
      const goods = makeGoods(40, 4)
      return () => {
        const [nash, leximin] = [maximumNashWelfareGoods(goods), leximinGoods(goods)]
        return `${nash.proof.status}; ${toNumber(leximin.value)} of ${toNumber(leximin.proof.bound).toFixed(1)}`
      }
    },
  },
  ...(existsSync(ampoFolder)
    ? [
        {
          name: 'AMPO v City (1,944,000 packages): frontier and packages',
          against: 'AMPO v City: plain enumeration',
          target: { ms: 5 },
          repeats: 25,
          prepare: () => {
            const problem = readAmpo()
            return () => runFrontier(problem)
          },
        },
        {
          name: 'AMPO v City: plain enumeration',
          repeats: 3,
          prepare: () => {
            const problem = readAmpo()
            return () => enumerate(problem)
          },
        },
        {
          name: 'AMPO v City: everything settle answers, certificate included',
          repeats: 15,
          prepare: () => {
            const problem = readAmpo()
            return () => `${settle(problem).frontier.length} points`
          },
        },
      ]
    : []),
]
