/** What of approval and close other packages call. */

export {
  type Closing,
  type ClosingStep,
  closingOf,
} from './closing.ts'
export { completeFields, digestOfInstrument, isInstrumentTrue } from './digest.ts'
export { type Pack, type PackRequest, writePack } from './pack.ts'
export { articleName, articles, disputes } from './pack-format.ts'
export { proofsOfSignings, type SigningProof } from './proving.ts'
export {
  type LadderLine,
  ladderLines,
  sayInForce,
  sayMajority,
  sayMeans,
  sayOutcome,
  sayRung,
  saySigning,
} from './saying.ts'
export {
  instrumentsOf,
  plansOfInstrument,
  plansOfSignings,
  type SigningDraft,
  sendTogether,
  signingAct,
  waitingToBePlaced,
} from './signing.ts'
export { type VerifiedPack, verifyPack } from './verify-pack.ts'
export type { Article, Dispute } from './wording.ts'
