/** Whose software is in it and why; and that nothing of it calls out. */

import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { licencesTaken } from '../release/notices.ts'

const root = new URL('..', import.meta.url).pathname
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8')

type Kinds = Readonly<
  Partial<
    Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Readonly<Record<string, string>>>
  >
>

const rowsOf = (kind: Readonly<Record<string, string>> | undefined, isRun: boolean) =>
  Object.entries(kind ?? {}).map(([name, version]) => ({ name, version, isRun }))

const asked = globSync(['package.json', 'packages/*/package.json'], { cwd: root }).flatMap(path => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read(path)) as Kinds
  const isHouse = path === 'package.json'
  return [
    ...rowsOf(dependencies, true),
    ...rowsOf(optionalDependencies, !isHouse),
    ...rowsOf(devDependencies, false),
  ].filter(({ name }) => !name.startsWith('@goodoffices/'))
})

const [before = '', after = ''] = read('docs/dependencies.md').split('## What it is made and tested with')
const listed = (part: string) =>
  [
    ...part.matchAll(/^\| `(\S+)` \| ([^|]+) \| (\S+), [\d-]{10} \| [\d-]{10} \|(?:[^|]+\|)? ([^|]+) \|$/gm),
  ].map(([, name = '', license = '', version = '', why = '']) => ({ name, license, version, why }))

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)].toSorted()

describe('KIT-6 software of others', () => {
  test('KIT-6 stands in its page with a reason, a licence and the version in use, and none besides', () => {
    const [run, made] = [listed(before), listed(after)]
    const runs = unique(asked.filter(({ isRun }) => isRun).map(({ name }) => name))
    expect(run.map(({ name }) => name)).toEqual(runs)
    const makes = unique(asked.filter(({ isRun }) => !isRun).map(({ name }) => name)).filter(
      name => !runs.includes(name),
    )
    expect(made.map(({ name }) => name)).toEqual(makes)
    for (const { name, license, version, why } of [...run, ...made]) {
      expect(why.trim().length, name).toBeGreaterThan(3)
      for (const each of asked.filter(other => other.name === name)) expect(each.version, name).toBe(version)
      const locked = (
        JSON.parse(read('package-lock.json')) as {
          readonly packages: Readonly<Record<string, { readonly license?: string }>>
        }
      ).packages[`node_modules/${name}`]
      expect(locked?.license, name).toBe(license)
    }
    for (const { name, license } of run) expect(licencesTaken.has(license), name).toBe(true)
  })

  test('KIT-6 nothing that runs names an address to be fetched', () => {
    const calls =
      /\b(fetch|WebSocket|EventSource|XMLHttpRequest|sendBeacon|import)\s*\(\s*['"`](https?|wss?):/
    const paths = globSync('packages/*/src/**/*.{ts,tsx}', { cwd: root })
    expect(paths.length).toBeGreaterThan(300)
    expect(paths.filter(path => calls.test(read(path)))).toEqual([])
  })
})
