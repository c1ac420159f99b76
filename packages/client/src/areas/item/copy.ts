import type { AreaCopy } from '../area.ts'
import { askBlocks, toldBlocks } from '../message/copy.ts'
import { sheetBlocks, thingSheet } from './sheet.ts'

export const copy: AreaCopy<'item'> = {
  items: {
    item: (w, { thing, asks, told }) => [
      ...sheetBlocks(w, thingSheet(w, thing)),
      ...asks.flatMap(ask => askBlocks(w, ask)),
      ...told.flatMap(passed => toldBlocks(w, passed)),
    ],
  },
  books: {},
}
