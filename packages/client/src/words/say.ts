/**
 * Sentences with places in them, for screen, paper and shell alike. A place is `{name}`, a figure `{name, number}`, a choice by
 * count `{name, plural, =0 {…} one {…} other {…}}`, in which `#` is the count. This is the part of ICU's MessageFormat that the
 * catalogues use, without its quoting: an apostrophe is a letter.
 */

import { seen } from '@goodoffices/core'

export type Values = Readonly<Record<string, string | number>>

/** How a language writes and counts. */
export type Figures = {
  readonly number: (value: number) => string
  /** The plural category of CLDR: `zero`, `one`, `two`, `few`, `many` or `other`. */
  readonly plural: (value: number) => string
}

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'place'; readonly name: string }
  | { readonly kind: 'number'; readonly name: string }
  | { readonly kind: 'count' }
  | { readonly kind: 'plural'; readonly name: string; readonly forms: ReadonlyMap<string, readonly Part[]> }

const depthMax = 4
const categories = ['zero', 'one', 'two', 'few', 'many', 'other']

/** For a BCP 47 tag, with the numerals that it names. */
export function figuresOf(locale: string): Figures {
  const number = new Intl.NumberFormat(locale)
  const rules = new Intl.PluralRules(locale)
  return { number: value => number.format(value), plural: value => rules.select(value) }
}

const read = new Map<string, readonly Part[]>()

/** First strong isolate, and its end: what is put into a sentence does not turn its direction. */
export const isolate = (text: string): string => `\u2068${seen(text)}\u2069`

/**
 * The sentence with its places filled. Texts are isolated; a number in a bare place stands as it is. A place without a value is
 * left as it was written. Throws where the pattern is none: our own catalogues are checked by a test.
 */
export function say(pattern: string, values: Values, figures: Figures): string {
  const parts = read.get(pattern) ?? readPattern(pattern)
  read.set(pattern, parts)
  return fill(parts, values, figures, 0)
}

function fill(parts: readonly Part[], values: Values, figures: Figures, count: number): string {
  return parts.map(part => fillPart(part, values, figures, count)).join('')
}

function fillPart(part: Part, values: Values, figures: Figures, count: number): string {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'count':
      return figures.number(count)
    case 'place': {
      const value = values[part.name]
      return value === undefined ? `{${part.name}}` : typeof value === 'string' ? isolate(value) : `${value}`
    }
    case 'number':
      return figures.number(Number(values[part.name]))
    case 'plural': {
      const value = Number(values[part.name])
      const form = part.forms.get(`=${value}`) ?? part.forms.get(figures.plural(value))
      return fill(form ?? part.forms.get('other') ?? [], values, figures, value)
    }
    default:
      return part satisfies never
  }
}

/** The parts of a pattern. Throws where it is none. */
function readPattern(pattern: string): readonly Part[] {
  let at = 0
  const expect = (found: RegExp): RegExpExecArray => {
    found.lastIndex = at
    const match = found.exec(pattern)
    if (match === null) throw new Error(`not a sentence, at ${at}: ${pattern}`)
    at = found.lastIndex
    return match
  }
  const readParts = (depth: number): readonly Part[] => {
    if (depth > depthMax) throw new Error(`too deep: ${pattern}`)
    const parts: Part[] = []
    while (at < pattern.length && pattern[at] !== '}') {
      if (pattern[at] === '{') parts.push(readPlace(depth))
      else if (depth > 0 && pattern[at] === '#') {
        at += 1
        parts.push({ kind: 'count' })
      } else parts.push({ kind: 'text', text: expect(depth > 0 ? /[^{}#]+/y : /[^{}]+/y)[0] })
    }
    return parts
  }
  const readPlace = (depth: number): Part => {
    const [, name = '', how] = expect(/\{(\w+)\s*(?:,\s*(number|plural)\s*)?/y)
    if (how !== 'plural') {
      expect(/\}/y)
      return how === 'number' ? { kind: 'number', name } : { kind: 'place', name }
    }
    expect(/,\s*/y)
    const forms = new Map<string, readonly Part[]>()
    while (pattern[at] !== '}') {
      const [, form = ''] = expect(/(=\d+|[a-z]+)\s*\{/y)
      if (!form.startsWith('=') && !categories.includes(form))
        throw new Error(`no form "${form}": ${pattern}`)
      forms.set(form, readParts(depth + 1))
      expect(/\}\s*/y)
    }
    at += 1
    if (!forms.has('other')) throw new Error(`no form "other": ${pattern}`)
    return { kind: 'plural', name, forms }
  }
  const parts = readParts(0)
  if (at < pattern.length) throw new Error(`not a sentence, at ${at}: ${pattern}`)
  return parts
}
