/** Text in, problem out: finds out what kind the files are from what they say, not from how they are called. */

import type { Problem } from '../problem.ts'
import { fail, ok, type Result } from '../result.ts'
import { type GeniusFile, isGenius, readGenius } from './genius.ts'
import { type GeniusWebFile, isGeniusWeb, readGeniusWeb } from './geniusweb.ts'
import { type GoodsProblem, isGoodsProblem, readGoodsProblem } from './goods.ts'
import {
  createMistakeList,
  type FileProblem,
  type MistakeCode,
  type SourceFile,
  sortProblems,
} from './mistake.ts'
import { isNegmas, type NegmasFile, readNegmas } from './negmas.ts'
import { isNegolog, type NegologFile, readNegolog } from './negolog.ts'
import { isOwnProblem, partiesMax, readOwnProblem } from './own.ts'
import { placesMax, scaleProblem } from './scale.ts'
import { parseTree, type Tree } from './tree.ts'
import { type Element, parseXml } from './xml.ts'

export const filesMax = 200

/** Stands for the input where there is no file to point at. */
const nothing: SourceFile = { name: 'input', text: '' }

export type FileKind = 'problem file' | 'goods file' | 'GENIUS' | 'GeniusWeb' | 'NegMAS' | 'NegoLog'

export type ImportOptions = {
  /** Decimal places at which each weighted contribution is rounded once. Exact when absent. */
  readonly scale?: number
  /** Skip files that are none of the known kinds, as in a folder; they are named in the remarks. */
  readonly skipUnknown?: boolean
}

type Parsed =
  | { readonly kind: 'GENIUS'; readonly file: SourceFile; readonly root: Element }
  | { readonly kind: Exclude<FileKind, 'GENIUS'> | 'unknown'; readonly file: SourceFile; readonly tree: Tree }

/**
 * Reads one problem from its files: our own file alone, or a domain with a profile per party in GENIUS,
 * GeniusWeb or NegMAS form. Parties come in the order of the files.
 */
export function importProblem(
  files: readonly SourceFile[],
  options: ImportOptions = {},
): Result<Problem, readonly FileProblem[]> {
  const sorted = sortFiles(files, options)
  if (!sorted.ok) return sorted
  const problem = readKnown(sorted.value.known)
  if (!problem.ok) return fail(sortProblems(problem.error))
  const { known, skipped } = sorted.value
  if (problem.value.parties.length > partiesMax) {
    return refuse(known[0]?.file ?? nothing, 'too-many', { about: 'parties', limit: partiesMax })
  }
  const remarks = [
    ...files.flatMap(({ name, guessed }) =>
      guessed === undefined ? [] : [{ code: 'encoding-guessed', file: name, encoding: guessed } as const],
    ),
    ...(skipped.length === 0 ? [] : [{ code: 'not-read', files: skipped } as const]),
  ]
  const whole = composeNames({ ...problem.value, remarks: [...problem.value.remarks, ...remarks] })
  if (options.scale === undefined) return ok(whole)
  return ok(scaleProblem(whole, Math.max(0, Math.min(placesMax, options.scale))))
}

/** Reads a goods file for division. */
export function importGoods(files: readonly SourceFile[]): Result<GoodsProblem, readonly FileProblem[]> {
  const sorted = sortFiles(files, {})
  if (!sorted.ok) return sorted
  const [first, second] = sorted.value.known
  if (first === undefined) return refuse(nothing, 'empty', {})
  if (second !== undefined) return refuse(second.file, 'one-file', { about: 'goods file' })
  if (first.kind !== 'goods file')
    return refuse(first.file, 'wrong-use', { found: first.kind, about: 'goods file' })
  const read = readGoodsProblem(first.file, first.tree)
  if (!read.ok) return fail(sortProblems(read.error))
  const { goods, claimants } = read.value
  return ok({
    ...read.value,
    goods: goods.map(good => good.normalize('NFC')),
    claimants: claimants.map(claimant => ({ ...claimant, name: claimant.name.normalize('NFC') })),
  })
}

function compose(text: string): string {
  return text.normalize('NFC')
}

/** Names as they are shown: composed, so that one name is one text. */
function composeNames(problem: Problem): Problem {
  return {
    ...problem,
    title: compose(problem.title),
    issues: problem.issues.map(issue =>
      issue.kind === 'discrete'
        ? { ...issue, name: compose(issue.name), options: issue.options.map(compose) }
        : { ...issue, name: compose(issue.name) },
    ),
    parties: problem.parties.map(party => ({ ...party, name: compose(party.name) })),
  }
}

