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
  type Member,
  parseAct,
  type RoomState,
  registers,
  rulesNumber,
} from '../src/index.ts'
import { circumstance } from '../src/schema.ts'
import { actOf, type Filling, fewIds, fieldsIn, knownWholes, people, thingOf } from './arbitrary.ts'
import {
  admit,
  caucusA,
  deskRoom,
  deviceOf,
  does,
  memberId,
  must,
  opened,
  partyA,
  partyB,
  recordedA,
  say,
  tableRoom,
  thirdParty,
} from './cast.ts'

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

/** A party for which something was recorded, and which speaks for itself now: it may review what was. */
const joined = (): RoomState => {
  const room = recordedA()
  must(room, 'lead', say('message-0000', { recorded: { at: 1, way: 'by-fax' } }))
  must(room, 'lead', { kind: 'party.add', card: partyA })
  must(room, 'lead', admit('headA'))
  return room
}

/** A party that lets the mediators of an institution come from here on: a room may be offered in which its caucus goes on. */
function letCome(room: RoomState, by: string, recorded: object = {}): RoomState {
  const item = 'item-0001'
  const fields = { institution: 'Lakes Institute' }
  must(room, 'lead', { kind: 'rules.adopt', number: rulesNumber })
  must(room, 'lead', { kind: 'item.put', item, register: 'mediators-accepted', rev: 1, fields })
  must(room, by, { kind: 'item.mark', item, rev: 1, verb: 'accepted-from-here', ...recorded })
  return room
}
const letting: Begin = () => letCome(caucusA(), 'headA')
const lettingRecorded: Begin = () => letCome(recordedA(), 'lead', { recorded: { at: 1, way: 'by-fax' } })

const both = [partyA, partyB]
const question = 'question-0000'
const content = {
  kind: 'free',
  texts: [{ language: 'en', body: 'Shall we begin?' }],
  parties: both.map(({ party, name }) => ({ party, name })),
  effect: 'indicates',
  times: { closes: 2_000_000_000_000, tellBy: 2_100_000_000_000, early: true },
  nonce: 'AAAA',
}

/** A caucus whose party has said yes to a question put to all. */
function asked(): RoomState {
  const room = caucusA()
  must(room, 'lead', { kind: 'rules.adopt', number: rulesNumber })
  must(room, 'lead', { kind: 'assent.ask', question, content, digest: 'd'.repeat(43) })
  must(room, 'headA', { kind: 'assent.answer', question, yes: true, adherence: 'a'.repeat(86) })
  return room
}

/** A desk that has put a question to all. */
function asking(): RoomState {
  const room = deskRoom()
  must(room, 'lead', { kind: 'rules.adopt', number: rulesNumber })
  must(room, 'lead', {
    kind: 'assent.plan',
    question,
    content,
    digest: 'd'.repeat(43),
    asked: both.map(({ party }) => ({ party, room: `room-caucus-${party}`, under: `question-${party}` })),
    accepted: [],
  })
  must(room, 'lead', { kind: 'assent.ask', question })
  return room
}

/** A desk with a text of two clauses, a choice in one of them. */
function drafting(): RoomState {
  const room = deskRoom()
  must(room, 'lead', { kind: 'rules.adopt', number: rulesNumber })
  const text = 'text-0000'
  must(room, 'lead', {
    kind: 'text.begin',
    text,
    title: 'Water rule',
    nature: 'non-paper',
    textLanguages: [
      { language: 'en', languageRole: 'drafting' },
      { language: 'fa', languageRole: 'authentic' },
      { language: 'zh-Hant-TW', languageRole: 'courtesy' },
    ],
  })
  const clause = 'clause-0000'
  must(room, 'lead', { kind: 'text.clause', text, clause, clauseKind: 'article', order: 'b' })
  const choices = [{ bracket: 'bracket-0000', meant: 'one', options: ['alternative-0000'] }]
  const writing = { language: 'en', version: 'version-0000', body: 'We [may] go.', choices }
  must(room, 'lead', { kind: 'text.write', clause, ...writing })
  return room
}

