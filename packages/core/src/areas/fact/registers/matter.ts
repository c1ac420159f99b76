import * as v from 'valibot'
import type { ItemId } from '../../../ids.ts'
import { standingOf } from '../../../item/item.ts'
import { countingMarks, type RegisterRoom, register, type Verb } from '../../../item/register.ts'
import { note, title } from '../../../schema.ts'
import { type Version, version } from './version.ts'

const verbs = {
  parked: { who: ['mediators'], group: 'place' },
  resumed: { who: ['mediators'], group: 'place' },
  'merged-into': { who: ['mediators'], needs: ['evidence'], group: 'place' },
} as const satisfies Readonly<Record<string, Verb>>

/** What exactly is asked: a figure or an event that may be given differently by different sides. */
export const matter = register({
  name: 'matter',
  fields: {
    kind: v.picklist(['figure', 'event']),
    /** In words that no side objects to. */
    title,
    /** What counts as it. */
    definition: v.exactOptional(note),
    unit: v.exactOptional(title),
    place: v.exactOptional(title),
    period: v.exactOptional(title),
  },
  rooms: {
    caucus: ['mediators', 'speaks'],
    table: ['mediators'],
    group: ['mediators'],
    desk: ['mediators'],
  },
  material: ['kind', 'definition', 'unit', 'place', 'period'],
  title: 'title',
  verbs,
  standing: (thing, room) => {
    const place = countingMarks({ verbs }, thing)[0]?.verb
    if (place === 'parked' || place === 'merged-into') return { standing: place }
    const versions = standingVersions(thing.item, room)
    if (versions.length === 0) return { standing: 'no-version' }
    if (versions.length > 1) return { standing: 'disputed', count: versions.length }
    return { standing: isAcceptedByAll(versions[0], room) ? 'accepted-by-all' : 'one-version' }
  },
})

/** FACT-2: a newer version hides no older one; only whoever gave it puts another in its place. */
export const standingVersions = (matter: ItemId, { items }: RegisterRoom): readonly Version[] =>
  Object.values(items)
    .filter((thing): thing is Version => thing.register === version.name)
    .filter(
      thing =>
        standingOf(thing).fields.matter === matter &&
        !countingMarks(version, thing).some(({ verb }) => verb === 'superseded'),
    )

/** By every party of the room, third parties apart. */
function isAcceptedByAll(only: Version | undefined, room: RegisterRoom): boolean {
  const parties = Object.values(room.parties).filter(({ kind }) => kind === 'party')
  const accepted = new Set(
    only === undefined
      ? []
      : countingMarks(version, only)
          .filter(({ verb }) => verb === 'accepted')
          .map(({ voice }) => voice),
  )
  return parties.length > 0 && parties.every(({ party }) => accepted.has(party))
}
