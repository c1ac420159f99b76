/** MEET-3: what is reported of a meeting, and what each side confirms: counted apart, and none of it follows from another. */

import type { ItemId, PartyId } from '../../ids.ts'
import type { ItemState, RegisterItem } from '../../item/item.ts'
import { standingOf } from '../../item/item.ts'
import type { Statement } from './registers/statement.ts'

export type PublicLine = {
  /** How many sources report it. */
  readonly reported: number
  /** The last that each side has said in public; absent of one that has said nothing. */
  readonly said: ReadonlyMap<PartyId, 'confirmation' | 'denial'>
}

const isStatement = (thing: RegisterItem): thing is RegisterItem & Statement => thing.register === 'statement'
const fieldsOf = (thing: Statement) => standingOf(thing).fields

/** By the statements about one meeting in one room; in the order in which they were logged. */
export function publicLineOf({ items }: ItemState, meeting: ItemId): PublicLine {
  const all: readonly Statement[] = Object.values(items).filter(isStatement)
  const about = all.filter(thing => fieldsOf(thing).meeting === meeting)
  const said = new Map<PartyId, 'confirmation' | 'denial'>()
  for (const { kind, party } of about.map(fieldsOf))
    if (party !== undefined && (kind === 'confirmation' || kind === 'denial')) said.set(party, kind)
  const sources = about.map(fieldsOf).filter(({ kind }) => kind === 'press-report')
  return {
    reported: new Set(sources.map(({ speaker }) => speaker)).size,
    said,
  }
}
