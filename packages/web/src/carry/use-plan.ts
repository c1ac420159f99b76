import {
  type Form,
  type Origin,
  type Passing,
  permissionFor,
  type RoomId,
  type RoomState,
  standingBody,
  textOf,
} from '@goodoffices/core'
import { useCallback, useState } from 'react'
import type { Plan, Session } from '../session/session.ts'
import type { Talks } from '../talks/talks.tsx'
import type { CarrySearch } from './carry-search.ts'

/** Where the passage comes from, as found in the rooms; undefined where the address leads nowhere. */
export function originOf(talks: Talks, search: CarrySearch): Origin | undefined {
  const source = talks.caucuses.find(room => room.id === search.source)
  if (source === undefined) return search.source === undefined ? { kind: 'mediators' } : undefined
  if (search.offer !== undefined && source.offers[search.offer] !== undefined)
    return { kind: 'offer', room: source.id, offer: search.offer }
  const message = search.message === undefined ? undefined : source.messages[search.message]
  if (message === undefined) return undefined
  const part = search.part === undefined ? undefined : message.parts[search.part]
  return {
    kind: 'passage',
    room: source.id,
    passage: { message: message.message, ...(part === undefined ? {} : { part: part.part }) },
  }
}

export const sourceOf = (talks: Talks, origin: Origin): RoomState | undefined =>
  origin.kind === 'mediators' ? undefined : talks.caucuses.find(room => room.id === origin.room)

/** A first plan: to the other party, at what may pass now, in the source's own words for the mediator to put anew. */
function planFor(talks: Talks, origin: Origin, search: CarrySearch): Plan | undefined {
  const source = sourceOf(talks, origin)
  const to = talks.caucuses.find(room => room !== source)
  if (to === undefined) return undefined
  const common = {
    origin,
    to: to.id,
    form: 'oral-message' as Form,
    binding: false,
    timing: { kind: 'now' as const },
    tell: 'that' as const,
  }
  if (origin.kind === 'mediators' || source === undefined)
    return { ...common, as: 'verbatim', wording: '', tell: 'nothing' }
  if (origin.kind === 'offer') {
    const offer = source.offers[origin.offer]
    return {
      ...common,
      as: 'unattributed',
      wording: offer === undefined ? '' : `${offer.ifThey}\n\n${offer.thenWe}`,
    }
  }
  const message = source.messages[origin.passage.message]
  if (message === undefined) return undefined
  const permission = permissionFor(message, origin.passage, source.terms)
  const selected =
    search.from === undefined || search.to === undefined ? '' : standingBody(message).slice(search.from, search.to)
  const own = selected === '' ? textOf(message, origin.passage) : selected
  return {
    ...common,
    form: message.form,
    as: permission.marking === 'nothing' ? 'unattributed' : permission.marking,
    wording:
      permission.wording ?? (permission.marking === 'verbatim' ? textOf(message, origin.passage) : own),
  }
}

/** The plan being composed; kept as a draft, so that a closed tab loses nothing. */
export function usePlan(
  talks: Talks,
  search: CarrySearch,
): readonly [Plan | undefined, (change: Partial<Plan>) => void, () => void] {
  const { session, desk } = talks
  const kept = search.conveyance === undefined ? undefined : desk?.conveyances[search.conveyance]
  const key = `carry ${JSON.stringify(search)}`
  const [plan, setPlan] = useState<Plan | undefined>(() => {
    if (kept !== undefined) return kept.plan
    const origin = originOf(talks, search)
    const fresh = origin === undefined ? undefined : planFor(talks, origin, search)
    return fresh === undefined ? undefined : { ...fresh, ...draftOf(session, key) }
  })
  const change = useCallback(
    (next: Partial<Plan>) =>
      setPlan(before => {
        if (before === undefined) return before
        const after = cleaned({ ...before, ...next })
        void session.saveDraft(key, JSON.stringify({ wording: after.wording, to: after.to, as: after.as }))
        return after
      }),
    [session, key],
  )
  const forget = useCallback(() => void session.saveDraft(key, ''), [session, key])
  return [plan, change, forget]
}

type Kept = { wording?: string; to?: RoomId; as?: Passing }

function draftOf(session: Session, key: string): Kept {
  const text = session.draft(key)
  if (text === undefined || text === '') return {}
  try {
    return JSON.parse(text) as Kept
  } catch {
    return {}
  }
}


/** An empty title is no title. */
function cleaned(plan: Plan): Plan {
  if (plan.title !== '') return plan
  const { title: _, ...rest } = plan
  return rest
}
