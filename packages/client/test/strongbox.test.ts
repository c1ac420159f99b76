/** The box around what a device keeps, over a device that fails between two writes. */

import { describe, expect, it } from 'vitest'
import { Strongbox } from '../src/identity/strongbox.ts'
import { createMemoryVault } from '../src/vault/memory.ts'
import { type KeyPlace, type Vault, VaultError } from '../src/vault/vault.ts'
import { value } from './world.ts'

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
