/** What mediators do with a choice without typing: make it, or put two wordings side by side as one. */

import type { AlternativeId, Bracketed, BracketId } from './bracketed.ts'
import { type Fresh, type Kept, keepIds } from './keep.ts'
import { type Choice, choicesIn, isChoice, readBrackets } from './read.ts'
import { sharedEnds } from './shared.ts'

/** Words without a stretch, and without the white space that would stand there twice or before a full stop. */
function leaveOut(words: string, from: number, to: number): string {
  const [before, after] = [words.slice(0, from), words.slice(to)]
  const isSpaced = /\s$/.test(before)
  if (isSpaced && /^\s/.test(after)) return before + after.slice(1)
  return (isSpaced && /^(?:[.,،۔]|$)/.test(after) ? before.replace(/\s+$/, '') : before) + after
}

/** Words between others, without white space that stands there already. */
function joinSpaced(before: string, between: string, after: string): string {
  const front = before === '' || /\s$/.test(before) ? between.trimStart() : between
  return before + (after === '' || /^[\s.,،۔]/.test(after) ? front.trimEnd() : front) + after
}

/** The words of a choice with some of its options left, as they would be typed; of one, without brackets. */
function writeOptions(words: string, { form, options }: Choice, kept: readonly number[]): string {
  const texts = kept.map(index => {
    const { from, to } = options[index] as { readonly from: number; readonly to: number }
    return words.slice(from, to)
  })
  if (texts.length === 1) return texts[0] ?? ''
  return form === 'slashes'
    ? `[${texts.map(text => text.trim()).join(' / ')}]`
    : texts.map(text => `[${text}]`).join(' ')
}

/**
 * A passage in which of one choice only `keep` is left: none of it where that is empty, without brackets where it is one. Undefined
 * where there is no such choice, it has no such option, or all are kept.
 */
export function chooseIn(
  of: Bracketed,
  { bracket, keep }: { readonly bracket: BracketId; readonly keep: readonly AlternativeId[] },
): string | undefined {
  const index = of.choices.findIndex(ids => ids.bracket === bracket)
  const ids = of.choices[index]
  const choice = choicesIn(readBrackets(of.words).nodes)[index]
  if (ids === undefined || choice === undefined) return undefined
  const kept = ids.options.flatMap((option, at) => (keep.includes(option) ? [at] : []))
  const isWhole = kept.length === ids.options.length && kept.length > 1
  if (kept.length !== new Set(keep).size || isWhole) return undefined
  const { words } = of
  if (kept.length === 0) return leaveOut(words, choice.from, choice.to)
  const left = writeOptions(words, choice, kept)
  return left.trim() === ''
    ? leaveOut(words, choice.from, choice.to)
    : joinSpaced(words.slice(0, choice.from), left, words.slice(choice.to))
}

type Both = Kept & { readonly words: string }
/** What is to be read as one choice: where it begins, and of how many wordings. */
type Made = { readonly words: string; readonly from: number; readonly options: 1 | 2 }

/**
 * TXT-15: one choice of two wordings of the same clause, of which one will stand. What both begin and end with stays outside of it; where
 * one only adds to the other, what it adds is in or out. Undefined where it would be deeper than choices may be, or one of them has a
 * bracket that is never closed.
 */
export function bothAsAlternatives(one: Bracketed, other: Bracketed, fresh: Fresh): Both | undefined {
  if (one.words === other.words) return undefined
  const { head, tail } = sharedEnds(one.words, other.words)
  const [mine = '', theirs = ''] = [one.words, other.words].map(words =>
    words.slice(head, words.length - tail),
  )
  const [before, after] = [one.words.slice(0, head), one.words.slice(one.words.length - tail)]
  const two = (): Both | undefined =>
    joinAs(one, other, { words: `${before}[${mine}] [${theirs}]${after}`, from: head, options: 2 }, fresh)
  if (mine !== '' && theirs !== '') return two()
  const added = mine + theirs
  const [lead = ''] = /^\s*/.exec(added) ?? []
  const trail = added.slice(lead.length + added.trim().length)
  const words = `${before}${lead}[${added.trim()}]${trail}${after}`
  const alone = joinAs(one, other, { words, from: head + lead.length, options: 1 }, fresh)
  return alone !== undefined && givesBack(alone, one, other) ? alone : two()
}

/** Left out it is the one, kept the other, letter by letter. */
function givesBack(both: Both, one: Bracketed, other: Bracketed): boolean {
  const known = new Set<string>([...one.choices, ...other.choices].map(({ bracket }) => bracket))
  const made = both.choices.find(({ bracket }) => !known.has(bracket))
  if (made === undefined) return false
  const { bracket, options } = made
  const read = [chooseIn(both, { bracket, keep: [] }), chooseIn(both, { bracket, keep: options })]
  return [one, other].every(({ words }) => read.includes(words))
}

function joinAs(
  one: Bracketed,
  other: Bracketed,
  { words, from, options: count }: Made,
  fresh: Fresh,
): Both | undefined {
  const { nodes, faults } = readBrackets(words)
  const at = nodes.find(node => isChoice(node) && node.from === from)
  if (faults.some(({ why }) => why !== 'empty') || at === undefined || !isChoice(at)) return undefined
  if (at.options.length !== count) return undefined
  const { choices, unsure } = keepIds(one, words, fresh)
  const made = choicesIn(nodes).indexOf(at)
  const others = keepIds(other, words, fresh).choices
  const known = new Set<string>(one.choices.flatMap(({ bracket, options }) => [bracket, ...options]))
  /** The id that it has in the one wording, else the one of the other, unless that is the id of something else by now. */
  const idOf = <I extends string>(own: I, theirs: I | undefined): I =>
    known.has(own) || theirs === undefined || known.has(theirs) ? own : theirs
  return {
    words,
    unsure,
    choices: choices.map(({ bracket, meant, options }, index) => ({
      bracket: index === made ? fresh.bracket() : idOf(bracket, others[index]?.bracket),
      meant: index === made ? 'one' : meant,
      options: options.map((option, place) => idOf(option, others[index]?.options[place])),
    })),
  }
}
