/** Views over rooms: days, next steps, equal treatment. Each is held against what the rooms say, found another way. */

import {
  type AreaViews,
  besideMonth,
  datedIn,
  daysBetween,
  daysOf,
  deliver,
  equalTreatment,
  hereIn,
  leaksInAct,
  loadViews,
  monthOf,
  namesIn,
  nearestDay,
  newId,
  nextSteps,
  ownFigures,
  placeInWeek,
  prepareConveyance,
  sayDated,
  sayMeasured,
  sayName,
  sayStep,
  sayUneven,
  wholeDaysFile,
  wholeDaysOf,
  writingOf,
} from '@goodoffices/client'
import { loadVocabulary } from '@goodoffices/client/words'
import {
  type Day,
  type ItemFields,
  type ItemId,
  type MessageId,
  type PartyCard,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { beginTalks, meet, roomOf, say as saying, type Talks } from './talks.ts'
import { type Person, value } from './world.ts'

const began = 1_790_000_000_000
const hour = 3_600_000
let clock = began
let talks: Talks
let views: readonly AreaViews[]
const english = await loadVocabulary('en')
beforeAll(async () => {
  views = await loadViews()
})
beforeEach(async () => {
  clock = began
  talks = await beginTalks(() => clock)
})

const all = () => meet(talks.north, talks.south, talks.mediator, talks.north, talks.south)
const dated = (person: Person) => datedIn(hereIn(person.session, talks.process), views)
const tableOf = (person: Person): RoomState => roomOf(person, talks.process, 'table')
const caucusOf = (person: Person): RoomState => roomOf(person, talks.process, 'caucus')
const in_ = (room: RoomState) => writingOf(room, english, {})

async function put(person: Person, room: RoomState, register: string, fields: ItemFields) {
  const item = newId<ItemId>()
  const act = { kind: 'item.put', item, register, rev: 1, fields } as const
  const rooms = () => person.session.rooms(talks.process)
  const accepted = leaksInAct({ act, room, by: person.session.me.member, rooms })
  value(await person.session.act(room.id, act, accepted))
  await all()
  return item
}
const mark = async (person: Person, room: RoomState, item: ItemId, verb: string, more: object = {}) => {
  value(await person.session.act(room.id, { kind: 'item.mark', item, rev: 1, verb, ...more }))
  await all()
}
const say = async (person: Person, words: string) => {
  const act = { ...saying(words), marking: 'verbatim' } as const
  value(await person.session.act(caucusOf(person).id, act))
  await all()
  return act.message
}
const on = (day: string) => ({ kind: 'on', day })
const after = (item: ItemId, verb: string, count: number) => ({
  kind: 'after',
  item,
  verb,
  count,
  unit: 'days',
  zone: 'UTC',
})
const round = (opensOn: object, more: object = {}): ItemFields =>
  ({
    ordinal: 1,
    title: 'First round',
    opensOn,
    ...more,
  }) as ItemFields
const deadline = (due: object, title = 'Answers'): ItemFields =>
  ({ title, due, setBy: 'mediators', pausable: true }) as ItemFields

/** The slow way: whatever looks like a term in what stands of any thing in any room. */
function termsSlowly(rooms: readonly RoomState[]): readonly string[] {
  const kinds = new Set(['on', 'after', 'with', 'earliest', 'latest'])
  return rooms.flatMap(room =>
    Object.values(room.items).flatMap(thing =>
      Object.entries(standingOf(thing).fields).flatMap(([field, held]) =>
        typeof held === 'object' &&
        held !== null &&
        'kind' in held &&
        typeof held['kind'] === 'string' &&
        kinds.has(held['kind'])
          ? [`${thing.item} ${field}`]
          : [],
      ),
    ),
  )
}

describe('the calendar', () => {
  it('VIEW-4 has every term of every room that its reader holds once, those that wait among them, and what is no thing', async () => {
    const { mediator, north } = talks
    const first = await put(
      mediator,
      tableOf(mediator),
      'round',
      round(on('2026-10-02'), { closesOn: on('2026-10-05') }),
    )
    await put(mediator, tableOf(mediator), 'deadline', deadline(after(first, 'round-closed', 30)))
    await put(north, caucusOf(north), 'deadline', {
      ...deadline(on('2026-11-01'), 'Our own'),
      setBy: 'party',
    })
    const found = dated(mediator)
    const slowly = termsSlowly(mediator.session.rooms(talks.process))
    expect(
      found
        .filter(({ thing }) => thing !== undefined)
        .map(({ about, field }) => `${about} ${field}`)
        .toSorted(),
    ).toEqual(slowly.toSorted())
    expect(slowly).toHaveLength(4)
    const between = daysBetween(found, { from: '2026-10-01' as Day, to: '2026-10-31' as Day, zone: 'UTC' })
    expect(between.map(({ day, dated: some }) => [day, some.map(({ field }) => field)])).toEqual([
      ['2026-10-02', ['opensOn']],
      ['2026-10-05', ['closesOn']],
    ])
    expect(nearestDay(found, '2026-10-03' as Day, 'UTC')).toBe('2026-10-05')
    expect(nearestDay(found, '2027-10-03' as Day, 'UTC')).toBe('2026-11-01')
    expect(nearestDay([], '2027-10-03' as Day, 'UTC')).toBeUndefined()
    const waiting = found.find(({ field, room }) => field === 'due' && room.kind === 'table')
    if (waiting === undefined) throw new Error('no deadline')
    expect(daysOf(waiting, 'UTC')).toEqual([])
    expect(sayName(in_(waiting.room), waiting)).toBe('Answers')
    expect(sayDated(in_(waiting.room), waiting).join(' · ')).toMatch(/Deadline · By when · .*First round/)
    // What the north has in its own room is nothing of the south's.
    expect(dated(talks.south).map(({ about }) => about)).not.toContain(
      found.find(({ room }) => room.kind === 'caucus')?.about,
    )
    value(
      await mediator.session.act(tableOf(mediator).id, {
        kind: 'retention.set',
        days: 30,
        basis: 'Our statute',
      }),
    )
    const kept = dated(mediator).find(({ field }) => field === 'retention')
    expect(kept?.when).toEqual({ kind: 'moment', at: tableOf(mediator).lastPlaced + 30 * 24 * hour })
    value(
      await mediator.session.act(tableOf(mediator).id, {
        kind: 'hold.place',
        hold: newId(),
        reason: 'An inquiry',
      }),
    )
    expect(dated(mediator).some(({ field }) => field === 'retention')).toBe(false)
  })

  it('VIEW-4 has a day that sides date differently on each of them, one whose clock stands still on none, and what several rooms have once', async () => {
    const { mediator, north, south } = talks
    const first = await put(mediator, tableOf(mediator), 'round', round(on('2026-10-02')))
    await put(mediator, tableOf(mediator), 'deadline', deadline(after(first, 'round-opened', 10)))
    await mark(mediator, tableOf(mediator), first, 'round-opened', { at: began })
    const due = () => {
      const found = dated(mediator).find(({ field }) => field === 'due')
      if (found === undefined) throw new Error('no deadline')
      return found
    }
    expect(daysOf(due(), 'UTC')).toHaveLength(1)
    await mark(mediator, tableOf(mediator), first, 'clocks-stopped', { at: began + 48 * hour, note: 'War.' })
    expect(daysOf(due(), 'UTC')).toEqual([])
    expect(sayDated(in_(due().room), due()).join(' · ')).toMatch(/8/)
    const disputed = {
      ...due(),
      when: { kind: 'disputed', days: ['2026-10-01', '2026-10-04'] as Day[], items: [first] },
    } as const
    const month = { from: '2026-10-01' as Day, to: '2026-10-31' as Day, zone: 'UTC' }
    expect(daysBetween([disputed], month).map(({ day }) => day)).toEqual(['2026-10-01', '2026-10-04'])
    const meeting = {
      kind: 'proximity',
      title: 'Envoys',
      when: on('2026-10-09'),
      timeZone: 'UTC',
      venue: 'Istanbul',
      publicity: 'nothing',
      minutesKept: 'no-minutes',
    } as ItemFields
    for (const party of Object.values(talks.parties))
      await put(mediator, roomOf(mediator, talks.process, 'caucus', party), 'meeting', meeting)
    const envoys = dated(mediator).filter(({ thing }) => thing?.register === 'meeting')
    expect(envoys.map(({ rooms }) => rooms.length)).toEqual([2])
    for (const person of [north, south])
      expect(dated(person).filter(({ thing }) => thing?.register === 'meeting')).toHaveLength(1)
  })

  it('VIEW-4 goes out as a file of whole days that names nothing unasked', async () => {
    const { mediator } = talks
    await put(mediator, tableOf(mediator), 'round', round(on('2026-10-02')))
    const days = wholeDaysOf({ vocabulary: english }, dated(mediator), 'UTC')
    const file = await wholeDaysFile(mediator.session, english, { days, withTitles: false })
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(file).toMatch(/SUMMARY:Appointment/)
    expect(file).not.toMatch(/round/i)
    expect(await wholeDaysFile(mediator.session, english, { days, withTitles: true })).toMatch(/First round/)
  })

  it('VIEW-12 knows the months of three calendars, and weeks that begin where their readers begin them', () => {
    // Nowruz 1405 is 21 March 2026; 1 Ramadan 1447 by Umm al-Qura 18 February 2026.
    expect(monthOf('2026-03-25' as Day, 'persian')[0]).toBe('2026-03-21')
    expect(monthOf('2026-03-25' as Day, 'persian')).toHaveLength(31)
    expect(monthOf('2026-02-20' as Day, 'islamic-umalqura')[0]).toBe('2026-02-18')
    expect(monthOf('2024-02-29' as Day, 'gregory')).toHaveLength(29)
    expect(besideMonth('2026-03-25' as Day, 'persian', -1)).toBe('2026-03-20')
    expect(besideMonth('2026-12-01' as Day, 'gregory', 1)).toBe('2027-01-01')
    for (const calendar of ['gregory', 'persian', 'islamic-umalqura'] as const) {
      // Every day is in one month, and its month's days follow each other.
      let at = '2025-12-15' as Day
      for (let n = 0; n < 30; n += 1) {
        const days = monthOf(at, calendar)
        expect(days.length).toBeGreaterThan(27)
        expect(monthOf(days.at(-1) as Day, calendar)).toEqual(days)
        at = besideMonth(at, calendar, 1)
        expect(at > (days.at(-1) as Day)).toBe(true)
        expect(monthOf(at, calendar)[0]).toBe(at)
      }
    }
    expect(namesIn('fa', 'persian').initial('2026-10-03' as Day)).toBe('ش')
    expect(placeInWeek('2026-10-03' as Day, 6)).toBe(0)
    expect(placeInWeek('2026-10-03' as Day, 1)).toBe(5)
    expect(namesIn('fa', 'persian').month('2026-03-21' as Day)).toMatch(/۱۴۰۵/)
    expect(namesIn('en-GB', 'gregory').number('2026-10-03' as Day)).toBe('3')
  })
})

describe('next steps', () => {
  it('VIEW-11 are what others begin with, the longest chain first; what waits itself is none', async () => {
    const { mediator } = talks
    const table = () => tableOf(mediator)
    const first = await put(mediator, table(), 'round', round(on('2026-10-02')))
    const second = await put(mediator, table(), 'round', {
      ...round(after(first, 'round-closed', 30), { title: 'Second round' }),
      ordinal: 2,
    })
    const late = await put(
      mediator,
      table(),
      'deadline',
      deadline(after(second, 'round-opened', 3), 'Papers'),
    )
    await put(mediator, table(), 'deadline', deadline(after(first, 'round-opened', 5), 'Lists'))
    const steps = nextSteps(dated(mediator), mediator.session.rooms(talks.process))
    expect(
      steps.map(({ thing, verb, chain, count }) => [thing.item, verb, chain.map(({ item }) => item), count]),
    ).toEqual([
      [first, 'round-closed', [second, late], 2],
      [first, 'round-opened', [expect.any(String)], 1],
    ])
    const [step] = steps
    if (step === undefined) throw new Error('no step')
    expect(sayStep(in_(step.room), step)).toMatch(/First round.*2 things wait for this/)
    expect(nextSteps([], [])).toEqual([])
  })
})

/** The slow way: of each caucus what its log says, entry by entry. */
const saidSlowly = (person: Person, room: RoomState): number =>
  person.session.entries(room.id).filter(({ entry }) => {
    const act = entry.act as unknown as { readonly kind: string; readonly message: MessageId }
    const by = act.kind === 'message.say' ? room.messages[act.message]?.by : undefined
    return by !== undefined && room.members[by]?.party !== undefined
  }).length

const report = () => {
  const found = equalTreatment(talks.mediator.session, talks.process, views)
  if (found === undefined) throw new Error('no report')
  return found
}
const line = (of: string) => report().measures.find(each => each.of === `measure.${of}`)?.values

async function carry(from: 'north' | 'south', words: string): Promise<void> {
  const { mediator, process, parties } = talks
  const to = from === 'north' ? 'south' : 'north'
  const message = await say(talks[from], words)
  await all()
  clock += 3 * hour
  const plan = {
    origin: {
      kind: 'passage',
      room: roomOf(mediator, process, 'caucus', parties[from]).id,
      passage: { message },
    },
    to: roomOf(mediator, process, 'caucus', parties[to]).id,
    as: 'verbatim',
    form: 'oral-message',
    binding: false,
    wording: words,
    timing: { kind: 'now' },
    tell: 'nothing',
  } as const
  const prepared = value(await prepareConveyance(mediator.session, process, plan as never))
  value(await deliver(mediator.session, process, prepared))
  await all()
}

describe('equal treatment', () => {
  it('VIEW-5 counts of each party what its log has, in columns of one order; swapped parties swap columns and nothing else', async () => {
    const { mediator, process, parties, north, south } = talks
    await say(north, 'One.')
    await say(north, 'Two words.')
    await say(south, 'Three.')
    await all()
    const caucuses = report().parties.map(({ party }) => roomOf(mediator, process, 'caucus', party))
    expect(line('said')).toEqual(caucuses.map(room => saidSlowly(mediator, room)))
    expect(
      report()
        .parties.map(({ party }) => party)
        .toSorted(),
    ).toEqual(Object.values(parties).toSorted())
    const counting = (rooms: readonly RoomState[]) => ({
      desk: roomOf(mediator, process, 'desk'),
      sides: rooms.map(caucus => ({ party: caucus.party as PartyCard, caucus })),
    })
    const one = views.flatMap(({ counts }) => counts?.(counting(caucuses)) ?? [])
    const other = views.flatMap(({ counts }) => counts?.(counting(caucuses.toReversed())) ?? [])
    expect(one.length).toBeGreaterThan(15)
    expect(other).toEqual(one.map(each => ({ ...each, values: each.values.toReversed() })))
    expect(new Set(one.map(({ of }) => of)).size).toBe(one.length)
  })

  it('VIEW-5 names a difference of what the mediators did beyond the margin as a sentence, and of what the parties did none', async () => {
    expect(report().uneven).toEqual([])
    for (const words of ['First.', 'Second.', 'Third.']) await carry('north', words)
    expect(line('carried')).toEqual([3, 0])
    expect(line('brought')).toEqual([0, 3])
    expect(line('carry-time')).toEqual([3 * hour, undefined])
    const names = report().uneven.map(({ of }) => of)
    expect(names).toContain('measure.brought')
    expect(names).not.toContain('measure.said')
    const found = report()
    const w = in_(roomOf(talks.mediator, talks.process, 'desk'))
    const uneven = found.uneven.find(({ of }) => of === 'measure.brought')
    if (uneven === undefined) throw new Error('not named')
    expect(sayUneven(w, found, uneven).replaceAll(/[\u2066-\u2069]/g, '')).toBe(
      'Messages conveyed to it: North 0, South 3.',
    )
    expect([
      sayMeasured(w, 'length', 3 * hour),
      sayMeasured(w, 'length', 72 * hour),
      sayMeasured(w, 'length', 60_000),
    ]).toEqual(['3 hours', '3 days', '1 minute'])
  })

  it('VIEW-6 is for the mediators; a party has its own figures from its own rooms, and none of the other', async () => {
    const { north, south, process } = talks
    expect(equalTreatment(north.session, process, views)).toBeUndefined()
    expect(ownFigures(talks.mediator.session, process, views)).toBeUndefined()
    const before = JSON.stringify(ownFigures(north.session, process, views))
    await say(south, 'Nobody of the north counts this.')
    await all()
    expect(JSON.stringify(ownFigures(north.session, process, views))).toBe(before)
    const own = ownFigures(south.session, process, views)
    expect(own?.parties.map(({ name }) => name)).toEqual(['South'])
    expect(own?.measures.find(({ of }) => of === 'measure.said')?.values).toEqual([1])
    expect(own?.uneven).toEqual([])
  })
})
