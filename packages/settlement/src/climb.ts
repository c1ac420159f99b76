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
    const accept = (to: Float64Array, score: number): void => {
      totals.set(to)
      value = score
    }
    const single = (): boolean => {
      let moved = false
      for (let b = 0; b < blocks.length; b++) {
        for (let row = 0; row < (blocks[b] as View['blocks'][number]).count; row++) {
          if (row === choice[b]) continue
          shifted(totals, b, row, trial)
          const score = scoreOf(goal, trial)
          if (score > value) {
            choice[b] = row
            accept(trial, score)
            moved = true
          }
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
              if (score > value + Math.abs(value) * 1e-13) {
                choice[b] = row
                choice[c] = other
                accept(trial, score)
                return true
              }
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
