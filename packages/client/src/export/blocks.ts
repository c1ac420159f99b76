/** What a document is made of. */

/** In a `title`, `heading` or `line`, what people wrote stands between the marks of isolation, U+2068 and U+2069. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  /** A short line about what follows or came before. */
  | { readonly kind: 'line'; readonly text: string }
  /** Letters and digits of no language, from left to right. */
  | { readonly kind: 'code'; readonly text: string }
  /** Somebody's own words, in pieces where parts of them are marked. */
  | {
      readonly kind: 'text'
      readonly pieces: readonly { readonly text: string; readonly marking?: string }[]
      readonly language?: string
    }
  | { readonly kind: 'rule' }
