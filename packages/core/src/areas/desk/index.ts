export { arrivalOf, carryOut, deliveryOf, type Sent } from './carry-out.ts'
export { checkConveyance, isPlaced, isPublic, type Sides, sidesOf } from './convey.ts'
export { findLeaksIn, findLeaksInAct, type Reaching, reachOf } from './leaks.ts'
export { type Conveyance, type Origin, originsOf, sourcesOf, type Timing } from './plan.ts'
export { readerOf, togetherWith } from './rules.ts'
export type { Carried, CarriedStep } from './state.ts'
export {
  type AskedByThing,
  carriedAlready,
  type Waiting,
  type WaitingAtDesk,
  type WaitingInCaucus,
  waitingAtDesk,
  waitingInCaucus,
  waitingOfThings,
} from './waiting.ts'
