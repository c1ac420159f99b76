/**
 * XML as a tree with positions, in the dialect that GENIUS takes (`mendXml`). No entity is expanded beyond the five of XML
 * itself, and a DOCTYPE is refused.
 */

import { SaxesParser } from 'saxes'
import { fail, ok, type Result } from '../result.ts'
import {
  createMistakeList,
  type FileProblem,
  type MistakeList,
  type Position,
  type SourceFile,
} from './mistake.ts'
import { nestingMax, nodesMax, textCharsMax } from './tree.ts'
import { mendXml } from './xml-dialect.ts'

export type Element = Position & {
  readonly name: string
  readonly attributes: ReadonlyMap<string, Attribute>
  readonly children: readonly Element[]
}

export type Attribute = Position & { readonly text: string }

type Open = Element & { readonly children: Element[] }

export function parseXml(file: SourceFile): Result<Element, readonly FileProblem[]> {
  const mistakes = createMistakeList(file.name)
  if (file.text.length > textCharsMax) {
    mistakes.add({ line: 1, column: 1 }, { code: 'too-large', limit: textCharsMax })
    return fail(mistakes.problems)
  }
  const root = parseElements(file.text, mistakes)
  if (mistakes.problems.length > 0) return fail(mistakes.problems)
  if (root === undefined) {
    mistakes.add({ line: 1, column: 1 }, { code: 'empty' })
    return fail(mistakes.problems)
  }
  return ok(root)
}

/** Stops at the first thing that makes the rest meaningless, which it leaves in `mistakes`. */
function parseElements(source: string, mistakes: MistakeList): Element | undefined {
  const { text, ampersand, locate } = mendXml(source)
  const parser = new SaxesParser({ position: true })
  const stack: Open[] = []
  let root: Element | undefined
  let attributes = new Map<string, Attribute>()
  let at: Position = { line: 1, column: 1 }
  let nodes = 0
  const stop = new Stop()
  const here = (back: number): Position =>
    locate({ line: parser.line, column: Math.max(1, parser.columnIndex - back) })

  parser.on('error', error => {
    const found = error.message.replace(/^\d+:\d+: /, '').replace(/\.+$/, '')
    // What is never closed is noticed at the end of the file; the mistake is where it begins.
    const open = found.startsWith('unclosed tag') ? stack.at(-1) : undefined
    mistakes.add(open ?? here(0), { code: 'syntax', about: 'XML', found })
    throw stop
  })
  parser.on('doctype', () => {
    mistakes.add(here(0), { code: 'doctype' })
    throw stop
  })
  parser.on('opentagstart', tag => {
    attributes = new Map()
    at = parser.column === 0 ? { line: parser.line - 1, column: 1 } : here(tag.name.length + 1)
  })
  parser.on('attribute', ({ name, value }) => {
    attributes.set(name, { text: value.replaceAll(ampersand, '&'), ...here(value.length) })
    nodes++
  })
  parser.on('opentag', tag => {
    if (stack.length >= nestingMax) {
      mistakes.add(at, { code: 'too-deep', limit: nestingMax })
      throw stop
    }
    if (++nodes > nodesMax) {
      mistakes.add(at, { code: 'too-many', about: 'elements', limit: nodesMax })
      throw stop
    }
    const element: Open = { ...at, name: tag.name, attributes, children: [] }
    stack.at(-1)?.children.push(element)
    stack.push(element)
  })
  parser.on('closetag', () => {
    const element = stack.pop()
    if (stack.length === 0) root = element
  })
  try {
    parser.write(text).close()
  } catch (error) {
    if (error !== stop) throw error
  }
  return root
}

/** Leaves the parser's callbacks; never seen outside this file. */
class Stop extends Error {
  override readonly name = 'Stop'
}

export function childrenNamed(element: Element, name: string): readonly Element[] {
  return element.children.filter(child => child.name === name)
}

export function attributeText(element: Element, name: string): string | undefined {
  return element.attributes.get(name)?.text
}

/** The element itself and everything below it, in document order. */
export function* descend(element: Element): Generator<Element> {
  yield element
  for (const child of element.children) yield* descend(child)
}
