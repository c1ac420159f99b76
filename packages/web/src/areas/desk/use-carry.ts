import { readDraft, saveDraft, type Writing } from '@goodoffices/client'
import { useCallback, useState } from 'react'
import type { Plan } from '../../session/session.ts'
import type { Talks } from '../../talks/talks.tsx'
import { type Carry, firstCarry, keptCarry } from './carry.ts'
import { drafted, draftText } from './carry-draft.ts'
import type { CarrySearch } from './carry-search.ts'
import { originOf } from './origin.ts'

/** A change of what is alike for all; undefined takes a field away. */
export type CommonChange = { readonly [K in keyof Plan]?: Plan[K] | undefined }

export type Carrying = {
  readonly carry: Carry
  readonly change: (change: CommonChange) => void
  readonly update: (next: (carry: Carry) => Carry) => void
  /** Once it has been prepared or delivered. */
  readonly forget: () => void
}

/** What is being composed; kept as a draft, so that a closed tab loses nothing. `w`: how the room that it comes from is written. */
export function useCarry(talks: Talks, search: CarrySearch, w: Writing): Carrying | undefined {
  const { session, desk } = talks
  const key = `carry ${JSON.stringify(search)}`
  const [carry, setCarry] = useState<Carry | undefined>(() => {
    const kept = search.conveyance === undefined ? undefined : desk?.conveyances[search.conveyance]
    if (kept !== undefined && desk !== undefined) return keptCarry(talks, desk, kept)
    const origin = originOf(talks, search)
    const fresh = origin === undefined ? undefined : firstCarry(talks, origin, search, w)
    return fresh === undefined ? undefined : drafted(talks, fresh, readDraft(session, key))
  })
  const update = useCallback(
    (next: (carry: Carry) => Carry) =>
      setCarry(before => {
        if (before === undefined) return before
        const after = next(before)
        void saveDraft(session, key, draftText(after))
        return after
      }),
    [session, key],
  )
  const change = useCallback(
    (next: CommonChange) => update(before => ({ ...before, common: cleaned({ ...before.common, ...next }) })),
    [update],
  )
  const forget = useCallback(() => void saveDraft(session, key, ''), [session, key])
  return carry === undefined ? undefined : { carry, change, update, forget }
}

/** Without the fields that were taken away. An empty title is no title. */
function cleaned(common: CommonChange): Carry['common'] {
  const kept = Object.entries(common).filter(
    ([name, value]) => value !== undefined && !(name === 'title' && value === ''),
  )
  return Object.fromEntries(kept) as unknown as Carry['common']
}
