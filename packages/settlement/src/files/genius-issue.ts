/** The issues of a GENIUS domain, and the small readers its profiles share. */

import type { Issue } from '../problem.ts'
import { compare } from '../rational.ts'
import type { MistakeList } from './mistake.ts'
import { checkWholeRange, readNumberText, readWhole } from './read.ts'
import { attributeText, childrenNamed, descend, type Element } from './xml.ts'

/** An issue with the index by which the files refer to it. */
export type GeniusIssue = { readonly issue: Issue; readonly index: string | undefined }

/** Issues at any depth of the objectives, in document order. */
export function readIssues(root: Element, mistakes: MistakeList): readonly GeniusIssue[] {
  const elements = [...descend(root)].filter(element => element.name === 'issue')
  if (elements.length === 0) mistakes.add(root, { code: 'no-issues' })
  const names = new Set<string>()
  const indices = new Set<string>()
  return elements.flatMap((element, i) => {
    const index = attributeText(element, 'index')
    const name = attributeText(element, 'name') ?? (index === undefined ? undefined : `Issue ${index}`)
    if (name === undefined) {
      mistakes.add(element, {
        code: 'missing-field',
        found: 'name',
        about: `Issue ${i + 1}`,
        choices: ['<issue index="1" name="Price">'],
      })
      return []
    }
    if (names.has(name)) mistakes.add(element, { code: 'duplicate', found: name, about: 'issues' })
    if (index !== undefined && indices.has(index))
      mistakes.add(element, { code: 'duplicate', found: index, about: 'issue indices' })
    names.add(name)
    if (index !== undefined) indices.add(index)
    const issue = readIssue(element, name, mistakes)
    return issue === undefined ? [] : [{ issue, index }]
  })
}

/** GENIUS takes an issue without a type for a discrete one. */
export function issueType(element: Element): string {
  const stated =
    attributeText(element, 'type') ?? attributeText(element, 'etype') ?? attributeText(element, 'vtype')
  return (stated ?? 'discrete').toLowerCase()
}

function readIssue(element: Element, name: string, mistakes: MistakeList): Issue | undefined {
  switch (issueType(element)) {
    case 'discrete': {
      const items = childrenNamed(element, 'item')
      const options = items.flatMap(item => {
        const value = attributeText(item, 'value')
        if (value === undefined)
          mistakes.add(item, {
            code: 'missing-field',
            found: 'value',
            about: 'An item',
            choices: ['<item value="Yes"/>'],
          })
        return value === undefined ? [] : [value]
      })
      if (items.length === 0)
        mistakes.add(element, {
          code: 'missing-field',
          found: 'item',
          about: name,
          choices: ['<item value="Yes"/>'],
        })
      return { kind: 'discrete', name, options: [...new Set(options)] }
    }
    case 'integer': {
      const holder = rangeHolder(element)
      const lower = readWhole(
        readAttribute(holder, 'lowerbound', name, mistakes),
        holder,
        'lowerbound',
        mistakes,
      )
      const upper = readWhole(
        readAttribute(holder, 'upperbound', name, mistakes),
        holder,
        'upperbound',
        mistakes,
      )
      if (lower === undefined || upper === undefined) return undefined
      if (lower > upper)
        mistakes.add(holder, { code: 'empty-range', about: name, found: `${lower} to ${upper}` })
      checkWholeRange(lower, upper, holder, name, mistakes)
      return { kind: 'integer', name, lower, upper: Math.max(lower, upper) }
    }
    case 'real': {
      const holder = rangeHolder(element)
      const lower = readAttribute(holder, 'lowerbound', name, mistakes)
      const upper = readAttribute(holder, 'upperbound', name, mistakes)
      if (lower === undefined || upper === undefined) return undefined
      if (compare(lower, upper) > 0) {
        mistakes.add(holder, { code: 'empty-range', about: name, found: 'lowerbound above upperbound' })
        return undefined
      }
      return { kind: 'continuous', name, lower, upper }
    }
    default:
      mistakes.add(element, {
        code: 'unsupported',
        found: `An issue of type "${issueType(element)}"`,
        choices: ['type discrete, integer or real', '<issue index="1" name="Price" type="discrete">'],
      })
      return undefined
  }
}

/** Bounds stand on the issue itself or on a `range` inside it. */
export function rangeHolder(element: Element): Element {
  return element.attributes.has('lowerbound') ? element : (childrenNamed(element, 'range')[0] ?? element)
}

/** A number from an attribute, reported where it is missing or is none. */
export function readAttribute(element: Element, attribute: string, about: string, mistakes: MistakeList) {
  const found = element.attributes.get(attribute)
  if (found === undefined) {
    mistakes.add(element, { code: 'missing-field', found: attribute, about, choices: [`${attribute}="1"`] })
    return undefined
  }
  return readNumberText(found.text, found, attribute, mistakes)
}
