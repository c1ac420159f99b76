import type { AreaCopy } from '../area.ts'

/** Nothing of it stands in a room. */
export const copy: AreaCopy<'view'> = { items: {}, texts: {}, books: {} }
