/** How an offer of good offices stands with a party, in sentences; and whose portfolio somebody works on. */

import {
  acceptanceOf,
  answerToOffices,
  dayMs,
  dayToNumber,
  findRegister,
  type GoodOffices,
  type ItemFields,
  type ItemId,
  isToBeConfirmed,
  type MemberId,
  materialChanges,
  type Origin,
  type PartyId,
  placedAt,
  portfoliosOf,
  type RoomState,
  resolveTerm,
  standingOf,
  termWorldOf,
} from '@goodoffices/core'
import { fieldLabel } from '../../export/fields.ts'
import type { Writing } from '../../export/writing.ts'
import { say } from '../../words/say.ts'

const changesBetween = (before: object, after: object): readonly string[] => {
  const register = findRegister('good-offices')
  return register === undefined ? [] : materialChanges(register, { ...before }, { ...after })
}

/** GOOD-1: to the party: what has changed since it accepted; undefined where nothing has, or it has answered anew. */
export function sayChanged(w: Writing, offer: GoodOffices): string | undefined {
  const accepted = offer.marks.findLast(({ verb }) => verb.startsWith('accepted'))
  const before = accepted === undefined ? undefined : offer.revisions[accepted.rev - 1]
  if (before === undefined || !isToBeConfirmed(offer)) return undefined
  const fields = changesBetween(before.fields, standingOf(offer).fields).map(name =>
    fieldLabel(w.vocabulary.fields, offer.register, name),
  )
  return say(w.vocabulary.terms['offices-changed'], { fields: w.all(fields) }, w.figures)
}

/** GOOD-1: to the mediators, before it is stated: that the party's acceptance falls away with it; undefined where none does. */
export function sayFalling(w: Writing, offer: GoodOffices, next: ItemFields): string | undefined {
  const isLost =
    acceptanceOf(offer) !== undefined && changesBetween(standingOf(offer).fields, next).length > 0
  return isLost
    ? say(w.vocabulary.terms['offices-falls'], { party: w.room.party?.name ?? '' }, w.figures)
    : undefined
}

/** Whether the party's answer was placed after the day that was named. It counts all the same. */
export function isLateAnswer(room: RoomState, offer: GoodOffices): boolean {
  const said = answerToOffices(offer)
  const { answerBy } = standingOf(offer).fields
  const by = answerBy === undefined ? undefined : resolveTerm(answerBy, termWorldOf(room))
  if (said === undefined || by?.kind !== 'day') return false
  return (placedAt(room, said.position) ?? said.time) >= (dayToNumber(by.day) + 1) * dayMs
}

/** GOOD-13: of what is prepared for these parties, and of an issue where it names one, in whose portfolio it is but the reader's own. `w`: of the desk. */
export function sayPortfolios(
  w: Writing,
  me: MemberId,
  { parties, issue }: { readonly parties: readonly PartyId[]; readonly issue?: ItemId },
): readonly string[] {
  const of = issue === undefined ? {} : { issue }
  // What names no party is of those that are for none.
  const found = [{}, ...parties.map(party => ({ party }))].flatMap(about =>
    portfoliosOf(w.room, { ...about, ...of }),
  )
  return [...new Set(found)]
    .map(thing => standingOf(thing).fields)
    .filter(({ inHandsOf }) => inHandsOf !== me)
    .map(({ inHandsOf, duties }) =>
      say(w.vocabulary.terms['portfolio-notice'], { name: w.person(inHandsOf), duties }, w.figures),
    )
}

/** GOOD-13: the issue that what is carried names, where it stands; undefined where it names none. */
export function issueOfOrigin(source: RoomState | undefined, origin: Origin): ItemId | undefined {
  switch (origin.kind) {
    case 'passage':
      return source?.messages[origin.passage.message]?.issue
    case 'offer':
      return source?.offers[origin.offer]?.issue
    case 'item':
    case 'mark': {
      const named = source?.items[origin.item]?.revisions.at(-1)?.fields['issue']
      return typeof named === 'string' ? (named as ItemId) : undefined
    }
    case 'mediators':
      return undefined
  }
}
