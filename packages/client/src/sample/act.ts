/** From an act as a sample writes it to an act as a room takes it, and from symbolic rooms and people to real ones. */

import {
  type Act,
  type Finding,
  fail,
  type MemberId,
  ok,
  parseAct,
  type Result,
  type RoomId,
  type RoomState,
} from '@goodoffices/core'
import type { RoomName, SampleStep } from './sample.ts'

/** The stand-in for a room until it exists. Names hold no underscore, so it can be read back. */
export const roomRef = (name: RoomName): RoomId => `room_${name.replace(':', '_')}` as RoomId
export const roomNamed = (ref: RoomId): RoomName => ref.slice('room_'.length).replace('_', ':') as RoomName
export const personRef = (person: string): MemberId => `person_${person}` as MemberId
export const personNamed = (ref: MemberId): string => ref.slice('person_'.length)

export type Resolver = {
  readonly room: (name: RoomName) => RoomId
  readonly member: (person: string) => MemberId
}

/** The act with its symbolic rooms and people replaced; everything else is final already. */
export function settleAct(act: Act, { room, member }: Resolver): Act {
  switch (act.kind) {
    case 'carry.prepare': {
      const { conveyance } = act
      const { origin } = conveyance
      return {
        ...act,
        conveyance: {
          ...conveyance,
          origin: origin.kind === 'mediators' ? origin : { ...origin, room: room(roomNamed(origin.room)) },
          to: room(roomNamed(conveyance.to)),
          carrier: member(personNamed(conveyance.carrier)),
        },
      }
    }
    case 'carry.assign':
      return { ...act, to: member(personNamed(act.to)) }
    case 'note.write':
      return act.about === undefined
        ? act
        : { ...act, about: { ...act.about, room: room(roomNamed(act.about.room)) } }
    default:
      return act
  }
}

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
const instants: ReadonlySet<string> = new Set(['at', 'time', 'until'])

/** Replaces `$` names by ids and instants by milliseconds, wherever they stand. */
function settleValue(value: unknown, key: string, idOf: Reading['idOf']): unknown {
  if (typeof value === 'string') {
    if (/^\$[a-z][a-z0-9-]{0,39}$/.test(value)) return idOf(value)
    return instants.has(key) && instantPattern.test(value) ? Date.parse(value) : value
  }
  if (Array.isArray(value)) return value.map(item => settleValue(item, key, idOf))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, settleValue(inner, name, idOf)]),
  )
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

function settleParts(act: Written, room: RoomState): Result<Written> {
  if (act['kind'] === 'message.say' && Array.isArray(act['parts'])) {
    const parts: Written[] = []
    for (const part of act['parts']) {
      const settled = settlePart(part, String(act['body']))
      if (!settled.ok) return settled
      parts.push(settled.value)
    }
    return ok({ ...act, parts })
  }
  if (act['kind'] === 'message.mark' && act['part'] !== undefined) {
    const message = Object.values(room.messages).find(({ message }) => message === act['message'])
    if (message === undefined) return fail('message-unknown')
    const settled = settlePart(act['part'], message.body)
    return settled.ok ? ok({ ...act, part: settled.value }) : settled
  }
  return ok(act)
}

const within = (value: unknown, key: string, change: (inner: unknown) => unknown): unknown =>
  isObject(value) && key in value ? { ...value, [key]: change(value[key]) } : value

/** Whoever or whatever the sample does not know becomes the empty id, which no schema takes. */
function settleNames(act: Written, { partyOf, hasRoom, hasPerson }: Reading): unknown {
  const party = (name: unknown): string => (typeof name === 'string' ? (partyOf(name) ?? '') : '')
  const person = (name: unknown): string =>
    typeof name === 'string' && hasPerson(name) ? personRef(name) : ''
  const room = (name: unknown): string =>
    typeof name === 'string' && hasRoom(name as RoomName) ? roomRef(name as RoomName) : ''
  switch (act['kind']) {
    case 'consent.give':
    case 'consent.withdraw':
      return within(act, 'party', party)
    case 'carry.assign':
      return within(act, 'to', person)
    case 'note.write':
      return within(act, 'about', about => within(about, 'room', room))
    case 'carry.prepare':
      return within(act, 'conveyance', plan => {
        const addressed = within(within(plan, 'to', room), 'carrier', person)
        return within(addressed, 'origin', origin => within(origin, 'room', room))
      })
    default:
      return act
  }
}

/**
 * The act as the room will take it, rooms and people still symbolic. `accepted` of a conveyance lists the texts of what the leak
 * check names; SAMPLE-5: it lists all of them and nothing else, so that nothing passes unseen.
 */
export function readAct({ act: written }: SampleStep, reading: Reading): Result<Act> {
  const settled = settleValue(written, '', reading.idOf)
  const parts = settleParts(isObject(settled) ? settled : {}, reading.room)
  if (!parts.ok) return parts
  const named = settleNames(parts.value, reading)
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
