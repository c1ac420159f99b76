/** What this member's own devices need: keys that they were not given, a phrase, rooms that have not taken new keys yet. */

import type { Here, Wait } from '../../waiting/wait.ts'

export const waits = ({ rooms, shut, hasPhrase, phraseNeeds, isRenewing }: Here): readonly Wait[] => [
  ...rooms
    .filter(({ id }) => shut.includes(id))
    .map((room): Wait => ({ item: { kind: 'keys', room }, urgency: 'first', about: room.id, rooms: [room] })),
  ...(hasPhrase
    ? []
    : [{ item: { kind: 'recovery' }, urgency: 'own', about: 'recovery', rooms: [] } satisfies Wait]),
  ...(phraseNeeds === undefined
    ? []
    : [{ item: { kind: phraseNeeds }, urgency: 'own', about: phraseNeeds, rooms: [] } satisfies Wait]),
  ...(isRenewing
    ? [{ item: { kind: 'renewal' }, urgency: 'own', about: 'renewal', rooms: [] } satisfies Wait]
    : []),
]
