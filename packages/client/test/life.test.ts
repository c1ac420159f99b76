/** What happens to honest people: no network, two at once, somebody leaves, somebody comes, a device is lost. */

import {
  addParty,
  changePassphrase,
  createHttpRelay,
  createIdentity,
  createMemoryVault,
  dismissRefused,
  handOverLead,
  inspectVault,
  newId,
  openDelegation,
  openGroup,
  openSession,
  readDraft,
  recoverIdentity,
  saveDraft,
  type Vault,
  VaultError,
  waitingIn,
} from '@goodoffices/client'
import type { NoteId, RoomId } from '@goodoffices/core'
import { createMemoryRelay } from '@goodoffices/relay'
import { beforeAll, describe, expect, it } from 'vitest'
import { insiderOf } from './hostile.ts'
import { beginTalks, bodiesIn, bringIn, codesOf, meet, reopen, roomOf, say, type Talks } from './talks.ts'
import { address, createWorld, type Person, value } from './world.ts'

let talks: Talks
let second: Person

const group = async (...people: readonly Person[]): Promise<RoomId> => {
  const members = people.map(({ session }) => session.me.member)
  const room = value(await openGroup(talks.mediator.session, talks.process, { title: 'Group', members }))
  await meet(talks.mediator, ...people)
  return room
}

const sayIn = async (person: Person, room: RoomId, ...bodies: readonly string[]): Promise<void> => {
  for (const body of bodies) value(await person.session.act(room, say(body)))
}

const note = (body: string) => ({ kind: 'note.write', note: newId<NoteId>(), body }) as const

const again = (person: Person): Promise<Person> => reopen(person, { relayAt: talks.world.relayAt })

beforeAll(async () => {
  talks = await beginTalks()
  second = await talks.world.member('Second')
  await sayIn(talks.mediator, roomOf(talks.mediator, talks.process, 'table').id, 'before the second came')
  await bringIn(talks.mediator, talks.process, second, { role: 'mediator' })
})

describe('without a network', () => {
  it('SYNC-10 what is said offline is kept over an end of the program, shown at once, and arrives once', async () => {
    const { world, north, mediator } = talks
    const room = await group(north)
    world.offline = true
    await sayIn(north, room, 'one', 'two')
    await north.session.settle()
    expect(bodiesIn(north, room)).toEqual(['one', 'two'])
    const later = await again(north)
    expect(bodiesIn(later, room)).toEqual(['one', 'two'])
    expect(waitingIn(later.session, room).length).toBe(2)
    world.offline = false
    talks = { ...talks, north: later }
    await meet(later, mediator)
    expect(bodiesIn(mediator, room)).toEqual(['one', 'two'])
    expect(later.session.status()).toMatchObject({ waiting: 0, troubles: [] })
  })

  it('SYNC-11 what was sealed for an epoch that has ended meanwhile is sealed anew, once, also where the answer was lost', async () => {
    const { world, north, south, mediator } = talks
    const room = await group(north, south)
    world.offline = true
    await sayIn(north, room, 'late')
    await north.session.settle()
    world.offline = false
    value(await mediator.session.act(room, { kind: 'member.remove', member: south.session.me.member }))
    await mediator.session.settle()
    await meet(north, mediator)
    expect(mediator.session.room(room)?.epoch).toBe(3)
    expect(bodiesIn(mediator, room)).toEqual(['late'])
    expect(codesOf(north, room)).toEqual([])
    expect(mediator.session.room(room)?.rejectedCount).toBe(0)
  })

  it('SYNC-19 what no member could read is refused before it is kept: half a character, one too many; the longest goes, fifty at once', async () => {
    const { world, north, mediator } = talks
    const room = await group(north)
    expect(await north.session.act(room, say('\ud800'))).toMatchObject({
      ok: false,
      error: { code: 'act-malformed' },
    })
    expect(await north.session.act(room, say('x'.repeat(100_001)))).toMatchObject({
      ok: false,
      error: { code: 'act-malformed' },
    })
    expect(north.session.checkAct(room, say(''))).toMatchObject({ ok: false })
    expect(north.session.status().waiting).toBe(0)
    world.offline = true
    const long = `${'\u0639'.repeat(99)} `.repeat(1_000)
    await sayIn(north, room, ...Array.from({ length: 50 }, () => long))
    await north.session.settle()
    world.offline = false
    await meet(north, mediator)
    expect(bodiesIn(mediator, room)).toEqual(Array.from({ length: 50 }, () => long))
    expect(codesOf(north, room)).toEqual([])
  })
})

