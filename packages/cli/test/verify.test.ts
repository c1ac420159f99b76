/** Copies checked by anybody: which key was given, and what is said where it is none, another’s, or one that nobody should have. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Person, startWorld, type World } from './shell.ts'

let world: World
let nobody: Person
let other: World
const file = (name: string): string => join(world.folder, name)

beforeAll(async () => {
  world = await startWorld()
  other = await startWorld({ name: 'other.example' })
  nobody = world.stranger('nobody')
  const lead = await world.person('Algeria')
  await lead('process', 'create', 'The channel', '--party', 'Iran', '--party-without-account', 'Lower')
  await lead('say', '--in', 'caucus:lower', '--record', 'orally', 'We want it measured.')
  await lead('export', 'caucus:lower', '--to', file('lower.record'))
  await lead('prove', 'caucus:lower/m1', '--to', file('m1.evidence'))
}, 60_000)
afterAll(async () => {
  await world.close()
  await other.close()
})

const copies = ['lower.record', 'm1.evidence']

describe('the key of the relay', () => {
  it.each(copies)('CLI-15: is read from a file and from standard input, for %s', async name => {
    writeFileSync(file('relay.vkey'), `${world.relay.vkey}\n`)
    const kept = await nobody.attempt(['verify', file(name), '--relay-key-file', file('relay.vkey')])
    expect(kept).toMatchObject({ code: 0, err: '' })
    const typed = ['verify', file(name), '--relay-key-file', '-']
    expect((await nobody.attempt(typed, { input: `${world.relay.vkey}\n` })).code).toBe(0)
    expect((await nobody.attempt(typed, { input: '\n' })).code).toBe(2)
  })

  it.each(copies)('CLI-43: that is the secret one is not used, and not said again, for %s', async name => {
    const path = join(world.folder, 'data', 'relay.key')
    const secret = readFileSync(path, 'utf8').trim()
    const given = [
      ['--relay-key-file', path],
      ['--relay-key', secret],
    ]
    for (const flags of given)
      for (const json of [[], ['--json']]) {
        const ran = await nobody.attempt(['verify', file(name), ...flags, ...json])
        expect(ran.code).toBe(2)
        expect(`${ran.out}${ran.err}`).toContain('secret key')
        for (const part of [secret, secret.split(' ')[1] ?? ''])
          expect(`${ran.out}${ran.err}`).not.toContain(part)
      }
  })

  it.each(copies)('CLI-15: mistyped is no key, and another’s is not called a change, for %s', async name => {
    const typed = `${world.relay.vkey.slice(0, -2)}AA`
    const mistyped = await nobody.attempt(['verify', file(name), '--relay-key', typed])
    expect(mistyped.code).toBe(2)
    expect(mistyped.err).toContain('no verifier key')
    const strange = await nobody.attempt(['verify', file(name), '--relay-key', other.relay.vkey])
    expect(strange.code).toBe(3)
    expect(strange.err).toMatch(/another relay|not the one whose key you gave/)
  })

  it('CLI-15: a file that is no copy is called so', async () => {
    writeFileSync(file('hosts'), '127.0.0.1 localhost\n')
    const ran = await nobody.attempt(['verify', file('hosts'), '--json'])
    expect(ran).toMatchObject({ code: 2, json: { error: { code: 'no-copy' } } })
  })
})

describe('a copy', () => {
  it('CLI-45: is not written over one that is there, unless that is meant', async () => {
    const lead = world.stranger('algeria')
    const before = readFileSync(file('m1.evidence'), 'utf8')
    const again = ['prove', 'caucus:lower/m1', '--to', file('m1.evidence')]
    expect((await lead.attempt([...again, '--json'])).json).toMatchObject({
      error: { code: 'file-unusable' },
    })
    writeFileSync(file('m1.evidence'), 'x')
    expect((await lead.attempt(['export', '--to', file('m1.evidence')])).code).toBe(2)
    expect(readFileSync(file('m1.evidence'), 'utf8')).toBe('x')
    expect((await lead.attempt([...again, '--over'])).code).toBe(0)
    expect(readFileSync(file('m1.evidence'), 'utf8')).toBe(before)
  })
})
