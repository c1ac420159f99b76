import { readFileSync } from 'node:fs'
import {
  createMemoryVault,
  documentToDocx,
  documentToHtml,
  openSample,
  parseSample,
  roomsToDocument,
  verifyEvidence,
  verifyRecord,
  writeEvidence,
  writeRecord,
} from '@goodoffices/client'
import { localeOf } from '@goodoffices/client/locale'
import type { RoomId } from '@goodoffices/core'
import { bytesToBase64, sha256 } from '@goodoffices/log'
import { beforeAll, describe, expect, it } from 'vitest'
import { recordCharsMax } from '../src/export/record.ts'
import { HostileRelay } from './hostile.ts'
import { address, createWorld, value, type World } from './world.ts'

const sample = value(
  parseSample(
    JSON.parse(readFileSync(new URL('../../../samples/algiers/sample.json', import.meta.url), 'utf8')),
  ),
)

const openChair = async (relay: World) => {
  const chairs = value(
    await openSample(sample, {
      address,
      relay: relay.relayAt(address),
      relayAt: relay.relayAt,
      live: false,
      vaultFor: async () => createMemoryVault(),
    }),
  )
  const [first] = chairs
  if (first === undefined) throw new Error('no chair')
  return { process: first.process, session: value(await first.sit()) }
}

type File = { rooms: { records: { time: number; envelope: string }[] }[] }
const recordsIn = (file: File) => file.rooms[0]?.records ?? []

