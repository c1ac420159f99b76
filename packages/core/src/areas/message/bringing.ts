/** What a delivery brings besides its words: an item, which is then in the room, or another side's word on one that is (ITEM-8, ITEM-11). */

import type { DeliveryId, ItemId } from '../../ids.ts'
import {
  type ItemContent,
  isItemContent,
  isMarkContent,
  type MarkContent,
  type Thing,
} from '../../item/content.ts'
import { type RegisterItem, standingOf } from '../../item/item.ts'
import { puttersIn } from '../../item/register.ts'
import { findRegister } from '../../item/registry.ts'
import { mayBeElsewheres } from '../../item/who.ts'
import { fieldsTexts, stringsOf } from '../../item/words.ts'
import { fail, ok } from '../../result.ts'
import type { Worded } from '../../room/fields.ts'
import type { Said } from '../../room/state.ts'
import { checkFields, checkRevision, checkSayable } from '../item/rules.ts'
import { addMark, putItem } from '../item/state.ts'
import type { Talking } from './state.ts'

export type Bringing = {
  readonly delivery: DeliveryId
  readonly corrects?: DeliveryId
  readonly from?: string
  readonly thing?: Thing
}

/** ITEM-8: it has the delivery's id; what corrects an earlier delivery is the next revision of the item which that brought. */
function itemOf(room: Talking, { delivery, corrects }: Bringing): ItemId {
  const corrected = corrects === undefined ? undefined : room.deliveries[corrects]?.item
  return corrected ?? (delivery as string as ItemId)
}

export function checkBrought(room: Talking, made: Bringing) {
  const { thing, from } = made
  if (isItemContent(thing)) {
    const item = itemOf(room, made)
    // MSG-9: an id that is the delivery's own is no other item's.
    const isTaken = made.delivery === (item as string) && Object.hasOwn(room.items, item)
    return isTaken ? fail('id-taken') : checkItem(room, item, thing)
  }
  if (!isMarkContent(thing)) return ok(null)
  // ITEM-11: without a side for which it speaks a mark says nothing.
  return from === undefined ? fail('mark-unattributed') : checkWord(room, thing, from)
}

/** The side that brings it. */
const mediators = {}

/** The mediators bring it, whoever else may put what its register holds; so only the room and the fields are judged. */
function checkItem(room: Talking, item: ItemId, { register: name, fields }: ItemContent) {
  const numbered = checkRevision(room, mediators, { item, register: name, rev: nextRev(room, item) })
  if (!numbered.ok) return numbered
  const register = findRegister(name)
  if (register === undefined) return ok(null)
  if (puttersIn(register, room) === undefined) return fail('register-not-here')
  return checkFields(room, register, { item, fields })
}

const nextRev = ({ items }: Talking, item: ItemId): number => (items[item]?.revisions.length ?? 0) + 1

/** What its maker alone may say of it is said by no other side, and what is this side's own to say by nobody elsewhere. */
function checkWord(room: Talking, word: MarkContent, from: string) {
  const sayable = checkSayable(room, mediators, word)
  if (!sayable.ok) return sayable
  const { item, verb } = sayable.value
  if (verb === undefined) return ok(null)
  const said = { fields: standingOf(item).fields, isTheirs: isFrom(room, item, from) }
  return mayBeElsewheres(verb.who, said) ? ok(null) : fail('not-for-this-party')
}

/** Whether an item came from elsewhere, and from nobody else who was named with it. */
function isFrom({ deliveries }: Talking, { revisions: [first] }: RegisterItem, from: string): boolean {
  if (first?.delivery === undefined) return false
  const named = deliveries[first.delivery]?.from
  return named === undefined || named === from
}

/** The item that it brought, where it brought one. */
export function bring(room: Talking, said: Said, made: Bringing): ItemId | undefined {
  const { delivery, thing, from = '' } = made
  if (isItemContent(thing)) {
    const item = itemOf(room, made)
    putItem(room, { item, register: thing.register }, { ...said, fields: thing.fields, delivery })
    return item
  }
  if (isMarkContent(thing)) {
    const { item, ...word } = thing
    const recorded = { at: said.time, way: 'by-messenger' } as const
    addMark(room, item, { ...said, ...word, for: { name: from }, recorded, delivery })
  }
  return undefined
}

/** The texts of the fields it brings; the note of a mark is read from the schema. */
export const thingTexts = (thing: Thing | undefined, at = 'thing'): readonly Worded[] =>
  isItemContent(thing) ? fieldsTexts(thing.register, thing.fields, `${at}.fields`) : []

/** Every string of the fields it brings (TEXT-8). */
export const thingStrings = (thing: Thing | undefined): readonly string[] =>
  isItemContent(thing) ? stringsOf(thing.fields) : []
