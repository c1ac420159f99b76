export {
  answersTo,
  isSuperseded,
  isUsed,
  placeOf,
  standingVersions,
  versionsOf,
} from './answers.ts'
export {
  type Account,
  accountOf,
  type ChronologyFilter,
  type ChronologyLine,
  chronologyOf,
  type PublicColumn,
  type PublicWords,
  publicColumns,
} from './chronology.ts'
export { type CustodyGap, type CustodyLink, type CustodyVerb, custodyOf } from './custody.ts'
export { findingsOf, inquiriesInto, inquiryCourse } from './inquiries.ts'
export { courseOfMeasure, type MeasureCourse } from './measures.ts'
export type { Alternative } from './registers/alternative.ts'
export type { Evidence } from './registers/evidence.ts'
export type { Inquiry } from './registers/inquiry.ts'
export type { Matter } from './registers/matter.ts'
export type { Measure } from './registers/measure.ts'
export type { Version } from './registers/version.ts'
