/** A copy changed by somebody who would like it to say something else, at one place chosen at random. */

import { removeMember, verifyRecord, writeRecord } from '@goodoffices/client'
import type { RoomId } from '@goodoffices/core'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { beginTalks, meet, roomOf, say, type Talks } from './talks.ts'
import { value } from './world.ts'

const runs = Number(process.env['GOODOFFICES_RUNS'] ?? 120)

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
type Path = readonly (string | number)[]
type File = {
  rooms: {
    room: string
    checkpoint: string
    keys: { epoch: number; key: string }[]
    records: { time: number; envelope: string }[]
  }[]
}

let talks: Talks
let text: string
let caucus: RoomId

/** A table, and a caucus of four epochs with something said in each. */
beforeAll(async () => {
  talks = await beginTalks()
  const { mediator, north, process } = talks
  caucus = roomOf(north, process, 'caucus').id
  const table = roomOf(north, process, 'table').id
  value(await north.session.act(caucus, say('We accept ninety days.')))
  await meet(north, mediator)
  value(await removeMember(mediator.session, process, talks.south.session.me.member))
  await changeKeys()
  value(await north.session.act(caucus, say('We withdraw that.')))
  value(await mediator.session.act(table, say('Welcome.')))
  await meet(north, mediator, north)
  text = await writeRecord(north.session, [caucus, table])
})

/** The head brings in and takes out an adviser of no consequence. */
async function changeKeys(): Promise<void> {
  const { mediator, north, world } = talks
  const other = await world.member('Adviser')
  const { member } = other.session.me
  const devices = other.session.home()?.members[member]?.devices ?? []
  const party = talks.parties.north
  const card = { member, name: 'Adviser', role: 'adviser', party, devices: [...devices] } as const
  value(await north.session.act(caucus, { kind: 'member.admit', card }))
  await meet(north, mediator)
  value(await north.session.act(caucus, { kind: 'member.remove', member }))
  await meet(north, mediator)
}

/** What a reader learns from a copy, room by room. */
const factsOf = async (copy: string): Promise<ReadonlyMap<string, string> | undefined> => {
  const verified = await verifyRecord(copy)
  if (!verified.ok) return undefined
  return new Map(
    verified.value.rooms.map(({ room, entries, faults }) => [
      room.id,
      JSON.stringify([room, entries.map(({ entry, violation }) => [entry, violation]), faults]),
    ]),
  )
}

const change = (edit: (file: File) => void): string => {
  const file = JSON.parse(text) as File
  edit(file)
  return JSON.stringify(file)
}

const codeOf = async (copy: string): Promise<string | undefined> => {
  const verified = await verifyRecord(copy)
  return verified.ok ? undefined : verified.error.code
}

const keysIn = (file: File) => file.rooms[0]?.keys ?? []

describe('RCD-2 a copy proves its keys', () => {
  it('RCD-13 an epoch whose key was exchanged, so that what was said in it cannot be read, is refused', async () => {
    expect(value(await verifyRecord(text)).rooms[0]?.faults).toEqual([])
    const last = (file: File) => keysIn(file).at(-1)
    expect((JSON.parse(text) as File).rooms[0]?.keys.length).toBeGreaterThan(3)
    const exchanged = change(file => Object.assign(last(file) ?? {}, { key: 'A'.repeat(43) }))
    expect(await codeOf(exchanged)).toBe('record-key-differs')
    const first = change(file => Object.assign(keysIn(file)[0] ?? {}, { key: 'A'.repeat(43) }))
    expect(await codeOf(first)).toBe('record-key-differs')
    const swapped = change(file => {
      const [one, two] = keysIn(file)
      if (one === undefined || two === undefined) throw new Error('no keys')
      ;[one.key, two.key] = [two.key, one.key]
    })
    expect(await codeOf(swapped)).toBe('record-key-differs')
  })

  it('RCD-13 an epoch without a key, a key of no epoch, or two of one are refused', async () => {
    for (const at of [0, 1, 2]) {
      const without = change(file => keysIn(file).splice(at, 1))
      expect(await codeOf(without)).toBe('record-key-missing')
    }
    const beyond = change(file => keysIn(file).push({ epoch: 99, key: 'A'.repeat(43) }))
    expect(await codeOf(beyond)).toBe('record-key-differs')
    const twice = change(file => keysIn(file).push(...keysIn(file).slice(0, 1)))
    expect(await codeOf(twice)).toBe('record-malformed')
  })

  it('RCD-13 whoever was taken out has a copy that holds up to the keys that took them out', async () => {
    const { mediator, process, south } = talks
    const table = roomOf(mediator, process, 'table').id
    await meet(south)
    const copy = await writeRecord(south.session, [table])
    const [room] = value(await verifyRecord(copy)).rooms
    expect(room?.faults).toEqual([])
    expect(room?.room.members[south.session.me.member]?.left?.how).toBe('removed')
    const { room: whole } = value(await verifyRecord(text)).rooms[1] ?? {}
    expect(Object.keys(room?.room.messages ?? {})).toEqual([])
    expect(Object.keys(whole?.messages ?? {})).toHaveLength(1)
  })

  it('RCD-13 a room that stands twice in a file is refused', async () => {
    const twice = change(file => file.rooms.push(...file.rooms.slice(0, 1)))
    expect(await codeOf(twice)).toBe('record-malformed')
  })

  it('RCD-13 a field that stands twice is refused, whichever of them a reader would take', async () => {
    for (const field of ['format', 'rooms', 'checkpoint']) {
      const at = text.indexOf(`"${field}":`)
      const twice = `${text.slice(0, at)}"${field}": 1, ${text.slice(at)}`
      expect(await codeOf(twice)).toBe('record-malformed')
      expect(
        await codeOf(twice.replace(field, `\\u00${field.charCodeAt(0).toString(16)}${field.slice(1)}`)),
      ).toBe('record-malformed')
    }
  })

  it('RCD-2 a record moved from one room to another is called a changed file, and nobody is blamed for it', async () => {
    const moved = change(({ rooms: [one, two] }) => {
      const record = one?.records.pop()
      if (record !== undefined) two?.records.push(record)
    })
    expect(await codeOf(moved)).toBe('record-not-signed')
    const named = change(({ rooms: [one, two] }) => {
      if (one === undefined || two === undefined) throw new Error('no rooms')
      ;[one.room, two.room] = [two.room, one.room]
    })
    expect(await codeOf(named)).toBe('record-not-signed')
  })
})

