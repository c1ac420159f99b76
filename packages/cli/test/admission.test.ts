/** A server that is closed to strangers, from the shell. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bringIn, codeOf, type Person, startWorld, type World } from './shell.ts'

const token = 'bearer of good news'

let world: World
let host: Person

/** Makes an identity that the server does not take in yet. */
async function strangerNamed(name: string): Promise<Person> {
  const person = world.stranger(name)
  const made = await person.attempt(['identity', 'create', '--name', name, '--without-passphrase', '--json'])
  expect([made.code, made.json['waiting']]).toEqual([4, 1])
  return person
}

const codesIn = (troubles: unknown): readonly string[] =>
  (troubles as readonly { readonly code: string }[]).map(({ code }) => code)

beforeEach(async () => {
  world = await startWorld({ creationToken: token, isByInvitation: true })
  host = world.stranger('host')
  const file = join(world.folder, 'token.txt')
  writeFileSync(file, `${token}\n`)
  const made = ['identity', 'create', '--name', 'Host', '--without-passphrase', '--creation-token-file', file]
  const { out } = await host(...made)
  expect(out).toContain('Host is at home on')
})
afterEach(() => world.close())

describe('a server that is closed to strangers', () => {
  it('CLI-36 INV-21: a guest without a token comes in by the invitation, and nobody else does', async () => {
    await host('process', 'create', 'The strait', '--party', 'North', '--party', 'South')
    const north = await strangerNamed('north')
    await bringIn(host, north, { name: 'North', as: ['--role', 'head', '--party', 'north'] })
    await north('say', 'We are here.')
    expect((await host('read', 'caucus:north')).out).toContain('We are here.')

    const { link } = (await host('invite', 'South', '--role', 'head', '--party', 'south', '--json')).json
    const south = await strangerNamed('south')
    await south('join', String(link))
    const code = await codeOf(host, 'South')
    await south('join', 'accept', code)
    await host('invite', 'complete', 'South', code)
    const second = await strangerNamed('second')
    const late = await second.attempt(['join', String(link), '--json'])
    expect([late.code, codesIn(late.json['troubles'])]).toEqual([4, ['creation-right-spent']])
    const shown = await second.attempt(['join'])
    expect([shown.out.trim(), shown.err.includes('This invitation was used already')]).toEqual([
      'Host  The strait  not answered yet',
      true,
    ])
  })

  it('CLI-36: a stranger is told what the server asks, and comes in with the token given later', async () => {
    const stranger = await strangerNamed('stranger')
    const status = await stranger.attempt(['status'])
    expect(status.err).toContain('This server is closed to strangers')
    expect(status.err).toContain('goodoffices identity token')
    const unsaid = await stranger.attempt(['identity', 'token'])
    expect(unsaid.code).toBe(2)
    const wrong = await stranger.attempt(['identity', 'token'], { hidden: ['bearer'] })
    expect([wrong.code, wrong.err.includes('That is not the token of this server.')]).toEqual([4, true])
    const right = await stranger.attempt(['identity', 'token', '--json'], { hidden: [` ${token} `] })
    expect(right.json).toMatchObject({ ok: true, kept: true, troubles: [] })
    await stranger('process', 'create', 'Talks', '--party', 'North', '--party', 'South')
    await stranger('identity', 'token', '--forget')
    const more = await stranger.attempt(['process', 'create', 'More', '--party', 'A', '--party', 'B'])
    expect([more.code, more.err.includes('new talks need the token')]).toEqual([4, true])
  })

  it('CLI-36: whoever sits there is asked, and with an invitation types nothing', async () => {
    const asked = world.stranger('asked')
    const create = ['identity', 'create', '--name', 'Asked', '--without-passphrase']
    expect((await asked.attempt(create, { hidden: [token] })).code).toBe(0)
    const invited = world.stranger('invited')
    expect((await invited.attempt(create, { hidden: [''] })).code).toBe(4)
    const byEnvironment = await world
      .stranger('by-environment')
      .attempt(create, { env: { GOODOFFICES_CREATION_TOKEN: token } })
    expect(byEnvironment.code).toBe(0)
    const later = await invited.attempt(['sync'], { env: { GOODOFFICES_CREATION_TOKEN: token } })
    expect([later.code, (await invited('status', '--json')).json['troubles']]).toEqual([0, []])
  })

  it('CLI-36: a file without a token, or with one that no request can carry, is refused', async () => {
    const file = join(world.folder, 'odd.txt')
    for (const odd of ['', ' \n', 'two\nlines', 'schlüssel']) {
      writeFileSync(file, odd)
      const made = await world
        .stranger('odd')
        .attempt(['identity', 'create', '--name', 'X', '--without-passphrase', '--creation-token-file', file])
      expect([odd, made.code, made.err.includes('Nothing was begun.')]).toEqual([odd, 2, true])
    }
  })
})
