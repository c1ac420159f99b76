import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { tags, violationCodes } from '../src/index.ts'

const root = new URL('../../../', import.meta.url)
const pages = ['encoding', 'keys', 'envelopes', 'log']

const idsIn = (text: string, pattern: RegExp): ReadonlySet<string> =>
  new Set(Array.from(text.matchAll(pattern), match => match[1] as string))

const spec = pages.map(page => readFileSync(new URL(`docs/spec/${page}.md`, root), 'utf8')).join('\n')
const tests = readdirSync(new URL('packages/log/test/', root))
  .filter(name => name.endsWith('.test.ts'))
  .map(name => readFileSync(new URL(`packages/log/test/${name}`, root), 'utf8'))
  .join('\n')

describe('the specification', () => {
  const rules = idsIn(spec, /^- \*\*((?:ENC|KEY|ENV|LOG)-[0-9]+)\*\*/gm)
  const tested = idsIn(tests, /\b((?:ENC|KEY|ENV|LOG)-[0-9]+)\b/g)

  test('every rule is named by a test, and every rule that a test names is written down', () => {
    expect([...tested].sort()).toEqual([...rules].sort())
  })

  test('ENC-11 the page has every tag, and no other', () => {
    const page = readFileSync(new URL('docs/spec/encoding.md', root), 'utf8')
    const listed = [...idsIn(page, /^ {2}\| `([a-z-]+)` \| .* \| .*\|$/gm)]
    expect(listed.map(name => `good-offices/${name}/1`).sort()).toEqual(Object.values(tags).toSorted())
  })

  test('every code that the pages name exists, and every code that exists is given by some file', () => {
    const folder = new URL('packages/log/src/', root)
    const sources = readdirSync(folder).filter(name => name.endsWith('.ts') && name !== 'result.ts')
    const source = sources.map(name => readFileSync(new URL(name, folder), 'utf8')).join('\n')
    const areas = [...new Set(violationCodes.map(code => code.split('/')[0]))].join('|')
    const named = idsIn(spec, new RegExp(`\`((?:${areas})/[a-z-]+)\``, 'g'))
    const codes: ReadonlySet<string> = new Set(violationCodes)
    expect([...named].filter(code => !codes.has(code))).toEqual([])
    expect(violationCodes.filter(code => !source.includes(`'${code}'`))).toEqual([])
  })
})
