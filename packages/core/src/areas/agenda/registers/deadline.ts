import * as v from 'valibot'
import type { RegisterItem } from '../../../item/item.ts'
import { countingMarks, register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { note, title } from '../../../schema.ts'
import { term } from '../../../term/term.ts'
import { deadlineVerbs } from '../verbs.ts'

const fields = {
  title,
  due: term,
  setBy: v.picklist(['statute', 'mediators', 'party']),
  /** AGEN-8: whether its clock stands still while a round is suspended with clocks stopped. */
  pausable: v.boolean(),
  thenFollows: v.exactOptional(note),
} as const

/** By when something is to be done: common to all at the table, or a side's own. Shown and counted down; nothing happens by it. */
export const deadline = register({
  name: 'deadline',
  staysHere: true,
  fields,
  rooms: {
    table: ['mediators'],
    desk: ['mediators'],
    caucus: ['mediators', 'binds'],
    delegation: ['speaks'],
  },
  material: ['due'],
  title: 'title',
  verbs: deadlineVerbs,
  standing: item => ({ standing: endOf(item) ?? 'deadline-runs' }),
})
export type Deadline = RegisterItem<Body<typeof fields>>

/** What became of it, as whoever set it says; undefined while it runs. */
export function endOf(item: RegisterItem<unknown>): 'deadline-met' | 'deadline-waived' | undefined {
  const said = countingMarks({ verbs: deadlineVerbs }, item)[0]?.verb
  return said === 'deadline-met' || said === 'deadline-waived' ? said : undefined
}
