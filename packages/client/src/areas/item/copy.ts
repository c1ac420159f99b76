import type { AreaCopy } from '../area.ts'
import { sheetBlocks, thingSheet } from './sheet.ts'

export const copy: AreaCopy<'item'> = {
  items: { item: (w, { thing }) => sheetBlocks(w, thingSheet(w, thing)) },
  books: {},
}
