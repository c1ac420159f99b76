/** A conveyance as it is planned: where it comes from, to whom it goes, in which words and when. */

import * as v from 'valibot'
import { id, type RoomId } from '../../ids.ts'
import { rev, thing } from '../../item/content.ts'
import { finding } from '../../leak/finding.ts'
import { body, language, limits, note, time, title, translation } from '../../schema.ts'
import { form, itemPassage, markPassage, passage, passing } from '../message/passage.ts'

/** Where a conveyance comes from: a passage, an offer, fields of an item or a mark in a room, or the mediators themselves. */
export const origin = v.variant('kind', [
  v.strictObject({ kind: v.literal('passage'), room: id('room'), passage }),
  v.strictObject({ kind: v.literal('offer'), room: id('room'), offer: id('offer') }),
  v.strictObject({ kind: v.literal('item'), room: id('room'), ...itemPassage.entries }),
  v.strictObject({ kind: v.literal('mark'), room: id('room'), ...markPassage.entries }),
  v.strictObject({ kind: v.literal('mediators') }),
])
export type Origin = v.InferOutput<typeof origin>

/** At once, at a chosen time, or when a condition that the mediator names is judged met. */
export const timing = v.variant('kind', [
  v.strictObject({ kind: v.literal('now') }),
  v.strictObject({ kind: v.literal('at'), time }),
  v.strictObject({ kind: v.literal('when'), condition: note }),
])
export type Timing = v.InferOutput<typeof timing>

export const conveyance = v.strictObject({
  conveyance: id('conveyance'),
  /** The id the delivery will bear in the recipient's room: two mediators who race deliver once. */
  delivery: id('delivery'),
  origin,
  /** What else it comes from: of a publication alone. */
  also: v.exactOptional(
    v.pipe(v.array(origin), v.minLength(1), v.maxLength(limits.originsMax), v.readonly()),
  ),
  /** A caucus; of a publication, the table or a group. */
  to: id('room'),
  /** CONV-15: plans with one such id go in one step, or not at all. */
  together: v.exactOptional(id('together')),
  /** At which marking it passes; `verbatim` for what the mediators say in their own name. */
  as: passing,
  form,
  binding: v.boolean(),
  title: v.exactOptional(title),
  wording: body,
  language: v.exactOptional(language),
  /** The same in another language, which stands beside the words and is the mediators'. */
  translation: v.exactOptional(translation),
  answers: v.exactOptional(id('message')),
  corrects: v.exactOptional(id('delivery')),
  /** What it brings besides its words; at the table and in a group, what is put there in their place. */
  thing: v.exactOptional(thing),
  /** Of an item put anew at the table or in a group: the revision that it becomes. */
  rev: v.exactOptional(rev),
  /** The issue that it is about: what arrives names it, too. */
  issue: v.exactOptional(id('item')),
  timing,
  /** What the source is told: nothing; that it was passed on; also in which words. */
  tell: v.picklist(['nothing', 'that', 'words']),
  carrier: id('member'),
  /** DESK-11: a colleague who is asked to read it before it goes. */
  reader: v.exactOptional(id('member')),
  /** DESK-12: why what the leak check named passes all the same. */
  passedBecause: v.exactOptional(note),
  /** What the leak check named and the mediator passed deliberately. */
  accepted: v.pipe(v.array(finding), v.maxLength(limits.findingsMax), v.readonly()),
})
export type Conveyance = v.InferOutput<typeof conveyance>

/** All that a plan comes from. */
export const originsOf = ({ origin, also = [] }: Pick<Conveyance, 'origin' | 'also'>): readonly Origin[] => [
  origin,
  ...also,
]

/** The rooms that words are taken from, each once. */
export const sourcesOf = (plan: Pick<Conveyance, 'origin' | 'also'>): readonly RoomId[] => [
  ...new Set(originsOf(plan).flatMap(from => (from.kind === 'mediators' ? [] : [from.room]))),
]

const sinceTwo = [
  'also',
  'together',
  'thing',
  'rev',
  'translation',
  'reader',
  'passedBecause',
  'issue',
] as const

/** RULE-3: the number that begins with what a plan says. */
export const planSince = ({ origin, ...plan }: Conveyance): number =>
  origin.kind === 'item' ||
  origin.kind === 'mark' ||
  (origin.kind === 'passage' && origin.passage.stretch !== undefined) ||
  sinceTwo.some(name => plan[name] !== undefined)
    ? 2
    : 1
