/** The slow second way to solve a linear program with a bounded feasible set: try every vertex. */

import type { LinearProgram } from '../src/cells/linear-program.ts'
import { compare, multiply, type Rational, rational, sum } from '../src/index.ts'

export function dot(a: readonly Rational[], b: readonly Rational[]): Rational {
  return sum(a.map((value, i) => multiply(value, b[i] as Rational)))
}

/** Solves a square system by elimination; undefined when it is singular. */
function solve(rows: readonly (readonly Rational[])[], right: readonly Rational[]): Rational[] | undefined {
  const n = rows.length
  const work = rows.map((row, i) => [...row, right[i] as Rational])
  for (let c = 0; c < n; c++) {
    const p = work.findIndex((row, i) => i >= c && (row[c] as Rational).num !== 0n)
    if (p < 0) return undefined
    ;[work[c], work[p]] = [work[p] as Rational[], work[c] as Rational[]]
    const own = work[c] as Rational[]
    const head = own[c] as Rational
    const inverse = rational(head.den, head.num)
    own.forEach((value, j) => {
      own[j] = multiply(value, inverse)
    })
    work.forEach((row, i) => {
      if (i === c) return
      const factor = row[c] as Rational
      row.forEach((value, j) => {
        row[j] = sum([value, multiply({ num: -factor.num, den: factor.den }, own[j] as Rational)])
      })
    })
  }
  return work.map(row => row[n] as Rational)
}

/** The best of all vertices, each n of the rows and axes met with equality; undefined where there are none. */
export function bestVertex({ objective, rows }: LinearProgram): Rational | undefined {
  const n = objective.length
  const axes = objective.map((_, j) => ({
    coefficients: objective.map((_, k) => rational(j === k ? -1 : 0)),
    atMost: rational(0),
  }))
  const all = [...rows, ...axes]
  let best: Rational | undefined
  const visit = (from: number, chosen: readonly number[]): void => {
    if (chosen.length === n) {
      const at = solve(
        chosen.map(i => all[i]?.coefficients ?? []),
        chosen.map(i => all[i]?.atMost ?? rational(0)),
      )
      if (at === undefined || all.some(row => compare(dot(row.coefficients, at), row.atMost) > 0)) return
      const value = dot(objective, at)
      if (best === undefined || compare(value, best) > 0) best = value
      return
    }
    for (let i = from; i < all.length; i++) visit(i + 1, [...chosen, i])
  }
  visit(0, [])
  return best
}
