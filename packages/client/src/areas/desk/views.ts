/** How each side's words were carried, and how what it received was sent: by what the desk says of its conveyances. */

import { type Carried, originsOf, type RoomState } from '@goodoffices/core'
import type { AreaViews, Counting, Measure } from '../../views/area-views.ts'
import { medianOf, ofEach } from '../../views/figures.ts'

const wentAt = ({ steps }: Carried): number | undefined => steps.find(({ did }) => did === 'deliver')?.time

/** From when a side said it until it was carried, of every message of it that was. */
const carryTimes = (desk: RoomState, caucus: RoomState): readonly number[] =>
  Object.values(desk.conveyances).flatMap(carried => {
    const went = wentAt(carried)
    if (went === undefined) return []
    return originsOf(carried.plan).flatMap(origin => {
      const said =
        origin.kind === 'passage' && origin.room === caucus.id
          ? caucus.messages[origin.passage.message]
          : undefined
      return said === undefined ? [] : [went - said.time]
    })
  })

const sentTo = (desk: RoomState, caucus: RoomState): readonly Carried[] =>
  Object.values(desk.conveyances).filter(
    carried => carried.plan.to === caucus.id && wentAt(carried) !== undefined,
  )

function counts(counting: Counting): readonly Measure[] {
  const { desk } = counting
  if (desk === undefined) return []
  return [
    ofEach(
      counting,
      { of: 'measure.carried', unit: 'times', by: 'mediators' },
      caucus => carryTimes(desk, caucus).length,
    ),
    ofEach(counting, { of: 'measure.carry-time', unit: 'length', by: 'mediators' }, caucus =>
      medianOf(carryTimes(desk, caucus)),
    ),
    ofEach(
      counting,
      { of: 'measure.together', unit: 'times', by: 'mediators' },
      caucus => sentTo(desk, caucus).filter(({ plan }) => plan.together !== undefined).length,
    ),
  ]
}

export const views: AreaViews = { counts }
