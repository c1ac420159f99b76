export { countUndertakings, type UndertakingCount } from './counts.ts'
export {
  courseOfUndertaking,
  hasMakerLeft,
  isToBeTold,
  lastDayOf,
  standingOfUndertaking,
} from './course.ts'
export type { Undertaking } from './registers/undertaking.ts'
export type { UnilateralStep } from './registers/unilateral-step.ts'
