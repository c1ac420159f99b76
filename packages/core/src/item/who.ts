/** Whether somebody is who a register asks for. */

import type { PartyId } from '../ids.ts'
import { fail, ok } from '../result.ts'
import { checkForParty, isRecordedFor, speaks } from '../room/in-whose-name.ts'
import { isMediator, leadsParty, speaksForParty } from '../room/roles.ts'
import type { Member, Room } from '../room/state.ts'
import type { Circumstance } from '../schema.ts'
import type { RegisterItem, Speaker } from './item.ts'
import type { Who } from './register.ts'

/** What is being done: by whom in whose name, of what. */
export type Doing = {
  readonly recorded?: Circumstance
  readonly for?: Speaker
  /** What the item says, or is about to say. */
  readonly fields: Readonly<Record<string, unknown>>
  /** The item as it stands; absent where it is put for the first time. */
  readonly item?: RegisterItem
}

const partyWords = { speaks, binds: speaksForParty, leads: leadsParty } as const

/** ITEM-2, ITEM-3: the first of those named that the author is, or why they are none. */
export function checkWho(room: Room, author: Member, who: readonly Who[], doing: Doing) {
  const verdicts = who.map(one => checkOne(room, author, one, doing))
  const allowed = verdicts.find(({ ok }) => ok)
  return allowed ?? verdicts[0] ?? fail('role-may-not', { role: author.role })
}

function checkOne(room: Room, author: Member, who: Who, doing: Doing) {
  if (typeof who === 'object') return checkNamed(room, author, who.named, doing)
  switch (who) {
    case 'anyone':
      return doing.recorded === undefined && doing.for === undefined ? ok(null) : fail('not-for-this-party')
    case 'mediators':
      return isOwnWord(doing) && isMediator(author) ? ok(null) : fail('mediators-only')
    case 'lead':
      return isOwnWord(doing) && author.role === 'lead' ? ok(null) : fail('lead-only')
    case 'speaks':
    case 'binds':
    case 'leads':
      return checkParty(room, author, doing, partyWords[who])
    case 'addressee':
      return room.kind === 'caucus' ? checkParty(room, author, doing, speaks) : fail('caucus-only')
    case 'maker':
      if (!isForOwnSide(room, author, doing)) return fail('not-for-this-party')
      return isMaker(room, author, doing) ? ok(null) : fail('not-the-maker')
    default:
      return who satisfies never
  }
}

const isOwnWord = ({ recorded, for: speaker }: Doing): boolean =>
  recorded === undefined && speaker === undefined

/** A party's people speak for their own party; for one without an account the mediators record it. */
function checkParty(room: Room, author: Member, doing: Doing, may: (member: Member) => boolean) {
  if (room.kind === 'caucus') {
    const named = doing.for
    if (named !== undefined && !('party' in named && named.party === room.party?.party))
      return fail('not-for-this-party')
    return checkForParty(room, author, doing, may)
  }
  if (doing.recorded !== undefined) return checkRecorded(room, author, doing)
  if (author.party === undefined) return fail('not-for-this-party')
  const named = doing.for
  if (named !== undefined && !('party' in named && named.party === author.party))
    return fail('not-for-this-party')
  return may(author) ? ok(null) : fail('role-may-not', { role: author.role })
}

/** At the table and in a group: in the name of a party that is named and has no account. */
function checkRecorded(room: Room, author: Member, { for: speaker }: Doing) {
  if (!isMediator(author)) return fail('mediators-only')
  if (speaker === undefined || !('party' in speaker)) return fail('not-for-this-party')
  const party = room.parties[speaker.party]
  if (party === undefined) return fail('party-unknown')
  return party.account ? fail('party-acts-for-itself') : ok(null)
}

/**
 * The body or person that a field names: a member or a party of the room by its id, who speaks for itself; otherwise by name, and then
 * the mediators record it.
 */
function checkNamed(room: Room, author: Member, field: string, doing: Doing) {
  const value = doing.fields[field]
  if (typeof value !== 'string') return fail('nobody-named', { field })
  const isHere =
    Object.hasOwn(room.members, value) ||
    (Object.hasOwn(room.parties, value) && !isWithoutAccount(room, value))
  if (isHere) return author.member === value || author.party === value ? ok(null) : fail('not-the-one-named')
  if (doing.recorded === undefined) return fail('not-the-one-named')
  return isMediator(author) ? ok(null) : fail('mediators-only')
}

const isWithoutAccount = (room: Room, party: string): boolean =>
  Object.values(room.parties).some(known => known.party === party && !known.account)

/** The side that put an item first; recorded words are the party's. Undefined where nobody of the room did. */
export function makerOf(room: Room, item: RegisterItem<unknown>): PartyId | 'mediators' | undefined {
  const [first] = item.revisions
  const maker = first === undefined ? undefined : room.members[first.by]
  if (first === undefined || maker === undefined) return undefined
  if (!isMediator(maker)) return maker.party
  return first.recorded === undefined ? 'mediators' : room.party?.party
}

/** Nobody takes back or replaces in another's name. */
function isForOwnSide(room: Room, author: Member, { for: speaker, recorded }: Doing): boolean {
  const side = recorded === undefined ? author.party : room.party?.party
  return speaker === undefined || ('party' in speaker && speaker.party === side)
}

/** Only the side that put an item: the mediators, or one party. */
function isMaker(room: Room, author: Member, { item, recorded }: Doing): boolean {
  if (item === undefined) return true
  const maker = makerOf(room, item)
  if (recorded !== undefined) return isMediator(author) && isRecordedFor(room) && maker !== 'mediators'
  return isMediator(author) ? maker === 'mediators' : maker !== undefined && author.party === maker
}
