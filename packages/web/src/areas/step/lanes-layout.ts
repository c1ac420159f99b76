/** Where steps stand in a plot of lanes: days along, a lane for each who does them, one under the other where two would meet. */

import type { Lane, LaneStep } from '@goodoffices/client'
import { type Day, dayToNumber, type ItemId, numberToDay } from '@goodoffices/core'

export const plot = { inline: 1_040, names: 200, row: 72, box: 62, boxMin: 148, head: 28, pad: 8 } as const

export type Box = {
  readonly planned: LaneStep
  /** All from the side on which lines begin, and from the top. */
  readonly from: number
  readonly to: number
  /** Where the earlier of two disputed days ends. */
  readonly sure: number
  readonly top: number
}
export type LaneDrawn = { readonly owner: string; readonly top: number; readonly block: number }
export type Arrow = { readonly key: string; readonly d: string; readonly isTogether: boolean }
export type Drawn = {
  readonly lanes: readonly LaneDrawn[]
  readonly boxes: readonly Box[]
  readonly arrows: readonly Arrow[]
  readonly ticks: readonly { readonly at: number; readonly day: Day }[]
  readonly block: number
}

const ticksMax = 5
const strides = [1, 7, 14, 28, 91, 182, 365, 730, 1_825, 3_650] as const
const edgeDays = 2

/** `isMirrored`: lines are read from the right. */
export function drawLanes(lanes: readonly Lane[], isMirrored: boolean): Drawn {
  const all = lanes.flatMap(({ steps }) => steps)
  const numbers = all
    .flatMap(({ days, from }) => [...days, ...(from === undefined ? [] : [from])])
    .map(dayToNumber)
  const first = Math.min(...(numbers.length === 0 ? [0] : numbers)) - edgeDays
  const last = Math.max(...(numbers.length === 0 ? [0] : numbers)) + edgeDays
  const span = Math.max(last - first, 7)
  const inner = plot.inline - plot.names - plot.boxMin - plot.pad
  const along = (day: number): number => plot.names + plot.boxMin + ((day - first) / span) * inner
  const drawn: LaneDrawn[] = []
  const boxes: Box[] = []
  let top: number = plot.head
  for (const { owner, steps } of lanes) {
    const ends: number[] = []
    const begins = top
    for (const planned of steps) {
      const { from, to, sure } = extentOf(planned, along)
      const free = ends.findIndex(end => end + plot.pad <= from)
      const row = free === -1 ? ends.length : free
      ends[row] = to
      boxes.push({ planned, from, to, sure, top: begins + plot.pad + row * plot.row })
    }
    const block = Math.max(ends.length, 1) * plot.row + plot.pad
    drawn.push({ owner, top: begins, block })
    top += block
  }
  const turn = (x: number): number => (isMirrored ? plot.inline - x : x)
  return {
    lanes: drawn,
    boxes,
    arrows: arrowsOf(boxes, turn),
    ticks:
      numbers.length === 0
        ? []
        : ticksOf(first, span).map(day => ({ at: along(day), day: numberToDay(day) })),
    block: top,
  }
}

/** A box ends with its last day and begins where what it runs from ends, and is wide enough to be read; one without a day stands first. */
function extentOf({ days, from }: LaneStep, along: (day: number) => number) {
  const ends = days.map(day => along(dayToNumber(day)))
  const to = ends.at(-1) ?? plot.names + plot.boxMin
  const begins = from === undefined ? to - plot.boxMin : along(dayToNumber(from)) + plot.pad * 2
  return { from: Math.max(plot.names, Math.min(begins, to - plot.boxMin)), to, sure: ends[0] ?? to }
}

function ticksOf(first: number, span: number): readonly number[] {
  const stride = strides.find(each => span / each <= ticksMax) ?? Math.ceil(span / ticksMax)
  return Array.from({ length: Math.floor(span / stride) + 1 }, (_, at) => first + at * stride)
}

function arrowsOf(boxes: readonly Box[], turn: (x: number) => number): readonly Arrow[] {
  const byItem = new Map<ItemId, Box>(boxes.map(box => [box.planned.step.item, box]))
  const middle = ({ top }: Box): number => top + plot.box / 2
  return boxes.flatMap(box => {
    const after = box.planned.after.flatMap((item): readonly Arrow[] => {
      const before = byItem.get(item)
      if (before === undefined) return []
      const [x1, x2] = [before.to, box.from]
      const way =
        x2 - x1 >= plot.pad
          ? `M${turn(x1)} ${middle(before)}H${turn(x1 + plot.pad)}V${middle(box)}H${turn(x2)}`
          : `M${turn(x1 - plot.pad)} ${before.top + plot.box}V${box.top - plot.pad / 2}H${turn(x2 + plot.pad)}V${box.top}`
      return [{ key: `${item} ${box.planned.step.item}`, d: way, isTogether: false }]
    })
    // Once for each two.
    const together = box.planned.together.flatMap((item): readonly Arrow[] => {
      const other = byItem.get(item)
      if (other === undefined || other.top <= box.top) return []
      const x = turn(Math.min(box.to, other.to) - plot.pad * 2)
      return [
        {
          key: `${box.planned.step.item}=${item}`,
          d: `M${x} ${box.top + plot.box}V${other.top}`,
          isTogether: true,
        },
      ]
    })
    return [...after, ...together]
  })
}
