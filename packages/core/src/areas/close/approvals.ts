/** S14: whose word at home comes before which act, and how it stands with it. It is one's own side's, and changes nothing elsewhere (CLOS-2). */

import * as v from 'valibot'
import { id } from '../../ids.ts'
import { type ItemState, type RegisterItem, standingOf } from '../../item/item.ts'
import type { Body } from '../../room/fields.ts'
import { name, wholeUpTo } from '../../schema.ts'
import { term } from '../../term/term.ts'
import { digest } from '../assent/content.ts'
import { type Done, signingsDone } from './done.ts'

export const approvalFields = {
  /** The instrument as it stands in one's caucus or at the table. */
  instrument: v.exactOptional(id('item')),
  /** Of which words; of whatever they come to be where nothing is said. */
  digest: v.exactOptional(digest),
  approver: name,
  inOrder: wholeUpTo(1_000),
  approvalIs: v.picklist(['advice', 'consent', 'last-word']),
  neededBefore: v.picklist(signingsDone),
  neededBy: v.exactOptional(term),
} as const
export type Approval = RegisterItem<Body<typeof approvalFields>>

export type ApprovalStanding =
  | 'approval-open'
  | 'approval-sought'
  | 'approval-given'
  | 'approval-with-conditions'
  | 'approval-returned'
  | 'approval-refused'

const standings: Readonly<Record<string, ApprovalStanding>> = {
  'approval-sought': 'approval-sought',
  approved: 'approval-given',
  'approved-with-conditions': 'approval-with-conditions',
  'approval-returned': 'approval-returned',
  'approval-refused': 'approval-refused',
}

export function approvalStanding(approval: RegisterItem<unknown>): ApprovalStanding {
  const last = approval.marks.findLast(
    ({ verb, lapsed }) => Object.hasOwn(standings, verb) && lapsed === undefined,
  )
  return standings[last?.verb ?? ''] ?? 'approval-open'
}

/** The chain, in its order: of one instrument by its words, or of whatever is signed. */
export const approvalChain = ({ items }: ItemState, of?: string): readonly Approval[] =>
  (Object.values(items) as readonly unknown[] as readonly Approval[])
    .filter(
      thing =>
        thing.register === 'approval' && (of === undefined || (standingOf(thing).fields.digest ?? of) === of),
    )
    .toSorted((a, b) => standingOf(a).fields.inOrder - standingOf(b).fields.inOrder)

/** What confirms makes the signature full, as signing does: what is wanted before the one is wanted before the other. */
const orderOf = (done: Done): number => signingsDone.indexOf(done === 'signed' ? 'confirmed' : done)
const isBefore = (needed: Done, done: Done): boolean => orderOf(needed) <= orderOf(done)

/**
 * Those without which one's own side is not to do this yet: what is advice holds nothing up. A warning in the member's own client, and
 * no rule anywhere.
 */
export const approvalsMissing = (
  room: ItemState,
  { digest, done }: { readonly digest: string; readonly done: Done },
): readonly Approval[] =>
  approvalChain(room, digest).filter(approval => {
    const { approvalIs, neededBefore } = standingOf(approval).fields
    return (
      done !== 'consent-refused' &&
      approvalIs !== 'advice' &&
      isBefore(neededBefore, done) &&
      approvalStanding(approval) !== 'approval-given'
    )
  })
