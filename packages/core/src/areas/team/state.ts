import type { ItemId, RoomId } from '../../ids.ts'
import type { Room, Said } from '../../room/state.ts'
import type { Circumstance } from '../../schema.ts'

/** The room in which a caucus is to go on, or goes on, and whose mediators read it from then on. */
export type Successor = Said & {
  readonly room: RoomId
  /** The item that named their institution, and the name that it had. */
  readonly item: ItemId
  readonly institution: string
  /** Those who come, by name. */
  readonly coming: readonly string[]
  /** The party's yes to this very room: from then on nothing more is said in the earlier one. */
  adopted?: Said & { readonly recorded?: Circumstance }
}

export type TeamState = { successor?: Successor }

/** TEAM-11: the room in which a caucus goes on, once its party has said so. */
export const successorOf = ({ successor }: Room & TeamState): RoomId | undefined =>
  successor?.adopted === undefined ? undefined : successor.room
