/** Things in registers, and what is said of them: the one machinery under all registers. */

import * as v from 'valibot'
import { anyId, id } from '../../ids.ts'
import { type ItemFields, type ItemState, standingOf } from '../../item/item.ts'
import { findRegister } from '../../registers.ts'
import { act, area } from '../../room/area.ts'
import type { Room } from '../../room/state.ts'
import { circumstance, name, note, time, wholeUpTo } from '../../schema.ts'
import { verb } from '../../term/term.ts'
import { checkMark, checkPut, isPlainFields, itemLimits } from './rules.ts'
import { fieldsWords, itemHeard, itemSpeech, stringsOf } from './speech.ts'

type Holding = Room & ItemState
const itemAct = act<Holding>()
/** In the name of a party without an account, or of a body that is no member. */
const recorded = v.exactOptional(circumstance)
const rev = v.pipe(wholeUpTo(10_000), v.minValue(1))

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
        fields: v.custom<ItemFields>(isPlainFields, 'fields'),
        recorded,
      },
      about: ({ item }) => item,
      check: checkPut,
      apply: (room, said, { item, register, fields, recorded }) => {
        const known = room.items[item]
        const put = { ...said, fields, ...(recorded === undefined ? {} : { recorded }) }
        if (known === undefined) {
          room.items[item] = { item, register, revisions: [put], marks: [] }
          return
        }
        const declared = findRegister(register)
        const before = standingOf(known).fields
        const changed = (declared?.material ?? []).some(
          field => JSON.stringify(before[field]) !== JSON.stringify(fields[field]),
        )
        // ITEM-4
        for (const mark of changed ? known.marks : [])
          if (declared?.verbs[mark.verb]?.lapses === true) mark.lapsed ??= said.position
        known.revisions.push(put)
      },
      stands: 'on-its-subject',
      words: ({ register, fields }) => fieldsWords(register, fields),
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
      check: checkMark,
      apply: (room, said, { item, ...mark }) => {
        const party = room.members[said.by]?.party
        room.items[item]?.marks.push({ ...said, ...mark, ...(party === undefined ? {} : { party }) })
      },
      stands: 'on-its-subject',
    }),
  ],
  items: thingsOf,
  speech: itemSpeech,
  heard: itemHeard,
})

/** Each where it was first put. */
function thingsOf({ items }: Holding) {
  return Object.values(items).map(thing => ({
    kind: 'item' as const,
    position: thing.revisions[0]?.position ?? 0,
    thing,
  }))
}
