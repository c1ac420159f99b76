/** What of steps other packages call. */

export {
  breachOf,
  forceOf,
  isCertified,
  isPerformed,
  isStanding,
  isWaived,
  notWaivedBy,
  saidOfStep,
} from './course.ts'
export {
  type Consequence,
  consequenceOf,
  cureTermOf,
  type Duty,
  daysIn,
  dutyOf,
  expecting,
  groupOf,
  isGone,
  isPast,
  type Supposed,
  stepsIn,
  supposing,
} from './duty.ts'
export type { Step } from './fields.ts'
export { type Level, levelOf } from './incidents.ts'
export type { WorkCalendar } from './registers/calendar.ts'
export type { Finding as StepFinding } from './registers/finding.ts'
export type { Incident } from './registers/incident.ts'
