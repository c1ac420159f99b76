/**
 * VIEW-4: until when what was noticed may be made good, until when an incident is at its level, and when a step that comes again is due
 * next. VIEW-5: what each side has reported in its own room. VIEW-13: plans that an office has in a table.
 */

import {
  breachOf,
  consequenceOf,
  dutyOf,
  findRegister,
  type Incident,
  isStanding,
  levelOf,
  type RoomState,
  standingOf,
  stepsIn,
} from '@goodoffices/core'
import type { AreaViews, CountsOf, Dated, DaysOf } from '../../views/area-views.ts'
import { ofEach } from '../../views/figures.ts'
import { itemsAround } from '../agenda/waits.ts'

const incidentsIn = (room: RoomState): readonly Incident[] =>
  Object.values(room.items).filter(
    ({ register }) => register === 'incident',
  ) as unknown as readonly Incident[]

const days: DaysOf = ({ rooms }) =>
  rooms.flatMap((room): readonly Dated[] => {
    const around = itemsAround(rooms, room)
    const curing = stepsIn(room).flatMap((step): readonly Dated[] => {
      const consequence = breachOf(step) === 'noticed' ? consequenceOf(step, around) : undefined
      const thing = room.items[step.item]
      return consequence === undefined || thing === undefined
        ? []
        : [{ room, about: step.item, field: 'cureCount', when: consequence.after, thing }]
    })
    const again = stepsIn(room).flatMap((step): readonly Dated[] => {
      const { everyCount } = standingOf(step).fields
      const duty = dutyOf(step, around)
      const thing = room.items[step.item]
      return everyCount === undefined || thing === undefined || duty.kind !== 'day' || !isStanding(step, room)
        ? []
        : [{ room, about: step.item, field: 'dueBy', when: duty, thing }]
    })
    const levels = incidentsIn(room).flatMap((incident): readonly Dated[] => {
      const until = levelOf(incident)?.until
      const thing = room.items[incident.item]
      const standing = thing && findRegister(thing.register)?.standing(thing, room).standing
      return until === undefined || thing === undefined || standing === 'incident-closed'
        ? []
        : [{ room, about: incident.item, field: 'daysAtLevel', when: { kind: 'day', day: until }, thing }]
    })
    return [...curing, ...again, ...levels]
  })

const counts: CountsOf = counting => [
  ofEach(
    counting,
    { of: 'count.incidents', unit: 'times', by: 'side' },
    caucus => incidentsIn(caucus).length,
  ),
]

const stepsBefore = (room: RoomState): number =>
  Math.max(0, ...stepsIn(room).map(step => standingOf(step).fields.stepNumber))

const brings: AreaViews['brings'] = {
  step: (room, at) => ({ stepNumber: stepsBefore(room) + at + 1, stepOf: 'body' }),
}

export const views: AreaViews = { days, counts, brings }
