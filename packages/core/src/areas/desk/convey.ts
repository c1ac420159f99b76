/** Conveyance: the one place where content moves between rooms. Whether it may, by the source's own words. */

import type { DeliveryId, ItemId, RoomId } from '../../ids.ts'
import { type ItemContent, isItemContent, isMarkContent, isSamePlain } from '../../item/content.ts'
import type { Mark, RegisterItem } from '../../item/item.ts'
import { countingMarks, isTakenBack, type Register } from '../../item/register.ts'
import { findRegister } from '../../item/registry.ts'
import { fail, ok } from '../../result.ts'
import { permissionOfCarried } from '../item/disclosure.ts'
import { allows, permissionFor, textOf } from '../message/disclosure.ts'
import type { Passage } from '../message/passage.ts'
import { checkPassage as checkThere } from '../message/rules.ts'
import type { Offer, Talking } from '../message/state.ts'
import { notAccepting } from '../offices/answers.ts'
import { type Conveyance, type Origin, originsOf, sourcesOf } from './plan.ts'

/** The rooms a mediator's device holds that bear on a conveyance. */
export type Sides<R extends Talking = Talking> = {
  /** The room that it comes from first; absent where the mediators speak in their own name. */
  readonly source?: R
  /** The rooms that it comes from besides. */
  readonly others?: readonly R[]
  readonly recipient: R
}

type From<K extends Origin['kind']> = Extract<Origin, { readonly kind: K }>

/** The room of an origin, where it is held. */
export const roomOf = <R extends Talking>(
  origin: Origin,
  { source, others = [] }: Sides<R>,
): R | undefined =>
  origin.kind === 'mediators'
    ? undefined
    : [source, ...others].find(room => room !== undefined && room.id === origin.room)

/** The rooms that bear on a plan, as far as they are held; undefined where its recipient's is not. */
export function sidesOf<R extends Talking>(
  plan: Conveyance,
  held: (id: RoomId) => R | undefined,
): Sides<R> | undefined {
  const recipient = held(plan.to)
  const [source, ...others] = sourcesOf(plan).flatMap(id => held(id) ?? [])
  if (recipient === undefined) return undefined
  return { recipient, others, ...(source === undefined ? {} : { source }) }
}

/** CONV-14: what several sides read at once is published: at the table, or in a group. */
export const isPublic = ({ kind }: Pick<Talking, 'kind'>): boolean => kind === 'table' || kind === 'group'

/** Whether this may be conveyed as planned, now, by the sources' own words. The rules are CONV-1 to CONV-7 and CONV-12 to CONV-16. */
export function checkConveyance(plan: Conveyance, sides: Sides) {
  const { recipient } = sides
  if (!isOneProcess(sides)) return fail('source-not-held')
  const reachable = isPublic(recipient) ? checkPublic(plan, recipient) : checkRecipient(plan, recipient)
  if (!reachable.ok) return reachable
  const given = checkAsGiven(plan, sides)
  if (!given.ok) return given
  const origins = originsOf(plan).filter(({ kind }) => kind !== 'mediators')
  if (origins.length > 0 && hasWithdrawn(recipient)) return fail('consent-withdrawn', { side: 'recipient' })
  const consenting = origins.length > 0 ? checkAccepting(sides) : ok(null)
  if (!consenting.ok) return consenting
  for (const origin of origins) {
    const checked = checkSource(plan, origin, sides)
    if (!checked.ok) return checked
  }
  return ok(null)
}

/** Nothing passes from some talks into others. */
const isOneProcess = ({ source, others = [], recipient }: Sides): boolean =>
  [source, ...others].every(room => room === undefined || room.process.process === recipient.process.process)

/** GOOD-3: in talks begun as offered nothing is carried to or from a party that has not accepted. */
function checkAccepting({ source, others = [], recipient }: Sides) {
  const room = notAccepting([recipient, ...(source === undefined ? [] : [source]), ...others])
  return room === undefined
    ? ok(null)
    : fail('consent-not-given', { side: room.id === recipient.id ? 'recipient' : 'source' })
}

function checkSource(plan: Conveyance, origin: Origin, sides: Sides) {
  const { recipient } = sides
  const source = roomOf(origin, sides)
  if (source === undefined) return fail('source-not-held')
  if (source.kind !== 'caucus') return checkOwn(source, origin)
  if (source.id === recipient.id) return fail('recipient-is-source')
  if (hasWithdrawn(source)) return fail('consent-withdrawn', { side: 'source' })
  // CONV-7: whom only the mediators know is named neither to the recipient nor to the source.
  if (source.party?.hidden === true && plan.as !== 'unattributed')
    return fail('hidden-party', { side: 'source' })
  if (recipient.party?.hidden === true && plan.tell !== 'nothing')
    return fail('hidden-party', { side: 'recipient' })
  return checkOrigin(plan, origin, source)
}

