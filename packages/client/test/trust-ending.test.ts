/** Who can make a device that was away remove its copy of a room. */

import type { RelayPage, RelayRecord } from '@goodoffices/client'
import { certificatesOf, openGroup } from '@goodoffices/client'
import type { RoomId } from '@goodoffices/core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { HostileRelay, insiderOf } from './hostile.ts'
import { beginTalksThrough, bodiesIn, codesOf, meet, say, type Talks } from './talks.ts'
import { type Person, value } from './world.ts'

const dayMs = 86_400_000

let relay: HostileRelay
let talks: Talks
/** A group of all three, with a word in it that all have read. */
let room: RoomId

beforeAll(async () => {
  relay = await HostileRelay.create()
  talks = await beginTalksThrough(name => relay.portFor(name))
})

beforeEach(async () => {
  relay.onRead = (_, __, page) => page
  const { mediator, north, south, process } = talks
  const members = [north, south].map(({ session }) => session.me.member)
  room = value(await openGroup(mediator.session, process, { title: 'Group', members }))
  value(await mediator.session.act(room, { kind: 'retention.set', days: 7, basis: 'Article 9.' }))
  value(await mediator.session.act(room, say('Read by all.')))
  await meet(mediator, north, south)
})

const withoutEnvelope = ({ envelope, ...record }: RelayRecord, at: number): RelayRecord =>
  record.position === at || envelope === undefined ? record : { ...record, envelope }

/** While South is away something is said, a month goes by, somebody certifies, and the relay deletes what came before. */
async function certify(by: Person): Promise<void> {
  const { mediator, south } = talks
  value(await mediator.session.act(room, say('Said while South was away.')))
  await mediator.session.settle()
  const missed = relay.records(room).length - 1
  relay.advance(31 * dayMs)
  const at = (relay.records(room).at(-1)?.time ?? 0) + 30 * dayMs
  relay.inject(room, await (await insiderOf(by)).seal(room, { kind: 'record.destroy', at }))
  const outline = ({ records, ...page }: RelayPage): RelayPage => ({
    ...page,
    records: records.map(record => withoutEnvelope(record, missed)),
  })
  relay.onRead = (guest, log, page) => (guest === 'South' && log === room ? outline(page) : page)
  await meet(south)
}

const endOf = ({ session }: Person) => certificatesOf(session).find(each => each.room === room)

it('SYNC-26 an ordinary word ends nothing, in a room either that one is alone in', async () => {
  const { mediator, process } = talks
  const own = value(await openGroup(mediator.session, process, { title: 'Alone', members: [] }))
  await mediator.session.settle()
  const missed = relay.records(own).length
  const insider = await insiderOf(mediator)
  for (const body of ['One.', 'Two.']) relay.inject(own, await insider.seal(own, say(body)))
  relay.onRead = (_, log, page) =>
    log === own ? { ...page, records: page.records.map(each => withoutEnvelope(each, missed)) } : page
  await meet(mediator)
  expect(codesOf(mediator, own)).toEqual(['envelope-withheld'])
  expect(mediator.session.room(own)?.title).toBe('Alone')
})

describe('a certificate for a device that was away', () => {
  it('SYNC-26 ends nothing by a member who did not administer the room, though all else about it is right', async () => {
    await certify(talks.north)
    expect(bodiesIn(talks.south, room)).toEqual(['Read by all.'])
    expect(codesOf(talks.south, room)).toEqual(['envelope-withheld'])
    expect(endOf(talks.south)).toBeUndefined()
  })

  it('SYNC-26 ends the room by one who did', async () => {
    await certify(talks.mediator)
    expect(talks.south.session.room(room)).toBeUndefined()
    expect(endOf(talks.south)?.by).toBe('Mediator')
  })
})
