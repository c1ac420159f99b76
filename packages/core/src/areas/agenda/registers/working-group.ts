import * as v from 'valibot'
import { id } from '../../../ids.ts'
import { type RegisterItem, standingOf } from '../../../item/item.ts'
import { countingMarks, register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { isMediator } from '../../../room/roles.ts'
import { note, title } from '../../../schema.ts'
import { term } from '../../../term/term.ts'
import { groupVerbs } from '../verbs.ts'

const fields = {
  title,
  /** At the table: what it works on. */
  issue: id('item'),
  /** Its mandate: what it is to do, and what it is not. */
  groupTask: note,
  reportBy: v.exactOptional(term),
} as const

/** AGEN-19: what a working group is for, in its own room: of which issue, what it is to do, and by when it reports back. */
export const workingGroup = register({
  name: 'working-group',
  fields,
  rooms: { group: ['mediators'] },
  material: ['issue', 'groupTask'],
  title: 'title',
  verbs: groupVerbs,
  standing: item => ({ standing: standings[saidOf(item) ?? 'none'] }),
  asks: (item, reader) => {
    const said = saidOf(item)
    const { reportBy } = standingOf(item).fields
    if (said === undefined)
      return [{ kind: 'say', verb: 'group-reports', ...(reportBy === undefined ? {} : { by: reportBy }) }]
    return said === 'group-reports' && isMediator(reader) ? [{ kind: 'say', verb: 'report-received' }] : []
  },
})
export type WorkingGroup = RegisterItem<Body<typeof fields>>

const standings = {
  none: 'group-works',
  'group-reports': 'group-reported',
  'report-received': 'group-report-received',
  'group-ends': 'group-over',
} as const

const saidOf = (item: RegisterItem<unknown>) =>
  countingMarks({ verbs: groupVerbs }, item).at(-1)?.verb as keyof typeof groupVerbs | undefined
