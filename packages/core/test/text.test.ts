import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ProcessId, rulesNumber, seen, type TextForm, textFault, tidyText } from '../src/index.ts'
import { letterRuns } from '../src/text/letters.ts'
import { markRuns } from '../src/text/marks.ts'
import { admit, caucusA, does, must, opened, partyA, say, tryOpen } from './cast.ts'
import { runs } from './runs.ts'

const fault = (text: string, form: TextForm = 'body'): string => textFault(text, form)?.reason ?? 'ok'
const room = () => opened('headA', { kind: 'delegation', party: partyA, rules: 2 })

const named = (title: string, numbered: { readonly rules?: number }) =>
  tryOpen('lead', { kind: 'desk', process: { process: 'process-1' as ProcessId, title }, ...numbered })

const pinned = (table: string) => {
  let next = 0
  return table.split(' ').flatMap(run => {
    const [gap = '', length = '1'] = run.split('.')
    const from = next + Number.parseInt(gap, 36)
    next = from + Number.parseInt(length, 36)
    return Array.from({ length: next - from }, (_, i) => String.fromCodePoint(from + i))
  })
}

describe('what a text may hold', () => {
  test('TEXT-1 a line ends with a line feed alone', () => {
    expect(fault('We refuse.\nAll of it.')).toBe('ok')
    for (const end of ['\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029'])
      expect(fault(`We refuse every word of it.${end}We accept it all.`), JSON.stringify(end)).toBe(
        'line-end',
      )
  })

  test('TEXT-2 no noncharacter, of any plane', () => {
    for (let plane = 0; plane <= 16; plane += 1)
      for (const low of [0xfffe, 0xffff])
        expect(fault(`a${String.fromCodePoint(plane * 0x10000 + low)}b`)).toBe('noncharacter')
    expect(fault('a\uFDD0b')).toBe('noncharacter')
    expect(fault('a\u{1F54A}b')).toBe('ok')
  })

  test('TEXT-3 nothing turns the order of what is read, and what is set apart ends in its own paragraph', () => {
    for (const sign of ['\u202A', '\u202B', '\u202C', '\u202D', '\u202E'])
      expect(fault(`We pay ${sign}000,001\u202C dollars`)).toBe('direction')
    expect(fault('the \u2068بند\u2069 of \u2067النص\u2069')).toBe('ok')
    expect(fault('the \u2068\u2067بند\u2069\u2069')).toBe('ok')
    expect(fault('the \u2067clause\nand the next')).toBe('direction')
    expect(fault('the clause\u2069')).toBe('direction')
    expect(textFault('ab\u2066c', 'note')).toEqual({ reason: 'direction', at: 2 })
    expect(fault('a \u200Emark\u200F in a text')).toBe('ok')
    for (const mark of ['\u200E', '\u200F', '\u061C']) expect(fault(`Omar${mark}`, 'name')).toBe('direction')
  })

  test('TEXT-4 nothing that a program may leave out of what it shows', () => {
    for (const sign of [
      '\u00AD',
      '\u200B',
      '\u2060',
      '\u2062',
      '\uFEFF',
      '\u3164',
      '\uFFA0',
      '\u115F',
      '\uFFF9',
      '\u{E0041}',
      '\u{1D173}',
    ])
      expect(fault(`the cla${sign}im`), sign.codePointAt(0)?.toString(16)).toBe('unseen')
    expect(fault('葛\u{E0100}飾区')).toBe('ok')
    expect(fault('葛\u{E0100}\u{E0101}飾区')).toBe('unseen')
    expect(fault('\u2764\uFE0F')).toBe('ok')
  })

  test('TEXT-5 a joiner follows a letter that joins', () => {
    expect(fault('می‌خواهیم')).toBe('ok')
    expect(fault('ه\u200D.ش')).toBe('ok')
    expect(fault('क्\u200Dष')).toBe('ok')
    expect(fault('\u{1F468}\u200D\u{1F469}\u200D\u{1F467}')).toBe('ok')
    for (const text of ['Om\u200Car', '\u200Cالف', 'الف \u200Cب', 'ا\u200C\u200Cب', '\u200D'])
      expect(fault(text)).toBe('joiner')
  })

  test('TEXT-6 marks stacked no deeper than any orthography stacks them, and places where a line may be broken', () => {
    expect(fault(`a${'\u0301'.repeat(30)}`)).toBe('ok')
    expect(fault(`a${'\u0301'.repeat(31)}`)).toBe('marks')
    expect(fault(`a${'\u0301'.repeat(8)}`, 'name')).toBe('ok')
    expect(fault(`a${'\u0301'.repeat(9)}`, 'name')).toBe('marks')
    expect(fault('x'.repeat(2_000))).toBe('ok')
    expect(fault('x'.repeat(2_001))).toBe('unbroken')
    expect(fault(`${'x'.repeat(2_000)} ${'y'.repeat(2_000)}`)).toBe('ok')
    expect(fault(`${'x'.repeat(2_000)} ${'y'.repeat(2_001)}`)).toBe('unbroken')
    expect(fault(`${'x'.repeat(2_001)} y`)).toBe('unbroken')
    expect(fault('aب'.repeat(1_001))).toBe('unbroken')
    expect(fault('各'.repeat(50_000))).toBe('ok')
    expect(fault('a word '.repeat(14_000))).toBe('ok')
  })

  test('TEXT-7 a name and a title hold a letter or a digit', () => {
    for (const name of ['Nguyễn Thị Định', '김', '٣', 'Ж', 'Ὀδυσσεύς', 'فاطمه‌سادات', 'नेहा', "N'Djamena"])
      for (const form of ['NFC', 'NFD'] as const) expect(fault(name.normalize(form), 'name'), name).toBe('ok')
    for (const name of ['\u2800', '—', '…', '\u{1F54A}']) expect(fault(name, 'title'), name).toBe('no-letter')
    expect(fault('—')).toBe('ok')
  })

  test('TEXT-8 every text of every act is judged, wherever it stands in the act, from the second rules number on', () => {
    const bad = 'We pay \u202E000,001\u202C'
    expect(does(room(), 'headA', say('message-1', { body: bad }))).toBe('text-unfit')
    expect(does(room(), 'headA', say('message-1', { body: 'We pay 100,000' }))).toBe('ok')
    expect(does(room(), 'headA', admit('adviserA', { name: '\u2800' }))).toBe('name-unfit')
    expect(does(room(), 'headA', admit('adviserA', { name: 'Om\u00ADar' }))).toBe('text-unfit')
    const put = { kind: 'item.put', item: 'item-one', register: 'of-a-later-release', rev: 1 }
    expect(does(room(), 'headA', { ...put, fields: { deep: { er: [bad] } } })).toBe('text-unfit')
    const older = caucusA()
    must(older, 'headA', say('message-1', { body: bad }))
    must(older, 'lead', { kind: 'rules.adopt', number: 2 })
    expect(does(older, 'headA', say('message-2', { body: bad }))).toBe('text-unfit')
  })

  test('TEXT-8 a room does not open with a title that would not be read as it stands', () => {
    expect(named('Talks\u200B', {})).toMatchObject({ ok: true })
    expect(named('Talks', { rules: rulesNumber })).toMatchObject({ ok: true })
    expect(named('Talks\u200B', { rules: rulesNumber })).toMatchObject({
      ok: false,
      error: { code: 'text-unfit', path: 'process.title', reason: 'unseen', at: 5 },
    })
  })

  test('the tables say of each code point what Unicode does', () => {
    // What was a letter stays one; an engine of a later Unicode knows more.
    expect(pinned(markRuns).filter(sign => !/^[\p{Mn}\p{Me}]$/u.test(sign))).toEqual([])
    expect(pinned(letterRuns).filter(sign => !/^[\p{L}\p{N}]$/u.test(sign))).toEqual([])
    expect(pinned(markRuns)).toHaveLength(2_072)
    expect(pinned(letterRuns).length).toBeGreaterThan(140_000)
  })
})

