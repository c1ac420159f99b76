/** What a reading of a room's log has led to, piece by piece. */

import type { DeviceCard, Entry, RoomState } from '@goodoffices/core'
import type { EpochKey, OpenedKeys } from '@goodoffices/log'
import type { RelayRecord } from '../relay/port.ts'
import type { Violation } from '../result.ts'
import type { Peeked } from './epochs.ts'
import type { Read } from './read-record.ts'
import type { KeysEnvelope, StewardshipParts } from './stewardship.ts'

/** An entry as it stands in the room's log, accepted or not. */
export type OpenedEntry = {
  readonly position: number
  /** The relay's time. */
  readonly placed: number
  readonly epoch: number
  readonly entry: Entry
  readonly head: { readonly size: number; readonly root: Uint8Array }
  readonly violation?: Violation
}

/** A record that is no entry of this room. */
export type Fault = { readonly position: number; readonly violation: Violation }

type FaultRead = Extract<Read, { readonly kind: 'fault' }>

/** Faults that are listed: the last. */
export const faultsMax = 1_000

export function listFault(faults: Fault[], { record, violation }: FaultRead): void {
  faults.push({ position: record.position, violation })
  if (faults.length > faultsMax) faults.shift()
}

/** A room's reading, as far as it has come. */
export type RoomLogParts = {
  /** How much of the log had been read. */
  readonly size: number
  readonly state: RoomState
  readonly keys: readonly { readonly epoch: number; readonly key: EpochKey }[]
  readonly cards: readonly DeviceCard[]
  readonly faults: readonly Fault[]
  readonly splitAt: number | undefined
  readonly stewardship: StewardshipParts
  /** The epoch that the log had reached, whether the room has taken it or not. */
  readonly logEpoch: number
}

/** A record, and whether an honest relay would have placed it there. */
export type Ordered = Peeked & { readonly isInOrder: boolean }

/** The keys with which a log began, until its first entry says who founded the room. */
export type Founding = { readonly keys: OpenedKeys; readonly envelope: KeysEnvelope | undefined }

export const placedBytes = ({ position, envelope }: RelayRecord): KeysEnvelope | undefined =>
  envelope === undefined ? undefined : { position, bytes: envelope }
