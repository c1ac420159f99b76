import * as v from 'valibot'
import { id } from '../../../ids.ts'
import { type RegisterItem, standingOf } from '../../../item/item.ts'
import { register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { note, title } from '../../../schema.ts'
import { clock } from '../../../term/clock.ts'
import { term, zone } from '../../../term/term.ts'
import { askedParty } from '../../fact/answers.ts'
import { answersToMeeting, outcomeOf } from '../answers.ts'
import { meetingVerbs } from '../verbs.ts'

const fields = {
  kind: v.picklist(['proximity', 'heads', 'joint', 'technical']),
  title,
  /** The day. */
  when: term,
  begins: v.exactOptional(clock),
  ends: v.exactOptional(clock),
  /** In which its hours, and those of every arrangement for it, are counted. */
  timeZone: zone,
  /** The city; the building only where it is needed. */
  venue: title,
  building: v.exactOptional(title),
  level: v.exactOptional(title),
  subject: v.exactOptional(note),
  /** The issue that it is about. */
  issue: v.exactOptional(id('item')),
  /** What is said in public: nothing; that it takes place; words that all have cleared. */
  publicity: v.picklist(['nothing', 'may-be-confirmed', 'readout']),
  /** Whether there are minutes, and whose. */
  minutesKept: v.picklist(['no-minutes', 'own-minutes', 'agreed-minutes']),
} as const

/** A meeting, as those who are asked read it: nothing of it says how anybody comes. */
export const meeting = register({
  name: 'meeting',
  fields,
  rooms: { desk: ['mediators'], caucus: ['mediators'], table: ['mediators'], group: ['mediators'] },
  material: [
    'kind',
    'when',
    'begins',
    'ends',
    'timeZone',
    'venue',
    'building',
    'level',
    'publicity',
    'minutesKept',
  ],
  agreed: 'confirmed',
  title: 'title',
  verbs: meetingVerbs,
  standing: (item, room) => {
    const outcome = outcomeOf(item)
    if (outcome !== undefined) return { standing: outcome === 'held' ? 'was-held' : outcome }
    const { confirmed, agreed, declined, lapsed } = answersToMeeting(item, room)
    if (declined > 0) return { standing: 'meeting-declined', count: declined }
    if (agreed) return { standing: 'agreed-in-private' }
    if (confirmed > 0) return { standing: 'confirmed', count: confirmed }
    if (lapsed) return { standing: 'to-be-confirmed' }
    return { standing: room.kind === 'desk' ? 'idea' : 'announced' }
  },
  // MEET-4: a side is asked anew where what it has said yes to has changed.
  asks: (item, reader, room) => {
    const party = room.kind === 'caucus' ? askedParty(reader, room) : undefined
    const { lapsed, voices } = answersToMeeting(item, room)
    if (party === undefined || !lapsed || outcomeOf(item) !== undefined || voices.includes(party)) return []
    return [{ kind: 'say', verb: 'confirmed', by: standingOf(item).fields.when }]
  },
})
export type Meeting = RegisterItem<Body<typeof fields>>
