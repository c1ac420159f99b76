/** Mediators of another institution, from the shell: asked about, let in from here on, read as one record, asked out, let go. */

import { afterAll, beforeAll, expect, it } from 'vitest'
import { bringIn, type Person, startWorld, type World } from './shell.ts'

let world: World
let lead: Person
let council: Person
let envoy: Person

beforeAll(async () => {
  world = await startWorld()
  lead = await world.person('Committee')
  council = await world.person('Council')
  envoy = await world.person('Envoy')
  await lead('process', 'create', 'Two lakes', '--party', 'Upper')
  await bringIn(lead, council, { name: 'Council', as: ['--party', 'upper'] })
}, 120_000)
afterAll(() => world.close())

const ofLakes = ['--role', 'mediator', '--institution', 'Lakes Institute'] as const

it('TEAM-1, TEAM-11, TEAM-13, TEAM-9: from the question to the day they are gone', async () => {
  await council('say', 'Said before anybody else came.')
  const early = await lead.attempt(['invite', 'Envoy', ...ofLakes])
  expect([early.code, early.err]).toEqual([3, expect.stringContaining('Lakes Institute')])
  await lead('item', 'put', 'mediators-accepted', '--institution', 'Lakes Institute', '--in', 'caucus:upper')
  expect((await council('inbox')).out).toContain('item mark caucus:upper/i1')
  await council('item', 'mark', 'caucus:upper/i1', 'accepted-from-here')
  expect((await lead('inbox')).out).toContain('--role mediator --institution "Lakes Institute"')
  await bringIn(lead, envoy, { name: 'Envoy', as: [...ofLakes] })

  // Offered, and of no effect until the party says yes.
  const [, offer = ''] =
    /goodoffices team go-on caucus:upper (offered:\S{8})\n/.exec((await council('inbox')).out) ?? []
  const unsure = await council.attempt(['team', 'go-on', 'caucus:upper', offer])
  expect([unsure.code, unsure.err]).toEqual([
    expect.not.stringMatching(/^0$/),
    expect.stringContaining('Envoy'),
  ])
  expect((await lead.attempt(['admit', 'desk', 'envoy'])).code).not.toBe(0)
  // CLI-37: nobody says yes to another than the one that was shown.
  const stale = await council.attempt([
    'team',
    'go-on',
    'caucus:upper',
    'offered:AAAAAAAA',
    '--yes',
    '--json',
  ])
  expect(stale).toMatchObject({
    code: 5,
    json: { error: { code: 'nothing-named', candidates: [{ handle: offer, id: expect.any(String) }] } },
  })
  expect((await council.attempt(['team', 'go-on', 'caucus:upper', 'offered', '--yes'])).code).toBe(2)
  await council('team', 'go-on', 'caucus:upper', offer, '--yes')
  await council('say', 'Said to all of you.')
  const read = (await council('read', 'caucus:upper')).out
  expect(read.indexOf('Said before anybody else came.')).toBeGreaterThan(-1)
  expect(read.indexOf('From here Envoy reads too')).toBeGreaterThan(read.indexOf('Said before'))
  expect(read.indexOf('Said to all of you.')).toBeGreaterThan(read.indexOf('From here Envoy reads too'))
  const hers = (await envoy('read', 'caucus:upper')).out
  expect(hers).toContain('Said to all of you.')
  expect(hers).not.toContain('Said before')
  expect((await council('rooms')).out).toContain('earlier:upper')
  expect((await council.attempt(['say', '--in', 'earlier:upper', 'Once more.'])).code).not.toBe(0)

  await lead('admit', 'desk', 'envoy')
  expect((await lead('team', 'list')).out).toContain('Envoy')
  expect((await lead('team', 'list', '--json')).json).toMatchObject({
    institutions: [{ handle: 'caucus:upper/i1', here: [{ handle: 'envoy', name: 'Envoy' }] }],
    alone: [],
  })
  await council('item', 'mark', 'caucus:upper/i1', 'asked-out')
  expect((await lead('inbox')).out).toContain('goodoffices team let-go caucus:upper/i1')
  const gone = await lead('team', 'let-go', 'caucus:upper/i1', '--yes')
  expect(gone.out).toBe('Envoy: out of desk, caucus:upper\n')
  expect((await council('team', 'list')).out).toContain('asked to leave, done')
  await council('say', 'Among ourselves again.')
  expect((await envoy('read', 'caucus:upper')).out).not.toContain('Among ourselves')
  const people = (await lead('people', '--json')).json['people'] as unknown as readonly {
    readonly name: string
    readonly institution?: string
    readonly rooms: readonly { readonly handle: string }[]
  }[]
  expect(people.find(({ name }) => name === 'Envoy')).toMatchObject({
    institution: 'Lakes Institute',
    rooms: [{ handle: 'table' }],
  })
}, 120_000)
