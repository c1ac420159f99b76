/** Words with the ids of the choices in them. The words are what is typed, brackets and all; ids stand beside them, in reading order. */

import type { Id } from '../../../ids.ts'
import { choicesIn, type Reading, readBrackets } from './read.ts'

export type ClauseId = Id<'clause'>
export type BracketId = Id<'bracket'>
/** A wording that a bracket holds. */
export type AlternativeId = Id<'alternative'>

/** What the wordings of a bracket are to each other: one of them will stand, each may, or nobody said. */
export type Relation = 'one' | 'each' | 'unsaid'
export type ChoiceIds = {
  readonly bracket: BracketId
  readonly meant: Relation
  readonly options: readonly AlternativeId[]
}
export type Bracketed = { readonly words: string; readonly choices: readonly ChoiceIds[] }

/** Whether the ids fit the words: one for each choice and each of its options. Slashes always mean one of them (TXT-4). */
export function fitsWords({ words, choices }: Bracketed, { nodes }: Reading = readBrackets(words)): boolean {
  const read = choicesIn(nodes)
  const named = choices.flatMap(({ bracket, options }) => [bracket, ...options])
  return (
    read.length === choices.length &&
    new Set<string>(named).size === named.length &&
    read.every(({ form, options }, index) => {
      const ids = choices[index]
      return ids?.options.length === options.length && (form === 'adjacent' || ids.meant === 'one')
    })
  )
}

/** How many choices some words leave open, how many wordings they are between, how deep they stand, and how many blanks there are. */
export type OpenCount = {
  readonly choices: number
  readonly options: number
  readonly depth: number
  readonly blanks: number
}

/** What stands for words that are yet to come: `[…]`, `[X]`, `[__]`, `[ ]`. */
const blank = /^\s*(?:…|\.{3}|[xyz]|_+)?\s*$/i
/** Said in a bracket that nothing should stand there. */
const noText = /^\s*(?:no text|pas de texte|sin texto|لا نص|بدون نص|بدون متن)\s*$/i

export type OptionSense = 'words' | 'no-text' | 'blank'

/** What an option is, by its words: an empty one among others is a wish for nothing. */
export function senseOfOption(words: string, isAlone: boolean): OptionSense {
  if (noText.test(words)) return 'no-text'
  if (words.trim() === '') return isAlone ? 'blank' : 'no-text'
  return isAlone && blank.test(words) ? 'blank' : 'words'
}

/** TXT: what a draft counts, so that one may watch it fall. Blanks are no choices: nobody stands against anybody. */
export function countOpen(words: string, { nodes }: Reading = readBrackets(words)): OpenCount {
  let [choices, options, blanks, depth] = [0, 0, 0, 0]
  const count = (list: Reading['nodes'], deep: number): void => {
    for (const node of list) {
      if (!('options' in node)) continue
      const isAlone = node.options.length === 1
      const [first] = node.options
      depth = Math.max(depth, deep)
      if (
        isAlone &&
        first !== undefined &&
        senseOfOption(words.slice(first.from, first.to), true) === 'blank'
      ) {
        blanks += 1
      } else {
        choices += 1
        options += node.options.length
      }
      for (const { inside } of node.options) count(inside, deep + 1)
    }
  }
  count(nodes, 1)
  return { choices, options, depth, blanks }
}
