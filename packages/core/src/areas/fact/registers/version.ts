import * as v from 'valibot'
import { id } from '../../../ids.ts'
import { figure } from '../../../item/figure.ts'
import { type RegisterItem, standingOf } from '../../../item/item.ts'
import { register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { limits, note, title } from '../../../schema.ts'
import { day } from '../../../term/day.ts'
import { answersTo, askedParty, byWhen, isAnswerAsked, isSuperseded, isUsed, matterOf } from '../answers.ts'
import { keptSources } from '../kept.ts'
import { versionVerbs } from '../verbs.ts'

const fields = {
  matter: id('item'),
  /** Whose it is, in words: a party, a body, a document. */
  of: title,
  /** Of a figure. */
  figure: v.exactOptional(figure),
  /** Of an event: how they tell it. */
  wording: v.exactOptional(note),
  /** Of an event: on which day, or from which until which; another side may date it otherwise. */
  happenedOn: v.exactOptional(day),
  happenedUntil: v.exactOptional(day),
  method: v.exactOptional(note),
  counts: v.exactOptional(note),
  leavesOut: v.exactOptional(note),
  asOf: v.exactOptional(day),
  sources: v.exactOptional(
    v.pipe(v.array(note), v.minLength(1), v.maxLength(limits.sourcesMax), v.readonly()),
  ),
  /** What shows it, of this room or of the table. */
  evidence: v.exactOptional(
    v.pipe(v.array(id('item')), v.minLength(1), v.maxLength(limits.sourcesMax), v.readonly()),
  ),
  keptSources,
} as const

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
  material: [
    'matter',
    'of',
    'figure',
    'wording',
    'happenedOn',
    'happenedUntil',
    'method',
    'counts',
    'leavesOut',
    'asOf',
  ],
  restsOn: ['matter'],
  agreed: 'used-in-text',
  title: 'of',
  verbs: versionVerbs,
  onlyIn: { keptSources: ['desk'] },
  unfit: ({ happenedOn, happenedUntil }) =>
    happenedUntil !== undefined && (happenedOn === undefined || happenedUntil < happenedOn)
      ? 'happenedUntil'
      : undefined,
  tells: item => {
    const { of: source, wording: words = '', happenedOn: day, happenedUntil: until } = standingOf(item).fields
    return {
      source,
      words,
      ...(day === undefined ? {} : { day }),
      ...(until === undefined ? {} : { until }),
    }
  },
  standing: item => {
    if (isSuperseded(item)) return { standing: 'superseded' }
    const marks = answersTo(item)
    const contested = marks.filter(({ verb }) => verb === 'contested').length
    if (contested > 0) return { standing: 'contested', count: contested }
    const accepted = marks.filter(({ verb }) => verb === 'accepted').length
    if (accepted > 0) return { standing: 'accepted', count: accepted }
    if (isUsed(item)) return { standing: 'used-in-text' }
    return { standing: 'given' }
  },
  asks: (item, reader, room) => {
    const party = askedParty(reader, room)
    const matter = matterOf(item, room)
    if (party === undefined || !isAnswerAsked(item, matter, { party, room })) return []
    return [{ kind: 'say', verb: 'noted', ...byWhen(matter) }]
  },
})
export type Version = RegisterItem<Body<typeof fields>>
