/** Things in registers, and what is said of them: the one machinery under all registers. */

import * as v from 'valibot'
import { anyId, id } from '../../ids.ts'
import { itemFields, itemLimits, rev } from '../../item/content.ts'
import type { ItemState } from '../../item/item.ts'
import { fieldsTexts, stringsOf } from '../../item/words.ts'
import { act, area } from '../../room/area.ts'
import { circumstance, name, note, time } from '../../schema.ts'
import { verb } from '../../term/term.ts'
import type { AssentState } from '../assent/state.ts'
import { subjectOf } from '../message/items.ts'
import type { Talking } from '../message/state.ts'
import { checkMark, checkPut, deedOfMark, deedOfPut } from './rules.ts'
import { itemHeard, itemSpeech } from './speech.ts'
import { addMark, type Holding, putItem } from './state.ts'

const itemAct = act<Holding & AssentState>()
/** In the name of a party without an account, or of a body that is no member. */
const recorded = v.exactOptional(circumstance)

export const item = area({
  name: 'item',
  begin: (): ItemState => ({ items: {} }),
  acts: [
    /** Puts a thing into a register, or says anew what it is: `rev` is 1, then the last plus 1. */
    itemAct({
      kind: 'item.put',
      since: 2,
      fields: {
        item: id('item'),
        register: verb,
        rev,
        fields: itemFields,
        recorded,
      },
      about: ({ item }) => item,
      deed: (_, { register, fields }) => deedOfPut(register, fields),
      check: checkPut,
      apply: (room, said, { item, register, fields, recorded }) =>
        putItem(
          room,
          { item, register },
          { ...said, fields, ...(recorded === undefined ? {} : { recorded }) },
        ),
      stands: 'on-its-subject',
      words: ({ register, fields }) => fieldsTexts(register, fields),
      loose: ({ fields }) => stringsOf(fields),
    }),
    /** Says something of an item as it stands. */
    itemAct({
      kind: 'item.mark',
      since: 2,
      fields: {
        item: id('item'),
        rev,
        verb,
        for: v.exactOptional(v.union([v.strictObject({ party: id('party') }), v.strictObject({ name })])),
        at: v.exactOptional(time),
        note: v.exactOptional(note),
        evidence: v.exactOptional(
          v.pipe(v.array(anyId), v.minLength(1), v.maxLength(itemLimits.evidenceMax), v.readonly()),
        ),
        recorded,
      },
      about: ({ item }) => item,
      deed: (room, { item, verb }) => deedOfMark(room, item, verb),
      check: checkMark,
      apply: (room, said, { item, ...mark }) => {
        const party = room.members[said.by]?.party
        addMark(room, item, { ...said, ...mark, ...(party === undefined ? {} : { party }) })
      },
      stands: 'on-its-subject',
    }),
  ],
  items: thingsOf,
  speech: itemSpeech,
  heard: itemHeard,
})

/** Each where it was first put, with what was asked and told of it. */
function thingsOf({ items, asks, told }: Talking) {
  return Object.values(items).map(thing => ({
    kind: 'item' as const,
    position: thing.revisions[0]?.position ?? 0,
    thing,
    asks: Object.values(asks).filter(ask => subjectOf(ask) === thing.item),
    told: Object.values(told).filter(passed => subjectOf(passed) === thing.item),
  }))
}
