/** How each log stands with its relay, as far as this run of the program has seen: one state per log, and what leads from one to another. */

import type { RoomId } from '@goodoffices/core'
import type { Violation } from '../../result.ts'

export type Standing =
  /** Not asked for in this run. */
  | { readonly kind: 'unasked' }
  /** Read to its end when it was last asked for. */
  | { readonly kind: 'read' }
  /** Its relay did not know it: ours, on its way to be made. */
  | { readonly kind: 'unmade' }
  /** It could not be read to its end when it was last asked for. */
  | { readonly kind: 'unread'; readonly why: Violation }
  /** It has gone on with envelopes missing, and nothing says why they may be: what is written there could not be seen to stand. */
  | { readonly kind: 'withheld' }
  /** Its relay has shown it in a way that cannot be joined to what was there before: left alone from then on. */
  | { readonly kind: 'stopped'; readonly why: Violation }
  /** Nothing of it is left on the device. */
  | { readonly kind: 'forgotten' }

const unasked: Standing = { kind: 'unasked' }

export class Standings {
  readonly #of = new Map<RoomId, Standing>()

  of(id: RoomId): Standing {
    return this.#of.get(id) ?? unasked
  }

  is(id: RoomId, kind: Standing['kind']): boolean {
    return this.of(id).kind === kind
  }

  /** Takes note of what was seen. Returns how it stood before. */
  note(id: RoomId, seen: Standing): Standing {
    const before = this.of(id)
    if (leads(before, seen)) this.#of.set(id, seen)
    return before
  }

  /** Envelopes that were missing are there after all, or are explained. */
  complete(id: RoomId): void {
    if (this.is(id, 'withheld')) this.#of.delete(id)
  }

  /** Why a log was not read to its end; undefined where it was, or was not asked for. */
  whyUnread(id: RoomId): Violation | undefined {
    const standing = this.of(id)
    switch (standing.kind) {
      case 'unread':
      case 'stopped':
        return standing.why
      case 'unmade':
        return { code: 'relay/unknown-log' }
      case 'withheld':
        return { code: 'envelope-withheld' }
      case 'unasked':
      case 'read':
      case 'forgotten':
        return undefined
      default:
        return standing satisfies never
    }
  }
}

/** A log that was shown two ways stays stopped; one with envelopes missing is not whole because it could not be asked for again. */
function leads(from: Standing, to: Standing): boolean {
  if (to.kind === 'forgotten' || to.kind === 'stopped') return true
  if (from.kind === 'stopped') return false
  return from.kind !== 'withheld' || to.kind === 'read' || to.kind === 'withheld'
}

/**
 * After these a log is left alone: what is there cannot be what was there before. A head whose signature does not hold, or a page
 * that does not lead to it, is merely not taken.
 */
export const isForking = ({ code }: Violation): boolean => code === 'log-forked' || code === 'log-rolled-back'
