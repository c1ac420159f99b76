import * as v from 'valibot'
import { id } from '../../../ids.ts'
import type { RegisterItem } from '../../../item/item.ts'
import { register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { limits, name, note, title, wholeUpTo } from '../../../schema.ts'
import { day } from '../../../term/day.ts'
import { incidentCourse } from '../incidents.ts'
import { incidentVerbs } from '../verbs.ts'

const fields = {
  title,
  whatHappened: v.exactOptional(note),
  incidentAt: v.exactOptional(title),
  incidentOn: v.exactOptional(day),
  allegedBy: v.exactOptional(title),
  /** The step that it touches, of this room or of the table. */
  touches: v.exactOptional(id('item')),
  reportedFrom: v.exactOptional(title),
  /** As it is alleged. */
  gravity: v.picklist(['slight', 'grave', 'gravest']),
  /** From the first that hears of it to the last: local, area, commission. */
  levels: v.exactOptional(
    v.pipe(v.array(title), v.minLength(1), v.maxLength(limits.sourcesMax), v.readonly()),
  ),
  daysAtLevel: v.exactOptional(v.pipe(wholeUpTo(3_650), v.minValue(1))),
  ruledBy: v.picklist(['mediators', 'party', 'body']),
  judge: v.exactOptional(id('party')),
  judgeName: v.exactOptional(name),
} as const

/** Something that happened, as somebody reports it: received, inquired into, and told apart, accident from violation. */
export const incident = register({
  name: 'incident',
  fields,
  rooms: {
    caucus: ['mediators', 'speaks'],
    table: ['mediators', 'speaks'],
    group: ['mediators', 'speaks'],
  },
  material: ['title', 'whatHappened', 'incidentAt', 'incidentOn', 'touches'],
  title: 'title',
  verbs: incidentVerbs,
  unfit: ({ ruledBy, judge, judgeName, levels, daysAtLevel }) => {
    if ((ruledBy === 'party') !== (judge !== undefined)) return 'judge'
    if (ruledBy === 'body' && judgeName === undefined) return 'judgeName'
    if (ruledBy === 'mediators' && judgeName !== undefined) return 'ruledBy'
    return daysAtLevel !== undefined && levels === undefined ? 'levels' : undefined
  },
  tells: item => {
    const { title: words, incidentOn: day, allegedBy = '' } = item.revisions.at(-1)?.fields ?? { title: '' }
    return { source: allegedBy, words, ...(day === undefined ? {} : { day }) }
  },
  standing: incidentCourse,
})
export type Incident = RegisterItem<Body<typeof fields>>
