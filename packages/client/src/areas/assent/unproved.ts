/** ASNT-5: what stands by a yes of all that nothing shows, as this device has found it: nothing follows from it. */

import type { ItemId, QuestionId, RegisterItem, RoomState } from '@goodoffices/core'

export type Unproved = { readonly questions: ReadonlySet<QuestionId>; readonly items: ReadonlySet<ItemId> }

/** By the room as it is held: what was found of it goes with it. */
const found = new WeakMap<RoomState, Unproved>()

/** Told in the room as matches. */
export const unprovedQuestions = (room: RoomState): readonly QuestionId[] => [
  ...(found.get(room)?.questions ?? []),
]

export const isUnproved = (room: RoomState, { item }: Pick<RegisterItem<unknown>, 'item'>): boolean =>
  found.get(room)?.items.has(item) === true

/** Whether that is otherwise than what was found before. */
export function noteUnproved(room: RoomState, now: Unproved): boolean {
  const before = found.get(room) ?? { questions: new Set(), items: new Set() }
  found.set(room, now)
  return !areSame(now.questions, before.questions) || !areSame(now.items, before.items)
}

const areSame = <T>(some: ReadonlySet<T>, others: ReadonlySet<T>): boolean =>
  some.size === others.size && [...some].every(each => others.has(each))
