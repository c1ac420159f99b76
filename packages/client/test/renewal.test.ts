/** New keys for a device: taken by every room that can be reached, the old ones out of each, and gone from the vault in the end. */

import {
  cancelInvitation,
  changePassphrase,
  createHttpRelay,
  createMemoryVault,
  devicesOf,
  finishRenewal,
  invite,
  notesOf,
  openSession,
  purgeNotes,
  RelayError,
  type RelayPort,
  recoverIdentity,
  renewalOf,
  renewDevice,
  seedExposure,
  type Vault,
  VaultError,
  writeNote,
} from '@goodoffices/client'
import { type DeviceId, type RoomState, rosterDevices } from '@goodoffices/core'
import { secretToText } from '@goodoffices/log'
import { describe, expect, it } from 'vitest'
import { lockKey, lockToBytes, readLock } from '../src/identity/lock.ts'
import { exposedKey, Strongbox } from '../src/identity/strongbox.ts'
import { addDevice, beginTalks, bodiesIn, codesOf, meet, reopen, roomOf, say, type Talks } from './talks.ts'
import { address, type Person, value } from './world.ts'

const listed = (state: RoomState): readonly DeviceId[] => rosterDevices(state).map(({ device }) => device)

const everyRoom = (person: Person, { process }: Talks): readonly RoomState[] => {
  const home = person.session.home()
  return [...(home === undefined ? [] : [home]), ...person.session.rooms(process)]
}

const standings = (person: Person) => renewalOf(person.session)?.rooms.map(({ standing }) => standing)

const isUnderWay = ({ session }: Person): boolean => renewalOf(session)?.isOver === false

/** Everything that a vault holds, opened. */
async function heldIn(vault: Vault, passphrase?: string): Promise<string> {
  const box = value(await Strongbox.unlock(vault, passphrase))
  const all: string[] = []
  for (const [key, bytes] of await vault.scan(''))
    all.push(`${key} ${JSON.stringify(await box.open(key, bytes))}`)
  return all.join('\n')
}

