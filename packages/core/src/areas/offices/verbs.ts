/** What may be said of an offer of good offices, of an agreement to mediate, of a portfolio, and of somebody's safety. */

import type { Verb, Who } from '../../item/register.ts'

/** Who leads the party that it was put to: no other side answers for it. */
const answerers: readonly Who[] = [{ all: ['addressee', 'leads'] }]

/** GOOD-1: what a party has answered is to be answered anew once it is another offer. */
const answers = {
  accepted: { who: answerers, lapses: true, group: 'answer' },
  'accepted-with-limits': { who: answerers, lapses: true, needs: ['note'], group: 'answer' },
  'change-asked': { who: answerers, lapses: true, needs: ['note'], group: 'answer' },
  'answer-later': { who: answerers, lapses: true, group: 'answer' },
  declined: { who: answerers, lapses: true, group: 'answer' },
} as const satisfies Readonly<Record<string, Verb>>

export const officesVerbs = {
  ...answers,
  /** GOOD-9: to an interest that was disclosed; the mediators alone read it. */
  objected: { who: answerers, needs: ['note'] },
  'offices-withdrawn': { who: ['maker'], ends: true },
} as const satisfies Readonly<Record<string, Verb>>

export const agreementVerbs = {
  accepted: answers.accepted,
  'change-asked': answers['change-asked'],
  declined: answers.declined,
} as const satisfies Readonly<Record<string, Verb>>

export const portfolioVerbs = {
  'portfolio-taken': { who: [{ named: 'inHandsOf' }], lapses: true, group: 'portfolio' },
  'portfolio-declined': { who: [{ named: 'inHandsOf' }], lapses: true, group: 'portfolio' },
  'handed-over': { who: [{ named: 'inHandsOf' }], lapses: true, needs: ['note'], group: 'portfolio' },
} as const satisfies Readonly<Record<string, Verb>>

export const safetyVerbs = {
  'safety-met': { who: ['mediators'], group: 'safety' },
  'safety-flag': { who: ['mediators'], needs: ['note'], group: 'safety' },
  'safety-plan': { who: ['mediators'], needs: ['note'], group: 'safety' },
} as const satisfies Readonly<Record<string, Verb>>

export type OfficesAnswer = keyof typeof answers
