/**
 * What changed between two wordings of a clause, word by word, with whole brackets. Compared by Myers' algorithm ("An O(ND) difference
 * algorithm and its variations", 1986); what is shown is for people, and stands in no state.
 */

import { diffArrays } from 'diff'
import type { Bracketed } from '../brackets/bracketed.ts'
import { tidy } from './tidy.ts'
import { type Comparing, type Marked, type Token, tokensOf } from './tokens.ts'

/** A stretch of what is shown: kept, struck, or put in. */
export type Piece = { readonly is: Marked['is']; readonly text: string }

/** Changes beyond which a clause is shown as written anew: nobody reads so many by word. */
const changesMax = 2_000

function markTokens(before: readonly Token[], after: readonly Token[]): readonly Marked[] {
  let head = 0
  while (head < before.length && head < after.length && before[head]?.key === after[head]?.key) head += 1
  let [oldEnd, newEnd] = [before.length, after.length]
  while (oldEnd > head && newEnd > head && before[oldEnd - 1]?.key === after[newEnd - 1]?.key) {
    oldEnd -= 1
    newEnd -= 1
  }
  const marked: Marked[] = []
  const keep = (old: number, now: number): void => {
    marked.push({ is: 'kept', token: after[now] as Token, was: before[old] as Token })
  }
  for (let at = 0; at < head; at += 1) keep(at, at)
  const [olds, news] = [before.slice(head, oldEnd), after.slice(head, newEnd)]
  const parts =
    olds.length === 0 || news.length === 0
      ? undefined
      : diffArrays(
          olds.map(({ key }) => key),
          news.map(({ key }) => key),
          { maxEditLength: changesMax },
        )
  if (parts === undefined) {
    for (const token of olds) marked.push({ is: 'struck', token })
    for (const token of news) marked.push({ is: 'put', token })
  } else {
    let [old, now] = [head, head]
    for (const { added, removed, count } of parts) {
      for (let step = 0; step < count; step += 1) {
        if (removed) marked.push({ is: 'struck', token: before[old++] as Token })
        else if (added) marked.push({ is: 'put', token: after[now++] as Token })
        else keep(old++, now++)
      }
    }
  }
  for (let step = 0; step < before.length - oldEnd; step += 1) keep(oldEnd + step, newEnd + step)
  return marked
}

/**
 * A clause's redline. TXT-22: without what is struck it is the wording of now, without what is put in that of before (letter by letter,
 * but for vowel signs left out of account). TXT-23, TXT-24: no word is cut, and no bracket stands or falls without its other half.
 */
export function redlineWords(before: Bracketed, after: Bracketed, how: Comparing = {}): readonly Piece[] {
  // Whoever typed the same brackets anew changed no word.
  if (before.words === after.words) return after.words === '' ? [] : [{ is: 'kept', text: after.words }]
  const pieces: { is: Piece['is']; text: string }[] = []
  for (const { is, token } of tidy(markTokens(tokensOf(before, how), tokensOf(after, how)))) {
    const last = pieces.at(-1)
    if (last?.is === is) last.text += token.text
    else pieces.push({ is, text: token.text })
  }
  return pieces
}

/** Whether anything of a clause's words changed. */
export const isChanged = (pieces: readonly Piece[]): boolean => pieces.some(({ is }) => is !== 'kept')
