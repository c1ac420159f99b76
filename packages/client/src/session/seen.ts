import type { RoomState } from '@goodoffices/core'

/** Nothing is to be put in or taken out. Lists are typed as core takes them. */
type Unwritten<T> = T extends string | number | boolean | readonly unknown[] ? T : Readonly<T>

/** A room as a screen is given it: the device's own, which changes when something was read or decided, and by nobody else's hand. */
export type SeenRoom = { readonly [K in keyof RoomState]: Unwritten<RoomState[K]> }
