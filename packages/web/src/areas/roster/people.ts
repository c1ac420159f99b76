/** Whom a reader meets in the rooms they are in. */

import { isPresent, type Member, type MemberId, type PartyCard, type RoomState } from '@goodoffices/core'

/** Everybody present in any of the rooms, each once, by name; as the first of the rooms knows them. */
export function everyoneIn(rooms: readonly RoomState[], locale: string): readonly Member[] {
  const people = new Map<MemberId, Member>()
  for (const room of rooms)
    for (const person of Object.values(room.members))
      if (isPresent(person) && !people.has(person.member)) people.set(person.member, person)
  const { compare } = new Intl.Collator(locale)
  return [...people.values()].sort((a, b) => compare(a.name, b.name))
}

/** Every party that the rooms know, by name. */
export function partiesIn(rooms: readonly RoomState[], locale: string): readonly PartyCard[] {
  const parties = new Map<PartyCard['party'], PartyCard>()
  for (const room of rooms) {
    for (const card of Object.values(room.parties)) parties.set(card.party, card)
    if (room.party !== undefined) parties.set(room.party.party, room.party)
  }
  const { compare } = new Intl.Collator(locale)
  return [...parties.values()].sort((a, b) => compare(a.name, b.name))
}

/** Those who may be named to the others: nobody of a hidden party. */
export const nameableOf = (people: readonly Member[], parties: readonly PartyCard[]): readonly Member[] =>
  people.filter(person => !parties.some(card => card.party === person.party && card.hidden))
