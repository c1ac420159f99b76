/** What a relay can do to a log, and what becomes of it. Numbers are those of the list of attacks in docs/threat-model.md. */

import {
  createMemoryVault,
  openGroup,
  type RelayPage,
  type RelayRecord,
  recoverIdentity,
} from '@goodoffices/client'
import type { RoomId } from '@goodoffices/core'
import { createNoteSigner, logOrigin, randomBytes, signCheckpoint } from '@goodoffices/log'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { faultsMax } from '../src/log/room-log-parts.ts'
import { HostileRelay, insiderOf } from './hostile.ts'
import { beginTalksThrough, bodiesIn, codesOf, meet, reopen, say, type Talks } from './talks.ts'
import { address, type Person, value } from './world.ts'

let relay: HostileRelay
let talks: Talks
/** A group of all three, new for each test: what an attack spoils is one log. */
let room: RoomId
/** Its size before anything was said. */
let began: number

const asNorth = { relayAt: () => relay.portFor('North') }

beforeAll(async () => {
  relay = await HostileRelay.create()
  talks = await beginTalksThrough(name => relay.portFor(name))
})

beforeEach(async () => {
  relay.rejoin('North', 'South')
  relay.onRead = (_, __, page) => page
  relay.onAppend = undefined
  const { mediator, north, south, process } = talks
  const members = [north, south].map(({ session }) => session.me.member)
  room = value(await openGroup(mediator.session, process, { title: 'Group', members }))
  await mediator.session.settle()
  for (const { session } of [north, south]) await session.goOnline()
  began = relay.records(room).length
})

const restartNorth = async (): Promise<Person> => {
  talks = { ...talks, north: await reopen(talks.north, asNorth) }
  return talks.north
}

const sayIn = async (person: Person, ...bodies: readonly string[]): Promise<void> => {
  for (const body of bodies) value(await person.session.act(room, say(body)))
  await person.session.settle()
}

/** North is shown this room as `edit` makes it; everything else as it is. */
const showNorth = (edit: (page: RelayPage) => RelayPage | Promise<RelayPage>): void => {
  relay.onRead = (guest, log, page) => (guest === 'North' && log === room ? edit(page) : page)
}

const renumber = (...records: readonly (RelayRecord | undefined)[]): readonly RelayRecord[] =>
  records.filter(record => record !== undefined).map((record, i) => ({ ...record, position: began + i }))

const hashOf = ({ position, time, hash }: RelayRecord): RelayRecord => ({ position, time, hash })

type Edit = (records: readonly RelayRecord[]) => readonly RelayRecord[]
const edits: readonly (readonly [string, string, Edit])[] = [
  ['drops an entry', 'relay-withholds', ([, second, third]) => renumber(second, third)],
  ['drops one and shows another twice', 'log-forked', ([, second, third]) => renumber(second, third, third)],
  ['exchanges two', 'log-forked', ([first, second, third]) => renumber(second, first, third)],
  ['shows one twice', 'log-forked', ([first, second]) => renumber(first, first, second)],
  ['changes a time', 'log-forked', records => records.map(each => ({ ...each, time: each.time + 1 }))],
  [
    'keeps an envelope back and shows its hash, as if it had been destroyed',
    'envelope-withheld',
    ([first, ...rest]) => [...(first === undefined ? [] : [hashOf(first)]), ...rest],
  ],
]

