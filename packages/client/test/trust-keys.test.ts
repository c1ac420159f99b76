/** Who can change a room's keys and people, and what becomes of whoever tries without the right to. */

import { dismissRefused, faultsOf, openGroup, verifyRecord, writeRecord } from '@goodoffices/client'
import { type RoomId, rosterDevices } from '@goodoffices/core'
import {
  createDevice,
  createEpochKey,
  createSecret,
  type Device,
  type EpochKey,
  type KeysRecipient,
  makeKeysEnvelope,
  openEnvelope,
  sealEnvelope,
} from '@goodoffices/log'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deviceToCard } from '../src/identity/identity.ts'
import { cardToKeys } from '../src/log/cards.ts'
import { HostileRelay, insiderOf } from './hostile.ts'
import { beginTalksThrough, bodiesIn, codesOf, meet, roomOf, say, type Talks } from './talks.ts'
import { type Person, value } from './world.ts'

let relay: HostileRelay
let talks: Talks
/** A group of all three, new for each test. */
let room: RoomId

beforeAll(async () => {
  relay = await HostileRelay.create()
  talks = await beginTalksThrough(name => relay.portFor(name))
})

beforeEach(async () => {
  const { mediator, north, south, process } = talks
  const members = [north, south].map(({ session }) => session.me.member)
  room = value(await openGroup(mediator.session, process, { title: 'Group', members }))
  await mediator.session.settle()
  for (const { session } of [north, south]) await session.goOnline()
})

const everybody = (): readonly Person[] => [talks.mediator, talks.north, talks.south]

const devicesIn = async (...people: readonly Person[]): Promise<readonly Device[]> =>
  Promise.all(people.map(async person => (await insiderOf(person)).device))

const syncAll = async (): Promise<void> => {
  for (const { session } of everybody()) await session.sync(room)
}

/** Whether any envelope of the room can be opened with a key. */
const opensAny = async (key: EpochKey, epoch: number): Promise<boolean> => {
  for (const { envelope } of relay.records(room)) {
    if (envelope === undefined) continue
    if ((await openEnvelope({ logId: room, epoch, epochKey: key, envelope })).ok) return true
  }
  return false
}

/** Everybody is told, nobody writes a word with the new key, and what they say goes with other keys. */
const expectRefused = async (key: EpochKey): Promise<void> => {
  const before = talks.mediator.session.room(room)
  await syncAll()
  for (const person of everybody()) {
    expect(codesOf(person, room)).toContain('keys-passed-over')
    expect(person.session.room(room)?.epoch).not.toBe((before?.epoch ?? 0) + 1)
    expect(person.session.room(room)?.members).toEqual(before?.members)
  }
  // An administrator's device begins another epoch past it, and what is said goes with that.
  await meet(...everybody())
  value(await talks.south.session.act(room, say('for the group only')))
  await meet(...everybody(), ...everybody())
  for (const person of everybody()) expect(bodiesIn(person, room)).toEqual(['for the group only'])
  expect(await opensAny(key, (before?.epoch ?? 0) + 1)).toBe(false)
}

describe('attack 1: the relay adds a member or a device', () => {
  it('SYNC-5 an admission sealed with a key of the relay’s own changes nothing', async () => {
    const stranger = await createDevice(createSecret())
    const roster = talks.north.session.room(room)?.members
    const plaintext = new TextEncoder().encode(
      JSON.stringify({ kind: 'device.add', card: deviceToCard(stranger) }),
    )
    relay.inject(room, await sealEnvelope({ logId: room, epoch: 2, epochKey: createEpochKey(), plaintext }))
    await syncAll()
    expect(talks.north.session.room(room)?.members).toEqual(roster)
    expect(faultsOf(talks.north.session, room).map(({ violation }) => violation.code)).toEqual([
      'envelope/commitment',
    ])
  })

  it('SYNC-6 keys that the relay hands to everybody, knowing their devices from elsewhere, begin no epoch, and nobody writes with them', async () => {
    const stranger = await createDevice(createSecret())
    const key = createEpochKey()
    const roster = [...(await devicesIn(...everybody())), stranger].map(recipientOf)
    const keys = await makeKeysEnvelope({
      logId: room,
      epoch: 3,
      epochKey: key,
      previousKey: createEpochKey(),
      roster,
      author: stranger,
    })
    relay.inject(room, keys)
    await expectRefused(key)
  })
})

