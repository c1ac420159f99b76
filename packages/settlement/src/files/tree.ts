/** YAML and JSON as a tree with positions. Numbers stay text, so that 0.1 is one tenth and never a float. */

import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { fail, ok, type Result } from '../result.ts'
import { createMistakeList, type FileProblem, type Position, type SourceFile } from './mistake.ts'
import { normalText } from './text-key.ts'

export const textCharsMax = 4_000_000
export const nestingMax = 64
export const nodesMax = 500_000

export type Tree = Position &
  (
    | { readonly kind: 'map'; readonly entries: readonly Entry[] }
    | { readonly kind: 'list'; readonly items: readonly Tree[] }
    /** `text` as written for plain values, the content for quoted ones. */
    | { readonly kind: 'scalar'; readonly text: string; readonly quoted: boolean }
    | { readonly kind: 'null' }
  )

export type TreeMap = Extract<Tree, { kind: 'map' }>
export type Entry = Position & { readonly key: string; readonly value: Tree }

/** Parses YAML 1.2 (and so JSON). Aliases, anchors and tags are mistakes: they can make a small file endless. */
export function parseTree(file: SourceFile): Result<Tree, readonly FileProblem[]> {
  const mistakes = createMistakeList(file.name)
  const start = { line: 1, column: 1 }
  if (file.text.length > textCharsMax) {
    mistakes.add(start, { code: 'too-large', limit: textCharsMax })
    return fail(mistakes.problems)
  }
  if (nestsTooDeep(file.text)) {
    mistakes.add(start, { code: 'too-deep', limit: nestingMax })
    return fail(mistakes.problems)
  }
  const lines = new LineCounter()
  const locate = (offset: number): Position => {
    const { line, col } = lines.linePos(Math.min(offset, file.text.length))
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const document = parse(file.text, lines)
  if (document === undefined) {
    mistakes.add(start, { code: 'too-deep', limit: nestingMax })
    return fail(mistakes.problems)
  }
  for (const error of document.errors) {
    const at = isAtEnd(file.text, error.pos[0]) ? openAtEnd(document.contents, file.text) : undefined
    mistakes.add(locate(at ?? error.pos[0]), {
      code: 'syntax',
      about: 'YAML or JSON',
      found: error.message.replace(/\.+$/, ''),
    })
  }
  if (mistakes.problems.length > 0) return fail(mistakes.problems)
  for (const warning of document.warnings) {
    mistakes.add(locate(warning.pos[0]), { code: 'yaml-feature', found: warning.message })
  }

  let nodes = 0
  const convert = (node: unknown, around: Position, depth: number): Tree => {
    const at = isNode(node) && node.range ? locate(node.range[0]) : around
    if (++nodes > nodesMax || depth > nestingMax) {
      if (nodes === nodesMax + 1) mistakes.add(at, { code: 'too-many', about: 'values', limit: nodesMax })
      if (depth > nestingMax) mistakes.add(at, { code: 'too-deep', limit: nestingMax })
      return { ...at, kind: 'null' }
    }
    if (isAlias(node)) {
      mistakes.add(at, { code: 'yaml-feature', found: `The alias *${node.source}` })
      return { ...at, kind: 'null' }
    }
    if (isNode(node) && 'anchor' in node && typeof node.anchor === 'string') {
      mistakes.add(at, { code: 'yaml-feature', found: `The anchor &${node.anchor}` })
    }
    if (isNode(node) && typeof node.tag === 'string') {
      mistakes.add(at, { code: 'yaml-feature', found: `The tag ${node.tag}` })
    }
    if (isMap(node)) {
      const entries = node.items.map(pair => {
        const key = convert(pair.key, at, depth + 1)
        if (key.kind === 'map' || key.kind === 'list') {
          mistakes.add(key, {
            code: 'wrong-shape',
            about: 'A key',
            found: 'a structure',
            choices: ['a name', 'Price: 40'],
          })
        }
        const name = key.kind === 'scalar' ? key.text : key.kind === 'null' ? 'null' : ''
        return { line: key.line, column: key.column, key: name, value: convert(pair.value, key, depth + 1) }
      })
      const comma = findComma(entries)
      if (comma !== undefined) mistakes.add(comma, { code: 'decimal-comma', found: comma.found })
      return { ...at, kind: 'map', entries }
    }
    if (isSeq(node))
      return { ...at, kind: 'list', items: node.items.map(item => convert(item, at, depth + 1)) }
    if (isScalar(node)) {
      const quoted = node.type !== 'PLAIN'
      if (!quoted && node.value === null) return { ...at, kind: 'null' }
      return {
        ...at,
        kind: 'scalar',
        quoted,
        text: quoted ? String(node.value) : (node.source ?? String(node.value)),
      }
    }
    return { ...at, kind: 'null' }
  }
  const tree = convert(document.contents, start, 0)
  if (mistakes.problems.length > 0) return fail(mistakes.problems)
  return ok(tree)
}

function isAtEnd(text: string, offset: number): boolean {
  return text.slice(offset).trim() === ''
}

/** What is never closed is noticed at the end of the file: where the innermost bracket or quote open there begins. */
function openAtEnd(node: unknown, text: string): number | undefined {
  if (!isNode(node) || !node.range || !isAtEnd(text, node.range[1])) return undefined
  const last = isMap(node) ? node.items.at(-1)?.value : isSeq(node) ? node.items.at(-1) : undefined
  const isOpen = /["'[{]/.test(text[node.range[0]] ?? '')
  return openAtEnd(last, text) ?? (isOpen ? node.range[0] : undefined)
}

/** `{Price: 0,5}` is a Price of 0 and a name 5 without a value: nobody means that. */
function findComma(entries: readonly Entry[]): (Position & { readonly found: string }) | undefined {
  for (const [k, { key, value, line, column }] of entries.entries()) {
    const before = entries[k - 1]?.value
    if (value.kind !== 'null' || !/^\d+$/.test(key) || before?.kind !== 'scalar') continue
    if (/^[+-]?\d+$/.test(before.text) && !before.quoted)
      return { line, column, found: `${before.text},${key}` }
  }
  return undefined
}

function parse(text: string, lineCounter: LineCounter) {
  try {
    return parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      uniqueKeys: false,
      merge: false,
      schema: 'core',
      stringKeys: false,
      logLevel: 'error',
    })
  } catch (error) {
    // The composer recurses; a text that nests past the stack is hostile or broken, and says no more to us.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** A cheap bound before the recursive composer runs: brackets, or block markers on one line. */
function nestsTooDeep(text: string): boolean {
  const deepMax = nestingMax * 4
  let depth = 0
  let marks = 0
  let indents = 0
  let lastIndent = -1
  let lineStart = true
  let indent = 0
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i)
    if (char === 10) {
      lineStart = true
      indent = 0
      marks = 0
      continue
    }
    if (lineStart && char === 32) {
      indent++
      continue
    }
    if (lineStart) {
      lineStart = false
      indents =
        indent > lastIndent ? indents + 1 : indent < lastIndent ? Math.min(indents, indent + 1) : indents
      lastIndent = indent
    }
    if (char === 91 || char === 123) depth++
    else if (char === 93 || char === 125) depth--
    else if ((char === 45 || char === 63 || char === 58) && isBlank(text.charCodeAt(i + 1))) marks++
    if (depth > deepMax || marks > deepMax || indents > deepMax) return true
  }
  return false
}

function isBlank(char: number): boolean {
  return char === 32 || char === 9 || char === 10 || char === 13 || Number.isNaN(char)
}

function isNode(node: unknown): node is Node & { tag?: string } {
  return typeof node === 'object' && node !== null && 'range' in node
}

/** The last value under a key as written; else under one that looks the same. */
export function field(map: TreeMap, key: string): Tree | undefined {
  const exact = map.entries.findLast(entry => entry.key === key)
  const alike = exact ?? map.entries.findLast(entry => normalText(entry.key) === normalText(key))
  return alike?.value
}
