/** Things of registers as a reader has them: one writer under copy, sheet, shell and screen. */

import {
  checkThing,
  documentToHtml,
  documentToText,
  fieldLines,
  leaksInAct,
  roomsToDocument,
  sayAsking,
  sayFigure,
  sayTerm,
  type ThingAct,
  thingSheet,
  thingsToSheet,
  type Writing,
  writingOf,
} from '@goodoffices/client'
import { languages, loadVocabulary, localeOf } from '@goodoffices/client/words'
import {
  type Day,
  type Figure,
  fieldsSchemaOf,
  findRegister,
  type ItemId,
  parseAct,
  type RoomState,
  rulesNumber,
  type Term,
  waitingOfThings,
} from '@goodoffices/core'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caucusA, caucusB, deskRoom, memberId, must, tableRoom } from '../../core/test/cast.ts'

const withRules = (room: RoomState): RoomState => {
  must(room, 'lead', { kind: 'rules.adopt', number: rulesNumber })
  return room
}
const item = (id: string) => id as ItemId
const day = (text: string) => text as Day

const matter = (fields: object = {}, rev = 1, id = 'item-00001') => ({
  kind: 'item.put',
  item: id,
  register: 'matter',
  rev,
  fields: { kind: 'figure', title: 'Flow of the spring', unit: 'litres a day', ...fields },
})
const version = (id: string, of: string, fields: object = {}) => ({
  kind: 'item.put',
  item: id,
  register: 'version',
  rev: 1,
  fields: { matter: 'item-00001', of, figure: { kind: 'at-least', value: '108000.50' }, ...fields },
})
const mark = (verb: string, changes: object = {}) => ({
  kind: 'item.mark',
  item: 'item-00002',
  rev: 1,
  verb,
  ...changes,
})

/** A table with a figure that two sides give differently. */
function disputed(): RoomState {
  const room = withRules(tableRoom())
  must(room, 'lead', matter({ answersBy: { kind: 'on', day: '2026-02-06' } }))
  must(room, 'headA', version('item-00002', 'Avalon', { asOf: '2025-09-01', method: 'A can and a watch.' }))
  must(
    room,
    'headB',
    version('item-00003', 'Borduria', { figure: { kind: 'no-number', words: 'likely far higher' } }),
  )
  must(room, 'headB', mark('contested', { note: 'Counted after rain.' }))
  return room
}

const writing = async (room: RoomState, language: (typeof languages)[number] = 'en'): Promise<Writing> =>
  writingOf(room, await loadVocabulary(language), {})

const plain = (text: string): string => text.replaceAll(/[\u2068\u2069]|<\/?bdi>/g, '')
const thingOf = (room: RoomState, id: string) => {
  const thing = room.items[item(id)]
  if (thing === undefined) throw new Error('not put')
  return thing
}

const figures: readonly Figure[] = [
  { kind: 'exactly', value: '6854' },
  { kind: 'at-least', value: '108000.50' },
  { kind: 'at-most', value: '-3.5' },
  { kind: 'about', value: '9.50' },
  { kind: 'between', low: '640', high: '650.5' },
  { kind: 'no-number', words: 'likely far higher' },
]
const said = async (language: (typeof languages)[number]) => {
  const w = await writing(disputed(), language)
  return figures.map(figure => plain(sayFigure(w, figure)))
}

describe('figures in words', () => {
  it('FACT-3 a bound is said in words, with the reader’s digits and the places that were given', async () => {
    expect(await said('en')).toEqual([
      'exactly 6,854',
      'at least 108,000.50',
      'at most -3.5',
      'about 9.50',
      'between 640 and 650.5',
      'no number: “likely far higher”',
    ])
    expect((await said('fa'))[1]).toBe('دست‌کم ۱۰۸٬۰۰۰٫۵۰')
    expect((await said('ar'))[0]).toBe('٦٬٨٥٤ بالضبط')
    expect((await said('fr'))[4]).toBe('entre 640 et 650,5')
    expect((await said('es'))[3]).toBe('alrededor de 9,50')
    for (const language of languages) expect(new Set(await said(language)).size).toBe(figures.length)
  })

  it('FACT-3 law: no digit of a figure is lost or added, however long it is', async () => {
    const w = await writing(disputed())
    const digits = fc.array(fc.nat(9), { minLength: 1, maxLength: 30 }).map(all => all.join(''))
    fc.assert(
      fc.property(digits, fc.option(digits, { nil: undefined }), (whole, places) => {
        const value = places === undefined ? whole : `${whole}.${places}`
        const said = sayFigure(w, { kind: 'about', value }).replaceAll(/[^\d.]/g, '')
        expect(said).toBe(value.replace(/^0+(?=\d)/, ''))
      }),
    )
  })
})

const dated = () => {
  const open = disputed()
  must(open, 'guarantor', mark('noted', { at: Date.parse('2015-10-18T12:00:00Z') }))
  return open
}
const after = (id: string, verb: string, count: number): Term => ({
  kind: 'after',
  item: item(id),
  verb,
  count,
  unit: 'days',
  zone: 'UTC',
})