// The law

/** Every place in a value, leaves and all. */
function pathsIn(node: Json, path: Path = []): readonly Path[] {
  if (typeof node !== 'object' || node === null) return [path]
  const inside = Array.isArray(node) ? node.map((each, i) => [i, each] as const) : Object.entries(node)
  return [
    ...(path.length === 0 ? [] : [path]),
    ...inside.flatMap(([key, each]) => pathsIn(each, [...path, key])),
  ]
}

const at = (root: Json, path: Path): Json =>
  path.reduce<Json>((node, key) => (node as { [key: string]: Json })[key] as Json, root)

const put = (root: Json, path: Path, to: Json): void => {
  const holder = at(root, path.slice(0, -1)) as { [key: string]: Json }
  holder[path.at(-1) as string] = to
}

const remove = (root: Json, path: Path): void => {
  const holder = at(root, path.slice(0, -1))
  const key = path.at(-1)
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else delete (holder as { [key: string]: Json })[key as string]
}

const double = (root: Json, path: Path): void => {
  const holder = at(root, path.slice(0, -1))
  const value = structuredClone(at(root, path))
  if (Array.isArray(holder)) holder.splice(Number(path.at(-1)), 0, value)
  else (holder as { [key: string]: Json })[`${path.at(-1)}2`] = value
}

/** Another value of the same kind: one character, one unit, or another's. */
function vary(node: Json, { place, by }: { readonly place: number; readonly by: string }): Json {
  if (typeof node === 'number') return node + (place % 2 === 0 ? 1 : -1)
  if (typeof node !== 'string') return null
  if (node === '') return by
  const i = place % node.length
  return node.slice(0, i) + by + node.slice(i + 1)
}

const kinds = ['change', 'remove', 'double', 'swap', 'exchange'] as const

it(`RCD-13 law: one random change of a copy is refused, or changes nothing that it says (${runs} runs)`, async () => {
  const before = await factsOf(text)
  if (before === undefined) throw new Error('the copy does not hold')
  const root = JSON.parse(text) as Json
  const paths = pathsIn(root)
  const anywhere = fc.nat({ max: paths.length - 1 })
  // Keys and heads are few among so many records: as often as these.
  const among = (part: string) =>
    fc.constantFrom(...paths.flatMap((path, i) => (path.includes(part) ? [i] : [])))
  const place = fc.oneof(anywhere, among('keys'), among('checkpoint'), among('relay'))
  const mutation = fc.record({
    kind: fc.constantFrom(...kinds),
    place,
    other: place,
    vary: fc.record({
      place: fc.nat({ max: 2_000 }),
      by: fc.constantFrom(...Array.from('AZaz09-_+/= \n\u0000é')),
    }),
  })
  await fc.assert(
    fc.asyncProperty(mutation, async ({ kind, place, other, vary: how }) => {
      const changed = structuredClone(root)
      const [path, beside] = [paths[place] ?? [], paths[other] ?? []]
      if (kind === 'change') put(changed, path, vary(at(changed, path), how))
      else if (kind === 'remove') remove(changed, path)
      else if (kind === 'double') double(changed, path)
      else if (kind === 'exchange') put(changed, path, structuredClone(at(root, beside)))
      else if (!isWithin(path, beside) && !isWithin(beside, path)) {
        const [one, two] = [at(root, path), at(root, beside)]
        put(changed, path, structuredClone(two))
        put(changed, beside, structuredClone(one))
      }
      const after = await factsOf(JSON.stringify(changed))
      // A room may be left out of a file; what is in it is as it was.
      for (const [room, facts] of after ?? []) expect(facts).toBe(before.get(room))
    }),
    { numRuns: runs },
  )
}, 3_600_000)

const isWithin = (path: Path, other: Path): boolean => path.every((key, i) => other[i] === key)
