import type { ConveyanceId, DeliveryId, MemberId } from '../../ids.ts'
import type { Conveyance } from './plan.ts'

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
}

export type DeskState = {
  readonly conveyances: Record<ConveyanceId, Carried>
  /** Those prepared and neither delivered nor cancelled. */
  readonly pending: Record<ConveyanceId, true>
  /** Which conveyance a delivery belongs to. */
  readonly planned: Record<DeliveryId, ConveyanceId>
}
