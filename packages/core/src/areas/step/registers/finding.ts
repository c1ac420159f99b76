import * as v from 'valibot'
import { id } from '../../../ids.ts'
import type { RegisterItem } from '../../../item/item.ts'
import { countingMarks, register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { limits, name, note, title, wholeUpTo } from '../../../schema.ts'
import { askedParty } from '../../fact/answers.ts'
import { findingVerbs } from '../verbs.ts'

/** Not begun, minimal, intermediate, complete. */
const degreeMax = 3

const fields = {
  title,
  /** The step or incident that it is about. */
  aboutStep: id('item'),
  overPeriod: v.exactOptional(title),
  degree: v.exactOptional(wholeUpTo(degreeMax)),
  found: note,
  foundBy: v.picklist(['party', 'body']),
  finder: v.exactOptional(id('party')),
  finderName: name,
  /** What shows it, of this room or of the table. */
  shownBy: v.exactOptional(
    v.pipe(v.array(id('item')), v.minLength(1), v.maxLength(limits.sourcesMax), v.readonly()),
  ),
} as const

/** What whoever looked has found of a step over a time: in words, and on a scale from not begun to complete. */
export const finding = register({
  name: 'finding',
  fields,
  rooms: {
    table: [{ by: 'foundBy', are: { party: [{ named: 'finder' }], body: ['mediators'] } }],
    group: [{ by: 'foundBy', are: { party: [{ named: 'finder' }], body: ['mediators'] } }],
  },
  material: ['aboutStep', 'overPeriod', 'degree', 'found'],
  title: 'title',
  verbs: findingVerbs,
  unfit: ({ foundBy, finder }) => ((foundBy === 'party') === (finder !== undefined) ? undefined : 'finder'),
  standing: item => {
    const answers = countingMarks({ verbs: findingVerbs }, item)
    const contested = answers.filter(({ verb }) => verb === 'assessment-contested').length
    if (contested > 0) return { standing: 'assessment-contested', count: contested }
    return { standing: 'assessment-given' }
  },
  asks: (item, reader, room) => {
    const party = askedParty(reader, room)
    const isOpen =
      party !== undefined &&
      !countingMarks({ verbs: findingVerbs }, item).some(({ voice }) => voice === party)
    return isOpen ? [{ kind: 'say', verb: 'assessment-noted' }] : []
  },
})
export type Finding = RegisterItem<Body<typeof fields>>
