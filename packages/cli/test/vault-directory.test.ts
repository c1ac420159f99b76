import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMemoryVault, type Vault } from '@goodoffices/client'
import { array, assert, asyncProperty, integer, option, stringMatching, tuple, uint8Array } from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keyFileName, openVaultDirectory, vaultFileName } from '../src/member/vault-directory.ts'

const modulePath = new URL('../src/member/vault-directory.ts', import.meta.url).href
const runs = Number(process.env['GOODOFFICES_RUNS'] ?? 30)
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

let directory = ''
beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'goodoffices-vault-')), 'identity')
})
afterEach(() => rmSync(join(directory, '..'), { recursive: true, force: true }))

const modeOf = (path: string): number => statSync(path).mode & 0o777

/** A process of its own that runs `body` with the vault open. */
const holder = (body: string) =>
  spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { openVaultDirectory } from '${modulePath}'; const vault = await openVaultDirectory(${JSON.stringify(directory)}); ${body}`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )

describe('a vault in a directory', () => {
  it('CLI-20: is readable by its owner alone', async () => {
    const vault = await openVaultDirectory(directory)
    await vault.write(new Map([['a', bytes('1')]]))
    expect(modeOf(directory)).toBe(0o700)
    for (const file of [vaultFileName, `${vaultFileName}-wal`])
      expect(modeOf(join(directory, file))).toBe(0o600)
    await vault.close()
  })

  it('is made in pages of 16 KiB, in which a long value is read in few steps', async () => {
    const vault = await openVaultDirectory(directory)
    await vault.close()
    // https://sqlite.org/fileformat.html, 1.3.2
    expect(readFileSync(join(directory, vaultFileName)).readUInt16BE(16)).toBe(16_384)
  })

  it('RING-20 the key of a vault without a passphrase lies in one file of its own, written over where it lies', async () => {
    const vault = await openVaultDirectory(directory)
    const path = join(directory, keyFileName)
    expect(await vault.keyPlace?.read()).toBeUndefined()
    await vault.keyPlace?.write(bytes('the first of two keys'))
    expect(modeOf(path)).toBe(0o600)
    const before = statSync(path).ino
    await vault.keyPlace?.write(bytes('another key, the last'))
    expect(statSync(path).ino).toBe(before)
    expect(readFileSync(path, 'utf8')).toBe('another key, the last')
    // Another name for the same bytes on the disk shows what erasing leaves of them.
    linkSync(path, join(directory, 'same'))
    await vault.keyPlace?.erase()
    expect(existsSync(path)).toBe(false)
    expect(readFileSync(join(directory, 'same'), 'latin1')).not.toContain('key')
    await vault.keyPlace?.erase()
    await vault.close()
  })

  it('RING-20 what was removed or replaced is in no file once the vault is compact', async () => {
    const vault = await openVaultDirectory(directory)
    await vault.write(new Map([['a', bytes('a word of before'.repeat(500))]]))
    await vault.write(new Map([['b', bytes('removed altogether')]]))
    await vault.write(
      new Map([
        ['a', bytes('another')],
        ['b', null],
      ]),
    )
    await vault.compact?.()
    const files = readdirSync(directory).map(name => readFileSync(join(directory, name), 'latin1'))
    expect(files.some(file => file.includes('another'))).toBe(true)
    expect(files.some(file => /before|removed/.test(file))).toBe(false)
    await vault.close()
  })

  it('behaves as the vault in memory does, whatever is written, removed and listed', async () => {
    const key = stringMatching(/^(out|room|draft)\/[a-c]{1,2}$/)
    const change = array(tuple(key, option(uint8Array({ maxLength: 4 }))), { maxLength: 5 })
    const stored = await openVaultDirectory(directory)
    const remembered = createMemoryVault()
    await assert(
      asyncProperty(change, key, integer({ min: 1, max: 4 }), async (changes, after, countMax) => {
        for (const vault of [stored, remembered]) await vault.write(new Map(changes))
        for (const prefix of ['out/', 'room/', '']) {
          const listing = (vault: Vault, options?: Parameters<Vault['scan']>[1]) =>
            vault.scan(prefix, options)
          expect(await plain(listing(stored))).toEqual(await plain(listing(remembered)))
          const page = { after: `${prefix}${after}`, countMax }
          expect(await plain(listing(stored, page))).toEqual(await plain(listing(remembered, page)))
        }
        expect(await stored.read(after)).toEqual(await remembered.read(after))
      }),
      { numRuns: runs },
    )
    await stored.close()
  })

  it('CLI-21: is held by one process at a time, and says so', async () => {
    const vault = await openVaultDirectory(directory)
    await expect(openVaultDirectory(directory, 100)).rejects.toMatchObject({
      code: 'vault-in-use',
      message: expect.stringContaining('Nothing was changed'),
    })
    await vault.close()
    await (await openVaultDirectory(directory, 100)).close()
  })

  it('CLI-21: is free again when the process that held it was killed, with all that it had acknowledged', async () => {
    const child = holder(`
      for (let i = 0; ; i += 1) {
        await vault.write(new Map([['k/' + i, new Uint8Array([i % 256])], ['last', new TextEncoder().encode(String(i))]]))
        process.stdout.write(i + '\\n')
      }`)
    let said = ''
    child.stdout.on('data', chunk => (said += chunk))
    while (said.split('\n').length < 50) await once(child.stdout, 'data')
    await expect(openVaultDirectory(directory, 100)).rejects.toMatchObject({ code: 'vault-in-use' })
    child.kill('SIGKILL')
    await once(child, 'exit')
    const acknowledged = Number(
      said
        .split('\n')
        .filter(line => line !== '')
        .at(-1),
    )
    const vault = await openVaultDirectory(directory)
    const last = Number(new TextDecoder().decode(await vault.read('last')))
    expect(last).toBeGreaterThanOrEqual(acknowledged)
    // All or nothing: each change wrote two keys.
    expect(await vault.scan('k/')).toHaveLength(last + 1)
    await vault.close()
  })

  it.each([
    ['cut short', (file: Buffer) => file.subarray(0, 700)],
    ['overwritten', () => Buffer.from('This is a letter and not a vault. '.repeat(200))],
    [
      'torn in the middle',
      (file: Buffer) => Buffer.concat([file.subarray(0, 4096), Buffer.alloc(file.length - 4096, 0x5a)]),
    ],
  ])('CLI-22: says what to do where the file was %s, and leaves it as it is', async (_how, damage) => {
    const vault = await openVaultDirectory(directory)
    await vault.write(new Map(Array.from({ length: 200 }, (_, i) => [`room/${i}`, new Uint8Array(100)])))
    await vault.close()
    const path = join(directory, vaultFileName)
    const damaged = damage(readFileSync(path))
    writeFileSync(path, damaged)
    const reading = openVaultDirectory(directory).then(async opened => {
      try {
        return await opened.scan('')
      } finally {
        await opened.close()
      }
    })
    await expect(reading).rejects.toMatchObject({
      code: 'vault-damaged',
      message: expect.stringContaining('recovery words'),
    })
    expect(readFileSync(path).equals(damaged)).toBe(true)
  })
})

const plain = async (listing: ReturnType<Vault['scan']>) =>
  (await listing).map(([key, value]) => [key, [...value]])