describe('days in words', () => {
  it('TERM-7 a day; what is waited for; two days, since the sides date it differently', async () => {
    const known = dated()
    const w = await writing(known)
    const said = (term: Term) => plain(sayTerm(w, term))
    expect(said({ kind: 'on', day: day('2026-02-06') })).toBe('6 February 2026')
    expect(said(after('item-00001', 'parked', 30))).toBe(
      'waiting for: Put off (Flow of the spring) (30 days after: Put off (Flow of the spring))',
    )
    expect(said(after('item-00002', 'noted', 1))).toBe(
      '19 October 2015 (1 day after: Taken note of (Avalon))',
    )
    must(known, 'headB', mark('noted', { at: Date.parse('2015-10-20T12:00:00Z') }))
    expect(said(after('item-00002', 'noted', 90))).toBe(
      '16 January 2016 or 18 January 2016: two days, since the parties date this differently: Avalon (90 days after: Taken note of (Avalon))',
    )
    expect(
      said({
        kind: 'earliest',
        of: [
          { kind: 'on', day: day('2026-02-06') },
          { kind: 'with', item: item('item-00003') },
        ],
      }),
    ).toBe('6 February 2026 (the earliest of: 6 February 2026, on the day of: Borduria)')
    expect(
      said({
        kind: 'earliest',
        of: [{ kind: 'on', day: day('2026-02-06') }, after('item-00001', 'parked', 2)],
      }),
    ).toContain('or earlier where this comes first: Put off (Flow of the spring)')
    expect(said({ kind: 'with', item: item('item-00003') })).toContain('no day is set yet')
  })

  it('TERM-7 law: in every language each kind of answer is a sentence of its own, and no place in it is left empty', async () => {
    const known = dated()
    must(known, 'headB', mark('noted', { at: Date.parse('2015-10-20T12:00:00Z') }))
    const terms: readonly Term[] = [
      { kind: 'on', day: day('2026-02-06') },
      after('item-00001', 'parked', 30),
      after('item-00002', 'noted', 1),
      { ...after('item-00002', 'noted', 11), unit: 'working-days', roll: 'next' } as Term,
      { ...after('item-00002', 'noted', 3), unit: 'months', roll: 'previous' } as Term,
      { ...after('item-00002', 'noted', 2), unit: 'years' } as Term,
      { ...after('item-00002', 'noted', 100), unit: 'weeks' } as Term,
      { kind: 'latest', of: [{ kind: 'on', day: day('2026-02-06') }, after('item-00002', 'noted', 1)] },
      { kind: 'with', item: item('item-00003') },
    ]
    for (const language of languages) {
      const w = await writing(known, language)
      const said = terms.map(term => sayTerm(w, term))
      expect(new Set(said).size).toBe(terms.length)
      for (const text of said) expect(text).not.toMatch(/[{}]/)
    }
  })

  it('FACT-12 what is asked, and by when, in words', async () => {
    const open = withRules(tableRoom())
    must(open, 'lead', matter({ answersBy: { kind: 'on', day: '2026-02-06' } }))
    const [asked] = waitingOfThings([open], memberId('headA'))
    if (asked === undefined) throw new Error('nothing asked')
    expect(plain(sayAsking(await writing(open), asked.asking))).toBe(
      'Your own version is asked for, by: 6 February 2026',
    )
    expect(plain(sayAsking(await writing(open, 'fa'), asked.asking))).toContain('۱۷ بهمن ۱۴۰۴')
  })
})

