/** Who has given which version of a matter, who is asked what they make of it, and what each has said. */

import type { ItemId, PartyId } from '../../ids.ts'
import { type RegisterItem, standingOf } from '../../item/item.ts'
import { type CountingMark, countingMarks, type Reader, type RegisterRoom } from '../../item/register.ts'
import { makerOf } from '../../item/who.ts'
import { isRecordedFor } from '../../room/in-whose-name.ts'
import { isMediator } from '../../room/roles.ts'
import type { Term } from '../../term/term.ts'
import { matterVerbs, versionVerbs } from './verbs.ts'

type Known = RegisterItem<unknown>
/** A matter whatever it holds. */
type Matter = RegisterItem<{ readonly answersBy?: Term }>

const versionName = 'version'
const matterName = 'matter'

/** Where a matter was put to: off, taken up again, into another; undefined where nothing was said of it. */
export const placeOf = (matter: Known): 'parked' | 'merged-into' | undefined => {
  const verb = countingMarks({ verbs: matterVerbs }, matter)[0]?.verb
  return verb === 'parked' || verb === 'merged-into' ? verb : undefined
}

/** What counts of what was said of a version: each voice's accepting, contesting or taking note. */
export const answersTo = (version: Known): readonly CountingMark[] =>
  countingMarks({ verbs: versionVerbs }, version).filter(({ verb }) => isAnswer(verb))

const isAnswer = (verb: string): boolean => verb === 'accepted' || verb === 'contested' || verb === 'noted'

/** FACT-13: whether the text goes on with it, without prejudice. */
export const isUsed = (version: Known): boolean =>
  countingMarks({ verbs: versionVerbs }, version).some(({ verb }) => verb === 'used-in-text')

export const isSuperseded = (version: Known): boolean =>
  countingMarks({ verbs: versionVerbs }, version).some(({ verb }) => verb === 'superseded')

const isOf = (matter: ItemId, { register, revisions }: RegisterItem): boolean =>
  register === versionName && revisions.at(-1)?.fields['matter'] === matter

/** Every version of a matter, those replaced among them, in the order in which they were first put: never by size. */
export const versionsOf = (matter: ItemId, { items }: RegisterRoom): readonly RegisterItem[] =>
  Object.values(items).filter(thing => isOf(matter, thing))

/** FACT-2: a newer version hides no older one; only whoever gave it puts another in its place. */
export const standingVersions = (matter: ItemId, room: RegisterRoom): readonly RegisterItem[] =>
  versionsOf(matter, room).filter(version => !isSuperseded(version))

/** The party that a reader answers for: their own, or one without an account that the mediators write down. */
export function askedParty({ party, role }: Reader, room: RegisterRoom): PartyId | undefined {
  const asked = isMediator({ role }) && isRecordedFor(room) ? room.party?.party : party
  const card = room.kind === 'caucus' ? room.party : asked === undefined ? undefined : room.parties[asked]
  return card?.kind === 'party' && card.party === asked ? asked : undefined
}

const hasAnswered = (version: Known, party: PartyId): boolean =>
  answersTo(version).some(({ voice }) => voice === party)

/**
 * FACT-12: a side that has said nothing of another's version is asked to. In a caucus, where a version is what the mediators put there,
 * only by when the matter says that answers are wanted. Nothing is asked of a version replaced, or of a matter put off.
 */
export function isAnswerAsked(version: Known, matter: Matter | undefined, asked: AskedIn): boolean {
  const { party, room } = asked
  if (matter === undefined || placeOf(matter) !== undefined || isSuperseded(version)) return false
  if (room.kind === 'caucus' && answersByOf(matter) === undefined) return false
  return makerOf(room, version) !== party && !hasAnswered(version, party)
}

/** FACT-12: a side that has given no version of its own, and said nothing of any, is asked for one where answers are wanted. */
export function isVersionAsked(
  matter: Matter & { readonly item: ItemId },
  { party, room }: AskedIn,
): boolean {
  if (placeOf(matter) !== undefined || answersByOf(matter) === undefined) return false
  return standingVersions(matter.item, room).every(
    version => makerOf(room, version) !== party && !hasAnswered(version, party),
  )
}

export type AskedIn = { readonly party: PartyId; readonly room: RegisterRoom }

const answersByOf = (matter: Matter): Term | undefined => standingOf(matter).fields.answersBy

/** By when answers on a matter are wanted, where it says so. */
export function byWhen(matter: Matter | undefined): { readonly by?: Term } {
  const by = matter === undefined ? undefined : answersByOf(matter)
  return by === undefined ? {} : { by }
}

/** The matter that a version is of, where it stands in the same room. */
export function matterOf(
  version: RegisterItem<{ readonly matter: ItemId }>,
  { items }: RegisterRoom,
): Matter | undefined {
  const matter = items[standingOf(version).fields.matter]
  return matter?.register === matterName ? matter : undefined
}
