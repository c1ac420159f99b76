/** What a thief finds in the directory of an identity whose passphrase was set after its birth: the files are searched as they are. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { decode, encode, isSealedValue, open, tags, valueToSealed } from '@goodoffices/log'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyFileName, vaultFileName } from '../src/member/vault-directory.ts'
import { type Person, startWorld, type World } from './shell.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const filesOf = ({ directory }: Person): readonly Buffer[] =>
  readdirSync(directory).map(name => readFileSync(join(directory, name)))

const heldIn = ({ directory }: Person): ReadonlyMap<string, Uint8Array> => {
  const database = new DatabaseSync(join(directory, vaultFileName), { readOnly: true })
  const rows = database.prepare('SELECT key, value FROM held').all()
  database.close()
  return new Map(rows.map(row => [row['key'] as string, row['value'] as Uint8Array]))
}

const openKeyOf = ({ directory }: Person): Buffer => readFileSync(join(directory, keyFileName))

const opensWith = async (key: Uint8Array, sealed: Uint8Array | undefined): Promise<boolean> => {
  const decoded = sealed === undefined ? undefined : decode(sealed)
  if (decoded?.ok !== true || !isSealedValue(decoded.value)) throw new Error('nothing sealed')
  const purpose = { tag: tags.keyring, context: encode('identity') }
  return (await open(key, valueToSealed(decoded.value), purpose)).ok
}

const setPassphrase = (person: Person, first: string, again = first) =>
  person.attempt(['identity', 'passphrase', '--json'], { hidden: [first, again] })

describe('a passphrase that is set later', () => {
  it('RING-14 RING-20 the key that lay open is in no file any more, and opens nothing that is kept now', async () => {
    const person = await world.person('Set Later')
    const key = openKeyOf(person)
    expect(key).toHaveLength(32)
    expect(await opensWith(key, heldIn(person).get('identity'))).toBe(true)
    const lock = decode(heldIn(person).get('lock') ?? new Uint8Array())
    expect(lock).toEqual({ ok: true, value: ['open'] })
    const before = heldIn(person)
    const set = await setPassphrase(person, 'four words that hold')
    expect(set.json).toMatchObject({ ok: true, locked: true })
    for (const file of filesOf(person)) {
      expect(file.includes(key)).toBe(false)
      // Nor what it sealed: whoever has kept the key finds nothing to open.
      for (const [name, bytes] of before)
        if (name === 'identity' || name.startsWith('out/'))
          expect(file.includes(Buffer.from(bytes))).toBe(false)
    }
    expect(readdirSync(person.directory)).not.toContain(keyFileName)
    expect(await opensWith(key, heldIn(person).get('identity'))).toBe(false)
    expect((await person.attempt(['identity', 'show'], { hidden: ['four words that hold'] })).code).toBe(0)
  })

  it('RING-14 what an older passphrase opened is in no file any more', async () => {
    const person = await world.person('Changed')
    await setPassphrase(person, 'the older passphrase')
    const before = heldIn(person)
    const env = { GOODOFFICES_PASSPHRASE: 'the older passphrase' }
    const args = ['identity', 'passphrase', '--json']
    const hidden = ['the newer passphrase', 'the newer passphrase']
    expect((await person.attempt(args, { env, hidden })).code).toBe(0)
    for (const name of ['lock', 'identity']) {
      const bytes = before.get(name)
      if (bytes === undefined) throw new Error('nothing kept')
      // What every blob begins with, its form and its cost, says nothing.
      expect(filesOf(person).some(file => file.includes(Buffer.from(bytes.subarray(-40))))).toBe(false)
    }
  })

  it('RING-14 taken away, another key lies open', async () => {
    const person = await world.person('Taken Away')
    const first = openKeyOf(person)
    await setPassphrase(person, 'for a short while only')
    const env = { GOODOFFICES_PASSPHRASE: 'for a short while only' }
    await person.attempt(['identity', 'passphrase', '--without-passphrase', '--json'], { env })
    expect(openKeyOf(person)).toHaveLength(32)
    expect(openKeyOf(person).equals(first)).toBe(false)
    await person('identity', 'show')
  })

  it('RING-16 forgotten, nothing is left to open', async () => {
    const person = await world.person('Forgotten')
    const key = openKeyOf(person)
    const sealed = heldIn(person).get('identity') ?? new Uint8Array()
    expect((await person.attempt(['identity', 'forget', '--json'])).code).toBe(2)
    expect(openKeyOf(person).equals(key)).toBe(true)
    await person('identity', 'forget', '--yes')
    for (const file of filesOf(person)) {
      expect(file.includes(key)).toBe(false)
      expect(file.includes(Buffer.from(sealed))).toBe(false)
    }
    expect((await person.attempt(['identity', 'show'])).code).toBe(5)
  })

  it('KEY-12 one that is too short is refused here as everywhere', async () => {
    const person = await world.person('Short')
    const refused = await setPassphrase(person, '1')
    expect(refused).toMatchObject({ code: 2, json: { ok: false, error: { code: 'passphrase/short' } } })
    const made = await world
      .stranger('new')
      .attempt(['identity', 'create', '--name', 'New', '--json'], { hidden: ['1', '1'] })
    expect(made).toMatchObject({ code: 2, json: { error: { code: 'passphrase/short' } } })
    await person('identity', 'show')
  })
})
