import * as v from 'valibot'
import { id } from '../../../ids.ts'
import type { RegisterItem } from '../../../item/item.ts'
import { countingMarks, register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { limits, note, title, wholeUpTo } from '../../../schema.ts'
import { clock } from '../../../term/clock.ts'
import { day } from '../../../term/day.ts'
import { houseVerbs } from '../verbs.ts'

const few = <T extends v.GenericSchema>(each: T) =>
  v.exactOptional(v.pipe(v.array(each), v.minLength(1), v.maxLength(limits.sourcesMax), v.readonly()))

/** Named as an arrangement names it. */
const place = v.strictObject({
  placeName: title,
  roomSize: v.exactOptional(wholeUpTo(10_000)),
  floor: v.exactOptional(wholeUpTo(200)),
  distance: v.exactOptional(wholeUpTo(10_000)),
})

/** What one passes on it: corridors, stairs, a lift. */
const way = v.strictObject({
  placeName: title,
  passes: v.pipe(v.array(title), v.minLength(1), v.maxLength(limits.sourcesMax), v.readonly()),
})

/** One delegation by its number: who it is, the host has no need to know. */
const stay = v.strictObject({
  delegationNumber: v.pipe(wholeUpTo(99), v.minValue(1)),
  arrivesFrom: clock,
  arrivesTo: clock,
  entrance: title,
  waitingRoom: v.exactOptional(title),
  ownRoom: title,
  route: v.exactOptional(title),
  leavesFrom: clock,
  leavesTo: clock,
})

const fields = {
  title,
  /** At the desk: the meeting that it is for. */
  meeting: v.exactOptional(id('item')),
  on: v.exactOptional(day),
  places: few(place),
  ways: few(way),
  /** Who else is in the house, and where. */
  othersThere: v.exactOptional(note),
  /** As its host reads it. */
  stays: few(stay),
} as const

/** MEET-13: the house in which a meeting is: at the desk whole; in the caucus of its host with delegations by their numbers, and without what they speak of. By it a party would read when the others come. */
export const housePlan = register({
  name: 'house-plan',
  fields,
  rooms: { desk: ['mediators'], caucus: ['mediators'] },
  caucusOf: 'third',
  material: ['places', 'ways', 'stays'],
  title: 'title',
  verbs: houseVerbs,
  standing: item => {
    const said = countingMarks({ verbs: houseVerbs }, item).at(-1)?.verb
    return said === 'house-agreeable' || said === 'house-change-asked'
      ? { standing: said }
      : { standing: 'house-drawn' }
  },
})
export type HousePlan = RegisterItem<Body<typeof fields>>
