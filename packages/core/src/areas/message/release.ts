/** Release: asked of the source for a passage, given or refused, and told of afterwards. */

import * as v from 'valibot'
import { type AskId, id } from '../../ids.ts'
import { fail, ok } from '../../result.ts'
import { act } from '../../room/area.ts'
import { checkForParty } from '../../room/in-whose-name.ts'
import { speaksForParty } from '../../room/roles.ts'
import type { Member } from '../../room/state.ts'
import { body, type Circumstance, name, note } from '../../schema.ts'
import { type AnyPassage, anyPassage, isOfItem, isOfMessage, passing, recorded } from './passage.ts'
import { checkMediatesCaucus, checkPassage } from './rules.ts'
import { addAnswer, refusedBy, releasedBy } from './rulings.ts'
import type { Talking } from './state.ts'

const messageAct = act<Talking>()

/** RULE-3: what is asked and told of an item, and of a stretch of a message, came with the second rules. */
function passedSince({ passage }: { readonly passage: AnyPassage }): number {
  return isOfMessage(passage) && passage.stretch === undefined ? 1 : 2
}

export const releaseActs = [
  /** The mediator asks that a passage may pass, at a marking, in a wording where one is proposed. */
  messageAct({
    kind: 'release.ask',
    sinceOf: passedSince,
    fields: {
      ask: id('ask'),
      passage: anyPassage,
      marking: passing,
      wording: v.exactOptional(body),
      note: v.exactOptional(note),
    },
    about: ({ ask }) => ask,
    check: (room, author, { ask, passage, wording }) => {
      const allowed = checkMediatesCaucus(room, author)
      if (!allowed.ok) return allowed
      if (Object.hasOwn(room.asks, ask)) return fail('id-taken')
      const there = checkPassage(room, passage)
      if (!there.ok || isOfMessage(passage)) return there
      // DISC-11: of an item as it stands, and not in words of the mediators'.
      if (wording !== undefined) return fail('item-in-words')
      const standing = room.items[passage.item]?.revisions.length
      return isOfItem(passage) && passage.rev !== standing
        ? fail('rev-stale', { rev: standing ?? 0 })
        : ok(null)
    },
    apply: (room, said, asked) => {
      room.asks[asked.ask] = { ...asked, ...said }
    },
    stands: 'on-its-subject',
  }),
  /** `wording`: the release holds for these words only; absent, for those asked, if any were. */
  messageAct({
    kind: 'release.give',
    fields: {
      ask: id('ask'),
      marking: passing,
      wording: v.exactOptional(body),
      note: v.exactOptional(note),
      recorded,
    },
    about: ({ ask }) => ask,
    check: checkAnswer,
    apply: (room, said, act) => {
      const { ask: id, ...words } = act
      const ask = room.asks[id]
      if (ask === undefined) return
      ask.answer = { ...words, ...said, given: true }
      addAnswer(room, ask, releasedBy(said, ask, act))
    },
    stands: 'on-its-subject',
  }),
  messageAct({
    kind: 'release.refuse',
    fields: { ask: id('ask'), note: v.exactOptional(note), recorded },
    about: ({ ask }) => ask,
    check: checkAnswer,
    apply: (room, said, act) => {
      const { ask: id, ...words } = act
      const ask = room.asks[id]
      if (ask === undefined) return
      ask.answer = { ...words, ...said, given: false }
      addAnswer(room, ask, refusedBy(said, ask, act))
    },
    stands: 'on-its-subject',
  }),
  /** The source is told that a passage was passed on, and in which words where the mediator says so. */
  messageAct({
    kind: 'convey.tell',
    sinceOf: passedSince,
    fields: {
      conveyance: id('conveyance'),
      passage: anyPassage,
      to: name,
      marking: passing,
      wording: v.exactOptional(body),
    },
    about: ({ conveyance }) => conveyance,
    check: (room, author, { conveyance, passage }) => {
      const allowed = checkMediatesCaucus(room, author)
      if (!allowed.ok) return allowed
      return Object.hasOwn(room.told, conveyance) ? fail('id-taken') : checkPassage(room, passage)
    },
    apply: (room, said, told) => {
      room.told[told.conveyance] = { ...told, ...said }
    },
    stands: 'on-its-subject',
    scripted: false,
  }),
] as const

/** MSG-7: those who may bind the party answer for it, once. */
function checkAnswer(
  room: Talking,
  author: Member,
  act: { readonly ask: AskId; readonly wording?: string; readonly recorded?: Circumstance },
) {
  const ask = room.asks[act.ask]
  if (ask === undefined) return fail('ask-unknown')
  if (ask.answer !== undefined) return fail('already-answered')
  // DISC-11
  if (act.wording !== undefined && !isOfMessage(ask.passage)) return fail('item-in-words')
  return checkForParty(room, author, act, speaksForParty)
}
