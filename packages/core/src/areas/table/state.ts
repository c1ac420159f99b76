import type { Said } from '../../room/state.ts'

export type TableState = {
  /** Whether the parties speak to each other directly here, and when that changed. */
  direct: boolean
  readonly directChanges: (Said & { readonly direct: boolean })[]
}
