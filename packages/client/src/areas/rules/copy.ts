import type { AreaCopy } from '../area.ts'

/** All of it stands by itself. */
export const copy: AreaCopy<'rules'> = { items: {}, texts: {}, books: {} }
