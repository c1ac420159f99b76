/** What a mediator's device asks of the desk before something stands among the sides: whether all have said yes to these very words. */

import { type ItemFields, isMediator, type RoomState } from '@goodoffices/core'
import { bytesToBase64url, digestQuestion } from '@goodoffices/log'
import type { AboutToSay } from '../area.ts'

/** Ids differ from room to room, the question names itself nowhere, and what an instrument was before is no part of its words. */
const namedElsewhere: ReadonlySet<string> = new Set([
  'matter',
  'agreedIn',
  'evidence',
  'keptSources',
  'formerly',
  'registration',
])

const wordsOf = ({ process }: RoomState, fields: ItemFields): string =>
  bytesToBase64url(
    digestQuestion(
      process.process,
      Object.fromEntries(Object.entries(fields).filter(([name]) => !namedElsewhere.has(name))),
    ),
  )

/** Whether all who were asked have said yes to these very words; in the question of that nonce, where one is named. */
export const isAssented = (desk: RoomState, register: string, fields: ItemFields, nonce?: unknown): boolean =>
  Object.values(desk.questionPlans).some(
    ({ content, closed }) =>
      closed?.match === true &&
      content.thing?.register === register &&
      (nonce === undefined || content.nonce === nonce) &&
      wordsOf(desk, content.thing.fields) === wordsOf(desk, fields),
  )

const isRead = ({ kind }: RoomState): boolean => kind === 'table' || kind === 'group'

/** Undefined for whoever is no mediator, or where nobody reads it but they. */
export function deskOfMediator({ room, by, rooms }: AboutToSay): RoomState | 'none' | undefined {
  const author = room.members[by]
  if (!isRead(room) || author === undefined || !isMediator(author)) return undefined
  return rooms().find(({ kind }) => kind === 'desk') ?? 'none'
}
