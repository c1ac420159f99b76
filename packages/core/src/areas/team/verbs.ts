/** What a party says of an institution whose mediators are to work with it. */

import type { Verb, Who } from '../../item/register.ts'

/** Who leads the party whose caucus it is. */
const answerers: readonly Who[] = [{ all: ['addressee', 'leads'] }]

export const institutionVerbs = {
  /** They come into a room that follows this one, and read what is said there. */
  'accepted-from-here': { who: answerers, lapses: true, group: 'coming' },
  /** They may read everything said before. */
  'accepted-with-record': { who: answerers, lapses: true, group: 'coming' },
  'not-accepted': { who: answerers, lapses: true, group: 'coming' },
  /** The party wants them to go; nobody's consent is needed for that to be said. */
  'asked-out': { who: answerers, group: 'coming' },
} as const satisfies Readonly<Record<string, Verb>>

export type ComingVerb = keyof typeof institutionVerbs
