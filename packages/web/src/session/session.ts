/**
 * What the screens need of a member's session, and of the way to one. The client package's session is one; so is the one that
 * the browser tests run on. Nothing in a screen reaches past this page.
 */

import type { DeviceId, ProcessId, Result, RoomId } from '@goodoffices/core'
import type { Session as ClientSession } from '@goodoffices/client'

export type { ConveyancePlan as Plan, ConveyancePreview as Preview } from '@goodoffices/client'
export type {
  Invitation,
  InvitationRequest,
  Joining,
  OpenedEntry,
  PartyRequest as NewParty,
  ProcessSummary,
} from '@goodoffices/client'

export type ExportFormat = 'html' | 'docx' | 'record'

/** A device that acts in the member's name. */
export type OwnDevice = { readonly device: DeviceId; readonly kind: 'this' | 'other' | 'paper' }

/** A way for a second device to come in: a link for the screen, words for the hand. */
export type DeviceLink = { readonly link: string; readonly words: readonly string[] }

export type Session = Pick<
  ClientSession,
  | 'me'
  | 'subscribe'
  | 'version'
  | 'status'
  | 'processes'
  | 'process'
  | 'rooms'
  | 'room'
  | 'home'
  | 'entries'
  | 'checkpoint'
  | 'waitingIn'
  | 'checkAct'
  | 'act'
  | 'actAll'
  | 'createProcess'
  | 'addParty'
  | 'openGroup'
  | 'openDelegation'
  | 'removeMember'
  | 'leave'
  | 'handOverLead'
  | 'invite'
  | 'invitations'
  | 'invitation'
  | 'completeInvitation'
  | 'cancelInvitation'
  | 'join'
  | 'joinings'
  | 'acceptJoining'
  | 'abandonJoining'
  | 'previewConveyance'
  | 'prepareConveyance'
  | 'deliver'
  | 'draft'
  | 'saveDraft'
> & {
  devices(): readonly OwnDevice[]
  addDeviceLink(): Promise<Result<DeviceLink>>
  removeDevice(device: DeviceId): Promise<Result<null>>
  exportRoom(room: RoomId, format: ExportFormat): Promise<Result<Uint8Array | string>>
  exportProcess(process: ProcessId, format: ExportFormat): Promise<Result<Uint8Array | string>>
}

export type Chair = { readonly id: string; readonly label: string; readonly session: Session }

/** A sample as a live process: one session for each chair that a visitor may take. */
export type Sample = {
  readonly name: SampleName
  readonly process: ProcessId
  /** What every reader is told before reading. */
  readonly notice: string
  readonly chairs: readonly Chair[]
}

export const sampleNames = ['algiers', 'two-villages'] as const
export type SampleName = (typeof sampleNames)[number]

/** How a person comes to a session on this device. */
export interface Access {
  /** `none`: nobody has begun here; `locked`: a passphrase is needed. */
  standing(): 'none' | 'locked' | 'open'
  session(): Session | undefined
  subscribe(listener: () => void): () => void
  create(person: {
    readonly name: string
    readonly passphrase?: string
  }): Promise<Result<{ readonly phrase: readonly string[] }>>
  unlock(passphrase: string): Promise<Result<null>>
  recover(person: { readonly phrase: string; readonly passphrase?: string }): Promise<Result<null>>
  lock(): Promise<void>
  openSample(name: SampleName): Promise<Result<Sample>>
}
