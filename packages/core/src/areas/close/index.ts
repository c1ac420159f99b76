/** What of approval and close other packages call. */

export {
  type Approval,
  type ApprovalStanding,
  approvalChain,
  approvalStanding,
  approvalsMissing,
} from './approvals.ts'
export {
  type Ballot,
  ballotIn,
  outcomeOfBallot,
  type Tally,
  talliesOf,
} from './ballots.ts'
export { type Done, doneTogether, signingsDone } from './done.ts'
export type { Instrument, Signing } from './fields.ts'
export { type Awaits, type InForce, inForceIn } from './in-force.ts'
export {
  attestationsOf,
  digestsOf,
  fullSignature,
  instrumentIn,
  instrumentsIn,
  isAttested,
  isSignedByAll,
  type Ladder,
  ladderOf,
  laddersOf,
  type Rung,
  sameInstrumentIn,
  signingsOn,
} from './ladder.ts'
export {
  addsUp,
  type Denominator,
  isOfRule,
  type Majority,
  type PollRule,
  type PollStanding,
  pollOutcome,
  type Tallied,
} from './poll.ts'
