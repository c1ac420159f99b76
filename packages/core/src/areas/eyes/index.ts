export {
  type Demand,
  type Door,
  demandFields,
  doors,
  type Eyes,
  fieldOfDoor,
  type Readable,
  type ReadableOf,
} from './plan.ts'
export {
  checkEyes,
  demandAt,
  hasColleague,
  readersOf,
  readersOfCarried,
  readingsIn,
  readingsName,
  seenIn,
} from './reading.ts'
export type { SecondReading } from './registers/second-reading.ts'
export { loosenedBy } from './rules.ts'
export { lastWords } from './verbs.ts'
