/** The box around what a device keeps, over a device that fails between two writes. */

import { createSecret, encode, secretToText, type Value } from '@goodoffices/log'
import { describe, expect, it } from 'vitest'
import { loadIdentity } from '../src/identity/identity.ts'
import { howLocked, inspectVault, lockKey, readLock } from '../src/identity/lock.ts'
import { identityKey, Strongbox } from '../src/identity/strongbox.ts'
import { identityOnPaper } from '../src/session/device/on-paper.ts'
import { createMemoryVault } from '../src/vault/memory.ts'
import { type KeyPlace, type Vault, VaultError } from '../src/vault/vault.ts'
import { address, createWorld, value } from './world.ts'

/** A vault with one place for an open key, which stops keeping anything else when told to. */
function failingVault(): { readonly vault: Vault; readonly fail: (on: boolean) => void } {
  const memory = createMemoryVault()
  let placed: Uint8Array | undefined
  let fails = false
  const keyPlace: KeyPlace = {
    read: async () => placed,
    write: async key => {
      placed = key.slice()
      return true
    },
    erase: async () => {
      placed = undefined
    },
  }
  const write: Vault['write'] = async changes => {
    if (fails) throw new VaultError('vault-failed', 'cut short')
    await memory.write(changes)
  }
  return {
    vault: { ...memory, keyPlace, write },
    fail: on => {
      fails = on
    },
  }
}

const tries: readonly (readonly [string, string | undefined, string | undefined])[] = [
  ['from none to none', undefined, undefined],
  ['from none to one', undefined, 'the first one'],
  ['from one to another', 'the first one', 'the second one'],
  ['from one to none', 'the first one', undefined],
]

describe('a change of the passphrase that is cut short', () => {
  it.each(tries)('RING-14 %s: what is kept still opens as it did', async (_, current, next) => {
    const { vault, fail } = failingVault()
    const box = await Strongbox.create(vault, current)
    await box.put('notes', 'kept')
    fail(true)
    await box.relock(current, next).catch(() => {})
    fail(false)
    const again = value(await Strongbox.unlock(vault, current))
    expect(await again.get('notes')).toBe('kept')
  })
})

