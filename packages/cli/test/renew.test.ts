/** New keys for a device, from a terminal. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bringIn, type Json, type Person, startWorld, type World } from './shell.ts'

let world: World
let owner: Person
let iran: Person
beforeAll(async () => {
  world = await startWorld()
  owner = await world.person('Owner')
  iran = await world.person('Iran')
  await owner('process', 'create', 'The channel', '--party', 'Iran')
  await bringIn(owner, iran, { name: 'Iran', as: ['--party', 'iran'] })
}, 60_000)
afterAll(() => world.close())

const deviceOf = async (person: Person) => String((await person('identity', 'show', '--json')).json['device'])
type Rooms = readonly { readonly handle: string; readonly standing: string }[]

describe('new keys for this device', () => {
  it('CLI-59: are made by one command, which says of each room how far it is, and goes on where it ended', async () => {
    const before = await deviceOf(owner)
    const begun = await owner.attempt(['identity', 'renew-device', '--offline', '--json'])
    expect(begun).toMatchObject({ code: 4, json: { done: false } })
    const rooms = begun.json['rooms'] as unknown as Rooms
    expect(rooms.map(({ handle }) => handle).sort()).toEqual([
      'caucus:iran',
      'desk',
      'table',
      'your own room',
    ])
    expect(rooms.every(({ standing }) => standing === 'to-do')).toBe(true)
    const after = String(begun.json['device'])
    expect(after).not.toBe(before)
    expect((await owner('identity', 'devices', '--offline')).out).toContain(
      'this one, by the keys it had before',
    )
    const removed = await owner.attempt([
      'identity',
      'remove-device',
      '--offline',
      '--yes',
      '--json',
      '--',
      before,
    ])
    expect(removed).toMatchObject({ json: { error: { code: 'device-in-use' } } })
    const done = await owner('identity', 'renew-device', '--json')
    expect(done.json).toMatchObject({ ok: true, done: true, device: after, rooms: [] })
    const { devices } = (await owner('identity', 'devices', '--json')).json
    expect((devices as unknown as readonly Json[]).map(({ is }) => String(is)).toSorted()).toEqual([
      'paper',
      'this',
    ])
    await owner('say', '--in', 'caucus:iran', 'With new keys.')
    expect((await iran('read', 'caucus')).out).toContain('With new keys.')
  })

  it('CLI-59: the old ones are destroyed before every room has the new ones only where that is said', async () => {
    await owner.attempt(['identity', 'renew-device', '--offline'])
    const unsure = await owner.attempt(['identity', 'renew-device', 'finish', '--offline', '--json'])
    expect(unsure).toMatchObject({ code: 2, json: { error: { code: 'certainty-needed' } } })
    expect(await owner.attempt(['identity', 'renew-device', 'finish', '--json'])).toMatchObject({
      code: 3,
      json: { error: { code: 'renewal-not-begun' } },
    })
  })
})
