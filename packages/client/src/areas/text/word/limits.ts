/** What of a Word file is read at most. The highest that 1,477 public files reach is a third of each or less. */
export const wordLimits = {
  fileBytesMax: 32 * 1024 * 1024,
  memberBytesMax: 24 * 1024 * 1024,
  unpackedBytesMax: 64 * 1024 * 1024,
  membersMax: 4_096,
  /** How many times what is packed a member may be, once it is longer than that. */
  ratioMax: 300,
  ratioFromBytes: 1024 * 1024,
  depthMax: 256,
  elementsMax: 1_500_000,
  paragraphsMax: 50_000,
  commentsMax: 5_000,
} as const

/** Why a file is not read. Nothing of it is taken; the file itself is left as it is. */
export type WordCode =
  /** No ZIP, or no Word document in it. */
  | 'file-not-word'
  /** A file of Word as it was before 2007, or one under a password. */
  | 'file-old-or-locked'
  /** Cut short, or no XML. */
  | 'file-broken'
  /** Longer than what is read. */
  | 'file-too-long'
  /** Unpacks to more than any text does. */
  | 'file-swells'
  /** Names things outside of itself before it begins. */
  | 'file-declares'
  | 'file-too-deep'
