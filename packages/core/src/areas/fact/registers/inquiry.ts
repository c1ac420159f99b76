import * as v from 'valibot'
import { id } from '../../../ids.ts'
import type { RegisterItem } from '../../../item/item.ts'
import { register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { key, limits, name, note, title } from '../../../schema.ts'
import { askedParty } from '../answers.ts'
import { findingsOf, inquiryCourse } from '../inquiries.ts'
import { inquiryVerbs } from '../verbs.ts'

const fields = {
  title,
  /** What it inquires into, where that stands in this room or at the table. */
  matter: v.exactOptional(id('item')),
  /** Agreed before anybody looks: what it is to find out. */
  toFind: v.pipe(v.array(note), v.minLength(1), v.maxLength(limits.sourcesMax), v.readonly()),
  /** One team; each named by a party, or by all jointly where none is said. */
  experts: v.exactOptional(
    v.pipe(
      v.array(v.strictObject({ name, namedBy: v.exactOptional(id('party')) })),
      v.minLength(1),
      v.maxLength(limits.comingMax),
      v.readonly(),
    ),
  ),
  /** The body that begins it and delivers. */
  conductedBy: name,
  accessTo: v.exactOptional(note),
  schedule: v.exactOptional(note),
  paidBy: v.exactOptional(note),
  secrecy: v.exactOptional(note),
  findingIs: v.picklist(['binding', 'advisory', 'for-noting']),
  /** FACT-7: the nonce of the question in which all said yes to it: each side finds in its caucus what it said yes to. */
  agreedIn: v.exactOptional(key),
} as const

/** A joint inquiry into what is disputed: questions first, one team of experts, and a finding that is a version like any other. */
export const inquiry = register({
  name: 'inquiry',
  fields,
  rooms: { desk: ['mediators'], caucus: ['mediators'], table: ['mediators'], group: ['mediators'] },
  material: [
    'title',
    'matter',
    'toFind',
    'experts',
    'conductedBy',
    'accessTo',
    'paidBy',
    'secrecy',
    'findingIs',
  ],
  agreed: 'inquiry-agreed',
  belongsTo: 'matter',
  title: 'title',
  verbs: inquiryVerbs,
  // FACT-7: where several sides read it, it names what they have said yes to.
  unfit: ({ agreedIn }, { kind }) =>
    (kind === 'table' || kind === 'group') && agreedIn === undefined ? 'agreedIn' : undefined,
  standing: item => {
    const course = inquiryCourse(item)
    if (course !== undefined) return { standing: course }
    const isAgreed =
      item.revisions.at(-1)?.fields.agreedIn !== undefined ||
      item.marks.some(({ verb, lapsed }) => verb === 'inquiry-agreed' && lapsed === undefined)
    return { standing: isAgreed ? 'inquiry-agreed' : 'inquiry-drafted' }
  },
  asks: (item, reader, room) => {
    const party = askedParty(reader, room)
    const isOpen =
      party !== undefined &&
      inquiryCourse(item) === 'inquiry-delivered' &&
      !findingsOf(item).some(({ voice }) => voice === party)
    return isOpen ? [{ kind: 'say', verb: 'finding-noted' }] : []
  },
})
export type Inquiry = RegisterItem<Body<typeof fields>>
