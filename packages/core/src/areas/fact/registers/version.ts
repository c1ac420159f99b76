import * as v from 'valibot'
import { id } from '../../../ids.ts'
import type { RegisterItem } from '../../../item/item.ts'
import { countingMarks, register, type Verb } from '../../../item/register.ts'
import type { Body } from '../../../room/area.ts'
import { limits, note, title } from '../../../schema.ts'
import { day } from '../../../term/day.ts'
import { figure } from '../figure.ts'

const fields = {
  matter: id('item'),
  /** Whose it is, in words: a party, a body, a document. */
  of: title,
  /** Of a figure. */
  figure: v.exactOptional(figure),
  /** Of an event: how they tell it. */
  wording: v.exactOptional(note),
  method: v.exactOptional(note),
  counts: v.exactOptional(note),
  leavesOut: v.exactOptional(note),
  asOf: v.exactOptional(day),
  sources: v.exactOptional(
    v.pipe(v.array(note), v.minLength(1), v.maxLength(limits.sourcesMax), v.readonly()),
  ),
} as const

const verbs = {
  accepted: { who: ['binds'], lapses: true, group: 'answer' },
  contested: { who: ['speaks'], lapses: true, needs: ['note'], group: 'answer' },
  noted: { who: ['speaks'], lapses: true, group: 'answer' },
  superseded: { who: ['maker'] },
} as const satisfies Readonly<Record<string, Verb>>

/** One side's answer to a matter, with how it was come by. Never merged with another, never averaged, never sorted by size. */
export const version = register({
  name: 'version',
  fields,
  rooms: {
    caucus: ['mediators', 'speaks'],
    table: ['mediators', 'speaks'],
    group: ['mediators', 'speaks'],
    desk: ['mediators'],
  },
  material: ['matter', 'of', 'figure', 'wording', 'method', 'counts', 'leavesOut', 'asOf'],
  title: 'of',
  verbs,
  standing: item => {
    const marks = countingMarks({ verbs }, item)
    if (marks.some(({ verb }) => verb === 'superseded')) return { standing: 'superseded' }
    const contested = marks.filter(({ verb }) => verb === 'contested').length
    if (contested > 0) return { standing: 'contested', count: contested }
    const accepted = marks.filter(({ verb }) => verb === 'accepted').length
    if (accepted > 0) return { standing: 'accepted', count: accepted }
    return { standing: 'given' }
  },
  /** A party that has said nothing of another's version yet may accept, contest or note it. */
  asks: (item, { party }, room) => {
    if (party === undefined || room.kind === 'caucus') return []
    const [first] = item.revisions
    const isOwn = first !== undefined && room.members[first.by]?.party === party
    const hasAnswered = countingMarks({ verbs }, item).some(({ voice }) => voice === party)
    return isOwn || hasAnswered ? [] : [{ verb: 'noted' }]
  },
})
export type Version = RegisterItem<Body<typeof fields>>
