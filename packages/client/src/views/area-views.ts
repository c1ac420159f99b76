/**
 * What an area tells the views that stand over all of it. The days of its things need no telling: every term in a register's fields is
 * found by its schema (VIEW-4). Here stand the days of what is no thing, what is known better than a term alone says, and what of the
 * area is counted of each side (VIEW-5).
 */

import type { ItemFields, PartyCard, RegisterItem, Resolved, RoomState } from '@goodoffices/core'
import type { Writing } from '../export/writing.ts'
import type { Here } from '../waiting/wait.ts'
import type { Term } from '../words/vocabulary.ts'

/** When something is: as its term comes to, or at a moment, in ms since 1970 UTC. */
export type When = Resolved | { readonly kind: 'moment'; readonly at: number }

export type Dated = {
  readonly room: RoomState
  /** The id of what it is the day of, and which of its days: the name of a field, or one of the area's own. */
  readonly about: string
  readonly field: string
  readonly when: When
  /** By which a calendar file knows it, where another file of the area has the same day. */
  readonly filedAs?: string
  /** Of a thing in a register; it is called, and stands, as everywhere. */
  readonly thing?: RegisterItem
  /** What else is called by a sentence of the vocabulary, with what it is put into it. */
  readonly called?: { readonly term: Term; readonly words?: string }
  /** Beside the day, or in its place where there is none: hours, what a clock has left. */
  readonly beside?: (w: Writing) => string
}

export type DaysOf = (here: Here) => readonly Dated[]

/**
 * Whose figures are counted: at the desk all sides, in the order in which they are shown; for a party itself alone, from its own rooms
 * alone (VIEW-6).
 */
export type Counting = {
  readonly sides: readonly Side[]
  /** Where the mediators plan and decide; absent where a party counts its own. */
  readonly desk?: RoomState
}

/** Its caucus, where it is held. */
export type Side = { readonly party: PartyCard; readonly caucus: RoomState | undefined }

/** What a figure counts: how many, or a length of time in ms. */
export type Unit = 'times' | 'length'

/** One line of the report: of each side, in the order of the sides, a figure; undefined where there is nothing to measure. */
export type Measure = {
  readonly of: Term
  readonly unit: Unit
  /** Whose doing it is: what the mediators do alike for all, or what a side does as it likes. */
  readonly by: 'mediators' | 'side'
  readonly values: readonly (number | undefined)[]
}

export type CountsOf = (counting: Counting) => readonly Measure[]

export type AreaViews = {
  /** A day that it names of the same thing and field stands in place of what the term alone comes to. */
  readonly days?: DaysOf
  readonly counts?: CountsOf
  /** VIEW-13: registers that a table of an office may be read into; of each, what a row has that its columns do not say. `at`: the row, from 0. */
  readonly brings?: Readonly<Record<string, (room: RoomState, at: number) => ItemFields>>
}