describe('a lock', () => {
  const key = Uint8Array.of(1, 2, 3)

  it('RING-8 is open, in its place or another, or under a passphrase, and nothing else', async () => {
    expect(readLock(encode(['open']))).toEqual({ how: 'open' })
    expect(readLock(encode(['open', key]))).toEqual({ how: 'open', key })
    expect(readLock(encode(['locked', key]))).toEqual({ how: 'locked', blob: key, isOwn: false })
    expect(readLock(encode(['locked', key, 2]))).toEqual({ how: 'locked', blob: key, isOwn: true })
    for (const none of [encode('open'), encode(['locked']), encode(['locked', 'key']), encode(['shut', key])])
      expect(readLock(none)).toBeUndefined()
    expect(readLock(Uint8Array.of(0x9f))).toBeUndefined()
  })

  it('RING-8 a vault says how it is locked, also before it is anybody’s', async () => {
    const vault = createMemoryVault()
    expect([await howLocked(vault), await inspectVault(vault)]).toEqual(['none', 'none'])
    const box = await Strongbox.create(vault, undefined)
    expect([await howLocked(vault), await inspectVault(vault)]).toEqual(['open', 'none'])
    await box.put(identityKey, {})
    expect(await inspectVault(vault)).toBe('open')
    value(await box.relock(undefined, 'a passphrase that is long'))
    expect(await inspectVault(vault)).toBe('locked')
  })

  it('RING-14 opens with its passphrase alone, and is changed by whoever says it', async () => {
    const vault = createMemoryVault()
    expect(await Strongbox.unlock(vault, undefined)).toEqual({ ok: false, error: { code: 'no-identity' } })
    const box = await Strongbox.create(vault, 'the first of them')
    await box.put('notes', 'kept')
    const before = await vault.scan('')
    const refusals = [
      await Strongbox.unlock(vault, undefined),
      await Strongbox.unlock(vault, 'another one here'),
      await box.relock(undefined, 'the second of them'),
      await box.relock('another one here', undefined),
      await box.relock('the first of them', 'short'),
    ]
    expect(refusals.map(result => (result.ok ? 'accepted' : result.error.code))).toEqual([
      'passphrase-needed',
      'passphrase-wrong',
      'passphrase-needed',
      'passphrase-wrong',
      'passphrase/short',
    ])
    expect(await vault.scan('')).toEqual(before)
    expect(await value(await Strongbox.unlock(vault, 'the first of them')).get('notes')).toBe('kept')
  })

  it('RING-14 from none to none nothing is changed, also where the key lies in a place of its own', async () => {
    const { vault } = failingVault()
    const box = await Strongbox.create(vault, undefined)
    await box.put('notes', 'kept')
    const before = [await vault.scan(''), await vault.keyPlace?.read()]
    value(await box.relock(undefined, undefined))
    expect([await vault.scan(''), await vault.keyPlace?.read()]).toEqual(before)
  })

  it('RING-8 what cannot be read, or whose key is gone, is damaged', async () => {
    const { vault } = failingVault()
    const box = await Strongbox.create(vault, undefined)
    await vault.keyPlace?.erase()
    await expect(Strongbox.unlock(vault, undefined)).rejects.toMatchObject({ code: 'vault-damaged' })
    await vault.write(new Map([[lockKey, encode(['shut', key])]]))
    await expect(Strongbox.unlock(vault, undefined)).rejects.toMatchObject({ code: 'vault-damaged' })
    expect(await box.exposure()).toBe('none')
  })

  it('RING-9 nothing opens under another name, nor what was not sealed', async () => {
    const box = await Strongbox.create(createMemoryVault(), undefined)
    const sealed = await box.seal('notes', 'kept')
    expect(await box.open('notes', sealed)).toBe('kept')
    for (const bytes of [undefined, Uint8Array.of(0x9f), encode('kept'), encode([key, key, key])])
      expect(await box.open('notes', bytes)).toBeUndefined()
    expect(await box.open('others', sealed)).toBeUndefined()
    const other = await Strongbox.create(createMemoryVault(), undefined)
    expect(await other.open('notes', sealed)).toBeUndefined()
  })

  it('RING-9 what was sealed elsewhere, or under the key of now, is kept as it is', async () => {
    const vault = createMemoryVault()
    const box = await Strongbox.create(vault, undefined)
    const other = await Strongbox.create(createMemoryVault(), undefined)
    const kept = new Map([
      ['own', await box.seal('own', 'kept')],
      ['foreign', await other.seal('foreign', 'kept')],
    ])
    await box.vault.write(kept)
    for (const [name, bytes] of kept) expect([name, await vault.read(name)]).toEqual([name, bytes])
    await box.put('own', null)
    expect(await vault.read('own')).toBeUndefined()
  })

  it('RING-16 whatever is kept is removed, and the key before it', async () => {
    const { vault } = failingVault()
    const box = await Strongbox.create(vault, undefined)
    for (let at = 0; at < 70; at += 1) await box.vault.write(new Map([[`kept/${at}`, key]]))
    await Strongbox.forget(vault)
    expect([await vault.scan(''), await vault.keyPlace?.read()]).toEqual([[], undefined])
  })

  it('RING-20 an older program’s lock, and a key that lay open, leave the seed exposed', async () => {
    const vault = createMemoryVault()
    const box = await Strongbox.create(vault, undefined)
    expect(await box.exposure()).toBe('none')
    value(await box.relock(undefined, 'a passphrase that is long'))
    expect(await box.exposure()).toBe('seed')
    const [, blob] = Object.values(readLock((await vault.read(lockKey)) ?? key) ?? {})
    await vault.write(new Map([[lockKey, encode(['locked', blob as Uint8Array])]]))
    expect(await box.exposure()).toBe('key')
  })
})

const secret = () => secretToText(createSecret())

const whole = () => ({
  name: 'A body',
  member: 'member-one',
  seed: secret(),
  former: secret(),
  paper: {},
  home: { room: 'room-one', relay: {}, epoch: 1, key: secret() },
})

describe('an identity that is kept', () => {
  it('KEY-7 a phrase that is none is nobody’s', async () => {
    const { relayAt } = await createWorld()
    const of = (phrase: string) => identityOnPaper(phrase, { port: relayAt(address), address })
    expect(await of('three words only')).toEqual({ ok: false, error: { code: 'phrase/length' } })
    const unknown = Array.from({ length: 24 }, (_, at) => (at === 3 ? 'unknownword' : 'abandon')).join(' ')
    expect(await of(unknown)).toEqual({ ok: false, error: { code: 'phrase/word', at: 3 } })
  })

  it('RING-8 is read whole, is none yet, or is damaged', async () => {
    const vault = createMemoryVault()
    const box = await Strongbox.create(vault, undefined)
    expect(await loadIdentity(box)).toEqual({ ok: false, error: { code: 'no-identity' } })
    await box.put(identityKey, whole())
    expect(value(await loadIdentity(box))).toMatchObject({ name: 'A body', home: { epoch: 1 } })
    const { home, ...homeless } = whole()
    const damaged: readonly Value[] = [
      'an identity',
      homeless,
      { ...homeless, home: 'a room' },
      { ...whole(), seed: 'none' },
      { ...whole(), former: 'none' },
      { ...homeless, home: { ...home, key: 'none' } },
    ]
    for (const each of damaged) {
      await box.put(identityKey, each)
      await expect(loadIdentity(box), JSON.stringify(each)).rejects.toMatchObject({
        code: 'vault-damaged',
        message: 'the identity cannot be read',
      })
    }
    await vault.write(new Map([[identityKey, Uint8Array.of(1)]]))
    await expect(loadIdentity(box)).rejects.toMatchObject({ code: 'vault-damaged' })
  })
})
