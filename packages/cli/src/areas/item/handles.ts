import type { RoomState } from '@goodoffices/core'
import { handles, type Placed } from '../handle.ts'

/** Each where it was first put. */
const placed = ({ items }: RoomState): Readonly<Record<string, Placed>> =>
  Object.fromEntries(
    Object.entries(items).map(([id, { revisions }]) => [id, { position: revisions[0]?.position ?? 0 }]),
  )

export const itemHandles = handles({
  item: { kind: 'item', letter: 'i', all: placed },
})
