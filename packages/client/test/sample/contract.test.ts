/** Any act that a sample may hold comes out of it as it went in: tried over the registry, so that no act has to be thought of. */

import {
  type Act,
  actKinds,
  type Finding,
  fieldsSchemaOf,
  findRegister,
  findSpec,
  holdsOf,
  holdsTime,
  innerOf,
  type MemberId,
  optionOf,
  type RoomId,
  type RoomState,
  schemaOf,
} from '@goodoffices/core'
import { describe, expect, it } from 'vitest'
import { acceptedActs } from '../../../core/test/accepted.ts'
import { readAct } from '../../src/sample/act.ts'
import { type RoomName, settleAct } from '../../src/sample/index.ts'
import { isScripted } from '../../src/sample/sample.ts'

type Schema = Parameters<typeof innerOf>[0]

const second = 1_000
const people = new Map<string, string>()
const rooms = new Map<string, string>()
const parties = new Map<string, string>()

const named = (names: Map<string, string>, id: string, name: (n: number) => string): string => {
  const known = names.get(id) ?? name(names.size)
  names.set(id, known)
  return known
}

/** What an item holds is said by its register, which stands beside it. */
function heldIn(value: object, schema: Schema | undefined): Schema | undefined {
  if (schema?.type !== 'custom' || !('register' in value)) return schema
  const register = findRegister(String(value.register))
  return register === undefined ? undefined : fieldsSchemaOf(register)
}

/** The act as a person would write it in a sample; written apart from `src`. */
function write(schema: Schema, value: unknown): unknown {
  const [[key, inner] = []] = innerOf(schema)
  if (key === '' && inner !== undefined) return value === null ? null : write(inner, value)
  if (typeof value === 'number')
    return holdsTime(schema)
      ? new Date(Math.floor(value / second) * second).toISOString().replace('.000Z', 'Z')
      : value
  if (typeof value === 'string') {
    const holds = holdsOf(schema)
    if (holds?.holds !== 'id') return value
    if (holds.of === 'member') return named(people, value, n => `person-${n}`)
    if (holds.of === 'room') return named(rooms, value, n => `caucus:party${n}`)
    if (holds.of === 'party') return named(parties, value, n => `party${n}`)
    return `$${value}`
  }
  if (Array.isArray(value)) return value.map(each => write(innerOf(schema)[0]?.[1] ?? schema, each))
  if (typeof value !== 'object' || value === null) return value
  const option = schema.type === 'variant' || schema.type === 'union' ? optionOf(schema, value) : schema
  const fields = new Map(innerOf(option ?? schema))
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => {
      const of = heldIn(value, fields.get(name))
      return [name, of === undefined ? held : write(of, held)]
    }),
  )
}

/** With whole seconds, as a sample writes them. */
const inSeconds = (schema: Schema, value: unknown): unknown => {
  const [[key, inner] = []] = innerOf(schema)
  if (key === '' && inner !== undefined) return value === null ? null : inSeconds(inner, value)
  if (typeof value === 'number' && holdsTime(schema)) return Math.floor(value / second) * second
  if (Array.isArray(value)) return value.map(each => inSeconds(innerOf(schema)[0]?.[1] ?? schema, each))
  if (typeof value !== 'object' || value === null) return value
  const option = schema.type === 'variant' || schema.type === 'union' ? optionOf(schema, value) : schema
  const fields = new Map(innerOf(option ?? schema))
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [name, inSeconds(fields.get(name) ?? schema, held)]),
  )
}

const idOf = (names: ReadonlyMap<string, string>, name: string): string | undefined =>
  [...names].find(([, known]) => known === name)?.[0]

/** What a sample gives by its words: places of parts, and what the leak check finds. */
function byWords(act: Act, written: Record<string, unknown>, body: string): Record<string, unknown> {
  const place = (part: { readonly from: number; readonly to: number }) => {
    const { from, to, ...rest } = part as typeof part & Record<string, unknown>
    return { ...rest, text: body.slice(from, to) }
  }
  if (act.kind === 'message.say' && act.parts !== undefined)
    return { ...written, parts: (written['parts'] as typeof act.parts).map(place) }
  if (act.kind === 'message.mark' && act.part !== undefined)
    return { ...written, part: place(written['part'] as typeof act.part) }
  return written
}

/** The words that an act marks parts of. */
function bodyOf(act: Act, room: RoomState): string {
  if (act.kind === 'message.say') return act.body
  return act.kind === 'message.mark' ? (room.messages[act.message]?.body ?? '') : ''
}

/** A part that stands more than once in the words is named by no sample: all of them in its place. */
function toldApart(act: Act, body: string): Act {
  const widen = <P extends { readonly from: number; readonly to: number }>(part: P): P => {
    const words = body.slice(part.from, part.to)
    return body.indexOf(words) === body.lastIndexOf(words) ? part : { ...part, from: 0, to: body.length }
  }
  if (act.kind === 'message.mark' && act.part !== undefined) return { ...act, part: widen(act.part) }
  if (act.kind === 'message.say' && act.parts !== undefined) return { ...act, parts: act.parts.map(widen) }
  return act
}

/** What the leak check named in what goes out. */
function acceptedIn(act: Act): readonly Finding[] {
  if (act.kind === 'assent.plan' || act.kind === 'text.issue') return act.accepted
  return act.kind === 'carry.prepare' ? act.conveyance.accepted : []
}

describe('a sample', () => {
  const scripted = actKinds.filter(isScripted)

  it('SAMPLE-8 may hold what is said, and nothing of who is there, of keys, or of what another act brings about', () => {
    expect(scripted.length).toBeGreaterThan(25)
    for (const kind of scripted) expect(findSpec(kind)?.cards).toBeUndefined()
    for (const kind of [
      'room.open',
      'member.leave',
      'record.destroy',
      'delivery.make',
      'assent.tell',
      'key.keep',
    ])
      expect(scripted).not.toContain(kind)
  })

  it.each(scripted)('SAMPLE-8 law: %s comes out of a sample as it went in', kind => {
    const accepted = acceptedActs().get(kind)
    if (accepted === undefined) throw new Error('not taken')
    const { before } = accepted
    const body = bodyOf(accepted.act, before)
    const act = toldApart(accepted.act, body)
    const plain = write(schemaOf(kind), act) as Record<string, unknown>
    const written = byWords(act, { ...plain, kind }, body)
    const accepts = acceptedIn(act)
    if ('accepted' in act) written['accepted'] = accepts.map(({ text }) => text)
    if (act.kind === 'carry.prepare')
      written['conveyance'] = {
        ...(plain['conveyance'] as object),
        accepted: accepts.map(({ text }) => text),
      }
    const read = readAct(
      { by: 'somebody', room: 'desk' as RoomName, at: 0, act: written as { kind: string } },
      {
        idOf: name => name.slice(1),
        partyOf: party => idOf(parties, party),
        hasRoom: name => idOf(rooms, name) !== undefined,
        hasPerson: person => idOf(people, person) !== undefined,
        room: before,
        opened: 0,
        findings: () => accepts,
      },
    )
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    const settled = settleAct(read.value, {
      room: name => idOf(rooms, name) as RoomId,
      member: person => idOf(people, person) as MemberId,
    })
    expect(settled).toEqual(inSeconds(schemaOf(kind), act))
  })
})
