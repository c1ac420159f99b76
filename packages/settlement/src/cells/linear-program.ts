/**
 * Small linear programs in exact numbers: maximise c·x subject to A·x ≤ b, x ≥ 0. The simplex method on a
 * tableau of whole numbers over one common denominator (Edmonds 1967: every division comes out even), with
 * Bland's rule (1977), under which it always ends.
 */

import { lcm, type Rational, rational } from '../rational.ts'

export type LinearProgram = {
  readonly objective: readonly Rational[]
  readonly rows: readonly LinearRow[]
}

/** Σ coefficients · x is at most `atMost`. */
export type LinearRow = { readonly coefficients: readonly Rational[]; readonly atMost: Rational }

export type LinearAnswer =
  | { readonly status: 'optimal'; readonly value: Rational; readonly at: readonly Rational[] }
  | { readonly status: 'infeasible' }
  | { readonly status: 'unbounded' }

/** Entries are `cells / den`. Column 0 is the right-hand side; row 0 is the objective, negated. */
type Tableau = {
  readonly cells: bigint[][]
  den: bigint
  /** The variable of each column from 1 on, and of each row from 1 on; slack of row r is variable n + r. */
  readonly columns: number[]
  readonly basis: number[]
}

export function maximize({ objective, rows }: LinearProgram): LinearAnswer {
  const n = objective.length
  const goal = toWhole([rational(0), ...objective])
  const tableau: Tableau = {
    cells: [
      goal.whole.map(value => -value),
      ...rows.map(({ coefficients, atMost }) => toWhole([atMost, ...coefficients]).whole),
    ],
    den: 1n,
    columns: objective.map((_, j) => j + 1),
    basis: rows.map((_, r) => n + 1 + r),
  }
  if (!makeFeasible(tableau)) return { status: 'infeasible' }
  if (!climb(tableau, 0)) return { status: 'unbounded' }
  const at = objective.map(() => rational(0))
  tableau.basis.forEach((variable, r) => {
    if (variable <= n) at[variable - 1] = rational(cell(tableau, r + 1, 0), tableau.den)
  })
  return { status: 'optimal', value: rational(cell(tableau, 0, 0), tableau.den * goal.factor), at }
}

/** The numbers times the least positive whole number that makes them all whole. */
function toWhole(values: readonly Rational[]): { readonly whole: bigint[]; readonly factor: bigint } {
  const factor = values.reduce((den, value) => lcm(den, value.den), 1n)
  return { whole: values.map(value => value.num * (factor / value.den)), factor }
}

function cell({ cells }: Tableau, row: number, column: number): bigint {
  return cells[row]?.[column] ?? 0n
}

/** Exchanges the variable of a row with that of a column. */
function pivot(tableau: Tableau, row: number, column: number): void {
  const { cells, den, columns, basis } = tableau
  const own = cells[row] as bigint[]
  const at = own[column] as bigint
  cells.forEach((other, i) => {
    if (i === row) return
    const factor = other[column] as bigint
    for (let j = 0; j < other.length; j++) {
      if (j !== column) other[j] = (at * (other[j] as bigint) - factor * (own[j] as bigint)) / den
    }
    other[column] = -factor
  })
  own[column] = den
  tableau.den = at
  if (at < 0n) {
    tableau.den = -at
    for (const line of cells) for (let j = 0; j < line.length; j++) line[j] = -(line[j] as bigint)
  }
  const leaving = basis[row - 1] as number
  basis[row - 1] = columns[column - 1] as number
  columns[column - 1] = leaving
}

/** Raises the objective of row `goal` until nothing raises it further; false when nothing limits it. */
function climb(tableau: Tableau, goal: number): boolean {
  for (;;) {
    let column = 0
    tableau.columns.forEach((variable, j) => {
      if (cell(tableau, goal, j + 1) >= 0n) return
      if (column === 0 || variable < (tableau.columns[column - 1] as number)) column = j + 1
    })
    if (column === 0) return true
    let row = 0
    for (let r = 1; r <= tableau.basis.length; r++) {
      const slope = cell(tableau, r, column)
      if (slope <= 0n) continue
      const order =
        row === 0 ? -1n : cell(tableau, r, 0) * cell(tableau, row, column) - cell(tableau, row, 0) * slope
      const isEarlier = (tableau.basis[r - 1] as number) < (tableau.basis[row - 1] ?? Infinity)
      if (order < 0n || (order === 0n && isEarlier)) row = r
    }
    if (row === 0) return false
    pivot(tableau, row, column)
  }
}

/** The first phase: with an artificial variable that lets every row give way, driven back to zero. */
function makeFeasible(tableau: Tableau): boolean {
  const { cells, columns, basis } = tableau
  let worst = 0
  for (let r = 1; r <= basis.length; r++) {
    if (cell(tableau, r, 0) < 0n && (worst === 0 || cell(tableau, r, 0) < cell(tableau, worst, 0))) worst = r
  }
  if (worst === 0) return true
  const artificial = 0
  cells.forEach((line, r) => line.push(r === 0 ? 0n : -1n))
  columns.push(artificial)
  const phase = Array.from({ length: columns.length + 1 }, () => 0n)
  phase[columns.length] = 1n
  cells.push(phase)
  pivot(tableau, worst, columns.length)
  climb(tableau, cells.length - 1)
  const reached = cell(tableau, cells.length - 1, 0)
  cells.pop()
  if (reached < 0n) return false
  const stuck = basis.indexOf(artificial) + 1
  if (stuck > 0) {
    const column = columns.findIndex((_, j) => cell(tableau, stuck, j + 1) !== 0n) + 1
    pivot(tableau, stuck, column)
  }
  const gone = columns.indexOf(artificial)
  columns.splice(gone, 1)
  for (const line of cells) line.splice(gone + 1, 1)
  return true
}
