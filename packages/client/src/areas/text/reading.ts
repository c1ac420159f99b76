/** A draft, or the working text, as whoever reads it is shown it: numbered, and in one language. */

import {
  behindIn,
  type ClauseId,
  type ClauseNumber,
  clausesOf,
  clausesOfDraft,
  compareDrafts,
  countOpen,
  countOpenIn,
  type Draft,
  type DraftClause,
  type DraftedClause,
  draftClauses,
  type Numbered,
  numberClauses,
  type RoomState,
  type WordsOfSide,
  type WorkingText,
} from '@goodoffices/core'

type Row = Pick<DraftClause, 'clause' | 'clauseKind' | 'upper' | 'insertedAs'>

const toNumbered = ({ clause, clauseKind: kind, upper, insertedAs }: Row): Numbered => ({
  clause,
  kind,
  ...(upper === undefined ? {} : { parent: upper }),
  ...(insertedAs === undefined ? {} : { insertedAs }),
})

/** The numbers of clauses in reading order; those without one are left out. */
export const numbersOf = (clauses: readonly Row[]): ReadonlyMap<ClauseId, ClauseNumber> =>
  numberClauses(clauses.map(toNumbered))

/** A draft's clauses in one language, as drafts are compared. */
export const draftedIn = (draft: Draft, language: string): readonly DraftedClause[] =>
  draftedClauses(clausesOfDraft(draft), language)

export const draftedClauses = (clauses: readonly DraftClause[], language: string): readonly DraftedClause[] =>
  clauses.map(clause => {
    const {
      heading,
      body = '',
      choices = [],
    } = clause.renderings.find(each => each.language === language) ?? {}
    return {
      ...toNumbered(clause),
      ...(heading === undefined ? {} : { heading: { words: heading, choices: [] } }),
      wording: { words: body, choices },
    }
  })

type HasLanguages = Pick<Draft, 'languages'>

/** The language that a text is drafted in. */
export const draftingIn = ({ languages = [] }: HasLanguages): string =>
  languages.find(({ languageRole }) => languageRole === 'drafting')?.language ?? 'en'

/** The drafts that were issued in a room, oldest first. */
export const draftsIn = ({ textDrafts }: RoomState): readonly Draft[] =>
  Object.values(textDrafts)
    .filter(({ position }) => position !== undefined)
    .toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0))

/** TXT-43: what some clauses leave open in one language. Clauses in brackets as a whole count as one each. */
export const countOpenOf = (clauses: readonly DraftClause[], language: string): number =>
  clauses.reduce((sum, { renderings, bracketed, clauseKind }) => {
    const { choices, blanks } = countOpen(renderings.find(each => each.language === language)?.body ?? '')
    return sum + choices + blanks + (bracketed ? 1 : 0) + (clauseKind === 'choice' ? 1 : 0)
  }, 0)

export type Overview = {
  /** The number of the issue that is in preparation, from 1. */
  readonly next: number
  readonly open: number
  readonly rivals: number
  /** Clauses that some language renders as they were earlier, or not at all. */
  readonly behind: number
  /** Against what was issued last, where anything was. */
  readonly last?: { readonly open: number; readonly changed: number }
}

/** The line that a mediator watches: how much is open, and what has changed since the text was issued last. */
export function overviewOf(desk: RoomState, text: WorkingText): Overview {
  const language = draftingIn(text)
  const issued = Object.values(desk.issuings).filter(each => each.text === text.text)
  const last = issued.at(-1)
  const { choices, blanks, rivals } = countOpenIn(desk, text.text, language)
  const now = draftClauses(desk, text.text)
  const changes =
    last === undefined
      ? []
      : compareDrafts(draftedClauses(last.clauses, language), draftedClauses(now, language))
  return {
    next: issued.length + 1,
    open: choices + blanks,
    rivals,
    behind: clausesOf(desk, text.text).filter(row => behindIn(desk, row).length > 0).length,
    ...(last === undefined
      ? {}
      : {
          last: {
            open: countOpenOf(last.clauses, language),
            changed: changes.filter(({ is, moved }) => is !== 'same' || moved).length,
          },
        }),
  }
}

/** Those who are said to want a wording, by their names, at the desk. */
export const namesWanting = (desk: RoomState, { by }: WordsOfSide['support']): readonly string[] =>
  Object.values(desk.parties)
    .filter(({ party }) => by[party]?.support === 'wants')
    .map(({ name }) => name)
