import * as v from 'valibot'
import { id } from '../../../ids.ts'
import { type RegisterItem, standingOf } from '../../../item/item.ts'
import { register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { limits, name, note, title, wholeUpTo } from '../../../schema.ts'
import { day } from '../../../term/day.ts'
import { courseOfMeasure } from '../measures.ts'
import { measureVerbs } from '../verbs.ts'

const fields = {
  title,
  /** Whether a party of this room says what becomes of it, or a body that is none of it. */
  measureOf: v.picklist(['party', 'body']),
  owner: v.exactOptional(id('party')),
  imposedBy: name,
  against: v.exactOptional(name),
  /** Its own words. */
  wording: v.exactOptional(note),
  legalBasis: v.exactOptional(note),
  inForceSince: v.exactOptional(day),
  reach: v.exactOptional(note),
  canLift: v.exactOptional(title),
  daysToLift: v.exactOptional(wholeUpTo(36_500)),
  reversible: v.exactOptional(v.boolean()),
  /** The issue that it is about. */
  issue: v.exactOptional(id('item')),
  sources: v.exactOptional(
    v.pipe(v.array(note), v.minLength(1), v.maxLength(limits.sourcesMax), v.readonly()),
  ),
} as const

/** A measure in force: whose it is, who can lift it, and how long that takes. What becomes of it its owner alone says. */
export const measure = register({
  name: 'measure',
  fields,
  rooms: { table: ['mediators', 'speaks'], group: ['mediators', 'speaks'], desk: ['mediators'] },
  material: [
    'measureOf',
    'owner',
    'imposedBy',
    'against',
    'wording',
    'reach',
    'canLift',
    'daysToLift',
    'reversible',
  ],
  title: 'title',
  verbs: measureVerbs,
  unfit: ({ measureOf, owner }) => ((measureOf === 'party') === (owner !== undefined) ? undefined : 'owner'),
  tells: item => {
    const { title: words, imposedBy: source, inForceSince: day } = standingOf(item).fields
    return { source, words, ...(day === undefined ? {} : { day }) }
  },
  standing: item => ({ standing: courseOfMeasure(item) ?? 'measure-in-force' }),
})
export type Measure = RegisterItem<Body<typeof fields>>