describe('a thing as a sheet', () => {
  it('RCD-5 one writer: what the sheet says of a thing, the copy, the printed page and the text say too', async () => {
    const room = disputed()
    const w = await writing(room)
    const things = Object.values(room.items)
    const copy = plain(documentToText(await roomsToDocument([{ room }], { language: 'en' })))
    const page = await thingsToSheet(room, things, { language: 'en' })
    const printed = [plain(documentToText(page)), plain(documentToHtml(page))]
    for (const thing of things) {
      const sheet = thingSheet(w, thing)
      const lines = [...sheet.wordings, ...sheet.said].flatMap(({ lines }) => lines)
      expect(lines.length).toBeGreaterThan(1)
      for (const text of [...lines.map(({ text }) => text), sheet.kind, sheet.standing ?? '?'])
        for (const document of [copy, ...printed]) expect(document).toContain(plain(text))
    }
    expect(page.title).toBe('Flow of the spring')
    expect(copy).toContain('Stands as: disputed (2)')
    expect(copy).toContain('Contested · Borduria')
  })

  it('ITEM-4 what was said of a wording that has changed since says so, and stays', async () => {
    const room = disputed()
    must(room, 'headA', { ...version('item-00002', 'Avalon', { method: 'Two cans.' }), rev: 2 })
    const sheet = thingSheet(await writing(room), thingOf(room, 'item-00002'))
    expect(sheet.wordings.map(({ wording }) => wording)).toEqual([1, 2])
    expect(sheet.said).toMatchObject([{ verb: 'Contested', isOver: true, voice: '\u2068Borduria\u2069' }])
  })

  it('ITEM-6 a thing that this program does not know is shown as it came, and said to be from a newer version', async () => {
    const room = withRules(caucusA())
    must(room, 'headA', {
      ...matter({}, 1),
      register: 'from-the-future',
      fields: { said: 'eleven silver spoons' },
    })
    const sheet = thingSheet(await writing(room), thingOf(room, 'item-00001'))
    expect(sheet.kind).toContain('from a newer version')
    expect(sheet.standing).toBeUndefined()
    expect(JSON.stringify(sheet)).toContain('eleven silver spoons')
  })

  it('FACT-1 law: a sheet holds no number that is in no version, in every language', async () => {
    const decimal = fc.integer({ min: 1_000_000, max: 999_999_999 }).map(String)
    const samples = fc.sample(fc.array(decimal, { minLength: 2, maxLength: 5 }), { numRuns: 12, seed: 7 })
    for (const values of samples) {
      const room = withRules(tableRoom())
      must(room, 'lead', matter())
      for (const [n, value] of values.entries())
        must(
          room,
          n % 2 === 0 ? 'headA' : 'headB',
          version(`item-1000${n}`, 'One', { figure: { kind: 'about', value } }),
        )
      const w = writingOf(room, await loadVocabulary('en'), { locale: localeOf('en', 'latn') })
      const register = findRegister('version')
      if (register === undefined) throw new Error('no such register')
      const said = Object.values(room.items).flatMap(thing => {
        const sheet = thingSheet(w, thing)
        const fields = thing.register === 'version' ? (thing.revisions[0]?.fields ?? {}) : {}
        return [
          sheet.standing ?? '',
          ...fieldLines(w, fieldsSchemaOf(register), fields, { except: ['matter'] }).map(({ text }) => text),
        ]
      })
      const numbers = said.flatMap(text => text.replaceAll(',', '').match(/\d{7,}/g) ?? [])
      expect(numbers.toSorted()).toEqual(values.toSorted())
    }
  })
})

const actOf = (act: object): ThingAct => {
  const parsed = parseAct(act)
  if (!parsed.ok || (parsed.value.kind !== 'item.put' && parsed.value.kind !== 'item.mark'))
    throw new Error(JSON.stringify(parsed))
  return parsed.value
}

describe('what a member’s device checks', () => {
  it('ITEM-9 what is named is of this room or of the table, never of a room that not all are in', () => {
    const [table, one, other] = [withRules(tableRoom()), withRules(caucusA()), withRules(caucusB())]
    must(table, 'lead', matter({}, 1, 'item-table1'))
    must(one, 'lead', matter({}, 1, 'item-of-aa'))
    const rooms = [table, one, other]
    const naming = (id: string) =>
      actOf({ ...version('item-00009', 'Avalon'), fields: { matter: id, of: 'x' } })
    const code = (room: RoomState, act: ThingAct) => {
      const checked = checkThing(rooms, room, act)
      return checked.ok ? 'ok' : checked.error.code
    }
    expect(code(one, naming('item-of-aa'))).toBe('ok')
    expect(code(one, naming('item-table1'))).toBe('ok')
    expect(code(other, naming('item-of-aa'))).toBe('reference-elsewhere')
    expect(code(table, naming('item-of-aa'))).toBe('reference-elsewhere')
    expect(code(other, actOf(mark('merged-into', { evidence: ['item-of-aa'] })))).toBe('reference-elsewhere')
    expect(code(other, naming('item-nowhere'))).toBe('ok')
    const by = (zone: string) =>
      actOf(
        matter({
          answersBy: {
            kind: 'earliest',
            of: [
              { kind: 'on', day: '2026-02-06' },
              { kind: 'after', item: 'item-00008', verb: 'noted', count: 1, unit: 'days', zone },
            ],
          },
        }),
      )
    expect([code(one, by('Asia/Tehran')), code(one, by('Atlantis/Capital'))]).toEqual(['ok', 'zone-unknown'])
  })

  it('LEAK-9 a mediator’s own words to a side are held against every other side’s room, and nobody else’s are', () => {
    const [table, one, other, desk] = [
      withRules(tableRoom()),
      withRules(caucusA()),
      withRules(caucusB()),
      withRules(deskRoom()),
    ]
    must(one, 'headA', matter({ definition: 'Counted on the seventeenth night by the miller.' }))
    const rooms = [table, one, other, desk]
    const telling = actOf(matter({ definition: 'On the seventeenth night by the miller.' }, 1, 'item-00007'))
    const found = (room: RoomState, by: string) =>
      leaksInAct({ act: telling, room, by: memberId(by), rooms: () => rooms }).length > 0
    expect([found(other, 'lead'), found(table, 'lead')]).toEqual([true, true])
    expect([found(one, 'lead'), found(desk, 'lead'), found(other, 'headB'), found(table, 'headA')]).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
})
