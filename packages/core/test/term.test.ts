/** Terms against a calendar that is walked day by day. */

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addMonths,
  countFrom,
  type Day,
  dayNumberAt,
  dayToNumber,
  endOfDay,
  type ItemId,
  isDay,
  isWorkingDay,
  isZone,
  numberToDay,
  readCalendar,
  resolveTerm,
  type Term,
  type TermWorld,
  weekdayOf,
} from '../src/index.ts'
import { runs } from './runs.ts'

const day = (text: string): Day => {
  if (!isDay(text)) throw new Error(`not a day: ${text}`)
  return text
}
const number = (text: string): number => dayToNumber(day(text))
const after = (
  count: number,
  unit: Parameters<typeof countFrom>[1]['unit'],
  start: string,
  calendars: Parameters<typeof countFrom>[2] = [],
) => numberToDay(countFrom(number(start), { count, unit }, calendars))

const friday = readCalendar({ rest: [5], holidays: [] })
const weekend = readCalendar({ rest: [6, 0], holidays: [day('2026-02-11')] })

describe('days', () => {
  test('TERM-0 law: over 400 years each day follows the one before, by the count of days of each month', () => {
    const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let [year, month, date, at] = [1800, 1, 1, number('1800-01-01')]
    while (year < 2201) {
      const written = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
      if (numberToDay(at) !== written || number(written) !== at)
        expect([written, at]).toEqual([numberToDay(at), number(written)])
      const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
      const length = month === 2 && isLeap ? 29 : (lengths[month - 1] ?? 0)
      at += 1
      date += 1
      if (date > length) [date, month] = [1, month + 1]
      if (month > 12) [month, year] = [1, year + 1]
    }
    expect(numberToDay(at)).toBe('2201-01-01')
  })

  test('TERM-0 law: days of the week are those of the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), at => {
        expect(weekdayOf(at)).toBe(new Date(at * 86_400_000).getUTCDay())
      }),
      runs(500),
    )
  })

  test.each([
    '2026-02-29',
    '2026-02-00',
    '2026-13-01',
    '2026-00-10',
    '0000-01-01',
    '26-1-1',
    '2026-1-01',
    '',
  ])('TERM-0 there is no day %s', text => {
    expect(isDay(text)).toBe(false)
  })
})

const rolled = (roll: 'none' | 'next' | 'previous') =>
  numberToDay(countFrom(number('2026-02-01'), { count: 6, unit: 'days', roll }, [weekend]))
const endIn = (text: string, zone: string) => new Date(endOfDay(number(text), zone)).toISOString()

const platform = (at: number) => new Date(at * 86_400_000)
const lastOf = (year: number, month: number) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate()

