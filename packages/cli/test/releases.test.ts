/** What earlier releases left in `vectors/releases/` is opened by the program of today; `make-release.ts` says what it is. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import {
  checkOnceMoved,
  createHttpRelay,
  createMemoryVault,
  faultsOf,
  moveFor,
  moveRoom,
  newId,
  notesOf,
  openSession,
  readWhole,
  recoverIdentity,
  type Session,
  type Vault,
  verifyEvidence,
  verifyRecord,
  writeRecord,
} from '@goodoffices/client'
import type { Act, Consent, ItemId, Result, RoomState } from '@goodoffices/core'
import { type RunningRelay, startRelay } from '@goodoffices/relay'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sourceStamp } from '../src/member/stamp.ts'
import { openVaultDirectory, vaultFileName } from '../src/member/vault-directory.ts'
import { goodoffices, type Json } from './shell.ts'

const releases = resolve(import.meta.dirname, '../../../vectors/releases')

type Facts = {
  readonly release: string
  readonly address: string
  readonly vkey: string
  readonly passphrase: string
  readonly phrase: string
  readonly linesCount: number
  readonly words: {
    readonly title: string
    readonly said: string
    readonly wording: string
    readonly readBack: string
    readonly limits: string
    readonly note: string
    readonly deskNote: string
    readonly delegation: string
    readonly measured: string
    readonly table: { readonly mediator: string; readonly north: string }
  }
}
type Shown = Readonly<Record<'mediator' | 'north', Readonly<Record<string, Json>>>>

/**
 * As it is told today: CLI-40 names a part by where it begins, and no longer by its place among others; CLI-12 gives a handle the room
 * before it, and each room of a person a row.
 */
