import type { HoldId, PartyId } from '../../ids.ts'
import type { Said } from '../../room/state.ts'
import type { Circumstance } from '../../schema.ts'

export type Retention = Said & { readonly days: number | null; readonly basis: string }

export type Hold = Said & {
  readonly hold: HoldId
  readonly reason: string
  /** The party that holds; absent for a mediator's. */
  readonly party?: PartyId
  readonly recorded?: Circumstance
  lifted?: Said & { readonly note?: string; readonly recorded?: Circumstance }
}

export type RetentionState = {
  /** The rule that the record is kept by; absent where none was stated. */
  retention?: Retention
  readonly holds: Record<HoldId, Hold>
}
