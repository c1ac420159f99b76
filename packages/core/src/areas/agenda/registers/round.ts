import * as v from 'valibot'
import { id } from '../../../ids.ts'
import type { RegisterItem } from '../../../item/item.ts'
import { register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { limits, note, title, wholeUpTo } from '../../../schema.ts'
import { term } from '../../../term/term.ts'
import { turnOf } from '../clocks.ts'
import { roundVerbs } from '../verbs.ts'

const fields = {
  ordinal: v.pipe(wholeUpTo(999), v.minValue(1)),
  title,
  issues: v.exactOptional(
    v.pipe(v.array(id('item')), v.minLength(1), v.maxLength(limits.sourcesMax), v.readonly()),
  ),
  /** Whose round it is; all the parties of the table where nothing is said. */
  attending: v.exactOptional(
    v.pipe(v.array(id('party')), v.minLength(1), v.maxLength(limits.askedMax), v.readonly()),
  ),
  /** Or that it is online. */
  where: v.exactOptional(title),
  opensOn: term,
  closesOn: v.exactOptional(term),
  /** Of one that is suspended: when it goes on, or what must be so before. */
  goesOn: v.exactOptional(term),
  goesOnIf: v.exactOptional(note),
} as const

const standings = {
  'round-opened': 'round-open',
  'round-resumed': 'round-open',
  'round-suspended': 'round-waits',
  'clocks-stopped': 'round-stopped',
  'round-closed': 'round-over',
} as const

/** A round of talks: opened, suspended with its clocks running or stopped, resumed, closed. */
export const round = register({
  name: 'round',
  fields,
  rooms: { table: ['mediators'] },
  material: ['attending'],
  title: 'title',
  verbs: roundVerbs,
  // AGEN-17: with other parties it is another round, and no resumption of this one.
  unfit: ({ attending }, _, before) =>
    before !== undefined &&
    turnOf(before) !== undefined &&
    before.revisions.some(({ fields }) => JSON.stringify(fields.attending) !== JSON.stringify(attending))
      ? 'attending'
      : undefined,
  standing: item => {
    const course = turnOf(item)
    return { standing: course === undefined ? 'round-planned' : standings[course] }
  },
})
export type Round = RegisterItem<Body<typeof fields>>
