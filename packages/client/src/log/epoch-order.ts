/** The epoch that a log is in at each of its records, by what stands in the open: whoever can read none of them counts the same. */

import { epochFirst } from '@goodoffices/log'
import type { Peeked } from './epochs.ts'

export class EpochOrder {
  /** The epoch of the last record, as an honest relay counts (REL-24). */
  epoch: number

  constructor(epoch = epochFirst) {
    this.epoch = epoch
  }

  /**
   * Takes the next record. False where no honest relay would have placed it: words of an epoch that has not begun, or keys that do
   * not begin the next. Nobody waits for a key to such a record.
   */
  take({ peeked }: Peeked): boolean {
    if (peeked?.ok !== true) return true
    const { epoch, kind } = peeked.value
    if (kind === 'k' && epoch === this.epoch + 1) this.epoch = epoch
    return epoch >= epochFirst && epoch <= this.epoch
  }
}
