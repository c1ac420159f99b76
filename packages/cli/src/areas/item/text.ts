/** Things of registers as a person reads them in the shell: as they stand, with what was said of them. */

import { askingsOf, type FieldLine, sayAsking, thingSheet, type Writing } from '@goodoffices/client'
import { type Member, type MemberId, type RegisterItem, type RoomState, standingOf } from '@goodoffices/core'
import { fullHandle, handleOf } from '../../names/handles.ts'
import { indent, timeToText } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import { itemHandles } from './handles.ts'
import { writingIn } from './writing.ts'

export const lineToText = ({ label, text, isLong }: FieldLine, by = '    '): string =>
  isLong ? `${by}${label}:\n${indent(text, `${by}    `)}` : indent(withoutMarks(`${label}: ${text}`), by)

/** What a thing is called on one line, and what it stands as. */
export const headOf = (w: Writing, thing: RegisterItem): string => {
  const { kind, side, standing } = thingSheet(w, thing)
  return withoutMarks([kind, side, standing].filter(fact => fact !== undefined).join(' · '))
}

export function thingToText(room: RoomState, thing: RegisterItem): string {
  const w = writingIn(room)
  const sheet = thingSheet(w, thing)
  const standing = sheet.wordings.at(-1)
  return [
    `${handleOf(room, itemHandles.item, thing.item)}  ${timeToText(standingOf(thing).time)}  ${headOf(w, thing)}`,
    ...(standing?.lines ?? []).map(line => lineToText(line)),
    ...thing.marks.flatMap((mark, index) => {
      const said = sheet.said[index]
      if (said === undefined) return []
      const over = said.isOver ? ` · ${w.vocabulary.terms['no-longer']}` : ''
      return [
        `  ${withoutMarks(`${said.verb} · ${said.voice}`)} · ${timeToText(mark.time)}${over}`,
        ...said.lines.map(line => lineToText(line, '      ')),
      ]
    }),
  ].join('\n')
}

/** CLI-12: the fields as they were put, and the sheet as it is read. */
export const thingToJson = (room: RoomState, thing: RegisterItem, w: Writing = writingIn(room)) => ({
  ...thing,
  handle: fullHandle(room, itemHandles.item, thing.item),
  room: room.id,
  fields: standingOf(thing).fields,
  sheet: plainly(thingSheet(w, thing)),
})

/** Without the marks of direction, in every text. */
export const plainly = <T>(value: T): T => JSON.parse(withoutMarks(JSON.stringify(value))) as T

/** What is asked of this member, in words. */
export function askedLines(w: Writing, thing: RegisterItem, reader: MemberId): readonly string[] {
  const member: Member | undefined = w.room.members[reader]
  return member === undefined
    ? []
    : askingsOf(thing, member, w.room).map(asking => withoutMarks(sayAsking(w, asking)))
}