function asToday(told: object): object {
  const json = JSON.stringify(told)
    .replaceAll(/(\/m\d+)\.p\d+"/g, '$1.p"')
    .replaceAll(/"handle":"(?:\w+\/)?([nc]\d+)"/g, '"handle":"$1"')
  return JSON.parse(json, (key, value: unknown) =>
    key === 'rooms' && Array.isArray(value) ? value.map(toRow) : value,
  ) as object
}

const toRow = (room: unknown): unknown => (typeof room === 'string' ? { handle: room } : room)

describe.each(readdirSync(releases))('what release %s left', release => {
  const read = (name: string): Buffer => readFileSync(join(releases, release, name))
  const readGzip = (name: string): Buffer => gunzipSync(read(`${name}.gz`))
  const facts: Facts = JSON.parse(read('facts.json').toString())
  const shown: Shown = JSON.parse(readGzip('shown.json').toString())
  const { words, linesCount, passphrase } = facts
  const lines = Array.from({ length: linesCount }, (_, line) => `Line ${line + 1}.`)
  const atTable = [words.table.mediator, words.table.north]

  let folder: string
  let relay: RunningRelay
  const directoryOf = (person: string): string => join(folder, person)
  /** A person's directory as it was left. */
  const layOut = (person: string, as: string = person): void => {
    mkdirSync(directoryOf(as))
    writeFileSync(join(directoryOf(as), vaultFileName), readGzip(`${person}.vault`))
  }
  const relayAt = () => createHttpRelay({ address: relay.url })
  const vaults = new Map<Session, Vault>()
  const open = async (directory: string, secret?: string): Promise<Result<Session>> => {
    const vault = await openVaultDirectory(directoryOf(directory))
    const passphraseOf = secret === undefined ? {} : { passphrase: secret }
    const opened = await openSession({ vault, relayAt, live: false, stamp: sourceStamp(), ...passphraseOf })
    if (opened.ok) vaults.set(opened.value, vault)
    else await vault.close()
    return opened
  }
  const close = async (session: Session): Promise<void> => {
    await session.close()
    await vaults.get(session)?.close()
  }

  const as =
    (person: string) =>
    (...args: readonly string[]) =>
      goodoffices([...args, '--offline'], { env: { GOODOFFICES_IDENTITY: directoryOf(person) } })

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'goodoffices-release-'))
    layOut('mediator')
    layOut('north')
    const dataFolder = join(folder, 'data')
    mkdirSync(dataFolder)
    writeFileSync(join(dataFolder, 'relay.db'), readGzip('relay.db'))
    writeFileSync(join(dataFolder, 'relay.key'), read('relay.key'), { mode: 0o600 })
    relay = await startRelay({ dataFolder, logger: () => {} })
  })
  afterAll(async () => {
    await relay.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(['mediator', 'north'] as const)('shows the %s what it showed then', async person => {
    const env = { GOODOFFICES_IDENTITY: directoryOf(person) }
    if (person === 'north') {
      // Once, not at every command.
      const args = ['identity', 'passphrase', '--without-passphrase']
      const ran = await goodoffices(args, { env: { ...env, GOODOFFICES_PASSPHRASE: passphrase } })
      expect(ran.code, ran.err).toBe(0)
    }
    const commands = Object.entries(shown[person])
    expect(commands.length).toBeGreaterThan(7)
    for (const [command, then] of commands) {
      const ran = await goodoffices([...command.split(' '), '--offline', '--json'], { env })
      const { relay: _, ...told } = then as Readonly<Record<string, unknown>>
      expect(asToday(ran.json), command).toMatchObject(asToday(told))
    }
  })

  it('SYNC-9 reads its long table again, whose snapshot another program made, and finds it whole', async () => {
    layOut('mediator', 'reader')
    const session = must(await open('reader'))
    const table = roomOf(session, 'table')
    expect(textsOf(table)).toEqual([...atTable, ...lines])
    // Entries are at hand where the log was read from its first record on.
    const entries = session.entries(table.id)
    expect(entries.length).toBeGreaterThan(linesCount)
    expect(entries.filter(({ violation }) => violation !== undefined)).toEqual([])
    expect(faultsOf(session, table.id)).toEqual([])
    expect(session.status().troubles).toEqual([])
    await close(session)
    // What is kept from then on is this program's own.
    const again = must(await open('reader'))
    expect(again.entries(table.id)).toEqual([])
    expect(textsOf(roomOf(again, 'table'))).toEqual([...atTable, ...lines])
    await readWhole(again, table.id)
    await close(again)
  })

  it('reads the long table in the shell, before and after this program has kept a snapshot of it', async () => {
    layOut('mediator', 'shell')
    const env = { GOODOFFICES_IDENTITY: directoryOf('shell') }
    for (const _ of ['before', 'after']) {
      const ran = await goodoffices(['read', 'table', '--offline', '--json'], { env })
      expect(ran).toMatchObject({ code: 0, err: '' })
      const items = ran.json['items'] as unknown as readonly { readonly body?: string }[]
      expect(items.flatMap(({ body }) => body ?? [])).toEqual([...atTable, ...lines])
    }
  })

  it('RULE-6 CLI-60 moves a room that is kept by its rules when something needs newer ones, and by nobody else', async () => {
    layOut('mediator', 'mover')
    const [mover, north] = [as('mover'), as('north')]
    const put = ['item', 'put', 'matter', '--in', 'caucus:north', '--kind', 'figure', '--title', 'Flow']
    const older = await mover(...put)
    expect([older.code, older.out]).toEqual([3, ''])
    expect(older.err).toContain('goodoffices rooms update caucus:north')
    expect(older.err).toContain('needs version 0.2 or a later one')
    expect(await mover('rooms', 'update', 'caucus:north')).toMatchObject({ code: 2 })
    expect(await mover(...put)).toMatchObject({ code: 3 })

    const asked = await north(...put)
    expect([asked.code, asked.out]).toEqual([3, ''])
    expect(asked.err).not.toContain('rooms update')
    expect(asked.err).toMatch(/Ask one of these to move the room to the newer rules: \S/)
    expect(await north('rooms', 'update', 'caucus:north', '--yes')).toMatchObject({ code: 3 })

    const moved = await mover('rooms', 'update', 'caucus:north', '--yes', '--json')
    expect(moved.json).toMatchObject({ ok: true, handle: 'caucus:north', rules: 2 })
    expect(await mover('rooms', 'update', 'caucus:north', '--yes')).toMatchObject({ code: 3 })
    expect((await mover(...put)).code).toBe(0)
    // Room by room: what is not needed stays as it is.
    expect(await mover(...put.with(4, 'desk'))).toMatchObject({ code: 3 })
  })

  it('RULE-6 says which room is to be moved, by whom, and what could be done there then', async () => {
    layOut('mediator', 'asker')
    const session = must(await open('asker'))
    const { id } = roomOf(session, 'caucus')
    const put: Act = {
      kind: 'item.put',
      item: newId<ItemId>(),
      register: 'matter',
      rev: 1,
      fields: { kind: 'figure', title: 'Flow' },
    }
    const refused = await session.act(id, put)
    if (refused.ok) throw new Error('taken')
    expect(refused.error).toMatchObject({ code: 'rules-older', needs: 2, rules: 1, room: id })
    const move = moveFor(session, refused.error)
    expect(move).toEqual({ room: id, version: '0.2', isOwn: true, by: [session.me.name] })
    expect(moveFor(session, { code: 'rules-newer', room: id })).toBeUndefined()
    expect(checkOnceMoved(session, id, put)).toEqual({ ok: true, value: null })
    const lead = { kind: 'member.remove', member: session.me.member } as const
    for (const act of [{ ...put, register: 'nothing-such', rev: 7 }, { ...put, fields: {} }, lead])
      expect(checkOnceMoved(session, id, act), JSON.stringify(act)).toMatchObject({ ok: false })
    expect(roomOf(session, 'caucus').rules).toBe(1)
    must(await moveRoom(session, id))
    expect(roomOf(session, 'caucus').rules).toBe(2)
    must(await session.act(id, put))
    expect(await moveRoom(session, id)).toMatchObject({ error: { code: 'rules-adopted' } })
    await close(session)
  })

  it('opens a vault under its passphrase, and under no other', async () => {
    layOut('north', 'locked')
    expect(await open('locked')).toMatchObject({ error: { code: 'passphrase-needed' } })
    expect(await open('locked', `${passphrase}.`)).toMatchObject({ error: { code: 'passphrase-wrong' } })
    const session = must(await open('locked', passphrase))
    const caucus = roomOf(session, 'caucus')
    expect(textsOf(caucus)).toEqual([words.said])
    expect(textsOf(roomOf(session, 'delegation'))).toEqual([words.delegation])
    expect(consentsIn(caucus)).toMatchObject([{ standing: 'given', words: words.limits }])
    expect(textsOf(roomOf(session, 'table'))).toEqual([])
    // It reads on where it was left, from a relay that serves the folder of then.
    await session.goOnline()
    await session.settle()
    expect(textsOf(roomOf(session, 'table'))).toEqual(atTable)
    // RING-21: what its passphrase protects may have lain open.
    expect(session.status().troubles).toEqual([{ code: 'passphrase-of-before' }])
    await close(session)
  })

  it('verifies its record and its evidence with the key of its relay', async () => {
    const record = must(await verifyRecord(readGzip('talks.record').toString(), [facts.vkey]))
    const said = record.rooms.flatMap(({ room }) => textsOf(room))
    expect(said.toSorted()).toEqual([words.said, words.measured, ...atTable].toSorted())
    expect(record.rooms.flatMap(({ room }) => consentsIn(room))).toMatchObject([
      { standing: 'given', words: words.limits },
      { standing: 'given' },
    ])
    for (const { entries, faults } of record.rooms) {
      expect(entries.filter(({ violation }) => violation !== undefined)).toEqual([])
      expect(faults).toEqual([])
    }
    const evidence = must(await verifyEvidence(read('said.evidence').toString(), { relay: facts.vkey }))
    expect(evidence.act).toMatchObject({ kind: 'message.say', body: words.said })
  })

  it('serves its logs byte for byte to whoever comes back with the phrase', async () => {
    expect(relay.vkey).toBe(facts.vkey)
    const vault = createMemoryVault()
    const { phrase, address } = facts
    const session = must(await recoverIdentity({ vault, phrase, address, relayAt, live: false }))
    await session.goOnline()
    await session.settle()
    const then = roomsIn(readGzip('talks.record').toString())
    const now = roomsIn(
      await writeRecord(
        session,
        then.map(({ room }) => room as RoomState['id']),
      ),
    )
    expect(then.length).toBeGreaterThan(4)
    for (const [at, { room, records }] of then.entries()) {
      expect(now[at]?.room).toBe(room)
      expect(now[at]?.records.slice(0, records.length)).toEqual(records)
    }
    const [process] = session.processes()
    if (process === undefined) throw new Error('no talks')
    expect(process.title).toBe(words.title)
    expect(notesOf(session, process.process).flatMap(notesIn)).toEqual([words.note])
    expect(notesIn(roomOf(session, 'desk'))).toEqual([words.deskNote])
    const deliveries = session.rooms(process.process).flatMap(room => Object.values(room.deliveries))
    expect(deliveries.map(({ body }) => body)).toEqual([words.wording])
    const readBacks = session.rooms(process.process).flatMap(room => Object.values(room.readBacks))
    expect(readBacks).toMatchObject([{ body: words.readBack, verdict: { standing: 'confirmed' } }])
    expect(session.status().troubles).toEqual([])
    await session.close()
  })
})

type FiledRoom = { readonly room: string; readonly records: readonly unknown[] }
const roomsIn = (record: string): readonly FiledRoom[] => JSON.parse(record).rooms

const textsOf = (room: RoomState): readonly string[] => Object.values(room.messages).map(({ body }) => body)
const notesIn = (room: RoomState): readonly string[] => Object.values(room.notes).map(({ body }) => body)
const consentsIn = (room: RoomState): readonly Consent[] => Object.values(room.consents)

function roomOf(session: Session, kind: RoomState['kind']): RoomState {
  const [process] = session.processes()
  const room = process && session.rooms(process.process).find(each => each.kind === kind)
  if (room === undefined) throw new Error(`no ${kind}`)
  return room
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
