/** What is being composed, before it is a plan for each of its recipients: what is alike for all, and what differs. */

import { fieldLines, newId, registerName, titleOf, type Writing } from '@goodoffices/client'
import {
  type Carried,
  type DeliveryId,
  type Form,
  fieldsSchemaOf,
  findRegister,
  type ItemFields,
  type ItemId,
  isItemContent,
  isMarkContent,
  isPublic,
  type Origin,
  type Passage,
  type Passing,
  permissionFor,
  type RegisterItem,
  type RoomId,
  type RoomState,
  type Thing,
  textOf,
  togetherWith,
} from '@goodoffices/core'
import type { Plan } from '../../session/session.ts'
import { meIn, type Talks } from '../../talks/talks.tsx'

import type { CarrySearch } from './carry-search.ts'
import { chosenOf, permissionOf, sourceOf, thingOf } from './origin.ts'
import { fieldsOf } from './thing-fields.ts'

/** What a plan says of its recipient alone. */
const byRecipient = [
  'to',
  'thing',
  'answers',
  'corrects',
  'rev',
  'conveyance',
  'delivery',
  'carrier',
  'accepted',
] as const satisfies readonly (keyof Plan)[]
type ByRecipient = (typeof byRecipient)[number]

export type Carry = {
  readonly common: Omit<Plan, ByRecipient>
  /** Of a thing: its fields in the mediators' words, and what its register needs besides those that are carried. */
  readonly given: ItemFields
  /** Whether the thing goes with the words. */
  readonly withThing: boolean
  readonly legs: readonly Leg[]
}

/** What is said of one recipient. */
export type Leg = {
  readonly to: RoomId
  readonly answers?: Plan['answers'] | undefined
  readonly corrects?: DeliveryId | undefined
  /** What the fields of the thing name there; under `on`, of what it is said. */
  readonly names: Readonly<Record<string, ItemId | undefined>>
  /** Under these it is prepared: said again with them it takes the place of what was said, and goes once. */
  readonly ids: Pick<Plan, 'conveyance' | 'delivery' | 'carrier'>
}

/** To whom it may go: never back to where it comes from; what is said of a thing speaks for one side, and goes to another. */
export function recipientsOf({ caucuses, rooms, session }: Talks, origin: Origin): readonly RoomState[] {
  const isSource = (room: RoomState): boolean => origin.kind !== 'mediators' && origin.room === room.id
  const isHere = (room: RoomState): boolean => isPublic(room) && meIn(room, session) !== undefined
  return [
    ...caucuses.filter(room => !isSource(room)),
    ...(origin.kind === 'mark' ? [] : rooms.filter(isHere).toSorted(tableFirst)),
  ]
}

const tableFirst = (a: RoomState, b: RoomState): number =>
  Number(b.kind === 'table') - Number(a.kind === 'table')

export const legTo = (to: RoomId): Leg => ({
  to,
  names: {},
  ids: { conveyance: newId(), delivery: newId() },
})

/**
 * To the first that it may go to, of the mediators' own words to every party alike; at what may pass now. The words stand there where
 * these alone may pass; otherwise the mediator begins with none: what may not pass is not put into a wording for anybody.
 */
export function firstCarry(
  talks: Talks,
  origin: Origin,
  search: CarrySearch,
  w: Writing | undefined,
): Carry | undefined {
  const source = sourceOf(talks, origin)
  const all = recipientsOf(talks, origin)
  const [to] = all
  if (to === undefined) return undefined
  const alike = all.filter(({ kind, party }) => kind === 'caucus' && party?.kind !== 'third')
  return {
    common: {
      origin,
      binding: false,
      timing: { kind: 'now' },
      tell: source?.kind === 'caucus' ? 'that' : 'nothing',
      ...beginningOf({ origin, source, w }),
    },
    given: {},
    withThing: true,
    legs: (search.all === true && alike.length > 0 ? alike : [to]).map(({ id }) => legTo(id)),
  }
}

type Beginning = {
  readonly origin: Origin
  readonly source: RoomState | undefined
  readonly w: Writing | undefined
}

function beginningOf({ origin, source, w }: Beginning): Pick<Plan, 'as' | 'wording' | 'form'> {
  const form: Form = 'oral-message'
  const permission = permissionOf(source, origin)
  const as =
    permission === undefined || permission.marking === 'nothing' ? 'unattributed' : permission.marking
  switch (origin.kind) {
    case 'mediators':
      return { form, as: 'verbatim', wording: '' }
    case 'offer':
      return { form, as, wording: '' }
    case 'passage': {
      const message = source?.messages[origin.passage.message]
      if (source === undefined || message === undefined) return { form, as, wording: '' }
      return { form: message.form, as, wording: onlyWords(source, origin.passage, as) ?? '' }
    }
    case 'item':
    case 'mark':
      return {
        form,
        as: origin.kind === 'mark' && as === 'unattributed' ? 'attributed' : as,
        wording: w === undefined ? '' : wordsOf(w, { origin, source, as }),
      }
    default:
      return origin satisfies never
  }
}

