/** The areas of the house, one line each: what a client knows of every act beyond its rules. */

import type { AreaName } from '@goodoffices/core'
import type { ClientArea } from './areas/area.ts'
import { desk } from './areas/desk/area.ts'
import { item } from './areas/item/area.ts'
import { keyring } from './areas/keyring/area.ts'
import { mandate } from './areas/mandate/area.ts'
import { message } from './areas/message/area.ts'
import { note } from './areas/note/area.ts'
import { retention } from './areas/retention/area.ts'
import { roster } from './areas/roster/area.ts'
import { rules } from './areas/rules/area.ts'
import { table } from './areas/table/area.ts'
import type { CodesOf } from './words/area-words.ts'

export const areas = {
  roster,
  rules,
  mandate,
  table,
  message,
  item,
  desk,
  note,
  retention,
  keyring,
} satisfies {
  readonly [N in AreaName]: ClientArea<N, CodesOf<N>, string>
}