describe('new keys for this device', () => {
  it('RING-21 every room takes them and has the old ones out, with new keys of the room; the old seed is gone', async () => {
    const talks = await beginTalks()
    const { mediator, north, south } = talks
    const passphrase = 'a passphrase of its own'
    value(await changePassphrase(mediator.session, undefined, passphrase))
    expect(await seedExposure(mediator.session)).toBe('seed')
    const before = mediator.session.me.device
    const seed = secretToText(mediator.session.engine.identity.seed)
    const epochs = everyRoom(mediator, talks).map(({ epoch }) => epoch)
    value(await renewDevice(mediator.session))
    expect(mediator.session.me.device).not.toBe(before)
    expect(await heldIn(mediator.vault, passphrase)).toContain(seed)
    await meet(mediator, mediator)
    expect(isUnderWay(mediator)).toBe(false)
    expect(await seedExposure(mediator.session)).toBe('none')
    for (const [i, room] of everyRoom(mediator, talks).entries()) {
      expect(listed(room)).toContain(mediator.session.me.device)
      expect(listed(room)).not.toContain(before)
      expect(room.epoch).toBeGreaterThan(epochs[i] ?? 0)
      expect(room.rekeyDue).toBe(false)
    }
    expect(await heldIn(mediator.vault, passphrase)).not.toContain(seed)
    expect(
      devicesOf(mediator.session)
        .map(({ is }) => is)
        .sort(),
    ).toEqual(['paper', 'this'])
    // It goes on as the member, from the new keys alone, and opens what it has not kept open.
    const again = await reopen(mediator, { relayAt: talks.world.relayAt, passphrase })
    await meet(again)
    const caucus = roomOf(again, talks.process, 'caucus', talks.parties.north).id
    value(await again.session.act(caucus, say('with new keys')))
    await meet(again, north, south)
    expect(bodiesIn(north, caucus)).toEqual(['with new keys'])
    expect([...codesOf(again), ...codesOf(north), ...codesOf(south)]).toEqual([])
  })

  it('RING-21 a party’s delegate and head, who do not administer the table, have the old ones out there too', async () => {
    const talks = await beginTalks()
    const { mediator, north } = talks
    const before = north.session.me.device
    value(await renewDevice(north.session))
    await meet(north, mediator, north, mediator, north)
    expect(isUnderWay(north)).toBe(false)
    for (const room of everyRoom(north, talks)) {
      expect(listed(room)).toContain(north.session.me.device)
      expect(listed(room)).not.toContain(before)
      expect(room.rekeyDue).toBe(false)
    }
    const caucus = roomOf(north, talks.process, 'caucus').id
    value(await mediator.session.act(caucus, say('to the new keys')))
    await meet(mediator, north)
    expect(bodiesIn(north, caucus)).toEqual(['to the new keys'])
  })

  it('RING-21 what waits meanwhile is said once, by whichever keys the room has', async () => {
    const talks = await beginTalks()
    const { mediator, north, world } = talks
    const caucus = roomOf(north, talks.process, 'caucus').id
    world.offline = true
    value(await north.session.act(caucus, say('before')))
    value(await renewDevice(north.session))
    value(await north.session.act(caucus, say('between')))
    await north.session.settle()
    expect(standings(north)).toEqual(['to-do', 'to-do', 'to-do'])
    world.offline = false
    await meet(north, mediator, north, mediator)
    expect(bodiesIn(mediator, caucus)).toEqual(['before', 'between'])
    expect(isUnderWay(north)).toBe(false)
    expect(codesOf(north)).toEqual([])
  })

  it('RING-21 a program that ends anywhere in between goes on with the next, and no room is left behind', async () => {
    for (let writes = 0; writes < 60; writes += stride) {
      const talks = await beginTalks()
      const { mediator, world } = talks
      await mediator.session.close()
      const failing = stoppingAfter(mediator.vault, writes)
      const session = value(await openSession({ vault: failing.vault, relayAt: world.relayAt, live: false }))
      const first: Person = { ...mediator, session }
      await meet(first)
      const before = session.me.device
      failing.count()
      const begun = await renewDevice(session).catch(onVaultError)
      if (begun?.ok === true) await meet(first).catch(onVaultError)
      await session.engine.halt()
      const next: Person = {
        ...mediator,
        session: value(await openSession({ vault: mediator.vault, relayAt: world.relayAt, live: false })),
      }
      if (next.session.me.device === before && !isUnderWay(next)) value(await renewDevice(next.session))
      await meet(next, next)
      expect(isUnderWay(next)).toBe(false)
      for (const room of everyRoom(next, talks)) {
        expect(listed(room)).toContain(next.session.me.device)
        expect(listed(room)).not.toContain(before)
      }
      if (!failing.hasStopped()) break
    }
  }, 120_000)

  it('RING-21 a room that cannot be reached holds up no other, and is taken up when it is there again', async () => {
    const talks = await beginTalks()
    const { mediator, world } = talks
    const south = roomOf(mediator, talks.process, 'caucus', talks.parties.south).id
    const before = mediator.session.me.device
    let isCut = true
    const relayAt = (at: string) =>
      createHttpRelay({
        address: at,
        fetch: async (input, init) => {
          const request = new Request(input, init)
          if (isCut && request.url.includes(south)) throw new TypeError('no network')
          return world.relay.fetch(request)
        },
      })
    const person = await reopen(mediator, { relayAt })
    await meet(person)
    value(await renewDevice(person.session))
    await meet(person, person)
    const rooms = renewalOf(person.session)?.rooms ?? []
    expect(rooms.map(({ room }) => room).sort()).toEqual(
      everyRoom(person, talks)
        .map(({ id }) => id)
        .sort(),
    )
    expect(rooms.filter(({ standing }) => standing !== 'done')).toMatchObject([
      { room: south, standing: 'to-do', why: { code: 'relay-unreachable' } },
    ])
    expect(await heldIn(person.vault)).toContain(
      secretToText(person.session.engine.identity.former?.seed ?? never()),
    )
    isCut = false
    await meet(person, person)
    expect(isUnderWay(person)).toBe(false)
    expect(listed(roomOf(person, talks.process, 'caucus', talks.parties.south))).not.toContain(before)
  })

  it('RING-21, SYNC-5 hostile: whoever lists the new keys as their own, where they are not yet, has nothing said in their name', async () => {
    const talks = await beginTalks()
    const { mediator, process, parties, world } = talks
    const caucus = roomOf(talks.north, process, 'caucus').id
    let isCut = true
    const relayAt = (at: string) =>
      createHttpRelay({
        address: at,
        fetch: async (input, init) => {
          const request = new Request(input, init)
          if (isCut && request.url.includes(caucus)) throw new TypeError('no network')
          return world.relay.fetch(request)
        },
      })
    const north = await reopen(talks.north, { relayAt })
    await meet(north)
    value(await renewDevice(north.session))
    await meet(north, mediator)
    const seat = roomOf(mediator, process, 'table').members[north.session.me.member]
    const card = seat?.devices.find(({ device }) => device === north.session.me.device)
    if (card === undefined) throw new Error('the new keys are not at the table')
    value(await mediator.session.act(caucus, { kind: 'device.add', card }))
    await meet(mediator)
    isCut = false
    await meet(north, mediator, north)
    value(await north.session.act(caucus, say('We do not agree.')))
    await meet(north, mediator)
    const messages = Object.values(roomOf(mediator, process, 'caucus', parties.north).messages)
    expect(messages.map(({ by, body }) => [by, body])).toEqual([
      [north.session.me.member, 'We do not agree.'],
    ])
    expect(renewalOf(north.session)?.rooms.filter(({ standing }) => standing !== 'done')).toMatchObject([
      { room: caucus, standing: 'to-do', why: { code: 'device-of-another' } },
    ])
  })

  it('RING-21 a record that is destroyed while rooms take them holds nothing up, and nobody is told of a step that was not to be', async () => {
    const { mediator, process } = await beginTalks()
    const { session } = mediator
    value(await writeNote(session, process, { body: 'Not for long.' }))
    await meet(mediator)
    const [notes] = notesOf(session, process)
    value(await changePassphrase(session, undefined, 'a passphrase of its own'))
    let purging: ReturnType<typeof purgeNotes> | undefined
    session.subscribe(() => {
      const { standing } = renewalOf(session)?.rooms.find(({ room }) => room === notes?.id) ?? {}
      if (standing === 'listed') purging ??= purgeNotes(session, process, 'Code of conduct, article 5.')
    })
    value(await renewDevice(session))
    for (let round = 0; round < 20 && isUnderWay(mediator); round += 1) await meet(mediator)
    expect(await purging).toEqual({ ok: true, value: null })
    expect([isUnderWay(mediator), notesOf(session, process)]).toEqual([false, []])
    expect(codesOf(mediator)).toEqual([])
  })

  it('RING-21 a room whose relay has lost it is not waited for beyond what its member wants', async () => {
    const talks = await beginTalks()
    const { mediator, north, world } = talks
    const lost = roomOf(mediator, talks.process, 'caucus', talks.parties.south).id
    const person = await reopen(mediator, { relayAt: losing(world.relayAt, lost) })
    await meet(person)
    value(await renewDevice(person.session))
    await meet(person, person)
    const left = renewalOf(person.session)?.rooms.filter(({ standing }) => standing !== 'done')
    expect(left).toMatchObject([{ room: lost, why: { code: 'log-rolled-back' } }])
    const old = secretToText(person.session.engine.identity.former?.seed ?? never())
    value(await finishRenewal(person.session))
    expect(isUnderWay(person)).toBe(false)
    expect(await heldIn(person.vault)).not.toContain(old)
    expect(await finishRenewal(person.session)).toMatchObject({ error: { code: 'renewal-not-begun' } })
    await meet(north)
    expect(codesOf(north)).toEqual([])
  })

  it('RING-21 with something begun that only the old keys complete, or once more before it is done, nothing is changed', async () => {
    const talks = await beginTalks()
    const { mediator } = talks
    const { device } = mediator.session.me
    const id = value(await invite(mediator.session, talks.process, { name: 'Third', role: 'mediator' }))
    expect(await renewDevice(mediator.session)).toMatchObject({ error: { code: 'device-exchange-open' } })
    value(await cancelInvitation(mediator.session, id))
    await meet(mediator)
    talks.world.offline = true
    value(await renewDevice(mediator.session))
    expect(await renewDevice(mediator.session)).toMatchObject({ error: { code: 'renewal-under-way' } })
    expect(mediator.session.me.device).not.toBe(device)
  })

  it('RING-20, RING-21 a passphrase set later marks the seed where the key lay among the rest, and is told until there are new keys', async () => {
    const talks = await beginTalks()
    const { north, mediator } = talks
    value(await changePassphrase(north.session, undefined, 'a passphrase of its own'))
    expect(await seedExposure(north.session)).toBe('seed')
    expect(codesOf(north)).toEqual(['seed-exposed'])
    value(await renewDevice(north.session))
    expect(codesOf(north)).toEqual([])
    await meet(north, mediator, north)
    expect(await seedExposure(north.session)).toBe('none')
    expect(await heldIn(north.vault, 'a passphrase of its own')).not.toContain(exposedKey)
  })

  it('RING-21 a passphrase of release 0.1 is set anew first: what it protects may lie open', async () => {
    const talks = await beginTalks()
    const { north, world } = talks
    const [passphrase, next] = ['a passphrase of its own', 'another of its own']
    value(await changePassphrase(north.session, undefined, passphrase))
    const lock = readLock((await north.vault.read(lockKey)) ?? never())
    if (lock?.how !== 'locked') throw new Error('not locked')
    await north.vault.write(new Map([[lockKey, lockToBytes({ ...lock, isOwn: false })]]))
    const then = await reopen(north, { relayAt: world.relayAt, passphrase })
    expect(codesOf(then)).toEqual(['passphrase-of-before'])
    expect(await renewDevice(then.session)).toMatchObject({ error: { code: 'passphrase-of-before' } })
    value(await changePassphrase(then.session, passphrase, next))
    expect(codesOf(then)).toEqual(['seed-exposed'])
    value(await renewDevice(then.session))
    await meet(then, talks.mediator, then)
    expect(isUnderWay(then)).toBe(false)
    expect(await seedExposure(then.session)).toBe('none')
  })

  it('RING-21 another device and the phrase go on as before', async () => {
    const talks = await beginTalks()
    const { mediator, world } = talks
    const second = await addDevice(world, mediator)
    value(await renewDevice(mediator.session))
    await meet(mediator, second, mediator, second)
    const desk = roomOf(second, talks.process, 'desk').id
    value(await second.session.act(desk, say('from the second')))
    await meet(second, mediator)
    expect(bodiesIn(mediator, desk)).toEqual(['from the second'])
    const vault = createMemoryVault()
    const phrase = mediator.phrase.join(' ')
    const recovered = value(
      await recoverIdentity({ vault, relayAt: world.relayAt, live: false, address, phrase }),
    )
    expect(bodiesIn({ session: recovered, vault, phrase: [] }, desk)).toEqual(['from the second'])
  })
})

