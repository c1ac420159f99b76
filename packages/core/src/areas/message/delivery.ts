/** What the recipient sees, how it reached a party without an account, and what was understood. */

import * as v from 'valibot'
import { id, type MessageId, type ReadBackId } from '../../ids.ts'
import { thing } from '../../item/content.ts'
import { fail, ok } from '../../result.ts'
import { act } from '../../room/area.ts'
import { checkForParty, isRecordedFor, speaks } from '../../room/in-whose-name.ts'
import { isMediator } from '../../room/roles.ts'
import type { Member } from '../../room/state.ts'
import {
  body,
  circumstance,
  language,
  limits,
  name,
  note,
  title,
  translation,
  wholeUpTo,
} from '../../schema.ts'
import { type Bringing, bring, checkBrought, thingStrings, thingTexts } from './bringing.ts'
import { form, recorded } from './passage.ts'
import { checkMediatesCaucus, isSourceMessage } from './rules.ts'
import type { Talking } from './state.ts'

const messageAct = act<Talking>()

export const deliveryActs = [
  /** What the recipient sees. `from` names the source only where it agreed to be named. */
  messageAct({
    kind: 'delivery.make',
    fields: {
      delivery: id('delivery'),
      form,
      binding: v.boolean(),
      title: v.exactOptional(title),
      body,
      language: v.exactOptional(language),
      /** MSG-17: the same in another language, by the mediators. */
      translation: v.exactOptional(translation),
      from: v.exactOptional(name),
      verbatim: v.boolean(),
      /** The recipient's own message that this answers. */
      answers: v.exactOptional(id('message')),
      /** The earlier delivery that this puts right. */
      corrects: v.exactOptional(id('delivery')),
      /** What it brings besides its words: an item, or what the source says of one that is here. */
      thing: v.exactOptional(thing),
      /** AGEN-15: the issue that it is about. */
      issue: v.exactOptional(id('item')),
    },
    fieldsSince: { thing: 2, translation: 2, issue: 2 },
    about: ({ delivery }) => delivery,
    check: checkDelivery,
    apply: (room, said, made) => {
      const item = bring(room, said, made)
      room.deliveries[made.delivery] = {
        ...made,
        ...said,
        ...(item === undefined ? {} : { item }),
        handed: [],
      }
    },
    words: ({ thing }) => thingTexts(thing),
    loose: ({ thing }) => thingStrings(thing),
    stands: 'on-its-subject',
    scripted: false,
  }),
  /** A delivery to a party without an account: handed over, read out, read down the line. */
  messageAct({
    kind: 'delivery.hand',
    fields: {
      delivery: id('delivery'),
      circumstance,
      copies: v.exactOptional(wholeUpTo(limits.copiesMax)),
    },
    about: ({ delivery }) => delivery,
    check: (room, author, { delivery }) => {
      if (!isMediator(author)) return fail('mediators-only')
      if (!isRecordedFor(room)) return fail('party-acts-for-itself')
      return Object.hasOwn(room.deliveries, delivery) ? ok(null) : fail('delivery-unknown')
    },
    apply: (room, said, { delivery, ...handed }) => {
      room.deliveries[delivery]?.handed.push({ ...said, ...handed })
    },
    stands: 'on-its-subject',
  }),
  /** "What we understood." */
  messageAct({
    kind: 'readback.give',
    fields: { readback: id('readback'), delivery: id('delivery'), body, recorded },
    about: ({ readback }) => readback,
    check: (room, author, act) => {
      if (Object.hasOwn(room.readBacks, act.readback)) return fail('id-taken')
      if (!Object.hasOwn(room.deliveries, act.delivery)) return fail('delivery-unknown')
      return checkForParty(room, author, act, speaks)
    },
    apply: (room, said, given) => {
      room.readBacks[given.readback] = { ...given, ...said }
    },
    stands: 'on-its-subject',
  }),
  messageAct({
    kind: 'readback.confirm',
    fields: { readback: id('readback'), note: v.exactOptional(note) },
    about: ({ readback }) => readback,
    check: checkVerdict,
    apply: (room, said, { readback, ...words }) => {
      const given = room.readBacks[readback]
      if (given !== undefined) given.verdict = { ...said, ...words, standing: 'confirmed' }
    },
    stands: 'on-its-subject',
  }),
  messageAct({
    kind: 'readback.correct',
    fields: { readback: id('readback'), body },
    about: ({ readback }) => readback,
    check: checkVerdict,
    apply: (room, said, { readback, ...words }) => {
      const given = room.readBacks[readback]
      if (given !== undefined) given.verdict = { ...said, ...words, standing: 'corrected' }
    },
    stands: 'on-its-subject',
  }),
] as const

type Made = Bringing & { readonly answers?: MessageId }

/** MSG-9: what another side says reaches a caucus by a mediator's delivery only, each once. */
function checkDelivery(room: Talking, author: Member, act: Made) {
  const allowed = checkMediatesCaucus(room, author)
  if (!allowed.ok) return allowed
  if (Object.hasOwn(room.deliveries, act.delivery)) return fail('id-taken')
  if (act.answers !== undefined && !isSourceMessage(room.messages[act.answers]))
    return fail('message-unknown')
  if (act.corrects !== undefined && !Object.hasOwn(room.deliveries, act.corrects))
    return fail('delivery-unknown')
  return checkBrought(room, act)
}

/** MSG-10: the mediators confirm what was understood or put it right, once. */
function checkVerdict(room: Talking, author: Member, act: { readonly readback: ReadBackId }) {
  const readBack = room.readBacks[act.readback]
  if (readBack === undefined) return fail('readback-unknown')
  if (readBack.verdict !== undefined) return fail('already-answered')
  return isMediator(author) ? ok(null) : fail('mediators-only')
}
