/** Each operation of `vectors/rooms/`, on this implementation; `vectors/README.md` says what each takes and gives. */

import {
  type Act,
  type AnyPassage,
  applyEntry,
  applyEpoch,
  beginRoom,
  type Conveyance,
  type Delivery,
  type DeviceId,
  destructionDue,
  type Entry,
  fail,
  findLeaks,
  findLeaksIn,
  findRegister,
  isOfMessage,
  type LeakCheckInput,
  type Message,
  ok,
  type PartyCard,
  type Passage,
  parseAct,
  permissionFor,
  permissionForItem,
  type RegisterItem,
  type Result,
  type RoomId,
  type RoomState,
  rosterDevices,
  stewardDevices,
  textOf,
} from '../src/index.ts'
import { carriedOut } from './cast.ts'

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }
type Fields = { readonly [name: string]: Json }

/** What stands at a position of a log: an act of a device, or keys that begin an epoch. */
export type LogLine =
  | {
      readonly position: number
      readonly id: string
      readonly device: string
      readonly time: number
      readonly placed?: number
      readonly act: unknown
    }
  | { readonly position: number; readonly keys: { readonly epoch: number; readonly device: string } }

export type Log = { readonly room: string; readonly log: readonly LogLine[] }

export type RoomCase = {
  readonly name: string
  readonly rules: readonly string[]
  readonly operation: string
  readonly input: Readonly<Record<string, unknown>>
  readonly expected: { readonly value: unknown } | { readonly refused: string }
}

export type RoomFile = {
  readonly about: string
  /** Rooms that cases name. */
  readonly rooms?: Readonly<Record<string, Log>>
  readonly cases: readonly RoomCase[]
}

/** The next state, or why what stands there changes nothing. */
function take(room: RoomState | undefined, id: string, line: LogLine): Result<RoomState> {
  if ('keys' in line) {
    if (room === undefined) return fail('room-not-opened')
    const { epoch, device } = line.keys
    return applyEpoch(room, { epoch, device: device as DeviceId, position: line.position })
  }
  const act = parseAct(line.act)
  if (!act.ok) return act
  const entry = { ...line, act: act.value } as unknown as Entry
  return room === undefined ? beginRoom(id as RoomId, entry) : applyEntry(room, entry)
}

/** The state after a log of which nothing is refused. */
function stateOf({ room: id, log }: Log): RoomState {
  let room: RoomState | undefined
  for (const line of log) {
    const taken = take(room, id, line)
    if (!taken.ok) throw new Error(`${id}, ${line.position}: ${taken.error.code}`)
    room = taken.value
  }
  if (room === undefined) throw new Error(`a room that never begins: ${id}`)
  return room
}

/** What changes a value into another: JSON Merge Patch (RFC 7396); undefined where they are equal. */
function patchTo(from: Json | undefined, to: Json): Json | undefined {
  if (!isFields(from) || !isFields(to)) return JSON.stringify(from) === JSON.stringify(to) ? undefined : to
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])]
  const changes = names.flatMap((name): readonly (readonly [string, Json])[] => {
    const [before, after] = [from[name], to[name]]
    if (after === undefined) return [[name, null]]
    const patch = patchTo(before, after)
    return patch === undefined ? [] : [[name, patch]]
  })
  return changes.length === 0 ? undefined : Object.fromEntries(changes)
}

const isFields = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const mapped = <T>(
  record: Readonly<Record<string, T>>,
  to: (value: T, key: string) => Json | undefined,
): Fields =>
  Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => {
      const made = to(value, key)
      return made === undefined ? [] : [[key, made]]
    }),
  )

/** A record without what is not there. */
const fields = (all: Readonly<Record<string, Json | undefined>>): Fields => mapped(all, value => value)

const partyOf = ({ name, hidden, account }: PartyCard): Fields => ({ name, hidden, account })

function messageOf(message: Message, { terms }: RoomState): Fields {
  const whole: Passage = { message: message.message }
  const passes = (passage: Passage): Fields => fields(permissionFor(message, passage, terms))
  return fields({
    side: message.side,
    binding: message.binding,
    words: textOf(message, whole),
    passes: passes(whole),
    parts: mapped(message.parts, ({ part, from, to }) => ({ from, to, passes: passes({ ...whole, part }) })),
    review: message.review?.standing,
  })
}

const deliveryOf = ({ body, from, verbatim, handed }: Delivery): Fields =>
  fields({ body, from, verbatim, handed: handed.length })

function itemOf(item: RegisterItem, room: RoomState): Fields {
  const register = findRegister(item.register)
  return fields({
    register: item.register,
    rev: item.revisions.length,
    standing: register?.standing(item, room),
    marks: item.marks.map(({ verb, rev, lapsed }) => ({ verb, rev, lapsed: lapsed !== undefined })),
  })
}

