/** FACT-10: whether two figures are the same stated two ways: by a formula, exactly, and by nothing else. */

import {
  type Figure,
  type ItemId,
  type RegisterItem,
  type RoomState,
  standingOf,
  type Version,
} from '@goodoffices/core'
import { fail, ok, type Result } from '../../result.ts'
import { type Formula, formulaExample, readFormula, type Way } from './formula.ts'

/** One of the two: the figure as it was given, how it was stated, and what the numbers come to before they are rounded to its places. */
export type StatedSide = {
  readonly version: ItemId
  readonly figure: Figure
  readonly way: Way
  /** A decimal; of what never ends, with six places. */
  readonly exact: string
}
export type SameFigure = {
  readonly values: readonly string[]
  readonly sides: readonly [StatedSide, StatedSide]
}

/** The engine, loaded when two figures are first held against each other. */
const engine = () => import('@goodoffices/settlement/rational')
type Engine = Awaited<ReturnType<typeof engine>>
type Rational = ReturnType<Engine['add']>

const placesOfEndless = 6

const numberOf = (figure: Figure | undefined): string | undefined =>
  figure !== undefined && 'value' in figure ? figure.value : undefined

const placesOf = (decimal: string): number => decimal.split('.')[1]?.length ?? 0

/** Undefined where it divides by nothing. */
function workOut(
  { add, divide, multiply, ONE, rational, subtract, sum, ZERO }: Engine,
  way: Way,
  values: readonly Rational[],
): Rational | undefined {
  const hundred = rational(100n)
  switch (way) {
    case 'sum':
      return sum(values)
    case 'product':
      return values.reduce(multiply, ONE)
    case 'compound': {
      const grown = values.reduce((total, value) => multiply(total, add(ONE, divide(value, hundred))), ONE)
      return multiply(subtract(grown, ONE), hundred)
    }
    case 'quotient': {
      const [first = ZERO, ...others] = values
      return others.some(({ num }) => num === 0n) ? undefined : others.reduce(divide, first)
    }
    default:
      return way satisfies never
  }
}

type Compared = { readonly one: RegisterItem; readonly other: RegisterItem }

/**
 * Both figures as the formula gives them, each rounded to the places in which it was given. Fails with `formula-unfit`; `no-figure` of a
 * version without one number; `figures-differ` with both results and what stands there.
 */
export async function proveSame(text: string, { one, other }: Compared): Promise<Result<SameFigure>> {
  const formula = readFormula(text)
  if (formula === undefined) return fail('formula-unfit', { formula: text, example: formulaExample })
  const figures = [one, other].map(version => standingOf(version as unknown as Version).fields.figure)
  const [given, wanted] = figures.map(numberOf)
  const [figure, otherFigure] = figures
  if (given === undefined || wanted === undefined || figure === undefined || otherFigure === undefined)
    return fail('no-figure')
  const found = await resultsOf(formula, [given, wanted])
  if (found === undefined) return fail('formula-unfit', { formula: text, example: formulaExample })
  const [first, second] = found
  if (first.rounded !== first.given || second.rounded !== second.given)
    return fail('figures-differ', { first: first.rounded, second: second.rounded, one: given, other: wanted })
  return ok({
    values: formula.values,
    sides: [
      { version: one.item, figure, way: formula.first, exact: first.exact },
      { version: other.item, figure: otherFigure, way: formula.second, exact: second.exact },
    ],
  })
}

type Found = { readonly exact: string; readonly rounded: string; readonly given: string }

async function resultsOf(
  { values, first, second }: Formula,
  given: readonly [string, string],
): Promise<readonly [Found, Found] | undefined> {
  const rational = await engine()
  const { parseRational, toDecimal } = rational
  const read = values.flatMap(value => parseRational(value) ?? [])
  const found = [first, second].map((way, at): Found | undefined => {
    const result = workOut(rational, way, read)
    const places = placesOf(given[at] ?? '')
    const standing = parseRational(given[at] ?? '')
    if (result === undefined || standing === undefined) return undefined
    return {
      exact: toDecimal(result) ?? toDecimal(result, placesOfEndless),
      rounded: toDecimal(result, places),
      given: toDecimal(standing, places),
    }
  })
  const [one, other] = found
  return one === undefined || other === undefined ? undefined : [one, other]
}

/** Every pair of versions of a matter that somebody said is one figure, and that is proved to be: what is not proved is not said. */
export async function sameFiguresIn(
  { items }: Pick<RoomState, 'items'>,
  versions: readonly RegisterItem[],
): Promise<readonly SameFigure[]> {
  const said = versions.flatMap(one =>
    one.marks
      .filter(({ verb, lapsed }) => verb === 'same-stated' && lapsed === undefined)
      .map(({ evidence = [], note = '' }) => ({ one, other: items[evidence[0] as ItemId], formula: note })),
  )
  const proved = await Promise.all(
    said.map(async ({ one, other, formula }) =>
      other?.register === 'version' ? await proveSame(formula, { one, other }) : undefined,
    ),
  )
  return proved.flatMap(each => (each?.ok === true ? [each.value] : []))
}
