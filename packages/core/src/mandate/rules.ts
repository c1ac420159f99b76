import { checkForParty } from '../message/rules.ts'
import { fail, ok, type Result } from '../result.ts'
import type { RoomState } from '../room.ts'
import type { Member } from '../roster/apply.ts'
import { leadsParty } from '../roster/rules.ts'
import type { MandateAct } from './acts.ts'

/** MAND-2: the lead states the terms. MAND-3: a party's leading members, or a recorded statement, give and withdraw consent. */
export function checkMandate(room: RoomState, author: Member, act: MandateAct): Result<null> {
  switch (act.kind) {
    case 'terms.set':
      if (room.kind === 'delegation' || room.kind === 'private') return fail('wrong-room')
      return author.role === 'lead' ? ok(null) : fail('lead-only')
    case 'consent.give':
    case 'consent.withdraw': {
      if (room.kind !== 'caucus' || room.party?.party !== act.party) return fail('wrong-room')
      const allowed = checkForParty(room, author, act, leadsParty)
      if (!allowed.ok) return allowed
      // MAND-4: only what was given can be withdrawn.
      const consent = room.consents[act.party]
      if (act.kind === 'consent.withdraw' && consent?.standing !== 'given') return fail('no-consent')
      return ok(null)
    }
  }
}
