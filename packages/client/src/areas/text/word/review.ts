/** TXT-38: a file beside a text that stands: which passage is which clause, what differs, who changed what. Nothing is put by it. */

import {
  alignWithoutIds,
  type ClauseId,
  clausesOf,
  clausesOfDraft,
  currentOf,
  type Draft,
  type RoomState,
  type WorkingText,
} from '@goodoffices/core'
import { tongueOf } from './bookmarks.ts'
import type { LeftOut, WordPiece, WordText } from './content.ts'
import { cleanText } from './letters.ts'
import { type Passage, passagesOf } from './passages.ts'

/** What becomes of somebody's changes: they stand, they do not, or both wordings stand beside each other. */
export type Way = 'take' | 'leave' | 'both'

export type ImportRow = Passage & {
  /** Its place in the file, from 0. */
  readonly at: number
  readonly language: string
  /** The clause that it is; absent: none that stands there. */
  readonly clause?: ClauseId
  /** By its bookmark; by its words, so like that nobody need be asked, or not so like. */
  readonly known?: 'by-id' | 'by-words' | 'perhaps'
  /** Whoever changed something in it. */
  readonly authors: readonly string[]
  /** Nothing in it differs from what stands. */
  readonly same: boolean
}

export type Review = {
  readonly title?: string
  readonly rows: readonly ImportRow[]
  readonly leftOut: readonly LeftOut[]
  readonly authors: readonly string[]
  /** Clauses of the text that the file does not have: they stay. */
  readonly absent: readonly ClauseId[]
}

/** A passage's words as somebody's decision leaves them, without what nobody sees. */
export const wordsBy = (pieces: readonly WordPiece[], isTaken: (author: string) => boolean): string =>
  cleanText(
    pieces
      .filter(
        ({ put, struck }) =>
          (put === undefined || isTaken(put.by)) && (struck === undefined || !isTaken(struck.by)),
      )
      .map(({ text }) => text)
      .join(''),
  ).text.trim()

export const asBefore = (pieces: readonly WordPiece[]): string => wordsBy(pieces, () => false)
export const asAfter = (pieces: readonly WordPiece[]): string => wordsBy(pieces, () => true)

const authorsOf = ({ heading, words }: Passage): readonly string[] => [
  ...new Set(
    [...heading, ...words].flatMap(({ put, struck }) =>
      [put, struck].flatMap(change => (change === undefined ? [] : [change.by])),
    ),
  ),
]

/** A clause that stands, by language. */
type Standing = {
  readonly clause: ClauseId
  readonly renderings: readonly {
    readonly language: string
    readonly heading?: string
    readonly body?: string
  }[]
}
/** What a file is laid beside. */
export type Stands = { readonly languages: readonly string[]; readonly clauses: readonly Standing[] }

const languagesOf = ({ languages = [] }: Pick<Draft, 'languages'>): readonly string[] =>
  languages
    .toSorted(
      (one, other) => Number(other.languageRole === 'drafting') - Number(one.languageRole === 'drafting'),
    )
    .map(({ language }) => language)

/** The text as it stands at the desk. */
export const standsAtDesk = (desk: RoomState, text: WorkingText): Stands => ({
  languages: languagesOf(text),
  clauses: clausesOf(desk, text.text).map(row => ({
    clause: row.clause,
    renderings: row.wordings.flatMap(({ language }) => {
      const { heading, body } = currentOf(row, language) ?? {}
      return [
        { language, ...(heading === undefined ? {} : { heading }), ...(body === undefined ? {} : { body }) },
      ]
    }),
  })),
})

export const standsInDraft = (draft: Draft): Stands => ({
  languages: languagesOf(draft),
  clauses: clausesOfDraft(draft),
})

const wordsIn = ({ renderings }: Standing, language: string) => {
  const { heading = '', body = '' } = renderings.find(each => each.language === language) ?? {}
  return { heading, body: body.trim() }
}

