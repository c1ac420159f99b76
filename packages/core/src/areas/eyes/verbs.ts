/** What a colleague says of what they were given to read, and whose word counts. */

import type { MemberId } from '../../ids.ts'
import { type Mark, type RegisterItem, standingOf } from '../../item/item.ts'
import type { Verb } from '../../item/register.ts'

export const eyesVerbs = {
  'eyes-seen': { who: ['mediators'], lapses: true, group: 'eyes' },
  'eyes-against': { who: ['mediators'], lapses: true, needs: ['note'], group: 'eyes' },
  /** It is not to be done any more. */
  'eyes-dropped': { who: ['maker'], ends: true },
} as const satisfies Readonly<Record<string, Verb>>

/** Each colleague's last word of it as it stands, but for that of whoever put it so: mediators have one voice, and here each is asked for their own. */
export function lastWords(item: RegisterItem<unknown>): readonly Mark[] {
  const { by } = standingOf(item)
  const last = new Map<MemberId, Mark>()
  for (const mark of item.marks)
    if (mark.lapsed === undefined && mark.by !== by && mark.verb !== 'eyes-dropped') last.set(mark.by, mark)
  return [...last.values()]
}
