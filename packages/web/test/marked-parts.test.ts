/** Marks on a text that is being written. */

import type { Marking, Part, PartId } from '@goodoffices/core'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editParts, markRange, readParts } from '../src/areas/message/marked-parts.ts'

const part = (from: number, to: number, marking: Marking = 'nothing'): Part => ({
  part: `part-${from}` as PartId,
  from,
  to,
  marking,
})
const wordsOf = (text: string, parts: readonly Part[]) => parts.map(({ from, to }) => text.slice(from, to))
const text = 'One sentence. A secret one. A third.'
const secret = [part(14, 27)]

const edited = (next: string) => wordsOf(next, editParts(secret, text, next))

describe('marks on words that are being written', () => {
  it('MSG-5 move along with what is written before them, and keep what is written within', () => {
    expect(edited('Only one sentence. A secret one. A third.')).toEqual(['A secret one.'])
    expect(edited('A secret one. A third.')).toEqual(['A secret one.'])
    expect(edited('One sentence. A great secret one. A third.')).toEqual(['A great secret one.'])
    expect(edited('One sentence. A secret one. Two. A third.')).toEqual(['A secret one.'])
    expect(edited('One sentence.')).toEqual([])
  })

  it('law: what was marked and is still written stays marked, and no mark lies over another', () => {
    const place = fc.nat({ max: text.length })
    fc.assert(
      fc.property(place, place, fc.string({ maxLength: 9 }), (a, b, put) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const next = text.slice(0, from) + put + text.slice(to)
        const parts = editParts([part(0, 3), ...secret, part(30, 35)], text, next)
        const letters = parts.flatMap(each =>
          Array.from({ length: each.to - each.from }, (_, n) => each.from + n),
        )
        expect(new Set(letters).size).toBe(letters.length)
        expect(letters.every(at => at < next.length)).toBe(true)
        const kept = 3 + (27 - 14) + (35 - 30)
        expect(letters.length).toBeGreaterThanOrEqual(kept - (to - from))
      }),
    )
  })

  it('a range is marked anew, whatever it lies over, or is like the rest', () => {
    const over = markRange(secret, { from: 20, to: 30 }, 'verbatim')
    expect(over.map(({ from, to, marking }) => [from, to, marking])).toEqual([
      [14, 20, 'nothing'],
      [20, 30, 'verbatim'],
    ])
    const within = markRange(secret, { from: 16, to: 22 }, undefined)
    expect(wordsOf(text, within)).toEqual(['A ', ' one.'])
    expect(new Set(within.map(each => each.part)).size).toBe(2)
  })

  it('what was kept is read again; nothing of it where it does not fit the words, or is none', () => {
    expect(readParts(JSON.stringify(secret), text)).toEqual(secret)
    for (const kept of ['', '{', 'null', JSON.stringify([part(30, 99)])])
      expect(readParts(kept, text)).toEqual([])
  })
})
