/** What may be said of a disputed fact, and of a version of it. */

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
  superseded: { who: ['maker'], ends: true },
} as const satisfies Readonly<Record<string, Verb>>
