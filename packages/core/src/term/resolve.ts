/** What a term comes to by what is known now: a day, something that is waited for, or several days where its beginning is disputed. */

import type { ItemId } from '../ids.ts'
import { type Calendar, isWorkingDay, type ReadCalendar } from './calendar.ts'
import { addMonths, type Day, dayToNumber, numberToDay } from './day.ts'
import { type Term, termLimits } from './term.ts'

/** What a term waits for: that somebody says this of that item. */
export type Awaited = { readonly item: ItemId; readonly verb: string }

export type Resolved =
  /** `unless`: a day that comes earlier where one of these happens first. */
  | { readonly kind: 'day'; readonly day: Day; readonly unless?: readonly Awaited[] }
  | { readonly kind: 'waiting'; readonly for: readonly Awaited[] }
  /** TERM-5: in order; `items` are what the sides date differently, as far as it makes a difference. */
  | {
      readonly kind: 'disputed'
      readonly days: readonly Day[]
      readonly items: readonly ItemId[]
      readonly unless?: readonly Awaited[]
    }
  /** Terms that wait for each other in a circle; refused when an item is put, and possible only across rooms. */
  | { readonly kind: 'loop' }

/** What is known of the items that terms name. */
export type TermWorld = {
  /** The days on which this was said to have happened, each speaker's last word: none, one, or several that differ; by when a day begins. */
  readonly daysOf: (awaited: Awaited, zone: string, begins: Pick<Calendar, 'beginsAt'>) => readonly Day[]
  /** When another item is: its own term; undefined where it has none. */
  readonly termOf: (item: ItemId) => Term | undefined
  /** Undefined where no such calendar is known: then whoever counts by it waits. */
  readonly calendarOf: (item: ItemId) => ReadCalendar | undefined
  /** Of a clock that stands still at times: the day on which it has run from one to another, by their numbers, or what it waits for. */
  readonly stretch?: (counted: {
    readonly start: number
    readonly end: number
    readonly zone: string
  }) => number | Awaited
}

export function resolveTerm(term: Term, world: TermWorld): Resolved {
  return resolve(term, world, { path: [], lookups: { left: termLimits.lookupsMax } })
}

type Walk = { readonly path: readonly ItemId[]; readonly lookups: { left: number } }

function resolve(term: Term, world: TermWorld, walk: Walk): Resolved {
  switch (term.kind) {
    case 'on':
      return { kind: 'day', day: term.day }
    case 'with': {
      walk.lookups.left -= 1
      if (walk.path.includes(term.item) || walk.lookups.left < 0) return { kind: 'loop' }
      if (walk.path.length >= termLimits.chainMax) return { kind: 'waiting', for: [] }
      const other = world.termOf(term.item)
      return other === undefined
        ? { kind: 'waiting', for: [] }
        : resolve(other, world, { ...walk, path: [...walk.path, term.item] })
    }
    case 'after':
      return resolveAfter(term, world)
    case 'earliest':
    case 'latest':
      return combine(
        term.kind,
        term.of.map(part => resolve(part, world, walk)),
      )
    default:
      return term satisfies never
  }
}

type After = Extract<Term, { kind: 'after' }>

function resolveAfter(term: After, world: TermWorld): Resolved {
  const { item, verb, zone } = term
  const named = term.calendars ?? []
  const calendars = named.flatMap(id => world.calendarOf(id) ?? [])
  // Which days are worked on is said by calendars, and by nothing else.
  if (needsCalendar(term) && (named.length === 0 || calendars.length < named.length))
    return { kind: 'waiting', for: [] }
  const ends = world.daysOf({ item, verb }, zone, beginningOf(calendars)).map(day => {
    const start = dayToNumber(day)
    const end = countFrom(start, term, calendars)
    return world.stretch === undefined ? end : world.stretch({ start, end, zone })
  })
  const stopped = ends.filter(end => typeof end !== 'number')
  if (stopped.length > 0) return { kind: 'waiting', for: stopped }
  const days = ends.filter(end => typeof end === 'number').map(numberToDay)
  const [first, ...others] = [...new Set(days)].sort()
  if (first === undefined) return { kind: 'waiting', for: [{ item, verb }] }
  return others.length === 0
    ? { kind: 'day', day: first }
    : { kind: 'disputed', days: [first, ...others], items: [item] }
}

/** Of several calendars the first that lets days begin otherwise than at midnight says when they do. */
const beginningOf = (calendars: readonly ReadCalendar[]): Pick<Calendar, 'beginsAt'> =>
  calendars.find(({ beginsAt = 0 }) => beginsAt !== 0) ?? {}

