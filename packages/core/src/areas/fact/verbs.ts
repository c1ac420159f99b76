/** What may be said of a disputed fact, of a version of it, of an inquiry, of a piece of evidence, of a measure, of an alternative. */

import type { Verb } from '../../item/register.ts'

export const matterVerbs = {
  parked: { who: ['mediators'], group: 'place' },
  resumed: { who: ['mediators'], group: 'place' },
  'merged-into': { who: ['mediators'], needs: ['evidence'], group: 'place' },
} as const satisfies Readonly<Record<string, Verb>>

export const versionVerbs = {
  accepted: { who: ['binds'], lapses: true, group: 'answer' },
  contested: { who: ['speaks'], lapses: true, needs: ['note'], group: 'answer' },
  noted: { who: ['speaks'], lapses: true, group: 'answer' },
  /** FACT-13: a number that the text goes on with, and that nobody has accepted by it. */
  'used-in-text': { who: ['mediators'], lapses: true, group: 'use' },
  'not-used': { who: ['mediators'], group: 'use' },
  /** FACT-10: with the other version, and the formula. */
  'same-stated': { who: ['mediators', 'speaks'], lapses: true, needs: ['evidence', 'note'] },
  superseded: { who: ['maker'], ends: true },
} as const satisfies Readonly<Record<string, Verb>>

/** FACT-7: that it was agreed on follows from a question to which all have said yes; nobody says it by himself. */
export const inquiryVerbs = {
  'inquiry-agreed': { who: [], lapses: true },
  'inquiry-begun': { who: [{ named: 'conductedBy' }], group: 'course' },
  'inquiry-interim': { who: [{ named: 'conductedBy' }], needs: ['note'], group: 'course' },
  /** The versions that it found: its finding is one like any other. */
  'inquiry-delivered': { who: [{ named: 'conductedBy' }], needs: ['evidence'], group: 'course' },
  'finding-accepted': { who: ['binds'], lapses: true, group: 'finding' },
  'finding-contested': { who: ['speaks'], lapses: true, needs: ['note'], group: 'finding' },
  'finding-noted': { who: ['speaks'], lapses: true, group: 'finding' },
} as const satisfies Readonly<Record<string, Verb>>

/** FACT-6: each a link of custody, of these very bytes: of others it is another chain. */
export const evidenceVerbs = {
  'custody-received': { who: ['maker'], lapses: true, needs: ['note'] },
  'custody-copied': { who: ['maker'], lapses: true },
  'custody-shown': { who: ['maker'], lapses: true, needs: ['note'] },
  'custody-sealed': { who: ['maker'], lapses: true },
  'custody-returned': { who: ['maker'], lapses: true, needs: ['note'] },
  'custody-lost': { who: ['maker'], lapses: true },
} as const satisfies Readonly<Record<string, Verb>>

/** Whose measure it is says what becomes of it; of a body that is none of the room the mediators write it down. */
const whoseItIs = {
  by: 'measureOf',
  are: { party: [{ named: 'owner' }], body: [{ named: 'imposedBy' }] },
} as const

export const measureVerbs = {
  'measure-in-force': { who: [whoseItIs], group: 'course' },
  'measure-waived': { who: [whoseItIs], group: 'course' },
  'measure-suspended': { who: [whoseItIs], group: 'course' },
  'measure-lifted': { who: [whoseItIs], group: 'course' },
  'measure-reimposed': { who: [whoseItIs], group: 'course' },
  'measure-verified': { who: ['third'], lapses: true, group: 'check' },
  'measure-contested': { who: ['speaks'], lapses: true, needs: ['note'], group: 'answer' },
} as const satisfies Readonly<Record<string, Verb>>

export const alternativeVerbs = {
  'alternative-reviewed': { who: ['maker'], lapses: true },
} as const satisfies Readonly<Record<string, Verb>>
