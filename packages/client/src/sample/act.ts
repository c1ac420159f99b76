/** From an act as a sample writes it to an act as a room takes it, and from symbolic rooms and people to real ones. */

import {
  type Act,
  type Finding,
  fail,
  findSpec,
  holdsOf,
  holdsTime,
  innerOf,
  type MemberId,
  ok,
  parseAct,
  type Result,
  type RoomId,
  type RoomState,
  schemaOf,
} from '@goodoffices/core'
import { type LeafSchema, mapLeaves, type Schema } from './leaves.ts'
import type { RoomName, SampleStep } from './sample.ts'

/** The stand-in for a room until it exists. Names hold no underscore, so it can be read back. */
export const roomRef = (name: RoomName): RoomId => `room_${name.replace(':', '_')}` as RoomId
export const roomNamed = (ref: RoomId): RoomName => ref.slice('room_'.length).replace('_', ':') as RoomName
export const personRef = (person: string): MemberId => `person_${person}` as MemberId
export const personNamed = (ref: MemberId): string => ref.slice('person_'.length)

const isRoomRef = (ref: string): ref is RoomId => ref.startsWith('room_')
const isPersonRef = (ref: string): ref is MemberId => ref.startsWith('person_')

export type Resolver = {
  readonly room: (name: RoomName) => RoomId
  readonly member: (person: string) => MemberId
}

/** The act with its symbolic rooms and people replaced; everything else is final already. */
export const settleAct = (act: Act, { room, member }: Resolver): Act =>
  mapLeaves(schemaOf(act.kind), act, (value, schema) => {
    const holds = schema === undefined ? undefined : holdsOf(schema)
    if (typeof value !== 'string' || holds?.holds !== 'id') return value
    if (holds.of === 'room' && isRoomRef(value)) return room(roomNamed(value))
    return holds.of === 'member' && isPersonRef(value) ? member(personNamed(value)) : value
  }) as Act

type Written = Readonly<Record<string, unknown>>

export type Reading = {
  /** The real id of a `$` name; the same for the same name. */
  readonly idOf: (name: string) => string
  /** The real id of a party of the sample. */
  readonly partyOf: (party: string) => string | undefined
  readonly hasRoom: (name: RoomName) => boolean
  readonly hasPerson: (person: string) => boolean
  /** The room the act is said in, before it. */
  readonly room: RoomState
  /** When the sample is opened (ms since 1970 UTC): from then on a question counts its days. */
  readonly opened: number
  /** What the leak check names in what goes out; asked for only where something does. */
  readonly findings: (act: Act) => readonly Finding[]
}

const isObject = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/
/** So many days from when the sample is opened. */
const daysOnPattern = /^\+(\d{1,3})d$/
const dayMs = 86_400_000

function settleTime(written: string, opened: number): unknown {
  if (instantPattern.test(written)) return Date.parse(written)
  const days = daysOnPattern.exec(written)?.[1]
  return days === undefined ? written : opened + Number(days) * dayMs
}

/**
 * Replaces `$` names by ids, instants by milliseconds, and rooms, people and parties by theirs: what a field holds is said by its
 * schema. Whoever or whatever the sample does not know becomes the empty id, which no schema takes.
 */
function settleLeaf(
  value: unknown,
  schema: LeafSchema,
  { idOf, partyOf, hasRoom, hasPerson, opened }: Reading,
): unknown {
  if (typeof value !== 'string') return value
  if (/^\$[a-z][a-z0-9-]{0,39}$/.test(value)) return idOf(value)
  if (schema === undefined) return value
  if (holdsTime(schema)) return settleTime(value, opened)
  const holds = holdsOf(schema)
  if (holds?.holds !== 'id') return value
  switch (holds.of) {
    case 'party':
      return partyOf(value) ?? ''
    case 'member':
      return hasPerson(value) ? personRef(value) : ''
    case 'room':
      return hasRoom(value as RoomName) ? roomRef(value as RoomName) : ''
    default:
      return value
  }
}

