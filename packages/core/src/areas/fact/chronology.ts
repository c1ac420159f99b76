/** What happened when, as each side tells it: a line an event, its versions beside each other, and none of them the line. */

import type { ItemId, PartyId } from '../../ids.ts'
import { type RegisterItem, standingOf } from '../../item/item.ts'
import type { RegisterRoom, Telling } from '../../item/register.ts'
import { findRegister } from '../../item/registry.ts'
import { makerOf } from '../../item/who.ts'
import type { Day } from '../../term/day.ts'
import { standingVersions } from './answers.ts'

/** One wording of an event, or what stands for itself. */
export type Account = Telling & { readonly thing: RegisterItem }
export type ChronologyLine<R extends RegisterRoom = RegisterRoom> = {
  /** Whether versions of it stand beside each other, or it is told once. */
  readonly isEvent: boolean
  readonly room: R
  readonly thing: RegisterItem
  /** In the order in which they were given. */
  readonly told: readonly Account[]
  /** The earliest day that any of them says: where it stands, and no more. */
  readonly day?: Day
}
/** Of which issue, and in whose words: a line counts where one of its wordings does. */
export type ChronologyFilter = { readonly issue?: ItemId; readonly source?: string }

/** How a thing stands among what happened when, by its register; undefined of what is not told so. */
export function accountOf(thing: RegisterItem): Account | undefined {
  const telling = findRegister(thing.register)?.tells?.(thing)
  return telling === undefined ? undefined : { ...telling, thing }
}

function tellings(room: RegisterRoom, thing: RegisterItem): readonly Account[] | undefined {
  if (thing.register === 'matter')
    return standingOf(thing).fields['kind'] === 'event'
      ? standingVersions(thing.item, room).flatMap(version => accountOf(version) ?? [])
      : undefined
  // A version stands in the line of its matter.
  const account = thing.register === 'version' ? undefined : accountOf(thing)
  return account === undefined ? undefined : [account]
}

/** By day; what has none stands last, as it came. No day is made of two. */
export function chronologyOf<R extends RegisterRoom>(
  rooms: readonly R[],
  { issue, source }: ChronologyFilter = {},
): readonly ChronologyLine<R>[] {
  return rooms
    .flatMap(room =>
      Object.values(room.items).flatMap((thing): readonly ChronologyLine<R>[] => {
        const told = tellings(room, thing)
        if (told === undefined) return []
        if (issue !== undefined && standingOf(thing).fields['issue'] !== issue) return []
        if (source !== undefined && !told.some(each => each.source === source)) return []
        const [day] = told.flatMap(each => each.day ?? []).toSorted()
        return [
          { isEvent: thing.register === 'matter', room, thing, told, ...(day === undefined ? {} : { day }) },
        ]
      }),
    )
    .toSorted((a, b) => (a.day ?? last).localeCompare(b.day ?? last))
}

/** After every day that there is. */
const last = 'undated'

/** Public words, and the room in which they were written down. */
export type PublicWords<R extends RegisterRoom = RegisterRoom> = {
  readonly room: R
  readonly account: Account
}
/** A line of a column; undefined where a side has said nothing that stands beside it. */
export type PublicColumn<R extends RegisterRoom = RegisterRoom> = {
  /** Absent: whoever is no party of these talks. */
  readonly party?: PartyId
  readonly lines: readonly (PublicWords<R> | undefined)[]
}

/**
 * FACT-9: what was said in public, a column a side in the order of the room, one more for all others: each by day and then as it was
 * entered, each with as many lines as the longest, so that none looks like more than it is.
 */
export function publicColumns<R extends RegisterRoom>(
  rooms: readonly R[],
  parties: readonly PartyId[],
): readonly PublicColumn<R>[] {
  const all = rooms
    .flatMap(room =>
      Object.values(room.items).flatMap((thing): readonly PublicWords<R>[] => {
        const account = accountOf(thing)
        return account?.isPublic === true ? [{ room, account }] : []
      }),
    )
    .toSorted((a, b) => (a.account.day ?? last).localeCompare(b.account.day ?? last))
  const sideOf = ({ room, account: { thing, party } }: PublicWords<R>): PartyId | undefined => {
    const maker = makerOf(room, thing)
    const side = party ?? (maker === 'mediators' ? undefined : maker)
    return side !== undefined && parties.includes(side) ? side : undefined
  }
  const sides = [...parties, ...(all.some(each => sideOf(each) === undefined) ? [undefined] : [])]
  const columns = sides.map(party => ({ party, said: all.filter(each => sideOf(each) === party) }))
  const count = Math.max(0, ...columns.map(({ said }) => said.length))
  return columns.map(({ party, said }) => ({
    ...(party === undefined ? {} : { party }),
    lines: Array.from({ length: count }, (_, at) => said[at]),
  }))
}
