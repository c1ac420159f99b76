import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

test('what of the specification is made from the sources is what they make; `npm run spec` makes it anew', () => {
  const command = ['--disable-warning=ExperimentalWarning', resolve(root, 'test/spec/make.ts'), '--check']
  const { stdout, stderr, status } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' })
  expect({ stdout, stderr, status }).toEqual({ stdout: '', stderr: '', status: 0 })
  // It compiles `core`, and what else the machine does goes on.
}, 240_000)

test('every hop that ARCHITECTURE.md walks is there: the file, and in it the function', () => {
  const page = readFileSync(resolve(root, 'ARCHITECTURE.md'), 'utf8')
  const hops = [...page.matchAll(/^\| `([\w/.-]+\.ts)` \| `(#?\w+)` \|/gm)]
  expect(hops.length).toBeGreaterThan(20)
  const missing = hops.filter(([, file = '', name = '']) => {
    const source = readFileSync(resolve(root, 'packages', file), 'utf8')
    return !new RegExp(`(?:^|[\\s.])${name}(?:\\(|<|: async| = )`, 'm').test(source)
  })
  expect(missing.map(([hop]) => hop)).toEqual([])
})
