/** How long before a side was told how it comes to a meeting. */

import {
  type Arrangement,
  clockToMinutes,
  dayMs,
  dayToNumber,
  type Meeting,
  standingOf,
} from '@goodoffices/core'

type Told = { readonly arrangement?: Arrangement | undefined; readonly meeting?: Meeting | undefined }

/** Hours from when a side was first told how it comes until it arrives; as if the clocks there were UTC's, alike for each. */
export function toldBefore({ arrangement, meeting }: Told): number | undefined {
  if (arrangement === undefined || meeting === undefined) return undefined
  const { on, arrivesFrom } = standingOf(arrangement).fields
  const { when } = standingOf(meeting).fields
  const day = on ?? (when.kind === 'on' ? when.day : undefined)
  const first = arrangement.revisions[0]?.time
  if (day === undefined || first === undefined) return undefined
  return (dayToNumber(day) * dayMs + clockToMinutes(arrivesFrom) * minuteMs - first) / hourMs
}
const minuteMs = 60_000
export const hourMs = 60 * minuteMs
