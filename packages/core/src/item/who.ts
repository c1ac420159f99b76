/** Whether somebody is who a register asks for. */

import type { PartyId } from '../ids.ts'
import { type Failure, fail, ok } from '../result.ts'
import { checkForParty, isRecordedFor, speaks } from '../room/in-whose-name.ts'
import { administers, isMediator, isThird, leadsParty, speaksForParty } from '../room/roles.ts'
import { type Member, presentIn, type Room } from '../room/state.ts'
import type { Circumstance } from '../schema.ts'
import { type Addressees, isAddressed } from './addressees.ts'
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
export function checkWho(room: Room, author: Member, who: readonly Who[], doing: Doing): Verdict {
  const verdicts = who.map(one => checkOne(room, author, one, doing))
  const allowed = verdicts.find(({ ok }) => ok)
  return allowed ?? verdicts[0] ?? fail('role-may-not', { role: author.role })
}

/** Why somebody is none of those that are asked for. */
type WhoCode =
  | 'caucus-only'
  | 'lead-only'
  | 'mediators-only'
  | 'nobody-named'
  | 'not-for-this-party'
  | 'not-the-maker'
  | 'not-the-one-named'
  | 'party-acts-for-itself'
  | 'party-unknown'
  | 'role-may-not'
type Verdict = ReturnType<typeof ok<null>> | { [C in WhoCode]: Failure<C> }[WhoCode]

function checkOne(room: Room, author: Member, who: Who, doing: Doing): Verdict {
  if (typeof who === 'object') return checkComposed(room, author, who, doing)
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
    case 'keeper':
      return checkKeeper(room, author)
    case 'principal': {
      if (room.kind === 'delegation') return checkPrincipal(room, author, doing)
      const leading = checkParty(room, author, doing, leadsParty)
      return leading.ok && !isMaker(room, author, doing) ? fail('not-the-maker') : leading
    }
    case 'third':
      return checkThird(room, author, doing)
    case 'answerer': {
      const leading = checkParty(room, author, doing, leadsParty)
      return leading.ok && isMaker(room, author, doing) ? fail('not-for-this-party') : leading
    }
    case 'side': {
      const speaking = checkParty(room, author, doing, speaks)
      return speaking.ok && !isOfSide(room, author, doing)
        ? fail('role-may-not', { role: author.role })
        : speaking
    }
    case 'recorded':
      return doing.recorded === undefined ? fail('mediators-only') : checkParty(room, author, doing, speaks)
    case 'maker':
      if (!isForOwnSide(room, author, doing)) return fail('not-for-this-party')
      return isMaker(room, author, doing) ? ok(null) : fail('not-the-maker')
    default:
      return who satisfies never
  }
}

/** Each of several; whom a choice stands for; whom a field names, or to whom it says the item. */
function checkComposed(room: Room, author: Member, who: Exclude<Who, string>, doing: Doing) {
  if ('named' in who) return checkNamed(room, author, who.named, doing)
  if ('as' in who) return checkAddressed(room, author, who, doing)
  if ('all' in who) {
    const verdicts = who.all.map(one => checkOne(room, author, one, doing))
    return verdicts.find(({ ok }) => !ok) ?? ok(null)
  }
  const chosen: readonly Who[] = who.are[String(doing.fields[who.by])] ?? []
  return chosen.length === 0 ? fail('nobody-named', { field: who.by }) : checkWho(room, author, chosen, doing)
}

/** The party in whose name it is said; undefined of mediators and of a body. */
function partySpeaking(room: Room, author: Member, { for: speaker, recorded }: Doing): PartyId | undefined {
  const named = speaker !== undefined && 'party' in speaker ? speaker.party : author.party
  return named ?? (recorded === undefined ? undefined : room.party?.party)
}

/** Whether whom it is said for is a party to the talks, and no third one. */
function isOfSide(room: Room, author: Member, doing: Doing): boolean {
  const side = partySpeaking(room, author, doing)
  return Object.values(room.parties).some(({ party, kind }) => party === side && kind === 'party')
}

/** UNDT-6: whoever it is said to, in its own name; a body that is none of the room the mediators write down. */
function checkAddressed(room: Room, author: Member, who: Extract<Who, { as: string }>, doing: Doing) {
  const to = who.addressed === undefined ? toAll : (doing.fields[who.addressed] as Addressees)
  if (to.kind === 'to-body') {
    const { for: speaker, recorded } = doing
    const isBodys = speaker !== undefined && 'name' in speaker && speaker.name === to.named
    if (recorded === undefined || !isBodys) return fail('not-the-one-named')
    return isMediator(author) ? ok(null) : fail('mediators-only')
  }
  const speaking = checkParty(room, author, doing, partyWords[who.as])
  if (!speaking.ok) return speaking
  const party = partySpeaking(room, author, doing)
  const isOne = party !== undefined && isAddressed(to, party, doing.fields[who.by] as PartyId)
  return isOne ? ok(null) : fail('not-the-one-named')
}

const toAll: Addressees = { kind: 'to-all' }

/** A side's own room is kept by who administers it, for itself or for a principal who is not there. */
function checkKeeper(room: Room, author: Member) {
  return administers(room, author) ? ok(null) : fail('role-may-not', { role: author.role })
}

