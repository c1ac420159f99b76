/** Attack 4 at an honest relay: what a member who does not administer a room can do to it with a program of their own. */

import { handOverLead, leaveProcess, removeMember } from '@goodoffices/client'
import { createAccessKey, createEpochKey, createStewardKey, createStewardSecret } from '@goodoffices/log'
import { beforeAll, describe, expect, it } from 'vitest'
import { createHttpRelay, type RelayPort } from '../src/index.ts'
import { actToValue, insiderOf } from './hostile.ts'
import { beginTalks, bodiesIn, bringIn, meet, openTable, roomOf, say, type Talks } from './talks.ts'
import { address, value } from './world.ts'

let talks: Talks
let port: RelayPort

beforeAll(async () => {
  talks = await beginTalks()
  const { relay } = talks.world
  port = createHttpRelay({ address, fetch: async (input, init) => relay.fetch(new Request(input, init)) })
})

describe('attack 4: a member who does not administer the room', () => {
  it('SYNC-24 cannot begin an epoch there, and the room goes on', async () => {
    const { mediator, north, south, process } = talks
    const table = roomOf(mediator, process, 'table').id
    await openTable(talks)
    await meet(mediator, north, south)
    const insider = await insiderOf(north)
    const { key } = await insider.epochKey(table)
    const roster = [insider.device.publicKeys]
    const keys = await insider.rekey(table, { roster, key: createEpochKey() })
    const access = await createAccessKey(key)
    const size = mediator.session.room(table)?.size ?? 0
    const steward = await createStewardKey(createStewardSecret())
    await expect(port.append(table, access, [keys], { expect: size, steward })).rejects.toMatchObject({
      code: 'relay/steward',
    })
    value(await south.session.act(table, say('We are still here.')))
    await meet(south, mediator, north)
    for (const person of [mediator, north, south])
      expect(bodiesIn(person, table)).toContain('We are still here.')
    expect(mediator.session.status().troubles).toEqual([])
  })

  it('SYNC-24 cannot have the relay destroy what was said', async () => {
    const { mediator, north, process } = talks
    const table = roomOf(mediator, process, 'table').id
    const { key } = await (await insiderOf(north)).epochKey(table)
    const range = { from: 0, to: 2, steward: await createStewardKey(createStewardSecret()) }
    await expect(port.destroy(table, await createAccessKey(key), range)).rejects.toMatchObject({
      code: 'relay/steward',
    })
    const { records } = await port.read(table, await createAccessKey(key), 0)
    expect(records.every(({ envelope }) => envelope !== undefined)).toBe(true)
  })

  it('SYNC-24 can still write, since the access key is every member’s', async () => {
    const { north, process } = talks
    const table = roomOf(north, process, 'table').id
    const insider = await insiderOf(north)
    const { key } = await insider.epochKey(table)
    const envelope = await insider.seal(table, actToValue(say('By another program.')))
    await expect(port.append(table, await createAccessKey(key), [envelope])).resolves.toMatchObject({})
  })
})

it('SYNC-24 a mediator who joins later, and a lead’s successor, begin epochs as the first did', async () => {
  const { world, mediator, north, process } = talks
  const second = await world.member('Second')
  await bringIn(mediator, process, second, { role: 'mediator' })
  await world.settle(mediator, second)
  value(await handOverLead(mediator.session, process, second.session.me.member))
  await world.settle(mediator, second)
  value(await removeMember(second.session, process, north.session.me.member))
  await world.settle(second, mediator)
  const table = roomOf(second, process, 'table')
  expect(table.rekeyDue).toBe(false)
  expect(table.members[north.session.me.member]?.left).toBeDefined()
  value(await leaveProcess(mediator.session, process))
  await world.settle(mediator, second)
  expect(roomOf(second, process, 'table').rekeyDue).toBe(false)
  expect(second.session.status().troubles).toEqual([])
})
