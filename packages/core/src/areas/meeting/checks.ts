/** MEET-5: what the plan of a meeting's day shows where it is laid side by side. Computed at the desk; binds nobody. */

import type { PartyId } from '../../ids.ts'
import { type Clock, clockToMinutes } from '../../term/clock.ts'
import type { Arrangement } from './registers/arrangement.ts'

type Fields = Arrangement['revisions'][number]['fields']
/** How one side comes and goes; `told`: how many hours before it arrives it was told so, where it was. */
export type PlannedSide = { readonly party: PartyId; readonly fields: Fields; readonly told?: number }

/** Minutes between the arrivals of two sides, and between their departures, where nothing else is said. */
export const minutesApart = 15

type Between = { readonly sides: readonly [PartyId, PartyId] }
type Window = { readonly from: Clock; readonly to: Clock }

export type PlanFinding =
  /** Closer to each other than so many minutes; or at once, from when to when. */
  | (Between & { readonly kind: 'arrivals-close' | 'departures-close'; readonly minutes: number })
  | (Between & Window & { readonly kind: 'arrivals-overlap' | 'departures-overlap' })
  | (Between & Window & { readonly kind: 'sessions-overlap' })
  /** The same place, at a time when both are there. */
  | (Between & {
      readonly kind: 'same-room' | 'same-entrance' | 'same-waiting-room' | 'same-route'
      readonly place: string
    })
  /** Not the same for both. */
  | (Between & {
      readonly kind:
        | 'size-differs'
        | 'distance-differs'
        | 'floor-differs'
        | 'sessions-differ'
        | 'speaking-differs'
        | 'notice-differs'
      readonly values: readonly [number, number]
    })
  | { readonly kind: 'ends-before' | 'no-interpreter' | 'no-exit'; readonly side: PartyId }

/** Of every two sides on the same day, and of each by itself; in the order of the sides given. */
export function planFindings(
  sides: readonly PlannedSide[],
  apart: number = minutesApart,
): readonly PlanFinding[] {
  const pairs = sides.flatMap((a, at) => sides.slice(at + 1).map(b => [a, b] as const))
  return [
    ...sides.flatMap(ofOne),
    ...pairs.filter(([a, b]) => a.fields.on === b.fields.on).flatMap(([a, b]) => ofTwo(a, b, apart)),
  ]
}

function ofOne({ party: side, fields }: PlannedSide): readonly PlanFinding[] {
  const turns = [fields.arrivesFrom, fields.arrivesTo, fields.leavesFrom, fields.leavesTo].map(clockToMinutes)
  const isOutOfOrder = turns.some((minutes, at) => at > 0 && minutes < (turns[at - 1] ?? 0))
  return [
    ...(isOutOfOrder ? [{ kind: 'ends-before', side } as const] : []),
    ...(fields.interpreter === undefined ? [{ kind: 'no-interpreter', side } as const] : []),
    ...(fields.exitPlan === undefined ? [{ kind: 'no-exit', side } as const] : []),
  ]
}

function ofTwo(a: PlannedSide, b: PlannedSide, apart: number): readonly PlanFinding[] {
  const sides = [a.party, b.party] as const
  const arrivals = [windowOf(a.fields, 'arrives'), windowOf(b.fields, 'arrives')] as const
  const departures = [windowOf(a.fields, 'leaves'), windowOf(b.fields, 'leaves')] as const
  return [
    ...closeness(sides, arrivals, { apart, close: 'arrivals-close', overlap: 'arrivals-overlap' }),
    ...closeness(sides, departures, { apart, close: 'departures-close', overlap: 'departures-overlap' }),
    ...sessionsAtOnce(a, b),
    ...samePlaces(a, b),
    ...differences(a, b),
  ]
}

const windowOf = (fields: Fields, when: 'arrives' | 'leaves'): Window => ({
  from: fields[`${when}From`],
  to: fields[`${when}To`],
})

type Kinds = {
  readonly apart: number
  readonly close: 'arrivals-close' | 'departures-close'
  readonly overlap: 'arrivals-overlap' | 'departures-overlap'
}

function closeness(
  sides: readonly [PartyId, PartyId],
  [a, b]: readonly [Window, Window],
  { apart, close, overlap }: Kinds,
): readonly PlanFinding[] {
  const both = overlapOf(a, b)
  if (both !== undefined) return [{ kind: overlap, sides, ...both }]
  const minutes = Math.max(
    clockToMinutes(a.from) - clockToMinutes(b.to),
    clockToMinutes(b.from) - clockToMinutes(a.to),
  )
  return minutes < apart ? [{ kind: close, sides, minutes }] : []
}

