export {
  acceptanceOf,
  answeredAnew,
  answersForParty,
  answerToOffices,
  checkDisclosing,
  isInDanger,
  isToBeConfirmed,
  notAccepting,
  officesIn,
  portfoliosOf,
  portfoliosOn,
} from './answers.ts'
export type { AgreementToMediate } from './registers/agreement.ts'
export type { GoodOffices } from './registers/good-offices.ts'
export type { Portfolio } from './registers/portfolio.ts'
export type { Safety } from './registers/safety.ts'
export type { Track } from './registers/track.ts'
export type { OfficesAnswer } from './verbs.ts'
