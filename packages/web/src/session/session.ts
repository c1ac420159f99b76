/**
 * A member's session, which is the client package's, and the ways to one. Nothing in a screen reaches past this page.
 */

import type { Creation, DeviceLink, Look, Session } from '@goodoffices/client'
import type { ProcessId, Result } from '@goodoffices/core'

export type {
  ConveyancePlan as Plan,
  Creation,
  DeviceLink,
  DeviceOffer,
  Invitation,
  InvitationRequest,
  Joining,
  OpenedEntry,
  PartyRequest as NewParty,
  ProcessSummary,
  ReachPreview as Preview,
  Session,
} from '@goodoffices/client'

export type Chair = {
  readonly id: string
  readonly label: string
  /** The session of whoever sits in it, the same each time; opened when it is first asked for. */
  readonly sit: () => Promise<Result<Session>>
}

/** A sample as a live process: the chairs that a visitor may take. */
export type Sample = {
  readonly name: SampleName
  readonly process: ProcessId
  /** What every reader is told before reading. */
  readonly notice: string
  readonly chairs: readonly Chair[]
}

export const sampleNames = ['algiers', 'two-villages'] as const
export type SampleName = (typeof sampleNames)[number]

/** `none`: nobody has begun here; `locked`: a passphrase is needed. */
export type Standing = 'none' | 'locked' | 'open'

/** What is known of a person's way to a session before the program for it has been fetched. */
export interface Entrance {
  readonly standing: () => Standing
  /** Once its program is here and, where the device is not locked, its session is open. */
  readonly access: () => Access | undefined
  /** Fetches the program. Rejects with `NotFetched`, and with a `VaultError` where the vault cannot be read. */
  readonly open: () => Promise<Access>
  /** The same without beginning it: resolves and rejects with it. */
  readonly opened: Promise<Access>
  readonly subscribe: (listener: () => void) => () => void
}

/** How a person comes to a session on this device. */
export interface Access {
  standing(): Standing
  session(): Session | undefined
  subscribe(listener: () => void): () => void
  create(person: {
    readonly name: string
    readonly passphrase?: string
    readonly creationToken?: string
  }): Promise<Result<null>>
  /** Who may begin with this page's relay; undefined where it does not answer. */
  creation(): Promise<Creation | undefined>
  unlock(passphrase: string): Promise<Result<null>>
  /** What an invitation says of itself, and how it stands; nothing is sent. */
  look(text: string): Promise<Result<Look>>
  /** It was not meant for whoever holds it: its inviter is told. */
  sendBack(text: string): Promise<Result<null>>
  /** Answers the offer that another device of the same person has made. */
  link(text: string, passphrase?: string): Promise<Result<DeviceLink>>
  recover(person: { readonly phrase: string; readonly passphrase?: string }): Promise<Result<null>>
  /** SYNC-51: whether this window has the vault, and no other of this browser. */
  readonly leads: () => boolean
  /** Takes it from the window that has it. Rejects with a `VaultError`. */
  lead(): Promise<void>
  /** Whether there is a passphrase to lock with. */
  readonly locks: () => boolean
  lock(): Promise<void>
  /** Protects this device by another passphrase, or by none; `current` where there is one. */
  changePassphrase(change: { readonly current?: string; readonly next?: string }): Promise<Result<null>>
  /** Removes from this browser all that it keeps of its person. */
  forget(): Promise<Result<null>>
  openSample(name: SampleName): Promise<Result<Sample>>
  /** Fetches the program that opens samples, so that a visitor who reads first does not wait for it. */
  prepareSamples(): void
}
