/** What of the one text each side was given, what it said of it, and how long it waited to hear what became of that. */

import type { RoomState } from '@goodoffices/core'
import type { AreaViews, Counting, Measure } from '../../views/area-views.ts'
import { medianOf, ofEach } from '../../views/figures.ts'
import { draftsIn } from './reading.ts'
import { sayingsIn } from './saying.ts'

type Line = readonly [line: Omit<Measure, 'values'>, figure: (caucus: RoomState) => number | undefined]

const lines: readonly Line[] = [
  [{ of: 'measure.drafts', unit: 'times', by: 'mediators' }, caucus => draftsIn(caucus).length],
  [
    { of: 'measure.draft-said', unit: 'times', by: 'side' },
    caucus => sayingsIn(caucus).length + caucus.draftPositions.length,
  ],
  [
    { of: 'measure.draft-taken', unit: 'times', by: 'mediators' },
    caucus => sayingsIn(caucus).filter(({ answer }) => answer?.outcome === 'taken').length,
  ],
  [
    { of: 'measure.draft-told-time', unit: 'length', by: 'mediators' },
    caucus =>
      medianOf(
        sayingsIn(caucus).flatMap(({ time, answer }) => (answer === undefined ? [] : [answer.time - time])),
      ),
  ],
]

const counts = (counting: Counting): readonly Measure[] =>
  lines.map(([line, figure]) => ofEach(counting, line, figure))

export const views: AreaViews = { counts }
