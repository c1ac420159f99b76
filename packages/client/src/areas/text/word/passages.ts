/** A file's paragraphs as clauses: what each is by its label, what it stands under, and which words are its heading. */

import type { ClauseKind, Insertion } from '@goodoffices/core'
import { type Marked, readBookmark } from './bookmarks.ts'
import type { WordComment, WordParagraph, WordPiece, WordText } from './content.ts'
import { readLabel } from './labels.ts'

/** A clause as a file has it. */
export type Passage = {
  readonly kind: ClauseKind
  readonly insertedAs?: Insertion
  /** The place of the passage that it stands under. */
  readonly upper?: number
  /** As it stands in the file. */
  readonly label?: string
  readonly heading: readonly WordPiece[]
  readonly words: readonly WordPiece[]
  /** The clause that its bookmark names, and in which language. */
  readonly marked?: Pick<Marked, 'clause' | 'tongue'>
  readonly comments: readonly WordComment[]
  readonly footnotes: readonly string[]
}

/** Its words are yet to come where it is a heading so far. */
type Open = { -readonly [K in keyof Passage]: Passage[K] } & { isOpen: boolean }

/** From the outermost in. */
const ranks: Readonly<Partial<Record<ClauseKind, number>>> = {
  annex: 0,
  part: 0,
  chapter: 1,
  section: 2,
  article: 3,
  recital: 3,
  closing: 3,
  option: 3,
  paragraph: 4,
  point: 5,
  subpoint: 6,
}
const rankOf = (kind: ClauseKind): number => ranks[kind] ?? 4
/** What has a heading and its words in the next paragraph. */
const headed: ReadonlySet<ClauseKind> = new Set<ClauseKind>([
  'annex',
  'part',
  'chapter',
  'section',
  'article',
])

const textOf = (pieces: readonly WordPiece[]): string => pieces.map(({ text }) => text).join('')

/** The pieces without so many letters at their beginning. */
function cutStart(pieces: readonly WordPiece[], length: number): readonly WordPiece[] {
  let left = length
  return pieces.flatMap(piece => {
    const cut = Math.min(left, piece.text.length)
    left -= cut
    return cut === piece.text.length ? [] : [{ ...piece, text: piece.text.slice(cut) }]
  })
}

/** Without white space at the ends; before an end that was put in or struck it is part of the words. */
function trimPieces(paragraph: WordParagraph): readonly WordPiece[] {
  const text = textOf(paragraph.pieces)
  const front = text.length - text.trimStart().length
  let left = (runsOn(paragraph) ? text.trimStart() : text.trim()).length
  return cutStart(paragraph.pieces, front).flatMap(piece => {
    const kept = piece.text.slice(0, left)
    left -= kept.length
    return kept === '' ? [] : [{ ...piece, text: kept }]
  })
}

/** A paragraph's end within a clause: put in or struck as the file says. */
function endPiece({ end }: WordParagraph): WordPiece {
  if (end === undefined) return { text: '\n' }
  const { is, ...by } = end
  return is === 'put' ? { text: '\n', put: by } : { text: '\n', struck: by }
}

/** What a paragraph ends by being struck or put in, though it has words that stay, is one passage with the next. */
const runsOn = (paragraph: WordParagraph | undefined): boolean =>
  paragraph?.end !== undefined &&
  paragraph.pieces.some(piece => piece[paragraph.end?.is ?? 'put'] === undefined)