describe('two at once', () => {
  it('SYNC-15 two mediators who change the keys at the same moment both succeed, one after the other', async () => {
    const { north, south, mediator } = talks
    const room = await group(second, north, south)
    await Promise.all([
      mediator.session.act(room, { kind: 'member.remove', member: south.session.me.member }),
      second.session.act(room, { kind: 'member.remove', member: north.session.me.member }),
    ])
    await Promise.all([mediator.session.settle(), second.session.settle()])
    await meet(mediator, second)
    const [one, other] = [mediator, second].map(({ session }) => session.room(room))
    expect(one).toEqual(other)
    expect(one?.epoch).toBe(4)
    expect(Object.values(one?.members ?? {}).filter(({ left }) => left === undefined).length).toBe(2)
    await sayIn(mediator, room, 'the two of us')
    await meet(mediator, second, north, south)
    expect(bodiesIn(second, room)).toEqual(['the two of us'])
    for (const gone of [north, south]) expect(bodiesIn(gone, room)).toEqual([])
    expect([...codesOf(mediator, room), ...codesOf(second, room)]).toEqual([])
  })

  it('SYNC-15 two who remove the same person: it happens once, and the other is told', async () => {
    const { north, mediator } = talks
    const room = await group(second, north)
    const act = { kind: 'member.remove', member: north.session.me.member } as const
    await Promise.all([mediator, second].map(({ session }) => session.act(room, act)))
    await Promise.all([mediator, second].map(({ session }) => session.settle()))
    await meet(mediator, second)
    expect(mediator.session.room(room)).toEqual(second.session.room(room))
    expect([...codesOf(mediator, room), ...codesOf(second, room)]).toEqual(['not-in-room'])
    await dismissRefused(mediator.session)
    await dismissRefused(second.session)
  })
})

describe('two devices of one person', () => {
  it('SYNC-18 act at once, offline too, and each sees both', async () => {
    const { world, north, mediator } = talks
    const room = await group(north)
    const vault = createMemoryVault()
    const phrase = north.phrase.join(' ')
    const session = value(
      await recoverIdentity({ vault, relayAt: world.relayAt, live: false, address, phrase }),
    )
    const other: Person = { session, vault, phrase: north.phrase }
    await meet(other, mediator, north, other)
    world.offline = true
    await sayIn(north, room, 'from the first')
    await sayIn(other, room, 'from the second')
    for (const { session: each } of [north, other])
      value(await each.act(each.home()?.id as RoomId, note(`by ${each.me.device}`)))
    world.offline = false
    await Promise.all([north.session.goOnline(), other.session.goOnline()])
    await meet(north, other, mediator, north)
    expect([...bodiesIn(mediator, room)].sort()).toEqual(['from the first', 'from the second'])
    expect(bodiesIn(north, room)).toEqual(bodiesIn(other, room))
    expect(north.session.home()).toEqual(other.session.home())
    expect(Object.keys(north.session.home()?.notes ?? {}).length).toBe(2)
    expect([...codesOf(north, room), ...codesOf(other)]).toEqual([])
  })
})