function readKnown(known: readonly Parsed[]): Result<Problem, readonly FileProblem[]> {
  const first = known[0]
  if (first === undefined) return refuse(nothing, 'empty', {})
  const kinds = [...new Set(known.map(({ kind }) => kind))]
  if (kinds.length > 1) {
    const other = known.find(({ kind }) => kind !== first.kind) ?? first
    return refuse(other.file, 'mixed-kinds', {
      choices: known.slice(0, 12).map(({ file, kind }) => `${file.name} (${kind})`),
    })
  }
  switch (first.kind) {
    case 'GENIUS':
      return readGenius(
        known.flatMap((each): readonly GeniusFile[] => (each.kind === 'GENIUS' ? [each] : [])),
      )
    case 'GeniusWeb':
      return readGeniusWeb(known.flatMap((each): readonly GeniusWebFile[] => withMap(each)))
    case 'NegMAS':
      return readNegmas(known.flatMap((each): readonly NegmasFile[] => withMap(each)))
    case 'NegoLog':
      return readNegolog(known.flatMap((each): readonly NegologFile[] => withMap(each)))
    case 'goods file':
      return refuse(first.file, 'wrong-use', { found: first.kind, about: 'problem file' })
    case 'problem file':
    case 'unknown': {
      const second = known[1]
      if (second !== undefined) return refuse(second.file, 'one-file', { about: 'problem file' })
      return readOwnProblem(first.file, first.tree)
    }
    default:
      return first satisfies never
  }
}

function withMap(parsed: Parsed) {
  return parsed.kind !== 'GENIUS' && parsed.tree.kind === 'map'
    ? [{ file: parsed.file, tree: parsed.tree }]
    : []
}

/** Parses every file, reporting the mistakes of all of them. */
function sortFiles(files: readonly SourceFile[], { skipUnknown = false }: ImportOptions) {
  const problems: FileProblem[] = []
  const known: Parsed[] = []
  const skipped: string[] = []
  if (files.length > filesMax)
    return refuse(files[0] ?? nothing, 'too-many', { about: 'files', limit: filesMax })
  for (const file of files) {
    const parsed = parseFile(file)
    if (!parsed.ok) {
      problems.push(...parsed.error)
      continue
    }
    if (parsed.value.kind !== 'unknown') {
      known.push(parsed.value)
    } else if (skipUnknown) {
      skipped.push(file.name)
    } else {
      const list = createMistakeList(file.name)
      list.add({ line: 1, column: 1 }, { code: 'unknown-kind' })
      problems.push(...list.problems)
    }
  }
  if (problems.length > 0) return fail(problems)
  if (known.length === 0)
    return refuse(files[0] ?? nothing, files.length === 0 ? 'empty' : 'unknown-kind', {})
  return ok({ known, skipped })
}

function parseFile(source: SourceFile): Result<Parsed, readonly FileProblem[]> {
  const file = source.text.startsWith('\ufeff') ? { ...source, text: source.text.slice(1) } : source
  if (file.text.trim() === '') return refuse(file, 'empty', {})
  if (/^\s*</.test(file.text)) {
    const root = parseXml(file)
    if (!root.ok) return root
    return isGenius(root.value)
      ? ok({ kind: 'GENIUS', file, root: root.value })
      : ok({ kind: 'unknown', file, tree: emptyTree() })
  }
  const tree = parseTree(file)
  return tree.ok ? ok({ kind: detectKind(tree.value), file, tree: tree.value }) : tree
}

function emptyTree(): Tree {
  return { line: 1, column: 1, kind: 'null' }
}

function detectKind(tree: Tree): Exclude<FileKind, 'GENIUS'> | 'unknown' {
  if (tree.kind !== 'map') return 'unknown'
  if (isGeniusWeb(tree)) return 'GeniusWeb'
  if (isNegolog(tree)) return 'NegoLog'
  if (isGoodsProblem(tree)) return 'goods file'
  if (isOwnProblem(tree)) return 'problem file'
  if (isNegmas(tree)) return 'NegMAS'
  return 'unknown'
}

function refuse(
  file: SourceFile,
  code: MistakeCode,
  rest: Omit<FileProblem, 'code' | 'file' | 'line' | 'column'>,
): { readonly ok: false; readonly error: readonly FileProblem[] } {
  return fail([{ code, file: file.name, line: 1, column: 1, ...rest }])
}
