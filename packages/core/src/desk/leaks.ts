/** What the leak check is given of the rooms a mediator holds: what is guarded, what is known, who is named. */

import type { MessageId, RoomId } from '../ids.ts'
import type { Passage } from '../message/acts.ts'
import type { Message } from '../message/apply.ts'
import { allows, type Permission, segmentsOf } from '../message/disclosure.ts'
import { findLeaks, type LeakCheckInput } from '../message/leak.ts'
import type { RoomState } from '../room.ts'
import { isMediator, isPresent } from '../roster/rules.ts'
import { limits } from '../schema.ts'
import type { Conveyance, Finding } from './acts.ts'
import { deliveryOf, type Sides } from './convey.ts'

type Texts = { readonly message?: MessageId; readonly text: string }[]

/** Everything but the wording, while it is gathered. */
type Gathered = {
  readonly guarded: Texts
  readonly reworded: Texts
  readonly known: string[]
  readonly substance: string[]
}

/**
 * What the leak check finds in the plan's title and wording: against every passage of every other caucus that may not pass, and
 * the names of the people behind them. `rooms` are all that the mediator holds; those that do not bear on it are passed over.
 */
export function findLeaksIn(plan: Conveyance, sides: Sides, rooms: readonly RoomState[]): readonly Finding[] {
  const { recipient } = sides
  const others = rooms.filter(room => room.kind === 'caucus' && room.id !== recipient.id)
  // Who is named as the source may be named in the wording too.
  const { from } = deliveryOf(plan, sides.source)
  const gathered: Gathered = {
    guarded: [],
    reworded: [],
    known: [
      ...(from === undefined ? [] : [from]),
      ...[recipient, ...rooms.filter(room => hasAtTable(room, recipient))].flatMap(textsIn),
    ],
    substance: [],
  }
  for (const room of others) {
    gatherMessages(gathered, plan, room)
    gatherOffers(gathered, plan, room)
    for (const { body } of Object.values(room.readBacks)) gathered.guarded.push({ text: body })
  }
  const check: Omit<LeakCheckInput, 'wording'> = { ...gathered, ...namesBehind(plan, recipient, others) }
  const inTitle = plan.title === undefined ? [] : findLeaks({ ...check, wording: plan.title })
  return [
    ...inTitle.map((finding): Finding => ({ ...finding, in: 'title' })),
    ...findLeaks({ ...check, wording: plan.wording }),
  ].slice(0, limits.findingsMax)
}

/** Whether this is a table at which the recipient's people sit, so that they know what was said there. */
const hasAtTable = (room: RoomState, recipient: RoomState): boolean =>
  room.kind === 'table' &&
  Object.values(room.members).some(member => isPresent(member) && isOf(member, recipient))

const isOf = ({ party }: { readonly party?: string }, room: RoomState): boolean =>
  party !== undefined && party === room.party?.party

/** LEAK-5: what everyone in the room has read. */
const textsIn = (room: RoomState): readonly string[] => [
  ...Object.values(room.messages).flatMap(({ title = '', body, review }) => [
    title,
    body,
    review?.body ?? '',
  ]),
  ...Object.values(room.deliveries).flatMap(({ title = '', body, from = '' }) => [title, body, from]),
  ...Object.values(room.offers).flatMap(({ ifThey, thenWe }) => [ifThey, thenWe]),
  ...Object.values(room.readBacks).map(({ body }) => body),
  ...Object.values(room.members).map(({ name }) => name),
  room.party?.name ?? '',
]

const isOrigin = (plan: Conveyance, room: RoomId, { message, part }: Passage): boolean => {
  const { origin } = plan
  if (origin.kind !== 'passage' || origin.room !== room || origin.passage.message !== message) return false
  return origin.passage.part === undefined || origin.passage.part === part
}

function gatherMessages(gathered: Gathered, plan: Conveyance, room: RoomState): void {
  for (const message of Object.values(room.messages)) {
    if (message.side === 'mediators') continue
    const segments = segmentsOf(message, room.terms)
    for (const { text, passage, permission } of [
      ...segments,
      ...besideBody(message, segments[0]?.permission),
    ]) {
      gatherPassage(gathered, plan, {
        text,
        permission,
        message: message.message,
        isPassed: isOrigin(plan, room.id, passage) && allows(permission.marking, plan.as),
      })
    }
  }
}

/** The title, as guarded as the beginning; and recorded words that the party has put right, which never pass. */
function besideBody(message: Message, first: Permission | undefined) {
  const passage = { message: message.message }
  const nothing: Permission = { marking: 'nothing', because: 'default' }
  return [
    ...(message.title === undefined ? [] : [{ text: message.title, passage, permission: first ?? nothing }]),
    ...(message.review?.body === undefined ? [] : [{ text: message.body, passage, permission: nothing }]),
  ]
}

function gatherPassage(
  { guarded, reworded, known, substance }: Gathered,
  plan: Conveyance,
  said: {
    readonly text: string
    readonly message: MessageId
    readonly permission: Permission
    readonly isPassed: boolean
  },
): void {
  const { text, message, permission, isPassed } = said
  const { marking, wording } = permission
  if (marking === 'nothing') guarded.push({ message, text })
  else if (wording !== undefined) {
    // Released in these words and no others: they are known, the rest of it is not.
    known.push(wording)
    guarded.push({ message, text })
  } else if (isPassed && plan.as === 'verbatim') known.push(text)
  else {
    substance.push(text)
    if (isPassed) reworded.push({ message, text })
  }
}

function gatherOffers({ guarded, reworded, substance }: Gathered, plan: Conveyance, room: RoomState): void {
  const { origin } = plan
  for (const { offer, ifThey, thenWe } of Object.values(room.offers)) {
    const isPut = origin.kind === 'offer' && origin.room === room.id && origin.offer === offer
    for (const text of [ifThey, thenWe]) {
      if (isPut) {
        reworded.push({ text })
        substance.push(text)
      } else guarded.push({ text })
    }
  }
}

/** LEAK-1: the people of the other parties, whoever has left included; a party where it is hidden or not to be named. */
function namesBehind(plan: Conveyance, recipient: RoomState, others: readonly RoomState[]) {
  const { origin } = plan
  const told = new Set([recipient.party?.name, ...Object.values(recipient.members).map(({ name }) => name)])
  const people = others.flatMap(room =>
    Object.values(room.members)
      .filter(member => !isMediator(member))
      .map(({ name }) => name),
  )
  const parties = others.flatMap(({ id, party }) => {
    const isBehind = origin.kind !== 'mediators' && origin.room === id && plan.as === 'unattributed'
    return party !== undefined && (party.hidden || isBehind) ? [party.name] : []
  })
  const untold = (name: string): boolean => !told.has(name)
  return { people: people.filter(untold), names: parties.filter(untold) }
}
