/** Guards without which every test passes, by package. */

import type { Package } from './mutant.ts'
import { client } from './survivors/client.ts'
import { core } from './survivors/core.ts'
import { log } from './survivors/log.ts'
import { relay } from './survivors/relay.ts'

/** A guard without which every test passes, and why that is as it should be. */
export type Survivor = {
  /** The condition, or the part of it, and what it leads to, as a report prints them before its last arrow. */
  readonly guard: string
  /** Its place in the package's `src`, where the same is asked elsewhere and missed there. */
  readonly file?: string
  readonly because: string
}

export const survivors: Readonly<Record<Package, readonly Survivor[]>> = { core, log, relay, client }
