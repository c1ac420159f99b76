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

/** Who comes for one side, in its own words and its own order. It passes to another side as whatever a party enters does. */
export const delegationList = register({
  name: 'delegation-list',
  fields,
  rooms: { caucus: ['leads'] },
  material: ['delegation', 'advisers', 'press'],
  title: 'title',
  verbs: listVerbs,
  standing: item => {
    const said = countingMarks({ verbs: listVerbs }, item).at(-1)?.verb
    return { standing: said === 'list-queried' || said === 'list-seen' ? said : 'list-given' }
  },
  asks: (item, reader, room) =>
    room.party?.party === reader.party &&
    reader.party !== undefined &&
    countingMarks({ verbs: listVerbs }, item).at(-1)?.verb === 'list-queried'
      ? [{ kind: 'put', register: 'delegation-list' }]
      : [],
})
export type DelegationList = RegisterItem<Body<typeof fields>>
