/** MEET-8: what is asked of the desk before words for the public stand where anybody but the mediators reads them. */

import {
  type Act,
  type ItemFields,
  isItemContent,
  isMediator,
  type PartyCard,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import { bytesToBase64url, digestQuestion } from '@goodoffices/log'
import { fail, ok } from '../../result.ts'
import type { GoesWith } from '../area.ts'

/** Of a readout all but what it belongs to, which has another id in every room. */
const wordsOf = ({ process }: RoomState, fields: ItemFields): string =>
  bytesToBase64url(
    digestQuestion(
      process.process,
      Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'meeting')),
    ),
  )

/** The parties that read a room; third parties are no side. */
const sidesIn = ({ kind, party, parties }: RoomState): readonly PartyCard[] =>
  (kind === 'caucus' && party !== undefined ? [party] : Object.values(parties)).filter(
    each => each.kind === 'party',
  )

/** Whether all who would read them have said yes to these very words, and to no others in their place since. */
function isCleared(desk: RoomState, fields: ItemFields, room: RoomState): boolean {
  const cleared = Object.values(desk.questionPlans).filter(
    ({ content: { kind }, closed }) => kind === 'clearance' && closed?.match === true,
  )
  return cleared.some(
    ({ content: { thing, nonce, parties } }) =>
      thing?.register === 'statement' &&
      wordsOf(desk, thing.fields) === wordsOf(desk, fields) &&
      sidesIn(room).every(({ party }) => parties.some(asked => asked.party === party)) &&
      !cleared.some(({ content }) => content.anew === nonce),
  )
}

/** The words for the public that an act puts where it is said; what is delivered in a side's name is that side's own word. */
function readoutIn(act: Act): ItemFields | undefined {
  const delivered = act.kind === 'delivery.make' && act.from === undefined ? act.thing : undefined
  const put = act.kind === 'item.put' ? act : isItemContent(delivered) ? delivered : undefined
  return put?.register === 'statement' && put.fields['kind'] === 'readout' ? put.fields : undefined
}

/** A mediator puts no readout among parties that was not cleared; checked by the sender's device, since the desk alone knows what was. */
export const clearing: GoesWith = ({ step: { act }, room, by, rooms }) => {
  const fields = readoutIn(act)
  if (fields === undefined) return ok([])
  const author = room.members[by]
  if (room.kind === 'desk' || author === undefined || !isMediator(author)) return ok([])
  const desk = rooms().find(({ kind }) => kind === 'desk')
  return desk !== undefined && isCleared(desk, fields, room) ? ok([]) : fail('not-assented')
}

/** Whether words for the public that all have cleared stand at the table of some talks. */
export const isClosingCleared = (rooms: readonly RoomState[]): boolean =>
  rooms.some(
    ({ kind, items }) =>
      kind === 'table' &&
      Object.values(items).some(
        thing => thing.register === 'statement' && standingOf(thing).fields['kind'] === 'readout',
      ),
  )
