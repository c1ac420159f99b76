import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkPassphrase, openWithPassphrase } from '../src/index.ts'

const isEnough = (passphrase: string): boolean => checkPassphrase(passphrase).ok

describe('KEY-12 a passphrase may be set', () => {
  test.each([
    ['ten characters', 'abcdefghij'],
    ['ten characters beyond the basic plane', '\u{1d518}'.repeat(3) + '\u{1f54a}'.repeat(7)],
    ['ten characters of a script without blanks', '一二三四五六七八九十'],
    ['four short words', 'we do it so'],
    ['four words, of them one with a figure', 'no 42 is it'],
    ['four words with wide blanks', 'we\u3000do\u00a0it\nso'],
    ['four Persian words, one with a joiner', 'ما می\u200cرویم به آن'],
  ])('%s', (_, passphrase) => {
    expect(checkPassphrase(passphrase)).toEqual({ ok: true, value: true })
  })

  test.each([
    ['nothing', ''],
    ['one character', '1'],
    ['nine characters', 'abcdefghi'],
    ['nine characters and blanks around them', '   abcdefghi   '],
    ['nine characters and a zero-width space, a filler, a variation selector', 'abcdefghi\u200b\u3164\ufe0f'],
    ['nine characters and blank Braille', `abcdefghi${'\u2800'.repeat(9)}`],
    ['nine characters, some typed as two', 'e\u0301'.repeat(9)],
    ['controls', '\u0000'.repeat(20)],
    ['three words', 'we do it'],
    ['one word four times', 'no No nO NO'],
    ['four letters with blanks between', 'a b c d'],
    ['four parts without a letter', '-- ++ == ~~'],
  ])('but not %s', (_, passphrase) => {
    expect(checkPassphrase(passphrase)).toEqual({
      ok: false,
      error: { code: 'passphrase/short', characters: 10, words: 4 },
    })
  })

  test('counted the same however its accents are typed', () => {
    for (const word of ['crème brûlée', 'naïveté', 'Ångström'])
      expect(isEnough(word.normalize('NFC'))).toBe(isEnough(word.normalize('NFD')))
  })

  test('half a character is refused where it is set, and opens nothing', async () => {
    expect(checkPassphrase('abcdefghijk\ud800')).toMatchObject({ error: { code: 'passphrase/malformed' } })
    const file = JSON.parse(readFileSync(new URL('../../../vectors/keys.json', import.meta.url), 'utf8')) as {
      readonly cases: readonly { readonly name: string; readonly input: { readonly blob: string } }[]
    }
    const blob = file.cases.find(({ name }) => name === 'a blob under a passphrase')?.input.blob ?? ''
    const asked = { passphrase: '\ud800', purpose: 'seed of anna', blob: Buffer.from(blob, 'hex') }
    expect(await openWithPassphrase(asked)).toMatchObject({ error: { code: 'passphrase/wrong' } })
  })
})
