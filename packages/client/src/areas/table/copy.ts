import type { AreaCopy } from '../area.ts'

/** All of it stands by itself. */
export const copy: AreaCopy<'table'> = { items: {}, texts: {}, books: {} }
