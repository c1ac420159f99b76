import * as v from 'valibot'
import { id } from '../../../ids.ts'
import type { RegisterItem } from '../../../item/item.ts'
import { type RegisterRoom, register } from '../../../item/register.ts'
import { makerOf } from '../../../item/who.ts'
import type { Body } from '../../../room/fields.ts'
import { note, title } from '../../../schema.ts'
import { term } from '../../../term/term.ts'
import {
  answersTo,
  askedParty,
  byWhen,
  isUsed,
  isVersionAsked,
  placeOf,
  standingVersions,
} from '../answers.ts'
import { isUnderInquiry } from '../inquiries.ts'
import { matterVerbs } from '../verbs.ts'

const fields = {
  kind: v.picklist(['figure', 'event']),
  /** In words that no side objects to. */
  title,
  /** What counts as it. */
  definition: v.exactOptional(note),
  unit: v.exactOptional(title),
  place: v.exactOptional(title),
  period: v.exactOptional(title),
  /** By when each side is asked to give its own, or to say what it makes of another's. */
  answersBy: v.exactOptional(term),
  /** The issue that it is about. */
  issue: v.exactOptional(id('item')),
} as const

/** What exactly is asked: a figure or an event that may be given differently by different sides. */
export const matter = register({
  name: 'matter',
  fields,
  rooms: {
    caucus: ['mediators', 'speaks'],
    table: ['mediators'],
    group: ['mediators'],
    desk: ['mediators'],
  },
  material: ['kind', 'title', 'definition', 'unit', 'place', 'period'],
  title: 'title',
  verbs: matterVerbs,
  standing: (thing, room) => {
    const place = placeOf(thing)
    if (place !== undefined) return { standing: place }
    const standing = standingVersions(thing.item, room)
    const [first, ...others] = standing
    if (isUnderInquiry(thing.item, room)) return { standing: 'under-inquiry', count: standing.length }
    if (standing.some(isUsed)) return { standing: 'used-without-prejudice', count: standing.length }
    if (first === undefined) return { standing: 'no-version' }
    if (others.length > 0) return { standing: 'disputed', count: others.length + 1 }
    return { standing: isAcceptedByAll(first, room) ? 'accepted-by-all' : 'one-version' }
  },
  asks: (thing, reader, room) => {
    const party = askedParty(reader, room)
    if (party === undefined || !isVersionAsked(thing, { party, room })) return []
    return [{ kind: 'put', register: 'version', ...byWhen(thing) }]
  },
})
export type Matter = RegisterItem<Body<typeof fields>>

/** By every party of the room, third parties apart, but for the one whose it is. */
function isAcceptedByAll(only: RegisterItem, room: RegisterRoom): boolean {
  const parties = Object.values(room.parties).filter(({ kind }) => kind === 'party')
  const accepted = new Set(
    answersTo(only)
      .filter(({ verb }) => verb === 'accepted')
      .map(({ voice }) => voice),
  )
  const maker = makerOf(room, only)
  return parties.length > 0 && parties.every(({ party }) => party === maker || accepted.has(party))
}
