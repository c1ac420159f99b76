/** What is wrong in a file, and where. Every importer reports all it finds, not only the first. */

const mistakesMax = 100

/** A file as read: its name for messages, and its whole text. Importers never touch a disk. */
export type SourceFile = {
  readonly name: string
  readonly text: string
  /** The encoding taken where the file is not UTF-8 and names none. */
  readonly guessed?: string
}

/** Both counted from 1. */
export type Position = { readonly line: number; readonly column: number }

export type MistakeCode =
  | 'syntax'
  | 'empty'
  | 'too-large'
  | 'too-deep'
  | 'too-many'
  | 'yaml-feature'
  | 'doctype'
  | 'unknown-kind'
  | 'mixed-kinds'
  | 'one-file'
  | 'wrong-use'
  | 'no-domain'
  | 'two-domains'
  | 'too-few-parties'
  | 'no-issues'
  | 'wrong-shape'
  | 'number'
  | 'decimal-comma'
  | 'two-keys'
  | 'whole-number'
  | 'negative'
  | 'not-positive'
  | 'missing-field'
  | 'unknown-field'
  | 'duplicate'
  | 'unknown-issue'
  | 'unknown-option'
  | 'unknown-good'
  | 'missing-value'
  | 'missing-weight'
  | 'empty-range'
  | 'out-of-range'
  | 'points-span'
  | 'jump'
  | 'unsupported'
  | 'at-most-count'
  | 'more-mistakes'

export type Mistake = {
  readonly code: MistakeCode
  /** What stands there. */
  readonly found?: string
  /** The field, issue, party or thing concerned. */
  readonly about?: string
  /** What would have been accepted. */
  readonly choices?: readonly string[]
  readonly limit?: number
}

export type FileProblem = Mistake & Position & { readonly file: string }

export type MistakeList = {
  readonly problems: readonly FileProblem[]
  add(at: Position, mistake: Mistake): void
}

/** Collects the mistakes of one file; past `mistakesMax` it only remembers that there were more. */
export function createMistakeList(file: string): MistakeList {
  const problems: FileProblem[] = []
  return {
    problems,
    add(at, mistake) {
      if (problems.length < mistakesMax) {
        problems.push({ ...mistake, file, line: at.line, column: at.column })
      } else if (problems.length === mistakesMax) {
        problems.push({ code: 'more-mistakes', file, line: at.line, column: at.column, limit: mistakesMax })
      }
    },
  }
}

/** Line by line, as a reader corrects them, and within a line as found; files in the order they came. */
export function sortProblems(problems: readonly FileProblem[]): readonly FileProblem[] {
  const files = [...new Set(problems.map(problem => problem.file))]
  return problems.toSorted((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line)
}
