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

/**
 * TXT-15: one choice of two wordings of the same clause, of which one will stand. What both begin and end with stays outside of it.
 * Undefined where it would be deeper than choices may be, or one of them has a bracket that is never closed.
 */
export function bothAsAlternatives(
  one: Bracketed,
  other: Bracketed,
  fresh: Fresh,
): (Kept & { readonly words: string }) | undefined {
  if (one.words === other.words) return undefined
  const { head, tail } = sharedEnds(one.words, other.words)
  const middles = [one.words, other.words].map(words => words.slice(head, words.length - tail))
  const words = `${one.words.slice(0, head)}[${middles.join('] [')}]${one.words.slice(one.words.length - tail)}`
  const { nodes, faults } = readBrackets(words)
  const at = nodes.find(node => isChoice(node) && node.from === head)
  if (faults.some(({ why }) => why !== 'empty') || at === undefined || !isChoice(at)) return undefined
  if (at.options.length !== 2) return undefined
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
    choices: choices.map(({ bracket, relation, options }, index) => ({
      bracket: index === made ? fresh.bracket() : idOf(bracket, others[index]?.bracket),
      relation: index === made ? 'one' : relation,
      options: options.map((option, place) => idOf(option, others[index]?.options[place])),
    })),
  }
}
