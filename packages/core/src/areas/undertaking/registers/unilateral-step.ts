import * as v from 'valibot'
import { id } from '../../../ids.ts'
import type { RegisterItem } from '../../../item/item.ts'
import { register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { name, note, title } from '../../../schema.ts'
import { term } from '../../../term/term.ts'
import { standingOfStep } from '../course.ts'
import { unilateralVerbs, whoGives } from '../verbs.ts'
import { exactWords } from '../words.ts'

const fields = {
  title,
  party: id('party'),
  undertakenBy: name,
  exactWords,
  /** What it invites others to. It gives no claim to it. */
  invites: v.exactOptional(note),
  /** Another's step that it answers. */
  answersStep: v.exactOptional(id('item')),
  takenBy: v.exactOptional(term),
} as const

/** UNDT-3: what a side does of itself. It names no clause and is asked of nobody, so that it is never taken for what was agreed. */
export const unilateralStep = register({
  name: 'unilateral-step',
  fields,
  rooms: { caucus: whoGives, table: [...whoGives, 'mediators'], group: [...whoGives, 'mediators'] },
  material: ['party', 'undertakenBy', 'exactWords', 'invites', 'answersStep', 'takenBy'],
  title: 'title',
  asGiven: 'step-announced',
  verbs: unilateralVerbs,
  standing: standingOfStep,
})
export type UnilateralStep = RegisterItem<Body<typeof fields>>
