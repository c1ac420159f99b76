/** What waits, as a line: with the screens that show it, since things of registers are called by what their registers say. */

import type { AnyWebArea, WaitingLine, Waits } from './area.ts'
import { titleIn } from './item/title.ts'

/** The registry leaves out nothing that waits. */
export function lineOf(areas: readonly AnyWebArea[], item: Waits): WaitingLine {
  const line = areas.map(({ waits }) => waits[item.kind]).find(found => found !== undefined)
  if (line === undefined) throw new Error(`no area tells of ${item.kind}`)
  return line(item, titleIn)
}
