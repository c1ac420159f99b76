/** The areas of the house, one line each: how the shell shows what stands in rooms. */

import type { AreaName } from '@goodoffices/core'
import type { CliArea } from './areas/area.ts'
import { item } from './areas/item/area.ts'
import { message } from './areas/message/area.ts'

/** Nothing but events stands in the order of the others. */
const events = {}

export const areas: { readonly [N in AreaName]: CliArea<N> } = {
  roster: events,
  rules: events,
  mandate: events,
  table: events,
  message,
  item,
  desk: events,
  note: events,
  retention: events,
  keyring: events,
}
