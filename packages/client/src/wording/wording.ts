/** What a violation is said to mean, in one language. The web app and the command line share it. */

/** `you`: what is said to whoever tried it; `they`: to those who see that somebody else did. Data stand in braces: `{name}`. */
export type Sentence = { readonly you: string; readonly they: string }

export type Wording = {
  readonly sentences: Readonly<Record<string, Sentence>>
  /** For a code that this version does not know. */
  readonly unknown: Sentence
}
