import * as v from 'valibot'
import { id } from '../../../ids.ts'
import type { RegisterItem } from '../../../item/item.ts'
import { countingMarks, register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { limits, note, title } from '../../../schema.ts'
import { minutesVerbs } from '../verbs.ts'

const points = v.pipe(
  v.array(v.strictObject({ title, said: note })),
  v.minLength(1),
  v.maxLength(limits.sourcesMax),
  v.readonly(),
)

const fields = {
  title,
  meeting: v.exactOptional(id('item')),
  points,
  /** What somebody is to do. */
  actions: v.exactOptional(
    v.pipe(v.array(note), v.minLength(1), v.maxLength(limits.sourcesMax), v.readonly()),
  ),
} as const

/** What was said, by points: the mediators' own at the desk; elsewhere what all are to agree to, with the corrections side by side. */
export const minutes = register({
  name: 'minutes',
  fields,
  rooms: { desk: ['mediators'], caucus: ['mediators'], table: ['mediators'], group: ['mediators'] },
  material: ['points', 'actions'],
  agreed: 'agreed',
  belongsTo: 'meeting',
  title: 'title',
  verbs: minutesVerbs,
  standing: (item, room) => {
    const said = countingMarks({ verbs: minutesVerbs }, item)
    const asked = said.filter(({ verb }) => verb === 'correction-asked').length
    if (asked > 0) return { standing: 'correction-asked', count: asked }
    const agreed = said.filter(({ verb }) => verb === 'agreed').length
    if (agreed > 0) return { standing: 'minutes-agreed', count: agreed }
    return { standing: room.kind === 'desk' ? 'own-minutes' : 'minutes-put' }
  },
})
export type Minutes = RegisterItem<Body<typeof fields>>
