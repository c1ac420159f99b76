import type { PartyId } from '../../ids.ts'
import { fail, ok } from '../../result.ts'
import { checkForParty } from '../../room/in-whose-name.ts'
import { leadsParty } from '../../room/roles.ts'
import type { Member, Room } from '../../room/state.ts'
import type { Circumstance } from '../../schema.ts'
import type { Consent, MandateState } from './state.ts'

type Spoken = { readonly party: PartyId; readonly recorded?: Circumstance }

/** MAND-2: the lead states the terms. */
export function checkTerms(room: Room, author: Member) {
  if (room.kind === 'delegation' || room.kind === 'private') return fail('wrong-room')
  return author.role === 'lead' ? ok(null) : fail('lead-only')
}

/** MAND-3: a party's leading members, or a recorded statement, give and withdraw consent. */
export function checkConsent(room: Room, author: Member, act: Spoken) {
  if (room.kind !== 'caucus' || room.party?.party !== act.party) return fail('wrong-room')
  return checkForParty(room, author, act, leadsParty)
}

/** MAND-4: only what was given can be withdrawn. */
export function checkWithdrawal(room: Room & MandateState, author: Member, act: Spoken) {
  const allowed = checkConsent(room, author, act)
  if (!allowed.ok) return allowed
  return room.consents[act.party]?.standing === 'given' ? ok(null) : fail('no-consent')
}

/** How it stands with a party's consent in its caucus: it is given to terms, and when others have been stated since, not to those. */
export function consentStanding(room: Room & MandateState): 'none' | 'outdated' | Consent['standing'] {
  const consent = room.party === undefined ? undefined : room.consents[room.party.party]
  if (consent === undefined) return 'none'
  const { standing, terms } = consent
  const isSame = terms.role === room.terms.role && terms.disclosure === room.terms.disclosure
  return standing === 'given' && !isSame ? 'outdated' : standing
}
