/** No act of its own is refused. */
export const codes = {} as const

/** Its things are written by their fields and labels, as those of every register. */
export type Term = never
