/** Mistakes in files in words: what happened, what was expected, and a line that would be right. */

import type { FileProblem, Mistake, MistakeCode } from '@goodoffices/settlement/files'

type Wording = { readonly what: string; readonly expected: string; readonly example: string }

/** The catalogue: for each code what happened, what was expected, and a line that would be right. */
const wordings = {
  syntax: (m: Mistake) => ({
    what: `This cannot be read: ${m.found ?? 'the text breaks off'}`,
    expected: `well-formed ${m.about ?? 'text'}`,
    example:
      m.about === 'XML'
        ? '<item value="Yes" evaluation="3"/>'
        : 'issues:\n  - name: Price\n    options: [low, high]',
  }),
  empty: () => ({
    what: 'The file is empty',
    expected: 'a problem file, a GENIUS, GeniusWeb or NegMAS file',
    example: 'title: A question of price\nissues: [...]\nparties: [...]',
  }),
  'too-large': (m: Mistake) => ({
    what: 'The file is too large',
    expected: `at most ${m.limit} characters`,
    example: 'one problem to a file',
  }),
  'too-deep': (m: Mistake) => ({
    what: 'The file is nested too deeply',
    expected: `at most ${m.limit} levels`,
    example: 'parties:\n  - name: Upper village\n    weights: {Price: 40}',
  }),
  'too-many': (m: Mistake) => ({
    what: `Too many: ${m.about}`,
    expected: `at most ${m.limit}`,
    example: 'whole numbers from 0 to 100 rather than a list of each cent',
  }),
  'yaml-feature': (m: Mistake) => ({
    what: `${m.found} is not read here`,
    expected: 'plain values, without anchors, aliases or tags',
    example: 'weights: {Price: 40, Term: 60}',
  }),
  doctype: () => ({
    what: 'A DOCTYPE is not read: it can hide a file inside a file',
    expected: 'XML without a document type',
    example: '<?xml version="1.0"?>\n<utility_space>...</utility_space>',
  }),
  'unknown-kind': () => ({
    what: 'This is none of the kinds of file that can be read',
    expected: 'a problem file, a goods file, or GENIUS XML, GeniusWeb or NegoLog JSON, NegMAS YAML or JSON',
    example: 'title: A question of price\nissues: [...]\nparties: [...]',
  }),
  'mixed-kinds': (m: Mistake) => ({
    what: `Files of different kinds were given together: ${(m.choices ?? []).join(', ')}`,
    expected: 'one problem at a time, all its files of one kind',
    example: 'goodoffices settle domain.xml buyer.xml seller.xml',
  }),
  'one-file': (m: Mistake) => ({
    what: `A ${m.about} stands alone, and more than one was given`,
    expected: 'exactly one such file',
    example: 'goodoffices settle problem.yaml',
  }),
  'wrong-use': (m: Mistake) => ({
    what: `This is a ${m.found}`,
    expected: `a ${m.about}`,
    example:
      m.about === 'goods file'
        ? 'goods: [House, Boat]\nparties:\n  - name: Ana\n    points: {House: 60, Boat: 40}'
        : 'issues:\n  - name: Price\n    options: [low, high]',
  }),
  'no-domain': () => ({
    what: 'The file that lists the issues is missing',
    expected: 'the domain together with one profile per party',
    example: 'goodoffices settle domain.json profileA.json profileB.json',
  }),
  'two-domains': () => ({
    what: 'More than one file lists issues',
    expected: 'one domain and one profile per party',
    example: 'goodoffices settle domain.xml buyer.xml seller.xml',
  }),
  'too-few-parties': (m: Mistake) => ({
    what: `There are preferences for ${m.found ?? '0'} ${m.found === '1' ? 'party' : 'parties'}`,
    expected: 'at least two parties',
    example: m.choices?.[0] ?? 'goodoffices settle domain.xml buyer.xml seller.xml',
  }),
  'no-issues': () => ({
    what: 'There is nothing to settle',
    expected: 'at least one issue',
    example: 'issues:\n  - name: Price\n    options: [low, high]',
  }),
  'wrong-shape': (m: Mistake) => ({
    what: `${m.about ?? 'This'} is ${m.found ?? 'something else'}`,
    expected: m.choices?.[0] ?? 'another kind of value',
    example: m.choices?.[1] ?? 'name: Price',
  }),
  number: (m: Mistake) => ({
    what: `${m.about ?? 'This'} is not a number: ${m.found ?? 'nothing'}`,
    expected: /\d,\d/.test(m.found ?? '')
      ? 'a decimal point rather than a comma'
      : 'a number, as a decimal or a fraction',
    example: `${m.choices?.[0] ?? '0.25'}   or   1/3`,
  }),
  'decimal-comma': (m: Mistake) => ({
    what: `A comma separates two values here: ${m.found}`,
    expected: 'a decimal point where one number is meant',
    example: (m.found ?? '0,5').replace(',', '.'),
  }),
  'two-keys': (m: Mistake) => ({
    what: `"${m.found}" both say how "${m.about}" is valued`,
    expected: 'one of them',
    example: '"DiscreteValueSetUtilities": {"valueUtilities": {"low": 0, "high": 1}}',
  }),
  'whole-number': (m: Mistake) => ({
    what: `${m.about ?? 'This'} is not a whole number: ${m.found ?? 'nothing'}`,
    expected: 'a whole number no larger than 9007199254740991',
    example: '12',
  }),
  negative: (m: Mistake) => ({
    what: `${m.about ?? 'This'} is negative: ${m.found}`,
    expected: 'zero or more',
    example: '0.25',
  }),
  'not-positive': (m: Mistake) => ({
    what: `${m.about ?? 'This'} is not above zero: ${m.found}`,
    expected: 'a number above zero',
    example: '1',
  }),
  'missing-field': (m: Mistake) => ({
    what: `${m.about ?? 'This entry'} has no "${m.found}"`,
    expected: `"${m.found}"`,
    example: m.choices?.[0] ?? `${m.found}: ...`,
  }),
  'unknown-field': (m: Mistake) => ({
    what: `"${m.found}" is not known here`,
    expected: `one of: ${(m.choices ?? []).join(', ')}`,
    example: `${m.choices?.[0] ?? 'name'}: ...`,
  }),
  duplicate: (m: Mistake) => ({
    what: `"${m.found}" stands twice among the ${m.about ?? 'names'}`,
    expected: 'each name once',
    example: 'options: [low, middle, high]',
  }),
  'unknown-issue': (m: Mistake) => ({
    what: `There is no issue "${m.found}"`,
    expected: `one of: ${listChoices(m.choices)}`,
    example: m.choices?.[0] ?? 'Price',
  }),
  'unknown-option': (m: Mistake) => ({
    what: `"${m.found}" is not an option of "${m.about}"`,
    expected: `one of: ${listChoices(m.choices)}`,
    example: m.choices?.[0] ?? 'low',
  }),
  'unknown-good': (m: Mistake) => ({
    what: `There is no good "${m.found}"`,
    expected: `one of: ${listChoices(m.choices)}`,
    example: `points: {${m.choices?.[0] ?? 'House'}: 40}`,
  }),
  'missing-value': (m: Mistake) => ({
    what: `No value for ${m.found} of "${m.about}"`,
    expected: 'a value for every option of every issue that carries weight',
    example: m.choices?.[0] ?? 'Price: {low: 0, high: 1}',
  }),
  'missing-weight': (m: Mistake) => ({
    what: `No weight for "${m.about}"`,
    expected: 'a weight for every issue; 0 where it does not matter',
    example: m.choices?.[0] ?? '<weight index="1" value="0.25"/>',
  }),
  'empty-range': (m: Mistake) => ({
    what: `The range of ${m.about} runs backwards: ${m.found}`,
    expected: 'the lower end first',
    example: 'from: 0\nto: 100',
  }),
  'out-of-range': (m: Mistake) => ({
    what: `${m.found} lies outside "${m.about}"`,
    expected: `a number ${m.choices?.[0] ?? 'within the range'}`,
    example: m.choices?.[1] ?? '10',
  }),
  'points-span': (m: Mistake) => ({
    what: `The values of "${m.about}" do not reach from end to end`,
    expected: `a value at ${m.choices?.[0]} and at ${m.choices?.[1]}; between points it is linear`,
    example: `${m.about}: {${m.choices?.[0]}: 0, ${m.choices?.[1]}: 1}`,
  }),
  jump: (m: Mistake) => ({
    what: `The value of "${m.about}" jumps at ${m.found}`,
    expected: 'a function without jumps, since its maximum might not exist',
    example: '<evaluator ftype="triangular" parameter0="0" parameter1="10" parameter2="4"/>',
  }),
  unsupported: (m: Mistake) => ({
    what: `${m.found} cannot be computed exactly, so it is not read`,
    expected: m.choices?.[0] ?? 'an additive utility function',
    example: m.choices?.[1] ?? 'type: LinearAdditiveUtilityFunction',
  }),
  'at-most-count': (m: Mistake) => ({
    what: `"at most" is ${m.found}`,
    expected: 'a whole number below the number of things in "of"',
    example: 'at most: 1\nof:\n  - {Price: low}\n  - {Term: long}',
  }),
  'more-mistakes': (m: Mistake) => ({
    what: `More than ${m.limit} mistakes; the rest is not listed`,
    expected: 'fewer',
    example: 'correct the first ones and run again',
  }),
} satisfies Record<MistakeCode, (m: Mistake) => Wording>

