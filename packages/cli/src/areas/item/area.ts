import { standingOf } from '@goodoffices/core'
import type { CliArea } from '../area.ts'
import { registerItem } from './commands.ts'
import { itemHandles } from './handles.ts'
import { thingToJson, thingToText } from './text.ts'

export const item: CliArea<'item'> = {
  handles: itemHandles,
  items: {
    item: {
      text: (room, { thing }) => thingToText(room, thing),
      json: (room, { kind, position, thing }) => ({
        kind,
        position,
        time: standingOf(thing).time,
        ...thingToJson(room, thing),
      }),
    },
  },
  examples: {},
  commands: [{ under: 'Facts', place: 10, register: registerItem }],
}
