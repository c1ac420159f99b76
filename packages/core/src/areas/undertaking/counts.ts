/** UNDT-9: what each has undertaken and done of itself, counted by itself; what is bargained for is never added to what is not. */

import type { ItemId, PartyId } from '../../ids.ts'
import { type RegisterItem, standingOf } from '../../item/item.ts'
import type { RegisterRoom } from '../../item/register.ts'
import { makerOf } from '../../item/who.ts'
import { courseOfUndertaking, standingOfStep } from './course.ts'

export type UndertakingCount = {
  readonly party: PartyId
  readonly unilateral: number
  readonly thirdParty: number
  readonly bargained: number
  /** Unilateral ones that were announced or taken. */
  readonly steps: number
}

type Made = { readonly party: PartyId; readonly tie?: { readonly kind: string } }

/** Of every party named, in that order, alike: what stands given where its maker put it. What was carried or published counts once. */
export function countUndertakings(
  rooms: readonly RegisterRoom[],
  parties: readonly PartyId[],
): readonly UndertakingCount[] {
  const given = new Map<ItemId, Made & { readonly isStep: boolean }>()
  for (const room of rooms)
    for (const thing of Object.values(room.items)) {
      const made = thing as unknown as RegisterItem<Made>
      if (makerOf(room, thing) === 'mediators') continue
      const isStep = thing.register === 'unilateral-step'
      const stands = isStep
        ? !['step-planned', 'step-called-off'].includes(standingOfStep(made, room).standing)
        : thing.register === 'undertaking' && courseOfUndertaking(thing, room) === 'given'
      if (stands) given.set(thing.item, { ...standingOf(made).fields, isStep })
    }
  return parties.map(party => {
    const own = [...given.values()].filter(each => each.party === party)
    const tied = (kind: string): number =>
      own.filter(({ isStep, tie }) => !isStep && tie?.kind === kind).length
    return {
      party,
      unilateral: tied('unilateral'),
      thirdParty: tied('third-party'),
      bargained: tied('bargained'),
      steps: own.filter(({ isStep }) => isStep).length,
    }
  })
}
