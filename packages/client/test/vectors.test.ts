import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { runTalkCase, type TalkFile } from './vector-operations.ts'

const readFile = (name: string): TalkFile =>
  JSON.parse(
    readFileSync(new URL(`../../../vectors/talks/${name}.json`, import.meta.url), 'utf8'),
  ) as TalkFile

/** Every case of a file, from the file alone. */
async function runAll(name: string): Promise<void> {
  const { cases } = readFile(name)
  const found: unknown[] = []
  for (const vector of cases) found.push({ ...vector, expected: await runTalkCase(vector) })
  expect(found).toEqual(cases)
  expect(new Set(cases.map(vector => vector.name)).size).toBe(cases.length)
}

describe('the vectors of talks', () => {
  test('what a writer writes comes out to the byte', () => runAll('written'))

  test('INV-18 INV-19 INV-20 RING-15 moves and letters are read as they are written', async () => {
    await runAll('mailbox')
    const { cases } = readFile('mailbox')
    expect(cases.filter(({ expected }) => 'refused' in expected).length).toBeGreaterThan(4)
  })

  test('RCD-1 RCD-2 RCD-3 a record and its evidence are verified as they are', () => runAll('read'))
})
