import type { AreaCopy } from '../area.ts'

/** All of it stands by itself, or is written by the area of items. */
export const copy: AreaCopy<'eyes'> = { items: {}, texts: {}, books: {} }