const hostile = fc.constantFrom(
  'a',
  'ב',
  '\n',
  '\r',
  '\u202E',
  '\u2066',
  '\u2067',
  '\u2069',
  '\u0301',
  '\u200B',
  '\uFFFE',
  '\u{E0041}',
)

describe('tidying what was pasted', () => {
  const signs = fc.constantFrom(
    'a',
    'ب',
    ' ',
    '\r',
    '\n',
    '\u00AD',
    '\u200B',
    '\u200C',
    '\u200D',
    '\uFEFF',
    '\u2028',
    '7',
    '\u0301',
  )
  test('TEXT-9 what is tidied has no line end, and nothing unseen, to refuse, and is tidied once', () => {
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 60 }), text => {
        const tidied = tidyText(text)
        expect(['ok', 'no-letter']).toContain(fault(tidied))
        expect(tidyText(tidied)).toBe(tidied)
      }),
      runs(300),
    )
  })

  test('TEXT-9 what is seen stays as it was', () => {
    expect(tidyText('They would drop the cla\u00ADim to Ava\u00ADlon for 4,250\u00AD,000')).toBe(
      'They would drop the claim to Avalon for 4,250,000',
    )
    expect(tidyText('می‌خواهیم\r\nو \u200Cمی‌گوییم')).toBe('می‌خواهیم\nو می‌گوییم')
    expect(tidyText('\u202Eabc\u202C')).toBe('\u202Eabc\u202C')
  })
})

describe('showing what an older room holds', () => {
  test('TEXT-10 what would not be seen or would turn what is read has a sign in its place', () => {
    expect(seen('We pay \u202E000,001\u202C dollars')).toBe('We pay \uFFFD000,001\uFFFD dollars')
    expect(seen('We refuse it.\rWe accept it.')).toBe('We refuse it.\nWe accept it.')
    expect(seen('one\r\ntwo')).toBe('one \ntwo')
    expect(seen('\u2067a\nb\u2069 \u2068c\u2069')).toBe('\uFFFDa\nb\uFFFD \u2068c\u2069')
    expect(seen(`a${'\u0301'.repeat(32)}`)).toBe(`a${'\u0301'.repeat(30)}\uFFFD\uFFFD`)
    expect(seen('می‌خواهیم')).toBe('می‌خواهیم')
  })

  test('TEXT-10 a place in what is shown is the place in what was said, and what is shown is as the rules want it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme-composite', maxLength: 80 }),
        fc.string({ unit: hostile, maxLength: 40 }),
        (a, b) => {
          const shown = seen(a + b)
          expect(shown).toHaveLength((a + b).length)
          expect(['ok', 'no-letter', 'joiner', 'unseen', 'unbroken']).toContain(fault(shown))
          expect(/[\u202A-\u202E\r]/.test(shown)).toBe(false)
        },
      ),
      runs(300),
    )
  })
})