/** A caucus in which a draft was issued and something said of it, and another is on its way. */
function drafted(room: RoomState, by: string, recorded: object = {}): RoomState {
  must(room, 'lead', { kind: 'rules.adopt', number: rulesNumber })
  const clause = 'clause-0000'
  const renderings = [{ language: 'en', body: 'We go.' }]
  const draftClauses = [{ clause, clauseKind: 'article', bracketed: false, standing: 'open', renderings }]
  for (const draft of ['draft-0000', 'draft-0001'])
    must(room, 'lead', { kind: 'draft.part', draft, part: 0, draftClauses })
  must(room, 'lead', {
    kind: 'draft.issue',
    draft: 'draft-0000',
    title: 'Water rule',
    nature: 'non-paper',
    textLanguages: [{ language: 'en', languageRole: 'drafting' }],
    attribution: 'none',
    partsCount: 1,
  })
  const comment = { kind: 'draft.comment', comment: 'saying-0000', draft: 'draft-0000', clause }
  must(room, by, { ...comment, body: 'When?', ...recorded })
  return room
}
const draftHere: Begin = () => drafted(caucusA(), 'headA')
const draftRecorded: Begin = () => drafted(recordedA(), 'lead', { recorded: { at: 1, way: 'by-fax' } })

const everyRoom: readonly Begin[] = [
  drafting,
  draftHere,
  draftRecorded,
  () => caucusA(),
  recordedA,
  joined,
  letting,
  lettingRecorded,
  deskRoom,
  asking,
  asked,
  tableRoom,
  () => opened('headA', { kind: 'delegation', party: partyA }, ['adviserA']),
  () => opened('lead', { kind: 'private' }),
  () => opened('lead', { kind: 'group' }, ['headA', 'observer']),
]

const caucuses: readonly Begin[] = [() => caucusA(), recordedA, joined, letting, draftHere, draftRecorded]

const samplesMax = 40
const samplesAtOnce = 8
const passes = 3
/** Rounds that find nothing new, after which there is nothing to find. */
const idleRoundsMax = 12
/** Rounds in which what was found without some of its fields may yet be found with all of them. */
const wholeRounds = 2

/** Made as they are asked for: most kinds are taken at the first try. */
function* samplesOf(acts: fc.Arbitrary<unknown>, seed: number): Generator {
  for (let made = 0; made < samplesMax; made += samplesAtOnce)
    yield* fc.sample(acts, { numRuns: samplesAtOnce, seed: seed + made * 1_000_003 })
}

type Author = { readonly person: string; readonly author: Member }
const known = new WeakMap<RoomState, readonly Author[]>()

/** Those who may say anything in a room, which is never changed: what is said in it makes another of it. */
function authorsIn(room: RoomState): readonly Author[] {
  const found = known.get(room)
  if (found !== undefined) return found
  const authors = people.flatMap(person => {
    const author = authorOf(room, deviceOf(person).device)
    return author.ok ? [{ person, author: author.value }] : []
  })
  known.set(room, authors)
  return authors
}

/** The first of some random acts that a room takes from somebody; the room is left with it. */
function findOne(samples: Iterable<unknown>, standing: RoomState[], seed: number): Accepted | undefined {
  for (const raw of samples) {
    const parsed = parseAct(raw)
    if (!parsed.ok)
      throw new Error(`a value of its schema is refused: ${JSON.stringify([raw, parsed.error])}`)
    const rotated = standing.map((_, index) => (index + seed) % standing.length)
    for (const index of rotated) {
      const room = standing[index]
      if (room === undefined) continue
      const able = authorsIn(room).find(({ author }) => checkAct(room, author, parsed.value).ok)
      if (able === undefined) continue
      const after = structuredClone(room)
      // It may be too early for it, or too late.
      if (does(after, able.person, raw) !== 'ok') continue
      standing[index] = after
      return { person: able.person, act: parsed.value, before: room, after }
    }
  }
  return undefined
}

