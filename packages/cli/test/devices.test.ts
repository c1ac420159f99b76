/** Another device of one's own by a link, from a terminal on each. Each command is a life of its own; some are programs of their own. */

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bringIn, type Json, type Person, startWorld, type World } from './shell.ts'

const launcher = fileURLToPath(new URL('../bin/goodoffices.js', import.meta.url))

let world: World
let owner: Person
beforeAll(async () => {
  world = await startWorld()
  owner = await world.person('Owner')
  const iran = await world.person('Iran')
  await owner('process', 'create', 'The channel', '--party', 'Iran')
  await bringIn(owner, iran, { name: 'Iran', as: ['--party', 'iran'] })
  await iran('say', 'Said before.')
}, 60_000)
afterAll(() => world.close())

const offer = async (...flags: readonly string[]) =>
  String((await owner('identity', 'add-device', ...flags, '--json')).json['link'])
const offered = async () => (await owner('identity', 'devices', '--json')).json['offer'] as unknown as Json
const roomSizes = async () => {
  const { rooms } = (await owner('rooms', '--json')).json
  return (rooms as unknown as readonly { readonly size: number }[]).map(({ size }) => size)
}
const link = (device: Person, ...args: readonly string[]) =>
  device.attempt(['identity', 'link', ...args, '--without-passphrase', '--json'])

