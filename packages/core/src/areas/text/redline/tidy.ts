/** A redline as people read it: a sentence that was written anew comes out as two, and not as sixty bits. */

import { hasWord } from '../words.ts'
import type { Marked } from './tokens.ts'

/** Kept words between two changes that are so many times longer are part of them. */
const longerBy = 4

type Stretch = { readonly kept: boolean; readonly tokens: readonly Marked[]; readonly words: number }

function stretchesOf(marked: readonly Marked[]): readonly Stretch[] {
  const stretches: { kept: boolean; tokens: Marked[]; words: number }[] = []
  for (const each of marked) {
    const kept = each.is === 'kept'
    let last = stretches.at(-1)
    if (last?.kept !== kept) {
      last = { kept, tokens: [], words: 0 }
      stretches.push(last)
    }
    last.tokens.push(each)
    if (hasWord(each.token.text)) last.words += 1
  }
  return stretches
}

const asChanged = ({ is, token, was }: Marked): readonly Marked[] =>
  is === 'kept'
    ? [
        { is: 'struck', token: was ?? token },
        { is: 'put', token },
      ]
    : [{ is, token }]

/** Strikes and puts in whole what is kept of a bracket whose other half is not. */
function wholeBrackets(marked: readonly Marked[]): readonly Marked[] {
  const halves = new Map<string, number>()
  for (const { is, token } of marked) {
    if (is === 'kept' && token.pair !== undefined) halves.set(token.pair, (halves.get(token.pair) ?? 0) + 1)
  }
  return marked.flatMap(each => {
    const isHalf = each.is === 'kept' && each.token.pair !== undefined && halves.get(each.token.pair) !== 2
    return isHalf ? asChanged(each) : [each]
  })
}

const isSpace = ({ token }: Marked): boolean => token.pair === undefined && token.text.trim() === ''

/** White space that both wordings have at this place. */
function keepSpace(old: Marked | undefined, now: Marked | undefined): readonly Marked[] {
  if (old === undefined || now === undefined || !isSpace(old) || !isSpace(now)) return []
  return old.token.key === now.token.key ? [{ is: 'kept', token: now.token, was: old.token }] : []
}

/** What is struck before what is put in, between two kept stretches. */
function sortChange(tokens: readonly Marked[]): readonly Marked[] {
  const struck = tokens.filter(({ is }) => is === 'struck')
  const put = tokens.filter(({ is }) => is === 'put')
  const head = keepSpace(struck[0], put[0])
  const [olds, news] = [struck.slice(head.length), put.slice(head.length)]
  const tail = keepSpace(olds.at(-1), news.at(-1))
  return [
    ...head,
    ...olds.slice(0, olds.length - tail.length),
    ...news.slice(0, news.length - tail.length),
    ...tail,
  ]
}

export function tidy(marked: readonly Marked[]): readonly Marked[] {
  const stretches = stretchesOf(wholeBrackets(marked))
  const joined: Marked[][] = []
  let change: Marked[] | undefined
  stretches.forEach((stretch, index) => {
    if (!stretch.kept) {
      if (change === undefined) joined.push((change = []))
      change.push(...stretch.tokens)
      return
    }
    const [before, after] = [stretches[index - 1], stretches[index + 1]]
    const isBetween = before !== undefined && after !== undefined
    const hasBracket = stretch.tokens.some(({ token }) => token.pair !== undefined)
    const isSmall = isBetween && stretch.words * longerBy <= Math.min(before.words, after.words)
    if (change !== undefined && isBetween && !hasBracket && (stretch.words === 0 || isSmall)) {
      change.push(...stretch.tokens.flatMap(asChanged))
      return
    }
    change = undefined
    joined.push([...stretch.tokens])
  })
  return joined.flatMap(tokens => (tokens.some(({ is }) => is !== 'kept') ? sortChange(tokens) : tokens))
}
