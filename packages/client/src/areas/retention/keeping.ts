/** How long a room's record is kept, as one act. */

import type { Act } from '@goodoffices/core'

export const keepingAct = (days: number | null, basis: string): Act => ({
  kind: 'retention.set',
  days,
  basis,
})
