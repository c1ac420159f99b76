/** What a relay, or a disk, can put into a member's copy in the place of what was said. */

import type { RelayPage, RelayRecord } from '@goodoffices/client'
import { openGroup, verifyRecord, writeRecord } from '@goodoffices/client'
import type { RoomId } from '@goodoffices/core'
import {
  createDevice,
  createEpochKey,
  createSecret,
  decode,
  encode,
  makeKeysEnvelope,
  secretToText,
  type Value,
} from '@goodoffices/log'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { HostileRelay, insiderOf } from './hostile.ts'
import { beginTalksThrough, bodiesIn, codesOf, meet, reopen, say, type Talks } from './talks.ts'
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
  relay.rejoin('North')
  relay.onRead = (_, __, page) => page
  const { mediator, north, south, process } = talks
  const members = [north, south].map(({ session }) => session.me.member)
  room = value(await openGroup(mediator.session, process, { title: 'Group', members }))
  await meet(mediator, north, south)
})

const sayIn = async (...bodies: readonly string[]): Promise<void> => {
  for (const body of bodies) value(await talks.mediator.session.act(room, say(body)))
  await talks.mediator.session.settle()
}

const restartNorth = async (): Promise<Person> => {
  talks = { ...talks, north: await reopen(talks.north, { relayAt: () => relay.portFor('North') }) }
  return talks.north
}

/** An entry of South's own, as good as any, which stands nowhere in the log. */
const anotherEnvelope = async (body: string): Promise<Uint8Array> =>
  (await insiderOf(talks.south)).seal(room, say(body))

describe('attack 9: an envelope exchanged for another one', () => {
  it('SYNC-3 under the hash and the signed root of the true one: it is not taken, and the true one is, once it comes', async () => {
    await sayIn('one', 'two')
    const false_ = await anotherEnvelope('We give way in everything.')
    const exchange = ({ records, ...page }: RelayPage): RelayPage => ({
      ...page,
      records: records.map((record, at) =>
        at === records.length - 1 ? { ...record, envelope: false_ } : record,
      ),
    })
    relay.onRead = (guest, log, page) => (guest === 'North' && log === room ? exchange(page) : page)
    await talks.north.session.sync(room)
    expect(bodiesIn(talks.north, room)).toEqual([])
    expect(codesOf(talks.north, room)).toEqual(['record-hash'])
    relay.onRead = (_, __, page) => page
    const again = await restartNorth()
    await again.session.sync(room)
    expect(bodiesIn(again, room)).toEqual(['one', 'two'])
    expect(codesOf(again, room)).toEqual([])
  })

  it('SYNC-7 in the copy on the disk: it is not read, and the true one is fetched anew', async () => {
    await sayIn('one')
    await talks.north.session.sync(room)
    await talks.north.session.close()
    const [kept] = (await talks.north.vault.scan(`log/${room}/records/`)).slice(-1)
    const chunk = kept === undefined ? undefined : decode(kept[1])
    if (kept === undefined || chunk?.ok !== true) throw new Error('nothing kept')
    const records = chunk.value as readonly (readonly Value[])[]
    const false_ = await anotherEnvelope('We give way in everything.')
    const changed = [...records.slice(0, -1), (records.at(-1) ?? []).with(3, false_)]
    await talks.north.vault.write(new Map([[kept[0], encode(changed as Value)]]))
    const again = await restartNorth()
    await again.session.sync(room)
    expect(bodiesIn(again, room)).toEqual(['one'])
    expect(codesOf(again, room)).toContain('replica-damaged')
  })
})

const damage = async (): Promise<void> => {
  const kept = await talks.north.vault.scan(`log/${room}/records/`)
  await talks.north.vault.write(new Map(kept.map(([key]) => [key, new Uint8Array([0xff])])))
}

/** A log of North's own, longer than the one it has read, whose last record is another. */
const showAnother = async (): Promise<void> => {
  relay.split('North')
  const records: RelayRecord[] = relay.records(room, 'North')
  records.pop()
  relay.inject(room, await anotherEnvelope('We give way in everything.'), 'North')
  relay.inject(room, await anotherEnvelope('And gladly.'), 'North')
}

describe('attack 10: another log in the place of a damaged copy', () => {
  it('SYNC-7 a longer log, rightly signed, that does not contain what was seen before is refused', async () => {
    await sayIn('one', 'two')
    await talks.north.session.sync(room)
    expect(bodiesIn(talks.north, room)).toEqual(['one', 'two'])
    await damage()
    await showAnother()
    const fooled = await restartNorth()
    await fooled.session.sync(room)
    expect(codesOf(fooled, room)).toEqual(expect.arrayContaining(['replica-damaged', 'log-forked']))
    expect(bodiesIn(fooled, room)).toEqual([])
    relay.rejoin('North')
    const again = await restartNorth()
    await again.session.sync(room)
    expect(bodiesIn(again, room)).toEqual(['one', 'two'])
  })

  it('SYNC-7 while the same log, grown since, is read', async () => {
    await sayIn('one', 'two')
    await talks.north.session.sync(room)
    await damage()
    await sayIn('three')
    const again = await restartNorth()
    await again.session.sync(room)
    expect(bodiesIn(again, room)).toEqual(['one', 'two', 'three'])
    expect(codesOf(again, room)).not.toContain('log-forked')
  })
})

describe('keys that a relay placed ahead of their time', () => {
  it('RCD-13 begin no epoch of a copy: the true ones do, and what was said by them is not cut off', async () => {
    const { mediator, north, south } = talks
    const stranger = await createDevice(createSecret())
    const key = createEpochKey()
    const { epoch } = await (await insiderOf(mediator)).epochKey(room)
    const made = await makeKeysEnvelope({
      logId: room,
      epoch: epoch + 2,
      epochKey: key,
      previousKey: createEpochKey(),
      roster: [{ ...stranger.publicKeys, isSteward: true }],
      author: stranger,
    })
    relay.inject(room, made)
    for (const person of [south, north]) {
      value(await mediator.session.act(room, { kind: 'member.remove', member: person.session.me.member }))
      await meet(mediator)
    }
    await sayIn('We withdraw that.')
    const copy = await writeRecord(mediator.session, [room])
    const [held] = value(await verifyRecord(copy)).rooms
    expect(Object.values(held?.room.messages ?? {}).map(({ body }) => body)).toEqual(['We withdraw that.'])
    const file = JSON.parse(copy) as { rooms: { keys: { epoch: number; key: string }[] }[] }
    const last = file.rooms[0]?.keys.find(each => each.epoch === epoch + 2)
    Object.assign(last ?? {}, { key: secretToText(key) })
    expect(await verifyRecord(JSON.stringify(file))).toMatchObject({ error: { code: 'record-key-differs' } })
  })
})