const said = ({ heading, body }: { readonly heading: string; readonly body: string }): string =>
  `${heading} ${body}`.trim()

type Candidate<T> = { readonly each: T; readonly text: string }

/** Which passage is which of what stands, by the words: the very same first, each once, then the likest (TXT-45). */
function guess<W, I>(
  before: readonly Candidate<W>[],
  after: readonly Candidate<I>[],
): ReadonlyMap<I, { readonly was: W; readonly sure: boolean }> {
  const found = new Map<I, { readonly was: W; readonly sure: boolean }>()
  const same = Map.groupBy(before, ({ text }) => text)
  const used = new Set<Candidate<W>>()
  for (const { each, text } of after) {
    const was = text === '' ? undefined : same.get(text)?.shift()
    if (was === undefined) continue
    used.add(was)
    found.set(each, { was: was.each, sure: true })
  }
  const [olds, news] = [before.filter(each => !used.has(each)), after.filter(({ each }) => !found.has(each))]
  const textOf = ({ text }: Candidate<unknown>): string => text
  for (const { was, is, sure } of alignWithoutIds(olds.map(textOf), news.map(textOf))) {
    const [old, now] = [olds[was], news[is]]
    if (old !== undefined && now !== undefined) found.set(now.each, { was: old.each, sure })
  }
  return found
}

/** A file as rows to choose from. `language`: of what says none itself; the one that is drafted in where it is left out. */
export function reviewPassages(
  { languages, clauses }: Stands,
  { word, language = languages[0] ?? '' }: { readonly word: WordText; readonly language?: string },
): Review {
  const { title, passages } = passagesOf(word)
  const byId = new Map(clauses.map(each => [each.clause, each]))
  const tongues = new Map(languages.map(each => [tongueOf(each), each]))
  const own = passages.map(({ marked }) => (marked === undefined ? undefined : byId.get(marked.clause)))
  const likely = guess(
    clauses.filter(each => !own.includes(each)).map(each => ({ each, text: said(wordsIn(each, language)) })),
    passages.flatMap(({ heading, words }, at) =>
      own[at] === undefined
        ? [{ each: at, text: said({ heading: asBefore(heading), body: asBefore(words) }) }]
        : [],
    ),
  )
  const reviewed = passages.map((passage, at): ImportRow => {
    const found = likely.get(at)
    const standing = own[at] ?? found?.was
    const tongue = own[at] === undefined ? undefined : tongues.get(passage.marked?.tongue ?? '')
    const spoken = tongue ?? language
    const authors = authorsOf(passage)
    return {
      ...passage,
      at,
      language: spoken,
      authors,
      same: authors.length === 0 && standing !== undefined && isSame(passage, wordsIn(standing, spoken)),
      ...(standing === undefined
        ? {}
        : {
            clause: standing.clause,
            known: own[at] !== undefined ? 'by-id' : found?.sure === true ? 'by-words' : 'perhaps',
          }),
    }
  })
  const found = new Set(reviewed.map(({ clause }) => clause))
  return {
    ...(title === undefined ? {} : { title }),
    rows: reviewed,
    leftOut: word.leftOut,
    authors: word.authors,
    absent: clauses.map(({ clause }) => clause).filter(clause => !found.has(clause)),
  }
}

const isSame = (
  { heading, words }: Passage,
  stands: { readonly heading: string; readonly body: string },
): boolean => asAfter(words) === stands.body && (heading.length === 0 || asAfter(heading) === stands.heading)

/** What somebody decided of a row; of whose changes nobody decided, both wordings stand. */
export type RowChoice = {
  readonly put: boolean
  /** The clause that it is after all; null: a new one. */
  readonly clause?: ClauseId | null
  /** Whatever was decided of authors. */
  readonly way?: Way
}

/** What is put unless somebody decides otherwise: what is new, and what surely is a clause and differs from it. */
export const proposedChoice = ({ known, same }: ImportRow): RowChoice => ({
  put: !same && known !== 'perhaps',
})
