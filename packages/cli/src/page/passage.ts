/** CLI-40: the words of what may pass, as they stand: beside every question and every leave, so that nobody answers for a handle. */

import { thingSheet } from '@goodoffices/client'
import { type AnyPassage, isOfMessage, type RoomState, textOf } from '@goodoffices/core'
import { lineToText } from '../areas/item/text.ts'
import { writingIn } from '../areas/item/writing.ts'
import { withoutMarks } from './words.ts'

/** Of a message its words or those of the part; of an item the fields, or what was said of it. Empty where it no longer is there. */
export function passageWords(room: RoomState, passage: AnyPassage): string {
  if (isOfMessage(passage)) {
    const message = room.messages[passage.message]
    if (message === undefined) return ''
    const isGone = passage.part !== undefined && message.parts[passage.part] === undefined
    return isGone ? '' : textOf(message, passage)
  }
  const thing = room.items[passage.item]
  if (thing === undefined) return ''
  const sheet = thingSheet(writingIn(room), thing)
  if ('mark' in passage) {
    const said = sheet.said[passage.mark - 1]
    if (said === undefined) return ''
    return [
      withoutMarks(`${said.verb} · ${said.voice}`),
      ...said.lines.map(line => lineToText(line, '')),
    ].join('\n')
  }
  const lines = sheet.wordings[passage.rev - 1]?.lines ?? []
  return lines
    .filter(({ name }) => passage.fields.includes(name))
    .map(line => lineToText(line, ''))
    .join('\n')
}
