export { type Act, type ActKind, type Entry, parseAct } from './act.ts'
export type { Conveyance, Finding, Origin, Timing } from './desk/acts.ts'
export type { Carried, Note } from './desk/apply.ts'
export { carryOut, checkConveyance, deliveryOf, type Sides } from './desk/convey.ts'
export { findLeaksIn } from './desk/leaks.ts'
export { carriedAlready, type Waiting, waitingAtDesk, waitingInCaucus } from './desk/view.ts'
export * from './ids.ts'
export type { Certificate, Kept, KeptInvitation, RelayCard } from './keyring/acts.ts'
export type { Invited } from './keyring/apply.ts'
export type { Terms } from './mandate/acts.ts'
export type { Consent } from './mandate/apply.ts'
export type * from './message/acts.ts'
export type * from './message/apply.ts'
export * from './message/disclosure.ts'
export { findLeaks, guardedRunWords, type LeakCheckInput, rewordedRunWords } from './message/leak.ts'
export { isRecordedFor, mayWrite } from './message/rules.ts'
export { type Item, itemsOf } from './message/view.ts'
export { fail, ok, type Result, type Violation } from './result.ts'
export type { Hold, Retention } from './retention/apply.ts'
export { destructionDue, mayHaveEnded, standingHolds } from './retention/rules.ts'
export {
  applyEntry,
  applyEpoch,
  authorOf,
  beginRoom,
  checkAct,
  type Rejected,
  type RoomState,
  rejectedMax,
  rosterDevices,
  stewardDevices,
  type TimelineItem,
} from './room.ts'
export {
  type DeviceCard,
  type MemberCard,
  mediatorRoles,
  type PartyCard,
  partyRoles,
  type Role,
  type RoomKind,
  thirdRoles,
} from './roster/acts.ts'
export type { Contact, Member, RegisteredRoom } from './roster/apply.ts'
export * from './roster/rules.ts'
export { type Circumstance, limits } from './schema.ts'
