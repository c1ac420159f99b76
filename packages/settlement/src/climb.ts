/** Local search for a good package. */

import { type Goal, scoreOf } from './goal.ts'
import { totalsOf, type View } from './view.ts'

const pairMovesMax = 2_000_000

/** Changes one block, then two at a time, while that helps. */
export function makeClimb(view: View, goal: Goal) {
  const { parties, blocks } = view
  return (start: Int32Array, consider: (choice: Int32Array) => void): void => {
    const choice = Int32Array.from(start)
    const totals = totalsOf(view, choice)
    let value = scoreOf(goal, totals)
    const trial = new Float64Array(parties)
    const shifted = (base: Float64Array, b: number, row: number, out: Float64Array): void => {
      const rows = (blocks[b] as View['blocks'][number]).rows
      const old = choice[b] as number
      for (let p = 0; p < parties; p++) {
        out[p] =
          (base[p] as number) + (rows[row * parties + p] as number) - (rows[old * parties + p] as number)
      }
    }
    /** The totals are added up anew: differences of floats drift, and a climb by rounding would never end. */
    const accept = (moves: readonly (readonly [block: number, row: number])[]): boolean => {
      const before = moves.map(([b]) => choice[b] as number)
      for (const [b, row] of moves) choice[b] = row
      const anew = totalsOf(view, choice)
      const score = scoreOf(goal, anew)
      if (score > value) {
        totals.set(anew)
        value = score
        return true
      }
      moves.forEach(([b], i) => {
        choice[b] = before[i] as number
      })
      return false
    }
    const single = (): boolean => {
      let moved = false
      for (let b = 0; b < blocks.length; b++) {
        for (let row = 0; row < (blocks[b] as View['blocks'][number]).count; row++) {
          if (row === choice[b]) continue
          shifted(totals, b, row, trial)
          const score = scoreOf(goal, trial)
          if (score > value && accept([[b, row]])) moved = true
        }
      }
      return moved
    }
    let moves = 0
    const between = new Float64Array(parties)
    const pair = (): boolean => {
      for (let b = 0; b < blocks.length; b++) {
        for (let row = 0; row < (blocks[b] as View['blocks'][number]).count; row++) {
          shifted(totals, b, row, between)
          for (let c = b + 1; c < blocks.length; c++) {
            const count = (blocks[c] as View['blocks'][number]).count
            for (let other = 0; other < count; other++) {
              if (++moves > pairMovesMax) return false
              shifted(between, c, other, trial)
              const score = scoreOf(goal, trial)
              const isClear = score > value + Math.abs(value) * 1e-13
              const both = [
                [b, row],
                [c, other],
              ] as const
              if (isClear && accept(both)) return true
            }
          }
        }
      }
      return false
    }
    do {
      while (single());
    } while (pair())
    consider(choice)
  }
}