/** The title, where the file has one, and its clauses in their order. */
export function passagesOf({ paragraphs }: Pick<WordText, 'paragraphs'>): {
  readonly title?: string
  readonly passages: readonly Passage[]
} {
  const passages: Open[] = []
  let title: string | undefined
  const isOfArticles = paragraphs.some(
    ({ label, pieces }) => readLabel(`${label ?? ''} ${textOf(pieces)}`.trim())?.kind === 'article',
  )
  /** The innermost open passage that one of this rank may stand under. */
  const upperOf = (kind: ClauseKind): number | undefined => {
    for (let at = passages.length - 1, rank = rankOf(kind); at >= 0; at -= 1) {
      const other = passages[at]
      if (other === undefined) continue
      if (rankOf(other.kind) < rank && other.kind !== 'recital') return at
      rank = Math.min(rank, rankOf(other.kind) + 1)
      if (rank === 0) return undefined
    }
    return undefined
  }
  paragraphs.forEach((paragraph, at) => {
    const isOfMine = paragraph.bookmarks.map(readBookmark).find(each => each !== undefined)
    const pieces = trimPieces(paragraph)
    const { comments, footnotes } = paragraph
    if (pieces.length === 0 && comments.length + footnotes.length === 0) return
    const last = passages.at(-1)
    if (last !== undefined && isOfMine === undefined && runsOn(paragraphs[at - 1])) {
      join(last, endPiece(paragraphs[at - 1] as WordParagraph), pieces)
      addBeside(last, paragraph)
      return
    }
    if (paragraph.heading === 0 && isOfMine === undefined && title === undefined) {
      title = textOf(pieces)
      return
    }
    const same =
      isOfMine === undefined
        ? undefined
        : passages.find(
            ({ marked }) => marked?.clause === isOfMine.clause && marked.tongue === isOfMine.tongue,
          )
    if (same !== undefined && isOfMine !== undefined) {
      if (isOfMine.part === 'heading') same.heading = pieces
      else same.words = same.words.length === 0 ? pieces : [...same.words, { text: '\n' }, ...pieces]
      addBeside(same, paragraph)
      return
    }
    const { label, kind, insertedAs, words } = nameOf(paragraph, pieces, { isOfArticles, last })
    const isHeading = isOfMine?.part === 'heading' || (isOfMine === undefined && isHeadingOf(paragraph, kind))
    if (isOfMine === undefined && label === undefined && !isHeading && last?.isOpen === true) {
      last.words = words
      last.isOpen = false
      addBeside(last, paragraph)
      return
    }
    const upper = upperOf(kind)
    passages.push({
      kind,
      ...(insertedAs === undefined ? {} : { insertedAs }),
      ...(upper === undefined ? {} : { upper }),
      ...(label === undefined ? {} : { label }),
      heading: isHeading ? words : [],
      words: isHeading ? [] : words,
      ...(isOfMine === undefined ? {} : { marked: { clause: isOfMine.clause, tongue: isOfMine.tongue } }),
      comments,
      footnotes,
      isOpen: isHeading || (words.length === 0 && headed.has(kind)),
    })
  })
  return {
    ...(title === undefined ? {} : { title }),
    passages,
  }
}

function join(passage: Open, between: WordPiece, pieces: readonly WordPiece[]): void {
  const isHeading = passage.words.length === 0 && passage.heading.length > 0 && passage.isOpen
  if (isHeading) passage.heading = [...passage.heading, between, ...pieces]
  else passage.words = passage.words.length === 0 ? pieces : [...passage.words, between, ...pieces]
}

function addBeside(passage: Open, { comments, footnotes }: WordParagraph): void {
  passage.comments = [...passage.comments, ...comments]
  passage.footnotes = [...passage.footnotes, ...footnotes]
}

/** A line of its own that is short, as headings are: an article's words in the same paragraph are none. */
const headingCharsMax = 120
const endsSentence = /[.;:،؛۔]\s*$/u
const isHeadingOf = ({ heading, pieces }: WordParagraph, kind: ClauseKind): boolean => {
  const text = textOf(pieces)
  return (
    headed.has(kind) &&
    (heading !== undefined || (text.length <= headingCharsMax && !endsSentence.test(text)))
  )
}

const bullet = '•'

type Named = Pick<Passage, 'kind' | 'insertedAs' | 'label' | 'words'>

function nameOf(
  { label, heading }: WordParagraph,
  pieces: readonly WordPiece[],
  { isOfArticles, last }: { readonly isOfArticles: boolean; readonly last: Open | undefined },
): Named {
  const isBeforeAll = last === undefined || last.kind === 'recital'
  const kind = heading !== undefined ? 'section' : isOfArticles && isBeforeAll ? 'recital' : 'paragraph'
  const counted = label === undefined ? undefined : readLabel(label)
  if (label !== undefined) {
    // What is counted and is no number of a clause is a word among the others: no letter is lost.
    if (counted === undefined && label !== bullet) return { kind, words: [{ text: `${label} ` }, ...pieces] }
    return {
      kind: counted?.kind ?? 'point',
      ...(counted?.insertedAs === undefined ? {} : { insertedAs: counted.insertedAs }),
      label,
      words: pieces,
    }
  }
  const text = textOf(pieces)
  const typed = readLabel(text)
  if (typed !== undefined) {
    return {
      kind: typed.kind,
      ...(typed.insertedAs === undefined ? {} : { insertedAs: typed.insertedAs }),
      label: text.slice(0, typed.length).trim(),
      words: cutStart(pieces, typed.length),
    }
  }
  return { kind, words: pieces }
}
