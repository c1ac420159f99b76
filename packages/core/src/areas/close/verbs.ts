/** What may be said of an instrument, of a party's word on it, of an approval at home, of a ballot and of what it came to. */

import type { Verb, Who } from '../../item/register.ts'

/** VCLT 77: the depositary says what it has received, told and registered; one that is not here is written down. */
const depositary: readonly Who[] = [{ named: 'depositary' }]

export const instrumentVerbs = {
  'text-adopted': { who: ['binds'], lapses: true, powers: 'adopt' },
  /** The words or digits were read out, and were the same. */
  'words-compared': { who: ['speaks'], lapses: true },
  'reservation-made': { who: ['binds'], lapses: true, needs: ['note'] },
  /** Of the ratification that is named as evidence. */
  'deposit-received': { who: depositary, needs: ['evidence'] },
  'parties-notified': { who: depositary },
  'text-registered': { who: depositary, needs: ['note'] },
  /** CLOS-8: Singapore Convention, article 4(1)(b), (i) to (iv). */
  'attested-on-it': { who: ['mediators'], lapses: true },
  'attested-apart': { who: ['mediators'], lapses: true },
  'attested-by-house': { who: ['mediators'], lapses: true, needs: ['note'] },
  'attested-otherwise': { who: ['mediators'], lapses: true, needs: ['note'] },
  /** What came over it from outside: a law, a judgement. Nothing of what was signed is changed by that. */
  overtaken: { who: ['mediators'], needs: ['note'] },
  'instrument-withdrawn': { who: ['maker'], ends: true },
} as const satisfies Readonly<Record<string, Verb>>

export const signingVerbs = {
  'signing-contested': { who: ['speaks'], lapses: true, needs: ['note'] },
  'signing-withdrawn': { who: ['maker'], ends: true },
} as const satisfies Readonly<Record<string, Verb>>

/** CLOS-2: the body says it; where it is nobody of the room, whoever keeps the room writes down what it said. */
const approver: readonly Who[] = [{ named: 'approver' }]

export const approvalVerbs = {
  'approval-sought': { who: ['keeper', 'recorded'], group: 'approval' },
  approved: { who: approver, group: 'approval' },
  /** No approval: what it asks for goes to the mediators as a claim. */
  'approved-with-conditions': { who: approver, needs: ['note'], group: 'approval' },
  'approval-returned': { who: approver, needs: ['note'], group: 'approval' },
  'approval-refused': { who: approver, group: 'approval' },
  /** For the principal: what was done before this was there, and by whom. */
  'gone-without': { who: ['speaks'], needs: ['note'] },
} as const satisfies Readonly<Record<string, Verb>>

export const ballotVerbs = {
  'ballot-cancelled': { who: ['maker'], ends: true },
} as const satisfies Readonly<Record<string, Verb>>

export const tallyVerbs = {
  'result-certified': { who: [{ named: 'scrutineer' }] },
  'result-contested': { who: ['speaks'], needs: ['note'] },
  'result-withdrawn': { who: ['maker'], ends: true },
} as const satisfies Readonly<Record<string, Verb>>
