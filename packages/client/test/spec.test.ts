import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../../../', import.meta.url)

const idsIn = (text: string, pattern: RegExp): ReadonlySet<string> =>
  new Set(Array.from(text.matchAll(pattern), match => match[1] as string))

const textsIn = (folder: string): string =>
  readdirSync(new URL(folder, root))
    .filter(name => name.endsWith('.test.ts'))
    .map(name => readFileSync(new URL(`${folder}${name}`, root), 'utf8'))
    .join('\n')

describe('the specification of the client', () => {
  it('has a test for every rule, and a rule for every id that a test names', () => {
    const page = readFileSync(new URL('docs/spec/client.md', root), 'utf8')
    const rules = idsIn(page, /^(?:-|\|) \*\*((?:SYNC|INV|RING|RCD|WORD)-[0-9]+)\*\*/gm)
    // What the shell keeps in files is tried there.
    const tests = ['packages/client/test/', 'packages/cli/test/', 'packages/web/test/', 'test/simulation/']
      .map(textsIn)
      .join('\n')
    const tested = idsIn(tests, /\b((?:SYNC|INV|RING|RCD|WORD)-[0-9]+)\b/g)
    expect([...tested].sort()).toEqual([...rules].sort())
  })

  it('is what the threat model points to: every test it names exists', () => {
    const page = readFileSync(new URL('docs/threat-model.md', root), 'utf8')
    const named = [...idsIn(page, /`((?:packages|test)\/[\w./-]+\.ts)`/g)]
    expect(named.length).toBeGreaterThan(0)
    for (const name of named) expect(readFileSync(new URL(name, root), 'utf8')).not.toBe('')
  })
})