/** The time that two windows share; undefined where they share none. One that ends when the other begins shares none. */
function overlapOf(a: Window, b: Window): Window | undefined {
  const from = clockToMinutes(a.from) > clockToMinutes(b.from) ? a.from : b.from
  const to = clockToMinutes(a.to) < clockToMinutes(b.to) ? a.to : b.to
  return clockToMinutes(from) < clockToMinutes(to) ? { from, to } : undefined
}

/** The mediators are with one side at a time. */
function sessionsAtOnce(a: PlannedSide, b: PlannedSide): readonly PlanFinding[] {
  return sessionsOf(a).flatMap(one =>
    sessionsOf(b).flatMap(other => {
      const both = overlapOf(one, other)
      return both === undefined
        ? []
        : [{ kind: 'sessions-overlap' as const, sides: [a.party, b.party] as const, ...both }]
    }),
  )
}

const sessionsOf = ({ fields: { sessions = [] } }: PlannedSide): readonly Window[] =>
  sessions.map(({ begins, ends }) => ({ from: begins, to: ends }))

const isSame = (a: string | undefined, b: string | undefined): a is string =>
  a !== undefined && a.trim().toLowerCase() === b?.trim().toLowerCase()

/** A room is a side's own for the whole day; an entrance and a waiting room while it comes and goes. */
function samePlaces(a: PlannedSide, b: PlannedSide): readonly PlanFinding[] {
  const sides = [a.party, b.party] as const
  const [one, other] = [a.fields, b.fields]
  const comeTogether = overlapOf(windowOf(one, 'arrives'), windowOf(other, 'arrives')) !== undefined
  const goTogether = overlapOf(windowOf(one, 'leaves'), windowOf(other, 'leaves')) !== undefined
  return [
    ...(isSame(one.ownRoom, other.ownRoom)
      ? [{ kind: 'same-room' as const, sides, place: one.ownRoom }]
      : []),
    ...((comeTogether || goTogether) && isSame(one.entrance, other.entrance)
      ? [{ kind: 'same-entrance' as const, sides, place: one.entrance }]
      : []),
    ...((comeTogether || goTogether) && isSame(one.route, other.route)
      ? [{ kind: 'same-route' as const, sides, place: one.route }]
      : []),
    ...(isSame(one.waitingRoom, other.waitingRoom) && waitTogether(one, other)
      ? [{ kind: 'same-waiting-room' as const, sides, place: one.waitingRoom }]
      : []),
  ]
}

/** From its arrival until the mediators see it first. */
const waitOf = ({ arrivesFrom, arrivesTo, sessions = [] }: Fields): Window => {
  const first = sessions.map(({ begins }) => begins).toSorted()[0]
  return { from: arrivesFrom, to: first !== undefined && first > arrivesTo ? first : arrivesTo }
}
const waitTogether = (a: Fields, b: Fields): boolean => overlapOf(waitOf(a), waitOf(b)) !== undefined

/** Hours are counted by whole days once there are many: nobody is told in the same minute. */
const noticeOf = ({ told }: PlannedSide): number | undefined =>
  told === undefined ? undefined : Math.max(0, Math.round(told / noticeHours) * noticeHours)
const noticeHours = 12

function differences(a: PlannedSide, b: PlannedSide): readonly PlanFinding[] {
  const minutes = (side: PlannedSide): number =>
    sessionsOf(side).reduce((sum, { from, to }) => sum + clockToMinutes(to) - clockToMinutes(from), 0)
  const compared = [
    ['size-differs', a.fields.roomSize, b.fields.roomSize],
    ['distance-differs', a.fields.distance, b.fields.distance],
    ['floor-differs', a.fields.floor, b.fields.floor],
    ['sessions-differ', sessionsOf(a).length, sessionsOf(b).length],
    ['speaking-differs', minutes(a), minutes(b)],
    ['notice-differs', noticeOf(a), noticeOf(b)],
  ] as const
  return compared.flatMap(([kind, one, other]) =>
    one === undefined || other === undefined || one === other
      ? []
      : [{ kind, sides: [a.party, b.party] as const, values: [one, other] as const }],
  )
}