describe('people come and go', () => {
  it('INV-13 a second mediator reads everything that was said before, and shares the caucuses, the table and the desk', async () => {
    const { mediator, process } = talks
    await meet(mediator, second, mediator)
    const kinds = second.session.rooms(process).map(({ kind }) => kind)
    expect(kinds.slice(0, 4)).toEqual(['table', 'desk', 'caucus', 'caucus'])
    expect(bodiesIn(second, roomOf(second, process, 'table').id)).toContain('before the second came')
    expect(roomOf(second, process, 'desk')).toEqual(roomOf(mediator, process, 'desk'))
  })

  it('SYNC-16 who leaves reads nothing later, once a mediator’s device has changed the keys; one that was stopped does so when it starts', async () => {
    const { north, south, mediator } = talks
    const room = await group(north, south)
    value(await south.session.act(room, { kind: 'member.leave' }))
    await south.session.settle()
    // Read, and stopped before the change of keys was kept.
    const { vault } = mediator
    const stopping: Vault = {
      ...vault,
      write: async changes => {
        if ([...changes.keys()].some(key => key.startsWith('out/')))
          throw new VaultError('vault-failed', 'stopped')
        return vault.write(changes)
      },
    }
    await mediator.session.close()
    const stopped = value(await openSession({ vault: stopping, relayAt: talks.world.relayAt, live: false }))
    await expect(stopped.sync(room)).rejects.toThrow('stopped')
    expect(stopped.room(room)?.rekeyDue).toBe(true)
    talks = { ...talks, mediator: await again(mediator) }
    await meet(talks.mediator, north)
    expect(north.session.room(room)).toMatchObject({ epoch: 3, rekeyDue: false })
    await sayIn(north, room, 'after')
    await meet(north, south)
    expect(bodiesIn(south, room)).toEqual([])
    expect((await (await insiderOf(south)).epochKey(room)).epoch).toBe(2)
  })

  it('INV-14 hand-over, a party that comes later, and a hidden one: its name is in no log that others read', async () => {
    const { mediator, north, process } = talks
    value(await handOverLead(mediator.session, process, second.session.me.member))
    await meet(mediator, second)
    expect(second.session.process(process)?.role).toBe('lead')
    const secret = 'Quiet Party'
    const party = value(
      await addParty(second.session, process, { name: secret, kind: 'party', hidden: true, account: true }),
    )
    await meet(second, mediator)
    expect(roomOf(mediator, process, 'caucus', party).members[mediator.session.me.member]?.role).toBe(
      'mediator',
    )
    const quiet = await talks.world.member('Quiet Person')
    await bringIn(second, process, quiet, { role: 'head', party })
    expect(quiet.session.rooms(process).map(({ kind }) => kind)).toEqual(['caucus'])
    const room = value(
      await openGroup(second.session, process, { title: 'Open', members: [north.session.me.member] }),
    )
    expect(
      await openGroup(second.session, process, { title: 'No', members: [quiet.session.me.member] }),
    ).toMatchObject({ ok: false, error: { code: 'hidden-party' } })
    await meet(second, north)
    for (const id of [room, ...north.session.rooms(process).map(each => each.id)]) {
      const all = JSON.stringify([north.session.entries(id), north.session.room(id)])
      expect(all).not.toContain(secret)
      expect(all).not.toContain(quiet.session.me.member)
    }
    expect(JSON.stringify(quiet.session.rooms(process))).not.toContain(north.session.me.member)
    value(await handOverLead(second.session, process, mediator.session.me.member))
    await meet(second, mediator)
  })

  it('INV-15 a party whose words were recorded joins, sees them, and confirms them; from then on nobody records for it', async () => {
    const { mediator, process } = talks
    const party = value(
      await addParty(mediator.session, process, {
        name: 'West',
        kind: 'party',
        hidden: false,
        account: false,
      }),
    )
    const caucus = roomOf(mediator, process, 'caucus', party).id
    const recorded = { at: 1, way: 'by-phone' } as const
    const words = { ...say('said by telephone'), recorded }
    value(await mediator.session.act(caucus, words))
    await meet(mediator)
    const west = await talks.world.member('West')
    await bringIn(mediator, process, west, { role: 'head', party })
    expect(bodiesIn(west, caucus)).toEqual(['said by telephone'])
    value(await west.session.act(caucus, { kind: 'message.confirm', message: words.message }))
    await meet(west, mediator)
    expect(roomOf(mediator, process, 'caucus', party).party?.account).toBe(true)
    expect(mediator.session.checkAct(caucus, { ...say('in your name'), recorded }).ok).toBe(false)
    expect(codesOf(west)).toEqual([])
  })

  it('INV-16 a delegation is a party’s own: its head brings in its people, and no mediator is in it or learns of it', async () => {
    const { north, mediator, process, parties } = talks
    const room = value(await openDelegation(north.session, process))
    await meet(north)
    const aide = await talks.world.member('Aide')
    await bringIn(north, process, aide, { role: 'adviser', party: parties.north })
    expect(aide.session.rooms(process).map(({ kind }) => kind)).toEqual(['caucus', 'delegation'])
    await sayIn(aide, room, 'among ourselves')
    await meet(aide, north, mediator)
    expect(bodiesIn(north, room)).toEqual(['among ourselves'])
    expect(mediator.session.room(room)).toBeUndefined()
    expect(JSON.stringify(mediator.session.rooms(process))).not.toContain(room)
    expect([...codesOf(aide), ...codesOf(north)]).toEqual([])
  })
})