function checkOrigin(plan: Conveyance, origin: Origin, source: Talking) {
  switch (origin.kind) {
    case 'mediators':
      return ok(null)
    case 'offer':
      return checkOffer(plan, source.offers[origin.offer])
    case 'passage':
      return checkPassage(plan, source, origin.passage)
    case 'item':
      return checkItem(plan, origin, source)
    case 'mark':
      return checkMark(plan, origin, source)
    default:
      return origin satisfies never
  }
}

/** CONV-10: at the desk there is nothing of a party's to be asked for, but what the mediators keep in a register. */
function checkOwn(room: Talking, origin: Origin) {
  if (room.kind !== 'desk' || origin.kind !== 'item') return fail('source-not-caucus')
  const known = room.items[origin.item]
  if (known === undefined) return fail('item-unknown')
  return stands(origin, known) ? ok(null) : fail('rev-stale', { rev: known.revisions.length })
}

/** CONV-2: a delivery goes to a caucus, once, and what it answers or corrects is there. */
function checkRecipient(plan: Conveyance, recipient: Talking) {
  if (recipient.kind !== 'caucus' || recipient.id !== plan.to) return fail('recipient-not-caucus')
  // CONV-16: whose word it is must be one side's.
  if (plan.also !== undefined) return fail('several-origins')
  if (isPlaced(plan, recipient)) return fail('already-delivered')
  if (plan.answers !== undefined && recipient.messages[plan.answers]?.side !== 'party')
    return fail('message-unknown')
  if (plan.corrects !== undefined && !Object.hasOwn(recipient.deliveries, plan.corrects))
    return fail('delivery-unknown')
  return ok(null)
}

/** CONV-14: once; words answer and correct nothing there, an item is put anew where it is; a mark has no side to be for. */
function checkPublic(plan: Conveyance, recipient: Talking) {
  if (recipient.id !== plan.to || isMarkContent(plan.thing)) return fail('recipient-not-caucus')
  if (isPlaced(plan, recipient)) return fail('already-delivered')
  if (plan.answers !== undefined) return fail('message-unknown')
  const isThere = plan.thing !== undefined && Object.hasOwn(recipient.items, itemPublished(plan))
  return plan.corrects === undefined || isThere ? ok(null) : fail('delivery-unknown')
}

/** CONV-3: for a party that has withdrawn its consent nothing is carried, to it or from it. */
const hasWithdrawn = ({ party, consents }: Talking): boolean =>
  party !== undefined && consents[party.party]?.standing === 'withdrawn'

/** CONV-6: an offer is put as the mediator decides, while it stands; never as the party's very words. */
function checkOffer(plan: Conveyance, offer: Offer | undefined) {
  if (offer === undefined) return fail('offer-unknown')
  if (offer.withdrawn !== undefined) return fail('offer-withdrawn')
  if (plan.as === 'verbatim') return fail('not-verbatim')
  return plan.binding && !offer.binding ? fail('not-binding') : ok(null)
}

/** CONV-4: a passage passes as its source said. CONV-5: verbatim and binding are what the source made so. */
function checkPassage(plan: Conveyance, source: Talking, passage: Passage) {
  const message = source.messages[passage.message]
  if (message === undefined) return fail('message-unknown')
  if (message.side === 'mediators') return fail('message-of-mediators')
  // MSG-16
  if (passage.stretch !== undefined && !checkThere(source, passage).ok) return fail('part-unknown')
  const { marking, because, wording } = permissionFor(message, passage, source.terms)
  if (!allows(marking, plan.as)) return fail('not-released', { wanted: plan.as, granted: marking, because })
  // DISC-6: released in words, it passes in nothing else.
  const isMore = plan.thing !== undefined || plan.translation !== undefined
  if (wording !== undefined && (wording !== plan.wording || isMore)) return fail('released-in-other-words')
  const isVerbatim =
    wording !== undefined || (plan.thing === undefined && plan.wording === textOf(message, passage))
  if (plan.as === 'verbatim' && !isVerbatim) return fail('not-verbatim')
  return plan.binding && !message.binding ? fail('not-binding') : ok(null)
}

/** CONV-12: fields of an item as it stands, as its source said; verbatim, they are the very same. */
function checkItem(plan: Conveyance, origin: From<'item'>, source: Talking) {
  const there = checkThere(source, origin)
  if (!there.ok) return there
  const known = source.items[origin.item]
  const standing = known?.revisions.at(-1)
  if (known === undefined || standing === undefined || !stands(origin, known))
    return fail('rev-stale', { rev: known?.revisions.length ?? 0 })
  const released = checkReleased(plan, source, origin)
  if (!released.ok) return released
  const { thing } = plan
  const brought = isItemContent(thing) && thing.register === known.register ? thing : undefined
  const isAsThere = (name: string): boolean => isEqual(brought?.fields[name], standing.fields[name])
  const added = brought === undefined ? [] : addedIn(brought, origin)
  const taken = added.filter(isAsThere)
  const asWell = taken.length === 0 ? ok(null) : checkReleased(plan, source, { ...origin, fields: taken })
  if (!asWell.ok || plan.as !== 'verbatim') return asWell
  const isSame = brought !== undefined && added.length === 0 && origin.fields.every(isAsThere)
  return isSame ? ok(null) : fail('not-verbatim')
}

