/** The text in files of other programs, in and out. What reads and writes them is loaded when somebody asks for it. */

import {
  clausesOfDraft,
  type Draft,
  type DraftClause,
  draftClauses,
  type RoomState,
  type WorkingText,
} from '@goodoffices/core'
import { withoutMarks } from '../../export/letters.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { AtWork } from '../../session/at-work.ts'
import { languages as spoken } from '../../words/locale.ts'
import { figuresOf, say } from '../../words/say.ts'
import { loadVocabulary, type Vocabulary } from '../../words/vocabulary.ts'
import type { SaidWith } from './word/propose.ts'
import type { Review, RowChoice } from './word/review.ts'
import type { Decisions } from './word/take.ts'
import type { FileComment } from './word/write.ts'

export const textFileLimits = { bytesMax: 32 * 1024 * 1024 } as const

type Given = { readonly bytes: Uint8Array; readonly language?: string }

/** TXT-38: what a file holds, beside the text at the desk; nothing is put. Fails with a code that begins with `file-`. */
export async function reviewFile(
  desk: RoomState,
  text: WorkingText,
  { bytes, ...how }: Given,
): Promise<Result<Review>> {
  const { readWord, reviewPassages, standsAtDesk } = await import('./word/index.ts')
  const word = readWord(bytes)
  return word.ok ? ok(reviewPassages(standsAtDesk(desk, text), { word: word.value, ...how })) : word
}

/** The same, beside a draft that was issued. */
export async function reviewFileOfDraft(draft: Draft, { bytes, ...how }: Given): Promise<Result<Review>> {
  const { readWord, reviewPassages, standsInDraft } = await import('./word/index.ts')
  const word = readWord(bytes)
  return word.ok ? ok(reviewPassages(standsInDraft(draft), { word: word.value, ...how })) : word
}

type Proposing = {
  readonly draft: Draft
  readonly rows: Review['rows']
  readonly choices: ReadonlyMap<number, RowChoice>
  readonly said: SaidWith
}

/** TXT-56: what a side changed, said of the draft in one write; and how many things it said. Fails with `nothing-written` where it was nothing, and as each act would. */
export async function proposeImport(
  { engine }: AtWork,
  room: RoomState,
  { draft, ...chosen }: Proposing,
): Promise<Result<number>> {
  const { composeProposals } = await import('./word/index.ts')
  const acts = composeProposals(draft, chosen)
  if (acts.length === 0) return fail('nothing-written')
  const done = await engine.submit(acts.map(act => ({ room: room.id, act })))
  return done.ok ? ok(acts.length) : done
}

/** TXT-55: what was chosen of it, in one write; and how many clauses it was. Fails with `nothing-written` where it was nothing, and as each act would. */
export async function putImport(
  { engine }: AtWork,
  desk: RoomState,
  {
    text,
    rows,
    decisions,
  }: {
    readonly text: WorkingText
    readonly rows: Review['rows']
    readonly decisions: Decisions
  },
): Promise<Result<number>> {
  const { composeImport } = await import('./word/index.ts')
  const composed = composeImport(desk, text.text, { rows, decisions })
  if (!composed.ok) return composed
  const acts = composed.value
  if (acts.length === 0) return fail('nothing-written')
  const done = await engine.submit(acts.map(act => ({ room: desk.id, act })))
  const clauses = new Set(acts.flatMap(act => ('clause' in act ? [act.clause] : [])))
  return done.ok ? ok(clauses.size) : done
}

/** A draft, or the text as it stands at the desk, as a file has it. */
export type FileSource = Pick<WorkingText, 'title' | 'nature' | 'languages' | 'statusLine'> & {
  readonly number?: number
  readonly clauses: readonly DraftClause[]
}

export const draftAsFile = (draft: Draft): FileSource => {
  const { title = '', nature = 'mediators-text', languages = [], statusLine, number } = draft
  return {
    title,
    nature,
    languages,
    ...(statusLine === undefined ? {} : { statusLine }),
    ...(number === undefined ? {} : { number }),
    clauses: clausesOfDraft(draft),
  }
}

export const textAsFile = (desk: RoomState, text: WorkingText): FileSource => ({
  ...text,
  clauses: draftClauses(desk, text.text),
})

export type FileWanted = {
  readonly source: FileSource
  /** The draft against which it is a redline. */
  readonly against?: FileSource
  /** One, or two side by side. */
  readonly languages: readonly [string] | readonly [string, string]
  readonly comments?: readonly FileComment[]
  /** Whoever asks for it reads this language. */
  readonly vocabulary: Vocabulary
}

const isSpoken = (language: string): language is (typeof spoken)[number] =>
  spoken.some(each => each === language)

/** The vocabulary of a text's own language, where there is one. */
const vocabularyFor = async (language: string, otherwise: Vocabulary): Promise<Vocabulary> => {
  const [tag = ''] = language.toLowerCase().split('-')
  return isSpoken(tag) ? loadVocabulary(tag) : otherwise
}

/** What stands on every page: whose text it is, which draft, and against which it is compared. */
export function headlineOf({ source, against, vocabulary }: Omit<FileWanted, 'languages'>): string {
  const figures = figuresOf(vocabulary.language)
  const { terms, choices } = vocabulary
  const numbered = (pattern: string, number: number | undefined): readonly string[] =>
    number === undefined ? [] : [withoutMarks(say(pattern, { number: figures.number(number) }, figures))]
  return [
    source.statusLine ?? choices[`nature.${source.nature}`],
    source.title,
    ...numbered(terms.numbered, source.number),
    ...numbered(terms['compared-with'], against?.number),
  ].join(' · ')
}

/** A Word file of it. The same draft gives the same bytes. */
export async function textToWord(wanted: FileWanted): Promise<Uint8Array> {
  const { source, against, languages, comments, vocabulary } = wanted
  const { writeWord } = await import('./word/index.ts')
  const own = new Map(
    await Promise.all(
      languages.map(async language => [language, await vocabularyFor(language, vocabulary)] as const),
    ),
  )
  const first = own.get(languages[0]) ?? vocabulary
  return writeWord({
    title: source.title,
    headline: headlineOf({ ...wanted, vocabulary: first }),
    clauses: source.clauses,
    ...(against === undefined ? {} : { before: against.clauses }),
    languages,
    ...(comments === undefined ? {} : { comments }),
    words: {
      language: first.language,
      standing: ({ standing }, language) =>
        standing === 'open' ? undefined : (own.get(language) ?? first).choices[`standing.${standing}`],
      footnote: kind => `${first.choices[`footnoteKind.${kind}`]}:`,
      languageName: language =>
        new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(language) ?? language,
    },
  })
}

/** What was said of a draft's clauses in its room, by the sides' names: never a person's. */
export const commentsAsFile = (room: RoomState): readonly FileComment[] =>
  Object.values(room.draftComments).map(({ clause, by, body, quote }) => {
    const party = room.members[by]?.party ?? room.party?.party
    return {
      clause,
      by: party === undefined ? '' : (room.parties[party]?.name ?? ''),
      body,
      ...(quote === undefined ? {} : { quote }),
    }
  })
