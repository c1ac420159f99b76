import * as v from 'valibot'
import type { ItemId } from '../../../ids.ts'
import { type ItemState, type RegisterItem, standingOf } from '../../../item/item.ts'
import { isTakenBack, register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import type { Room } from '../../../room/state.ts'
import { code, language, limits, title, wholeUpTo } from '../../../schema.ts'

/** TMPL-4: kinds of rooms, roles and kinds of things are called otherwise, and nothing else: no verb, no sentence, no warning. */
const renamable = v.pipe(
  v.string(),
  v.maxLength(60),
  v.regex(/^(?:kind|role|register)\.[a-z]+(?:-[a-z]+)*$/, 'renamable'),
  code('role.head', 'kind.caucus', 'register.claim'),
)

const fields = {
  /** What the template is called. */
  title,
  edition: v.pipe(wholeUpTo(9_999), v.minValue(1)),
  renamed: v.exactOptional(
    v.pipe(
      v.array(v.strictObject({ renamable, language, title })),
      v.minLength(1),
      v.maxLength(limits.renamedMax),
      v.readonly(),
    ),
  ),
  /** TMPL-5: how many verbs stand beside a thing; the others are opened. */
  verbsShown: v.exactOptional(v.pipe(wholeUpTo(4), v.minValue(1))),
  /** That a record goes to an archive before it may be destroyed. */
  archiveFirst: v.exactOptional(v.boolean()),
} as const

const verbs = { 'template-left': { who: ['mediators'], group: 'course', ends: true } } as const

/** Which template talks were begun by. In every room one, under one id, so that each room says by itself how things are called in it. */
export const template = register({
  name: 'template',
  staysHere: true,
  fields,
  rooms: { table: ['mediators'], desk: ['mediators'], caucus: ['mediators'], group: ['mediators'] },
  material: [],
  title: 'title',
  verbs,
  standing: item => ({ standing: isTakenBack({ verbs }, item) ? 'template-left' : 'template-followed' }),
})
export type Template = RegisterItem<Body<typeof fields>>

/** The id under which a room has it: of its talks, so that it is found without a search. */
export const templateIdOf = ({ process }: Pick<Room, 'process'>): ItemId =>
  `template-${process.process.slice(0, 40)}` as ItemId

/** What a room follows, until it is said that it does no more. */
export function templateOf(
  room: Pick<Room, 'process'> & ItemState,
): Template['revisions'][number]['fields'] | undefined {
  const found = room.items[templateIdOf(room)]
  if (found === undefined || found.register !== template.name || isTakenBack(template, found))
    return undefined
  return standingOf(found as unknown as Template).fields
}
