/** Published domains against an independent brute force; skipped where the reference data is absent. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { importProblem, type Problem, pickToText, type Solution, settle, toNumber } from '../src/index.ts'

const folder = new URL('../../../../shared/cases/settlement/', import.meta.url)
const isPresent = existsSync(new URL('domains_reference.json', folder))

type Best = {
  readonly utilities: readonly number[]
  readonly package: Readonly<Record<string, string>>
  readonly ties: number
}
type Domain = {
  readonly name: string
  readonly parties: number
  readonly outcomes: number
  readonly files: readonly string[]
  readonly exact_pareto_distinct_points_all_outcomes?: number | null
  readonly exact_pareto_distinct_points_rational_outcomes?: number | null
  readonly pareto_distinct_points_float64?: number
  readonly nash: Best & { readonly product: number }
  readonly kalai_smorodinsky_maxmin_ratio: Best & { readonly min_ratio: number }
  readonly egalitarian_leximin: Best & { readonly min_gain: number }
  readonly max_sum: Best & { readonly sum: number }
}

const domains: Domain[] = isPresent
  ? (JSON.parse(readFileSync(new URL('domains_reference.json', folder), 'utf8')) as Domain[])
  : []

function read(domain: string, files: readonly string[]): Problem {
  const sources = files.map(name => ({
    name,
    text: readFileSync(new URL(`domains/${domain}/${name}`, folder), 'utf8'),
  }))
  const imported = importProblem(sources)
  if (!imported.ok) throw new Error(JSON.stringify(imported.error))
  return imported.value
}

function expectBest(problem: Problem, solution: Solution | undefined, best: Best, value: number): void {
  if (solution === undefined) throw new Error('no solution')
  expect(toNumber(solution.value)).toBeCloseTo(value, 9)
  // The reference counts the packages at the point it names; other points may attain the same value.
  const there = solution.packages.filter(item =>
    item.utilities.every((utility, p) => Math.abs(toNumber(utility) - (best.utilities[p] ?? 0)) < 1e-9),
  )
  expect(there.length).toBe(best.ties)
  const texts = there.map(item =>
    Object.fromEntries(
      problem.issues.map((issue, i) => [issue.name, pickToText(issue, item.package[i] ?? 0)]),
    ),
  )
  expect(texts).toContainEqual(best.package)
}

test.runIf(isPresent).each(domains.map(domain => ({ name: domain.name, domain })))(
  'SET-2, SET-4 to SET-8: $name equals the independent brute force',
  ({ domain }) => {
    const order = domain.files.filter(name => name.endsWith('.xml'))
    const problem = read(domain.name, order.length > 0 ? order : domain.files)
    const settlement = settle(problem)
    expect(Number(settlement.outcomes)).toBe(domain.outcomes)
    const count =
      domain.exact_pareto_distinct_points_rational_outcomes ??
      domain.exact_pareto_distinct_points_all_outcomes ??
      domain.pareto_distinct_points_float64
    expect(settlement.frontier.length).toBe(count)
    const { nash, kalaiSmorodinsky, egalitarian, utilitarian } = settlement.solutions
    expectBest(problem, nash, domain.nash, domain.nash.product)
    expectBest(
      problem,
      kalaiSmorodinsky,
      domain.kalai_smorodinsky_maxmin_ratio,
      domain.kalai_smorodinsky_maxmin_ratio.min_ratio,
    )
    expectBest(problem, egalitarian, domain.egalitarian_leximin, domain.egalitarian_leximin.min_gain)
    expectBest(problem, utilitarian, domain.max_sum, domain.max_sum.sum)
  },
)

function byText(a: string, b: string): number {
  return a.localeCompare(b)
}

/** Utilities of the first package, in no order: the reference does not say which profile comes first. */
function pointOf(solution: Solution | undefined): string[] {
  return (solution?.packages[0]?.utilities ?? []).map(u => toNumber(u).toFixed(8)).sort(byText)
}

type WebDomain = {
  readonly domain: string
  readonly outcomes: number
  readonly pareto: number
  readonly nash: readonly number[]
  readonly egalitarian: readonly number[]
  readonly max_sum: number
}

const webFile = new URL('geniusweb_reference.json', folder)
const webDomains: WebDomain[] = isPresent ? (JSON.parse(readFileSync(webFile, 'utf8')) as WebDomain[]) : []

test.runIf(isPresent).each(webDomains.map(domain => ({ name: domain.domain, domain })))(
  'SET-2, SET-4, SET-6, SET-7: GeniusWeb $name equals the independent brute force',
  ({ domain }) => {
    const path = `geniusweb_anl2022/${domain.domain}`
    const files = readdirSync(new URL(`domains/${path}/`, folder)).filter(name => name !== 'specials.json')
    const settlement = settle(read(path, files), { reservation: 'ignore' })
    expect(Number(settlement.outcomes)).toBe(domain.outcomes)
    expect(settlement.frontier.length).toBe(domain.pareto)
    expect(pointOf(settlement.solutions.nash)).toEqual(domain.nash.map(u => u.toFixed(8)).sort(byText))
    expect(pointOf(settlement.solutions.egalitarian)).toEqual(
      domain.egalitarian.map(u => u.toFixed(8)).sort(byText),
    )
    expect(toNumber(settlement.solutions.utilitarian?.value ?? { num: 0n, den: 1n })).toBeCloseTo(
      domain.max_sum,
      8,
    )
  },
)

test.runIf(!isPresent)(
  'SET-2: the reference domains are absent, so they are not checked here',
  ({ skip }) => {
    skip('no reference data beside the project')
  },
)
