import type { AreaCopy } from '../area.ts'

/** All of it stands by itself. */
export const copy: AreaCopy<'retention'> = { items: {}, texts: {}, books: {} }
