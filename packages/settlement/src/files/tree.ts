/** YAML and JSON as a tree with positions. Numbers stay text, so that 0.1 is one tenth and never a float. */

import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { fail, ok, type Result } from '../result.ts'
import { createMistakeList, type FileProblem, type Position, type SourceFile } from './mistake.ts'

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
    mistakes.add(locate(error.pos[0]), { code: 'syntax', about: 'YAML or JSON', found: error.message })
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

/** The last value under a key. */
export function field(map: TreeMap, key: string): Tree | undefined {
  return map.entries.findLast(entry => entry.key === key)?.value
}
