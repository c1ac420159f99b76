/** AGEN-13: what each side says of an issue, laid side by side at the desk, and what could be put on the table. */

import type { PartyId } from '../../ids.ts'
import { standingOf } from '../../item/item.ts'
import { countingMarks, isTakenBack } from '../../item/register.ts'
import type { Claim } from './registers/claim.ts'
import { claimVerbs } from './verbs.ts'

export type Position = 'in' | 'in-if' | 'out' | 'silent'

/** What one side says of one issue. `isMet`: of what belongs only if something is so, that the side says that it is. */
export type Cell = {
  readonly party: PartyId
  readonly position: Position
  readonly isMet: boolean
  readonly claim?: Claim
}

/** CONV-12: its side has taken it back, and says nothing by it any more. */
export const isWithdrawn = (claim: Claim): boolean => isTakenBack({ verbs: claimVerbs }, claim)

/** By what the side has put of it, the last that was not taken back. */
export function cellOf(party: PartyId, claims: readonly Claim[]): Cell {
  const claim = claims.filter(each => !isWithdrawn(each)).at(-1)
  if (claim === undefined) return { party, position: 'silent', isMet: false }
  const isMet = countingMarks({ verbs: claimVerbs }, claim).some(({ verb }) => verb === 'condition-met')
  return { party, position: standingOf(claim).fields.position, isMet, claim }
}

/** Whether by its word the issue belongs now. */
export const isIn = ({ position, isMet }: Pick<Cell, 'position' | 'isMet'>): boolean =>
  position === 'in' || (position === 'in-if' && isMet)

/** `agreed`: by all. `raised`: one says that it does not belong. `unanswered`: one has not said. `condition`: one waits for something. */
export type CouldBePut = 'agreed' | 'raised' | 'unanswered' | 'condition'

export function couldBePut(cells: readonly Pick<Cell, 'position' | 'isMet'>[]): CouldBePut {
  if (cells.some(({ position }) => position === 'out')) return 'raised'
  if (cells.length === 0 || cells.some(({ position }) => position === 'silent')) return 'unanswered'
  return cells.every(isIn) ? 'agreed' : 'condition'
}
