/** GOOD-16: what is asked of whether somebody can take part safely, and whether it was said that they can. */

import { findRegister, type ItemId, type PartyCard, type RoomState } from '@goodoffices/core'

export const safetyAsked = ({ party, name }: PartyCard) =>
  ({ register: 'safety', fields: { whom: name, party } }) as const

/** As they are, or by a plan; not while something is to be feared, nor before anything was said. */
export function isSafe(desk: RoomState, item: ItemId): boolean {
  const thing = desk.items[item]
  const standing =
    thing === undefined ? undefined : findRegister(thing.register)?.standing(thing, desk).standing
  return standing === 'safety-met' || standing === 'safety-planned'
}
