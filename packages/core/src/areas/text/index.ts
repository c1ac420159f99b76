export {
  type AlternativeId,
  type Bracketed,
  type BracketId,
  type ChoiceIds,
  type ClauseId,
  countOpen,
  fitsWords,
  type OpenCount,
  type OptionSense,
  type Relation,
  senseOfOption,
} from './brackets/bracketed.ts'
export { bothAsAlternatives, chooseIn } from './brackets/choose.ts'
export { type Fresh, keepIds } from './brackets/keep.ts'
export { liftNames, type Wanted, writeNames } from './brackets/names.ts'
export {
  type BracketFault,
  bracketLimits,
  type Choice,
  choicesIn,
  isChoice,
  type Node as BracketNode,
  readBrackets,
} from './brackets/read.ts'
export { tieChoice, tieChoices } from './brackets/tie.ts'
export { issue as issueText } from './drafts/issuing.ts'
export { bareText, clausesOfDraft } from './drafts/parts.ts'
export { type WordsOfSide, wordsOfSidesIn } from './drafts/whose-words.ts'
export type {
  CommentId,
  DraftId,
  FootnoteId,
  IssueId,
  PackageId,
  SayingId,
  TermId as TextTermId,
  TextId,
  VersionId,
  WordingProposalId,
} from './ids.ts'
export { writeNumber } from './numbers/figures.ts'
export {
  type ClauseKind,
  type ClauseNumber,
  clauseKinds,
  type Insertion,
  insertions,
  type Numbered,
  numberClauses,
} from './numbers/number.ts'
export { orderBetween } from './numbers/order.ts'
export { type ClauseChange, compareDrafts, type DraftedClause } from './redline/align.ts'
export { alignWithoutIds, type Likely } from './redline/likeness.ts'
export { isChanged, type Piece, redlineWords } from './redline/redline.ts'
export type { Comparing } from './redline/tokens.ts'
export type { Attribution, DraftClause } from './schema.ts'
export type {
  ClauseRow,
  Draft,
  DraftComment,
  DraftPosition,
  Version as ClauseVersion,
  WordingProposal,
  WorkingText,
} from './state.ts'
export {
  behindIn,
  clausesOf,
  countOpenIn,
  currentOf,
  draftClauses,
  missingTerm,
  packagesOf,
  wordingOf,
} from './working/view.ts'
