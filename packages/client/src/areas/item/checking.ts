/** What is put into registers and said of it, as a member's device does it: what no single room can see is checked here. */

import {
  type Act,
  fieldsSchemaOf,
  findRegister,
  type ItemId,
  isZone,
  type RoomState,
  schemaOf,
  stringsIn,
  type Term,
  termsIn,
} from '@goodoffices/core'
import { fail, ok, type Result } from '../../result.ts'

export type ThingAct = Extract<Act, { readonly kind: 'item.put' | 'item.mark' }>

/** Every id that an act names things by; whom it names and where is said by the roster. */
function namedIn(act: ThingAct): readonly string[] {
  const register = act.kind === 'item.put' ? findRegister(act.register) : undefined
  const found = [
    ...stringsIn(schemaOf(act.kind), act),
    ...(act.kind === 'item.put' && register !== undefined
      ? stringsIn(fieldsSchemaOf(register), act.fields)
      : []),
  ]
  return found.flatMap(({ value, holds }) =>
    holds.holds === 'id' && !rosterNames.has(holds.of) && value !== act.item ? [value] : [],
  )
}
const rosterNames: ReadonlySet<string> = new Set(['member', 'party', 'room', 'process', 'device'])

const hasThing = ({ timeline }: RoomState, id: string): boolean => timeline.some(({ about }) => about === id)

/**
 * ITEM-9: what is named is of this room or of the table, never of a room that not all of its readers are in. At the desk it may be of a
 * caucus: nobody is there who is not in every one. What bears one id wherever it will stand may be named before it stands there.
 */
function isNamedElsewhere(rooms: readonly RoomState[], room: RoomState, id: string): boolean {
  const readable = (other: RoomState): boolean =>
    other.id === room.id ||
    other.kind === 'table' ||
    (room.kind === 'desk' && other.kind === 'caucus') ||
    findRegister(other.items[id as ItemId]?.register ?? '')?.hasOneId === true
  const holders = rooms.filter(other => other.process.process === room.process.process && hasThing(other, id))
  return holders.length > 0 && !holders.some(readable)
}

/** The zones that a term is counted in. */
const zonesIn = (term: Term): readonly string[] =>
  term.kind === 'after'
    ? [term.zone]
    : term.kind === 'earliest' || term.kind === 'latest'
      ? term.of.flatMap(zonesIn)
      : []

/**
 * Decision 8: checked by the sender's device, of whose rooms one alone does not know. Fails with `reference-elsewhere` (ITEM-9) and
 * `zone-unknown`; the room's own rules are asked when it is sent.
 */
export function checkThing(rooms: readonly RoomState[], room: RoomState, act: ThingAct): Result<null> {
  const elsewhere = namedIn(act).find(id => isNamedElsewhere(rooms, room, id))
  if (elsewhere !== undefined) return fail('reference-elsewhere')
  const register = act.kind === 'item.put' ? findRegister(act.register) : undefined
  const terms = act.kind === 'item.put' && register !== undefined ? termsIn(register, act.fields) : []
  const zone = terms.flatMap(zonesIn).find(zone => !isZone(zone))
  return zone === undefined ? ok(null) : fail('zone-unknown', { zone })
}
