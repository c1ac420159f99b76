/** A file of settings: YAML, one entry for each, with the places of its mistakes. */

import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml'

export type Entry = {
  readonly name: string
  /** `file:line:column`. */
  readonly where: string
  /** Each as it is written; of a map its pairs, as `name=value`. */
  readonly values: readonly string[]
}

/** CLI-61: every entry of the file, and what of it cannot be read, each with its place. */
export function readEntries(
  file: string,
  text: string,
): { readonly entries: readonly Entry[]; readonly mistakes: readonly string[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const placeOf = (offset: number): string => {
    const { line, col } = lines.linePos(Math.min(offset, text.length))
    return `${file}:${Math.max(1, line)}:${Math.max(1, col)}`
  }
  const mistakes = [...document.errors, ...document.warnings].map(
    ({ pos: [from], message }) => `${placeOf(from)}: ${message}`,
  )
  if (mistakes.length > 0) return { entries: [], mistakes }
  const { contents } = document
  // Nothing but comments.
  if (contents === null) return { entries: [], mistakes }
  if (!isMap(contents))
    return { entries: [], mistakes: [`${placeOf(0)} is no list of settings, each as name: value`] }
  const entries = contents.items.flatMap(pair => {
    const { key, value } = pair as Pair<Node, Node | null>
    const where = placeOf(key.range?.[0] ?? 0)
    const values = valuesOf(value)
    if (isScalar(key) && values !== undefined) return [{ name: String(key.value), where, values }]
    mistakes.push(`${where} is neither a value nor a list of values`)
    return []
  })
  return { entries, mistakes }
}

/** Undefined where it is deeper than that. */
function valuesOf(node: Node | null): readonly string[] | undefined {
  if (node === null) return []
  if (isScalar(node)) return node.value === null ? [] : [textOf(node)]
  if (isSeq(node)) return node.items.every(item => isScalar(item)) ? node.items.map(textOf) : undefined
  if (!isMap(node)) return undefined
  const pairs = node.items.map(({ key, value }) =>
    isScalar(key) && isScalar(value) ? `${textOf(key)}=${textOf(value)}` : undefined,
  )
  return pairs.every(pair => pair !== undefined) ? pairs : undefined
}

/** As written, so that no number passes through a float. */
const textOf = (scalar: {
  readonly value: unknown
  readonly type?: unknown
  readonly source?: unknown
}): string =>
  scalar.type === 'PLAIN' && typeof scalar.source === 'string' ? scalar.source : String(scalar.value)
