/** An agenda in words: what a side says of an issue, what a deadline's clock shows, in which languages a title is missing. */

import {
  type AgendaRooms,
  type Cell,
  type DeadlineClock,
  type IssueFields,
  type ItemId,
  isSameTerm,
  partiesConcerned,
  standingOf,
  type Term,
} from '@goodoffices/core'
import type { Writing } from '../../export/writing.ts'
import { say } from '../../words/say.ts'
import { choiceOf } from '../item/names.ts'
import { sayResolved, sayTerm } from '../item/term.ts'
import { deadlinesIn } from './waits.ts'

/** What stands in a cell, and beside it how firm that is, or the words of the condition. */
export function sayCell(w: Writing, { position, isMet, claim }: Cell): readonly string[] {
  const { terms } = w.vocabulary
  if (claim === undefined) return [terms['says.silent']]
  const { firmness, onlyIf } = standingOf(claim).fields
  return [
    position === 'in-if' && isMet ? terms['says.met'] : terms[`says.${position}`],
    ...(firmness === undefined ? [] : [choiceOf(w, `firmness.${firmness}`)]),
    ...(onlyIf === undefined ? [] : [onlyIf]),
  ]
}

/** The title in the reader's language where it has one, else as it was put first. */
export function nameOfIssue(
  w: Writing,
  { title, titles = [] }: Pick<IssueFields, 'title' | 'titles'>,
): string {
  return titles.find(({ language }) => isSameLanguage(language, w.vocabulary.language))?.title ?? title
}

const isSameLanguage = (a: string, b: string): boolean =>
  a.split('-')[0]?.toLowerCase() === b.split('-')[0]?.toLowerCase()

/** AGEN-12: the languages of the parties that an issue concerns in which its title is not given. */
export function missingLanguages(
  { table, caucuses }: Pick<AgendaRooms, 'table' | 'caucuses'>,
  { titleLanguage, titles = [], scope }: Pick<IssueFields, 'titleLanguage' | 'titles' | 'scope'>,
): readonly string[] {
  const given = [titleLanguage, ...titles.map(({ language }) => language)].filter(each => each !== undefined)
  const wanted = partiesConcerned(table, scope).flatMap(({ party, language }) => {
    const own = caucuses.find(room => room.party?.party === party)?.party?.language
    return own ?? language ?? []
  })
  return [...new Set(wanted)].filter(each => !given.some(language => isSameLanguage(each, language)))
}

/** When it is; or that its clock stands still, and how much it has left. */
export const sayClock = (w: Writing, clock: DeadlineClock): string =>
  clock.kind === 'stopped'
    ? say(w.vocabulary.terms['clock-stopped'], { count: clock.left }, w.figures)
    : sayResolved(w, clock.day)

type Moves = { readonly deadline: ItemId; readonly due: Term }

/** AGEN-9: what a question about a day moves, and to when; beside it the day that it has now, where that is another. `w`: of the table; of another room where the reader is not there. */
export function sayMoves(w: Writing, { deadline, due }: Moves): readonly string[] {
  const { terms } = w.vocabulary
  const known = deadlinesIn(w.room).find(({ item }) => item === deadline)
  const now = known === undefined ? undefined : standingOf(known).fields.due
  const title = known === undefined ? '—' : standingOf(known).fields.title
  const isOther = now !== undefined && !isSameTerm(now, due)
  return [
    say(terms['would-move'], { title, day: sayTerm(w, due) }, w.figures),
    ...(isOther ? [say(terms['due-now'], { day: sayTerm(w, now) }, w.figures)] : []),
  ]
}
