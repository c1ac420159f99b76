import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { makeEd25519Cases } from './ed25519-cases.ts'
import { runCase, type VectorFile } from './vector-operations.ts'

const folder = new URL('../../../vectors/', import.meta.url)
const files = readdirSync(folder).filter(name => name.endsWith('.json'))
const readFile = (name: string): VectorFile =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as VectorFile

describe('vectors', () => {
  test.each(files)('%s: every case comes out as expected', async name => {
    const { cases } = readFile(name)
    const found = await Promise.all(cases.map(runCase))
    expect(cases.map((vector, i) => ({ ...vector, expected: found[i] }))).toEqual(cases)
  })

  test('names are unique, and every file has cases that are accepted and cases that are refused', () => {
    const all = files.map(readFile).flatMap(({ cases }) => cases.map(({ name }) => name))
    expect(new Set(all).size).toBe(all.length)
    for (const { cases } of files.map(readFile)) {
      const refused = cases.filter(({ expected }) => 'refused' in expected)
      expect(refused.length).toBeGreaterThan(0)
      expect(refused.length).toBeLessThan(cases.length)
    }
  })

  test('KEY-6 the Ed25519 file is what the arithmetic makes', () => {
    expect(readFile('ed25519.json').cases).toEqual(makeEd25519Cases())
  })
})