/** Of a room's state what any implementation must come to. */
export function factsOf(room: RoomState): Fields {
  return fields({
    size: room.size,
    epoch: room.epoch,
    rekeyDue: room.rekeyDue,
    rules: room.rules,
    rulesNewer: room.newer?.rules,
    party: room.party === undefined ? undefined : partyOf(room.party),
    parties: mapped(room.parties, partyOf),
    members: mapped(room.members, ({ name, role, left, devices }) =>
      fields({ name, role, left: left?.how, devices: devices.map(({ device }) => device) }),
    ),
    roster: rosterDevices(room).map(({ device }) => device),
    stewards: [...stewardDevices(room)].toSorted(),
    terms: room.terms,
    direct: room.direct,
    consents: mapped(room.consents, ({ standing, words }) => fields({ standing, words })),
    messages: mapped(room.messages, message => messageOf(message, room)),
    asks: mapped(room.asks, ({ answer }) =>
      answer === undefined ? 'open' : answer.given ? 'given' : 'refused',
    ),
    told: Object.keys(room.told),
    deliveries: mapped(room.deliveries, deliveryOf),
    readBacks: mapped(room.readBacks, ({ verdict }) => verdict?.standing ?? 'open'),
    offers: mapped(room.offers, ({ withdrawn, reports }) => ({
      withdrawn: withdrawn !== undefined,
      reports: reports.map(({ standing }) => standing),
    })),
    items: mapped(room.items, item => itemOf(item, room)),
    conveyances: mapped(room.conveyances, ({ standing, carrier, plan }) => ({
      standing,
      carrier,
      wording: plan.wording,
    })),
    notes: mapped(room.notes, ({ by, body, earlier }) => ({ by, body, earlier: earlier.length })),
    // A merge patch cannot say null.
    retention: room.retention === undefined ? undefined : { days: room.retention.days ?? 'open' },
    destructionDue: destructionDue(room),
    holds: mapped(room.holds, ({ lifted }) => (lifted === undefined ? 'stands' : 'lifted')),
    destroyed: room.destroyed?.at,
    rooms: mapped(room.rooms, ({ kind }) => kind),
    contacts: mapped(room.contacts, ({ mailbox }) => mailbox.log),
    keyring: mapped(room.keyring, ({ epoch, purpose }) => ({ epoch, purpose })),
    invitations: mapped(room.invitations, ({ standing }) => standing),
    certificates: Object.keys(room.certificates),
    refused: room.rejectedCount,
  })
}

/** At each position: whether it counts, and what of the facts it changes. */
function replay({ room: id, log }: Log): readonly Json[] {
  let room: RoomState | undefined
  let before: Json = {}
  return log.map(line => {
    const taken = take(room, id, line)
    if (taken.ok) room = taken.value
    const after = room === undefined ? {} : factsOf(room)
    const changes = patchTo(before, after) ?? {}
    before = after
    return taken.ok ? { taken: true, changes } : { refused: taken.error.code, changes }
  })
}

type Input = RoomCase['input']

/** A room of the file, and what a case says in it besides. */
function roomIn(file: RoomFile, name: unknown, input: Input): RoomState {
  const known = file.rooms?.[String(name)]
  if (known === undefined) throw new Error(`no room is called ${String(name)}`)
  const also =
    (input['also'] as Readonly<Record<string, readonly LogLine[]>> | undefined)?.[String(name)] ?? []
  return stateOf({ ...known, log: [...known.log, ...also] })
}

const operations: Readonly<Record<string, (input: Input, file: RoomFile) => Result<unknown>>> = {
  readAct: ({ act }) => parseAct(act),

  replay: input => ok(replay(input as unknown as Log)),

  permission: (input, file) => {
    const room = roomIn(file, input['room'], input)
    const passage = input['passage'] as AnyPassage
    if (!isOfMessage(passage)) return ok(permissionForItem(room, passage))
    const message = room.messages[passage.message]
    return message === undefined ? fail('message-unknown') : ok(permissionFor(message, passage, room.terms))
  },

  convey: (input, file) => {
    const { source, others = [], recipient, desk } = input
    const sides = {
      recipient: roomIn(file, recipient, input),
      others: (others as readonly string[]).map(name => roomIn(file, name, input)),
      ...(source === undefined ? {} : { source: roomIn(file, source, input) }),
    }
    return carriedOut(input['plan'] as Conveyance, desk as RoomId, sides)
  },

  findLeaks: input => ok(findLeaks(input as unknown as LeakCheckInput)),

  findLeaksIn: (input, file) => {
    const rooms = (input['rooms'] as readonly string[]).map(name => roomIn(file, name, input))
    const named = (name: unknown): RoomState => roomIn(file, name, input)
    const { source, recipient } = input
    const sides = {
      recipient: named(recipient),
      ...(source === undefined ? {} : { source: named(source) }),
    }
    return ok(findLeaksIn(input['plan'] as Conveyance, sides, rooms))
  },
}

/** What comes out, as a file holds it. */
export function runRoomCase(file: RoomFile, { operation, input }: RoomCase): RoomCase['expected'] {
  const run = operations[operation]
  if (run === undefined) throw new Error(`no such operation: ${operation}`)
  const result = run(input, file)
  return result.ok ? { value: asJson(result.value) } : { refused: result.error.code }
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** The kinds of act that some log of a file takes. */
export const kindsTaken = ({ cases }: RoomFile): readonly string[] =>
  cases.flatMap(vector => {
    if (vector.operation !== 'replay' || !('value' in vector.expected)) return []
    const { log } = vector.input as unknown as Log
    const taken = vector.expected.value as readonly { readonly taken?: boolean }[]
    return log.flatMap((line, at) =>
      'act' in line && taken[at]?.taken === true ? [(line.act as Pick<Act, 'kind'>).kind] : [],
    )
  })
