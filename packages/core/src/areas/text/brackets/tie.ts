/** TXT-56: a choice that stands in two languages is one choice: it bears the same ids in both, so that who wants what is said once. */

import type { Bracketed, BracketId, ChoiceIds } from './bracketed.ts'

/** The ids of one choice, as another language has it; undefined where there are not as many wordings. */
const tied = (own: ChoiceIds, { bracket, meant, options }: ChoiceIds): ChoiceIds | undefined =>
  own.options.length === options.length
    ? { bracket, meant: own.meant === 'one' ? 'one' : meant, options }
    : undefined

/**
 * Choices that are new in one language, tied to those that have no counterpart there, in the order in which they are read. Where these are not
 * as many, with as many wordings each, nobody guesses: they stay as they are, until somebody says which is which.
 */
export function tieChoices(
  choices: readonly ChoiceIds[],
  { before, other }: { readonly before: readonly ChoiceIds[]; readonly other: readonly ChoiceIds[] },
): readonly ChoiceIds[] {
  const [known, here] = [before, choices].map(list => new Set(list.map(({ bracket }) => bracket)))
  const fresh = choices.filter(({ bracket }) => known?.has(bracket) !== true)
  const free = other.filter(({ bracket }) => here?.has(bracket) !== true)
  const made = fresh.map((own, at) => {
    const counterpart = free[at]
    return counterpart === undefined ? undefined : tied(own, counterpart)
  })
  if (fresh.length !== free.length || made.includes(undefined)) return choices
  return choices.map(each => made[fresh.indexOf(each)] ?? each)
}

/** One choice tied to one of another language, by somebody's word. Undefined where it has other wordings, or another choice there bears these ids. */
export function tieChoice(
  { choices }: Pick<Bracketed, 'choices'>,
  bracket: BracketId,
  counterpart: ChoiceIds,
): readonly ChoiceIds[] | undefined {
  const own = choices.find(each => each.bracket === bracket)
  const made = own === undefined ? undefined : tied(own, counterpart)
  if (own === undefined || made === undefined) return undefined
  return choices.some(each => each !== own && each.bracket === counterpart.bracket)
    ? undefined
    : choices.map(each => (each === own ? made : each))
}
