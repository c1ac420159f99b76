export { composeChoice, composeMeaning, composeTie } from './choosing.ts'
export {
  commentsAsFile,
  draftAsFile,
  type FileSource,
  headlineOf,
  proposeImport,
  putImport,
  reviewFile,
  reviewFileOfDraft,
  textAsFile,
  textFileLimits,
  textToWord,
} from './files.ts'
export { issueToRead } from './going.ts'
export { planOfIssuing, previewIssuing } from './issuing.ts'
export {
  countOpenOf,
  draftedClauses,
  draftedIn,
  draftingIn,
  draftsIn,
  namesWanting,
  numbersOf,
  overviewOf,
} from './reading.ts'
export {
  answersTo as answersToDraft,
  type DraftSaying,
  idOfSaying,
  isAskedToPass,
  isUnanswered,
  type SaidOfClause,
  saidOf,
  sayingsIn,
  unansweredIn,
} from './saying.ts'
export { type LeftOut, leftOutKinds, type WordPiece } from './word/content.ts'
export {
  type ImportRow,
  proposedChoice,
  type Review as ImportReview,
  type RowChoice,
  type Way as ImportWay,
} from './word/review.ts'
export type { Decisions as ImportDecisions } from './word/take.ts'
export {
  composeClause,
  composeMove,
  composeWriting,
  type Outcome,
  redlineOfProposal,
  settleRivals,
  takeIn,
} from './writing.ts'
