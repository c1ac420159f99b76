/** Hours of meetings beside their days; and of each side how it met: how often, how long, told how long before, who was first. */

import {
  type Arrangement,
  clockToMinutes,
  type Day,
  type ItemId,
  type Meeting,
  type RegisterItem,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import type { AreaViews, Counting, Dated, Measure } from '../../views/area-views.ts'
import { medianOf, ofEach } from '../../views/figures.ts'
import type { Here } from '../../waiting/wait.ts'
import { hourMs, toldBefore } from './notice.ts'
import { sayHours } from './saying.ts'

type Statement = RegisterItem<{ readonly embargo?: { readonly day: Day } }>

type Things = { readonly arrangement: Arrangement; readonly statement: Statement }
const thingsOf = <N extends keyof Things>({ items }: RoomState, register: N): readonly Things[N][] =>
  Object.values(items).filter(thing => thing.register === register) as unknown as readonly Things[N][]
const arrangementsIn = (caucus: RoomState): readonly Arrangement[] => thingsOf(caucus, 'arrangement')

const days = ({ rooms }: Here): readonly Dated[] =>
  rooms.flatMap(room => [
    ...arrangementsIn(room).flatMap(arrivalOf(room)),
    ...thingsOf(room, 'statement').flatMap(embargoOf(room)),
  ])

const arrivalOf =
  (room: RoomState) =>
  (arrangement: Arrangement): readonly Dated[] => {
    const { meeting: id, on, arrivesFrom, arrivesTo } = standingOf(arrangement).fields
    const meeting = room.items[id] as Meeting | undefined
    const when = meeting === undefined ? undefined : standingOf(meeting).fields.when
    const day = on ?? (when?.kind === 'on' ? when.day : undefined)
    if (day === undefined) return []
    return [
      {
        room,
        about: arrangement.item,
        field: 'arrivesFrom',
        when: { kind: 'day', day },
        thing: arrangement,
        beside: w => sayHours(w, arrivesFrom, arrivesTo),
      },
    ]
  }

const embargoOf =
  (room: RoomState) =>
  (statement: Statement): readonly Dated[] => {
    const { embargo } = standingOf(statement).fields
    return embargo === undefined
      ? []
      : [
          {
            room,
            about: statement.item,
            field: 'embargo',
            when: { kind: 'day', day: embargo.day },
            thing: statement,
          },
        ]
  }

const minuteMs = 60_000

function counts(counting: Counting): readonly Measure[] {
  return [
    ofEach(
      counting,
      { of: 'measure.meetings', unit: 'times', by: 'mediators' },
      caucus => arrangementsIn(caucus).length,
    ),
    ofEach(
      counting,
      { of: 'measure.session-time', unit: 'length', by: 'mediators' },
      caucus => arrangementsIn(caucus).reduce((sum, each) => sum + sessionMinutes(each), 0) * minuteMs,
    ),
    ofEach(counting, { of: 'measure.notice', unit: 'length', by: 'mediators' }, caucus => {
      const told = arrangementsIn(caucus).flatMap(arrangement => {
        const meeting = caucus.items[standingOf(arrangement).fields.meeting] as Meeting | undefined
        const hours = toldBefore({ arrangement, meeting })
        return hours === undefined ? [] : [hours * hourMs]
      })
      return medianOf(told)
    }),
    firstHeard(counting),
  ]
}

const sessionMinutes = (arrangement: Arrangement): number =>
  (standingOf(arrangement).fields.sessions ?? []).reduce(
    (sum, { begins, ends }) => sum + Math.max(0, clockToMinutes(ends) - clockToMinutes(begins)),
    0,
  )

/** How often the mediators are with a side before they are with the others, of the meetings that several have. */
function firstHeard({ sides, desk }: Counting): Measure {
  const line = { of: 'measure.first', unit: 'times', by: 'mediators' } as const
  if (desk === undefined) return { ...line, values: sides.map(() => undefined) }
  const begun = sides.map(({ caucus }) =>
    caucus === undefined ? new Map<string, number>() : firstSessions(caucus),
  )
  const titles = new Set(begun.flatMap(each => [...each.keys()]))
  const firsts = [...titles].flatMap(title => {
    const hours = begun.map(each => each.get(title))
    const known = hours.filter(hour => hour !== undefined)
    const first = Math.min(...known)
    const isShared = known.length > 1 && known.filter(hour => hour === first).length === 1
    return isShared ? [hours.indexOf(first)] : []
  })
  return { ...line, values: sides.map((_, at) => firsts.filter(first => first === at).length) }
}

/** In minutes of the day, by what the meeting is called: it stands in each caucus under another id. */
function firstSessions(caucus: RoomState): Map<string, number> {
  const found = new Map<string, number>()
  for (const { meeting: id, sessions = [] } of arrangementsIn(caucus).map(each => standingOf(each).fields)) {
    const title = titleOf(caucus, id)
    const begins = Math.min(...sessions.map(session => clockToMinutes(session.begins)))
    if (title !== undefined && Number.isFinite(begins)) found.set(title, begins)
  }
  return found
}

const titleOf = ({ items }: RoomState, id: ItemId): string | undefined => {
  const meeting = items[id] as Meeting | undefined
  return meeting === undefined ? undefined : standingOf(meeting).fields.title
}

export const views: AreaViews = { days, counts }
