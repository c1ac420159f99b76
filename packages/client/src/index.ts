export * from './export/index.ts'
export type { Invitation, InvitationRequest } from './invitation/invite.ts'
export type { Joining } from './invitation/join.ts'
export { textToInvitation } from './invitation/link.ts'
export type { Fault, OpenedEntry } from './log/room-log.ts'
export type { PartyRequest, ProcessRequest } from './process/begin.ts'
export type { ConveyancePlan, ConveyancePreview } from './process/conveying.ts'
export type { ProcessSummary } from './process/find.ts'
export { newId } from './process/id.ts'
export { createHttpRelay, type HttpRelayOptions } from './relay/http.ts'
export * from './relay/port.ts'
export * from './sample/index.ts'
export {
  abandonLink,
  type DeviceLink,
  inspectLink,
  type Linking,
  linkDevice,
  resumeLink,
} from './session/device/linking.ts'
export type { DeviceOffer } from './session/device/offering.ts'
export type { OwnDevice } from './session/devices.ts'
export type { Connection, Reading } from './session/engine/following.ts'
export type { Trouble } from './session/notices.ts'
export {
  createIdentity,
  inspectVault,
  type OpenOptions,
  openSession,
  recoverIdentity,
} from './session/open.ts'
export type { SeenRoom } from './session/seen.ts'
export { Session, type Status } from './session/session.ts'
export type { RoomAct } from './session/talks.ts'
export { drawerOf } from './vault/drawer.ts'
export { openIndexedDbVault } from './vault/indexeddb.ts'
export { createMemoryVault } from './vault/memory.ts'
export { type Vault, VaultError, type VaultErrorCode } from './vault/vault.ts'