describe('a member’s own copy', () => {
  let world: World
  let chair: Awaited<ReturnType<typeof openChair>>
  beforeAll(async () => {
    world = await createWorld()
    chair = await openChair(world)
  })

  it('RCD-1 verifies offline, and replays to the very state it was taken from', async () => {
    const { session, process } = chair
    const rooms = session.rooms(process)
    const text = await writeRecord(
      session,
      rooms.map(room => room.id),
    )
    const verified = value(await verifyRecord(text, [world.relay.vkey]))
    expect(verified.rooms.map(({ room }) => room)).toEqual(rooms)
    expect(verified.rooms.flatMap(({ faults }) => faults)).toEqual([])
  })

  it('RCD-2 refuses a copy in which one bit of one envelope, a time, the order or the end was changed', async () => {
    const { session, process } = chair
    const [room] = session.rooms(process)
    if (room === undefined) throw new Error('no room')
    const text = await writeRecord(session, [room.id])
    const change = async (edit: (file: File) => void) => {
      const file = JSON.parse(text)
      edit(file)
      return verifyRecord(JSON.stringify(file))
    }
    const flipped = await change(file => {
      const [, second] = recordsIn(file)
      if (second !== undefined)
        second.envelope = second.envelope.replace(/.(?=.{40}$)/, c => (c === 'A' ? 'B' : 'A'))
    })
    const retimed = await change(file => {
      const [first] = recordsIn(file)
      if (first !== undefined) first.time += 1
    })
    const swapped = await change(file => recordsIn(file).reverse())
    const cut = await change(file => recordsIn(file).pop())
    for (const result of [flipped, retimed, swapped])
      expect(result).toMatchObject({ ok: false, error: { code: 'record-not-signed' } })
    expect(cut).toMatchObject({ ok: false })
    expect(await verifyRecord('{"format":"other"}')).toEqual({
      ok: false,
      error: { code: 'record-malformed', path: 'format' },
    })
    expect(await verifyRecord(text, ['somebody-else'])).toMatchObject({
      ok: false,
      error: { code: 'record-relay-untrusted' },
    })
  })

  it('RCD-2 refuses a copy with more, less or other than what the relay has signed, and says where', async () => {
    const { session, process } = chair
    const [room] = session.rooms(process)
    if (room === undefined) throw new Error('no room')
    const text = await writeRecord(session, [room.id])
    const refusal = async (edit: (records: object[]) => void) => {
      const file = JSON.parse(text)
      edit(recordsIn(file))
      const read = await verifyRecord(JSON.stringify(file))
      return read.ok ? 'accepted' : read.error
    }
    expect(await refusal(() => undefined)).toBe('accepted')
    const withoutOne = await refusal(records => {
      const { time, envelope } = records[2] as { time: number; envelope: string }
      records[2] = { time, hash: bytesToBase64(sha256(Buffer.from(envelope, 'base64'))) }
    })
    expect(withoutOne).toMatchObject({ code: 'envelope-withheld', room: 0 })
    for (const edit of [
      (records: object[]) => records.push({ ...records.at(-1) }),
      (records: object[]) => records.splice(0),
    ])
      expect(await refusal(edit)).toMatchObject({ code: 'record-not-signed' })
    const noBytes = await refusal(records => records.splice(1, 1, { time: 0, envelope: 'A' }))
    expect(noBytes).toMatchObject({ code: 'record-malformed', path: 'records.1' })
    // Signed, and without the entry that a room begins with.
    const relay = await HostileRelay.create()
    const file = JSON.parse(text)
    const [{ time, envelope } = { time: 0, envelope: '' }] = recordsIn(file)
    const bytes = Buffer.from(envelope, 'base64')
    const checkpoint = await relay.sign(room.id, [{ position: 0, time, hash: sha256(bytes) }])
    const records = [{ time, envelope }]
    const keys = file.rooms[0].keys.slice(0, 1)
    const begun = { ...file.rooms[0], relay: relay.vkey, checkpoint, keys, records }
    expect(await verifyRecord(JSON.stringify({ ...file, rooms: [begun] }))).toMatchObject({
      error: { code: 'record-not-opened' },
    })
    // One reader would take the first of two, and another the last.
    const twice = text.replace('"exported"', '"exported": "2020-01-01T00:00:00.000Z", "exported"')
    expect(await verifyRecord(twice)).toMatchObject({
      error: { code: 'record-malformed', reason: 'a field twice' },
    })
    const long = { length: recordCharsMax + 1 } as string
    expect(await verifyRecord(long)).toMatchObject({ error: { code: 'record-too-large' } })
  })

  it('RCD-3 there is no evidence of what is in no room, and none by a relay without a key', async () => {
    const { session, process } = chair
    const [room] = session.rooms(process)
    if (room === undefined) throw new Error('no room')
    expect(await writeEvidence(session, 'no-such-room' as RoomId, 0)).toBeUndefined()
    expect(await writeEvidence(session, room.id, 100_000)).toBeUndefined()
    // The keys with which it began.
    expect(await writeEvidence(session, room.id, 0)).toBeUndefined()
    const text = (await writeEvidence(session, room.id, 1)) ?? ''
    const relay = 'relay.example+00000000+AAAA'
    const read = await verifyEvidence(text, { relay })
    expect(read).toEqual({ ok: false, error: { code: 'record-relay-untrusted', relay } })
  })

  it('RCD-3 shows one entry to an outsider without the others', async () => {
    const { session, process } = chair
    const [room] = session.rooms(process)
    const said = room === undefined ? undefined : Object.values(room.messages)[0]
    if (room === undefined || said === undefined) throw new Error('nothing said')
    const text = await writeEvidence(session, room.id, said.position)
    if (text === undefined) throw new Error('no evidence')
    const shown = value(await verifyEvidence(text, { relay: world.relay.vkey }))
    expect(shown).toMatchObject({
      room: room.id,
      position: said.position,
      act: { kind: 'message.say', body: said.body },
    })
    const forged = text.replace(/index \d+/, 'index 0')
    expect(await verifyEvidence(forged, { relay: world.relay.vkey })).toMatchObject({ ok: false })
  })

  it.each([
    ['en', /\b\d{1,2} \p{L}+ \d{4} at \d\d:\d\d\b/u],
    ['ar', /[٠-٩]{1,2} [\p{L} ]+\/\p{L}+ [٠-٩]{4}، الساعة [٠-٩]{1,2}:[٠-٩]{2}/u],
    ['fa', /[۰-۹]{1,2} \p{L}+ ۱[۰-۹]{3} ساعت [۰-۹]{1,2}:[۰-۹]{2}/u],
  ] as const)('RCD-4 writes dates in %s as the app does, or as its reader chose', async (language, date) => {
    const { session, process } = chair
    const rooms = session.rooms(process).map(room => ({ room }))
    const linesOf = async (locale?: string) =>
      (
        await roomsToDocument(rooms, { language, ...(locale === undefined ? {} : { locale }) })
      ).blocks.flatMap(block => (block.kind === 'line' ? [block.text] : []))
    expect(await linesOf()).toContainEqual(expect.stringMatching(date))
    // What people wrote keeps its own figures.
    const ownWords = (await linesOf(localeOf(language, 'latn', 'persian'))).map(line =>
      line.replaceAll(/\u2068[^\u2069]*\u2069/g, ''),
    )
    const chosen = ownWords
    expect(chosen).toContainEqual(expect.stringMatching(/\b1[34]\d\d\b/))
    expect(chosen).not.toContainEqual(expect.stringMatching(/[٠-٩۰-۹]/))
  })

  it.each(['en', 'ar', 'fa', 'fr', 'es'] as const)(
    'RCD-4 reads as a document in %s, with hostile text inert',
    async language => {
      const { session, process } = chair
      const rooms = session.rooms(process)
      const document = await roomsToDocument(
        rooms.map(room => ({ room })),
        { language },
      )
      const html = documentToHtml(document)
      for (const room of rooms)
        for (const message of Object.values(room.messages)) {
          expect(html).toContain(
            (message.body.split('\n')[0] ?? '')
              .slice(0, 20)
              .replaceAll('&', '&amp;')
              .replaceAll('"', '&quot;')
              .replaceAll("'", '&#39;'),
          )
        }
      const hostile = documentToHtml({
        ...document,
        blocks: [{ kind: 'text', pieces: [{ text: '<script>alert(1)</script>' }] }],
      })
      expect(hostile).not.toContain('<script')
      const docx = await documentToDocx(document)
      expect(docx.slice(0, 2)).toEqual(Uint8Array.of(0x50, 0x4b))
    },
  )
})
