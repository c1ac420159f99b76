/**
 * A sample: a script of real acts that ships with the product, as its file says it. `samples/README.md` documents the format.
 *
 * This file reads shape and references; whether the acts follow one another is for `script.ts`, which plays them.
 */

import {
  fail,
  findSpec,
  mediatorRoles,
  ok,
  partyRoles,
  type Result,
  type Role,
  thirdRoles,
} from '@goodoffices/core'
import * as v from 'valibot'
import { checkProvenance } from './provenance.ts'

/** `desk`, `table`, `caucus:iran`, `delegation:iran`, `private:person`. */
export type RoomName = string & { readonly nameOf: 'room' }

export const sampleLimits = {
  sourcesMax: 100,
  partiesMax: 20,
  talksMax: 10,
  peopleMax: 50,
  stepsMax: 500,
  roomsPerStepMax: 20,
  textCharsMax: 4_000,
} as const

const symbol = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/, 'symbol'))
const text = v.pipe(
  v.string(),
  v.maxLength(sampleLimits.textCharsMax),
  v.check(said => said.trim() !== '', 'empty'),
)
const roomName = v.pipe(
  v.string(),
  v.regex(/^(desk|table|(caucus|delegation|private):[a-z][a-z0-9-]{0,39})$/, 'room'),
  v.transform(name => name as RoomName),
)
/** An instant such as `1981-01-19T20:30:00Z`, read into milliseconds since 1970 UTC. */
const instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, 'instant'),
  v.transform(written => Date.parse(written)),
  v.check(time => !Number.isNaN(time), 'instant'),
)

const role = v.picklist([...mediatorRoles, ...partyRoles, ...thirdRoles])

const step = v.strictObject({
  by: symbol,
  /** Several rooms where the same is said in each, such as the terms. */
  room: v.union([
    roomName,
    v.pipe(v.array(roomName), v.minLength(1), v.maxLength(sampleLimits.roomsPerStepMax)),
  ]),
  at: instant,
  act: v.looseObject({ kind: v.string() }),
  quote: v.exactOptional(symbol),
  illustrative: v.exactOptional(v.literal(true)),
})
/** One line of the script, its act still as written: with `$` ids, room names, people, and texts in the place of offsets. */
export type SampleStep = v.InferOutput<typeof step>

/** Who is in talks, and what is said in them. */
const talks = {
  process: v.strictObject({
    title: text,
    terms: v.strictObject({
      role: v.picklist(['carry', 'host', 'propose']),
      disclosure: v.picklist(['open', 'closed']),
    }),
  }),
  parties: v.pipe(
    v.array(
      v.strictObject({
        party: symbol,
        name: text,
        kind: v.picklist(['party', 'third']),
        thirdRole: v.exactOptional(v.picklist(thirdRoles)),
        hidden: v.boolean(),
        account: v.boolean(),
        language: v.exactOptional(v.string()),
      }),
    ),
    v.minLength(2),
    v.maxLength(sampleLimits.partiesMax),
  ),
  /** Bodies and offices, never persons. */
  people: v.pipe(
    v.array(
      v.strictObject({
        id: symbol,
        name: text,
        role,
        party: v.exactOptional(symbol),
        post: v.exactOptional(text),
        /** Of a mediator: whose, where it is not the one that began the talks. */
        institution: v.exactOptional(text),
      }),
    ),
    v.minLength(1),
    v.maxLength(sampleLimits.peopleMax),
  ),
  steps: v.pipe(v.array(step), v.minLength(1), v.maxLength(sampleLimits.stepsMax)),
} as const

const sample = v.strictObject({
  ...talks,
  name: symbol,
  title: text,
  summary: text,
  /** What every reader is told before reading: what is quoted, what is not. */
  notice: text,
  sources: v.pipe(
    v.array(v.strictObject({ id: symbol, text, address: v.exactOptional(v.pipe(v.string(), v.url())) })),
    v.maxLength(sampleLimits.sourcesMax),
  ),
  /** In whose place a visitor may sit. */
  chairs: v.pipe(v.array(v.strictObject({ person: symbol, label: text })), v.minLength(1)),
  /** Other talks, in which whoever sits in a chair is too: the same person by the same id. */
  also: v.exactOptional(
    v.pipe(v.array(v.strictObject(talks)), v.minLength(1), v.maxLength(sampleLimits.talksMax)),
  ),
})
export type Sample = v.InferOutput<typeof sample>
export type SampleParty = Sample['parties'][number]
export type SamplePerson = Sample['people'][number]

