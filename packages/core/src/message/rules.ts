/** Who may say, mark, release, deliver and read back. The rules are numbered in `docs/spec/messages.md`. */

import { fail, ok, type Result } from '../result.ts'
import type { RoomState } from '../room.ts'
import type { Member } from '../roster/apply.ts'
import { isMediator, isOfParty, isThird, leadsParty, speaksForParty } from '../roster/rules.ts'
import { type Circumstance, limits } from '../schema.ts'
import type { Marking, MessageAct, Part, Passage } from './acts.ts'
import type { Message } from './apply.ts'
import {
  compareMarkings,
  defaultMarking,
  ofPart,
  ofRest,
  type Permission,
  standingBody,
} from './disclosure.ts'

/** MSG-3: the mediators record what a party says only while it does not act for itself. */
export const isRecordedFor = (room: RoomState): boolean =>
  room.kind === 'caucus' && room.party?.account === false

/** MSG-1: observers and witnesses listen where several parties are. */
const listensOnly = (member: Member): boolean => member.role === 'observer' || member.role === 'witness'

/** MSG-1: who may write in this room. */
export function mayWrite(room: RoomState, member: Member): boolean {
  switch (room.kind) {
    case 'table':
      return isMediator(member) || (room.direct && !listensOnly(member))
    case 'group':
      return !listensOnly(member)
    case 'caucus':
    case 'delegation':
    case 'desk':
    case 'private':
      return true
  }
}

/** Member of the party whose caucus this is; not the mediators. */
const isOfThisSide = (room: RoomState, member: Member): boolean =>
  room.kind === 'caucus' && !isMediator(member) && member.party === room.party?.party

type Recordable = { readonly recorded?: Circumstance }

/** MSG-2: the party acts through those who speak for it, or the mediators record what it did. */
export function checkForParty(
  room: RoomState,
  author: Member,
  act: Recordable,
  who: (member: Member) => boolean,
): Result<null> {
  if (room.kind !== 'caucus') return fail('caucus-only')
  if (act.recorded !== undefined) {
    if (!isMediator(author)) return fail('mediators-only')
    return isRecordedFor(room) ? ok(null) : fail('party-acts-for-itself')
  }
  if (!isOfThisSide(room, author)) return fail('not-for-this-party')
  return who(author) ? ok(null) : fail('role-may-not', { role: author.role })
}

const speaks = (member: Member): boolean => isOfParty(member) || isThird(member)

/** MSG-5: parts lie within the body, hold something, do not overlap and do not cut a character in two. */
function checkParts(body: string, parts: readonly Omit<Part, 'marking'>[]): Result<null> {
  const sorted = parts.toSorted((a, b) => a.from - b.from)
  let end = 0
  for (const { from, to } of sorted) {
    if (from >= to || to > body.length) return fail('part-out-of-range', { from, to, length: body.length })
    if (cutsCharacter(body, from) || cutsCharacter(body, to)) return fail('part-cuts-character', { from, to })
    if (from < end) return fail('parts-overlap', { from })
    end = to
  }
  return new Set(parts.map(({ part }) => part)).size === parts.length ? ok(null) : fail('id-taken')
}

function checkPassage(room: RoomState, { message, part }: Passage): Result<null> {
  const known = room.messages[message]
  if (!isSourceMessage(known)) return fail('message-unknown')
  return part === undefined || Object.hasOwn(known.parts, part) ? ok(null) : fail('part-unknown')
}

const cutsCharacter = (body: string, at: number): boolean =>
  at > 0 && at < body.length && (body.codePointAt(at - 1) ?? 0) > 0xffff

/** MSG-6: those who only speak may let less pass than stands, never more. */
const letsMorePass = (marking: Marking, standing: Permission): boolean =>
  compareMarkings(marking, standing.marking) > 0 || (standing.wording !== undefined && marking !== 'nothing')

const isSourceMessage = (message: Message | undefined): message is Message => message?.side === 'party'

