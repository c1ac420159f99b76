import type { PartyId } from '../../ids.ts'
import type { Said } from '../../room/state.ts'
import type { Circumstance } from '../../schema.ts'
import type { Terms } from './terms.ts'

export type Consent = Said & {
  readonly party: PartyId
  readonly standing: 'given' | 'withdrawn'
  /** The party's own words: limits where given, reason where withdrawn. */
  readonly words?: string
  /** The terms that stood when it spoke. */
  readonly terms: Terms
  /** Present where the mediator recorded it. */
  readonly recorded?: Circumstance
}

export type MandateState = {
  terms: Terms
  readonly consents: Record<PartyId, Consent>
}
