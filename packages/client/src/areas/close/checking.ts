/** What a device asks of other rooms, of keys and of arithmetic before a thing of the area is put (decision 8). */

import {
  addsUp,
  doneTogether,
  type Instrument,
  instrumentIn,
  isMediator,
  ladderOf,
  type PartyId,
  type RoomState,
  sameInstrumentIn,
  signingsOn,
  standingOf,
  type Tallied,
} from '@goodoffices/core'
import { fail, ok } from '../../result.ts'
import type { AboutToSay, GoesWith } from '../area.ts'
import { isAssented } from '../assent/assented.ts'
import { digestOfInstrument, type SigningFields } from './digest.ts'

type Put = Extract<AboutToSay['step']['act'], { readonly kind: 'item.put' }>

export const putting: GoesWith = about => {
  const { act } = about.step
  if (act.kind !== 'item.put') return ok([])
  switch (act.register) {
    case 'instrument':
      return checkInstrument(about, act)
    case 'signing':
      return checkSigning(about, act)
    case 'tally':
      return checkTally(act)
    default:
      return ok([])
  }
}

type InstrumentFields = Instrument['revisions'][number]['fields']

/** CLOS-6: with the digest of its words. CLOS-11: in other words, once it was signed, only where all have said yes to them. */
function checkInstrument({ room, by, rooms }: AboutToSay, { item, fields }: Put) {
  if (digestOfInstrument(room, fields as InstrumentFields) !== fields['digest']) return fail('text-differs')
  const before = instrumentIn(room, item)
  const author = room.members[by]
  if (before === undefined || author === undefined || !isMediator(author)) return ok([])
  const isOther = standingOf(before).fields.digest !== fields['digest']
  if (!isOther || signingsOn(before, room).length === 0) return ok([])
  const desk = rooms().find(({ kind }) => kind === 'desk')
  return desk !== undefined && isAssented(desk, 'instrument', fields, fields['agreedIn'] ?? '')
    ? ok([])
    : fail('correction-not-assented')
}

/** CLOS-13: what mediators place among the parties is what stands in that party's caucus, to the letter. */
function checkSigning({ room, by, rooms, together }: AboutToSay, { fields }: Put) {
  const said = fields as unknown as SigningFields
  const there = instrumentIn(room, said.instrument)
  if (there !== undefined && standingOf(there).fields.digest !== said.digest) return fail('text-differs')
  const author = room.members[by]
  if (room.kind === 'caucus' || author === undefined || !isMediator(author)) return ok([])
  const caucus = rooms().find(({ kind, party }) => kind === 'caucus' && party?.party === said.party)
  const given = caucus === undefined ? undefined : sameInstrumentIn(caucus, said.digest)
  const isGiven =
    caucus !== undefined &&
    given !== undefined &&
    signingsOn(given, caucus).some(signing => standingOf(signing).fields.proof === said.proof)
  if (!isGiven) return fail('signing-not-theirs')
  const count = there === undefined || together === undefined ? 0 : missingWith(there, room, said, together)
  return count === 0 ? ok([]) : fail('signings-missing', { count })
}

/** Of how many parties the same is neither there nor placed in the same step: what all do in sight of each other is shown of all or of none. */
function missingWith(
  instrument: Instrument,
  room: RoomState,
  { done }: SigningFields,
  together: NonNullable<AboutToSay['together']>,
): number {
  const kinds = doneTogether(done)
  const placed = together.flatMap(({ room: to, act }) =>
    to === room.id && act.kind === 'item.put' && act.register === 'signing'
      ? [act.fields as unknown as SigningFields]
      : [],
  )
  const isThere = (party: PartyId) =>
    kinds.some(kind => ladderOf(instrument, room, party).done.has(kind)) ||
    placed.some(
      each => each.instrument === instrument.item && each.party === party && kinds.includes(each.done),
    )
  const { boundParties } = standingOf(instrument).fields
  return kinds.length === 0 ? 0 : boundParties.filter(party => !isThere(party)).length
}

function checkTally({ fields }: Put) {
  const counted = (fields['counted'] ?? []) as unknown as readonly Tallied[]
  const wrong = counted.find(count => !addsUp(count))
  if (wrong === undefined) return ok([])
  const { inFavour, opposed, blankOrVoid, returned } = wrong
  return fail('does-not-add-up', { sum: inFavour + opposed + blankOrVoid, returned })
}
