/** Things in registers, and what is said of them: the form in which a room keeps them. */

import type { DeliveryId, ItemId, PartyId, QuestionId } from '../ids.ts'
import type { Said } from '../room/state.ts'
import type { Circumstance } from '../schema.ts'

/** What an item's fields hold: plain data, whatever its register makes of it. */
export type ItemFields = { readonly [field: string]: FieldValue }
export type FieldValue =
  | string
  | number
  | boolean
  | null
  | readonly FieldValue[]
  | { readonly [field: string]: FieldValue }

/** What may pass of what was not marked: the substance, or nothing. */
export type Disclosure = 'open' | 'closed'

/** What an item said when it was put, and each time it was put anew. */
export type Revision<F = ItemFields> = Said & {
  readonly fields: F
  /** Present where the mediator recorded it. */
  readonly recorded?: Circumstance
  /** ITEM-8: the delivery that brought it. */
  readonly delivery?: DeliveryId
  /** ASNT-26: the question that brought it: all have said yes. */
  readonly question?: QuestionId
  /** The process's disclosure rule when it was put. */
  readonly disclosure: Disclosure
}

/** For whom a mark speaks, where that is not its author's own side: a party, or a body that is named and is no member. */
export type Speaker = { readonly party: PartyId } | { readonly name: string }

/** Who says what of an item, of which revision, as of when, on which evidence. */
export type Mark = Said & {
  readonly rev: number
  readonly verb: string
  readonly for?: Speaker
  /** The party of its author; absent for mediators. */
  readonly party?: PartyId
  /** When it happened, as its author says, in ms since 1970 UTC. */
  readonly at?: number
  readonly note?: string
  readonly evidence?: readonly string[]
  readonly recorded?: Circumstance
  /** ITEM-11: the delivery that brought it: another side's word, as the mediators passed it on. */
  readonly delivery?: DeliveryId
  /** ASNT-26: the question to which this side has said yes. */
  readonly question?: QuestionId
  /** The process's disclosure rule when it was said. */
  readonly disclosure: Disclosure
  /** ITEM-4: the position at which a later revision took its ground away. */
  lapsed?: number
}

export type RegisterItem<F = ItemFields> = {
  readonly item: ItemId
  readonly register: string
  /** Oldest first; the last stands. Its number is its place from 1. */
  readonly revisions: Revision<F>[]
  readonly marks: Mark[]
}

export type ItemState = { readonly items: Record<ItemId, RegisterItem> }

/** The revision that stands: an item is never without one. */
export function standingOf<F>(item: RegisterItem<F>): Revision<F> {
  const last = item.revisions.at(-1)
  if (last === undefined) throw new Error(`an item that was never put: ${item.item}`)
  return last
}

/** Who speaks in a mark: two marks of one speaker are one voice. */
export function voiceOf(mark: Mark): string {
  if (mark.for !== undefined) return 'party' in mark.for ? mark.for.party : `named ${mark.for.name}`
  return mark.party ?? 'mediators'
}
