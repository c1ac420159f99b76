import type { ConveyanceId, DeliveryId, MemberId } from '../../ids.ts'
import type { Said } from '../../room/state.ts'
import type { Conveyance, Origin } from './plan.ts'

/** What was done with a conveyance, as it was said: nothing of it is replaced by what comes after. */
export type CarriedStep = Said &
  (
    | { readonly did: 'prepare'; readonly plan: Conveyance }
    | { readonly did: 'assign'; readonly to: MemberId; readonly note?: string }
    | { readonly did: 'read'; readonly note?: string; readonly digest?: string }
    | { readonly did: 'deliver' }
    | { readonly did: 'cancel'; readonly note?: string }
  )

export type Carried = {
  plan: Conveyance
  standing: 'prepared' | 'delivered' | 'cancelled'
  carrier: MemberId
  readonly by: MemberId
  /** Who put it in its present words. */
  writtenBy: MemberId
  /** Position of the entry that first prepared it. */
  readonly position: number
  /** Time of the last change. */
  time: number
  note?: string
  /** Oldest first. */
  readonly steps: CarriedStep[]
}

/** DESK-10: what was heard, and is carried nowhere. */
export type HeardOnly = Said & { readonly origin: Origin; readonly note?: string }

export type DeskState = {
  readonly conveyances: Record<ConveyanceId, Carried>
  /** Those prepared and neither delivered nor cancelled. */
  readonly pending: Record<ConveyanceId, true>
  /** Which conveyance a delivery belongs to. */
  readonly planned: Record<DeliveryId, ConveyanceId>
  /** Oldest first. */
  heardOnly?: HeardOnly[]
}
