import type { AreaCopy } from '../area.ts'

/** All of it stands by itself. */
export const copy: AreaCopy<'assent'> = { items: {}, texts: {}, books: {} }
