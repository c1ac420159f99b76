/** Records whose time of keeping is over: nothing destroys itself, and nothing presses. */

import type { Here, Wait } from '../../waiting/wait.ts'

export function waits({ rooms, destructible }: Here): readonly Wait[] {
  const over = rooms.filter(({ id, kind }) => destructible.includes(id) && kind !== 'private')
  return over.length === 0
    ? []
    : [
        {
          item: { kind: 'over', rooms: over },
          urgency: 'own',
          about: over.map(({ id }) => id).join(' '),
          rooms: over,
        },
      ]
}
