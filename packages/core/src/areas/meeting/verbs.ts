/** What may be said of a meeting, of one side's arrangement for it, of a list of a delegation, of minutes, of what is said in public, and of the house. */

import type { Verb, Who } from '../../item/register.ts'

const addresseeBinds: readonly Who[] = [{ all: ['addressee', 'binds'] }]

/** MEET-4: what a side has said yes or no to is to be said anew once it is another meeting. */
export const meetingVerbs = {
  confirmed: { who: ['binds'], lapses: true, group: 'answer' },
  declined: { who: ['binds'], lapses: true, group: 'answer' },
  held: { who: ['mediators'], group: 'outcome' },
  'held-in-part': { who: ['mediators'], group: 'outcome' },
  'not-held': { who: ['mediators'], group: 'outcome' },
  adjourned: { who: ['mediators'], group: 'outcome' },
  'on-again': { who: ['mediators'], group: 'outcome' },
} as const satisfies Readonly<Record<string, Verb>>

/** MEET-11: that a side is late or does not come is said in its own caucus, by nobody else, and stands nowhere else. */
export const arrangementVerbs = {
  agreeable: { who: ['addressee'], lapses: true, group: 'answer' },
  'change-asked': { who: ['addressee'], lapses: true, needs: ['note'], group: 'answer' },
  late: { who: ['addressee'], group: 'coming' },
  'not-coming': { who: addresseeBinds, group: 'coming' },
  coming: { who: ['addressee'], group: 'coming' },
  attended: { who: ['mediators'], group: 'attendance' },
  absent: { who: ['mediators'], group: 'attendance' },
} as const satisfies Readonly<Record<string, Verb>>

/** MEET-7: that lists were exchanged follows from a question to which all have said yes; nobody says it by himself. */
export const listVerbs = {
  'list-exchanged': { who: [], lapses: true },
  'list-seen': { who: ['mediators'], lapses: true },
  'list-queried': { who: ['mediators'], lapses: true, needs: ['note'] },
} as const satisfies Readonly<Record<string, Verb>>

export const minutesVerbs = {
  agreed: { who: ['binds'], lapses: true, group: 'answer' },
  'correction-asked': { who: ['speaks'], lapses: true, needs: ['note'], group: 'answer' },
} as const satisfies Readonly<Record<string, Verb>>

export const statementVerbs = {
  cleared: { who: ['binds'], lapses: true, group: 'answer' },
  published: { who: ['mediators'] },
  authentic: { who: ['speaks'], lapses: true, group: 'word' },
  mistranslated: { who: ['speaks'], lapses: true, needs: ['note'], group: 'word' },
  'statement-corrected': { who: ['speaks'], lapses: true, needs: ['note'], group: 'word' },
  'embargo-broken': { who: ['mediators'], needs: ['note'] },
} as const satisfies Readonly<Record<string, Verb>>

/** Whoever lends the house says whether it can be so. */
export const houseVerbs = {
  'house-agreeable': { who: ['speaks'], lapses: true, group: 'answer' },
  'house-change-asked': { who: ['speaks'], lapses: true, needs: ['note'], group: 'answer' },
} as const satisfies Readonly<Record<string, Verb>>
