/** What is read of a Word file: its paragraphs with who changed what in them, and how much of which kind was left out. */

/** Who changed it, as the file says; `at` as it stands there. */
export type Changed = { readonly by: string; readonly at?: string }

/** A stretch of words. Put in by one and struck by another it is both. */
export type WordPiece = {
  readonly text: string
  readonly put?: Changed
  readonly struck?: Changed
}

export type WordComment = Changed & {
  readonly text: string
  /** The words that it is about. */
  readonly quote: string
}

export type WordParagraph = {
  readonly pieces: readonly WordPiece[]
  /** As Word counts it, or as it stands in a number of our own writing. */
  readonly label?: string
  /** Of a heading its level, from 1; of a title 0. */
  readonly heading?: number
  readonly bookmarks: readonly string[]
  /** What became of its end: put in it parts what was one paragraph, struck it joins two. */
  readonly end?: Changed & { readonly is: 'put' | 'struck' }
  readonly comments: readonly WordComment[]
  readonly footnotes: readonly string[]
}

/** What was left out: of fields and tables the words are kept. */
export const leftOutKinds = [
  'pictures',
  'objects',
  'boxes',
  'tables',
  'formulas',
  'fields',
  'headers',
  'hidden',
  'formatting',
  'signs',
] as const
export type LeftOutKind = (typeof leftOutKinds)[number]
export type LeftOut = { readonly kind: LeftOutKind; readonly count: number }

export type WordText = {
  readonly paragraphs: readonly WordParagraph[]
  readonly leftOut: readonly LeftOut[]
  /** Whoever changed or commented on something, in the order in which they are met. */
  readonly authors: readonly string[]
}
