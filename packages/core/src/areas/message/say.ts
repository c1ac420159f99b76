/** What is said, and what its source says may pass of it. */

import * as v from 'valibot'
import { type ItemId, id } from '../../ids.ts'
import { fail, ok } from '../../result.ts'
import { act } from '../../room/area.ts'
import { checkForParty, isOfThisSide, speaks } from '../../room/in-whose-name.ts'
import { isMediator, speaksForParty } from '../../room/roles.ts'
import type { Member } from '../../room/state.ts'
import {
  body,
  type Circumstance,
  language,
  limits,
  note,
  offset,
  type Translation,
  title,
  translation,
} from '../../schema.ts'
import { checkPowers } from '../mandate/powers.ts'
import { defaultMarking, ofPart, ofRest, type Permission, standingBody } from './disclosure.ts'
import { form, type Marking, marking, type Part, part, recorded } from './passage.ts'
import { checkParts, checkWriting, checkWritingOn, isSourceMessage, letsMorePass } from './rules.ts'
import { addRuling, leaveParts, markedBy } from './rulings.ts'
import type { Message, Talking } from './state.ts'

const messageAct = act<Talking>()

export const sayActs = [
  messageAct({
    kind: 'message.say',
    fields: {
      message: id('message'),
      form,
      binding: v.boolean(),
      title: v.exactOptional(title),
      body,
      language: v.exactOptional(language),
      /** Of what mediators say for themselves. */
      translation: v.exactOptional(translation),
      /** For the whole message; absent, the process's disclosure rule decides. */
      marking: v.exactOptional(marking),
      parts: v.exactOptional(v.pipe(v.array(part), v.maxLength(limits.partsMax), v.readonly())),
      /** The delivery this answers. */
      answers: v.exactOptional(id('delivery')),
      /** AGEN-15: the issue that it is about. */
      issue: v.exactOptional(id('item')),
      recorded,
    },
    fieldsSince: { translation: 2, issue: 2 },
    about: ({ message }) => message,
    deed: (_, { binding }) => (binding ? 'agree-ad-referendum' : 'explore'),
    check: checkSaying,
    apply: (room, said, act) => {
      const { marking, parts = [], ...words } = act
      const author = room.members[said.by]
      const isMediators = author !== undefined && isMediator(author) && act.recorded === undefined
      const rule = (marked: Marking) => markedBy(said, { ...act, marking: marked })
      room.messages[act.message] = {
        ...words,
        ...said,
        side: isMediators ? 'mediators' : 'party',
        disclosure: room.terms.disclosure,
        rulings: marking === undefined ? [] : [rule(marking)],
        parts: Object.fromEntries(
          parts.map(({ marking, ...span }) => [span.part, { ...span, rulings: [rule(marking)] }]),
        ),
      }
    },
    stands: 'on-its-subject',
  }),
  /** Marks a message, or (with `part`) a part of it; a part said again with the same id is marked anew. */
  messageAct({
    kind: 'message.mark',
    fields: {
      message: id('message'),
      part: v.exactOptional(v.strictObject({ part: id('part'), from: offset, to: offset })),
      marking,
      recorded,
    },
    about: ({ message }) => message,
    check: checkMark,
    apply: (room, said, act) => {
      const message = room.messages[act.message]
      if (message === undefined) return
      const ruling = markedBy(said, act)
      const marked = act.part === undefined ? message : message.parts[act.part.part]
      if (marked !== undefined) addRuling(marked.rulings, ruling)
      else if (act.part !== undefined) message.parts[act.part.part] = { ...act.part, rulings: [ruling] }
    },
    stands: 'on-its-subject',
  }),
  /** A party that has joined confirms or corrects what was recorded in its name. */
  messageAct({
    kind: 'message.confirm',
    fields: { message: id('message') },
    about: ({ message }) => message,
    check: checkReview,
    apply: (room, said, { message }) => {
      const known = room.messages[message]
      if (known !== undefined) known.review = { ...said, standing: 'confirmed' }
    },
    stands: 'on-its-subject',
  }),
  messageAct({
    kind: 'message.correct',
    fields: { message: id('message'), body, note: v.exactOptional(note) },
    about: ({ message }) => message,
    check: checkReview,
    apply: (room, said, { message, ...words }) => {
      const known = room.messages[message]
      if (known === undefined) return
      leaveParts(known, room.terms, said)
      known.review = { ...said, ...words, standing: 'corrected' }
    },
    stands: 'on-its-subject',
  }),
] as const

type Saying = {
  readonly message: Message['message']
  readonly binding: boolean
  readonly body: string
  readonly marking?: Marking
  readonly parts?: readonly Part[]
  readonly answers?: Message['answers']
  readonly issue?: ItemId
  readonly recorded?: Circumstance
  readonly translation?: Translation
}

function checkSaying(room: Talking, author: Member, act: Saying) {
  if (Object.hasOwn(room.messages, act.message)) return fail('id-taken')
  const writing =
    act.issue === undefined ? checkWriting(room, author) : checkWritingOn(room, author, act.issue)
  if (!writing.ok) return writing
  if (act.recorded !== undefined) {
    const recorded = checkForParty(room, author, act, speaks)
    if (!recorded.ok) return recorded
  }
  // MSG-17
  if (act.translation !== undefined && (!isMediator(author) || act.recorded !== undefined))
    return fail('mediators-only')
  const isOwnWord = act.recorded !== undefined || isOfThisSide(room, author)
  if ((act.marking !== undefined || act.parts !== undefined) && !isOwnWord)
    return fail('marks-own-words-only')
  if (bindsBeyond(room, author, act)) return fail('role-may-not', { role: author.role })
  if (act.answers !== undefined && !Object.hasOwn(room.deliveries, act.answers))
    return fail('delivery-unknown')
  if (act.binding) {
    const powers = checkPowers(room, author, { ...act, needs: 'negotiate', about: act.message })
    if (!powers.ok) return powers
  }
  return checkParts(act.body, act.parts ?? [])
}

/** MSG-4: what binds, and what lets more pass than the process's rule, is said by those who may bind the party. */
function bindsBeyond(
  room: Talking,
  author: Member,
  { binding, marking = 'nothing', parts = [] }: Saying,
): boolean {
  if (isMediator(author) || speaksForParty(author)) return false
  const standing: Permission = { marking: defaultMarking(room.terms), because: 'default' }
  return binding || [marking, ...parts.map(part => part.marking)].some(said => letsMorePass(said, standing))
}

type Mark = {
  readonly message: Message['message']
  readonly part?: Omit<Part, 'marking'>
  readonly marking: Marking
  readonly recorded?: Circumstance
}

/** MSG-6: only the source says what may pass of its words. */
function checkMark(room: Talking, author: Member, act: Mark) {
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

/** MSG-8: what was recorded in a party's name is confirmed or corrected by the party, once it is there. */
function checkReview(room: Talking, author: Member, act: { readonly message: Message['message'] }) {
  const message = room.messages[act.message]
  if (message?.recorded === undefined) return fail('message-unknown')
  if (!isOfThisSide(room, author)) return fail('not-for-this-party')
  if (message.review !== undefined) return fail('already-reviewed')
  return speaksForParty(author) ? ok(null) : fail('role-may-not', { role: author.role })
}