describe('counting', () => {
  test('TERM-1 the day of the event is day 0: the terms of the published cases', () => {
    expect(after(90, 'days', '2015-07-20')).toBe('2015-10-18')
    expect(after(30, 'days', '2022-08-16')).toBe('2022-09-15')
    expect(after(30, 'days', '1981-01-19')).toBe('1981-02-18')
    expect(after(6, 'months', '1981-01-19')).toBe('1981-07-19')
    expect(after(8, 'years', '2015-10-18')).toBe('2023-10-18')
  })

  test('TERM-3 months and years end on the same number, or on the month’s last day', () => {
    expect(after(1, 'months', '2026-01-31')).toBe('2026-02-28')
    expect(after(1, 'months', '2024-01-31')).toBe('2024-02-29')
    expect(after(1, 'years', '2024-02-29')).toBe('2025-02-28')
    expect(after(4, 'years', '2024-02-29')).toBe('2028-02-29')
    expect(after(13, 'months', '2025-12-31')).toBe('2027-01-31')
    expect(numberToDay(addMonths(number('2026-03-31'), -1))).toBe('2026-02-28')
  })

  test('TERM-2 TERM-3 law: over 400 years weeks, months and years end where the platform’s calendar has them', () => {
    const dayIn = fc.integer({ min: number('1800-01-01'), max: number('2200-12-31') })
    fc.assert(
      fc.property(dayIn, fc.integer({ min: 0, max: 1_200 }), (start, count) => {
        const begun = platform(start)
        const monthsOn = (months: number) => {
          const first = new Date(Date.UTC(begun.getUTCFullYear(), begun.getUTCMonth() + months, 1))
          const [year, month] = [first.getUTCFullYear(), first.getUTCMonth()]
          return Date.UTC(year, month, Math.min(begun.getUTCDate(), lastOf(year, month))) / 86_400_000
        }
        expect(countFrom(start, { count, unit: 'weeks' }, [])).toBe(start + 7 * count)
        expect(countFrom(start, { count, unit: 'months' }, [])).toBe(monthsOn(count))
        expect(countFrom(start, { count, unit: 'years' }, [])).toBe(monthsOn(12 * count))
      }),
      runs(500),
    )
  })

  test('TERM-4 law: working days of three calendars are those of a walk day by day, over 400 years', () => {
    const calendars = [
      { rest: [5], holidays: [] },
      { rest: [6, 0], holidays: [day('2026-02-11'), day('1981-01-19')] },
      { rest: [4, 5], holidays: [day('1979-11-04')] },
    ]
    const isRest = (at: number, kept: readonly (typeof calendars)[number][]) =>
      kept.some(
        ({ rest, holidays }) =>
          rest.includes(new Date(at * 86_400_000).getUTCDay()) ||
          holidays.some(holiday => Date.parse(holiday) / 86_400_000 === at),
      )
    const dayIn = fc.integer({ min: number('1800-01-01'), max: number('2200-12-31') })
    fc.assert(
      fc.property(dayIn, fc.integer({ min: 0, max: 90 }), fc.subarray(calendars), (start, count, kept) => {
        let [at, left] = [start, count]
        while (left > 0) {
          at += 1
          if (!isRest(at, kept)) left -= 1
        }
        expect(countFrom(start, { count, unit: 'working-days' }, kept.map(readCalendar))).toBe(at)
      }),
      runs(300),
    )
  })

  test('TERM-4 law: as many days lie in a term of working days as it has, and its last is one', () => {
    const calendars = fc.subarray([friday, weekend], { minLength: 0 })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: -100_000, max: 100_000 }),
        calendars,
        (count, start, kept) => {
          const end = countFrom(start, { count, unit: 'working-days' }, kept)
          const days = Array.from({ length: end - start }, (_, index) => start + 1 + index)
          expect(days.filter(at => isWorkingDay(at, kept))).toHaveLength(count)
          if (count > 0) expect(isWorkingDay(end, kept)).toBe(true)
        },
      ),
      runs(200),
    )
  })

  test('TERM-4 days count on which all of the calendars work, Friday and Sunday weeks together', () => {
    // Friday the 6th, then Saturday, Sunday, the holiday on Wednesday the 11th, Friday the 13th and another week’s end.
    expect(after(5, 'working-days', '2026-02-05', [friday, weekend])).toBe('2026-02-17')
    expect(after(5, 'working-days', '2026-02-05', [weekend])).toBe('2026-02-13')
    expect(after(5, 'working-days', '2026-02-05')).toBe('2026-02-10')
  })

  test('TERM-4 a calendar on which nobody ever works has no end, and is given up', () => {
    const never = readCalendar({ rest: [0, 1, 2, 3, 4, 5, 6], holidays: [] })
    expect(countFrom(0, { count: 3, unit: 'working-days' }, [never])).toBeGreaterThan(300)
  })

  test('TERM-4 an end that is a day of rest stays, or moves to the next or the previous day that is none', () => {
    expect([rolled('none'), rolled('next'), rolled('previous')]).toEqual([
      '2026-02-07',
      '2026-02-09',
      '2026-02-06',
    ])
  })
})

