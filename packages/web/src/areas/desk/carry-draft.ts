/** What is being composed, as it is kept on the device until it goes: all of it, so that a closed tab loses nothing. */

import type { Talks } from '../../talks/talks.tsx'
import { type Carry, recipientsOf } from './carry.ts'

export const draftText = (carry: Carry): string => JSON.stringify(carry)

/**
 * What was composed before the tab was closed, to those of its recipients who are still there; `fresh` where nothing was, or what was
 * kept is of something else.
 */
export function drafted(talks: Talks, fresh: Carry, text: string | undefined): Carry {
  const draft = readCarry(text)
  if (draft?.common.origin.kind !== fresh.common.origin.kind) return fresh
  const within = new Set(recipientsOf(talks, draft.common.origin).map(({ id }) => id))
  const legs = draft.legs.filter(({ to }) => within.has(to))
  return { ...draft, legs: legs.length === 0 ? fresh.legs : legs }
}

function readCarry(text = ''): Carry | undefined {
  if (text === '') return undefined
  try {
    const { common, given, withThing, legs } = JSON.parse(text) as Partial<Carry>
    const isWhole =
      common?.origin !== undefined && given !== undefined && withThing !== undefined && Array.isArray(legs)
    return isWhole ? { common, given, withThing, legs } : undefined
  } catch {
    return undefined
  }
}
