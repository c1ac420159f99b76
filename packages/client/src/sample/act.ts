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
  /** What the leak check names in a conveyance; asked for only where there is one. */
  readonly findings: (act: Act) => readonly Finding[]
}

const isObject = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/

/**
 * Replaces `$` names by ids, instants by milliseconds, and rooms, people and parties by theirs: what a field holds is said by its
 * schema. Whoever or whatever the sample does not know becomes the empty id, which no schema takes.
 */
function settleLeaf(
  value: unknown,
  schema: LeafSchema,
  { idOf, partyOf, hasRoom, hasPerson }: Reading,
): unknown {
  if (typeof value !== 'string') return value
  if (/^\$[a-z][a-z0-9-]{0,39}$/.test(value)) return idOf(value)
  if (schema === undefined) return value
  if (holdsTime(schema)) return instantPattern.test(value) ? Date.parse(value) : value
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

const within = (value: unknown, key: string, change: (inner: unknown) => unknown): unknown =>
  isObject(value) && key in value ? { ...value, [key]: change(value[key]) } : value

/**
 * The act as the room will take it, rooms and people still symbolic. `accepted` of a conveyance lists the texts of what the leak
 * check names; SAMPLE-5: it lists all of them and nothing else, so that nothing passes unseen.
 */
export function readAct({ act: written }: SampleStep, reading: Reading): Result<Act> {
  const spec = findSpec(written.kind)
  const settled = mapLeaves(spec === undefined ? undefined : schemaOf(spec.kind), written, (value, schema) =>
    settleLeaf(value, schema, reading),
  )
  const parts = settleParts(isObject(settled) ? settled : {}, reading.room)
  if (!parts.ok) return parts
  const named = parts.value
  if (written.kind !== 'carry.prepare') return parseAct(named)
  const accepted = acceptedIn(written)
  const parsed = parseAct(
    within(named, 'conveyance', plan => ({ ...(isObject(plan) ? plan : {}), accepted: [] })),
  )
  if (!parsed.ok || parsed.value.kind !== 'carry.prepare') return parsed
  const findings = reading.findings(parsed.value)
  const unseen = findings.find(({ text }) => !accepted.includes(text))
  if (unseen !== undefined) return fail('leak-unaccepted', { kind: unseen.kind, text: unseen.text })
  const needless = accepted.find(text => !findings.some(found => found.text === text))
  if (needless !== undefined) return fail('leak-not-found', { text: needless })
  return ok({ ...parsed.value, conveyance: { ...parsed.value.conveyance, accepted: [...findings] } })
}

function acceptedIn({ conveyance }: Written): readonly string[] {
  const accepted = isObject(conveyance) ? conveyance['accepted'] : undefined
  return Array.isArray(accepted) ? accepted.map(String) : []
}
