import * as v from 'valibot'
import { type RegisterItem, standingOf } from '../../../item/item.ts'
import { register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { name, note, title } from '../../../schema.ts'

const fields = {
  /** The body that mediates there. */
  trackOf: name,
  trackAbout: v.exactOptional(title),
  trackState: v.picklist(['proposed', 'active', 'dormant', 'closed']),
  /** How it lies to these talks. */
  relation: v.picklist(['parallel', 'competing', 'merged', 'under']),
  contactPerson: v.exactOptional(title),
  /** What has been agreed to be told to each other. */
  sharing: v.exactOptional(note),
  heardFrom: v.exactOptional(note),
} as const

/** Another mediation beside this one, as the mediators know of it; or as a delegation does, in its own room. */
export const track = register({
  name: 'track',
  fields,
  rooms: { desk: ['mediators'], delegation: ['speaks'] },
  material: ['trackState', 'relation'],
  title: 'trackOf',
  verbs: {},
  standing: item => ({ standing: `track-${standingOf(item).fields.trackState}` as const }),
})
export type Track = RegisterItem<Body<typeof fields>>
