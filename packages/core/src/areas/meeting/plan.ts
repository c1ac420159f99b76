/** A day as it is planned side by side, and what may be found in it. */

import type { PartyId } from '../../ids.ts'
import { type Clock, clockToMinutes } from '../../term/clock.ts'
import type { Arrangement } from './registers/arrangement.ts'
import type { HousePlan } from './registers/house-plan.ts'

export type Fields = Arrangement['revisions'][number]['fields']
export type House = HousePlan['revisions'][number]['fields']

/** How one side comes and goes. */
export type PlannedSide = {
  readonly party: PartyId
  readonly fields: Fields
  /** How many hours before it arrives it was told so, where it was. */
  readonly told?: number
  /** The language that its party writes in. */
  readonly language?: string
  /** MEET-14: somebody of it may come to harm by taking part, as the desk notes. */
  readonly isFlagged?: boolean
}

/** Minutes between the arrivals of two sides, and between their departures, where nothing else is said. */
export const minutesApart = 15

export type Between = { readonly sides: readonly [PartyId, PartyId] }
export type Window = { readonly from: Clock; readonly to: Clock }

export type PlanFinding =
  /** Closer to each other than so many minutes; or at once, from when to when. */
  | (Between & { readonly kind: 'arrivals-close' | 'departures-close'; readonly minutes: number })
  | (Between & Window & { readonly kind: 'arrivals-overlap' | 'departures-overlap' })
  | (Between & Window & { readonly kind: 'sessions-overlap' })
  /** The same place, at a time when both are there. */
  | (Between & {
      readonly kind:
        | 'same-room'
        | 'same-entrance'
        | 'same-waiting-room'
        | 'same-route'
        | 'ways-cross'
        | 'same-interpreter'
      readonly place: string
    })
  /** Not the same for both. */
  | (Between & {
      readonly kind:
        | 'size-differs'
        | 'distance-differs'
        | 'floor-differs'
        | 'sessions-differ'
        | 'speaking-differs'
        | 'notice-differs'
      readonly values: readonly [number, number]
    })
  /** The first of them has somebody who should come last and go first, and does not. */
  | (Between & { readonly kind: 'flagged-comes-first' | 'flagged-goes-last' })
  | {
      readonly kind:
        | 'ends-before'
        | 'no-interpreter'
        | 'not-interpreted'
        | 'interpreter-not-cleared'
        | 'no-exit'
      readonly side: PartyId
    }
  /** The house knows no such room or way. */
  | { readonly kind: 'not-in-house'; readonly side: PartyId; readonly place: string }

export const windowOf = (fields: Fields, when: 'arrives' | 'leaves'): Window => ({
  from: fields[`${when}From`],
  to: fields[`${when}To`],
})

/** The time that two windows share; undefined where they share none. One that ends when the other begins shares none. */
export function overlapOf(a: Window, b: Window): Window | undefined {
  const from = clockToMinutes(a.from) > clockToMinutes(b.from) ? a.from : b.from
  const to = clockToMinutes(a.to) < clockToMinutes(b.to) ? a.to : b.to
  return clockToMinutes(from) < clockToMinutes(to) ? { from, to } : undefined
}

/** Whether both come, or both go, in some of the same time. */
export const moveTogether = (a: Fields, b: Fields): boolean =>
  (['arrives', 'leaves'] as const).some(when => overlapOf(windowOf(a, when), windowOf(b, when)) !== undefined)

export const isSame = (a: string | undefined, b: string | undefined): a is string =>
  a !== undefined && a.trim().toLowerCase() === b?.trim().toLowerCase()