describe('zones', () => {
  test('TERM-1 a day ends with its last moment in the zone named, over changes of the clock', () => {
    expect(endIn('2022-09-15', 'UTC')).toBe('2022-09-16T00:00:00.000Z')
    expect(endIn('2022-09-15', 'America/New_York')).toBe('2022-09-16T04:00:00.000Z')
    expect(endIn('2026-02-06', 'Asia/Tehran')).toBe('2026-02-06T20:30:00.000Z')
    // Clocks go forward at 02:00 on 29 March 2026 in Paris, back on 25 October.
    expect(endIn('2026-03-28', 'Europe/Paris')).toBe('2026-03-28T23:00:00.000Z')
    expect(endIn('2026-03-29', 'Europe/Paris')).toBe('2026-03-29T22:00:00.000Z')
    expect(endIn('2026-10-25', 'Europe/Paris')).toBe('2026-10-25T23:00:00.000Z')
  })

  test('TERM-1 law: a moment lies in a day that has not ended and whose day before has', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Asia/Tehran',
      'America/New_York',
      'Europe/Paris',
      'Asia/Kathmandu',
      'Pacific/Apia',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
    )
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000_000 }), zones, (ms, zone) => {
        const at = dayNumberAt(ms, zone)
        expect(ms).toBeLessThan(endOfDay(at, zone))
        expect(ms).toBeGreaterThanOrEqual(endOfDay(at - 1, zone))
      }),
      runs(300),
    )
  })

  test('TERM-1 where clocks skip midnight, or a whole day, a day ends when they do', () => {
    expect(endIn('2026-09-05', 'America/Santiago')).toBe('2026-09-06T04:00:00.000Z')
    expect(endIn('2026-09-06', 'America/Santiago')).toBe('2026-09-07T03:00:00.000Z')
    expect(endIn('2017-10-14', 'America/Sao_Paulo')).toBe('2017-10-15T03:00:00.000Z')
    // They went back from midnight to eleven: the hour came twice.
    expect(endIn('2018-02-17', 'America/Sao_Paulo')).toBe('2018-02-18T03:00:00.000Z')
    // There was no 30 December.
    expect([endIn('2011-12-29', 'Pacific/Apia'), endIn('2011-12-30', 'Pacific/Apia')]).toEqual([
      '2011-12-30T10:00:00.000Z',
      '2011-12-30T10:00:00.000Z',
    ])
  })

  test('TERM-1 law: where a zone’s clocks change, no day begins before the one before it is over', () => {
    const skipping = ['Santiago', 'Havana', 'Sao_Paulo', 'Asuncion'].map(city => `America/${city}`)
    for (const zone of [
      ...skipping,
      'Pacific/Apia',
      'Asia/Gaza',
      'Asia/Beirut',
      'Africa/Cairo',
      'Asia/Tehran',
    ])
      for (let at = number('2008-01-01'); at < number('2024-01-01'); at += 1) {
        const end = endOfDay(at, zone)
        const [before, then] = [dayNumberAt(end - 1, zone), dayNumberAt(end, zone)]
        if (before > at || then <= at) expect([zone, numberToDay(at), before, then]).toEqual([])
      }
  })

  test('TERM-1 a day may begin at sunset: its evening belongs to the next morning’s date', () => {
    const sunset = { beginsAt: 18 * 60 }
    const at = (time: string) => numberToDay(dayNumberAt(Date.parse(`2026-02-06T${time}:00Z`), 'UTC', sunset))
    expect([at('17:59'), at('18:00')]).toEqual(['2026-02-06', '2026-02-07'])
    expect(new Date(endOfDay(number('2026-02-06'), 'UTC', sunset)).toISOString()).toBe(
      '2026-02-06T18:00:00.000Z',
    )
  })

  test('TERM-1 a zone that the engine does not know is told from one that it does', () => {
    expect([isZone('Asia/Tehran'), isZone('Atlantis/Capital')]).toEqual([true, false])
  })
})

const [adoption, report] = ['item-adoption', 'item-report'] as readonly string[] as readonly [ItemId, ItemId]
const on = (text: string): Term => ({ kind: 'on', day: day(text) })
const term = (item: ItemId, count = 0): Term => ({
  kind: 'after',
  item,
  verb: 'met',
  count,
  unit: 'days',
  zone: 'UTC',
})
const world = (
  known: Readonly<Record<string, readonly string[]>>,
  terms: Readonly<Record<string, Term>> = {},
): TermWorld => ({
  daysOf: ({ item }) => (known[item] ?? []).map(day),
  termOf: item => terms[item],
  calendarOf: () => undefined,
})
const withIt = (item: ItemId): Term => ({ kind: 'with', item })
const named = (nth: number): ItemId => `item-${nth}` as ItemId

