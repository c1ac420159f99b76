/** What the parts of a member's device at work share: what is held, how it is asked for, and how something is decided. */

import type { Act, DeviceId, Finding, PartyId, RelayCard, RoomId, RoomState } from '@goodoffices/core'
import type { Device } from '@goodoffices/log'
import type { Identity } from '../../identity/identity.ts'
import type { Strongbox } from '../../identity/strongbox.ts'
import type { MailLog } from '../../log/mail-log.ts'
import type { Pending } from '../../log/overlay.ts'
import type { RoomLog } from '../../log/room-log.ts'
import type { RelayPage, RelayPort } from '../../relay/port.ts'
import type { Result } from '../../result.ts'
import type { Trouble } from '../notices.ts'
import type { AnyOutbox, Item, Job, Outbox } from '../outbox.ts'
import type { Passes } from '../passes.ts'
import type { Standing } from './standing.ts'

/** An act for a room; `time` where it is told of afterwards, else now. */
export type ActStep = {
  readonly room: RoomId
  readonly act: Act
  readonly time?: number
  /** What the leak check named in it and was passed deliberately. */
  readonly accepted?: readonly Finding[]
  /** The parties whose limits were shown, and are heeded, by whoever opens the table (AGEN-4). */
  readonly heeded?: readonly PartyId[]
}

/** One of several things decided together: an act, or a job as it is. */
export type Step = ActStep | Job

/** An act that was decided, and for which room. */
export type Placed = Pending & { readonly room: RoomId }

/** What else in the vault changes in the same write. */
export type Also = ReadonlyMap<string, Uint8Array | null>

/** The window that leads, which alone sends (SYNC-51). */
export type SendingGround = Ground & { readonly outbox: Outbox }

export interface Ground {
  readonly identity: Identity
  readonly device: DeviceId
  /** Which of this program's devices acts where a room has come to: the one of before, until the room has taken the new one. */
  deviceIn(state: RoomState): Device
  readonly box: Strongbox
  readonly outbox: AnyOutbox
  readonly passes: Passes
  /** Milliseconds since 1970, by this device. */
  readonly now: () => number

  /** The room as this member sees it, with what waits to be sent; `extra`: as it were after these too. */
  room(id: RoomId, extra?: readonly Pending[]): RoomState | undefined
  /** The member's own room. */
  home(): RoomState | undefined
  roomLog(id: RoomId): RoomLog | undefined
  mailbox(id: RoomId): MailLog | undefined
  relayOf(id: RoomId): RelayCard
  port(relay: RelayCard): RelayPort
  /** Holds everything on the keyring that is not held yet. */
  holdKept(): Promise<void>
  /** Holds a log no longer, once its turn is over, and keeps nothing of it. */
  letGo(id: RoomId): void

  /** How the log stands with its relay. */
  standing(id: RoomId): Standing
  /** Whether the room's record was destroyed, as far as this device knows: nothing is written there any more. */
  isOver(id: RoomId): boolean
  /** Reads a log to its end, or fails. */
  sync(id: RoomId): Promise<Result<null>>
  /** Takes what a relay answered to an append of ours, without asking again. */
  take(id: RoomId, page: RelayPage): Promise<Result<null>>

  /** Decides steps, all or none; `heldMs`: for so long they may be taken back. */
  submit(steps: readonly Step[], also?: Also, heldMs?: number): Promise<Result<readonly Placed[]>>
  /** Keeps jobs that need no check. */
  enqueue(jobs: readonly Job[], also?: Also): Promise<void>

  /** SYNC-40: whether it may still be taken back: its time has not come, or no relay can be reached. */
  rests(item: Item): boolean

  touch(): void
  report(trouble: Trouble): void
  withdraw(code: string, room?: RoomId): void
}
