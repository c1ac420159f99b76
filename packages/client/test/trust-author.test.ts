/** What a member of a room can put into it with a program of their own: in whose name, and with which devices. */

import { faultsOf, openGroup } from '@goodoffices/client'
import type { DeviceCard, RoomId } from '@goodoffices/core'
import {
  bytesToBase64url,
  createDevice,
  createSecret,
  type Device,
  type DeviceKeys,
  deviceIdOf,
  hexToBytes,
  verifyingMax,
} from '@goodoffices/log'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deviceToCard } from '../src/identity/identity.ts'
import { HostileRelay, insiderOf } from './hostile.ts'
import { beginTalksThrough, bodiesIn, codesOf, meet, say, type Talks } from './talks.ts'
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
  await meet(mediator, north, south)
})

const everybody = (): readonly Person[] => [talks.mediator, talks.north, talks.south]
const syncAll = async (): Promise<void> => {
  for (const { session } of everybody()) await session.sync(room)
}
const codesOfFaults = (person: Person): readonly string[] =>
  faultsOf(person.session, room).map(({ violation }) => violation.code)

/** Signs with one device what it says is by the other. */
const forge = async (forger: Person, victim: Person, act: Parameters<typeof sealAs>[1]) =>
  relay.inject(room, await sealAs({ by: forger, as: victim }, act))

const sealAs = async (
  { by, as }: { readonly by: Person; readonly as: Person },
  act: ReturnType<typeof say> | { readonly kind: 'member.remove'; readonly member: string },
) => {
  const own = await insiderOf(by)
  const impostor: Device = { ...own.device, id: (await insiderOf(as)).device.id }
  return own.seal(room, act, { author: impostor })
}

describe('attack 1: a member writes in another’s name', () => {
  it('SYNC-5 words that another has signed are not taken for theirs, by anybody', async () => {
    const { mediator, north, south } = talks
    await forge(north, south, say('We give way in everything.'))
    await forge(north, mediator, say('The mediators advise it.'))
    await syncAll()
    for (const person of everybody()) {
      expect(bodiesIn(person, room)).toEqual([])
      expect(codesOfFaults(person)).toEqual(['entry/signature', 'entry/signature'])
    }
    // What is really by them is heard as before.
    value(await south.session.act(room, say('We do not.')))
    await meet(south, north, mediator)
    for (const person of everybody()) expect(bodiesIn(person, room)).toEqual(['We do not.'])
  })

  it('SYNC-5 many are verified at once, in their order, each with its own verdict', async () => {
    const { north, south } = talks
    const own = await insiderOf(north)
    const impostor: Device = { ...own.device, id: (await insiderOf(south)).device.id }
    // More than are handed to the engine at once, and one that is forged in the midst of a later batch.
    const bodies = Array.from({ length: 2 * verifyingMax + 80 }, (_, at) => `word ${at}`)
    const forged = verifyingMax + 40
    const sealed = await Promise.all(
      bodies.map((body, at) => own.seal(room, say(body), at === forged ? { author: impostor } : {})),
    )
    const positions = sealed.map(envelope => relay.inject(room, envelope))
    await north.session.sync(room)
    expect(bodiesIn(north, room)).toEqual(bodies.toSpliced(forged, 1))
    expect(faultsOf(north.session, room).map(({ position }) => position)).toEqual([positions[forged]])
    expect(codesOfFaults(north)).toEqual(['entry/signature'])
  })

  it('SYNC-5 nor is anybody taken out in the mediator’s name', async () => {
    const { mediator, north, south } = talks
    await forge(north, mediator, { kind: 'member.remove', member: south.session.me.member })
    await syncAll()
    for (const person of everybody()) {
      expect(person.session.room(room)?.members[south.session.me.member]?.left).toBeUndefined()
      expect(codesOfFaults(person)).toEqual(['entry/signature'])
    }
  })
})

const bytesOf = (hex: string): Uint8Array => {
  const bytes = hexToBytes(hex)
  if (!bytes.ok) throw new Error(bytes.error.code)
  return bytes.value
}

/** Its id is the hash of the keys that it shows, so that nothing is wrong with it but the keys. */
const trueCard = (keys: DeviceKeys): DeviceCard => ({
  device: deviceIdOf(keys),
  sign: bytesToBase64url(keys.sign),
  wrap: bytesToBase64url(keys.wrap),
})

/** Signing keys of which engines make different things, from Taming the Many EdDSAs (Chalkias and others, 2020), table 6. */
const oddKeys: Readonly<Record<string, string>> = {
  'the neutral point': `01${'00'.repeat(31)}`,
  'of order two': `ec${'ff'.repeat(30)}7f`,
  'of order eight': 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'in another encoding than its own': `ee${'ff'.repeat(30)}7f`,
  'no point at all': `02${'00'.repeat(31)}`,
}

/** Listed by nobody, named by everybody as what it is, and the keys can be changed afterwards. */
const expectUnlisted = async (card: DeviceCard): Promise<void> => {
  const { mediator, north, south } = talks
  const before = mediator.session.room(room)?.devices
  relay.inject(room, await (await insiderOf(north)).seal(room, { kind: 'device.add', card }))
  await syncAll()
  for (const person of everybody()) {
    expect(codesOfFaults(person)).toEqual(['device-id-mismatch'])
    expect(person.session.room(room)?.devices).toEqual(before)
  }
  value(await mediator.session.act(room, { kind: 'member.remove', member: south.session.me.member }))
  await meet(mediator, north)
  expect(mediator.session.room(room)?.epoch).toBe(3)
  for (const person of [mediator, north]) expect(codesOf(person, room)).toEqual([])
}

describe('attack 12: a member lists a device of odd keys, under the id that belongs to them', () => {
  it.each(Object.entries(oddKeys))('SYNC-5 a signing key that is %s', async (_, hex) => {
    const { wrap } = (await createDevice(createSecret())).publicKeys
    await expectUnlisted(trueCard({ sign: bytesOf(hex), wrap }))
  })

  it('SYNC-5 a key to wrap to that is too short', async () => {
    const { sign } = (await createDevice(createSecret())).publicKeys
    await expectUnlisted(trueCard({ sign, wrap: new Uint8Array(3) }))
  })

  it('SYNC-5 while one of good keys is listed', async () => {
    const { mediator, north } = talks
    const card = deviceToCard(await createDevice(createSecret()))
    expect(trueCard((await insiderOf(north)).device.publicKeys)).toEqual(
      deviceToCard((await insiderOf(north)).device),
    )
    relay.inject(room, await (await insiderOf(north)).seal(room, { kind: 'device.add', card }))
    await syncAll()
    expect(codesOfFaults(mediator)).toEqual([])
    expect(Object.keys(mediator.session.room(room)?.devices ?? {})).toContain(card.device)
  })
})