describe('what a term comes to', () => {
  test('TERM-5 a day, or what is waited for', () => {
    expect(resolveTerm(term(adoption, 90), world({ [adoption]: ['2015-07-20'] }))).toEqual({
      kind: 'day',
      day: '2015-10-18',
    })
    expect(resolveTerm(term(adoption, 90), world({}))).toEqual({
      kind: 'waiting',
      for: [{ item: adoption, verb: 'met' }],
    })
  })

  test('TERM-4 working days wait until each calendar that is named is known, and for one to be named', () => {
    const calendar = 'item-calendar' as string as ItemId
    const weekdays = readCalendar({ rest: [0, 6], holidays: [] })
    const known = { ...world({ [adoption]: ['2026-11-06'] }), calendarOf: () => weekdays }
    const unknown = { ...known, calendarOf: () => undefined }
    const working = (changes: object): Term =>
      ({ ...term(adoption, 10), unit: 'working-days', ...changes }) as Term
    const waiting = { kind: 'waiting', for: [] }
    expect(resolveTerm(working({ calendars: [calendar] }), known)).toEqual({ kind: 'day', day: '2026-11-20' })
    expect(resolveTerm(working({ calendars: [calendar] }), unknown)).toEqual(waiting)
    expect(resolveTerm(working({}), known)).toEqual(waiting)
    expect(resolveTerm(working({ unit: 'days', roll: 'next' }), known)).toEqual(waiting)
    expect(resolveTerm(working({ unit: 'days', roll: 'none' }), unknown)).toMatchObject({ kind: 'day' })
  })

  test('TERM-5 a row of a hundred items, each of which is when the next is, is not followed to its end', () => {
    const chain = (length: number): TermWorld => ({
      ...world({}),
      termOf: item => {
        const nth = Number(item.split('-')[1])
        return nth < length ? withIt(named(nth + 1)) : on('2026-02-06')
      },
    })
    const first = withIt(named(1))
    expect(resolveTerm(first, chain(99))).toEqual({ kind: 'day', day: '2026-02-06' })
    expect(resolveTerm(first, chain(20_000))).toEqual({ kind: 'waiting', for: [] })
  })

  test('TERM-5 both days, where the sides date what it follows from differently', () => {
    const disputed = resolveTerm(term(adoption, 2), world({ [adoption]: ['2015-10-19', '2015-10-18'] }))
    expect(disputed).toEqual({ kind: 'disputed', days: ['2015-10-20', '2015-10-21'], items: [adoption] })
    const both = world({ [adoption]: ['2015-10-18', '2015-10-19'] })
    expect(resolveTerm({ kind: 'earliest', of: [on('2015-10-01'), term(adoption)] }, both)).toEqual({
      kind: 'day',
      day: '2015-10-01',
    })
    expect(resolveTerm({ kind: 'latest', of: [on('2015-10-19'), term(adoption)] }, both)).toEqual({
      kind: 'day',
      day: '2015-10-19',
    })
  })

  test('TERM-5 whichever is earlier or later: what is not known may still come first, and holds up what must come last', () => {
    const either: Term = { kind: 'earliest', of: [term(adoption, 1), term(report)] }
    const known = world({ [adoption]: ['2023-10-17'] })
    expect(resolveTerm(either, known)).toEqual({
      kind: 'day',
      day: '2023-10-18',
      unless: [{ item: report, verb: 'met' }],
    })
    expect(resolveTerm({ ...either, kind: 'latest' }, known)).toMatchObject({ kind: 'waiting' })
    const all = world({ [adoption]: ['2023-10-17'], [report]: ['2020-01-01'] })
    expect(resolveTerm(either, all)).toEqual({ kind: 'day', day: '2020-01-01' })
    expect(resolveTerm({ ...either, kind: 'latest' }, all)).toEqual({ kind: 'day', day: '2023-10-18' })
  })

  test('TERM-5 of two disputes each is told that makes a difference, in whichever order, and what may still come first', () => {
    const [early, late, never] = [
      'item-early',
      'item-late',
      'item-never',
    ] as readonly string[] as readonly ItemId[]
    const known = world({
      'item-early': ['2026-01-01', '2026-01-20'],
      'item-late': ['2026-01-10', '2026-02-02'],
      'item-third': ['2026-03-01', '2026-03-02'],
    })
    const parts = [early, late, 'item-third' as string as ItemId].map(item => term(item as ItemId))
    const both = (kind: 'earliest' | 'latest', of: readonly Term[]) => resolveTerm({ kind, of }, known)
    for (const of of [parts, parts.toReversed()]) {
      expect(both('earliest', of)).toMatchObject({
        kind: 'disputed',
        days: ['2026-01-01', '2026-01-10', '2026-01-20'],
      })
      expect(both('latest', of)).toMatchObject({ days: ['2026-03-01', '2026-03-02'], items: ['item-third'] })
    }
    const unless = [{ item: never, verb: 'met' }]
    const waiting = term(never as ItemId)
    expect(both('earliest', [...parts.slice(2), waiting])).toMatchObject({ kind: 'disputed', unless })
    const open: Term = { kind: 'earliest', of: [on('2026-01-05'), waiting] }
    expect(both('earliest', [open, ...parts.slice(1)])).toEqual({ kind: 'day', day: '2026-01-05', unless })
    // What comes earlier still makes no difference to the latest, where something else comes later anyhow.
    expect(both('latest', [open, on('2026-03-03')])).toEqual({ kind: 'day', day: '2026-03-03' })
    expect(both('latest', [open, on('2026-01-04')])).toEqual({ kind: 'day', day: '2026-01-05', unless })
  })

  test('TERM-5 law: the days are those to which some choice among what is disputed comes', () => {
    const nth = fc.integer({ min: 0, max: 12 })
    const some = fc.uniqueArray(nth, { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 4 }), fc.boolean(), (lists, isEarliest) => {
        const dated = Object.fromEntries(
          lists.map((days, at) => [`item-${at}`, days.map(each => numberToDay(20_000 + each))]),
        )
        const of = lists.map((_, at) => term(named(at)))
        const choices = lists.reduce<readonly (readonly number[])[]>(
          (made, days) => made.flatMap(chosen => days.map(each => [...chosen, each])),
          [[]],
        )
        const picked = choices.map(chosen => (isEarliest ? Math.min(...chosen) : Math.max(...chosen)))
        const days = [...new Set(picked)].sort((a, b) => a - b).map(each => numberToDay(20_000 + each))
        const mattering = lists.flatMap((options, at) => {
          const outcomes = options.map(option =>
            picked.filter((_, index) => choices[index]?.[at] === option).toSorted((a, b) => a - b),
          )
          return new Set(outcomes.map(all => [...new Set(all)].join())).size > 1 ? [named(at)] : []
        })
        const resolved = resolveTerm({ kind: isEarliest ? 'earliest' : 'latest', of }, world(dated))
        expect(resolved).toEqual(
          days.length === 1 ? { kind: 'day', day: days[0] } : { kind: 'disputed', days, items: mattering },
        )
      }),
      runs(200),
    )
  })

  test('TERM-5 what only waits, waits for all of it', () => {
    const unknown: Term = { kind: 'earliest', of: [term(report), term(named(1))] }
    expect(resolveTerm(unknown, world({}))).toEqual({
      kind: 'waiting',
      for: [
        { item: report, verb: 'met' },
        { item: named(1), verb: 'met' },
      ],
    })
  })

  test('TERM-6 with another item, when it is; in a circle, never', () => {
    expect(resolveTerm(withIt(report), world({}, { [report]: on('2026-02-06') }))).toEqual({
      kind: 'day',
      day: '2026-02-06',
    })
    const circle = world({}, { [report]: withIt(adoption), [adoption]: withIt(report) })
    expect(resolveTerm(withIt(report), circle)).toEqual({ kind: 'loop' })
    expect(resolveTerm({ kind: 'earliest', of: [on('2026-02-06'), withIt(report)] }, circle)).toEqual({
      kind: 'loop',
    })
    // No circle, but as many ways to one end as nobody follows.
    const doubling = (item: ItemId): Term => {
      const next = Number(item.split('-')[1]) + 1
      return next > 12 ? on('2026-02-06') : { kind: 'latest', of: [withIt(named(next)), withIt(named(next))] }
    }
    const wide: TermWorld = { ...world({}), termOf: doubling }
    expect(resolveTerm(withIt(named(1)), wide)).toEqual({ kind: 'loop' })
    expect(resolveTerm(withIt(named(4)), wide)).toEqual({ kind: 'day', day: '2026-02-06' })
  })
})
