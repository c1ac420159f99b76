import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isBrowserHere, runInBrowser } from './browser.ts'
import type { VectorFile } from './vector-operations.ts'

const folder = new URL('../../../vectors/', import.meta.url)

test.skipIf(!isBrowserHere)(
  'attack 12: KEY-6 a browser makes of every vector what Node makes of it, Ed25519 edges included',
  async () => {
    const names = readdirSync(folder).filter(name => name.endsWith('.json'))
    const files = names.map(name => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as VectorFile)
    const cases = files.flatMap(file => file.cases)
    const found = await runInBrowser(cases)
    expect(cases.map((vector, i) => ({ ...vector, expected: found[i] }))).toEqual(cases)
  },
  60_000,
)
