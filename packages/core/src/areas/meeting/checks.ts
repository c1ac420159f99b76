/** MEET-5: what the plan of a meeting's day shows where it is laid side by side. Computed at the desk; binds nobody. */

import type { PartyId } from '../../ids.ts'
import { clockToMinutes } from '../../term/clock.ts'
import { ofHouse, wayOf } from './house.ts'
import {
  type Fields,
  type House,
  isSame,
  minutesApart,
  moveTogether,
  overlapOf,
  type PlanFinding,
  type PlannedSide,
  type Window,
  windowOf,
} from './plan.ts'

type Within = { readonly apart?: number; readonly house?: House | undefined }

/** Of every two sides on the same day, and of each by itself; in the order of the sides given. `house`: the plan of where they are. */
export function planFindings(
  sides: readonly PlannedSide[],
  { apart = minutesApart, house }: Within = {},
): readonly PlanFinding[] {
  const pairs = sides.flatMap((a, at) => sides.slice(at + 1).map(b => [a, b] as const))
  return [
    ...sides.flatMap(side => [...ofOne(side), ...ofHouse(side, house)]),
    ...pairs
      .filter(([a, b]) => a.fields.on === b.fields.on)
      .flatMap(([a, b]) => ofTwo(a, b, { apart, house })),
  ]
}

function ofOne({ party: side, fields, language }: PlannedSide): readonly PlanFinding[] {
  const turns = [fields.arrivesFrom, fields.arrivesTo, fields.leavesFrom, fields.leavesTo].map(clockToMinutes)
  const isOutOfOrder = turns.some((minutes, at) => at > 0 && minutes < (turns[at - 1] ?? 0))
  return [
    ...(isOutOfOrder ? [{ kind: 'ends-before', side } as const] : []),
    ...(fields.interpreter === undefined ? [{ kind: 'no-interpreter', side } as const] : []),
    ...(isInterpreted(fields, language) ? [] : [{ kind: 'not-interpreted', side } as const]),
    ...(isCleared(fields) ? [] : [{ kind: 'interpreter-not-cleared', side } as const]),
    ...(fields.exitPlan === undefined ? [{ kind: 'no-exit', side } as const] : []),
  ]
}

/** Where it is said for which languages the interpreter is, the party's is one of them; whatever the region that it names. */
const isInterpreted = ({ interprets }: Fields, language: string | undefined): boolean =>
  interprets === undefined ||
  language === undefined ||
  interprets.some(each => each.split('-')[0] === language.split('-')[0])

/** Who hears all that a side says, and is not of it, was cleared by it. */
const isCleared = ({ interpreterFrom, interpreterClearedBy }: Fields): boolean =>
  interpreterFrom === undefined || interpreterFrom === 'own' || interpreterClearedBy !== undefined

type Together = { readonly apart: number; readonly house: House | undefined }

function ofTwo(a: PlannedSide, b: PlannedSide, { apart, house }: Together): readonly PlanFinding[] {
  const sides = [a.party, b.party] as const
  const arrivals = [windowOf(a.fields, 'arrives'), windowOf(b.fields, 'arrives')] as const
  const departures = [windowOf(a.fields, 'leaves'), windowOf(b.fields, 'leaves')] as const
  return [
    ...closeness(sides, arrivals, { apart, close: 'arrivals-close', overlap: 'arrivals-overlap' }),
    ...closeness(sides, departures, { apart, close: 'departures-close', overlap: 'departures-overlap' }),
    ...sessionsAtOnce(a, b),
    ...samePlaces(a, b),
    ...onTheWay(a, b, house),
    ...sameInterpreter(a, b),
    ...flagged(a, b),
    ...flagged(b, a),
    ...differences(a, b),
  ]
}

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

/** A room is a side's own for the whole day; an entrance and a waiting room while it comes and goes. */
function samePlaces(a: PlannedSide, b: PlannedSide): readonly PlanFinding[] {
  const sides = [a.party, b.party] as const
  const [one, other] = [a.fields, b.fields]
  const isAtOnce = moveTogether(one, other)
  return [
    ...(isSame(one.ownRoom, other.ownRoom)
      ? [{ kind: 'same-room' as const, sides, place: one.ownRoom }]
      : []),
    ...(isAtOnce && isSame(one.entrance, other.entrance)
      ? [{ kind: 'same-entrance' as const, sides, place: one.entrance }]
      : []),
    ...(isAtOnce && isSame(one.route, other.route)
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

/** MEET-13: on ways of their own both may pass the same stairs, or the same lift. */
function onTheWay(a: PlannedSide, b: PlannedSide, house: House | undefined): readonly PlanFinding[] {
  if (house === undefined || !moveTogether(a.fields, b.fields)) return []
  const [one, other] = [wayOf(a.fields, house), wayOf(b.fields, house)]
  if (one === undefined || other === undefined || one === other) return []
  return one.passes
    .filter(place => other.passes.some(each => isSame(each, place)))
    .map(place => ({ kind: 'ways-cross', sides: [a.party, b.party], place }))
}

/** The mediators' own interpreter goes from side to side with them; any other hears both. */
function sameInterpreter(a: PlannedSide, b: PlannedSide): readonly PlanFinding[] {
  const [one, other] = [a.fields, b.fields]
  const isOfMediators = [one, other].every(({ interpreterFrom }) => interpreterFrom === 'mediators')
  return !isOfMediators && isSame(one.interpreter, other.interpreter)
    ? [{ kind: 'same-interpreter', sides: [a.party, b.party], place: one.interpreter }]
    : []
}

/** MEET-14: last to arrive and first to leave, unless that side wished its hours so. */
function flagged(a: PlannedSide, b: PlannedSide): readonly PlanFinding[] {
  if (a.isFlagged !== true || a.fields.ownHours === true) return []
  const sides = [a.party, b.party] as const
  return [
    ...(a.fields.arrivesFrom < b.fields.arrivesTo ? [{ kind: 'flagged-comes-first' as const, sides }] : []),
    ...(a.fields.leavesTo > b.fields.leavesFrom ? [{ kind: 'flagged-goes-last' as const, sides }] : []),
  ]
}

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
