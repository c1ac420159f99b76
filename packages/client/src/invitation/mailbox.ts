/** What lies in an invitation's mailbox: the three moves and the newcomer's card, as `docs/spec/client.md` has them. */

import { type DeviceCard, type MemberId, parseAct, type RoomId } from '@goodoffices/core'
import { bytesToHex, decode, encode, isList, type Value } from '@goodoffices/log'
import { bytesToFields } from '../fields.ts'
import { type Claims, readClaims } from './claims.ts'
import { type Stopped, stops } from './stopped.ts'

export type Moves = {
  readonly offer?: Uint8Array
  /** In the order in which they came; more than one means that somebody else holds the link. */
  readonly answers: readonly Uint8Array[]
  readonly reveals: readonly Uint8Array[]
  readonly letters: readonly Uint8Array[]
  /** The inviter has taken the invitation back. */
  readonly isCancelled: boolean
  /** What the inviter says of the invitation. */
  readonly claims?: Claims
  /** The guest typed other digits than those of the code, and may try once more. */
  readonly hasDiffered: boolean
  /** Whoever had the link goes no further, and why. */
  readonly stopped?: Stopped
}

const messagesMax = 100

export function readMoves(messages: readonly Uint8Array[]): Moves {
  // The same move sent twice, after an answer that was lost, is one move.
  const moves = [
    ...new Map(messages.slice(0, messagesMax).map(message => [bytesToHex(message), message])).values(),
  ]
  const of = (kind: string): readonly Uint8Array[] => moves.filter(message => partsOf(message)[0] === kind)
  const [offer] = of('offer')
  const [claimed] = of('claims')
  const claims = claimed === undefined ? undefined : readClaims(partsOf(claimed)[1])
  const why = of('stopped').map(message => partsOf(message)[1])
  const stopped = stops.find(each => why.includes(each))
  return {
    ...(offer === undefined ? {} : { offer }),
    answers: of('answer'),
    reveals: of('reveal'),
    letters: lettersIn(messages.slice(0, messagesMax)),
    isCancelled: of('cancelled').length > 0,
    ...(claims === undefined ? {} : { claims }),
    hasDiffered: of('differed').length > 0,
    ...(stopped === undefined ? {} : { stopped }),
  }
}

/** None where it is no move. */
function partsOf(message: Uint8Array): readonly Value[] {
  const decoded = decode(message)
  return decoded.ok && isList(decoded.value) ? decoded.value : []
}

/** Sealed letters among the messages. */
export function lettersIn(messages: readonly Uint8Array[]): readonly Uint8Array[] {
  return messages.flatMap(message => {
    const [kind, letter] = partsOf(message)
    return kind === 'letter' && letter instanceof Uint8Array ? [letter] : []
  })
}

// Notes beside the moves, not signed: whoever has the link could write them, and could spoil the invitation anyway.
export const cancelledMove = encode(['cancelled'])
export const differedMove = encode(['differed'])
export const stoppedMove = (why: Stopped): Uint8Array => encode(['stopped', why])

export const writeLetter = (sealed: Uint8Array): Uint8Array => encode(['letter', sealed])

export const cardContext = (mailbox: RoomId): Value => ['card', mailbox]

/** How a newcomer presents itself: who it is, with which devices, and where it can be written to. */
export type Introduction = {
  readonly name: string
  readonly member: MemberId
  readonly devices: readonly DeviceCard[]
  /** Whose id is the member's, where that is none of the devices any more: the first recovery words were put away. */
  readonly first?: DeviceCard
  readonly mailbox: { readonly log: RoomId; readonly key: string }
}

export const writeIntroduction = (introduction: Introduction): Uint8Array => encode(introduction)

/** Of the shape that a contact has; whose devices they are is for the reader to check. */
export function readIntroduction(bytes: Uint8Array): Introduction | undefined {
  const { name, member, devices, first, mailbox } = bytesToFields(bytes)
  const card = { member, name, role: 'observer', party: 'any-party', devices }
  const contact = parseAct({ kind: 'contact.record', member, mailbox, card })
  const added = first === undefined ? undefined : parseAct({ kind: 'device.add', card: first })
  if (!contact.ok || contact.value.kind !== 'contact.record') return undefined
  return {
    name: contact.value.card.name,
    member: contact.value.member,
    devices: contact.value.card.devices,
    ...(added?.ok === true && added.value.kind === 'device.add' ? { first: added.value.card } : {}),
    mailbox: contact.value.mailbox,
  }
}
