/** GOOD-9: a conflict of interest that comes to light later reaches every party at once, in what each was offered. */

import { checkDisclosing, officesIn, type RoomState, standingOf } from '@goodoffices/core'
import { ok, type Result } from '../../result.ts'
import type { ActStep } from '../../session/engine/ground.ts'

/** `caucuses`: all of the talks. Each offer is worded anew with these words under those that it had. Fails with `offices-missing`. */
export function disclosureSteps(caucuses: readonly RoomState[], words: string): Result<readonly ActStep[]> {
  const checked = checkDisclosing(caucuses)
  if (!checked.ok) return checked
  return ok(
    caucuses.flatMap(room =>
      officesIn(room).map(({ item, register, revisions, ...offer }) => {
        const { fields } = standingOf({ item, register, revisions, ...offer })
        const before = typeof fields['interests'] === 'string' ? `${fields['interests']}\n` : ''
        return {
          room: room.id,
          act: {
            kind: 'item.put',
            item,
            register,
            rev: revisions.length + 1,
            fields: { ...fields, interests: `${before}${words}` },
          },
        }
      }),
    ),
  )
}