describe('another device', () => {
  it('CLI-26: comes in by a link and a compared code, each command a program of its own', async () => {
    const device = world.stranger('owner-second')
    const spawned = async (...args: readonly string[]) => {
      const env = { ...process.env, GOODOFFICES_IDENTITY: device.directory, NO_COLOR: '1' }
      const ran = await promisify(execFile)(process.execPath, [launcher, ...args, '--json'], { env })
      return JSON.parse(ran.stdout) as Json
    }
    const shown = await owner('identity', 'add-device', '--qr')
    const address = /Link: {3}(\S+\/device#[\w-]{43})\n/.exec(shown.out)?.[1] ?? ''
    expect(shown.out).toMatch(/Words: {2}([a-z]+ ){11}[a-z]+\n {8}([a-z]+ ){11}[a-z]+\n/)
    expect(shown.out).toContain('█')
    expect(await spawned('identity', 'link', address, '--without-passphrase')).toEqual({
      ok: true,
      standing: 'waiting',
    })
    const { code } = await offered()
    expect(code).toMatch(/^\d{6}$/)
    expect((await owner('identity', 'devices')).out).toContain(`code ${String(code)}  answered: compare`)
    expect(await spawned('identity', 'link')).toEqual({ ok: true, standing: 'compare', code })
    expect(await spawned('identity', 'link', 'accept', String(code))).toMatchObject({ standing: 'accepted' })
    const early = await device.attempt(['say', 'Not yet.', '--json'])
    expect(early).toMatchObject({ code: 5, json: { error: { code: 'identity-half-made' } } })
    const completed = (await owner('identity', 'add-device', 'complete', String(code), '--json')).json
    expect(await spawned('identity', 'link')).toMatchObject({
      ok: true,
      standing: 'linked',
      name: 'Owner',
      device: completed['device'],
      directory: device.directory,
      address: world.relay.url,
    })
    expect((await device('read', 'caucus:iran')).out).toContain('Said before.')
    await device('note', 'From the second device.')
    expect((await owner('notes')).out).toContain('From the second device.')
    const { devices, offer: left } = (await owner('identity', 'devices', '--json')).json
    expect(left).toBeUndefined()
    expect((devices as unknown as readonly { readonly is: string }[]).map(({ is }) => is).sort()).toEqual([
      'other',
      'paper',
      'this',
    ])
    expect(await link(device, address)).toMatchObject({
      code: 2,
      json: { error: { code: 'identity-exists' } },
    })
    await owner('identity', 'remove-device', String(completed['device']).slice(0, 8), '--yes')
    expect((await device.attempt(['note', 'Lost.'])).code).toBe(3)
  })

  it('CLI-26: accepted first on the device that is there; by words, under a passphrase', async () => {
    const device = world.stranger('owner-third')
    const env = { GOODOFFICES_PASSPHRASE: 'three words long' }
    const locked = (...args: readonly string[]) =>
      device.attempt(['identity', 'link', ...args, '--json'], { env })
    const { words } = (await owner('identity', 'add-device', '--json')).json
    const typed = words as unknown as readonly string[]
    expect(await locked(...typed)).toMatchObject({ code: 2, json: { error: { code: 'address-needed' } } })
    expect((await locked(...typed, '--relay', world.relay.url)).json).toMatchObject({ standing: 'waiting' })
    const code = String((await offered())['code'])
    await owner('identity', 'add-device', 'complete', code)
    expect((await device.attempt(['identity', 'link', '--json'])).json).toMatchObject({
      error: { code: 'passphrase-needed' },
    })
    expect((await locked()).json).toMatchObject({ standing: 'ready', code })
    expect((await locked('accept', `${code.slice(0, 3)} ${code.slice(3)}`)).json).toMatchObject({
      standing: 'linked',
      name: 'Owner',
    })
    expect((await device.attempt(['identity', 'show'], { env })).out).toContain('Owner')
    expect((await device.attempt(['identity', 'show', '--json'])).code).toBe(2)
  })
})

describe('a link that leads nowhere', () => {
  it('CLI-10: a wrong code shares nothing on either side, and is no end', async () => {
    const device = world.stranger('owner-wrong')
    await link(device, await offer())
    const code = String((await offered())['code'])
    const wrong = code === '000000' ? '000001' : '000000'
    const before = await roomSizes()
    const here = await owner.attempt(['identity', 'add-device', 'complete', wrong, '--json'])
    expect(here).toMatchObject({ code: 3, json: { error: { code: 'device-code-differs' } } })
    const there = await device.attempt(['identity', 'link', 'accept', wrong, '--json'])
    expect(there).toMatchObject({ code: 3, json: { error: { code: 'link-code-differs' } } })
    expect((await owner.attempt(['identity', 'add-device', 'complete', 'six'])).code).toBe(2)
    expect(await roomSizes()).toEqual(before)
    expect((await device.attempt(['identity', 'link', '--json'])).json).toMatchObject({ standing: 'compare' })
    expect(await offered()).toMatchObject({ standing: 'answered', code })
  })

  it('CLI-10: answered by two it is completed by nobody', async () => {
    const [one, two] = [world.stranger('owner-one'), world.stranger('owner-two')]
    const address = await offer()
    expect((await link(one, address)).code).toBe(0)
    expect(await link(two, address)).toMatchObject({
      code: 3,
      json: { error: { code: 'invitation-contested' } },
    })
    const { code, contested } = await offered()
    expect(contested).toBe(true)
    expect((await owner('identity', 'devices')).out).toContain('ANSWERED BY MORE THAN ONE')
    const refused = await owner.attempt(['identity', 'add-device', 'complete', String(code), '--json'])
    expect(refused).toMatchObject({ code: 3, json: { error: { code: 'invitation-contested' } } })
    expect((await one.attempt(['identity', 'link', '--json'])).code).toBe(3)
  })

  it('CLI-26: taken back, given up, out of date, of the wrong kind, without a relay: each with its exit code', async () => {
    const device = world.stranger('owner-never')
    const address = await offer()
    expect((await device.attempt(['identity', 'link', '--json'])).code).toBe(5)
    expect(existsSync(device.directory)).toBe(false)
    expect((await device.attempt(['identity', 'link', address])).code).toBe(2)
    const away = address.replace(/:\d+\//, ':9/')
    expect((await link(device, away)).code).toBe(4)
    expect((await link(device, address)).code).toBe(0)
    await owner('identity', 'add-device', 'cancel')
    expect(await device.attempt(['identity', 'link', '--json'])).toMatchObject({
      code: 5,
      json: { error: { code: 'invitation-cancelled' } },
    })
    expect((await owner.attempt(['identity', 'add-device', 'cancel'])).code).toBe(5)
    expect((await owner.attempt(['identity', 'add-device', 'complete', '123456'])).code).toBe(5)
    expect((await device('identity', 'link', 'give-up')).out).toContain('Given up.')
    expect((await device.attempt(['identity', 'link', 'give-up'])).code).toBe(5)
    expect((await device.attempt(['identity', 'show'])).err).toContain('identity create')

    const later = { now: () => Date.now() + 2 * 3_600_000 }
    expect((await owner.attempt(['identity', 'add-device', '--hours', '0'])).code).toBe(2)
    const short = await offer('--hours', '1')
    expect((await link(device, short)).code).toBe(0)
    const late = await owner.attempt(['identity', 'add-device', 'complete', '123456', '--json'], later)
    expect(late).toMatchObject({ code: 3, json: { error: { code: 'device-offer-expired' } } })
    expect((await owner.attempt(['identity', 'devices'], later)).out).toContain('expired')

    const { link: invitation } = (await owner('invite', 'Guest', '--role', 'mediator', '--json')).json
    const fresh = world.stranger('owner-fresh')
    expect(await link(fresh, String(invitation))).toMatchObject({
      code: 2,
      json: { error: { code: 'link-for-person' } },
    })
    expect((await owner.attempt(['join', short])).code).toBe(2)
  })

  it('CLI-5: offered without a connection it is kept, and sent later; it is completed only where the relay says who answered', async () => {
    const device = world.stranger('owner-offline')
    const offline = await owner.attempt(['identity', 'add-device', '--offline', '--json'])
    expect(offline).toMatchObject({ code: 0, json: { relay: { reached: false } } })
    await owner('sync')
    await link(device, String(offline.json['link']))
    const code = String((await offered())['code'])
    await device('identity', 'link')
    await device('identity', 'link', 'accept', code)
    // Another answer may have come since: not asked is not known to be none.
    const unasked = await owner.attempt(['identity', 'add-device', 'complete', code, '--offline', '--json'])
    expect(unasked.code).toBe(4)
    expect((await device('identity', 'link', '--json')).json).toMatchObject({ standing: 'accepted' })
    await owner('identity', 'add-device', 'complete', code)
    expect((await device('identity', 'link', '--json')).json).toMatchObject({ standing: 'linked' })
    expect((await device('read', 'caucus:iran')).out).toContain('Said before.')
  })
})
