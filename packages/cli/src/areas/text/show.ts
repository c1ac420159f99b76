/** A text and a draft of it as the shell prints them: number, how it stands, words, and what is open. */

import { namesWanting, numbersOf } from '@goodoffices/client'
import {
  type ClauseId,
  type ClauseRow,
  choicesIn,
  clausesOf,
  clausesOfDraft,
  countOpen,
  currentOf,
  type Draft,
  type DraftClause,
  type Piece,
  type RoomState,
  readBrackets,
  type TextId,
  wordsOfSidesIn,
  writeNumber,
} from '@goodoffices/core'
import { handleOf } from '../../names/handles.ts'
import { indent, printable } from '../../page/text.ts'
import { textHandles } from './handles.ts'

/** What each clause is called, such as `article 2 bis`; of what has no number, its kind. */
export function labelsOf(
  clauses: readonly Pick<DraftClause, 'clause' | 'clauseKind' | 'upper' | 'insertedAs'>[],
  language: string,
): ReadonlyMap<ClauseId, string> {
  const numbers = numbersOf(clauses)
  return new Map(
    clauses.map(({ clause, clauseKind }) => {
      const number = numbers.get(clause)
      return [clause, number === undefined ? clauseKind : `${clauseKind} ${writeNumber(number, language)}`]
    }),
  )
}

/** `{+put in+}` and `[-struck-]`, as word differences are written in a terminal. */
export const redlineToText = (pieces: readonly Piece[]): string =>
  pieces.map(({ is, text }) => (is === 'kept' ? text : is === 'put' ? `{+${text}+}` : `[-${text}-]`)).join('')

const whole = (bracketed: boolean, words: string): string => (bracketed ? `[${words}]` : words)

/** The working text in one language, each clause with its handle; what stands beside it, under it. */
export function workingLines(room: RoomState, text: TextId, language: string): readonly string[] {
  const rows = clausesOf(room, text)
  const labels = labelsOf(rows, language)
  return rows.flatMap(row => [
    `${handleOf(room, textHandles.clause, row.clause)}  ${labels.get(row.clause) ?? ''}  ${standingOf(row)}${openMark(row, language)}`,
    ...wordsLines(row, language),
    ...choiceLines(room, row, language),
    ...(row.wordings
      .find(each => each.language === language)
      ?.rivals.map(
        ({ by, version, body = '' }) =>
          `    beside it, by ${room.members[by]?.name ?? ''} (${version.slice(0, 8)}): ${printable(body)}`,
      ) ?? []),
  ])
}

/** Each choice by its number, with its wordings by theirs; and words of a side that stand there without a bracket. */
function choiceLines(room: RoomState, row: ClauseRow, language: string): readonly string[] {
  const { body = '', choices = [] } = currentOf(row, language) ?? {}
  const standing = new Set(choices.flatMap(({ options }) => options))
  return [
    ...choicesIn(readBrackets(body).nodes).map(({ options }, at) => {
      const words = options.map(({ from, to }, nth) => `${nth + 1} ${printable(body.slice(from, to).trim())}`)
      return indent(`choice ${at + 1} (${choices[at]?.meant ?? 'unsaid'}): ${words.join(' | ')}`)
    }),
    ...wordsOfSidesIn(room, row)
      .filter(({ support }) => !standing.has(support.alternative))
      .map(({ support, words }) =>
        indent(`words of ${namesWanting(room, support).join(', ')}: ${printable(words)}`),
      ),
  ]
}

const standingOf = ({ standing, agreedBy }: ClauseRow): string =>
  agreedBy === undefined ? standing : `${standing} (${agreedBy})`

function openMark(row: ClauseRow, language: string): string {
  const { choices, blanks } = countOpen(currentOf(row, language)?.body ?? '')
  return choices + blanks === 0 ? '' : `  open: ${choices + blanks}`
}

function wordsLines(row: ClauseRow, language: string): readonly string[] {
  const { heading, body } = currentOf(row, language) ?? {}
  return [heading, body].flatMap(words =>
    words === undefined ? [] : [indent(printable(whole(row.bracketed, words)))],
  )
}

/** A draft in one language: its line of status first, each clause by its place, by which it is answered. */
export function draftLines(draft: Draft, language: string): readonly string[] {
  const clauses = clausesOfDraft(draft)
  const labels = labelsOf(clauses, language)
  return [
    ...(draft.statusLine === undefined ? [] : [printable(draft.statusLine), '']),
    ...clauses.flatMap(({ clause, bracketed, standing, renderings, wantedBy = [], footnotes = [] }, at) => {
      const { heading, body } = renderings.find(each => each.language === language) ?? {}
      return [
        `${at + 1}.  ${labels.get(clause) ?? ''}  ${standing}`,
        ...[heading, body].flatMap(words =>
          words === undefined ? [] : [indent(printable(whole(bracketed, words)))],
        ),
        ...wantedBy.map(({ names }) => indent(`wanted by ${printable(names.join(', '))}`)),
        ...footnotes.map(each => indent(`* ${printable(each.body)}`)),
      ]
    }),
  ]
}
