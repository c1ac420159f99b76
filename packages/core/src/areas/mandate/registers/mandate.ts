import * as v from 'valibot'
import { id } from '../../../ids.ts'
import type { RegisterItem } from '../../../item/item.ts'
import { countingMarks, deeds, register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { limits, name, note, title } from '../../../schema.ts'
import { term } from '../../../term/term.ts'
import { courseOf, hasUnconfirmed } from '../course.ts'
import { ordinalOfUnmet } from '../unmet.ts'
import { mandateVerbs } from '../verbs.ts'

const listOf = <S extends v.GenericSchema<unknown, unknown>>(of: S) =>
  v.pipe(v.array(of), v.minLength(1), v.maxLength(limits.sourcesMax), v.readonly())

const fields = {
  title,
  /** As the paper names them: an office, a body, an assembly. */
  principal: name,
  envoy: name,
  envoys: v.exactOptional(listOf(id('member'))),
  /** For which talks; for all of one's own where nothing is said. */
  talks: v.exactOptional(id('process')),
  text: v.exactOptional(note),
  /** What it is about, and what it leaves out: in words, and by the issues of the table. */
  covers: v.exactOptional(listOf(title)),
  excludes: v.exactOptional(listOf(title)),
  issuesIn: v.exactOptional(listOf(id('item'))),
  issuesOut: v.exactOptional(listOf(id('item'))),
  mandateMay: v.exactOptional(listOf(v.picklist(deeds))),
  limits: v.exactOptional(listOf(note)),
  redLines: v.exactOptional(listOf(note)),
  /** When to ask back. */
  consult: v.exactOptional(note),
  inForceUntil: v.exactOptional(term),
  /** What may be shown to the mediators of it. */
  publicFace: v.exactOptional(note),
} as const

/**
 * What a principal lets its envoy do, and within which limits. It stands in a side's own room, to which mediators hold no key; that of
 * a party without an account they write down in its caucus. Nothing elsewhere is ruled by it: a mandate warns.
 */
export const mandateRegister = register({
  name: 'mandate',
  fields,
  rooms: { delegation: ['keeper'], caucus: ['recorded'] },
  material: [
    'principal',
    'envoy',
    'talks',
    'text',
    'covers',
    'excludes',
    'issuesIn',
    'issuesOut',
    'mandateMay',
    'limits',
    'redLines',
    'inForceUntil',
  ],
  title: 'title',
  staysHere: true,
  verbs: mandateVerbs,
  standing: (item, room) => {
    const { course, voices } = courseOf(item)
    if (course === 'differing') return { standing: 'principals-differ', count: voices }
    if (course !== 'given') return { standing: `mandate-${course}` }
    // MAND-7: nobody has to say it.
    const unmet = ordinalOfUnmet(item, room)
    return unmet === undefined
      ? { standing: 'mandate-given' }
      : { standing: 'suspended-by-condition', count: unmet }
  },
  asks: (item, reader, room) => {
    if (room.kind !== 'delegation') return []
    const { course } = courseOf(item)
    if (reader.role === 'principal')
      return course === 'drafted'
        ? [{ kind: 'say', verb: 'given' }]
        : hasUnconfirmed(item)
          ? [{ kind: 'say', verb: 'confirmed-afterwards' }]
          : []
    const isRead = countingMarks({ verbs: mandateVerbs }, item).some(({ verb }) => verb === 'received')
    return course === 'given' && !isRead ? [{ kind: 'say', verb: 'received' }] : []
  },
})
export type Mandate = RegisterItem<Body<typeof fields>>
