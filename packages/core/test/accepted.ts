/**
 * An accepted act of every kind, all of its fields there: found by trying random acts of each schema in rooms of every kind until a
 * room takes one. What an act needs before it is there because earlier finds are left standing.
 */

import * as fc from 'fast-check'
import {
  type Act,
  type ActKind,
  actKinds,
  authorOf,
  checkAct,
  parseAct,
  type RoomState,
  rulesNumber,
} from '../src/index.ts'
import { circumstance } from '../src/schema.ts'
import { actOf, type Filling, fewIds, knownWholes, people } from './arbitrary.ts'
import { caucusA, deskRoom, deviceOf, memberId, must, opened, partyA, recordedA, tableRoom } from './cast.ts'

export type Accepted = {
  readonly person: string
  readonly act: Act
  readonly before: RoomState
  readonly after: RoomState
}

let words = 0

/** Every text is its own: a figure and words that stand nowhere else. */
const ownText = (form: string): string => {
  words += 1
  const mark = String(words).padStart(4, '0')
  if (form === 'figure') return String(800_000 + words)
  return form === 'name'
    ? `Zor${mark}a`
    : `quince${mark} marrow${mark} lantern${mark} ${words + 700_000} harbour${mark}`
}

/** All fields are there, every text its own. */
export const whole: Filling = {
  id: fewIds,
  text: form => fc.constant(null).map(() => ownText(form)),
  number: fc.oneof(fc.nat(12), fc.nat(40_000), fc.constant(9_000_000_000_000)),
  optional: fc.constant(true),
  whole: new Map([...knownWholes].filter(([schema]) => schema !== circumstance)),
}

/** The same without what may be left out, for acts whose fields exclude each other. */
const bare: Filling = { ...whole, optional: fc.boolean() }

type Begin = () => RoomState

const everyRoom: readonly Begin[] = [
  () => caucusA(),
  recordedA,
  deskRoom,
  tableRoom,
  () => opened('headA', { kind: 'delegation', party: partyA }, ['adviserA']),
  () => opened('lead', { kind: 'private' }),
  () => opened('lead', { kind: 'group' }, ['headA', 'observer']),
]

const samplesMax = 60
const passes = 3
const roundsMax = 40

/** The first of some random acts of one kind that a room takes from somebody; the room is left with it. */
function findOne(kind: ActKind, standing: RoomState[], filling: Filling, seed: number): Accepted | undefined {
  for (const raw of fc.sample(actOf(kind, filling), { numRuns: samplesMax, seed })) {
    const parsed = parseAct(raw)
    if (!parsed.ok)
      throw new Error(`${kind}: a value of its schema is refused: ${JSON.stringify(parsed.error)}`)
    const rotated = standing.map((_, index) => (index + seed) % standing.length)
    for (const index of rotated) {
      const room = standing[index]
      if (room === undefined) continue
      const person = people.find(somebody => {
        const author = authorOf(room, deviceOf(somebody).device)
        return author.ok && checkAct(room, author.value, parsed.value).ok
      })
      if (person === undefined) continue
      const after = structuredClone(room)
      must(after, person, raw)
      standing[index] = after
      return { person, act: parsed.value, before: room, after }
    }
  }
  return undefined
}

const beginRooms = (rooms: readonly Begin[]): RoomState[] =>
  rooms.map(begin => {
    const room = begin()
    const founder = people.find(person => room.members[memberId(person)]?.founder === true) ?? 'lead'
    must(room, founder, { kind: 'rules.adopt', number: rulesNumber })
    return room
  })

/** Rounds in ever new orders, each from the beginning: what one act takes away from another in one order it leaves in the next. */
function findAll(rooms: readonly Begin[]): ReadonlyMap<ActKind, Accepted> {
  const found = new Map<ActKind, Accepted>()
  let seed = 0
  for (let round = 0; round < roundsMax && found.size < actKinds.length - 1; round += 1) {
    const standing = beginRooms(rooms)
    const order = fc.shuffledSubarray([...actKinds], { minLength: actKinds.length })
    for (const kind of fc.sample(order, { numRuns: passes, seed: round }).flat()) {
      const one = findOne(kind, standing, round < 8 ? whole : bare, (seed += 1))
      if (one !== undefined && !found.has(kind)) found.set(kind, one)
    }
  }
  return found
}

let all: ReadonlyMap<ActKind, Accepted> | undefined
/** One of every kind, in whatever room takes it. Found once and the same in every run. */
export const acceptedActs = (): ReadonlyMap<ActKind, Accepted> => (all ??= findAll(everyRoom))

let inCaucus: ReadonlyMap<ActKind, Accepted> | undefined
/** One of every kind that a party's caucus takes. */
export const acceptedInCaucus = (): ReadonlyMap<ActKind, Accepted> =>
  (inCaucus ??= findAll([() => caucusA(), recordedA, recordedA]))