describe('attack 4: rekeys by those who may not', () => {
  it('SYNC-6 by a member who does not administer the room', async () => {
    const insider = await insiderOf(talks.north)
    const key = createEpochKey()
    const roster = rosterOf(room).map(({ publicKeys }) => publicKeys)
    relay.inject(room, await insider.rekey(room, { roster, key }))
    await expectRefused(key)
  })

  it('SYNC-6 by somebody who is not of the room, in an administrator’s name', async () => {
    const { mediator, south, process, parties } = talks
    room = roomOf(mediator, process, 'caucus', parties.north).id
    const key = createEpochKey()
    const outsider = (await insiderOf(south)).device
    const impostor = { ...outsider, id: (await insiderOf(mediator)).device.id }
    const roster = rosterOf(room).map(recipientOf)
    const epoch = (mediator.session.room(room)?.epoch ?? 0) + 1
    relay.inject(
      room,
      await makeKeysEnvelope({ logId: room, epoch, epochKey: key, roster, author: impostor }),
    )
    for (const { session } of [mediator, talks.north]) await session.sync(room)
    expect(codesOf(mediator, room)).toContain('keys-passed-over')
    value(await talks.north.session.act(room, say('in confidence')))
    await talks.north.session.settle()
    expect(await opensAny(key, epoch)).toBe(false)
    expect(codesOf(talks.north, room)).toContain('keys-passed-over')
    await dismissRefused(talks.north.session)
  })

  it('SYNC-6 by an administrator, for others than those who are in the room', async () => {
    const insider = await insiderOf(talks.mediator)
    const stranger = await createDevice(createSecret())
    const key = createEpochKey()
    const roster = [...rosterOf(room), stranger].map(({ publicKeys }) => publicKeys)
    relay.inject(room, await insider.rekey(room, { roster, key }))
    await syncAll()
    for (const person of [talks.north, talks.south])
      expect(codesOf(person, room)).toContain('keys-passed-over')
  })

  it('SYNC-6 by a member who was removed', async () => {
    const { mediator, south, process } = talks
    const insider = await insiderOf(south)
    const old = await insider.epochKey(room)
    const act = { kind: 'member.remove', member: south.session.me.member } as const
    value(await mediator.session.act(room, act))
    await mediator.session.settle()
    expect(mediator.session.room(room)?.epoch).toBe(3)
    const key = createEpochKey()
    const roster = (await devicesIn(...everybody())).map(({ publicKeys }) => publicKeys)
    relay.inject(room, await insider.rekey(room, { roster, key, epoch: 4, previousKey: old.key }))
    await mediator.session.sync(room)
    expect(codesOf(mediator, room)).toContain('keys-passed-over')
    expect(mediator.session.room(room)?.epoch).not.toBe(4)
    expect(mediator.session.rooms(process).length).toBeGreaterThan(0)
  })
})

describe('attack 5: a distributor of keys does not treat all alike', () => {
  it('SYNC-6 who is left out is told, the others do not take the keys, and the room goes on with all of them', async () => {
    const insider = await insiderOf(talks.mediator)
    const [mediator, north] = await devicesIn(talks.mediator, talks.north)
    const roster = [mediator, north].flatMap(device => device?.publicKeys ?? [])
    relay.inject(room, await insider.rekey(room, { roster }))
    await syncAll()
    expect(codesOf(talks.north, room)).toContain('keys-passed-over')
    await meet(talks.mediator, talks.north, talks.south)
    // Keys came for it in the meantime, from a device of the mediator’s that does as it should.
    expect(codesOf(talks.south, room)).toContain('keys-passed-over')
    expect(talks.south.session.room(room)?.epoch).toBe(talks.north.session.room(room)?.epoch)
  })
})

describe('attack 4: an epoch that nobody has begun', () => {
  it('SYNC-34 words of an epoch that the log has not reached stop nobody, and neither do keys that skip one', async () => {
    const insider = await insiderOf(talks.mediator)
    const key = createEpochKey()
    const stray = { logId: room, epoch: 1_000_000_000, epochKey: key }
    relay.inject(room, await sealEnvelope({ ...stray, plaintext: new Uint8Array(3) }))
    const roster = rosterOf(room).map(({ publicKeys }) => publicKeys)
    relay.inject(room, await insider.rekey(room, { roster, key: createEpochKey(), epoch: 999_999 }))
    relay.inject(room, await insider.seal(room, say('still heard')))
    await syncAll()
    for (const person of everybody()) {
      expect(bodiesIn(person, room)).toEqual(['still heard'])
      expect(codesOf(person, room)).toEqual([])
      expect(faultsOf(person.session, room).map(({ violation }) => violation.code)).toEqual([
        'epoch-out-of-order',
        'epoch-out-of-order',
      ])
    }
    const copy = await writeRecord(talks.north.session, [room])
    expect(value(await verifyRecord(copy)).rooms[0]?.faults).toHaveLength(2)
  })
})

