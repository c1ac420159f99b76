/** What is named on the command line is read no further than it can be of use, whatever stands under the name. */

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, expect, it } from 'vitest'
import { readGivenText, readStream, wordsBytesMax } from '../src/shell/given-file.ts'
import { goodoffices } from './shell.ts'

const folder = mkdtempSync(join(tmpdir(), 'goodoffices-given-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string, text: string | Buffer): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const identity = join(folder, 'nobody')

it('CLI-47: a file is read whole up to its maximum, and one byte more is refused', () => {
  // A character of two bytes where one chunk ends and the next begins.
  const text = `${'a'.repeat(65_535)}é${'b'.repeat(wordsBytesMax - 65_537)}`
  expect(readGivenText(file('full', text))).toBe(text)
  expect(() => readGivenText(file('over', `${text}b`))).toThrow('file-too-large')
})

it('CLI-47: what comes on standard input is bounded as a file is', async () => {
  const endless = Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(1 << 16)
    })(),
  )
  await expect(readStream(endless)).rejects.toThrow('file-too-large')
  expect(await readStream(Readable.from([Buffer.from([0xc3]), Buffer.from([0xa9])]))).toBe('é')
})

/** Every command that reads a file, given this one. */
const reading = (name: string): readonly (readonly string[])[] => [
  ['identity', 'create', '--name', 'A', '--passphrase-file', name, '--identity', identity],
  [
    'identity',
    'create',
    '--name',
    'A',
    '--without-passphrase',
    '--creation-token-file',
    name,
    '--identity',
    identity,
  ],
  ['identity', 'recover', '--phrase-file', name, '--without-passphrase', '--identity', identity],
  ['verify', '--relay-key-file', name, file('copy', '{}')],
  ['settle', name],
  ['settle', 'divide', name],
]

it('CLI-47: a device that never ends, a name too long and links in a ring are refused in words by each command that reads', async () => {
  const ring = join(folder, 'ring')
  execFileSync('ln', ['-s', ring, ring])
  const strange = ['/dev/zero', ring, join(folder, 'n'.repeat(300))]
  const [endless = '', ...others] = strange
  for (const args of [...reading(endless), ...others.flatMap(name => reading(name).slice(-3, -1))]) {
    const ran = await goodoffices([...args, '--json'])
    expect(ran, args.join(' ')).toMatchObject({ code: 2, err: '', json: { ok: false } })
  }
})
