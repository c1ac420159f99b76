import { findRegister, type RegisterItem, type RoomState, standingOf } from '@goodoffices/core'
import { fullHandle, handleOf } from '../../names/handles.ts'
import { indent, personToText, timeToText } from '../../page/text.ts'
import { choiceName } from '../../page/words.ts'
import type { CliArea } from '../area.ts'
import { itemHandles } from './handles.ts'

export const item: CliArea<'item'> = {
  handles: itemHandles,
  items: {
    item: {
      text: (room, { thing }) => thingToText(room, thing),
      json: (room, { kind, thing }) => ({
        kind,
        ...thing,
        handle: fullHandle(room, itemHandles.item, thing.item),
      }),
      by: ({ thing }) => thing.revisions.at(-1)?.by,
    },
  },
  commands: [],
}

/** By what its register calls it, and what has been said of it. */
function thingToText(room: RoomState, thing: RegisterItem): string {
  const { by, time, fields } = standingOf(thing)
  const title = fields[findRegister(thing.register)?.title ?? '']
  return [
    `${handleOf(room, itemHandles.item, thing.item)}  ${timeToText(time)}  ${personToText(room, by)} · ${choiceName(`register.${thing.register}`)}`,
    ...(typeof title === 'string' ? [indent(title)] : []),
    ...thing.marks.flatMap(mark => [
      `  ${choiceName(`verb.${mark.verb}`)}, ${personToText(room, mark.by)}, ${timeToText(mark.time)}`,
      ...(mark.note === undefined ? [] : [indent(mark.note, '      ')]),
    ]),
  ].join('\n')
}
