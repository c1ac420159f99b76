/** MEET-8: what is asked of the desk before words for the public stand where anybody but the mediators reads them. */

import { type ItemFields, isMediator, type RoomState } from '@goodoffices/core'
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

/** Whether all whom it concerns have said yes to these very words. */
const isCleared = (desk: RoomState, fields: ItemFields): boolean =>
  Object.values(desk.questionPlans).some(
    ({ content: { kind, thing }, closed }) =>
      kind === 'clearance' &&
      closed?.match === true &&
      thing?.register === 'statement' &&
      wordsOf(desk, thing.fields) === wordsOf(desk, fields),
  )

/** A mediator puts no readout among parties that was not cleared; checked by the sender's device, since the desk alone knows what was. */
export const clearing: GoesWith = ({ step: { act }, room, by, rooms }) => {
  if (act.kind !== 'item.put' || act.register !== 'statement' || act.fields['kind'] !== 'readout')
    return ok([])
  const author = room.members[by]
  if (room.kind === 'desk' || author === undefined || !isMediator(author)) return ok([])
  const desk = rooms().find(({ kind }) => kind === 'desk')
  return desk !== undefined && isCleared(desk, act.fields) ? ok([]) : fail('not-assented')
}
