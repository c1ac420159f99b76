/** What a question puts where all have said yes, with the word of each (ASNT-26), and what each gives the others (MEET-7). */

import type { ItemId, PartyId } from '../../ids.ts'
import type { ItemFields, ItemState } from '../../item/item.ts'
import type { Register } from '../../item/register.ts'
import { findRegister } from '../../item/registry.ts'
import { makerOf } from '../../item/who.ts'
import { fail, ok } from '../../result.ts'
import type { Said } from '../../room/state.ts'
import { checkFields } from '../item/rules.ts'
import { addMark, putItem } from '../item/state.ts'
import type { MandateState } from '../mandate/state.ts'
import type { TableState } from '../table/state.ts'
import type { Content, Handed, Own } from './content.ts'
import { type AssentRoom, cameAbout, type Putting, type Question, thingIdOf } from './state.ts'

export type Bringing = AssentRoom & ItemState & MandateState & TableState

/** The item, under the question's own id, and for each who was asked what its yes says of such a thing. */
export function bringAbout(room: Bringing, said: Said, put: Putting): void {
  const { question, content } = put
  const { thing, parties } = content
  if (thing === undefined) return
  const item = thingIdOf(room, put)
  const { register } = thing
  const declared: Register | undefined = findRegister(register)
  const fields = belonging(room, content, declared, thing.fields)
  putItem(room, { item, register }, { ...said, fields, question })
  if (declared?.agreed === undefined) return
  const rev = room.items[item]?.revisions.length ?? 1
  for (const { party } of parties)
    addMark(room, item, { ...said, rev, verb: declared.agreed, for: { party }, question })
}

/** ASNT-29: with the id, as it is in this very room, of what it belongs to. */
function belonging(
  room: Bringing,
  { concerning }: Content,
  register: Register | undefined,
  fields: ItemFields,
): ItemFields {
  const about = concerning === undefined ? undefined : cameAbout(room, concerning)
  return about === undefined || register?.belongsTo === undefined
    ? fields
    : { ...fields, [register.belongsTo]: thingIdOf(room, about) }
}

/** MEET-7: what the others gave stands here, and of one's own that it was given; each with the word of whoever gave it. */
export function handOver(room: Bringing, said: Said, { question, content, own, told }: Question): void {
  if (own === undefined || told?.handed === undefined) return
  const mine = content.parties.find(({ party }) => party === room.party?.party)
  const known = room.items[own.item]
  if (mine !== undefined && known !== undefined) {
    // What was put anew since was not what was asked about.
    const isOld = known.revisions.length > own.rev ? { lapsed: said.position } : {}
    addGiven(room, own.item, { ...said, rev: own.rev, for: { party: mine.party }, question, ...isOld })
  }
  for (const { party, under, thing } of told.handed) {
    putItem(room, { item: under, register: thing.register }, { ...said, fields: thing.fields, question })
    addGiven(room, under, { ...said, rev: 1, for: { party }, question })
  }
}

function addGiven(room: Bringing, item: ItemId, mark: Omit<Parameters<typeof addMark>[2], 'verb'>): void {
  const declared: Register | undefined = findRegister(room.items[item]?.register ?? '')
  if (declared?.agreed !== undefined) addMark(room, item, { ...mark, verb: declared.agreed })
}

/** MEET-7: an exchange and nothing else gives, something of each and puts nothing besides. */
export const checkGives = ({ kind, gives, thing, parties }: Content) =>
  (kind === 'exchange') === (gives !== undefined) &&
  (gives === undefined || (thing === undefined && isOfSame(gives, parties)))
    ? ok(null)
    : fail('asked-unfit')

/** MEET-7: what it gives is the party's own, as it stands. */
export function checkOwn(room: Bringing, own: Own) {
  const known = room.items[own.item]
  if (known === undefined) return fail('item-unknown')
  if (own.rev !== known.revisions.length) return fail('rev-stale', { rev: known.revisions.length })
  return makerOf(room, known) === room.party?.party ? ok(null) : fail('asked-unfit')
}

/** MEET-7: of all the others, and of a kind with what is one's own; where it came about, and nowhere else. */
export function checkHanded(room: Bringing, { content, own }: Question, told: Telling) {
  const { match, handed } = told
  if ((match && own !== undefined) !== (handed !== undefined)) return fail('asked-unfit')
  if (own === undefined || handed === undefined) return ok(null)
  const others = content.parties.filter(({ party }) => party !== room.party?.party)
  if (!isOfSame(handed, others)) return fail('asked-unfit')
  if (new Set(handed.map(({ under }) => under)).size < handed.length) return fail('id-taken')
  for (const { under, thing } of handed) {
    if (Object.hasOwn(room.items, under)) return fail('id-taken')
    if (thing.register !== room.items[own.item]?.register) return fail('asked-unfit')
    const register = findRegister(thing.register)
    const fits =
      register === undefined ? ok(null) : checkFields(room, register, { item: under, fields: thing.fields })
    if (!fits.ok) return fits
  }
  return ok(null)
}

type Telling = { readonly match: boolean; readonly handed?: readonly Handed[] }
type OfParty = { readonly party: PartyId }

export const isOfSame = (some: readonly OfParty[], others: readonly OfParty[]): boolean =>
  some.length === others.length && some.every(({ party }, at) => others[at]?.party === party)

/**
 * ASNT-26: what mediators may put in a caucus, with the fields of its register; of something that is there only where a question about
 * it came about. ITEM-6: of a register that is not known nothing more is asked.
 */
export function checkThing(room: Bringing, put: Putting) {
  const { thing, anew, concerning } = put.content
  if (thing === undefined)
    return anew === undefined && concerning === undefined && put.item === undefined
      ? ok(null)
      : fail('asked-unfit')
  if (concerning !== undefined && cameAbout(room, concerning) === undefined) return fail('asked-unfit')
  if (anew !== undefined && cameAbout(room, anew) === undefined) return fail('asked-unfit')
  const item = thingIdOf(room, put)
  const known = room.items[item]
  const isThere = anew !== undefined || put.item !== undefined
  if (isThere ? known?.register !== thing.register : known !== undefined) return fail('asked-unfit')
  const register = findRegister(thing.register)
  if (register === undefined) return ok(null)
  // What stands in some caucuses alone is put by no question: all who are asked receive the same.
  const isPutInEach = register.caucusOf === undefined && register.rooms.caucus?.includes('mediators') === true
  if (!isPutInEach) return fail('register-not-here')
  if (concerning !== undefined && register.belongsTo === undefined) return fail('asked-unfit')
  return checkFields(room, register, { item, fields: thing.fields })
}