const needsCalendar = ({ unit, roll = 'none' }: After): boolean => unit === 'working-days' || roll !== 'none'

/** TERM-2 to TERM-4: the last day of so many units after a day, by their numbers. */
export function countFrom(
  start: number,
  { count, unit, roll = 'none' }: Pick<After, 'count' | 'unit' | 'roll'>,
  calendars: readonly ReadCalendar[],
): number {
  return rollFrom(lastDay(start, count, unit, calendars), roll, calendars)
}

function lastDay(
  start: number,
  count: number,
  unit: After['unit'],
  calendars: readonly ReadCalendar[],
): number {
  switch (unit) {
    case 'days':
      return start + count
    case 'weeks':
      return start + 7 * count
    // TERM-3: the same number of the later month, or its last day.
    case 'months':
      return addMonths(start, count)
    case 'years':
      return addMonths(start, 12 * count)
    case 'working-days':
      return countWorkingDays(start, count, calendars)
    default:
      return unit satisfies never
  }
}

/** No calendar rests longer at a stretch; beyond it a term of working days has no end. */
const restDaysMax = 366

/** TERM-4: days are counted on which every calendar works. */
function countWorkingDays(start: number, count: number, calendars: readonly ReadCalendar[]): number {
  let [number, counted, rested] = [start, 0, 0]
  while (counted < count && rested <= restDaysMax) {
    number += 1
    if (isWorkingDay(number, calendars)) [counted, rested] = [counted + 1, 0]
    else rested += 1
  }
  return number
}

function rollFrom(
  number: number,
  roll: NonNullable<After['roll']>,
  calendars: readonly ReadCalendar[],
): number {
  if (roll === 'none') return number
  const step = roll === 'next' ? 1 : -1
  for (let moved = 0; moved <= restDaysMax; moved += 1) {
    const at = number + moved * step
    if (isWorkingDay(at, calendars)) return at
  }
  return number
}

type Known = Extract<Resolved, { kind: 'day' | 'disputed' }>

const daysOf = (part: Known): readonly Day[] => (part.kind === 'day' ? [part.day] : part.days)

/** The earliest or latest of several; what is not known yet leaves open what it may still change. */
function combine(kind: 'earliest' | 'latest', parts: readonly Resolved[]): Resolved {
  if (parts.some(part => part.kind === 'loop')) return { kind: 'loop' }
  const waiting = parts.flatMap(part => (part.kind === 'waiting' ? part.for : []))
  const known = parts.filter(part => part.kind === 'day' || part.kind === 'disputed')
  const isWaiting = known.length < parts.length
  if (known.length === 0 || (kind === 'latest' && isWaiting)) return { kind: 'waiting', for: waiting }
  const isEarliest = kind === 'earliest'
  const counting = known.filter(part => counts(part, known, isEarliest))
  const unless = [
    ...(isEarliest ? known : counting).flatMap(part => part.unless ?? []),
    ...(isEarliest ? waiting : []),
  ]
  const open = unless.length === 0 ? {} : { unless }
  const [day, ...others] = comeTo(known, isEarliest)
  if (day === undefined) throw new Error('days of which none can come')
  if (others.length === 0) return { kind: 'day', day, ...open }
  const items = counting.flatMap(part => (part.kind === 'disputed' ? part.items : []))
  return { kind: 'disputed', days: [day, ...others], items: [...new Set(items)], ...open }
}

/** Beyond this none of several can come: the first of their last days for the earliest, the last of their first days for the latest. */
function boundOf(parts: readonly Known[], isEarliest: boolean): Day | undefined {
  const ends = parts.map(part => (isEarliest ? daysOf(part).at(-1) : daysOf(part)[0]) as Day).sort()
  return isEarliest ? ends[0] : ends.at(-1)
}

/** TERM-5: every day that the earliest or latest may be, whichever of its days each turns out to be; in order. */
function comeTo(parts: readonly Known[], isEarliest: boolean): readonly Day[] {
  const bound = boundOf(parts, isEarliest)
  const all = [...new Set(parts.flatMap(daysOf))].sort()
  return all.filter(day => bound === undefined || (isEarliest ? day <= bound : day >= bound))
}

/** Whether which day a part is, or that it may come earlier yet, makes a difference beside the others. */
function counts(part: Known, known: readonly Known[], isEarliest: boolean): boolean {
  const bound = boundOf(
    known.filter(other => other !== part),
    isEarliest,
  )
  const days = daysOf(part)
  const [first, last] = [days[0] as Day, days.at(-1) as Day]
  return bound === undefined || (isEarliest ? first < bound : last > bound)
}
