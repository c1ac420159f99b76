/** A room as its member sees it: what the log holds, with what still waits to be sent laid upon it. */

import {
  type Act,
  applyEntry,
  beginRoom,
  type DeviceId,
  type EntryId,
  type RoomId,
  type RoomState,
} from '@goodoffices/core'
import type { Result } from '../result.ts'
import { Journal } from './journal.ts'

/** An act on its way: its id stays the same however often it is sealed anew. */
export type Pending = { readonly id: EntryId; readonly act: Act; readonly time: number }

/** Whose room it is to be, and whose acts are laid upon it: by the founding device, or the one that acts where the room has come to. */
export type Author = {
  readonly id: RoomId
  readonly device: DeviceId
  readonly deviceIn?: (state: RoomState) => DeviceId
}

type Laid = { readonly entry: EntryId; readonly from: number }

/**
 * Acts that wait are applied to the room's own state and taken off before it changes otherwise (decision 13). So the state that a
 * reader was given does not change while that reader runs: it changes when something was read or decided, and both take turns.
 */
export class Overlay {
  readonly #author: Author
  #journal = new Journal()
  #laid: Laid[] = []
  /** What they are laid upon. */
  #on: RoomState | undefined
  /** A room that no log has yet: what its first act makes it. */
  #begun: { readonly by: EntryId; readonly state: RoomState } | undefined

  constructor(author: Author) {
    this.#author = author
  }

  /**
   * The room after the acts that wait, in this order; the state itself where there are none. An act that no longer holds leaves no
   * trace: sending it will say why.
   */
  show(state: RoomState | undefined, waiting: readonly Pending[]): RoomState | undefined {
    if (state !== undefined) return this.#lay(state, waiting)
    const [opening, ...rest] = waiting
    const begun = opening === undefined ? undefined : this.#begin(opening)
    return begun === undefined ? undefined : this.#lay(begun, rest)
  }

  /** Calls `read` while nothing is laid upon the room. */
  without<T>(read: () => T): T {
    return this.#journal.without(read)
  }

  /** Takes everything off: the room is about to change. */
  lift(): void {
    this.#journal.undo()
    this.#laid = []
  }

  #begin(opening: Pending): RoomState | undefined {
    if (this.#begun?.by === opening.id) return this.#begun.state
    const { id: by, act, time } = opening
    const begun = beginRoom(this.#author.id, { id: by, act, time, device: this.#author.device, position: 1 })
    if (begun.ok) this.#begun = { by, state: begun.value }
    return begun.ok ? begun.value : undefined
  }

  #lay(state: RoomState, waiting: readonly Pending[]): RoomState {
    if (this.#on !== state) {
      this.lift()
      this.#journal = new Journal()
      this.#on = state
    }
    const laid = new Set(this.#laid.map(({ entry }) => entry))
    // What has arrived in the log is not laid upon it again.
    const missing = waiting.filter(({ id }) => laid.has(id) || !Object.hasOwn(state.seen, id))
    const same = missing.findIndex(({ id }, i) => this.#laid[i]?.entry !== id)
    const kept = Math.min(same < 0 ? missing.length : same, this.#laid.length)
    const [first] = this.#laid.slice(kept)
    if (first !== undefined) this.#journal.undo(first.from)
    this.#laid.length = kept
    for (const pending of missing.slice(kept)) this.#add(state, pending)
    return state
  }

  #add(state: RoomState, pending: Pending): void {
    const from = this.#journal.size
    const device = this.#author.deviceIn?.(state) ?? this.#author.device
    if (!applyNext(this.#journal.record(state), pending, device).ok) this.#journal.undo(from)
    this.#laid.push({ entry: pending.id, from })
  }
}

/** Applies one act as if it came next: to the state given. */
export const applyNext = (
  state: RoomState,
  { id, act, time }: Pending,
  device: DeviceId,
): Result<RoomState> => applyEntry(state, { id, act, time, device, position: state.size })
