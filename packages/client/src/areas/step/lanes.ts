/** Steps in lanes, one for each who does them, with the days that they come to and what each runs from: what a plan is drawn and read by. */

import {
  type Day,
  type Duty,
  daysIn,
  dutyOf,
  expecting,
  groupOf,
  type ItemId,
  isPast,
  isStanding,
  itemsNamedIn,
  type RoomState,
  resolveTerm,
  type Step,
  type Supposed,
  standingOf,
  stepsIn,
  supposing,
  termWorldOf,
} from '@goodoffices/core'
import { itemsAround } from '../agenda/waits.ts'

export type LaneStep = {
  readonly room: RoomState
  readonly step: Step
  /** What is known of when it is due. */
  readonly duty: Duty
  /** The days that it comes to; of one that waits, where all before it is done on its day. */
  readonly days: readonly Day[]
  readonly isExpected: boolean
  /** Not before this day, else when the last that it runs from is done. */
  readonly from?: Day
  /** The steps that its days run from, and those that are done with it. */
  readonly after: readonly ItemId[]
  readonly together: readonly ItemId[]
  readonly isLate: boolean
}
export type Lane = { readonly owner: string; readonly steps: readonly LaneStep[] }

export type LanesAsked = {
  /** The day of the reader, where what has passed is to be told. */
  readonly on?: Day
  /** STEP-12: what somebody supposes; nothing of it is written. */
  readonly supposed?: readonly Supposed[]
}

/**
 * Every step that the reader has, once: as it stands among the sides, else as it is planned at the desk. What a question put in a caucus is
 * the step that stands at the table by that question, and at the desk the one that all were asked about.
 */
export function plannedSteps(
  rooms: readonly RoomState[],
): readonly { readonly room: RoomState; readonly step: Step }[] {
  const order = ['table', 'group', 'desk', 'caucus'] as const
  const found = new Map<ItemId, { readonly room: RoomState; readonly step: Step }>()
  for (const kind of order)
    for (const room of rooms.filter(each => each.kind === kind))
      for (const step of stepsIn(room))
        if (!found.has(step.item) && !isAskedAbout(rooms, room, step)) found.set(step.item, { room, step })
  return [...found.values()].toSorted((a, b) => numberOf(a.step) - numberOf(b.step))
}

function isAskedAbout(rooms: readonly RoomState[], room: RoomState, step: Step): boolean {
  const { question } = standingOf(step)
  if (question === undefined) return false
  const nonce = room.questions[question]?.content.nonce
  return rooms.some(
    other => other.kind === 'desk' || stepsIn(other).some(each => standingOf(each).fields.agreedIn === nonce),
  )
}

const numberOf = (step: Step): number => standingOf(step).fields.stepNumber

/** In the order of the numbers of their first steps; those of one owner stand in one lane, whatever room they are in. */
export function lanesOf(
  rooms: readonly RoomState[],
  { on, supposed = [] }: LanesAsked = {},
): readonly Lane[] {
  const all = plannedSteps(rooms)
  const ids = new Set(all.map(({ step }) => step.item))
  const lanes = Map.groupBy(all, ({ step }) => standingOf(step).fields.doneBy)
  return [...lanes].map(([owner, steps]) => ({
    owner,
    steps: steps.map(({ room, step }) => laneStep(rooms, { room, step, ids, supposed, on })),
  }))
}

function laneStep(
  rooms: readonly RoomState[],
  {
    room,
    step,
    ids,
    supposed,
    on,
  }: {
    readonly room: RoomState
    readonly step: Step
    readonly ids: ReadonlySet<ItemId>
    readonly supposed: readonly Supposed[]
    readonly on: Day | undefined
  },
): LaneStep {
  const around = itemsAround(rooms, room)
  const world = supposing(termWorldOf(around), supposed)
  const { dueBy, notBefore } = standingOf(step).fields
  const duty = dutyOf(step, around, world)
  const known = daysIn(duty)
  const expected = expecting(around, world)
  const days = known.length > 0 || dueBy === undefined ? known : daysIn(resolveTerm(dueBy, expected))
  const after = [
    ...new Set([dueBy, notBefore].flatMap(term => (term === undefined ? [] : itemsNamedIn(term)))),
  ]
  const from = (notBefore === undefined ? [] : daysIn(resolveTerm(notBefore, expected)))[0]
  const before = after
    .flatMap(item => {
      const term =
        around.items[item]?.register === 'step' ? standingOf(around.items[item]).fields['dueBy'] : undefined
      return term === undefined
        ? []
        : daysIn(resolveTerm(term as Parameters<typeof resolveTerm>[0], expected))
    })
    .toSorted()
    .at(-1)
  const start = from ?? before
  return {
    room,
    step,
    duty,
    days,
    isExpected: known.length === 0 && days.length > 0,
    ...(start === undefined ? {} : { from: start }),
    after: after.filter(item => ids.has(item)),
    together: groupOf(step, around).flatMap(({ item }) => (item === step.item ? [] : [item])),
    isLate: on !== undefined && isStanding(step, room) && isPast(duty, on),
  }
}