/** Acts a script may hold. Rooms, rosters and parties are not scripted: they follow from `parties` and `people`. */
export function isScripted(kind: string): boolean {
  const spec = findSpec(kind)
  return spec !== undefined && spec.stands !== 'nowhere' && spec.scripted !== false
}

export const roomsOf = (step: SampleStep): readonly RoomName[] =>
  typeof step.room === 'string' ? [step.room] : step.room

const isMediatorRole = (role: Role): boolean => (mediatorRoles as readonly string[]).includes(role)

/**
 * Reads a sample from decoded JSON. Fails with `sample-malformed` and a `path` for a wrong shape, or with a code of its own and
 * the `step` (counted from 0) for what the shape cannot say: an unknown name, steps out of order, words that are neither quoted
 * nor marked.
 */
export function parseSample(json: unknown): Result<Sample> {
  const parsed = v.safeParse(sample, json, { abortEarly: true })
  if (!parsed.success) {
    const [issue] = parsed.issues
    return fail('sample-malformed', {
      path: v.getDotPath(issue) ?? '',
      reason: issue.message.slice(0, 100),
    })
  }
  for (const each of talksOf(parsed.output)) {
    const cast = checkCast(each)
    if (!cast.ok) return cast
    for (const [index, step] of each.steps.entries()) {
      const checked = checkStep(each, step, index)
      if (!checked.ok) return checked
    }
  }
  return ok(parsed.output)
}

/** The sample's own talks first, then the others, each as a sample of its own: with the chairs of those who are in them. */
export function talksOf({ also = [], ...sample }: Sample): readonly Sample[] {
  const others = also.map(talks => ({
    ...sample,
    ...talks,
    chairs: sample.chairs.filter(({ person }) => talks.people.some(({ id }) => id === person)),
  }))
  return [sample, ...others]
}

/** SAMPLE-1: everyone named is there once, belongs where the role says, and one leads. */
function checkCast(sample: Sample): Result<null> {
  const parties = sample.parties.map(({ party }) => party)
  const people = sample.people.map(({ id }) => id)
  const sources = sample.sources.map(({ id }) => id)
  for (const named of [parties, people, sources]) {
    const twice = named.find((id, index) => named.indexOf(id) !== index)
    if (twice !== undefined) return fail('name-taken', { name: twice })
  }
  for (const { id, role, party, institution } of sample.people) {
    // TEAM-4: a party's people are their party's.
    if (institution !== undefined && party !== undefined) return fail('person-misplaced', { name: id })
    if (isMediatorRole(role) !== (party === undefined)) return fail('person-misplaced', { name: id })
    const home = sample.parties.find(({ party: known }) => known === party)
    if (party !== undefined && home === undefined) return fail('party-unknown', { name: party })
    const isThird = (thirdRoles as readonly string[]).includes(role)
    if (home !== undefined && isThird !== (home.kind === 'third'))
      return fail('person-misplaced', { name: id })
    if (home?.account === false) return fail('party-without-account', { name: home.party })
  }
  if (sample.people.filter(({ role }) => role === 'lead').length !== 1) return fail('one-lead')
  const missing = sample.chairs.find(({ person }) => !people.includes(person))
  return missing === undefined ? ok(null) : fail('person-unknown', { name: missing.person })
}

function checkStep(sample: Sample, step: SampleStep, index: number): Result<null> {
  const at = { step: index }
  if (!isScripted(step.act.kind)) return fail('act-not-scripted', { ...at, kind: step.act.kind })
  if (!sample.people.some(({ id }) => id === step.by)) return fail('person-unknown', { ...at, name: step.by })
  for (const room of roomsOf(step)) {
    if (!isKnownRoom(sample, room)) return fail('room-unknown', { ...at, name: room })
  }
  // SAMPLE-2: the script is told in the order in which it happened.
  const before = sample.steps[index - 1]
  if (before !== undefined && before.at > step.at) return fail('steps-out-of-order', at)
  if (step.quote !== undefined && !sample.sources.some(({ id }) => id === step.quote))
    return fail('source-unknown', { ...at, name: step.quote })
  const provenance = checkProvenance(step)
  return provenance.ok ? provenance : fail(provenance.error.code, { ...provenance.error, ...at })
}

export function isKnownRoom(sample: Sample, room: RoomName): boolean {
  const [kind = '', of] = room.split(':')
  switch (kind) {
    case 'caucus':
      return sample.parties.some(({ party }) => party === of)
    case 'delegation':
      return sample.people.some(({ party }) => party === of)
    case 'private':
      return sample.people.some(({ id }) => id === of)
    default:
      return true
  }
}
