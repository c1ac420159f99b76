import * as v from 'valibot'
import { id } from '../../../ids.ts'
import type { RegisterItem } from '../../../item/item.ts'
import { countingMarks, register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { name, note, title } from '../../../schema.ts'
import { safetyVerbs } from '../verbs.ts'

const fields = {
  whom: name,
  party: v.exactOptional(id('party')),
  /** How and when they can be spoken to alone. */
  reachedBy: v.exactOptional(title),
  /** What they are to be asked. */
  questions: v.exactOptional(note),
} as const

/** Whether somebody can take part without being harmed for it. At the desk alone: that it was asked at all is nobody else's. */
export const safety = register({
  name: 'safety',
  fields,
  rooms: { desk: ['mediators'] },
  material: ['whom'],
  title: 'whom',
  verbs: safetyVerbs,
  standing: item => ({ standing: standings[saidOf(item) ?? 'none'] }),
  asks: item => {
    const said = saidOf(item)
    if (said === 'safety-met' || said === 'safety-plan') return []
    return [{ kind: 'say', verb: said === undefined ? 'safety-met' : 'safety-plan' }]
  },
})
export type Safety = RegisterItem<Body<typeof fields>>

const standings = {
  none: 'safety-not-asked',
  'safety-met': 'safety-met',
  'safety-flag': 'safety-flagged',
  'safety-plan': 'safety-planned',
} as const

const saidOf = (item: RegisterItem<unknown>) =>
  countingMarks({ verbs: safetyVerbs }, item).at(-1)?.verb as keyof typeof safetyVerbs | undefined
