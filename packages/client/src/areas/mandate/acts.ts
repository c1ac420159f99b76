/** A party's consent to the mediation, given or withdrawn: the acts that say so. */

import type { Act, Circumstance, PartyId } from '@goodoffices/core'

type Saying = { readonly party: PartyId; readonly recorded?: Circumstance }

/** `limits`: in the party's own words. */
export const giveConsent = (said: Saying & { readonly limits?: string }): Act => ({
  kind: 'consent.give',
  ...said,
})

export const withdrawConsent = (said: Saying): Act => ({ kind: 'consent.withdraw', ...said })