/** A thing in words to begin with: what it is, and what it is called unless that may tell whose it is; the rest comes with it. */
function wordsOf(
  w: Writing,
  {
    origin,
    source,
    as,
  }: { readonly origin: ThingOrigin; readonly source: RoomState | undefined; readonly as: Passing },
): string {
  const thing = thingOf(source, origin)
  if (thing === undefined) return ''
  const { choices } = w.vocabulary
  const named: Readonly<Record<string, string>> = choices
  if (origin.kind === 'mark') {
    const mark = thing.marks[origin.mark - 1]
    const verb = named[`verb.${mark?.verb ?? ''}`] ?? mark?.verb ?? ''
    return plain(mark?.note === undefined ? verb : `${w.withColon(verb)} ${mark.note}`)
  }
  const name = registerName(w, thing.register)
  const title = titleOf(thing)
  const field = findRegister(thing.register)?.title
  const isNamed =
    field !== undefined && origin.fields.includes(field) && (as !== 'unattributed' || source?.kind === 'desk')
  return plain(isNamed && title !== undefined ? `${w.withColon(name)} ${title}` : name)
}

type ThingOrigin = Extract<Origin, { readonly kind: 'item' | 'mark' }>

/** Without the marks that isolate names for the eye. */
const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/gu, '')

/** Chosen fields of a thing as they stand, by their labels. */
export function linesOf(w: Writing, { register, revisions }: RegisterItem, fields: readonly string[]) {
  const declared = findRegister(register)
  const held = revisions.at(-1)?.fields ?? {}
  if (declared === undefined)
    return fields.map(name => ({ name, label: name, text: JSON.stringify(held[name]), isLong: false }))
  return fieldLines(w, fieldsSchemaOf(declared), held, { parent: register }).filter(({ name }) =>
    fields.includes(name),
  )
}

/** The words in which alone a passage passes: those that were released, or for verbatim its own. */
export function onlyWords(source: RoomState, passage: Passage, as: Passing): string | undefined {
  const message = source.messages[passage.message]
  if (message === undefined) return undefined
  const { wording } = permissionFor(message, passage, source.terms)
  return wording ?? (as === 'verbatim' ? textOf(message, passage) : undefined)
}

/** The plan for another passage of the same message, at what may pass of it now. What the mediator wrote stays. */
export function passageChange(
  source: RoomState,
  { origin, as, wording }: Carry['common'],
  passage: Passage,
): Partial<Carry['common']> {
  const message = source.messages[passage.message]
  if (message === undefined) return {}
  const { marking } = permissionFor(message, passage, source.terms)
  const next = marking === 'nothing' ? 'unattributed' : marking
  return {
    origin: { kind: 'passage', room: source.id, passage },
    as: next,
    wording: wordingAt(source, { origin, as, wording }, { passage, as: next }),
  }
}

/** What stands in the field once something else passes, or otherwise: the only words that may; else what the mediator wrote, if anything. */
export function wordingAt(
  source: RoomState,
  before: Pick<Carry['common'], 'origin' | 'as' | 'wording'>,
  next: { readonly passage: Passage; readonly as: Passing },
): string {
  const isFixed =
    before.origin.kind === 'passage' && onlyWords(source, before.origin.passage, before.as) === before.wording
  return onlyWords(source, next.passage, next.as) ?? (isFixed ? '' : before.wording)
}

/** What was prepared, with what goes together with it. */
export function keptCarry(talks: Talks, desk: RoomState, carried: Carried): Carry {
  const { plan } = carried
  const { thing } = plan
  const known = plan.origin.kind === 'item' ? thingOf(sourceOf(talks, plan.origin), plan.origin) : undefined
  const chosen = known === undefined || plan.origin.kind !== 'item' ? {} : chosenOf(known, plan.origin)
  return {
    common: commonOf(plan),
    given: givenIn(thing, chosen),
    withThing: thing !== undefined,
    legs: togetherWith(desk, carried).map(({ plan: each }) => ({
      to: each.to,
      names: namesIn(each.thing),
      ...(each.answers === undefined ? {} : { answers: each.answers }),
      ...(each.corrects === undefined ? {} : { corrects: each.corrects }),
      ids: { conveyance: each.conveyance, delivery: each.delivery, carrier: each.carrier },
    })),
  }
}

function commonOf(plan: Plan): Carry['common'] {
  const names: readonly string[] = byRecipient
  return Object.fromEntries(
    Object.entries(plan).filter(([name]) => !names.includes(name)),
  ) as unknown as Carry['common']
}

/** What of a thing is not as its source has it. */
function givenIn(thing: Thing | undefined, chosen: ItemFields): ItemFields {
  if (isMarkContent(thing)) return thing.note === undefined ? {} : { note: thing.note }
  if (!isItemContent(thing)) return {}
  return Object.fromEntries(
    Object.entries(thing.fields).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(chosen[name]),
    ),
  )
}

function namesIn(thing: Thing | undefined): Leg['names'] {
  if (isMarkContent(thing)) return { on: thing.item }
  if (!isItemContent(thing)) return {}
  return Object.fromEntries(
    fieldsOf(thing.register)
      .filter(({ kind }) => kind === 'reference')
      .flatMap(({ name }): readonly (readonly [string, ItemId])[] => {
        const value = thing.fields[name]
        return typeof value === 'string' ? [[name, value as ItemId]] : []
      }),
  )
}
