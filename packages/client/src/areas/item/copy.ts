import { askTexts, given, stringsIn } from '../../finding/texts.ts'
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
  texts: {
    item: ({ thing, asks }) => [
      ...thing.revisions.toReversed().flatMap(({ fields }) => stringsIn(fields)),
      ...thing.marks.flatMap(({ note, evidence = [] }) => [...given(note), ...evidence]),
      ...asks.flatMap(askTexts),
    ],
  },
  books: {},
}
