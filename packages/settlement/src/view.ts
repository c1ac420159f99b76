/** The efficient rows of a compiled problem as plain floats, for choosing where to search. */

import { type Compiled, writePicks } from './blocks.ts'
import type { Rows } from './merge.ts'
import type { Package, Pick } from './package.ts'
import { add, multiply, type Rational, rational } from './rational.ts'
import { approximateTotal, readTotal } from './rows.ts'

/** Efficient rows of each block as floats, party by party. */
export type View = {
  readonly parties: number
  /** Largest total per party, and the same with one in place of zero, to divide by. */
  readonly heights: Float64Array
  readonly ranges: Float64Array
  readonly blocks: readonly { readonly rows: Float64Array; readonly count: number }[]
}

export function viewBlocks(compiled: Compiled): View {
  const { parties, limbs } = compiled
  const ranges = new Float64Array(parties)
  const blocks = compiled.blocks.map(block => {
    const rows = new Float64Array(block.efficient.length * parties)
    const most = new Float64Array(parties)
    block.efficient.forEach((from, row) => {
      for (let p = 0; p < parties; p++) {
        const total = approximateTotal(block.rows, (from * parties + p) * limbs, limbs)
        rows[row * parties + p] = total
        if (total > (most[p] as number)) most[p] = total
      }
    })
    most.forEach((value, p) => {
      ranges[p] = (ranges[p] as number) + value
    })
    return { rows, count: block.efficient.length }
  })
  return { parties, heights: ranges, ranges: ranges.map(range => Math.max(range, 1)), blocks }
}

export function totalsOf(view: View, choice: Int32Array): Float64Array {
  const totals = new Float64Array(view.parties)
  view.blocks.forEach((block, b) => {
    for (let p = 0; p < view.parties; p++) {
      totals[p] = (totals[p] as number) + (block.rows[(choice[b] as number) * view.parties + p] as number)
    }
  })
  return totals
}

/** Best weighted sum, with the row chosen in each block. */
export function heaviest(view: View, weights: Float64Array, choice?: Int32Array): number {
  const { parties } = view
  let total = 0
  for (let b = 0; b < view.blocks.length; b++) {
    const { rows, count } = view.blocks[b] as View['blocks'][number]
    let most = -1
    let at = 0
    for (let row = 0; row < count; row++) {
      let sum = 0
      for (let p = 0; p < parties; p++) sum += (weights[p] as number) * (rows[row * parties + p] as number)
      if (sum > most) {
        most = sum
        at = row
      }
    }
    total += Math.max(most, 0)
    if (choice !== undefined) choice[b] = at
  }
  return total
}

/** What the package behind a row number per block gives, exactly. */
export function choiceToUtilities(compiled: Compiled, choice: Int32Array): Rational[] {
  return compiled.blocks.reduce<Rational[]>(
    (total, block, b) => {
      const row = block.efficient[choice[b] as number] as number
      return total.map((utility, p) => add(utility, rowUtility(compiled, block, row, p)))
    },
    [...compiled.bases],
  )
}

function rowUtility({ units, parties, limbs }: Compiled, { rows }: Rows, row: number, p: number): Rational {
  return multiply(units[p] as Rational, rational(readTotal(rows, (row * parties + p) * limbs, limbs)))
}

/** The package behind a row number per block. */
export function choiceToPackage(compiled: Compiled, choice: Int32Array): Package {
  const picks: Pick[] = []
  compiled.blocks.forEach((block, b) => {
    writePicks(compiled, block, { row: block.efficient[choice[b] as number] as number, member: 0 }, picks)
  })
  return picks
}
