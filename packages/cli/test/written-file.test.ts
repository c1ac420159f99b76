import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { writeWhole } from '../src/shell/written-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'goodoffices-written-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const source = fileURLToPath(new URL('../src/shell/written-file.ts', import.meta.url))

/** In a process that may write files of 1 KiB and no larger, as on a disk that fills. */
function writeWithoutRoom(path: string, isOver: boolean): string {
  const program = `const { writeWhole } = await import(${JSON.stringify(source)})
    try { writeWhole(${JSON.stringify(path)}, 'x'.repeat(100_000), { isOver: ${isOver} }) } catch (e) { console.log(e.code) }`
  const run = [
    '-c',
    `trap '' XFSZ; ulimit -f 1; exec "$0" --input-type=module -e "$1"`,
    process.execPath,
    program,
  ]
  return execFileSync('bash', run, { encoding: 'utf8' }).trim()
}

it('CLI-49: a copy for which there is no room leaves what was there, and nothing of itself', () => {
  writeFileSync(join(folder, 'old'), 'the copy of yesterday')
  expect(writeWithoutRoom(join(folder, 'old'), true)).toBe('EFBIG')
  expect(writeWithoutRoom(join(folder, 'new'), false)).toBe('EFBIG')
  expect(readdirSync(folder)).toEqual(['old'])
  expect(readFileSync(join(folder, 'old'), 'utf8')).toBe('the copy of yesterday')
})

it('CLI-49: what is replaced stays the file it was: its rights, a link to it, a device', () => {
  const kept = join(folder, 'kept')
  const link = join(folder, 'link')
  writeFileSync(kept, 'old')
  chmodSync(kept, 0o640)
  symlinkSync(kept, link)
  writeWhole(link, 'new', { isOver: true })
  expect([readFileSync(kept, 'utf8'), statSync(kept).mode & 0o777]).toEqual(['new', 0o640])
  writeWhole('/dev/null', 'gone', { isOver: true })
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  expect(() => writeWhole(kept, 'newer', { isOver: false })).toThrow('EEXIST')
})
