/** What an auditor is told to read and to run is there; and nobody is told that there was an audit before there was one. */

import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(resolve(root, path), 'utf8')
const warning = 'Do not let lives depend on it yet'

/** Links of a page to reports by outsiders, which stand under an address of theirs. */
const reportsIn = (page: string): readonly string[] =>
  [...page.matchAll(/\[[^\]]*report[^\]]*\]\((https:\/\/[^)]+)\)/gi)].map(([, address = '']) => address)

test('AUD-1 the warning stays until a report by outsiders is linked', () => {
  const page = read('SECURITY.md')
  expect(page.includes(warning) || reportsIn(page).length > 0).toBe(true)
  expect(read('README.md').includes('**Not audited.**') || reportsIn(page).length > 0).toBe(true)
  expect(reportsIn('See [the report of 2030](https://outsiders.example/report.pdf).')).toHaveLength(1)
  expect(reportsIn('See [private reporting](form.md) and [a report](docs/ours.md).')).toEqual([])
})

test('AUD-2 every file and every command that the audit pack names is there', () => {
  const page = read('docs/audit-pack.md')
  const files = [...page.matchAll(/`((?:packages|test|docs|vectors)\/[\w/.-]+)`/g)].map(
    ([, path = '']) => path,
  )
  const links = [...page.matchAll(/\]\(([\w./-]+)(?:#[\w-]+)?\)/g)].map(([, path = '']) => `docs/${path}`)
  expect(files.length).toBeGreaterThan(15)
  expect([...files, ...links].filter(path => !existsSync(resolve(root, path)))).toEqual([])
  const { scripts } = JSON.parse(read('package.json')) as {
    readonly scripts: Readonly<Record<string, string>>
  }
  const commands = [...page.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name)
  expect(commands.length).toBeGreaterThan(3)
  expect(commands.filter(name => scripts[name] === undefined)).toEqual([])
})