describe('devices', () => {
  it('RING-6 the phrase opens also what was said after a change of keys that every other device slept through', async () => {
    const { north, south, mediator } = talks
    const room = await group(north, south)
    value(await mediator.session.act(room, { kind: 'member.remove', member: south.session.me.member }))
    await sayIn(mediator, room, 'while you were away')
    await mediator.session.settle()
    const vault = createMemoryVault()
    const session = value(
      await recoverIdentity({
        vault,
        relayAt: talks.world.relayAt,
        live: false,
        address,
        phrase: north.phrase.join(' '),
      }),
    )
    const recovered: Person = { session, vault, phrase: north.phrase }
    await meet(recovered, mediator)
    expect(bodiesIn(recovered, room)).toEqual(['while you were away'])
    await sayIn(recovered, room, 'I am back')
    await meet(recovered, mediator, north)
    expect(bodiesIn(north, room)).toEqual(['while you were away', 'I am back'])
    expect(codesOf(recovered)).toEqual([])
  })

  it('RING-7 a recovery that the network cuts short leaves nothing behind and can be begun again', async () => {
    const { world, south } = talks
    const vault = createMemoryVault()
    let requests = 0
    const cutAt = (count: number) => (at: string) =>
      createHttpRelay({
        address: at,
        fetch: async (input, init) => {
          requests += 1
          if (requests > count) throw new TypeError('cut')
          return world.relay.fetch(new Request(input, init))
        },
      })
    const phrase = south.phrase.join(' ')
    for (const count of [0, 1, 2, 4, 8]) {
      requests = 0
      expect(
        await recoverIdentity({ vault, relayAt: cutAt(count), live: false, address, phrase }),
      ).toMatchObject({
        ok: false,
        error: { code: 'relay-unreachable' },
      })
      expect(await inspectVault(vault)).toBe('none')
    }
    const session = value(
      await recoverIdentity({ vault, relayAt: world.relayAt, live: false, address, phrase }),
    )
    expect(session.me.name).toBe('South')
    await session.goOnline()
    expect(session.processes().length).toBe(1)
    expect(session.status().troubles).toEqual([])
  })

  it('RING-8, SYNC-21 a wrong passphrase opens nothing, the right one everything, drafts too; what the disk holds shows neither words nor keys', async () => {
    const world = await createWorld()
    const vault = createMemoryVault()
    const options = { vault, relayAt: world.relayAt, live: false }
    const made = value(
      await createIdentity({ ...options, name: 'Careful', address, passphrase: 'correct horse' }),
    )
    await saveDraft(made.session, 'letter', 'unsent and secret')
    const home = made.session.home()?.id as RoomId
    value(await made.session.act(home, { kind: 'note.write', note: newId<NoteId>(), body: 'a private note' }))
    await made.session.settle()
    await made.session.close()
    expect(await inspectVault(vault)).toBe('locked')
    expect(await openSession({ ...options, passphrase: 'wrong' })).toMatchObject({
      ok: false,
      error: { code: 'passphrase-wrong' },
    })
    expect(await openSession(options)).toMatchObject({ ok: false, error: { code: 'passphrase-needed' } })
    const disk = Buffer.concat((await vault.scan('')).map(([, bytes]) => bytes)).toString('latin1')
    expect(disk).not.toContain('unsent and secret')
    expect(disk).not.toContain('a private note')
    const session = value(await openSession({ ...options, passphrase: 'correct horse' }))
    expect(readDraft(session, 'letter')).toBe('unsent and secret')
    expect(Object.values(session.home()?.notes ?? {}).map(({ body }) => body)).toEqual(['a private note'])
  })

  it('RING-14 a passphrase is set, changed and taken away by whoever says the one in force, and what was kept stays', async () => {
    const world = await createWorld()
    const vault = createMemoryVault()
    const options = { vault, relayAt: world.relayAt, live: false }
    const made = value(await createIdentity({ ...options, name: 'Careful', address }))
    let session = made.session
    await saveDraft(session, 'letter', 'unsent and secret')
    const reopenWith = async (passphrase?: string) => {
      await session.close()
      const opened = await openSession({ ...options, ...(passphrase === undefined ? {} : { passphrase }) })
      if (opened.ok) session = opened.value
      return opened
    }
    value(await changePassphrase(session, undefined, 'the first one'))
    expect(await inspectVault(vault)).toBe('locked')
    expect(await reopenWith()).toMatchObject({ error: { code: 'passphrase-needed' } })
    value(await reopenWith('the first one'))
    const before = await vault.read('lock')
    expect(await changePassphrase(session, undefined, 'the second one')).toMatchObject({
      error: { code: 'passphrase-needed' },
    })
    expect(await changePassphrase(session, 'guess', 'the second one')).toMatchObject({
      error: { code: 'passphrase-wrong' },
    })
    expect(await vault.read('lock')).toEqual(before)
    value(await changePassphrase(session, 'the first one', 'the second one'))
    expect(await reopenWith('the first one')).toMatchObject({ error: { code: 'passphrase-wrong' } })
    value(await reopenWith('the second one'))
    expect(readDraft(session, 'letter')).toBe('unsent and secret')
    expect(await changePassphrase(session, 'guess', undefined)).toMatchObject({
      error: { code: 'passphrase-wrong' },
    })
    value(await changePassphrase(session, 'the second one', undefined))
    expect(await inspectVault(vault)).toBe('open')
    value(await reopenWith())
    expect(readDraft(session, 'letter')).toBe('unsent and secret')
  })

  it('RING-9 what is sealed on a device opens under its own name only', async () => {
    const world = await createWorld()
    const person = await world.member('Person')
    await saveDraft(person.session, 'one', 'first')
    await saveDraft(person.session, 'two', 'second')
    const [one, two] = await Promise.all([person.vault.read('draft/one'), person.vault.read('draft/two')])
    await person.vault.write(
      new Map([
        ['draft/one', two ?? null],
        ['draft/two', one ?? null],
      ]),
    )
    const opened = await reopen(person, { relayAt: world.relayAt })
    expect([readDraft(opened.session, 'one'), readDraft(opened.session, 'two')]).toEqual([
      undefined,
      undefined,
    ])
  })
})

