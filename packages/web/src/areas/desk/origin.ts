/** Where what is carried comes from, as an address of the composer names it. */

import {
  hasStretch,
  type ItemFields,
  isMediatorsItem,
  isPartysMark,
  type Message,
  type MessageId,
  type Origin,
  type Passage,
  permissionFor,
  permissionForItem,
  type RegisterItem,
  type RoomState,
  standingOf,
  type Terms,
} from '@goodoffices/core'
import type { Plan } from '../../session/session.ts'
import type { Talks } from '../../talks/talks.tsx'
import type { CarrySearch } from './carry-search.ts'
import { fieldsOf } from './thing-fields.ts'

type ItemOrigin = Extract<Origin, { readonly kind: 'item' }>
type MarkOrigin = Extract<Origin, { readonly kind: 'mark' }>

type Range = { readonly from: number; readonly to: number }

const mayPass = (message: Message, passage: Passage, terms: Terms): boolean =>
  permissionFor(message, passage, terms).marking !== 'nothing'

/** As found in the rooms; undefined where the address leads nowhere. */
export function originOf(talks: Talks, search: CarrySearch): Origin | undefined {
  const source = [...talks.caucuses, talks.desk].find(room => room !== undefined && room.id === search.source)
  if (source === undefined) return search.source === undefined ? { kind: 'mediators' } : undefined
  if (search.offer !== undefined && source.offers[search.offer] !== undefined)
    return { kind: 'offer', room: source.id, offer: search.offer }
  const thing = search.item === undefined ? undefined : source.items[search.item]
  if (thing !== undefined) return originInThing(source, thing, search)
  const message = search.message === undefined ? undefined : source.messages[search.message]
  return message === undefined ? undefined : originInMessage(source, message, search)
}

function originInMessage(source: RoomState, message: Message, search: CarrySearch): Origin {
  return { kind: 'passage', room: source.id, passage: passageIn(source, message, search) }
}

/** The part or the words that are named; else as much as may pass: the whole, all but the marked parts, the first part of which something may. */
function passageIn(source: RoomState, message: Message, { part, from, to, stretch }: CarrySearch): Passage {
  const whole: Passage = { message: message.message }
  const named = part === undefined ? undefined : message.parts[part]
  if (named !== undefined) return { ...whole, part: named.part }
  if (from !== undefined && to !== undefined) return passageAt(message, { from, to })
  if (stretch !== undefined) return { ...whole, stretch }
  return passagesOf(message).find(passage => mayPass(message, passage, source.terms)) ?? whole
}

/** A stretch of a message; where it is just a marked part, that part. */
export function passageAt(message: Message, range: Range): Passage {
  const part = Object.values(message.parts).find(({ from, to }) => from === range.from && to === range.to)
  const { from, to } = range
  return {
    message: message.message,
    ...(part === undefined ? { stretch: { from, to } } : { part: part.part }),
  }
}

/** What may be chosen of a message beside any words of it, the most first. */
export function passagesOf(message: Message): readonly Passage[] {
  const whole: Passage = { message: message.message }
  const parts = Object.values(message.parts).toSorted((a, b) => a.from - b.from)
  const isRestThere = parts.length > 0 && hasStretch(message, 'rest')
  return [
    whole,
    ...(isRestThere ? [{ ...whole, stretch: 'rest' as const }] : []),
    ...parts.map(({ part }) => ({ ...whole, part })),
  ]
}

/** A mark that the party said; else the fields named, as far as the thing has them. */
function originInThing(source: RoomState, thing: RegisterItem, search: CarrySearch): Origin | undefined {
  const common = { room: source.id, item: thing.item }
  if (search.mark !== undefined) {
    const mark = thing.marks[search.mark - 1]
    return mark !== undefined && isPartysMark(source, mark)
      ? { kind: 'mark', ...common, mark: search.mark }
      : undefined
  }
  // What mediators carried to a party is theirs already: it is carried on from where it came.
  if (source.kind === 'caucus' && isMediatorsItem(source, thing)) return undefined
  const choosable = choosableOf(thing)
  const named = choosable.filter(field => search.fields?.includes(field) ?? true)
  const fields = search.fields === undefined ? passingOf(source, thing, named) : named
  return fields.length === 0 ? undefined : { kind: 'item', ...common, rev: thing.revisions.length, fields }
}

/** Those of the fields that may pass, where there are any; else all of them, to be asked for. */
function passingOf(source: RoomState, thing: RegisterItem, fields: readonly string[]): readonly string[] {
  const passing = fields.filter(field => permissionOfField(source, thing, field).marking !== 'nothing')
  return passing.length === 0 ? fields : passing
}

export const permissionOfField = (source: RoomState, { item, revisions }: RegisterItem, field: string) =>
  permissionForItem(source, { item, rev: revisions.length, fields: [field] })

/** The fields that are carried by choice, in the order of their register; what names another thing is the mediators' to say. */
export function choosableOf(thing: RegisterItem): readonly string[] {
  const held = Object.keys(standingOf(thing).fields)
  const known = fieldsOf(thing.register)
  if (known.length === 0) return held
  return known.filter(({ name, kind }) => held.includes(name) && kind !== 'reference').map(({ name }) => name)
}

export const sourceOf = (talks: Talks, origin: Origin): RoomState | undefined =>
  origin.kind === 'mediators'
    ? undefined
    : [...talks.caucuses, talks.desk].find(room => room !== undefined && room.id === origin.room)

export const thingOf = (
  source: RoomState | undefined,
  origin: ItemOrigin | MarkOrigin,
): RegisterItem | undefined => source?.items[origin.item]

/** The fields of a thing that an origin chooses, as they stand. */
export const chosenOf = (thing: RegisterItem, { fields }: ItemOrigin): ItemFields =>
  Object.fromEntries(Object.entries(standingOf(thing).fields).filter(([name]) => fields.includes(name)))

/** What may pass now of what an origin chooses; undefined of what needs no leave. */
export function permissionOf(source: RoomState | undefined, origin: Origin) {
  if (source === undefined || source.kind !== 'caucus') return undefined
  switch (origin.kind) {
    case 'mediators':
    case 'offer':
      return undefined
    case 'passage': {
      const message = source.messages[origin.passage.message]
      return message === undefined ? undefined : permissionFor(message, origin.passage, source.terms)
    }
    case 'item':
      return permissionForItem(source, { item: origin.item, rev: origin.rev, fields: origin.fields })
    case 'mark':
      return permissionForItem(source, { item: origin.item, mark: origin.mark })
    default:
      return origin satisfies never
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