/** CONV-12: the last that was put, and not taken back by its maker. */
const stands = ({ rev }: Pick<From<'item'>, 'rev'>, item: RegisterItem): boolean =>
  rev === item.revisions.length && !isItemTakenBack(item)

const isItemTakenBack = (item: RegisterItem): boolean => {
  const register = findRegister(item.register)
  return register !== undefined && isTakenBack(register, item)
}

/** What it says beside the fields that were chosen and those without which there is no such item. */
const addedIn = ({ register, fields }: ItemContent, origin: From<'item'>): readonly string[] =>
  Object.keys(fields).filter(
    name => !origin.fields.includes(name) && findRegister(register)?.fields[name]?.type === 'exact_optional',
  )

/**
 * UNDT-2: what is carried as it was given (`asGiven`) goes whole and word for word or not at all, as its maker has given it and nothing
 * else said since; and nothing else is brought in its name.
 */
function checkAsGiven(plan: Conveyance, sides: Sides) {
  const { origin, thing } = plan
  const known = origin.kind === 'item' ? roomOf(origin, sides)?.items[origin.item] : undefined
  const brought = isItemContent(thing) ? thing : undefined
  const asGiven = [known, brought]
    .map(each => (each === undefined ? undefined : findRegister(each.register)?.asGiven))
    .find(verb => verb !== undefined)
  if (asGiven === undefined) return ok(null)
  const standing = known?.revisions.at(-1)
  const isSame =
    plan.as === 'verbatim' &&
    plan.also === undefined &&
    brought !== undefined &&
    brought.register === known?.register &&
    isSamePlain(brought.fields, standing?.fields)
  if (!isSame) return fail('not-as-given')
  const register = findRegister(known?.register ?? '')
  const isGiven =
    known !== undefined &&
    register !== undefined &&
    countingMarks(register, known).some(({ verb }) => verb === asGiven)
  return isGiven ? ok(null) : fail('not-yet-given')
}

/** CONV-13: what somebody said of an item passes with the name of whoever said it, as a mark of an item that the recipient has. */
function checkMark(plan: Conveyance, origin: From<'mark'>, source: Talking) {
  const there = checkThere(source, origin)
  if (!there.ok) return there
  const mark = source.items[origin.item]?.marks[origin.mark - 1]
  const { thing } = plan
  const item = source.items[origin.item]
  if (mark === undefined || item === undefined || !counts(mark, item)) return fail('mark-lapsed')
  // A word about an older revision is none about the one that the reader would take it for.
  if (mark.rev !== item.revisions.length) return fail('rev-stale', { rev: item.revisions.length })
  if (plan.as === 'unattributed') return fail('mark-unattributed')
  const released = checkReleased(plan, source, origin)
  if (!released.ok) return released
  if (!isMarkContent(thing) || thing.verb !== mark.verb) return fail('mark-differs')
  if (thing.at !== undefined && thing.at !== mark.at) return fail('mark-differs')
  return plan.as !== 'verbatim' || thing.note === mark.note ? ok(null) : fail('not-verbatim')
}

/** ITEM-5: it has not lapsed, is its voice's last word of it, and of nothing that was taken back, unless it is what takes it back. */
function counts(mark: Mark, item: RegisterItem): boolean {
  const register: Register | undefined = findRegister(item.register)
  if (register === undefined) return true
  if (isTakenBack(register, item) && register.verbs[mark.verb]?.ends !== true) return false
  return countingMarks(register, item).some(({ position }) => position === mark.position)
}

function checkReleased(plan: Conveyance, source: Talking, origin: From<'item' | 'mark'>) {
  const { marking, because } = permissionOfCarried(source, origin)
  if (!allows(marking, plan.as)) return fail('not-released', { wanted: plan.as, granted: marking, because })
  // CONV-5: nobody binds themselves by an entry.
  return plan.binding ? fail('not-binding') : ok(null)
}

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The item that a publication puts: its own, or the one that it corrects. */
export const itemPublished = ({
  delivery,
  corrects = delivery,
}: {
  readonly delivery: DeliveryId
  readonly corrects?: DeliveryId
}): ItemId => corrects as string as ItemId

/** Whether what was planned is where it goes: by the delivery's id, or as the revision that it becomes. */
export function isPlaced(plan: Conveyance, recipient: Talking): boolean {
  if (!isPublic(recipient)) return Object.hasOwn(recipient.deliveries, plan.delivery)
  if (!isItemContent(plan.thing)) return Object.hasOwn(recipient.messages, plan.delivery)
  return isPut(plan, plan.thing, recipient)
}

const isPut = (plan: Conveyance, { fields }: ItemContent, { items }: Talking): boolean =>
  isEqual(items[itemPublished(plan)]?.revisions[(plan.rev ?? 1) - 1]?.fields, fields)
