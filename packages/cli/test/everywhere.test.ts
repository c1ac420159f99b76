/** What is done in several rooms at once: told for each, and nothing is said to be done that waits or was not. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bringIn, type Json, type Person, startTalks, type Talks } from './shell.ts'

let talks: Talks
let aide: Person

beforeAll(async () => {
  talks = await startTalks()
  aide = await talks.world.person('Aide')
  await talks.iran('delegation', 'open')
  await bringIn(talks.iran, aide, { name: 'Aide', as: ['--party', 'iran', '--role', 'delegate'] })
}, 120_000)
afterAll(() => talks.world.close())

const handlesOf = (json: Json, name: 'rooms' | 'remaining'): readonly string[] =>
  (json[name] as unknown as readonly { readonly handle: string }[]).map(({ handle }) => handle)

describe('several rooms', () => {
  it('CLI-46 SYNC-38: a guest who came in is told with the rooms', async () => {
    const { algeria, world } = talks
    const second = await world.person('Second')
    const { link } = (await algeria('invite', 'Second', '--role', 'mediator', '--json')).json
    await second('join', String(link))
    const { invitations } = (await algeria('invitations', '--json')).json
    const { code } = (
      invitations as unknown as readonly { readonly name: string; readonly code: string }[]
    ).find(({ name }) => name === 'Second') ?? { code: '' }
    await second('join', 'accept', code)
    const completed = await algeria('invite', 'complete', 'Second', code)
    expect(completed.out).toBe('Second is in table, caucus:iran, caucus:united-states, desk\n')
  })

  it('CLI-46 SYNC-38: who cannot be taken out everywhere is named where they still are', async () => {
    const { algeria, iran } = talks
    await algeria('admit', 'table', 'aide')
    await iran('sync')
    const ran = await iran.attempt(['remove', 'aide', '--yes', '--json'])
    expect(ran).toMatchObject({
      code: 3,
      json: { ok: false, error: { code: 'done-in-part', left: 1, where: 'table' } },
    })
    expect(handlesOf(ran.json, 'remaining')).toEqual(['table'])
    expect(handlesOf(ran.json, 'rooms')).not.toContain('table')
    expect((await aide.attempt(['rooms'])).out).toContain('table')
    const left = await algeria('remove', 'aide', '--yes')
    expect(left.out).toContain('Aide is out of table')
  })

  it('CLI-46 CLI-42: what waits is not said to be done, and fails the command where nobody asked for it', async () => {
    const { algeria, iran, world } = talks
    const offline = await algeria.attempt(['admit', 'table', 'second', '--offline'])
    expect(offline.code).not.toBe(0)
    await iran('consent', 'give')
    await talks.states('consent', 'give')
    await algeria('sync')
    const opened = await algeria('table', 'open', '--json')
    expect(handlesOf(opened.json, 'rooms')).toEqual(['table', 'caucus:iran', 'caucus:united-states'])
    expect(opened.json).toMatchObject({ tableOpen: true, remaining: [] })
    await world.relay.stop()
    const closed = await algeria.attempt(['table', 'close', '--timeout', '5'])
    expect(closed).toMatchObject({
      code: 4,
      out: 'Direct exchange is closed as soon as it is sent: table\nTold as soon as it is sent: caucus:iran, caucus:united-states\n',
    })
    const gone = await algeria.attempt(['remove', 'second', '--yes', '--timeout', '5', '--json'])
    expect(gone).toMatchObject({ code: 4, json: { ok: false, error: { code: 'relay-not-reached' } } })
    expect(gone.json['rooms']).not.toHaveLength(0)
    for (const room of gone.json['rooms'] as unknown as readonly Json[])
      expect(room).toMatchObject({ waits: true })
    const kept = await algeria.attempt(['hand-over', 'second', '--yes', '--offline'])
    expect(kept.out).not.toContain('leads in')
    const left = await talks.states.attempt(['leave', '--yes', '--offline'])
    expect(left).toMatchObject({ code: 0 })
    expect(left.out).toMatch(/^You have left as soon as it is sent: table, caucus:united-states\n$/)
  })
})
