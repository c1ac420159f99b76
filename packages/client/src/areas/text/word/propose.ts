/** What a side changed in a draft in another program, as what it says of that draft: words for its clauses, and comments. */

import type { Act, ClauseId, CommentId, Draft, WordingProposalId } from '@goodoffices/core'
import { newId } from '../../../process/id.ts'
import { asAfter, asBefore, type ImportRow, proposedChoice, type Review, type RowChoice } from './review.ts'

type Say = Extract<Act, { readonly kind: 'draft.comment' | 'draft.propose' }>
/** What is said with each: what may pass of it, and of a party without an account how it was said. */
export type SaidWith = Pick<Say, 'marking' | 'recorded'>

const noteMax = 4_000

/**
 * TXT-56: of each chosen row its words as they stand with all changes, and its comments. Words for what is no clause of the draft are for
 * a new one behind the clause before it; where nothing is left of a clause nothing is proposed, since that is an answer.
 */
export function composeProposals(
  { draft }: Pick<Draft, 'draft'>,
  {
    rows,
    choices,
    said,
  }: {
    readonly rows: Review['rows']
    readonly choices: ReadonlyMap<number, RowChoice>
    readonly said: SaidWith
  },
): readonly Say[] {
  const acts: Say[] = []
  let behind: ClauseId | undefined
  for (const row of rows) {
    const choice = choices.get(row.at) ?? proposedChoice(row)
    const known = choice.clause === undefined ? row.clause : (choice.clause ?? undefined)
    if (choice.put) {
      const at = known === undefined ? { behind } : { clause: known }
      const body = bodyOf(row, known === undefined)
      const isSaid =
        body !== '' && !(known !== undefined && body === asBefore(row.words) && row.authors.length > 0)
      if (isSaid && (known ?? behind) !== undefined) {
        const place = known === undefined ? { behind: behind as ClauseId } : { clause: known }
        acts.push({
          kind: 'draft.propose',
          draft,
          wording: newId<WordingProposalId>(),
          ...place,
          language: row.language,
          body,
          ...said,
        })
      }
      acts.push(...commentsOf(row, { draft, clause: known ?? at.behind, said }))
    }
    if (known !== undefined) behind = known
  }
  return acts
}

/** Of a new clause its heading stands before its words; of one that is there the heading is the mediators'. */
const bodyOf = ({ heading, words }: ImportRow, isNew: boolean): string =>
  [isNew ? asAfter(heading) : '', asAfter(words)].filter(Boolean).join('\n')

type At = { readonly draft: Draft['draft']; readonly clause: ClauseId | undefined; readonly said: SaidWith }

const commentsOf = ({ comments, language }: ImportRow, { draft, clause, said }: At): readonly Say[] =>
  comments.flatMap(({ text, quote }): readonly Say[] => {
    const words = quote.trim()
    if (text === '' || clause === undefined) return []
    return [
      {
        kind: 'draft.comment',
        draft,
        comment: newId<CommentId>(),
        clause,
        language,
        ...(words === '' || words.length > noteMax ? {} : { quote: words }),
        body: text,
        ...said,
      },
    ]
  })
