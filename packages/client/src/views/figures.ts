/** Figures of the report on equal treatment: how a line is made of what stands in each side's caucus. */

import type { RoomState } from '@goodoffices/core'
import type { Counting, Measure } from './area-views.ts'

/** A line of which each figure is read off the caucus of its side; undefined of a side whose caucus is not held. */
export const ofEach = (
  { sides }: Counting,
  line: Omit<Measure, 'values'>,
  figure: (caucus: RoomState) => number | undefined,
): Measure => ({
  ...line,
  values: sides.map(({ caucus }) => (caucus === undefined ? undefined : figure(caucus))),
})

/** The middle one of lengths, the earlier of two middle ones; undefined of none. */
export const medianOf = (lengths: readonly number[]): number | undefined =>
  lengths.toSorted((a, b) => a - b)[Math.ceil(lengths.length / 2) - 1]
