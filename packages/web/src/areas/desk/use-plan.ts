import { readDraft, saveDraft } from '@goodoffices/client'
import {
  type Form,
  type Message,
  type MessageId,
  type Origin,
  type PartId,
  type Passage,
  type Passing,
  permissionFor,
  type RoomId,
  type RoomState,
  standingBody,
  type Terms,
  textOf,
} from '@goodoffices/core'
import { useCallback, useState } from 'react'
import type { Plan, Session } from '../../session/session.ts'
import type { Talks } from '../../talks/talks.tsx'
import type { CarrySearch } from './carry-search.ts'

const mayPass = (message: Message, part: PartId, terms: Terms): boolean =>
  permissionFor(message, { message: message.message, part }, terms).marking !== 'nothing'

/** Where the passage comes from, as found in the rooms; undefined where the address leads nowhere. */
export function originOf(talks: Talks, search: CarrySearch): Origin | undefined {
  const source = talks.caucuses.find(room => room.id === search.source)
  if (source === undefined) return search.source === undefined ? { kind: 'mediators' } : undefined
  if (search.offer !== undefined && source.offers[search.offer] !== undefined)
    return { kind: 'offer', room: source.id, offer: search.offer }
  const message = search.message === undefined ? undefined : source.messages[search.message]
  if (message === undefined) return undefined
  // Without a part named: the first that may pass, where the whole may not.
  const passable = Object.values(message.parts)
    .sort((a, b) => a.from - b.from)
    .find(item => mayPass(message, item.part, source.terms))
  const whole = permissionFor(message, { message: message.message }, source.terms)
  const part =
    search.part === undefined
      ? whole.marking === 'nothing' && search.from === undefined
        ? passable
        : undefined
      : message.parts[search.part]
  return {
    kind: 'passage',
    room: source.id,
    passage: { message: message.message, ...(part === undefined ? {} : { part: part.part }) },
  }
}

export const sourceOf = (talks: Talks, origin: Origin): RoomState | undefined =>
  origin.kind === 'mediators' ? undefined : talks.caucuses.find(room => room.id === origin.room)

/** The plan for another passage of the same message: what may pass now, and its own words to begin with. */
export function planForPassage(source: RoomState, passage: Passage): Partial<Plan> {
  const message = source.messages[passage.message]
  if (message === undefined) return {}
  const { marking, wording } = permissionFor(message, passage, source.terms)
  return {
    origin: { kind: 'passage', room: source.id, passage },
    as: marking === 'nothing' ? 'unattributed' : marking,
    wording: wording ?? textOf(message, passage),
  }
}

/** The recipient's own message that a source's words answer, if that is where they came from. */
export function answeredBy(talks: Talks, plan: Plan): MessageId | undefined {
  const source = sourceOf(talks, plan.origin)
  if (source === undefined || plan.origin.kind !== 'passage') return undefined
  const { answers } = source.messages[plan.origin.passage.message] ?? {}
  const earlier = Object.values(talks.desk?.conveyances ?? {}).find(item => item.plan.delivery === answers)
  return earlier?.plan.origin.kind === 'passage' && earlier.plan.origin.room === plan.to
    ? earlier.plan.origin.passage.message
    : undefined
}

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
  if (origin.kind !== 'passage') return undefined
  const message = source.messages[origin.passage.message]
  if (message === undefined) return undefined
  const permission = permissionFor(message, origin.passage, source.terms)
  const selected =
    search.from === undefined || search.to === undefined
      ? ''
      : standingBody(message).slice(search.from, search.to)
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
): readonly [Plan | undefined, (change: PlanChange) => void, () => void] {
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
    (next: PlanChange) =>
      setPlan(before => {
        if (before === undefined) return before
        const after = cleaned({ ...before, ...next })
        void saveDraft(session, key, JSON.stringify({ wording: after.wording, to: after.to, as: after.as }))
        return after
      }),
    [session, key],
  )
  const forget = useCallback(() => void saveDraft(session, key, ''), [session, key])
  return [plan, change, forget]
}

type Kept = { wording?: string; to?: RoomId; as?: Passing }

function draftOf(session: Session, key: string): Kept {
  const text = readDraft(session, key)
  if (text === undefined || text === '') return {}
  try {
    return JSON.parse(text) as Kept
  } catch {
    return {}
  }
}

/** A change of the plan; undefined takes a field away. */
export type PlanChange = { readonly [K in keyof Plan]?: Plan[K] | undefined }

/** Without the fields that were taken away. An empty title is no title. */
function cleaned(plan: PlanChange): Plan {
  const kept = Object.entries(plan).filter(
    ([name, value]) => value !== undefined && !(name === 'title' && value === ''),
  )
  return Object.fromEntries(kept) as Plan
}