describe('attack 9: drop, reorder, duplicate', () => {
  it.each(edits)(
    'SYNC-3 a relay that %s is not believed (%s), and what was said is read once it is honest',
    async (_, code, edit) => {
      await sayIn(talks.mediator, 'one', 'two', 'three')
      showNorth(page => ({ ...page, records: edit(page.records) }))
      await talks.north.session.sync(room)
      expect(bodiesIn(talks.north, room)).toEqual([])
      expect(codesOf(talks.north, room)).toEqual([code])
      if (code === 'log-forked')
        expect(await talks.north.session.act(room, say('no'))).toMatchObject({ ok: false, error: { code } })
      relay.onRead = (__, ___, page) => page
      await restartNorth()
      await talks.north.session.sync(room)
      expect(bodiesIn(talks.north, room)).toEqual(['one', 'two', 'three'])
      expect(codesOf(talks.north, room)).toEqual([])
    },
  )

  it('SYNC-3 records withheld behind a signed head are reported, and read when they come', async () => {
    await sayIn(talks.mediator, 'one', 'two')
    let asked = 0
    showNorth(page => {
      asked += 1
      return { ...page, records: [] }
    })
    await talks.north.session.sync(room)
    expect(codesOf(talks.north, room)).toContain('relay-withholds')
    expect(asked).toBe(1)
    expect(bodiesIn(talks.north, room)).toEqual([])
    relay.onRead = (_, __, page) => page
    await talks.north.session.sync(room)
    expect(bodiesIn(talks.north, room)).toEqual(['one', 'two'])
  })

  it('SYNC-11 an envelope placed twice counts once', async () => {
    await sayIn(talks.mediator, 'one')
    const last = relay.records(room).at(-1)?.envelope ?? new Uint8Array()
    relay.inject(room, last)
    await meet(talks.north, talks.mediator)
    expect(bodiesIn(talks.north, room)).toEqual(['one'])
    expect(talks.north.session.room(room)?.rejected.map(({ violation }) => violation.code)).toEqual([
      'entry-repeated',
    ])
    expect(codesOf(talks.mediator, room)).toEqual([])
  })

  it('SYNC-12 an append that is acknowledged and not made stays in the outbox until it stands in the log', async () => {
    const records = relay.records(room)
    const checkpoint = await relay.sign(room, records)
    relay.onAppend = (guest, log, envelopes) =>
      guest === 'North' && log === room
        ? {
            places: envelopes.map((_, i) => ({ position: records.length + i, time: 1 })),
            size: records.length,
            checkpoint,
          }
        : undefined
    value(await talks.north.session.act(room, say('not lost')))
    await talks.north.session.settle()
    expect(talks.north.session.status().waiting).toBe(1)
    expect(bodiesIn(talks.north, room)).toEqual(['not lost'])
    relay.onAppend = undefined
    const again = await restartNorth()
    await meet(again, talks.mediator)
    expect(again.session.status().waiting).toBe(0)
    expect(bodiesIn(talks.mediator, room)).toEqual(['not lost'])
  })
})

describe('attack 10: rollback and truncation, forged heads', () => {
  it('SYNC-1 a head signed by another key, for another log, or not at all is not taken, and does not end the room', async () => {
    await sayIn(talks.mediator, 'one')
    const { mediator, process } = talks
    const other = mediator.session.rooms(process)[0]?.id ?? ''
    const stranger = await createNoteSigner('relay.example', randomBytes(32))
    const heads = [
      async () =>
        signCheckpoint(
          { origin: logOrigin('relay.example', room), size: 99, root: new Uint8Array(32) },
          stranger,
        ),
      async () => relay.sign(other, relay.records(room)),
      async (page: RelayPage) => page.checkpoint.replace(/\n(\d+)\n/, '\n9\n'),
      async () => 'nonsense',
    ]
    for (const head of heads) {
      showNorth(async page => ({ ...page, checkpoint: await head(page) }))
      await talks.north.session.sync(room)
      expect(codesOf(talks.north, room)).toContain('checkpoint-refused')
      expect(bodiesIn(talks.north, room)).toEqual([])
    }
    relay.onRead = (_, __, page) => page
    await talks.north.session.sync(room)
    expect(bodiesIn(talks.north, room)).toEqual(['one'])
  })

  it('SYNC-2 a shorter log, though signed, is refused by a device that has seen more, and what it had is kept', async () => {
    await sayIn(talks.mediator, 'one', 'two')
    await talks.north.session.sync(room)
    showNorth(async () => {
      const records = relay.records(room).slice(0, -1)
      return { records: [], size: records.length, checkpoint: await relay.sign(room, records) }
    })
    await talks.north.session.sync(room)
    expect(codesOf(talks.north, room)).toContain('log-rolled-back')
    expect(bodiesIn(talks.north, room)).toEqual(['one', 'two'])
    const again = await restartNorth()
    await again.session.sync(room)
    expect(codesOf(again, room)).toContain('log-rolled-back')
    expect(bodiesIn(again, room)).toEqual(['one', 'two'])
  })

  it('SYNC-7 a damaged copy is read again from the relay, and an older log is not accepted instead', async () => {
    await sayIn(talks.mediator, 'one', 'two')
    await talks.north.session.sync(room)
    const [chunk] = (await talks.north.vault.scan(`log/${room}/records/`)).slice(-1)
    if (chunk === undefined) throw new Error('nothing kept')
    await talks.north.vault.write(new Map([[chunk[0], new Uint8Array([0xff])]]))
    showNorth(async () => {
      const records = relay.records(room).slice(0, -1)
      return { records, size: records.length, checkpoint: await relay.sign(room, records) }
    })
    const fooled = await restartNorth()
    await fooled.session.sync(room)
    expect(codesOf(fooled, room)).toEqual(expect.arrayContaining(['replica-damaged', 'log-rolled-back']))
    relay.onRead = (_, __, page) => page
    const again = await restartNorth()
    await again.session.goOnline()
    expect(bodiesIn(again, room)).toEqual(['one', 'two'])
    const settled = await restartNorth()
    expect(codesOf(settled, room)).toEqual([])
    expect(bodiesIn(settled, room)).toEqual(['one', 'two'])
  })

  it('SYNC-6 a recovered device that is shown a log from before an epoch that its keyring knows writes nothing in it', async () => {
    await sayIn(talks.mediator, 'one')
    const old = relay.records(room).slice(0, 2)
    const recover = () =>
      recoverIdentity({
        vault: createMemoryVault(),
        relayAt: () => relay.portFor('North'),
        live: false,
        address,
        phrase: talks.north.phrase.join(' '),
      })
    showNorth(async () => ({ records: old, size: old.length, checkpoint: await relay.sign(room, old) }))
    const recovered: Person = { ...talks.north, session: value(await recover()) }
    await recovered.session.goOnline()
    expect(codesOf(recovered, room)).toEqual(['keys-refused'])
    expect((await recovered.session.act(room, say('into the void'))).ok).toBe(false)
    expect(bodiesIn(talks.mediator, room)).toEqual(['one'])
  })
})

