import * as v from 'valibot'
import { id } from '../../../ids.ts'
import type { RegisterItem } from '../../../item/item.ts'
import { countingMarks, register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { language, limits, name, title } from '../../../schema.ts'
import { listVerbs } from '../verbs.ts'

const person = v.strictObject({
  name,
  post: v.exactOptional(title),
  languages: v.exactOptional(
    v.pipe(v.array(language), v.minLength(1), v.maxLength(limits.languagesMax), v.readonly()),
  ),
})
const people = v.pipe(v.array(person), v.minLength(1), v.maxLength(limits.comingMax), v.readonly())

const fields = {
  title,
  meeting: v.exactOptional(id('item')),
  delegation: people,
  advisers: v.exactOptional(people),
  press: v.exactOptional(name),
} as const

/** Who comes for one side, in its own words and its own order. It passes to another side as whatever a party enters does, or against another side's (MEET-7). */
export const delegationList = register({
  name: 'delegation-list',
  fields,
  rooms: { caucus: ['leads'] },
  material: ['delegation', 'advisers', 'press'],
  agreed: 'list-exchanged',
  title: 'title',
  verbs: listVerbs,
  standing: item => {
    const said = countingMarks({ verbs: listVerbs }, item)
    if (said.some(({ verb }) => verb === 'list-exchanged')) return { standing: 'list-exchanged' }
    const last = said.at(-1)?.verb
    return { standing: last === 'list-queried' || last === 'list-seen' ? last : 'list-given' }
  },
  asks: (item, reader, room) =>
    room.party?.party === reader.party &&
    reader.party !== undefined &&
    countingMarks({ verbs: listVerbs }, item).at(-1)?.verb === 'list-queried'
      ? [{ kind: 'put', register: 'delegation-list' }]
      : [],
})
export type DelegationList = RegisterItem<Body<typeof fields>>
