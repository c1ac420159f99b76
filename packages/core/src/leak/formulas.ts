/** What the product itself has people write: known to every reader, and a secret of nobody. */

/** What the title of every invented message of a sample begins with, in sight of every reader. */
export const illustrativeMark = 'Illustrative, not a historical statement'
/** What invented words without a title begin with. */
export const illustrativeWord = 'Illustrative'
/** What the title of every quoted message begins with. */
export const quotedMark = 'Public text'

/**
 * As samples write them: with a sign behind. Nothing says of a room that a sample is played there, and in any other "Public text of the
 * draft" is what somebody said.
 */
const formulaPattern = new RegExp(
  `^(?:${[illustrativeMark, illustrativeWord, quotedMark].join('|')})(?=[:.,]|$)`,
)

/** The text with blanks in the place of a formula that it begins with: every other word stays where it is. */
export function blankFormula(text: string): string {
  const formula = formulaPattern.exec(text)?.[0]
  return formula === undefined ? text : ' '.repeat(formula.length) + text.slice(formula.length)
}

/** The text with blanks in the place of whole names: words of a name that everybody bears are no run taken from elsewhere. */
export function blankNames(text: string, names: readonly string[]): string {
  const lower = text.toLowerCase()
  // Where lower case has another length, places would not agree: such a text is taken as it is.
  if (lower.length !== text.length) return text
  return names.reduce((left, name) => blankName(left, lower, name.toLowerCase()), text)
}

function blankName(text: string, lower: string, name: string): string {
  if (name === '') return text
  let blanked = text
  let at = lower.indexOf(name)
  while (at >= 0) {
    const end = at + name.length
    if (isWordAt(lower, at, end))
      blanked = blanked.slice(0, at) + ' '.repeat(name.length) + blanked.slice(end)
    at = lower.indexOf(name, end)
  }
  return blanked
}

const letter = /[\p{L}\p{M}\p{N}]/u
const isWordAt = (text: string, from: number, to: number): boolean =>
  !letter.test(text[from - 1] ?? '') && !letter.test(text[to] ?? '')
