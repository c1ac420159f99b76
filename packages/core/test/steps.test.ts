/** Steps: who is due when, by whose word; what may follow where one was not done; and the days of agreements that there were. */

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupOf } from '../src/areas/step/duty.ts'
import {
  breachOf,
  consequenceOf,
  type Day,
  daysIn,
  dayToNumber,
  dutyOf,
  endOfDay,
  expecting,
  findRegister,
  type ItemId,
  isGone,
  isPast,
  isWaived,
  levelOf,
  notWaivedBy,
  numberToDay,
  type RoomState,
  type Step,
  stepsIn,
  supposing,
  type Term,
  weekdayOf,
} from '../src/index.ts'
import { termWorldOf } from '../src/item/days.ts'
import { does, must, partyA, partyB, tableRoom, thirdParty } from './cast.ts'
import { rooms, withRules } from './everybody.ts'
import { runs } from './runs.ts'

const idOf = (name: string): ItemId => `item-step-${name}` as ItemId
const put = (name: string, fields: object, register = 'step', rev = 1) => ({
  kind: 'item.put',
  item: idOf(name),
  register,
  rev,
  fields,
})
const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`)
const mark = (name: string, verb: string, day?: string, more: object = {}) => ({
  kind: 'item.mark',
  item: idOf(name),
  rev: 1,
  verb,
  ...(day === undefined ? {} : { at: noon(day) }),
  ...more,
})
/** A does it for B; the mediators have put it, as the text says. */
const ofA = (more: object = {}) => ({
  stepNumber: 1,
  title: 'Removal',
  stepOf: 'party',
  stepOwner: partyA.party,
  doneBy: 'Avalon',
  beneficiaries: [partyB.party],
  clause: 'Article 1',
  ...more,
})
/** What somebody who is not here does, written down by the mediators. */
const ofBody = (more: object = {}) => {
  const { stepOwner: _, ...fields } = ofA()
  return { ...fields, stepOf: 'body', doneBy: 'The board', beneficiaries: [partyB.party], ...more }
}
const recorded = { for: { name: 'The board' }, recorded: { at: 1, way: 'on-paper' } }
const judged = { certifiedBy: 'party', certifier: thirdParty.party }
const on = (day: string): Term => ({ kind: 'on', day: day as Day })
const after = (
  name: string,
  verb: string,
  count: number,
  unit: 'days' | 'working-days' | 'months' | 'years' = 'days',
  more: object = {},
): Term => ({ kind: 'after', item: idOf(name), verb, count, unit, zone: 'UTC', ...more })

const table = (...acts: readonly (readonly [string, object])[]): RoomState => {
  const room = withRules(tableRoom())
  for (const [who, act] of acts) must(room, who, act)
  return room
}
const stepIn = (room: RoomState, name: string): Step => {
  const found = stepsIn(room).find(({ item }) => item === idOf(name))
  if (found === undefined) throw new Error(`no step ${name}`)
  return found
}
const duty = (room: RoomState, name: string) => dutyOf(stepIn(room, name), room)
const standing = (room: RoomState, name: string) => {
  const thing = room.items[idOf(name)]
  return thing && findRegister(thing.register)?.standing(thing, room)
}
const asks = (room: RoomState, name: string, party: string | undefined, role = 'head') => {
  const thing = room.items[idOf(name)]
  const reader = { member: 'member-x', role, ...(party === undefined ? {} : { party }) }
  return (thing && findRegister(thing.register)?.asks?.(thing, reader as never, room)) ?? []
}
const day = (text: string) => ({ kind: 'day', day: text })

describe('when a step is due', () => {
  test('STEP-1 law: a step so many working days after another is due on the day that walking day by day finds, by two calendars', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayToNumber('1800-01-01' as Day), max: dayToNumber('2199-01-01' as Day) }),
        fc.integer({ min: 1, max: 60 }),
        fc.subarray(['friday', 'saturday', 'sunday'] as const, { minLength: 1 }),
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 }),
        (start, count, weeklyRest, rests) => {
          const room = table(
            ['lead', put('a', { title: 'A', weeklyRest }, 'calendar')],
            [
              'lead',
              put(
                'b',
                { title: 'B', weeklyRest: ['sunday'], holidays: rests.map(at => numberToDay(start + at)) },
                'calendar',
              ),
            ],
            ['lead', put('first', ofA())],
            [
              'lead',
              put(
                'next',
                ofA({
                  dueBy: after('first', 'step-performed', count, 'working-days', {
                    calendars: [idOf('a'), idOf('b')],
                  }),
                }),
              ),
            ],
          )
          const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
          let [at, left] = [start, count]
          while (left > 0) {
            at += 1
            const name = names[weekdayOf(at)] ?? ''
            const rest = weeklyRest.some(each => each === name) || name === 'sunday'
            if (!rest && !rests.some(each => start + each === at)) left -= 1
          }
          const world = supposing(termWorldOf(room), [
            { item: idOf('first'), verb: 'step-performed', day: numberToDay(start) },
          ])
          expect(dutyOf(stepIn(room, 'next'), room, world)).toEqual(day(numberToDay(at)))
        },
      ),
      runs(60),
    )
  })

  test('STEP-16 where a day begins at sunset, what is done on that evening is of the day after', () => {
    const evening = { at: Date.parse('2026-02-05T16:30:00Z') }
    const counted = (dayBegins: object) =>
      duty(
        table(
          ['lead', put('c', { title: 'C', weeklyRest: ['friday'], ...dayBegins }, 'calendar')],
          ['lead', put('first', ofA())],
          [
            'lead',
            put(
              'next',
              ofA({
                dueBy: after('first', 'step-performed', 1, 'days', {
                  calendars: [idOf('c')],
                  zone: 'Asia/Baghdad',
                }),
              }),
            ),
          ],
          ['headA', { ...mark('first', 'step-performed'), ...evening }],
        ),
        'next',
      )
    expect(counted({})).toEqual(day('2026-02-06'))
    expect(counted({ dayBegins: '18:00' })).toEqual(day('2026-02-07'))
  })

  test('STEP-2 steps that would wait for each other are refused, and so is one of a group that waits for another of it', () => {
    const room = table(['lead', put('a', ofA())])
    must(room, 'lead', put('b', ofA({ dueBy: after('a', 'step-performed', 3) })))
    const circle = put('a', ofA({ dueBy: after('b', 'step-performed', 3) }), 'step', 2)
    expect(does(room, 'lead', circle)).toBe('term-loop')
    const together = { withGroup: 'One', readyTo: 'everyone' }
    must(room, 'lead', put('c', ofA(together)))
    const waits = put('d', ofA({ ...together, dueBy: after('c', 'step-performed', 0) }))
    expect(does(room, 'lead', waits)).toBe('item-malformed')
    expect(does(room, 'lead', put('d', ofA({ dueBy: after('c', 'step-performed', 0) })))).toBe('ok')
  })

  test('STEP-3 where the sides date the same act differently both days follow, through all that runs from it', () => {
    const room = table(
      ['lead', put('open', ofA())],
      ['lead', put('stop', ofA({ dueBy: after('open', 'step-performed', 30) }))],
      [
        'lead',
        put(
          'review',
          ofA({ dueBy: { kind: 'latest', of: [after('open', 'step-performed', 40), on('2026-03-10')] } }),
        ),
      ],
    )
    // Who did not do it begins no clock by dating it.
    must(room, 'headB', mark('open', 'step-dated', '2026-02-06'))
    expect(duty(room, 'stop')).toMatchObject({ kind: 'waiting' })
    must(room, 'headA', mark('open', 'step-performed', '2026-02-03'))
    expect(duty(room, 'stop')).toEqual({
      kind: 'disputed',
      days: ['2026-03-05', '2026-03-08'],
      items: [idOf('open')],
    })
    expect(standing(room, 'stop')).toEqual({ standing: 'step-dated-twice' })
    expect(daysIn(duty(room, 'review'))).toEqual(['2026-03-15', '2026-03-18'])
    expect([
      isPast(duty(room, 'stop'), '2026-03-08' as Day),
      isPast(duty(room, 'stop'), '2026-03-09' as Day),
    ]).toEqual([false, true])
    must(room, 'headB', mark('open', 'step-dated', '2026-02-03'))
    expect(duty(room, 'stop')).toEqual(day('2026-03-05'))
    // What was said to be done was not: back to waiting, and the history stays.
    must(room, 'headA', mark('open', 'step-unperformed', undefined, { note: 'It was another.' }))
    expect(duty(room, 'stop')).toMatchObject({ kind: 'waiting' })
    expect(room.items[idOf('open')]?.marks).toHaveLength(4)
  })

  test('STEP-4 what runs from a certificate waits for whoever is named, and no other word moves it', () => {
    const room = table(
      ['lead', put('done', ofA(judged))],
      ['lead', put('paid', ofA({ dueBy: after('done', 'certified', 5) }))],
    )
    must(room, 'headA', mark('done', 'step-performed', '2026-02-10'))
    expect(asks(room, 'done', thirdParty.party, 'guarantor')).toEqual([{ kind: 'say', verb: 'certified' }])
    for (const who of ['lead', 'headA', 'headB'])
      expect(does(room, who, mark('done', 'certified', '2026-02-11'))).toBe('not-the-one-named')
    expect(duty(room, 'paid')).toMatchObject({ kind: 'waiting' })
    must(room, 'observer', mark('done', 'certified', '2026-02-12'))
    expect(duty(room, 'paid')).toEqual(day('2026-02-17'))
    expect(asks(room, 'done', partyB.party)).toEqual([{ kind: 'say', verb: 'step-accepted' }])
    // What it released is not taken back by contesting it.
    must(room, 'headB', mark('done', 'step-contested', undefined, { note: 'Too little.' }))
    expect([standing(room, 'done'), duty(room, 'paid')]).toEqual([
      { standing: 'step-contested' },
      day('2026-02-17'),
    ])
    // Nobody judges their own, and nothing is done for whoever does it.
    expect(does(room, 'lead', put('own', ofA({ ...judged, certifier: partyA.party })))).toBe('item-malformed')
    expect(does(room, 'lead', put('own', ofA({ beneficiaries: [partyA.party] })))).toBe('item-malformed')
  })

  test('STEP-5 law: whatever is said in whichever order, no owner of a group is due while one is not ready or the word to go is missing', () => {
    const said = fc.array(
      fc.constantFrom(
        ['headA', 'a', 'step-ready'],
        ['headA', 'a', 'step-not-ready'],
        ['headB', 'b', 'step-ready'],
        ['headB', 'b', 'step-not-ready'],
        ['lead', 'a', 'step-go'],
        ['lead', 'b', 'step-go'],
        ['lead', 'a', 'step-halt'],
      ),
      { maxLength: 14 },
    )
    const ofB = { stepOwner: partyB.party, beneficiaries: [partyA.party] }
    const together = { withGroup: 'One', readyTo: 'everyone', dueBy: on('2026-02-06') }
    fc.assert(
      fc.property(said, saying => {
        const room = table(
          ['lead', put('a', ofA(together))],
          ['lead', put('b', ofA({ ...together, ...ofB }))],
        )
        const last: Record<string, string> = {}
        for (const [who = '', name = '', verb = ''] of saying) {
          must(room, who, mark(name, verb))
          last[`${name} ${who === 'lead'}`] = verb
        }
        const isReady = ['a', 'b'].every(name => last[`${name} false`] === 'step-ready')
        const isTold = ['a', 'b'].every(name => last[`${name} true`] === 'step-go')
        expect(isGone(groupOf(stepIn(room, 'a'), room))).toBe(isReady && isTold)
        for (const name of ['a', 'b'])
          expect(duty(room, name).kind).toBe(isReady && isTold ? 'day' : 'together')
        const asked = asks(room, 'a', undefined, 'lead').length > 0
        expect(asked).toBe(isReady && last['a true'] !== 'step-go')
      }),
      runs(200),
    )
  })

  test('STEP-5 where the mediators alone hear who is ready, it is said in one’s own caucus and nowhere else', () => {
    const silent = ofA({ withGroup: 'One', readyTo: 'mediators', dueBy: on('2026-02-06') })
    const room = table(['lead', put('a', silent)])
    expect(does(room, 'headA', mark('a', 'step-ready'))).toBe('caucus-only')
    expect(asks(room, 'a', partyA.party)).toEqual([])
    const caucus = rooms.caucus()
    must(caucus, 'lead', put('a', silent))
    expect(asks(caucus, 'a', partyA.party)).toEqual([{ kind: 'say', verb: 'step-ready' }])
    expect(does(caucus, 'lead', mark('a', 'step-ready'))).toBe('not-for-this-party')
    must(caucus, 'delegateA', mark('a', 'step-ready'))
    must(room, 'lead', mark('a', 'step-go'))
    expect(duty(room, 'a')).toEqual(day('2026-02-06'))
  })

  test('STEP-17 of a step that comes again the next time is asked for, counted from the first', () => {
    const weekly = ofA({ dueBy: on('2026-02-06'), everyCount: 1, everyUnit: 'weeks' })
    const room = table(['lead', put('meter', weekly)])
    must(room, 'headA', mark('meter', 'step-performed', '2026-02-07'))
    expect(duty(room, 'meter')).toEqual(day('2026-02-13'))
    must(room, 'headA', mark('meter', 'step-performed', '2026-02-13'))
    expect(duty(room, 'meter')).toEqual(day('2026-02-20'))
    expect(standing(room, 'meter')).toEqual({ standing: 'step-due' })
  })
})

describe('where a step was not done', () => {
  const curable = ofA({
    ...judged,
    dueBy: on('2026-02-16'),
    cureCount: 30,
    cureUnit: 'days',
    onBreach: [idOf('back')],
  })

  test('STEP-9 a step is waived where all for whom it is done have said so, and by no one of them alone', () => {
    const room = table([
      'lead',
      put(
        'a',
        ofA({ stepOf: 'party', beneficiaries: [partyB.party, thirdParty.party], dueBy: on('2026-02-06') }),
      ),
    ])
    expect(does(room, 'lead', mark('a', 'step-waived'))).not.toBe('ok')
    expect(does(room, 'headA', mark('a', 'step-waived'))).toBe('not-the-one-named')
    must(room, 'headB', mark('a', 'step-waived'))
    expect([isWaived(stepIn(room, 'a')), notWaivedBy(stepIn(room, 'a'))]).toEqual([false, [thirdParty.party]])
    expect(duty(room, 'a')).toEqual(day('2026-02-06'))
    must(room, 'guarantor', mark('a', 'step-waived'))
    expect([isWaived(stepIn(room, 'a')), duty(room, 'a'), standing(room, 'a')]).toEqual([
      true,
      { kind: 'over' },
      { standing: 'step-waived' },
    ])
    must(room, 'headB', mark('a', 'step-not-waived'))
    expect(duty(room, 'a')).toEqual(day('2026-02-06'))
  })

  test('STEP-10 what may follow is told after the time to make good, ends where it was made good and certified, and its history stays', () => {
    const room = table(['lead', put('a', curable)], ['lead', put('back', ofA({ stepNumber: 2 }))])
    expect(consequenceOf(stepIn(room, 'a'), room)).toBeUndefined()
    expect(does(room, 'headB', mark('a', 'breach-noticed', '2026-02-17'))).toBe('mark-needs')
    must(room, 'headB', mark('a', 'breach-noticed', '2026-02-17', { note: 'Nothing was removed.' }))
    expect(consequenceOf(stepIn(room, 'a'), room)).toEqual({
      steps: [idOf('back')],
      after: day('2026-03-19'),
    })
    expect(standing(room, 'a')).toEqual({ standing: 'step-in-cure', count: 1 })
    expect(asks(room, 'a', partyA.party).map(asking => 'verb' in asking && asking.verb)).toEqual([
      'step-cured',
    ])
    must(room, 'headA', mark('a', 'step-cured', '2026-02-24'))
    // It is judged again before what was noticed is over.
    expect(breachOf(stepIn(room, 'a'))).toBe('noticed')
    must(room, 'guarantor', mark('a', 'certified', '2026-02-25'))
    expect(breachOf(stepIn(room, 'a'))).toBe('cured')
    expect(consequenceOf(stepIn(room, 'a'), room)).toBeUndefined()
    expect(room.items[idOf('a')]?.marks).toHaveLength(3)
    must(room, 'headB', mark('a', 'breach-noticed', '2026-05-01', { note: 'Again.' }))
    expect(breachOf(stepIn(room, 'a'))).toBe('noticed')
    must(room, 'headB', mark('a', 'notice-withdrawn'))
    expect(breachOf(stepIn(room, 'a'))).toBe('none')
  })

  test('STEP-19 nothing is executed: with a day past and its cure run out, no item, no mark and no standing of another step has changed', () => {
    const room = table(['lead', put('a', curable)], ['lead', put('back', ofA({ stepNumber: 2 }))])
    must(room, 'headB', mark('a', 'breach-noticed', '2020-01-01', { note: 'Nothing was removed.' }))
    const before = JSON.stringify(room)
    const found = consequenceOf(stepIn(room, 'a'), room)
    expect(found && isPast(found.after, '2026-01-01' as Day)).toBe(true)
    expect(standing(room, 'back')).toEqual({ standing: 'step-open' })
    expect(JSON.stringify(room)).toBe(before)
  })

  test('STEP-12 law: what if a day moved is told without a word being written, and of other steps nothing is said by it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 28 }), moved => {
        const room = table(
          ['lead', put('a', ofA({ dueBy: on('2026-02-10') }))],
          ['lead', put('b', ofA({ dueBy: after('a', 'step-performed', 10) }))],
          ['lead', put('c', ofA({ dueBy: after('b', 'step-performed', 4) }))],
        )
        const before = JSON.stringify(room)
        const at = `2026-02-${String(moved).padStart(2, '0')}` as Day
        const supposed = expecting(
          room,
          supposing(termWorldOf(room), [{ item: idOf('a'), verb: 'step-performed', day: at }]),
        )
        expect(dutyOf(stepIn(room, 'c'), room, supposed)).toEqual(day(numberToDay(dayToNumber(at) + 14)))
        // What is expected without it: that each is done on its day.
        expect(dutyOf(stepIn(room, 'c'), room, expecting(room, termWorldOf(room)))).toEqual(day('2026-02-24'))
        expect(duty(room, 'c')).toMatchObject({ kind: 'waiting' })
        expect(JSON.stringify(room)).toBe(before)
      }),
      runs(28),
    )
  })

  test('STEP-13 among the sides an agreed step says in which question or text it was agreed, and mediators put it; what a side does of itself is none', () => {
    const room = table()
    const { clause: _, ...plan } = ofA()
    expect(does(room, 'lead', put('a', plan))).toBe('item-malformed')
    expect(does(room, 'lead', put('a', { ...plan, agreedIn: 'AAAA' }))).toBe('ok')
    // Whoever does it puts no step of its own, with an article either: what one does of oneself is another register (UNDT-3).
    expect(does(room, 'headA', put('b', ofA()))).toBe('mediators-only')
    expect(does(rooms.caucus(), 'headA', put('b', ofA()))).toBe('mediators-only')
    const desk = rooms.desk()
    must(desk, 'lead', put('a', plan))
    expect(standing(desk, 'a')).toEqual({ standing: 'step-planned' })
  })
})

describe('what whoever looked has found', () => {
  test('STEP-18 it is put by whoever found it, on the scale of four, and each side is asked what it makes of it', () => {
    const room = table(['lead', put('a', ofA())])
    const found = {
      title: 'First month',
      aboutStep: idOf('a'),
      found: 'Two of four.',
      foundBy: 'party',
      finder: thirdParty.party,
      finderName: 'Monitors',
    }
    expect(does(room, 'lead', put('f', { ...found, degree: 2 }, 'finding'))).toBe('not-the-one-named')
    expect(does(room, 'observer', put('f', { ...found, degree: 4 }, 'finding'))).toBe('item-malformed')
    must(room, 'observer', put('f', { ...found, degree: 2 }, 'finding'))
    expect(asks(room, 'f', partyB.party)).toEqual([{ kind: 'say', verb: 'assessment-noted' }])
    must(room, 'headB', mark('f', 'assessment-contested', undefined, { note: 'One.' }))
    expect(asks(room, 'f', partyB.party)).toEqual([])
    expect(standing(room, 'f')).toEqual({ standing: 'assessment-contested', count: 1 })
  })
})

describe('incidents', () => {
  const levels = ['Local', 'Area', 'Military committee', 'Commission']
  const reported = {
    title: 'Shots at the bridge',
    gravity: 'grave',
    ruledBy: 'party',
    judge: thirdParty.party,
    levels,
    daysAtLevel: 15,
  }

  test('STEP-14 accident is told from violation by whoever judges it, and by nobody else', () => {
    const room = table(['headA', put('i', reported, 'incident')])
    const because = { note: 'By the report.' }
    for (const who of ['lead', 'headA', 'headB'])
      expect(does(room, who, mark('i', 'incident-violation', undefined, because))).toBe('not-the-one-named')
    must(room, 'headB', mark('i', 'incident-denied', undefined, because))
    expect(standing(room, 'i')).toEqual({ standing: 'incident-reported' })
    must(room, 'guarantor', mark('i', 'incident-accident', undefined, because))
    expect(standing(room, 'i')).toEqual({ standing: 'incident-accident' })
    must(room, 'lead', mark('i', 'incident-closed'))
    expect(standing(room, 'i')).toEqual({ standing: 'incident-closed' })
    must(room, 'lead', mark('i', 'incident-reopened'))
    expect(standing(room, 'i')).toEqual({ standing: 'incident-accident' })
  })

  test('STEP-15 an incident goes up a level each time that it is raised, never above the last, and its days begin anew', () => {
    const room = table(['headA', put('i', reported, 'incident')])
    const level = () => levelOf(room.items[idOf('i')] as unknown as Parameters<typeof levelOf>[0])
    expect(level()).toMatchObject({ level: 1, name: 'Local' })
    for (const [at, who] of ['headA', 'headB', 'lead', 'headA', 'headB'].entries())
      must(room, who, mark('i', 'incident-raised', `2026-02-0${at + 1}`, { note: 'Deadlock.' }))
    expect(level()).toEqual({ level: 4, name: 'Commission', until: '2026-02-18' })
  })
})

describe('agreements that there were', () => {
  test('STEP-6 JCPOA: its milestones, each by what came first, and a ladder of 65 days', () => {
    const years = (name: string, count: number, unit: 'years' | 'days' = 'years') =>
      after(name, 'step-performed', count, unit)
    const ladder = [
      ['commission', 'referral', 15],
      ['ministers', 'commission', 15],
      ['again', 'ministers', 5],
      ['council', 'again', 30],
    ] as const
    const room = table(
      ['lead', put('endorsed', ofBody())],
      ['lead', put('consent', ofBody())],
      [
        'lead',
        put(
          'adoption',
          ofBody({
            dueBy: { kind: 'earliest', of: [years('endorsed', 90, 'days'), years('consent', 0, 'days')] },
          }),
        ),
      ],
      ['lead', put('report', ofBody(judged))],
      ['lead', put('implementation', ofBody({ dueBy: after('report', 'certified', 0) }))],
      ['lead', put('conclusion', ofBody(judged))],
      [
        'lead',
        put(
          'transition',
          ofBody({
            dueBy: { kind: 'earliest', of: [years('adoption', 8), after('conclusion', 'certified', 0)] },
          }),
        ),
      ],
      ['lead', put('termination', ofBody({ dueBy: years('adoption', 10) }))],
      ['lead', put('referral', ofBody())],
      ...ladder.map(
        ([name, from, count]) =>
          ['lead', put(name, ofBody({ dueBy: after(from, 'step-performed', count) }))] as const,
      ),
    )
    must(room, 'lead', mark('endorsed', 'step-performed', '2015-07-20', recorded))
    expect(duty(room, 'adoption')).toEqual({
      ...day('2015-10-18'),
      unless: [{ item: idOf('consent'), verb: 'step-performed' }],
    })
    must(room, 'lead', mark('adoption', 'step-performed', '2015-10-18', recorded))
    expect(duty(room, 'implementation')).toMatchObject({ kind: 'waiting' })
    must(room, 'guarantor', mark('report', 'certified', '2016-01-16'))
    expect(duty(room, 'implementation')).toEqual(day('2016-01-16'))
    expect(duty(room, 'transition')).toMatchObject(day('2023-10-18'))
    expect(duty(room, 'termination')).toEqual(day('2025-10-18'))
    // The broader conclusion comes earlier: then that is the day.
    must(room, 'guarantor', mark('conclusion', 'certified', '2021-05-01'))
    expect(duty(room, 'transition')).toEqual(day('2021-05-01'))
    const referred = dayToNumber('2020-01-14' as Day)
    must(room, 'lead', mark('referral', 'step-performed', '2020-01-14', recorded))
    const whole = expecting(room, termWorldOf(room))
    expect(
      ladder.map(([name]) =>
        daysIn(dutyOf(stepIn(room, name), room, whole)).map(end => dayToNumber(end) - referred),
      ),
    ).toEqual([[15], [30], [35], [65]])
  })

  test('STEP-6 heavy water: over the limit on 17 February 2016, shipped by the 24th, and nothing followed', () => {
    const room = table([
      'lead',
      put('water', ofA({ ...judged, title: 'No more than 130 t', cureCount: 30, cureUnit: 'days' })),
    ])
    must(room, 'guarantor', mark('water', 'not-certified', '2016-02-17', { note: '130.9 t' }))
    expect(standing(room, 'water')).toEqual({ standing: 'step-not-certified' })
    must(room, 'headB', mark('water', 'breach-noticed', '2016-02-17', { note: '0.9 t over' }))
    expect(consequenceOf(stepIn(room, 'water'), room)?.after).toEqual(day('2016-03-18'))
    must(room, 'headA', mark('water', 'step-cured', '2016-02-24'))
    must(room, 'guarantor', mark('water', 'certified', '2016-02-24'))
    expect([standing(room, 'water'), consequenceOf(stepIn(room, 'water'), room)]).toEqual([
      { standing: 'step-cured' },
      undefined,
    ])
  })

  test('STEP-7 Algiers: arrangements within 30 days, transfer within 6 months, and payment on the certificate of departure', () => {
    const room = table(
      ['lead', put('declared', ofBody())],
      ['lead', put('arranged', ofBody({ dueBy: after('declared', 'step-performed', 30) }))],
      ['lead', put('transfer', ofBody({ dueBy: after('declared', 'step-performed', 6, 'months') }))],
      ['lead', put('departed', ofA(judged))],
      ['lead', put('released', ofBody({ dueBy: after('departed', 'certified', 0) }))],
    )
    must(room, 'lead', mark('declared', 'step-performed', '1981-01-19', recorded))
    expect([duty(room, 'arranged'), duty(room, 'transfer')]).toEqual([day('1981-02-18'), day('1981-07-19')])
    expect(duty(room, 'released')).toMatchObject({ kind: 'waiting' })
    must(room, 'guarantor', mark('departed', 'certified', '1981-01-20'))
    expect(duty(room, 'released')).toEqual(day('1981-01-20'))
  })

  test('STEP-8 rail, 2022: thirty days after the board’s report end with 15 September, at midnight in Washington', () => {
    const zone = 'America/New_York'
    const room = table(
      ['lead', put('report', ofBody())],
      ['lead', put('cooling', ofBody({ dueBy: after('report', 'step-performed', 30, 'days', { zone }) }))],
    )
    must(room, 'lead', {
      ...mark('report', 'step-performed'),
      at: Date.parse('2022-08-16T16:00:00Z'),
      ...recorded,
    })
    expect(duty(room, 'cooling')).toEqual(day('2022-09-15'))
    expect(new Date(endOfDay(dayToNumber('2022-09-15' as Day), zone)).toISOString()).toBe(
      '2022-09-16T04:00:00.000Z',
    )
  })
})