const beginRooms = (rooms: readonly Begin[]): RoomState[] =>
  rooms.map(begin => {
    const room = begin()
    const founder = people.find(person => room.members[memberId(person)]?.founder === true) ?? 'lead'
    if (room.rules < rulesNumber) must(room, founder, { kind: 'rules.adopt', number: rulesNumber })
    return room
  })

/** Rounds in ever new orders, each from the beginning: what one act takes away from another in one order it leaves in the next. */
function findAll(rooms: readonly Begin[]): ReadonlyMap<ActKind, Accepted> {
  const wholes = new Map<ActKind, Accepted>()
  const bares = new Map<ActKind, Accepted>()
  let seed = 0
  let lastFind = 0
  for (let round = 0; round - lastFind < idleRoundsMax; round += 1) {
    if (round >= wholeRounds && wholes.size + bares.size >= actKinds.length - 1) break
    const standing = beginRooms(rooms)
    const order = fc.shuffledSubarray([...actKinds], { minLength: actKinds.length })
    for (const kind of fc.sample(order, { numRuns: passes, seed: round }).flat()) {
      seed += 1
      const one = findOne(samplesOf(actOf(kind, whole), seed), standing, seed)
      const other = one ?? findOne(samplesOf(actOf(kind, bare), seed), standing, seed)
      if (other === undefined || wholes.has(kind) || (one === undefined && bares.has(kind))) continue
      if (!bares.delete(kind)) lastFind = round
      const found = one === undefined ? bares : wholes
      found.set(kind, other)
    }
  }
  return new Map([...bares, ...wholes])
}

let all: ReadonlyMap<ActKind, Accepted> | undefined
/** One of every kind, in whatever room takes it. Found once and the same in every run. */
export const acceptedActs = (): ReadonlyMap<ActKind, Accepted> => (all ??= findAll(everyRoom))

let inCaucus: ReadonlyMap<ActKind, Accepted> | undefined
/** One of every kind that a party's caucus takes. */
export const acceptedInCaucus = (): ReadonlyMap<ActKind, Accepted> => (inCaucus ??= findAll(caucuses))

/** What is put by nobody but mediators who write it down. */
const writtenDown = (put: unknown): unknown =>
  typeof put === 'object' ? { ...put, recorded: { at: 1, way: 'by-fax' } } : put

/** A thing of every register, by its name, with all of its fields; none of a register that the rooms do not have. */
function findThings(rooms: readonly Begin[]): ReadonlyMap<string, Accepted> {
  return new Map(
    registers.flatMap((register, seed) => {
      const standing = beginRooms(rooms)
      const things = thingOf(register, whole)
      const found =
        findOne(samplesOf(things, seed), standing, seed) ??
        findOne(samplesOf(things.map(fieldsIn(register, 'caucus')), seed), standing, seed) ??
        findOne(samplesOf(things.map(writtenDown), seed), standing, seed)
      return found === undefined ? [] : [[register.name, found] as const]
    }),
  )
}

let things: ReadonlyMap<string, Accepted> | undefined
/** One of every register, in whatever room takes it. */
export const acceptedThings = (): ReadonlyMap<string, Accepted> => (things ??= findThings(everyRoom))

/** Of whoever is no side: what only a host has stands here. */
const caucusOfThird: Begin = () => opened('lead', { kind: 'caucus', party: thirdParty }, ['guarantor'])

let thingsInCaucus: ReadonlyMap<string, Accepted> | undefined
/** One of every register that a caucus has: a party's, or a third party's where no party's has it. */
export const acceptedThingsInCaucus = (): ReadonlyMap<string, Accepted> =>
  (thingsInCaucus ??= new Map([...findThings([caucusOfThird]), ...findThings(caucuses)]))