export function checkMessage(room: RoomState, author: Member, act: MessageAct): Result<null> {
  switch (act.kind) {
    case 'message.say': {
      if (Object.hasOwn(room.messages, act.message)) return fail('id-taken')
      if (!mayWrite(room, author))
        return listensOnly(author) ? fail('role-may-not', { role: author.role }) : fail('table-is-closed')
      if (act.recorded !== undefined) {
        const recorded = checkForParty(room, author, act, speaks)
        if (!recorded.ok) return recorded
      }
      const isOwnWord = act.recorded !== undefined || isOfThisSide(room, author)
      if ((act.marking !== undefined || act.parts !== undefined) && !isOwnWord)
        return fail('marks-own-words-only')
      // MSG-4: what binds, and what lets more pass than the process's rule, is said by those who may bind the party.
      if (!isMediator(author) && !speaksForParty(author)) {
        const standing: Permission = { marking: defaultMarking(room.terms), because: 'default' }
        const markings = [act.marking ?? 'nothing', ...(act.parts ?? []).map(({ marking }) => marking)]
        if (act.binding || markings.some(marking => letsMorePass(marking, standing)))
          return fail('role-may-not', { role: author.role })
      }
      if (act.answers !== undefined && !Object.hasOwn(room.deliveries, act.answers))
        return fail('delivery-unknown')
      return checkParts(act.body, act.parts ?? [])
    }
    // MSG-6: only the source says what may pass of its words.
    case 'message.mark': {
      const message = room.messages[act.message]
      if (!isSourceMessage(message)) return fail('message-unknown')
      const allowed = checkForParty(room, author, act, speaks)
      if (!allowed.ok) return allowed
      const known = act.part === undefined ? undefined : message.parts[act.part.part]
      const standing = known === undefined ? ofRest(message, room.terms) : ofPart(message, known)
      if (!isMediator(author) && !speaksForParty(author) && letsMorePass(act.marking, standing))
        return fail('role-may-not', { role: author.role })
      if (act.part === undefined) return ok(null)
      const { from, to } = act.part
      if (known !== undefined) return known.from === from && known.to === to ? ok(null) : fail('part-differs')
      if (Object.keys(message.parts).length >= limits.partsMax)
        return fail('too-many-parts', { max: limits.partsMax })
      return checkParts(standingBody(message), [...Object.values(message.parts), act.part])
    }
    // MSG-8: what was recorded in a party's name is confirmed or corrected by the party, once it is there.
    case 'message.confirm':
    case 'message.correct': {
      const message = room.messages[act.message]
      if (message?.recorded === undefined) return fail('message-unknown')
      if (!isOfThisSide(room, author)) return fail('not-for-this-party')
      if (message.review !== undefined) return fail('already-reviewed')
      return speaksForParty(author) ? ok(null) : fail('role-may-not', { role: author.role })
    }
    case 'release.ask': {
      if (room.kind !== 'caucus' || !isMediator(author)) return fail('mediators-only')
      if (Object.hasOwn(room.asks, act.ask)) return fail('id-taken')
      return checkPassage(room, act.passage)
    }
    // MSG-7: those who may bind the party answer for it, once.
    case 'release.give':
    case 'release.refuse': {
      const ask = room.asks[act.ask]
      if (ask === undefined) return fail('ask-unknown')
      if (ask.answer !== undefined) return fail('already-answered')
      return checkForParty(room, author, act, speaksForParty)
    }
    case 'convey.tell':
      if (room.kind !== 'caucus' || !isMediator(author)) return fail('mediators-only')
      if (Object.hasOwn(room.told, act.conveyance)) return fail('id-taken')
      return checkPassage(room, act.passage)
    // MSG-9: what another side says reaches a caucus by a mediator's delivery only, each once.
    case 'delivery.make':
      if (room.kind !== 'caucus' || !isMediator(author)) return fail('mediators-only')
      if (Object.hasOwn(room.deliveries, act.delivery)) return fail('id-taken')
      if (act.answers !== undefined && !isSourceMessage(room.messages[act.answers]))
        return fail('message-unknown')
      if (act.corrects !== undefined && !Object.hasOwn(room.deliveries, act.corrects))
        return fail('delivery-unknown')
      return ok(null)
    case 'delivery.hand':
      if (!isMediator(author)) return fail('mediators-only')
      if (!isRecordedFor(room)) return fail('party-acts-for-itself')
      return Object.hasOwn(room.deliveries, act.delivery) ? ok(null) : fail('delivery-unknown')
    case 'readback.give':
      if (Object.hasOwn(room.readBacks, act.readback)) return fail('id-taken')
      if (!Object.hasOwn(room.deliveries, act.delivery)) return fail('delivery-unknown')
      return checkForParty(room, author, act, speaks)
    case 'readback.confirm':
    case 'readback.correct': {
      const readBack = room.readBacks[act.readback]
      if (readBack === undefined) return fail('readback-unknown')
      if (readBack.verdict !== undefined) return fail('already-answered')
      return isMediator(author) ? ok(null) : fail('mediators-only')
    }
    // MSG-11: an offer binds as its maker says, so those make and withdraw it who may bind.
    case 'offer.make':
      if (Object.hasOwn(room.offers, act.offer)) return fail('id-taken')
      return checkForParty(room, author, act, speaksForParty)
    case 'offer.withdraw': {
      const offer = room.offers[act.offer]
      if (offer === undefined) return fail('offer-unknown')
      if (offer.withdrawn !== undefined) return fail('offer-withdrawn')
      return checkForParty(room, author, act, member => leadsParty(member) || offer.by === member.member)
    }
    case 'offer.report':
      if (!isMediator(author)) return fail('mediators-only')
      return Object.hasOwn(room.offers, act.offer) ? ok(null) : fail('offer-unknown')
  }
}
