/** What a device asks of the desk before an inquiry stands where several sides read it, or the text goes on with a figure (decision 8). */

import { type ItemFields, isMediator, type RoomState, standingOf } from '@goodoffices/core'
import { bytesToBase64url, digestQuestion } from '@goodoffices/log'
import { fail, ok } from '../../result.ts'
import type { AboutToSay, GoesWith } from '../area.ts'

/** Ids differ from room to room, and the question names itself nowhere. */
const namedElsewhere: ReadonlySet<string> = new Set(['matter', 'agreedIn', 'evidence', 'keptSources'])

const wordsOf = ({ process }: RoomState, fields: ItemFields): string =>
  bytesToBase64url(
    digestQuestion(
      process.process,
      Object.fromEntries(Object.entries(fields).filter(([name]) => !namedElsewhere.has(name))),
    ),
  )

/** Whether all who were asked have said yes to these very words; in the question of that nonce, where one is named. */
const isAssented = (desk: RoomState, register: string, fields: ItemFields, nonce?: unknown): boolean =>
  Object.values(desk.questionPlans).some(
    ({ content, closed }) =>
      closed?.match === true &&
      content.thing?.register === register &&
      (nonce === undefined || content.nonce === nonce) &&
      wordsOf(desk, content.thing.fields) === wordsOf(desk, fields),
  )

const isRead = ({ kind }: RoomState): boolean => kind === 'table' || kind === 'group'

/** Undefined for whoever is no mediator, or where nobody reads it but they. */
function deskOfMediator({ room, by, rooms }: AboutToSay): RoomState | 'none' | undefined {
  const author = room.members[by]
  if (!isRead(room) || author === undefined || !isMediator(author)) return undefined
  return rooms().find(({ kind }) => kind === 'desk') ?? 'none'
}

/** FACT-7: an inquiry stands among the sides with the words to which all have said yes. */
export const puttingInquiry: GoesWith = about => {
  const { act } = about.step
  if (act.kind !== 'item.put' || act.register !== 'inquiry') return ok([])
  const desk = deskOfMediator(about)
  if (desk === undefined) return ok([])
  const isRight = desk !== 'none' && isAssented(desk, 'inquiry', act.fields, act.fields['agreedIn'])
  return isRight ? ok([]) : fail('inquiry-not-assented')
}

/** FACT-13: the text goes on with a figure to which all have said yes for that. */
export const usingFigure: GoesWith = about => {
  const { act } = about.step
  if (act.kind !== 'item.mark' || act.verb !== 'used-in-text') return ok([])
  const version = about.room.items[act.item]
  const desk = deskOfMediator(about)
  if (desk === undefined || version?.register !== 'version') return ok([])
  const isRight = desk !== 'none' && isAssented(desk, 'version', standingOf(version).fields)
  return isRight ? ok([]) : fail('use-not-assented')
}