/** By default every seventh write, on demand each. */
const stride = process.env['GOODOFFICES_RUNS'] === undefined ? 7 : 1

const never = (): never => {
  throw new Error('no seed of before')
}

function onVaultError(error: unknown): undefined {
  if (!(error instanceof VaultError)) throw error
  return undefined
}

/** A vault that keeps nothing any more after so many writes from when it is told to count. */
function stoppingAfter(inner: Vault, writes: number) {
  let left = Number.POSITIVE_INFINITY
  const vault: Vault = {
    ...inner,
    write: async changes => {
      left -= 1
      if (left < 0) throw new VaultError('vault-failed', 'stopped')
      return inner.write(changes)
    },
    close: async () => {},
  }
  return {
    vault,
    count: () => {
      left = writes
    },
    hasStopped: () => left < 0,
  }
}

const refuseLost = (): never => {
  throw new RelayError('relay/unknown-log')
}

/** A relay that has lost a log, and takes nothing of it back. */
function losing(relayAt: (at: string) => RelayPort, lost: string) {
  return (at: string): RelayPort => {
    const port = relayAt(at)
    return {
      ...port,
      read: async (log, ...rest) => (log === lost ? refuseLost() : port.read(log, ...rest)),
      restore: async (log, ...rest) => (log === lost ? refuseLost() : port.restore(log, ...rest)),
    }
  }
}
