/**
 * FACT-10: one figure stated two ways: the same numbers, and how each of the two is made of them. `sum(3, 3.5, 7) = compound(3, 3.5, 7)`.
 * There is no mean and no middle among the ways: nothing here makes one figure of two.
 */

/** `compound`: increases in percent, one upon the other. `quotient`: the first by the second, and so on. */
export const ways = ['sum', 'compound', 'product', 'quotient'] as const
export type Way = (typeof ways)[number]

export type Formula = {
  /** Decimals as they were written, at least two. */
  readonly values: readonly string[]
  readonly first: Way
  readonly second: Way
}

const valuesMax = 50
const sidePattern = /^\s*(\w+)\s*\(([^()]*)\)\s*$/
const decimalPattern = /^-?\d{1,30}(?:\.\d{1,30})?$/

function readSide(text: string): { readonly way: Way; readonly values: readonly string[] } | undefined {
  const [, name, list = ''] = sidePattern.exec(text) ?? []
  const way = ways.find(each => each === name)
  const values = list.split(',').map(value => value.trim())
  const isRight =
    values.length > 1 && values.length <= valuesMax && values.every(value => decimalPattern.test(value))
  return way === undefined || !isRight ? undefined : { way, values }
}

/** Undefined for what is none: two different ways, both of the very same numbers in the same order. */
export function readFormula(text: string): Formula | undefined {
  const [left = '', right = '', ...more] = text.split('=')
  const [first, second] = [readSide(left), readSide(right)]
  if (more.length > 0 || first === undefined || second === undefined || first.way === second.way)
    return undefined
  const isSame =
    first.values.length === second.values.length &&
    first.values.every((value, at) => value === second.values[at])
  return isSame ? { values: first.values, first: first.way, second: second.way } : undefined
}

export const writeFormula = ({ values, first, second }: Formula): string =>
  `${first}(${values.join(', ')}) = ${second}(${values.join(', ')})`

/** What stands in a sentence of refusal as an example. */
export const formulaExample = writeFormula({
  values: ['3', '3.5', '7', '4', '4.5'],
  first: 'sum',
  second: 'compound',
})