/** SAMPLE-4: a marked part is given by its text, which stands in the body exactly once. */
function settlePart(part: unknown, body: string): Result<Written> {
  if (!isObject(part) || typeof part['text'] !== 'string') return fail('part-without-text')
  const { text, ...rest } = part
  const from = body.indexOf(text)
  if (from < 0 || text === '') return fail('part-not-in-body', { text: text.slice(0, 60) })
  if (body.includes(text, from + 1)) return fail('part-ambiguous', { text: text.slice(0, 60) })
  return ok({ ...rest, from, to: from + text.length })
}

/** The words that a part of is marked: those the act says, or those of the message that it names. */
function bodyOf(act: Written, room: RoomState): string | undefined {
  if (typeof act['body'] === 'string') return act['body']
  return Object.values(room.messages).find(({ message }) => message === act['message'])?.body
}

/** Parts in a list, or one alone, wherever the schema of the act has their places. */
function settleParts(act: Written, room: RoomState): Result<Written> {
  const settled: Record<string, unknown> = { ...act }
  for (const [name, schema] of Object.entries(findSpec(String(act['kind']))?.fields ?? {})) {
    const written = act[name]
    if (written === undefined || !holdsSpan(schema)) continue
    const body = bodyOf(act, room)
    if (body === undefined) return fail('message-unknown')
    const parts: Written[] = []
    for (const part of Array.isArray(written) ? written : [written]) {
      const placed = settlePart(part, body)
      if (!placed.ok) return placed
      parts.push(placed.value)
    }
    settled[name] = Array.isArray(written) ? parts : parts[0]
  }
  return ok(settled)
}

/** Whether a field holds places in a text, or a list of such. */
function holdsSpan(schema: Schema): boolean {
  const inner = innerOf(schema)
  if (schema.type === 'strict_object') return inner.some(([name]) => name === 'from') && inner.length < 5
  return inner.some(([name, of]) => (name === '' || name === '*') && holdsSpan(of))
}

/**
 * The act as the room will take it, rooms and people still symbolic. `accepted` of what goes out lists the texts of what the leak
 * check names; SAMPLE-5: it lists all of them and nothing else, so that nothing passes unseen.
 */
export function readAct({ act: written }: SampleStep, reading: Reading): Result<Act> {
  const spec = findSpec(written.kind)
  const settled = mapLeaves(spec === undefined ? undefined : schemaOf(spec.kind), written, (value, schema) =>
    settleLeaf(value, schema, reading),
  )
  const parts = settleParts(isObject(settled) ? settled : {}, reading.room)
  if (!parts.ok) return parts
  const parsed = parseAct(withAccepted(parts.value, []))
  if (!parsed.ok || !goesOut(written)) return parsed
  const accepted = acceptedIn(written)
  const findings = reading.findings(parsed.value)
  const unseen = findings.find(({ text }) => !accepted.includes(text))
  if (unseen !== undefined) return fail('leak-unaccepted', { kind: unseen.kind, text: unseen.text })
  const needless = accepted.find(text => !findings.some(found => found.text === text))
  if (needless !== undefined) return fail('leak-not-found', { text: needless })
  return parseAct(withAccepted(parts.value, findings))
}

/** What is planned for a side to read, and with it what the leak check named in it. */
const goesOut = ({ kind }: Written): boolean => kind === 'carry.prepare' || saysBeside(kind)

/** A conveyance says so in its plan, a question and a draft beside it. */
const saysBeside = (kind: unknown): boolean => Object.hasOwn(findSpec(String(kind))?.fields ?? {}, 'accepted')

function withAccepted(act: Written, accepted: readonly Finding[]): Written {
  const { kind, conveyance } = act
  if (saysBeside(kind)) return { ...act, accepted }
  if (kind !== 'carry.prepare' || !isObject(conveyance)) return act
  return { ...act, conveyance: { ...conveyance, accepted } }
}

function acceptedIn({ kind, conveyance, accepted }: Written): readonly string[] {
  const held = kind === 'carry.prepare' && isObject(conveyance) ? conveyance['accepted'] : accepted
  return Array.isArray(held) ? held.map(String) : []
}
