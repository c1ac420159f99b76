import * as v from 'valibot'
import { id } from '../../../ids.ts'
import { type RegisterItem, standingOf } from '../../../item/item.ts'
import { countingMarks, register } from '../../../item/register.ts'
import { makerOf } from '../../../item/who.ts'
import type { Body } from '../../../room/fields.ts'
import { isMediator, leadsParty } from '../../../room/roles.ts'
import { note, title } from '../../../schema.ts'
import { conditionStanding } from '../unmet.ts'
import { conditionVerbs } from '../verbs.ts'

const fields = {
  /** In one line, as it was put. */
  title,
  note: v.exactOptional(note),
  demandedOf: v.picklist(['circumstances', 'other-side', 'mediators', 'third-party']),
  judgedBy: v.picklist(['principal', 'mediators', 'third-party', 'by-agreement']),
  evidenceWanted: v.exactOptional(note),
  consequence: v.picklist(['suspends', 'is-noted']),
  /** What hangs on it: a mandate, powers, a meeting. */
  governs: v.exactOptional(id('item')),
} as const

/** What somebody demands before something goes on, and who says whether it is so. */
export const condition = register({
  name: 'condition',
  fields,
  rooms: { delegation: ['keeper'], caucus: ['leads'], table: ['mediators'] },
  material: ['title', 'demandedOf', 'judgedBy', 'consequence', 'governs'],
  title: 'title',
  verbs: conditionVerbs,
  standing: item => ({ standing: conditionStanding(item, standingOf(item).fields.judgedBy) }),
  asks: (item, reader, room) => {
    const { judgedBy, demandedOf } = standingOf(item).fields
    const said = countingMarks({ verbs: conditionVerbs }, item)
    const last = said.at(-1)?.verb
    // What was offered is judged by whoever judges it; what is demanded of a side in its caucus is answered there.
    if (last === 'offered') {
      const judges =
        judgedBy === 'mediators'
          ? isMediator(reader)
          : judgedBy === 'principal' && leadsParty(reader) && makerOf(room, item) === reader.party
      return judges ? [{ kind: 'say', verb: 'met' }] : []
    }
    const isDemanded =
      last === undefined &&
      (demandedOf === 'mediators'
        ? isMediator(reader)
        : demandedOf === 'other-side' &&
          room.kind === 'caucus' &&
          leadsParty(reader) &&
          makerOf(room, item) === 'mediators')
    return isDemanded && makerOf(room, item) !== reader.party ? [{ kind: 'say', verb: 'offered' }] : []
  },
})
export type Condition = RegisterItem<Body<typeof fields>>
