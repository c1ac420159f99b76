import type { Package } from './mutant.ts'

/** A guard without which every test passes, and why that is as it should be. */
export type Survivor = {
  readonly of: Package
  /** The condition, or the part of it, and what it leads to, as a report prints them before its last arrow. */
  readonly guard: string
  readonly because: string
}

export const survivors: readonly Survivor[] = [
  {
    of: 'core',
    guard: 'carried === undefined ⇒ return',
    because:
      'Said for the types: the rule has refused what is of no conveyance before it comes to be applied.',
  },
]
