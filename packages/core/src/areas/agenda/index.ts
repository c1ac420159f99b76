export {
  clockOf,
  type DeadlineClock,
  type Pause,
  pausesOf,
  stretchOver,
  turnOf,
} from './clocks.ts'
export {
  type Cell,
  type CouldBePut,
  cellOf,
  couldBePut,
  isIn,
  isWithdrawn,
  type Position,
} from './matrix.ts'
export {
  type AgendaRooms,
  assentedDay,
  cellsIn,
  cellsOf,
  checkCommonDeadline,
  checkIssue,
  claimsIn,
  claimsOn,
  type DeadlineFields,
  heldApartIn,
  type IssueFields,
  issueIn,
  partiesConcerned,
} from './posting.ts'
export type { Claim } from './registers/claim.ts'
export { type Deadline, endOf } from './registers/deadline.ts'
export { type Issue, isPutOff } from './registers/issue.ts'
export type { Round } from './registers/round.ts'
export type { WorkingGroup } from './registers/working-group.ts'
export { isHeldApart, isHigher, type Stage, stageOf, stages } from './stage.ts'
