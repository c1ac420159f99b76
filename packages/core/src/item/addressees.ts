/** To whom something is said: to all, to.toParties of these talks, or to a body that is none of them. */

import * as v from 'valibot'
import { id, type PartyId } from '../ids.ts'
import { limits, name, title } from '../schema.ts'

/** `named`: as it is headed, in words: not all who read it know the parties by their ids. */
export const addressees = v.variant('kind', [
  v.strictObject({ kind: v.literal('to-all') }),
  v.strictObject({
    kind: v.literal('to-parties'),
    toParties: v.pipe(v.array(id('party')), v.minLength(1), v.maxLength(limits.askedMax), v.readonly()),
    named: title,
  }),
  v.strictObject({ kind: v.literal('to-body'), named: name }),
])
export type Addressees = v.InferOutput<typeof addressees>

/** Whether it is said to that party; of what is said to all, `by` is not among them. */
export const isAddressed = (to: Addressees, party: PartyId, by: PartyId): boolean =>
  party !== by && (to.kind === 'to-all' || (to.kind === 'to-parties' && to.toParties.includes(party)))
