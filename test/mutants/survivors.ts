import type { Package } from './mutant.ts'

/** A guard without which every test passes, and why that is as it should be. */
export type Survivor = {
  readonly of: Package
  /** The condition, or the part of it, as it stands in the source, on one line. */
  readonly guard: string
  readonly because: string
}

export const survivors: readonly Survivor[] = []
