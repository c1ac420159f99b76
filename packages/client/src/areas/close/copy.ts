import type { AreaCopy } from '../area.ts'

/** Things of every register are written by the area of items. */
export const copy: AreaCopy<'close'> = { items: {}, texts: {}, books: {} }
