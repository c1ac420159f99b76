import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { openLetter } from './reader/letter.ts'
import { type Entry, type RoomFile, readEvidence, readRoom } from './reader/room.ts'
import { decode, encode } from './reader/values.ts'

const root = resolve(import.meta.dirname, '..')
const readJson = (name: string): unknown => JSON.parse(readFileSync(resolve(root, 'vectors', name), 'utf8'))

type Case = {
  readonly name: string
  readonly operation: string
  readonly input: Readonly<Record<string, string>>
  readonly expected: { readonly value?: unknown; readonly refused?: string }
}
const casesOf = (file: string, operation: string): readonly Case[] =>
  (readJson(file) as { readonly cases: readonly Case[] }).cases.filter(each => each.operation === operation)

const [room] = (readJson('talks/record.json') as { readonly rooms: readonly RoomFile[] }).rooms
const [whole] = casesOf('talks/read.json', 'verifyRecord')
if (room === undefined || whole === undefined) throw new Error('no record')

describe('a reader written from the pages alone', () => {
  test('imports nothing of this repository, and nothing but what Node brings', () => {
    const files = globSync('test/reader/*.ts', { cwd: root })
    const imports = files.flatMap(file =>
      Array.from(
        readFileSync(resolve(root, file), 'utf8').matchAll(/\bfrom '([^']+)'/g),
        ([, from = '']) => from,
      ),
    )
    expect(files.length).toBeGreaterThan(3)
    expect(imports.filter(from => !/^(?:node:|\.\/\w+\.ts$)/.test(from))).toEqual([])
  })

  test('finds in a record what the vector says: who said what, and what is by nobody', () => {
    const [found] = whole.expected.value as readonly {
      readonly entries: readonly Entry[]
      readonly faults: readonly { readonly position: number }[]
    }[]
    const { size, entries, faults } = readRoom(room)
    expect(size).toBe(room.records.length)
    // Which of them the room's rules refuse is not for this reader to say.
    const said = (found?.entries ?? []).map(({ position, device, act }) => ({ position, device, act }))
    expect(entries).toEqual(said)
    expect(faults).toEqual(found?.faults.map(({ position }) => position))
  })

  test('reads every room of the record that a release has left behind', () => {
    const packed = readFileSync(resolve(root, 'vectors/releases/0.1.0/talks.record.gz'))
    const { rooms } = JSON.parse(gunzipSync(packed).toString()) as { readonly rooms: readonly RoomFile[] }
    const read = rooms.map(readRoom)
    expect(read.map(({ size }) => size)).toEqual(rooms.map(({ records }) => records.length))
    expect(read.flatMap(({ faults }) => faults)).toEqual([])
    expect(read.flatMap(({ entries }) => entries.map(({ act }) => act['kind']))).toContain('message.say')
  })

  test.each(room.records.map((_, at) => at))(
    'refuses the record with one bit of envelope %i changed, or its time',
    at => {
      const changed = (to: Partial<RoomFile['records'][number]>): RoomFile => ({
        ...room,
        records: room.records.map((record, index) => (index === at ? { ...record, ...to } : record)),
      })
      const envelope = Buffer.from(room.records[at]?.envelope ?? '', 'base64')
      envelope[envelope.length - 1] = (envelope.at(-1) ?? 0) ^ 1
      expect(() => readRoom(changed({ envelope: envelope.toString('base64') }))).toThrow('SYNC-3')
      expect(() => readRoom(changed({ time: 1 }))).toThrow('SYNC-3')
    },
  )

  test('refuses a head that the relay did not sign, and keys that are not the room’s', () => {
    const forged = room.checkpoint.replace('\n9\n', '\n8\n')
    expect(() => readRoom({ ...room, checkpoint: forged })).toThrow('LOG-10')
    const exchanged = room.keys.map(({ epoch }, at) => ({ epoch, key: room.keys.at(at - 1)?.key ?? '' }))
    expect(() => readRoom({ ...room, keys: exchanged })).toThrow('ENV-26')
  })

  test('reads evidence, and says who signed it', () => {
    for (const { name, input, expected } of casesOf('talks/read.json', 'verifyEvidence')) {
      const { evidence = '', relay = '', sign = '' } = input
      const read = (): unknown => {
        const { act, device, isBy } = readEvidence(evidence, relay)
        return isBy(Buffer.from(sign, 'hex')) ? { act, device } : 'entry/signature'
      }
      if (expected.refused === 'merkle/root') expect(read, name).toThrow('LOG-20')
      else if (expected.refused !== undefined) expect(read(), name).toBe(expected.refused)
      else expect(expected.value, name).toMatchObject(read() as object)
    }
  })

  test('opens letters, and no letter that is not for it', () => {
    const cases = casesOf('talks/mailbox.json', 'openLetter')
    expect(cases.length).toBeGreaterThan(5)
    for (const { name, input, expected } of cases) {
      const { letter = '', seed = '', kind = '', mailbox = '' } = input
      const open = (): unknown =>
        openLetter(Buffer.from(letter, 'hex'), Buffer.from(seed, 'hex'), [kind, mailbox])
      if (expected.refused === undefined) expect(open(), name).toEqual(expected.value)
      else expect(open, name).toThrow('ENV-40')
    }
  })

  test('reads values as the vectors have them, and refuses the same', () => {
    for (const { name, input, expected } of casesOf('encoding.json', 'decode')) {
      const bytes = Buffer.from(input['bytes'] ?? '', 'hex')
      if (expected.refused === undefined) expect(Buffer.from(encode(decode(bytes))), name).toEqual(bytes)
      // How deep values stand in one another, and the names of a language's own objects, are limits that it leaves out.
      else if (!/too-deep|forbidden-key/.test(expected.refused)) expect(() => decode(bytes), name).toThrow()
    }
  })
})
