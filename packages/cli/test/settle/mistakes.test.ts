import type { FileProblem, MistakeCode } from '@goodoffices/settlement/files'
import { expect, test } from 'vitest'
import { mistakeCodes, mistakeToText, mistakeToWording } from '../../src/settle/mistakes.ts'

function mistake(code: MistakeCode, rest: Partial<FileProblem> = {}): FileProblem {
  return { code, file: 'spring.yaml', line: 19, column: 24, ...rest }
}

test('SET-52: a message names place, expectation and example', () => {
  const choices = ['half each', 'two to one', 'by head']
  expect(
    mistakeToText(mistake('unknown-option', { found: 'halves', about: 'Share of water', choices })),
  ).toBe(
    'spring.yaml:19:24: "halves" is not an option of "Share of water".\n  expected: one of: half each, two to one, by head\n  example: half each',
  )
})

test('SET-52: every code has its words, which end in no dot and grow with nothing that a file says', () => {
  const long = 'x'.repeat(5_000)
  for (const code of mistakeCodes) {
    const bare = mistakeToWording(mistake(code))
    for (const text of Object.values(bare)) expect(text.length).toBeGreaterThan(0)
    expect(bare.what).not.toMatch(/\.$/)
    const hostile = mistake(code, { found: long, about: `\u202e${long}`, choices: Array(500).fill(long) })
    expect(mistakeToText(hostile).length).toBeLessThan(3_000)
    expect(mistakeToText(hostile)).not.toContain('\u202e')
  }
})

test('SET-52: a decimal comma is named where a number was meant', () => {
  expect(mistakeToWording(mistake('number', { about: 'value', found: '0,6' })).expected).toContain(
    'decimal point',
  )
  expect(mistakeToWording(mistake('number', { about: 'value', found: 'many' })).expected).not.toContain(
    'comma',
  )
})
