import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cases, casesMissing, hasCases, run } from './run.ts'

type Best = {
  readonly utilities: readonly number[]
  readonly package: Readonly<Record<string, string>>
  readonly ties: number
}
type Reference = {
  readonly name: string
  readonly outcomes: number
  readonly files: readonly string[]
  readonly exact_pareto_distinct_points_all_outcomes?: number
  readonly exact_pareto_distinct_points_rational_outcomes?: number | null
  readonly pareto_distinct_points_float64: number
  readonly nash: Best & { readonly product: number }
  readonly kalai_smorodinsky_maxmin_ratio: Best & { readonly min_ratio: number }
  readonly egalitarian_leximin: Best & { readonly min_gain: number }
  readonly max_sum: Best & { readonly sum: number }
}
type Point = {
  readonly utilities: readonly string[]
  readonly package: Readonly<Record<string, string>>
  readonly ties: string
}
type Solution = { readonly value: string; readonly packages: readonly Point[] }
type Output = {
  readonly outcomes: string
  readonly parties: readonly string[]
  readonly zoneOfAgreement: boolean
  readonly frontier: readonly Point[]
  readonly solutions: Readonly<Record<'nash' | 'kalaiSmorodinsky' | 'egalitarian' | 'utilitarian', Solution>>
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(cases, file), 'utf8'))
}

/** The reference figures are rounded at 12 places. */
const places = 11

async function settle(args: readonly string[]): Promise<Output> {
  const { code, out, err } = await run(['settle', ...args, '--json'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out) as Output
}

/** The reference counts ties in float64 sums and so misses some that are exact, never the other way round. */
function expectBest(solution: Solution, best: Best, value: number): void {
  expect(Number(solution.value)).toBeCloseTo(value, places)
  expect(solution.packages.length).toBeGreaterThanOrEqual(best.ties)
  const same = solution.packages.find(each => JSON.stringify(each.package) === JSON.stringify(best.package))
  expect(same?.utilities.map(Number)).toEqual(best.utilities.map(utility => expect.closeTo(utility, places)))
}

describe.runIf(hasCases)('published domains agree with an independent brute force', () => {
  for (const reference of hasCases ? (read('domains_reference.json') as readonly Reference[]) : []) {
    test(reference.name, async () => {
      const output = await settle(reference.files.map(file => join(cases, 'domains', reference.name, file)))
      expect(output.outcomes).toBe(String(reference.outcomes))
      expect(output.zoneOfAgreement).toBe(true)
      const points =
        reference.exact_pareto_distinct_points_rational_outcomes ??
        reference.exact_pareto_distinct_points_all_outcomes ??
        reference.pareto_distinct_points_float64
      expect(output.frontier).toHaveLength(points)
      const first = output.frontier.map(point => Number(point.utilities[0]))
      expect(first).toEqual(first.toSorted((a, b) => a - b))
      expectBest(output.solutions.nash, reference.nash, reference.nash.product)
      expectBest(
        output.solutions.kalaiSmorodinsky,
        reference.kalai_smorodinsky_maxmin_ratio,
        reference.kalai_smorodinsky_maxmin_ratio.min_ratio,
      )
      expectBest(
        output.solutions.egalitarian,
        reference.egalitarian_leximin,
        reference.egalitarian_leximin.min_gain,
      )
      expectBest(output.solutions.utilitarian, reference.max_sum, reference.max_sum.sum)
    })
  }

  type Special = {
    readonly size: number
    readonly nash: { readonly utility: readonly number[] }
    readonly pareto_front: readonly { readonly utility: readonly number[] }[]
  }

  test.for(['domain00', 'domain08'])('GeniusWeb %s, its folder as published', async name => {
    const folder = join(cases, 'domains', 'geniusweb_anl2022', name)
    const special = read(join('domains', 'geniusweb_anl2022', name, 'specials.json')) as Special
    const output = await settle([folder])
    expect(output.outcomes).toBe(String(special.size))
    expect(output.frontier).toHaveLength(special.pareto_front.length)
    output.frontier.forEach((point, i) => {
      point.utilities.forEach((utility, p) => {
        expect(Number(utility)).toBeCloseTo(special.pareto_front[i]?.utility[p] ?? Number.NaN, 9)
      })
    })
    output.solutions.nash.packages[0]?.utilities.forEach((utility, p) => {
      expect(Number(utility)).toBeCloseTo(special.nash.utility[p] ?? Number.NaN, 9)
    })
  })

  test('NegMAS folders say what GENIUS says where they mean the same', async () => {
    const yaml = await settle([join(cases, 'domains', 'Laptop_negmas_yaml')])
    // The same weights over evaluations that NegMAS does not divide by the largest.
    expect(yaml.solutions.nash.packages[0]?.package).toEqual({
      Laptop: 'Macintosh',
      Harddisk: '60 Gb',
      'External Monitor': "19'' LCD",
    })
    expect(yaml.solutions.nash.packages[0]?.utilities.map(Number)).toEqual([
      expect.closeTo(25.549428353496992, 10),
      expect.closeTo(16.213247442421853, 10),
    ])
    const integers = await settle([join(cases, 'domains', 'IntegerDomain_negmas_yaml')])
    expect(integers.outcomes).toBe('121')
  })
})

test.runIf(!hasCases)(`reference domains: skipped, ${casesMissing}`, ({ skip }) => {
  skip(casesMissing)
})