describe('attack 14: another log in the place of one’s own', () => {
  it('RING-5 whoever recovers by the phrase is not given somebody else’s keyring, nor an empty one', async () => {
    const own = talks.north.session.home()?.id ?? ''
    const others = relay.records(talks.south.session.home()?.id ?? '')
    const shown = [others, [], others.slice(0, 1)]
    for (const records of shown) {
      relay.onRead = async (guest, log, page) =>
        guest === 'North' && log === own
          ? { records, size: records.length, checkpoint: await relay.sign(own, records) }
          : page
      const vault = createMemoryVault()
      const phrase = talks.north.phrase.join(' ')
      expect(
        await recoverIdentity({ vault, relayAt: () => relay.portFor('North'), live: false, address, phrase }),
      ).toMatchObject({ ok: false, error: { code: 'phrase-unknown-here' } })
    }
  })
})

describe('attack 11: two views of one room', () => {
  it('SYNC-2 a member shown the other view afterwards refuses it', async () => {
    relay.split('North')
    await sayIn(talks.mediator, 'to South')
    await sayIn(talks.north, 'to nobody')
    await talks.south.session.sync(room)
    expect(bodiesIn(talks.south, room)).toEqual(['to South'])
    relay.rejoin('North')
    await talks.north.session.sync(room)
    expect(codesOf(talks.north, room)).toContain('log-forked')
    expect(bodiesIn(talks.north, room)).toEqual(['to nobody'])
  })

  it('SYNC-4 an entry written on top of one view and carried into the other is set down as such, and everybody is told', async () => {
    relay.split('North')
    await sayIn(talks.mediator, 'to South')
    await sayIn(talks.north, 'first', 'second')
    const [first, second] = relay.records(room, 'North').slice(-2)
    relay.inject(room, first?.envelope ?? new Uint8Array())
    relay.inject(room, second?.envelope ?? new Uint8Array())
    for (const person of [talks.mediator, talks.south]) {
      await person.session.sync(room)
      // Written before the views parted, the first is at home in both.
      expect(bodiesIn(person, room)).toEqual(['to South', 'first'])
      expect(codesOf(person, room)).toContain('entry-of-another-log')
    }
  })

  it('SYNC-4 the alarm cannot be put out by rubbish that the relay places behind it, nor by starting the program again', async () => {
    relay.split('North')
    await sayIn(talks.mediator, 'to South')
    await sayIn(talks.north, 'first', 'second')
    for (const { envelope } of relay.records(room, 'North').slice(-2))
      relay.inject(room, envelope ?? new Uint8Array())
    for (let i = 0; i <= faultsMax; i += 1) relay.inject(room, randomBytes(40))
    await talks.south.session.sync(room)
    expect(codesOf(talks.south, room)).toContain('entry-of-another-log')
    const asSouth = { relayAt: () => relay.portFor('South') }
    talks = { ...talks, south: await reopen(talks.south, asSouth) }
    expect(codesOf(talks.south, room)).toContain('entry-of-another-log')
  })

  it('SYNC-4 a member who names a head that never was is caught in the same way', async () => {
    const insider = await insiderOf(talks.south)
    const head = { size: relay.records(room).length, root: randomBytes(32) }
    relay.inject(room, await insider.seal(room, say('false witness'), { head }))
    await talks.north.session.sync(room)
    expect(bodiesIn(talks.north, room)).toEqual([])
    expect(codesOf(talks.north, room)).toContain('entry-of-another-log')
  })

  it('SYNC-4 so is one who names a head that is still to come', async () => {
    const insider = await insiderOf(talks.south)
    for (const ahead of [1, 9]) {
      const head = { size: relay.records(room).length + ahead, root: randomBytes(32) }
      relay.inject(room, await insider.seal(room, say('false witness'), { head }))
    }
    await talks.north.session.sync(room)
    expect(bodiesIn(talks.north, room)).toEqual([])
    expect(codesOf(talks.north, room)).toContain('entry-of-another-log')
  })
})
