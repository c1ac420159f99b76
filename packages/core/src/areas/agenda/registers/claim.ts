import * as v from 'valibot'
import { id } from '../../../ids.ts'
import { type RegisterItem, standingOf } from '../../../item/item.ts'
import { countingMarks, register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { note, title } from '../../../schema.ts'
import { claimVerbs } from '../verbs.ts'

const fields = {
  /** What the side calls it. */
  what: title,
  /** The issue that it is about: one that is at the table, or that the mediators have asked this side about. */
  issue: v.exactOptional(id('item')),
  position: v.picklist(['in', 'out', 'in-if']),
  /** Of what belongs only if something is so. */
  onlyIf: v.exactOptional(note),
  /** Of what does not belong, or does not otherwise. */
  firmness: v.exactOptional(v.picklist(['never', 'not-now', 'not-in-this-format'])),
  reasons: v.exactOptional(note),
} as const

/** What one side says belongs to the talks, and what does not. It stands in its own caucus; what of it may pass is its own to say. */
export const claim = register({
  name: 'claim',
  staysHere: true,
  fields,
  rooms: { caucus: ['binds'], delegation: ['speaks'] },
  material: ['issue', 'position', 'onlyIf'],
  title: 'what',
  verbs: claimVerbs,
  unfit: ({ position, onlyIf, firmness }) => {
    if (position === 'in-if' && onlyIf === undefined) return 'onlyIf'
    if (position === 'in' && onlyIf !== undefined) return 'onlyIf'
    return position === 'in' && firmness !== undefined ? 'firmness' : undefined
  },
  standing: item => {
    const said = countingMarks({ verbs: claimVerbs }, item).map(({ verb }) => verb)
    if (said.includes('claim-withdrawn')) return { standing: 'claim-withdrawn' }
    const { position } = standingOf(item).fields
    return {
      standing: position === 'in-if' && said.includes('condition-met') ? 'claim-if-met' : `claim-${position}`,
    }
  },
})
export type Claim = RegisterItem<Body<typeof fields>>
