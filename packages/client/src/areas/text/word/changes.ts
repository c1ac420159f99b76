/** A draft's clauses as they go into a file: each with its words, or with what changed in them against an earlier draft. */

import {
  type ClauseId,
  compareDrafts,
  type DraftClause,
  type DraftedClause,
  type Piece,
  writeNames,
} from '@goodoffices/core'
import { draftedClauses, numbersOf } from '../reading.ts'
import { labelOf } from './labels.ts'

/** A clause in one language. */
export type Rendered = {
  readonly label: readonly Piece[]
  readonly heading: readonly Piece[]
  readonly words: readonly Piece[]
}
export type FileClause = {
  readonly clause: DraftClause
  readonly is: Piece['is']
  /** How many clauses it stands under. */
  readonly depth: number
  readonly in: readonly Rendered[]
}

const plain = (text: string, is: Piece['is'] = 'kept'): readonly Piece[] =>
  text === '' ? [] : [{ is, text }]

/** Those who want a wording before it, where the draft says so. */
function withNames(clause: DraftClause): DraftClause {
  const wanted = new Map((clause.wantedBy ?? []).map(({ option, names }) => [option, names]))
  if (wanted.size === 0) return clause
  return {
    ...clause,
    renderings: clause.renderings.map(rendering => {
      const options = (rendering.choices ?? []).flatMap(each => each.options)
      const { body } = rendering
      return body === undefined
        ? rendering
        : { ...rendering, body: writeNames(body, at => wanted.get(options[at] as never) ?? []) }
    }),
  }
}

function depthsOf(clauses: readonly DraftClause[]): ReadonlyMap<ClauseId, number> {
  const depths = new Map<ClauseId, number>()
  for (const { clause, upper } of clauses) {
    depths.set(clause, upper === undefined ? 0 : (depths.get(upper) ?? -1) + 1)
  }
  return depths
}

/** The clauses as they stand. */
export function clausesAsTheyStand(
  given: readonly DraftClause[],
  languages: readonly string[],
): readonly FileClause[] {
  const clauses = given.map(withNames)
  const [numbers, depths] = [numbersOf(clauses), depthsOf(clauses)]
  const drafted = languages.map(language => draftedClauses(clauses, language))
  return clauses.map((clause, at) => ({
    clause,
    is: 'kept',
    depth: depths.get(clause.clause) ?? 0,
    in: languages.map((language, of) => ({
      label: plain(labelOf(numbers.get(clause.clause), language)),
      heading: plain(drafted[of]?.[at]?.heading?.words ?? ''),
      words: plain(drafted[of]?.[at]?.wording.words ?? ''),
    })),
  }))
}

const elsewhere = (clause: ClauseId): ClauseId => `${clause} before` as ClauseId

/** What moved is struck where it stood and put in where it stands: marks of moving are read differently by every program. */
function apart(before: readonly DraftedClause[], moved: ReadonlySet<ClauseId>): readonly DraftedClause[] {
  const named = (clause: ClauseId): ClauseId => (moved.has(clause) ? elsewhere(clause) : clause)
  return before.map(each => ({
    ...each,
    clause: named(each.clause),
    ...(each.parent === undefined ? {} : { parent: named(each.parent) }),
  }))
}

/** The clauses with what changed since an earlier draft: taken as they are now it is this one, taken back the earlier (TXT-34). */
export function clausesCompared(
  [earlier, later]: readonly [readonly DraftClause[], readonly DraftClause[]],
  languages: readonly string[],
): readonly FileClause[] {
  const [before, after] = [earlier.map(withNames), later.map(withNames)]
  const [first = ''] = languages
  const moved = new Set(
    compareDrafts(draftedClauses(before, first), draftedClauses(after, first))
      .filter(change => change.moved)
      .map(({ clause }) => clause),
  )
  const compared = languages.map(language =>
    compareDrafts(apart(draftedClauses(before, language), moved), draftedClauses(after, language)),
  )
  const [was, is] = [numbersOf(before), numbersOf(after)]
  const all = new Map([
    ...before.map(each => [elsewhere(each.clause), each] as const),
    ...before.map(each => [each.clause, each] as const),
    ...after.map(each => [each.clause, each] as const),
  ])
  const depths = new Map([...depthsOf(before), ...depthsOf(after)])
  return (compared[0] ?? []).flatMap((change, at): readonly FileClause[] => {
    const clause = all.get(change.clause)
    if (clause === undefined) return []
    const state = change.is === 'new' ? 'put' : change.is === 'gone' ? 'struck' : 'kept'
    return [
      {
        clause,
        is: state,
        depth: depths.get(clause.clause) ?? 0,
        in: languages.map((language, of) => {
          const { heading = [], words = [] } = compared[of]?.[at] ?? {}
          const [old, now] = [was, is].map(numbers => labelOf(numbers.get(clause.clause), language))
          return { label: labelPieces(state, old ?? '', now ?? ''), heading, words }
        }),
      },
    ]
  })
}

function labelPieces(state: Piece['is'], old: string, now: string): readonly Piece[] {
  if (state === 'put') return plain(now, 'put')
  if (state === 'struck') return plain(old, 'struck')
  return old === now ? plain(now) : [...plain(old, 'struck'), ...plain(now, 'put')]
}