describe('attack 7: a removed member', () => {
  it('SYNC-17 who posts under a stale epoch is not heard, and reads nothing of the epochs after, though the relay shows all', async () => {
    const { mediator, north, south } = talks
    const insider = await insiderOf(south)
    const old = await insider.epochKey(room)
    value(await mediator.session.act(room, { kind: 'member.remove', member: south.session.me.member }))
    await mediator.session.settle()
    value(await mediator.session.act(room, say('without South')))
    await mediator.session.settle()
    relay.inject(room, await insider.seal(room, say('still here'), { epoch: old.epoch, key: old.key }))
    await syncAll()
    expect(bodiesIn(north, room)).toEqual(['without South'])
    expect(faultsOf(north.session, room).map(({ violation }) => violation.code)).toEqual([
      'epoch-out-of-order',
    ])
    expect(bodiesIn(south, room)).toEqual([])
    expect((await insider.epochKey(room)).epoch).toBe(old.epoch)
    expect(codesOf(south, room)).toEqual([])
    expect(await south.session.act(room, say('no'))).toMatchObject({
      ok: false,
      error: { code: 'no-longer-a-member' },
    })
  })
})

describe('attack 8: an entry of a caucus is replayed into the table', () => {
  it('SYNC-5 neither as it is nor sealed anew by somebody who is in both', async () => {
    const { mediator, south, process } = talks
    const caucus = roomOf(south, process, 'caucus').id
    const secret = await insiderOf(mediator)
    const theirs = await insiderOf(south)
    const entry = await theirs.seal(caucus, say('a secret'))
    const { epoch, key } = await theirs.epochKey(caucus)
    const opened = await openEnvelope({ logId: caucus, epoch, epochKey: key, envelope: entry })
    if (!opened.ok) throw new Error(opened.error.code)
    const here = await secret.epochKey(room)
    relay.inject(room, entry)
    relay.inject(
      room,
      await sealEnvelope({ logId: room, epoch: here.epoch, epochKey: here.key, plaintext: opened.value }),
    )
    await syncAll()
    for (const person of everybody()) {
      expect(bodiesIn(person, room)).toEqual([])
      expect(faultsOf(person.session, room).map(({ violation }) => violation.code)).toEqual([
        'epoch-out-of-order',
        'entry/log',
      ])
    }
  })
})

describe('attack 12: keys on which software disagrees', () => {
  it('SYNC-5 a device whose keys are not its id’s, not of prime order, or of no use to wrap to is listed by nobody, and the next rekey holds', async () => {
    const { mediator, north, south } = talks
    const insider = await insiderOf(north)
    const good = deviceToCard(await createDevice(createSecret()))
    const other = deviceToCard(await createDevice(createSecret()))
    const neutral = `AQ${'A'.repeat(41)}`
    for (const card of [
      { ...good, sign: other.sign },
      { ...good, sign: neutral },
      { ...good, wrap: 'AAAA' },
    ])
      relay.inject(room, await insider.seal(room, { kind: 'device.add', card }))
    await syncAll()
    expect(faultsOf(mediator.session, room).map(({ violation }) => violation.code)).toEqual(
      Array(3).fill('device-id-mismatch'),
    )
    value(await mediator.session.act(room, { kind: 'member.remove', member: south.session.me.member }))
    await meet(mediator)
    expect(mediator.session.room(room)?.epoch).toBe(3)
    expect(codesOf(mediator, room)).toEqual([])
  })
})

/** The devices that a room lists, as far as the test holds them; paper devices by their cards. */
const recipientOf = ({ publicKeys }: Pick<Device, 'publicKeys'>): KeysRecipient => ({
  ...publicKeys,
  isSteward: true,
})

function rosterOf(id: RoomId): readonly Pick<Device, 'publicKeys'>[] {
  const state = talks.mediator.session.room(id)
  if (state === undefined) throw new Error('no room')
  return rosterDevices(state).flatMap(card => {
    const publicKeys = cardToKeys(card)
    return publicKeys === undefined ? [] : [{ publicKeys }]
  })
}
