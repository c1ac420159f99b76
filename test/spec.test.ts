import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { registers } from '@goodoffices/core'
import { expect, test } from 'vitest'
import { readPages } from './spec/pages.ts'

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

/** What stands in quotes in the tests, titles above all; what a comment names is tried by nobody. */
function idsInTests(): ReadonlySet<string> {
  const files = globSync(['packages/*/test/**/*.ts', 'test/**/*.ts'], { cwd: root }).filter(
    file => !/mutants|new-area\/|^test\/spec\.test/.test(file),
  )
  const lines = files.flatMap(file => readFileSync(resolve(root, file), 'utf8').split('\n'))
  return new Set(
    lines
      .filter(line => !/^\s*(?:\/\/|\/?\*)/.test(line))
      .flatMap(line => line.slice(Math.max(0, line.search(/['"`]/))).match(/\b[A-Z]+-\d+\b/g) ?? []),
  )
}

test('each rule of the specification is named by a test', () => {
  const { rules } = readPages()
  expect(rules.length).toBeGreaterThan(500)
  const named = idsInTests()
  expect(rules.map(({ id }) => id).filter(id => !named.has(id))).toEqual([])
})

test('each register has a row that says where its things stand, who puts them, and what is said of them', () => {
  const pages = globSync('docs/spec/*.md', { cwd: root }).map(file =>
    readFileSync(resolve(root, file), 'utf8'),
  )
  const rows = pages.flatMap(page => [...page.matchAll(/^\| `([\w-]+)` \| [^|]+ \| [^|]+ \| [^|]+ \|/gm)])
  const missing = registers.map(({ name }) => name).filter(name => !rows.some(([, named]) => named === name))
  expect(missing).toEqual([])
  // Whether the room sees to it, or a device that holds more than one.
  const wholes = pages.flatMap(page => [...page.matchAll(/^\| `([\w-]+)` \|.*\|$/gm)])
  const unsaid = registers
    .map(({ name }) => name)
    .filter(name => !wholes.some(([row, named]) => named === name && /\| the room[^|]* \|$/.test(row)))
  expect(unsaid).toEqual([])
})
