/** What a violation is said to mean, in one language. The web app and the command line share it. */

/** `you`: to whoever tried it; `they`: to those who see that somebody else did. Data stand in braces: `{at}`, `{by}`. */
export type Sentence = { readonly you: string; readonly they: string }

/** The sentences there are, by the names that `families.ts` gives. */
export type SentenceName = keyof typeof import('./en.ts').en

export type Wording = Readonly<Record<SentenceName, Sentence>>
