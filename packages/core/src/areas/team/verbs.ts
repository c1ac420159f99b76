/** What a party says of an institution whose mediators are to work with it. */

import type { Verb } from '../../item/register.ts'

export const institutionVerbs = {
  /** They come into a room that follows this one, and read what is said there. */
  'accepted-from-here': { who: ['leads'], lapses: true, group: 'coming' },
  /** They may read everything said before. */
  'accepted-with-record': { who: ['leads'], lapses: true, group: 'coming' },
  'not-accepted': { who: ['leads'], lapses: true, group: 'coming' },
  /** The party wants them to go; nobody's consent is needed for that to be said. */
  'asked-out': { who: ['leads'], group: 'coming' },
} as const satisfies Readonly<Record<string, Verb>>

export type ComingVerb = keyof typeof institutionVerbs
