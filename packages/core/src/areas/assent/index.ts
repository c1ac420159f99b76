export type {
  Adherence,
  Asked,
  Considered,
  Content as QuestionContent,
  Giving,
} from './content.ts'
export { questionKinds } from './content.ts'
export {
  type checkOutcome,
  isOutOf,
  put as putQuestion,
  putAct,
  unfinishedOf,
} from './putting.ts'
export {
  type Answer,
  type AskedStanding,
  answerTold,
  countingAnswer,
  isFinal,
  isMatch,
  isYesFinal,
  phaseOf,
  planPhaseOf,
  type Question,
  type QuestionPhase,
  type QuestionPlan,
  standingsOf,
  thingIdOf,
} from './state.ts'