describe('a device or a host that cannot', () => {
  it('SYNC-20 a disk that refuses is reported, nothing is said to be kept, and it goes on when the disk does', async () => {
    const { north, mediator } = talks
    const room = await group(north)
    let isFull = false
    const vault: Vault = {
      ...north.vault,
      write: async changes => {
        if (isFull) throw new VaultError('vault-full', 'no space')
        return north.vault.write(changes)
      },
    }
    await north.session.close()
    const session = value(await openSession({ vault, relayAt: talks.world.relayAt, live: false }))
    await session.goOnline()
    talks.world.offline = true
    value(await session.act(room, say('kept before')))
    await session.settle()
    talks.world.offline = false
    isFull = true
    await expect(session.act(room, say('not kept'))).rejects.toThrow('no space')
    await session.goOnline()
    await session.settle()
    expect(session.status().troubles.map(({ code }) => code)).toEqual(['vault-full'])
    isFull = false
    await session.goOnline()
    await session.settle()
    expect(session.status()).toMatchObject({ waiting: 0, troubles: [] })
    await meet(mediator)
    expect(bodiesIn(mediator, room)).toEqual(['kept before'])
    await session.close()
    talks = { ...talks, north: await again(north) }
  })

  it('SYNC-13 words that a full host does not take wait, with its reason, and go when there is room', async () => {
    const relay = await createMemoryRelay({ limits: { storeBytesMax: 40_000 } })
    const relayAt = (at: string) =>
      createHttpRelay({ address: at, fetch: async (input, init) => relay.fetch(new Request(input, init)) })
    const world = await createWorld()
    const person = await world.member('Person', { relayAt })
    const home = person.session.home()?.id as RoomId
    const notes = Array.from(
      { length: 60 },
      (_, i) => ({ kind: 'note.write', note: newId<NoteId>(), body: `${i} ${'x'.repeat(400)}` }) as const,
    )
    for (const act of notes) value(await person.session.act(home, act))
    await person.session.settle()
    expect(codesOf(person)).toEqual(['relay/store-full'])
    expect(person.session.status().waiting).toBeGreaterThan(0)
    expect(Object.keys(person.session.home()?.notes ?? {}).length).toBe(60)
  })
})
