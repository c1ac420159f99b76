/** When a step is due, by what is known; what it waits for; what may be begun where it was not done. Nothing here asks a clock. */

import type { ItemId } from '../../ids.ts'
import { termWorldOf } from '../../item/days.ts'
import { type ItemState, type RegisterItem, standingOf } from '../../item/item.ts'
import { type Day, dayToNumber, numberToDay } from '../../term/day.ts'
import { countFrom, type Resolved, resolveTerm, type TermWorld } from '../../term/resolve.ts'
import type { Term } from '../../term/term.ts'
import { breachOf, forceOf, isPerformed, isWaived, saidOfStep } from './course.ts'
import type { Step } from './fields.ts'

export type Duty =
  | Resolved
  /** STEP-5: of a group of which one is not ready yet, or that was not told to go: nobody's act is due. */
  | { readonly kind: 'together'; readonly notReady: readonly ItemId[] }
  /** No day is named. */
  | { readonly kind: 'open' }
  /** Done, waived, suspended or overtaken. */
  | { readonly kind: 'over' }

const isStep = ({ register }: RegisterItem): boolean => register === 'step'

export const stepsIn = ({ items }: ItemState): readonly Step[] =>
  Object.values(items).filter(isStep) as unknown as readonly Step[]

/** STEP-5: those that are done together with this one, itself among them; only itself where it stands alone. */
export function groupOf(step: Step, state: ItemState): readonly Step[] {
  const { withGroup } = standingOf(step).fields
  if (withGroup === undefined) return [step]
  return stepsIn(state).filter(other => standingOf(other).fields.withGroup === withGroup)
}

/** STEP-5: told to go, each of them; where all read who is ready, each ready as well. */
export const isGone = (group: readonly Step[]): boolean =>
  group.every(
    step =>
      saidOfStep(step, 'step-go').length > 0 &&
      (standingOf(step).fields.readyTo === 'mediators' || saidOfStep(step, 'step-ready').length > 0),
  )

/** `items`: of the room, and of the table, whose things its terms may name. `world`: what is supposed of days, where anything is. */
export function dutyOf(step: Step, { items }: ItemState, world: TermWorld = termWorldOf({ items })): Duty {
  const { dueBy, everyCount, withGroup } = standingOf(step).fields
  const force = forceOf(step)
  const isOver = force === 'step-overtaken' || force === 'step-suspended' || isWaived(step)
  if (isOver || (isPerformed(step) && everyCount === undefined)) return { kind: 'over' }
  const group = groupOf(step, { items })
  if (withGroup !== undefined && !isGone(group))
    return {
      kind: 'together',
      notReady: group.filter(each => saidOfStep(each, 'step-ready').length === 0).map(({ item }) => item),
    }
  return dueBy === undefined ? { kind: 'open' } : nextTime(step, resolveTerm(dueBy, world))
}

/** STEP-17: of a step that comes again, the first time that it was not done. */
function nextTime(step: Step, first: Resolved): Resolved {
  const { everyCount, everyUnit } = standingOf(step).fields
  if (everyCount === undefined || everyUnit === undefined) return first
  const done = step.marks.filter(({ verb, lapsed }) => verb === 'step-performed' && lapsed === undefined)
  const later = (day: Day): Day =>
    numberToDay(countFrom(dayToNumber(day), { count: done.length * everyCount, unit: everyUnit }, []))
  if (first.kind === 'day') return { ...first, day: later(first.day) }
  return first.kind === 'disputed' ? { ...first, days: first.days.map(later) } : first
}

/** STEP-10: until when what was noticed may be made good; undefined of a step that says nothing of that. */
export function cureTermOf(step: Step): Term | undefined {
  const { cureCount, cureUnit, cureCalendars, dayEndsIn = 'UTC' } = standingOf(step).fields
  if (cureCount === undefined || cureUnit === undefined) return undefined
  return {
    kind: 'after',
    item: step.item,
    verb: 'breach-noticed',
    count: cureCount,
    unit: cureUnit,
    ...(cureCalendars === undefined ? {} : { calendars: cureCalendars }),
    zone: dayEndsIn,
  }
}

/** What may be begun, and after which day. That it may be says nobody but a reader, and nothing is begun by it (STEP-19). */
export type Consequence = { readonly steps: readonly ItemId[]; readonly after: Resolved }

/** STEP-10: undefined where no notice stands, or what it names was made good. */
export function consequenceOf(
  step: Step,
  { items }: ItemState,
  world: TermWorld = termWorldOf({ items }),
): Consequence | undefined {
  if (breachOf(step) !== 'noticed') return undefined
  const { onBreach = [], dayEndsIn = 'UTC' } = standingOf(step).fields
  const cure: Term = cureTermOf(step) ?? {
    kind: 'after',
    item: step.item,
    verb: 'breach-noticed',
    count: 0,
    unit: 'days',
    zone: dayEndsIn,
  }
  return { steps: onBreach, after: resolveTerm(cure, world) }
}

const lastDay = (resolved: Resolved): Day | undefined =>
  resolved.kind === 'day' ? resolved.day : resolved.kind === 'disputed' ? resolved.days.at(-1) : undefined

/** Whether, on a day, all that it may be has passed: of a day that is disputed the later one. */
export function isPast(duty: Duty, on: Day): boolean {
  const last = duty.kind === 'day' || duty.kind === 'disputed' ? lastDay(duty) : undefined
  return last !== undefined && last < on
}

/** STEP-12: the same knowledge, and besides what somebody supposes: a day on which something is said, in the place of what was said. */
export type Supposed = { readonly item: ItemId; readonly verb: string; readonly day: Day }

export const supposing = (world: TermWorld, supposed: readonly Supposed[]): TermWorld => ({
  ...world,
  daysOf: (awaited, zone, begins) => {
    const days = supposed.filter(({ item, verb }) => item === awaited.item && verb === awaited.verb)
    return days.length === 0
      ? world.daysOf(awaited, zone, begins)
      : [...new Set(days.map(({ day }) => day))].sort()
  },
})

/** What a plan is drawn by: of a step of which nothing was said yet, that it is said on the day on which it is due. */
export function expecting({ items }: ItemState, world: TermWorld): TermWorld {
  const found = new Map<ItemId, readonly Day[]>()
  const expected: TermWorld = {
    ...world,
    daysOf: (awaited, zone, begins) => {
      const known = world.daysOf(awaited, zone, begins)
      return known.length > 0 ? known : dueDaysOf(awaited.item)
    },
  }
  const dueDaysOf = (item: ItemId): readonly Day[] => {
    const before = found.get(item)
    if (before !== undefined) return before
    // A circle across rooms ends where it began.
    found.set(item, [])
    const thing = items[item]
    const dueBy =
      thing === undefined || !isStep(thing) ? undefined : standingOf(thing as unknown as Step).fields.dueBy
    const days = dueBy === undefined ? [] : daysIn(resolveTerm(dueBy, expected))
    found.set(item, days)
    return days
  }
  return expected
}

/** Every day that something may be on; none of what waits. */
export const daysIn = (resolved: Duty): readonly Day[] =>
  resolved.kind === 'day' ? [resolved.day] : resolved.kind === 'disputed' ? resolved.days : []