export const mistakeCodes = Object.keys(wordings) as readonly MistakeCode[]

function listChoices(choices: readonly string[] | undefined): string {
  const shown = (choices ?? []).slice(0, 12)
  const rest = (choices ?? []).length - shown.length
  return shown.map(choice => clip(choice)).join(', ') + (rest > 0 ? `, and ${rest} more` : '')
}

/** What happened, what was expected and an example, in words. */
export function mistakeToWording(problem: FileProblem): Wording {
  const words = wordings[problem.code](problem)
  return {
    what: clip(words.what, 400),
    expected: clip(words.expected, 400),
    example: clip(words.example, 400),
  }
}

/** The whole message: `file:line:column: what`, then what was expected and an example, indented. */
export function mistakeToText(problem: FileProblem): string {
  const { what, expected, example } = mistakeToWording(problem)
  const indented = example.replaceAll('\n', '\n           ')
  return `${problem.file}:${problem.line}:${problem.column}: ${what}.\n  expected: ${expected}\n  example: ${indented}`
}

/** Shortens what a hostile file might make endless, and keeps control characters out of a terminal. */
function clip(text: string, charsMax = 80): string {
  const clean = text.replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, char =>
    char === '\n' ? char : ' ',
  )
  return clean.length <= charsMax ? clean : `${clean.slice(0, charsMax - 1)}…`
}
