import * as v from 'valibot'
import { id } from '../../../ids.ts'
import { type RegisterItem, standingOf } from '../../../item/item.ts'
import { powerKinds, register } from '../../../item/register.ts'
import { makerOf } from '../../../item/who.ts'
import type { Body } from '../../../room/fields.ts'
import { isMediator, leadsParty } from '../../../room/roles.ts'
import { limits, name, note, title } from '../../../schema.ts'
import { day } from '../../../term/day.ts'
import { term } from '../../../term/term.ts'
import { areTakenUp, examinationOf, partyOfPowers, powersStanding } from '../powers.ts'
import { powersVerbs } from '../verbs.ts'

const fields = {
  /** Whom they name, as the document does; and who that is here. */
  holder: name,
  person: v.exactOptional(id('member')),
  /** Whose they are, where the mediators post them. */
  party: v.exactOptional(id('party')),
  powersMay: v.pipe(
    v.array(v.picklist(powerKinds)),
    v.minLength(1),
    v.maxLength(powerKinds.length),
    v.readonly(),
  ),
  /** Those that others are to know. */
  knownLimits: v.exactOptional(
    v.pipe(v.array(note), v.minLength(1), v.maxLength(limits.sourcesMax), v.readonly()),
  ),
  issuedBy: v.exactOptional(name),
  dated: v.exactOptional(day),
  inForceUntil: v.exactOptional(term),
  /** MAND-11: whose office needs no document (VCLT 7(2)). */
  exempt: v.exactOptional(
    v.picklist(['head-of-state', 'head-of-government', 'foreign-minister', 'head-of-mission']),
  ),
  /** Where the document is. */
  document: v.exactOptional(title),
} as const

/** Who may bind a side, for what; shown to the mediators, and to others where it is carried or posted. Powers bind: MAND-9. */
export const powers = register({
  name: 'powers',
  fields,
  rooms: {
    caucus: ['leads'],
    table: ['leads', 'mediators'],
    group: ['leads', 'mediators'],
  },
  material: [
    'holder',
    'person',
    'party',
    'powersMay',
    'knownLimits',
    'issuedBy',
    'dated',
    'exempt',
    'document',
  ],
  title: 'holder',
  staysHere: true,
  verbs: powersVerbs,
  // MAND-17: what a side has taken up of the mediators' is not another by their word.
  unfit: (_, room, before) =>
    before !== undefined && makerOf(room, before) === 'mediators' && areTakenUp(room, before)
      ? 'holder'
      : undefined,
  standing: (item, room) => powersStanding(item, room),
  asks: (item, reader, room) => {
    const { standing } = powersStanding(item, room)
    const examination = examinationOf(item)
    const isOwn = reader.party !== undefined && partyOfPowers(room, item) === reader.party
    const isPosted = makerOf(room, item) === 'mediators'
    if (isOwn && leadsParty(reader) && isPosted && !areTakenUp(room, item))
      return [{ kind: 'say', verb: 'presented' }]
    if (isOwn && leadsParty(reader) && examination === 'queried')
      return [{ kind: 'put', register: 'powers', ...until(item) }]
    const isOpen = standing === 'powers-on-file' || standing === 'powers-presented'
    return isMediator(reader) && isOpen ? [{ kind: 'say', verb: 'in-good-order' }] : []
  },
})
export type Powers = RegisterItem<Body<typeof fields>>

const until = (item: Powers) => {
  const { inForceUntil } = standingOf(item).fields
  return inForceUntil === undefined ? {} : { by: inForceUntil }
}