/** MAND-16: a principal who is there speaks; one who is not is written down, and so is a body that is named. */
function checkPrincipal(room: Room, author: Member, { recorded, for: speaker }: Doing) {
  if (recorded === undefined)
    return speaker === undefined && author.role === 'principal'
      ? ok(null)
      : fail('role-may-not', { role: author.role })
  if (speaker !== undefined && 'party' in speaker) return fail('not-for-this-party')
  if (!administers(room, author)) return fail('role-may-not', { role: author.role })
  const isHere = presentIn(room).some(({ role }) => role === 'principal')
  return isHere && speaker === undefined ? fail('party-acts-for-itself') : ok(null)
}

/** A third party speaks for itself; a body that is none of the room is written down by who keeps it. */
function checkThird(room: Room, author: Member, { recorded, for: speaker }: Doing) {
  if (recorded === undefined && speaker === undefined)
    return isThird(author) ? ok(null) : fail('role-may-not', { role: author.role })
  if (recorded === undefined || speaker === undefined || 'party' in speaker) return fail('not-for-this-party')
  const keeps = room.kind === 'delegation' ? administers(room, author) : isMediator(author)
  return keeps ? ok(null) : fail('mediators-only')
}

/**
 * ITEM-11: whether a side that is elsewhere may have said it, where the mediators bring its word: what those of a party say of what lies
 * before them; of what its side gave itself (`isTheirs`) also what is its giver's to say. What is the word of whose room it is, or the
 * mediators' own, came from nowhere else.
 */
export const mayBeElsewheres = (
  who: readonly Who[],
  of: Pick<Doing, 'fields'> & { isTheirs: boolean },
): boolean =>
  who.some(one => {
    if (typeof one !== 'object') return elsewhere.has(one) || (of.isTheirs && ownOnly.has(one))
    if ('named' in one) return of.isTheirs || Array.isArray(of.fields[one.named])
    if ('as' in one) return !of.isTheirs
    if ('all' in one) return one.all.every(each => mayBeElsewheres([each], of))
    return mayBeElsewheres(one.are[String(of.fields[one.by])] ?? [], of)
  })

const elsewhere: ReadonlySet<Who> = new Set([
  'anyone',
  'speaks',
  'binds',
  'leads',
  'side',
  'third',
  'answerer',
])
const ownOnly: ReadonlySet<Who> = new Set(['maker', 'principal'])

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
 * the mediators record it, in a side's own room whoever keeps that.
 */
function checkNamed(room: Room, author: Member, field: string, doing: Doing) {
  const value = doing.fields[field]
  const listed: readonly unknown[] = Array.isArray(value) ? value : []
  if (listed.some(party => typeof party === 'string' && Object.hasOwn(room.parties, party)))
    return checkListed(room, author, listed, doing)
  if (typeof value !== 'string') return fail('nobody-named', { field })
  const isHere =
    Object.hasOwn(room.members, value) ||
    (Object.hasOwn(room.parties, value) && !isWithoutAccount(room, value))
  if (isHere) return author.member === value || author.party === value ? ok(null) : fail('not-the-one-named')
  if (doing.recorded === undefined) return fail('not-the-one-named')
  if (room.kind === 'delegation') return checkKeeper(room, author)
  return isMediator(author) ? ok(null) : fail('mediators-only')
}

/**
 * ITEM-3: the body that is none of the room and that somebody of these stands for: what it says the mediators write down in its name.
 * Undefined where nobody is named, or whoever is named is here and speaks for itself.
 */
export function bodyNamed(
  room: Room,
  who: readonly Who[],
  fields: Readonly<Record<string, unknown>>,
): string | undefined {
  const found = who.flatMap((one): readonly (string | undefined)[] => {
    if (typeof one !== 'object') return []
    if ('all' in one) return [bodyNamed(room, one.all, fields)]
    if ('are' in one) return [bodyNamed(room, one.are[String(fields[one.by])] ?? [], fields)]
    if ('as' in one) return []
    const value = fields[one.named]
    const isHere =
      typeof value !== 'string' || Object.hasOwn(room.members, value) || Object.hasOwn(room.parties, value)
    return isHere ? [] : [value]
  })
  return found.find(name => name !== undefined)
}

/** One of the parties that a field lists, in its own name or as the mediators write it down for one without an account. */
function checkListed(room: Room, author: Member, listed: readonly unknown[], doing: Doing) {
  const speaking = checkParty(room, author, doing, speaks)
  if (!speaking.ok) return speaking
  const { for: speaker, recorded } = doing
  const own = recorded === undefined ? author.party : room.party?.party
  const party = speaker !== undefined && 'party' in speaker ? speaker.party : own
  return listed.includes(party) ? ok(null) : fail('not-the-one-named')
}

const isWithoutAccount = (room: Room, party: string): boolean =>
  Object.values(room.parties).some(known => known.party === party && !known.account)

/** Whether all parties of a room have said so: third parties are no side, and of one alone nobody is all. */
export function isSaidByAll({ parties }: Room, voices: readonly string[]): boolean {
  const sides = Object.values(parties).filter(party => party.kind === 'party')
  return sides.length > 1 && sides.every(({ party }) => voices.includes(party))
}

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
