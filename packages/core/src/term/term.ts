/**
 * Terms: days that follow from others. A value inside an item's fields; what it comes to is computed by whoever looks, never by a rule.
 *
 * TERM-1: the day of the event is day 0, and a term of days ends at the end of its last day in the zone named.
 */

import * as v from 'valibot'
import { type ItemId, id } from '../ids.ts'
import { code, wholeUpTo } from '../schema.ts'
import { type Day, day } from './day.ts'

export const termLimits = {
  countMax: 36_525,
  partsMax: 8,
  /** With what holds it a term stays within the levels that an item's fields may have (ITEM-7). */
  depthMax: 3,
  calendarsMax: 8,
  lookupsMax: 2_000,
  /** Items in a row of which each is when the next is: beyond, nobody says when the first is. */
  chainMax: 100,
} as const

/** A time zone by its name in the tz database, shape only. */
export const zone = v.pipe(
  v.string(),
  v.maxLength(40),
  v.regex(/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,2}$/, 'zone'),
  code('UTC', 'Asia/Tehran', 'America/New_York'),
)

/** What somebody says of an item, or that it happened: a word of its register. */
export const verb = v.pipe(
  v.string(),
  v.maxLength(40),
  v.regex(/^[a-z]+(?:-[a-z]+)*$/, 'verb'),
  code('noted', 'certified'),
)

export const units = ['days', 'working-days', 'weeks', 'months', 'years'] as const
export type Unit = (typeof units)[number]

export type Term =
  | { readonly kind: 'on'; readonly day: Day }
  | {
      readonly kind: 'after'
      readonly item: ItemId
      readonly verb: string
      readonly count: number
      readonly unit: Unit
      /** Days are counted on which all of these work; absent, on which none rests. */
      readonly calendars?: readonly ItemId[]
      /** Where the end is a day of rest: it stays, or moves to the next or the previous day that is none. */
      readonly roll?: 'none' | 'next' | 'previous'
      readonly zone: string
    }
  /** When another item is. */
  | { readonly kind: 'with'; readonly item: ItemId }
  | { readonly kind: 'earliest'; readonly of: readonly Term[] }
  | { readonly kind: 'latest'; readonly of: readonly Term[] }

/** Terms within terms as deep as `termLimits.depthMax`. */
function termOf(depth: number): v.GenericSchema<unknown, Term> {
  const simple = [
    v.strictObject({ kind: v.literal('on'), day }),
    v.strictObject({
      kind: v.literal('after'),
      item: id('item'),
      verb,
      count: wholeUpTo(termLimits.countMax),
      unit: v.picklist(units),
      calendars: v.exactOptional(
        v.pipe(v.array(id('item')), v.minLength(1), v.maxLength(termLimits.calendarsMax), v.readonly()),
      ),
      roll: v.exactOptional(v.picklist(['none', 'next', 'previous'])),
      zone,
    }),
    v.strictObject({ kind: v.literal('with'), item: id('item') }),
  ] as const
  if (depth <= 1) return v.variant('kind', [...simple])
  const of = v.pipe(
    v.array(termOf(depth - 1)),
    v.minLength(2),
    v.maxLength(termLimits.partsMax),
    v.readonly(),
  )
  return v.variant('kind', [
    ...simple,
    v.strictObject({ kind: v.literal('earliest'), of }),
    v.strictObject({ kind: v.literal('latest'), of }),
  ])
}

/** The schema of a term. */
export const term = v.pipe(termOf(termLimits.depthMax), v.metadata({ is: 'term' }))

/** Whether two come to be the same words, in whichever order their parts were written: what an item holds is in that of the log. */
export const isSameTerm = (a: Term | undefined, b: Term | undefined): boolean => written(a) === written(b)
const written = (given: Term | undefined): string | undefined => {
  const parsed = v.safeParse(term, given)
  return JSON.stringify(parsed.success ? parsed.output : given)
}

/** The items that a term names: those it waits for and those it goes with. */
export function itemsNamedIn(term: Term): readonly ItemId[] {
  switch (term.kind) {
    case 'on':
      return []
    case 'after':
    case 'with':
      return [term.item]
    case 'earliest':
    case 'latest':
      return term.of.flatMap(itemsNamedIn)
    default:
      return term satisfies never
  }
}
