import {
  isSamePart,
  phraseForms,
  phraseIn,
  phraseToSheet,
  recognise,
  recogniseFile,
} from '@goodoffices/client'
import { createSecret, secretToPhrase, secretToText, utf8 } from '@goodoffices/log'
import { describe, expect, it } from 'vitest'

const secret = createSecret()
const phrase = secretToPhrase(secret).split(' ')
const link = (what: string): string => `https://talks.example/${what}#${secretToText(secret)}`
const kindOf = (text: string): string => recognise(text).kind

describe('what somebody holds who wants to be let back in', () => {
  it('RING-25 is recognised: words and digits in every form, the code of a sheet, links, and what leads nowhere', () => {
    for (const form of phraseForms)
      expect(recognise(`  ${phraseIn(phrase, form).join('\n')} `)).toEqual({
        kind: 'phrase',
        phrase: phrase.join(' '),
      })
    expect(recognise(phraseToSheet(phrase))).toEqual({ kind: 'phrase', phrase: phrase.join(' ') })
    expect(recognise(phrase.with(3, 'diplomat').join(' '))).toEqual({
      kind: 'mistyped',
      violation: { code: 'phrase/word', at: 4 },
    })
    expect(kindOf('12345 67890')).toBe('mistyped')
    expect([link('device'), link('join'), 'https://talks.example/', 'my words', ''].map(kindOf)).toEqual([
      'device-link',
      'invitation',
      'nothing',
      'nothing',
      'nothing',
    ])
  })

  it('RING-25 of files too: a text of the shell, a record, evidence, a directory of an identity', () => {
    expect(recogniseFile(utf8(`${phrase.join(' ')}\n`))).toMatchObject({
      kind: 'phrase',
      text: phrase.join(' '),
    })
    expect(recogniseFile(utf8('{\n "format": "good-offices-record/1",\n "rooms": []}')).kind).toBe('copy')
    expect(recogniseFile(utf8('c2sp.org/tlog-proof@v1\nindex 4\n')).kind).toBe('copy')
    expect(recogniseFile(utf8('SQLite format 3\0\x10')).kind).toBe('vault')
    expect(recogniseFile(Uint8Array.of(0xff, 0xfe, 0)).kind).toBe('nothing')
    expect(recogniseFile(new Uint8Array(100_000)).kind).toBe('nothing')
  })

  it('RING-24 the code on the sheet is no address, which a browser would keep', () => {
    expect(phraseToSheet(phrase)).toMatch(/^GOODOFFICES:\d{80}$/)
    expect(
      isSamePart('ÁBACO', 'abaco') && isSamePart(' ٤٠٧١٢', '40712') && !isSamePart('40713', '40712'),
    ).toBe(true)
  })
})
