/** VIEW-4: everything in the rooms of some talks that has a day, waits for one, or whose day is disputed; each once. */

import {
  type Day,
  dayNumberAt,
  findRegister,
  isTakenBack,
  isZone,
  numberToDay,
  type RoomState,
  resolveTerm,
  standingOf,
  termFieldsIn,
  termWorldOf,
} from '@goodoffices/core'
import { itemsAround } from '../areas/agenda/waits.ts'
import { titleOf } from '../areas/item/names.ts'
import type { Here } from '../waiting/wait.ts'
import type { AreaViews, Dated } from './area-views.ts'

/** The same in several rooms is one, and says in which. */
export type DatedOnce = Dated & { readonly rooms: readonly RoomState[] }

export function datedIn(here: Here, views: readonly AreaViews[]): readonly DatedOnce[] {
  const found = new Map<string, Dated>()
  const told = views.flatMap(({ days }) => days?.(here) ?? [])
  for (const dated of [...here.rooms.flatMap(room => termsOf(room, here.rooms)), ...told])
    found.set(`${dated.room.id} ${dated.about} ${dated.field}`, dated)
  return eachOnce([...found.values()])
}

function termsOf(room: RoomState, rooms: readonly RoomState[]): readonly Dated[] {
  const world = termWorldOf(itemsAround(rooms, room))
  return Object.values(room.items).flatMap(thing => {
    const register = findRegister(thing.register)
    if (register === undefined || isTakenBack(register, thing)) return []
    return termFieldsIn(register, standingOf(thing).fields).map(
      ({ field, term }): Dated => ({
        room,
        about: thing.item,
        field,
        when: resolveTerm(term, world),
        thing,
      }),
    )
  })
}

/** Whoever reads most of it first: what the table has is not said again of the rooms that it came from. */
const order: readonly RoomState['kind'][] = ['table', 'desk', 'group', 'caucus', 'delegation', 'private']

/** What was put to several at once stands in the room of each under an id of its own: it is one day for whoever reads all of them. */
function eachOnce(all: readonly Dated[]): readonly DatedOnce[] {
  const known = new Map<string, DatedOnce>()
  for (const dated of all.toSorted((a, b) => order.indexOf(a.room.kind) - order.indexOf(b.room.kind))) {
    const { thing, field, when, called, about } = dated
    const name =
      thing === undefined
        ? [about, called?.term, called?.words]
        : [thing.register, titleOf(thing) ?? thing.item]
    const key = JSON.stringify([name, field, when])
    const before = known.get(key)
    known.set(
      key,
      before === undefined
        ? { ...dated, rooms: [dated.room] }
        : { ...before, rooms: [...before.rooms, dated.room] },
    )
  }
  return [...known.values()]
}

/** The days on which it stands in a calendar, in order: none while it waits, every one that the sides name where they differ. */
export function daysOf({ when }: Pick<Dated, 'when'>, zone: string): readonly Day[] {
  switch (when.kind) {
    case 'day':
      return [when.day]
    case 'disputed':
      return when.days
    case 'moment':
      return [numberToDay(dayNumberAt(when.at, isZone(zone) ? zone : 'UTC'))]
    case 'waiting':
    case 'loop':
      return []
    default:
      return when satisfies never
  }
}

/** From one day to another, both among them: each day that has something, in order, with what it has. */
export function daysBetween(
  all: readonly DatedOnce[],
  { from, to, zone }: { readonly from: Day; readonly to: Day; readonly zone: string },
): readonly { readonly day: Day; readonly dated: readonly DatedOnce[] }[] {
  const days = new Map<Day, DatedOnce[]>()
  for (const dated of all)
    for (const day of daysOf(dated, zone))
      if (day >= from && day <= to) days.set(day, [...(days.get(day) ?? []), dated])
  return [...days].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([day, dated]) => ({ day, dated }))
}

/** The first day from one on that has something; where none has, the last before it. Undefined where nothing has a day. */
export function nearestDay(all: readonly DatedOnce[], from: Day, zone: string): Day | undefined {
  const days = all.flatMap(dated => daysOf(dated, zone)).toSorted()
  return days.find(day => day >= from) ?? days.at(-1)
}
