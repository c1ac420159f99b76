/** Where facts are found: within talks, and within a room of theirs. */
import type { RoomState } from '@goodoffices/core'

export const factsPath = 'facts'
export const factPath = (item: string): string => `fact/${item}`

/** Things that have a page and a form of their own here; a matter and its versions have others. */
export const factKinds = ['inquiry', 'evidence', 'measure', 'alternative'] as const
export type FactKind = (typeof factKinds)[number]

const shown: ReadonlySet<string> = new Set(['matter', 'version', 'statement', ...factKinds])

/** A place that is not used is not shown. */
export const areFactsUsed = (rooms: readonly RoomState[]): boolean =>
  rooms.some(({ items }) => Object.values(items).some(({ register }) => shown.has(register)))
