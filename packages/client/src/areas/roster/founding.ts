/** How rooms of talks are founded: what each opens with, and what it says first of parties and rooms. Once, for talks and samples alike. */

import {
  type Act,
  type MemberCard,
  type PartyCard,
  type PartyId,
  type RoomId,
  type RoomKind,
  rulesNumber,
} from '@goodoffices/core'

export type Opening = Extract<Act, { kind: 'room.open' }>

/** The first entry of a room founded by this program: by the rules that it knows (RULE-1). */
export const openRoom = (
  about: Pick<Opening, 'process' | 'terms' | 'room' | 'founder' | 'succeeds'>,
): Opening => ({
  kind: 'room.open',
  ...about,
  history: 'all',
  rules: rulesNumber,
})

export const nameParty = (card: PartyCard): Act => ({ kind: 'party.add', card })

export const admitMember = (card: MemberCard): Act => ({ kind: 'member.admit', card })

/** Where somebody can be reached. */
export const recordContact = (contact: Omit<Extract<Act, { kind: 'contact.record' }>, 'kind'>): Act => ({
  kind: 'contact.record',
  ...contact,
})

/** A room as a desk lists it. */
export type Registered = {
  readonly room: RoomId
  readonly kind: RoomKind
  readonly title?: string
  readonly party?: PartyId
}

export const registerRoom = ({ kind, ...registered }: Registered): Act => ({
  kind: 'room.register',
  roomKind: kind,
  ...registered,
})

/**
 * What a room says first: who the parties are, and at the desk which rooms there are. Whom only the mediators know is named at the desk
 * alone; a caucus and a delegation name nobody.
 */
export function directoryOf(
  kind: RoomKind,
  { parties, rooms }: { readonly parties: readonly PartyCard[]; readonly rooms: readonly Registered[] },
): readonly Act[] {
  const isNaming = kind === 'desk' || kind === 'table' || kind === 'group'
  const named = isNaming ? parties.filter(({ hidden }) => kind === 'desk' || !hidden) : []
  return [...named.map(nameParty), ...(kind === 'desk' ? rooms.map(registerRoom) : [])]
}
