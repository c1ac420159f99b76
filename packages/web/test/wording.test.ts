import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  loadWording,
  type Sentence,
  sentenceOf,
  type Wording,
  wordingLanguages,
  wordViolation,
} from '@goodoffices/client/wording'
import { describe, expect, it } from 'vitest'

const packages = join(import.meta.dirname, '../..')

/** Every stable code in the sources: `fail('…')`, troubles, the log's list, the relay's table, the vault's errors. */
function codesInSources(): readonly string[] {
  const patterns = [
    /\bfail\(\s*'([^']+)'/g,
    /\bfail\([^'()]*\? '([^']+)' : '([^']+)'/g,
    /^ {2}'([a-z]+\/[a-z-]+)'[,:]/gm,
    /'(vault-[a-z]+)'/g,
    /\bcode: '([^']+)'/g,
  ]
  const codes = new Set<string>()
  for (const name of ['core', 'log', 'client', 'relay']) {
    const folder = join(packages, name, 'src')
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts') || file.startsWith('wording')) continue
      const source = readFileSync(join(folder, file), 'utf8')
      for (const pattern of patterns)
        for (const match of source.matchAll(pattern))
          for (const code of match.slice(1)) if (code !== undefined) codes.add(code)
    }
  }
  return [...codes].sort()
}

const sentencesOf = (wording: Wording): Readonly<Record<string, Sentence>> => wording
const names = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? ''))].sort()

describe.each(wordingLanguages)('the wording of violations in %s', language => {
  it('has a sentence for every code in the sources', async () => {
    const known = sentencesOf(await loadWording(language))
    const codes = codesInSources()
    expect(codes.length).toBeGreaterThan(150)
    expect(codes.filter(code => known[sentenceOf(code)] === undefined)).toEqual([])
  })
  it('has the same sentences with the same data as English', async () => {
    const [own, en] = [sentencesOf(await loadWording(language)), sentencesOf(await loadWording('en'))]
    expect(Object.keys(own).sort()).toEqual(Object.keys(en).sort())
    for (const [name, { you, they }] of Object.entries(en)) {
      expect([name, names(own[name]?.you ?? '')]).toEqual([name, names(you)])
      expect([name, names(own[name]?.they ?? '')]).toEqual([name, names(they)])
    }
  })
  it('names who did it in what others read, and nobody in what one reads oneself', async () => {
    for (const { you, they } of Object.values(sentencesOf(await loadWording(language)))) {
      expect(you).not.toContain('{by}')
      expect(they).toContain('{by}')
    }
  })
})

it('puts names into a sentence isolated, and the code where it is asked for', async () => {
  const en = await loadWording('en')
  expect(wordViolation(en, { code: 'table-is-closed' }, 'ليلى')).toBe(
    '\u2068ليلى\u2069 wrote while the table was closed. It was set aside.',
  )
  expect(wordViolation(en, { code: 'never-heard-of' })).toContain('never-heard-of')
})
