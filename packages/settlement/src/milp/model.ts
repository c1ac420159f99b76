/** A mixed-integer linear program as text in CPLEX LP format, which HiGHS reads. */

export type Expression = { readonly constant: number; readonly terms: ReadonlyMap<string, number> }

export type MilpRequest = { readonly lp: string; readonly secondsMax: number }

/** `bound`: no feasible point has a larger objective, within the solver's tolerances. */
export type MilpAnswer =
  | {
      readonly status: 'optimal' | 'stopped'
      readonly values: Readonly<Record<string, number>>
      readonly objective: number
      readonly bound: number
    }
  | { readonly status: 'infeasible' }
  /** Stopped before any feasible point was found. */
  | { readonly status: 'unknown'; readonly bound: number }

/** Solves one program, maximising. Rejects on cancellation or failure of the solver. */
export type SolveMilp = (request: MilpRequest) => Promise<MilpAnswer>

export function variable(name: string, factor = 1): Expression {
  return { constant: 0, terms: new Map([[name, factor]]) }
}

export function constant(value: number): Expression {
  return { constant: value, terms: new Map() }
}

export function plus(...expressions: readonly Expression[]): Expression {
  const terms = new Map<string, number>()
  let total = 0
  for (const expression of expressions) {
    total += expression.constant
    for (const [name, factor] of expression.terms) terms.set(name, (terms.get(name) ?? 0) + factor)
  }
  return { constant: total, terms }
}

export function times(expression: Expression, factor: number): Expression {
  const terms = new Map([...expression.terms].map(([name, value]) => [name, value * factor]))
  return { constant: expression.constant * factor, terms }
}

export type Model = {
  /** Adds `expression` at least zero. */
  readonly atLeastZero: (expression: Expression) => void
  readonly equalZero: (expression: Expression) => void
  readonly binary: (name: string) => Expression
  /** A continuous variable; without bounds it is free. */
  readonly real: (name: string, low?: number, high?: number) => Expression
  /** Maximises the objective's terms; its constant is left to the caller. */
  readonly toText: (objective: Expression) => string
  /** A copy to which more can be added. */
  readonly copy: () => Model
}

export function createModel(
  rows: readonly string[] = [],
  bounds: readonly string[] = [],
  binaries: readonly string[] = [],
): Model {
  const ownRows = [...rows]
  const ownBounds = [...bounds]
  const ownBinaries = [...binaries]
  const add = (expression: Expression, relation: string): void => {
    const body = expression.terms.size === 0 ? '0 unused' : termsToText(expression)
    ownRows.push(` r${ownRows.length}: ${body} ${relation} ${-expression.constant}`)
  }
  return {
    atLeastZero: expression => add(expression, '>='),
    equalZero: expression => add(expression, '='),
    binary: name => {
      ownBinaries.push(name)
      return variable(name)
    },
    real: (name, low, high) => {
      ownBounds.push(
        low === undefined || high === undefined ? ` ${name} free` : ` ${low} <= ${name} <= ${high}`,
      )
      return variable(name)
    },
    toText: objective =>
      [
        'Maximize',
        ` goal: ${objective.terms.size === 0 ? '0 unused' : termsToText(objective)}`,
        'Subject To',
        ...ownRows,
        'Bounds',
        ' 0 <= unused <= 0',
        ...ownBounds,
        ...(ownBinaries.length > 0 ? ['Binary', ...ownBinaries.map(name => ` ${name}`)] : []),
        'End',
        '',
      ].join('\n'),
    copy: () => createModel(ownRows, ownBounds, ownBinaries),
  }
}

function termsToText({ terms }: Expression): string {
  return [...terms].map(([name, factor]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`).join(' ')
}
