/** A meeting across the rooms of two sides: what each learns of it and when, its card, its calendar, and words for the public. */

import {
  answerQuestion,
  arrangementFor,
  askAll,
  calendarFile,
  deliver,
  documentToText,
  findingsOfMeeting,
  leaksInAct,
  meetingCard,
  newId,
  planOfQuestion,
  prepareConveyance,
  provesOf,
  type QuestionDraft,
  roomsToDocument,
  sayPublicLine,
  sidesOfMeeting,
  speakingTime,
  tellOutcome,
  writingOf,
} from '@goodoffices/client'
import { loadVocabulary } from '@goodoffices/client/words'
import {
  type ConveyanceId,
  type DelegationList,
  type DeliveryId,
  findRegister,
  type ItemFields,
  type ItemId,
  type Meeting,
  type PartyId,
  type QuestionId,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import { beforeEach, describe, expect, it } from 'vitest'
import { clearing as clearedFirst } from '../src/areas/meeting/clearing.ts'
import { beginTalks, meet, roomOf, type Talks } from './talks.ts'
import { type Person, value } from './world.ts'

const began = 1_790_000_000_000
const hour = 3_600_000
let clock = began
let talks: Talks
const english = await loadVocabulary('en')
beforeEach(async () => {
  clock = began
  talks = await beginTalks(() => clock)
})

const desk = (): RoomState => roomOf(talks.mediator, talks.process, 'desk')
const caucusOf = (person: Person): RoomState => roomOf(person, talks.process, 'caucus')
/** Those who say something before whoever reads it. */
const all = () => meet(talks.north, talks.south, talks.mediator, talks.north, talks.south)
const envoys: ItemFields = {
  kind: 'proximity',
  title: 'Envoys',
  when: { kind: 'on', day: '2026-10-02' },
  begins: '10:00',
  ends: '18:00',
  timeZone: 'Europe/Istanbul',
  venue: 'Istanbul',
  publicity: 'nothing',
  minutesKept: 'no-minutes',
}
const ways: Readonly<Record<'north' | 'south', ItemFields>> = {
  north: {
    arrivesFrom: '09:40',
    arrivesTo: '09:50',
    entrance: 'The gate by the river',
    ownRoom: 'Room 2',
    leavesFrom: '18:20',
    leavesTo: '18:30',
    interpreter: 'One',
    exitPlan: 'By the river.',
  },
  south: {
    arrivesFrom: '10:05',
    arrivesTo: '10:15',
    entrance: 'The court of the stables',
    ownRoom: 'Room 7',
    leavesFrom: '18:45',
    leavesTo: '18:55',
    interpreter: 'Another',
    exitPlan: 'By the stables.',
  },
}

async function put(person: Person, room: RoomState, register: string, fields: ItemFields): Promise<ItemId> {
  const item = newId<ItemId>()
  value(await person.session.act(room.id, { kind: 'item.put', item, register, rev: 1, fields }))
  return item
}

type Draft = Pick<QuestionDraft, 'kind' | 'thing' | 'item' | 'gives'>

/** A question to both that is open for an hour. */
function planFor(draft: Draft) {
  const { mediator, process, parties } = talks
  const closes = clock + hour
  return value(
    planOfQuestion(mediator.session, process, {
      ...draft,
      texts: [{ language: 'en', body: 'Would you?' }],
      effect: 'indicates',
      times: { closes, tellBy: closes + hour, early: false },
      parties: [parties.north, parties.south],
    }),
  )
}

/** Both are asked, both answer as said, and it is told. */
async function agree(draft: Draft, yes: readonly boolean[] = [true, true]) {
  const { mediator, process } = talks
  const plan = planFor(draft)
  const { closes } = plan.content.times
  const question = value(await askAll(mediator.session, process, plan))
  await all()
  for (const [at, person] of [talks.north, talks.south].entries()) {
    const room = caucusOf(person)
    const [put] = Object.values(room.questions).filter(each => each.content.nonce === plan.content.nonce)
    if (put === undefined) throw new Error('not asked')
    value(await answerQuestion(person.session, room.id, { question: put.question, yes: yes[at] === true }))
    await meet(person, mediator)
  }
  clock = closes + 1
  value(await tellOutcome(mediator.session, process, question))
  await all()
}

const thingsOf = (room: RoomState, register: string) =>
  Object.values(room.items).filter(thing => thing.register === register)
const meetingIn = (room: RoomState): Meeting => {
  const [meeting] = thingsOf(room, 'meeting')
  if (meeting === undefined) throw new Error('no meeting')
  return meeting as unknown as Meeting
}

/** A meeting to which both have said yes, with the way of each in its own caucus. */
async function arranged(): Promise<void> {
  const { mediator } = talks
  const item = await put(mediator, desk(), 'meeting', envoys)
  await agree({ kind: 'meeting', thing: { register: 'meeting', fields: envoys }, item })
  for (const [side, person] of [
    ['north', talks.north],
    ['south', talks.south],
  ] as const) {
    const room = roomOf(mediator, talks.process, 'caucus', talks.parties[side])
    await put(mediator, room, 'arrangement', { meeting: meetingIn(caucusOf(person)).item, ...ways[side] })
  }
  await all()
}

const writing = (room: RoomState, locale = 'en') => writingOf(room, english, { locale })
const copyOf = async (person: Person): Promise<string> =>
  documentToText(
    await roomsToDocument(
      person.session.rooms(talks.process).map(room => ({ room })),
      { language: 'en' },
    ),
  )

const uids = (file: string) => [...file.matchAll(/^UID:(.*)$/gm)].map(([, uid]) => uid?.trim())
const clearing = (body: string, more: object = {}) => ({
  kind: 'clearance' as const,
  thing: {
    register: 'statement',
    fields: { kind: 'readout', speaker: 'The mediators', wordings: [{ language: 'en', body }], ...more },
  },
})

const list = (name: string): ItemFields => ({ title: 'Envoys', delegation: [{ name }] })

describe('a meeting of two sides that do not meet', () => {
  it('MEET-15 what each side has spoken is added up over the meetings that were held, for the desk alone; who was absent spoke no minute', async () => {
    const { mediator, north, south, process, parties } = talks
    const heldOn = async (title: string, minutes: Readonly<Record<'north' | 'south', string>>) => {
      const item = await put(mediator, desk(), 'meeting', { ...envoys, title })
      for (const side of ['north', 'south'] as const)
        await put(mediator, desk(), 'arrangement', {
          ...ways[side],
          meeting: item,
          party: parties[side],
          sessions: [{ begins: '11:00', ends: minutes[side] }],
        })
      return item
    }
    const said = async (item: ItemId, verb: string) =>
      value(await mediator.session.act(desk().id, { kind: 'item.mark', item, rev: 1, verb }))
    const before = JSON.stringify([north, south].map(person => person.session.rooms(process)))
    const first = await heldOn('First', { north: '11:30', south: '11:20' })
    const second = await heldOn('Second', { north: '12:00', south: '12:30' })
    const time = () =>
      speakingTime(mediator.session, process).map(({ party: { party }, minutes, sessions, meetings }) => [
        party === parties.north ? 'north' : 'south',
        minutes,
        sessions,
        meetings,
      ])
    expect(time()).toEqual([])
    await said(first, 'held')
    await said(second, 'held-in-part')
    expect(new Set(time())).toEqual(
      new Set([
        ['north', 90, 2, 2],
        ['south', 110, 2, 2],
      ]),
    )
    const souths = thingsOf(desk(), 'arrangement').find(
      thing =>
        thing.revisions[0]?.fields['meeting'] === second &&
        thing.revisions[0].fields['party'] === parties.south,
    )
    await said(souths?.item ?? second, 'absent')
    expect(time().find(([side]) => side === 'south')).toEqual(['south', 20, 1, 1])
    await said(first, 'not-held')
    expect(time().find(([side]) => side === 'south')).toEqual(['south', 0, 0, 0])
    // In a night of fasting they are heard until after midnight.
    const night = await heldOn('Third', { north: '00:30', south: '11:10' })
    await said(night, 'held')
    expect(time().find(([side]) => side === 'north')).toEqual(['north', 60 + 810, 2, 2])
    await all()
    expect(JSON.stringify([north, south].map(person => person.session.rooms(process)))).toBe(before)
    expect(speakingTime(north.session, process)).toEqual([])
  })

  it('MEET-1 planned at the desk it changes no byte of a party’s rooms, and where one says no it stands in none', async () => {
    const before = JSON.stringify([talks.north, talks.south].map(caucusOf))
    const item = await put(talks.mediator, desk(), 'meeting', envoys)
    await put(talks.mediator, desk(), 'arrangement', {
      meeting: item,
      party: talks.parties.north,
      ...ways.north,
    })
    await all()
    const sides = sidesOfMeeting(talks.mediator.session, talks.process, meetingIn(desk()))
    expect(findingsOfMeeting(desk(), meetingIn(desk()), sides)).toEqual([])
    expect(JSON.stringify([talks.north, talks.south].map(caucusOf))).toBe(before)
    await agree({ kind: 'meeting', thing: { register: 'meeting', fields: envoys }, item }, [true, false])
    expect([talks.north, talks.south].map(each => thingsOf(caucusOf(each), 'meeting').length)).toEqual([0, 0])
    expect(findRegister('meeting')?.standing(meetingIn(desk()) as never, desk()).standing).toBe('idea')
  })

  it('MEET-2 MEET-6 MEET-11 each has its own way in its own rooms alone; that one does not come changes nothing of the other’s', async () => {
    await arranged()
    const { mediator, north, south, process } = talks
    for (const [own, other, person] of [
      ['north', 'south', north],
      ['south', 'north', south],
    ] as const) {
      const copy = await copyOf(person)
      expect(copy).toContain(ways[own]['entrance'])
      expect(copy).not.toContain(ways[other]['entrance'])
      expect(copy).not.toContain(ways[other]['ownRoom'])
    }
    const sides = sidesOfMeeting(mediator.session, process, meetingIn(desk()))
    expect(sides.map(({ isSent }) => isSent)).toEqual([true, true])
    expect(findingsOfMeeting(desk(), meetingIn(desk()), sides)).toEqual([])
    // A second one, to which both have said yes as well, is another in each room.
    const again = { ...envoys, title: 'Envoys again' }
    const first = meetingIn(desk())
    const second = await put(mediator, desk(), 'meeting', again)
    await agree({ kind: 'meeting', thing: { register: 'meeting', fields: again }, item: second })
    // Nor does it hang on what the desk calls it since.
    const renamed = { ...envoys, title: 'The envoys of both' }
    const anew = {
      kind: 'item.put',
      item: first.item,
      register: 'meeting',
      rev: first.revisions.length + 1,
      fields: renamed,
    } as const
    for (const act of [undefined, anew]) {
      if (act !== undefined) value(await mediator.session.act(desk().id, act))
      expect(
        sidesOfMeeting(mediator.session, process, meetingIn(desk())).map(({ isSent }) => isSent),
      ).toEqual([true, true])
    }
    // One that names the day of the meeting and one that names none are on one day.
    const [one, two] = sides
    if (one?.arrangement === undefined || two?.arrangement === undefined) throw new Error('not arranged')
    const [there] = two.arrangement.revisions
    if (there === undefined) throw new Error('not arranged')
    const { fields } = standingOf(one.arrangement)
    const alike = { ...there, fields: { ...fields, on: one.day } }
    const same = { ...two, arrangement: { ...two.arrangement, revisions: [alike] } } as typeof two
    expect(findingsOfMeeting(desk(), meetingIn(desk()), [one, same]).map(({ kind }) => kind)).toContain(
      'same-room',
    )
    const before = [
      JSON.stringify(south.session.rooms(process)),
      JSON.stringify(roomOf(north, process, 'table')),
    ]
    const room = caucusOf(north)
    const own = arrangementFor(room, meetingIn(room).item)
    if (own === undefined) throw new Error('not arranged')
    for (const verb of ['late', 'not-coming']) {
      value(await north.session.act(room.id, { kind: 'item.mark', item: own.item, rev: 1, verb }))
      await all()
    }
    const told = sidesOfMeeting(mediator.session, process, meetingIn(desk())).map(
      ({ caucus, arrangement }) =>
        arrangement === undefined
          ? ''
          : findRegister('arrangement')?.standing(arrangement as never, caucus).standing,
    )
    expect(new Set(told)).toEqual(new Set(['not-coming', 'sent']))
    expect([
      JSON.stringify(south.session.rooms(process)),
      JSON.stringify(roomOf(north, process, 'table')),
    ]).toEqual(before)
  })

  it('MEET-7 ASNT-5 lists are exchanged as they stood, both or neither; what mediators would give instead is not proved, and what is not one’s own list is not given', async () => {
    const { mediator, north, south, process, parties } = talks
    const gives = [
      {
        party: parties.north,
        item: await put(north, caucusOf(north), 'delegation-list', list('A of the north')),
      },
      {
        party: parties.south,
        item: await put(south, caucusOf(south), 'delegation-list', list('B of the south')),
      },
    ]
    await meet(north, south, mediator)
    const namesIn = (person: Person) =>
      thingsOf(caucusOf(person), 'delegation-list').map(thing => {
        const [first] = standingOf(thing as unknown as DelegationList).fields.delegation
        return first?.name
      })
    await agree({ kind: 'exchange', gives }, [true, false])
    expect([north, south].map(namesIn)).toEqual([['A of the north'], ['B of the south']])
    await agree({ kind: 'exchange', gives })
    expect([north, south].map(namesIn)).toEqual([
      ['A of the north', 'B of the south'],
      ['B of the south', 'A of the north'],
    ])
    const told = Object.values(caucusOf(north).questions).find(({ told }) => told?.match === true)
    if (told?.told?.handed === undefined) throw new Error('not told')
    const proofs = async (changes: object) =>
      (await provesOf(north.session, caucusOf(north), { ...told, ...changes })).map(({ proof }) => proof)
    expect(await proofs({})).toEqual(['signed', 'signed'])
    const [given] = told.told.handed
    const other = { ...given, thing: { register: 'delegation-list', fields: list('Somebody else') } }
    expect((await proofs({ told: { ...told.told, handed: [other] } })).toSorted()).toEqual(['none', 'signed'])
    // A question that names as one's own what is not what was hashed is answered by no device.
    const caucus = roomOf(mediator, process, 'caucus', parties.north)
    const item = await put(north, caucusOf(north), 'delegation-list', list('C of the north'))
    await meet(north, mediator)
    const question = newId<QuestionId>()
    const { content, digest } = planFor({ kind: 'exchange', gives })
    const own = { item, rev: 1, nonce: 'AAAA' }
    value(await mediator.session.act(caucus.id, { kind: 'assent.ask', question, content, digest, own }))
    await all()
    const refused = await answerQuestion(north.session, caucus.id, { question, yes: true })
    expect(refused.ok ? 'ok' : refused.error.code).toBe('digest-differs')
  })

  it('MEET-9 MEET-10 a card in the reader’s digits, and calendar files that name nobody, match no other and say more only when asked', async () => {
    await arranged()
    const { north, south } = talks
    const filesOf = async (person: Person, also: readonly ('title' | 'venue')[] = []) => {
      const room = caucusOf(person)
      const meeting = meetingIn(room)
      const arrangement = arrangementFor(room, meeting.item)
      return value(await calendarFile(person.session, writing(room), { meeting, arrangement, also }))
    }
    const [a, again, b] = [await filesOf(north), await filesOf(north), await filesOf(south)]
    expect(uids(a)).toHaveLength(2)
    expect(uids(again)).toEqual(uids(a))
    expect(uids(b).some(uid => uids(a).includes(uid))).toBe(false)
    expect(a).not.toMatch(/Envoys|North|South|ORGANIZER|ATTENDEE|LOCATION|URL/)
    expect(a).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:[^\r]*\r\nMETHOD:PUBLISH\r\n/)
    for (const part of [
      'BEGIN:VTIMEZONE\r\nTZID:Europe/Istanbul',
      'TZOFFSETTO:+0300',
      'SUMMARY:Appointment',
      'CLASS:CONFIDENTIAL',
      'STATUS:CONFIRMED',
      'DTSTART;TZID=Europe/Istanbul:20261002T094000',
    ])
      expect(a).toContain(part)
    const more = await filesOf(north, ['title', 'venue'])
    expect([more.includes('SUMMARY:Envoys'), more.includes('LOCATION:Istanbul')]).toEqual([true, true])
    const room = caucusOf(north)
    const meeting = meetingIn(room)
    const arrangement = arrangementFor(room, meeting.item)
    if (arrangement === undefined) throw new Error('not arranged')
    expect(meetingCard(writing(room), meeting, arrangement).arrival).toContain('9:40')
    const persian = meetingCard(writing(room, 'fa'), meeting, arrangement)
    expect([persian.arrival, persian.day]).toEqual([
      expect.stringContaining('۹:۴۰'),
      expect.stringContaining('۱۴۰۵'),
    ])
  })

  it('MEET-3 MEET-8 words for the public stand in no room where one side says no, and a line to fall back on by its own yes', async () => {
    await agree(clearing('The parties agreed on water.'), [true, false])
    const statements = () =>
      [desk(), caucusOf(talks.north), caucusOf(talks.south), roomOf(talks.north, talks.process, 'table')].map(
        room =>
          thingsOf(room, 'statement').map(thing => [
            thing.revisions.at(-1)?.fields['isFallback'],
            findRegister('statement')?.standing(thing, room).standing,
          ]),
      )
    expect(statements()).toEqual([[], [], [], []])
    await agree(clearing('The parties met separately with the mediators.', { isFallback: true }))
    const cleared = [[true, 'cleared-by-all']]
    expect(statements()).toEqual([cleared, cleared, cleared, []])
    const fallback = clearing('The parties met separately with the mediators.', { isFallback: true }).thing
      .fields
    const said = async (room: RoomState, fields: ItemFields) => {
      const act = { kind: 'item.put', item: newId<ItemId>(), register: 'statement', rev: 1, fields } as const
      const { session } = talks.mediator
      const rooms = () => session.rooms(talks.process)
      const accepted = leaksInAct({ act, room, by: session.me.member, rooms })
      const done = await session.act(room.id, act, accepted)
      return done.ok ? 'ok' : done.error.code
    }
    const table = roomOf(talks.mediator, talks.process, 'table')
    const other = clearing('The parties agreed on water.').thing.fields
    expect([await said(table, other), await said(caucusOf(talks.north), other)]).toEqual([
      'not-assented',
      'not-assented',
    ])
    expect([await said(desk(), other), await said(table, fallback)]).toEqual(['ok', 'ok'])
    // Nor by a delivery, which would stand in the caucus all the same.
    const { session } = talks.mediator
    const delivered = async (fields: ItemFields) => {
      const plan = {
        delivery: newId<DeliveryId>(),
        origin: { kind: 'mediators' },
        to: caucusOf(talks.north).id,
        as: 'verbatim',
        form: 'paper',
        binding: false,
        wording: 'These are the words.',
        thing: { register: 'statement', fields },
        timing: { kind: 'now' },
        tell: 'nothing',
        accepted: [],
      } as const
      const shown = await prepareConveyance(session, talks.process, plan)
      // Prepared past the screens.
      const conveyance = newId<ConveyanceId>()
      const whole = { ...plan, conveyance, delivery: newId<DeliveryId>(), carrier: session.me.member }
      value(await session.act(desk().id, { kind: 'carry.prepare', conveyance: whole }))
      const gone = await deliver(session, talks.process, conveyance)
      return [shown, gone].map(done => (done.ok ? 'ok' : done.error.code))
    }
    expect([await delivered(other), await delivered(fallback)]).toEqual([
      ['not-assented', 'not-assented'],
      ['ok', 'ok'],
    ])
    // Hostile: who was not asked has cleared nothing, and what was reworded with the yes of all is not said as it was before.
    const { member } = talks.mediator.session.me
    const goes = (at: RoomState, changed: RoomState = desk(), { by = member, fields = fallback } = {}) =>
      clearedFirst({
        step: {
          room: at.id,
          act: { kind: 'item.put', item: newId<ItemId>(), register: 'statement', rev: 1, fields },
        },
        room: at,
        by,
        rooms: () => [changed],
      } as never)
    const known = Object.values(table.parties)[0]
    if (known === undefined) throw new Error('nobody is at the table')
    // What a party itself tells the public needs nobody's yes; mediators without a desk know of none.
    const by = talks.north.session.me.member
    expect(goes(caucusOf(talks.north), desk(), { by, fields: other }).ok).toBe(true)
    expect(goes(table, caucusOf(talks.north)).ok).toBe(false)
    const more = {
      ...table,
      parties: { ...table.parties, other: { ...known, party: 'party-other' as PartyId } },
    }
    const [asked] = Object.values(desk().questionPlans).filter(
      ({ closed, content }) => closed?.match === true && content.kind === 'clearance',
    )
    if (asked === undefined) throw new Error('nothing was cleared')
    const { nonce: anew } = asked.content
    const later = {
      ...asked,
      content: { ...asked.content, nonce: 'later', anew, thing: { register: 'statement', fields: other } },
    }
    const reworded = { ...desk(), questionPlans: { ...desk().questionPlans, later } } as RoomState
    expect([goes(table), goes(more), goes(table, reworded)].map(({ ok }) => ok)).toEqual([true, false, false])
    const item = await put(talks.mediator, desk(), 'meeting', envoys)
    expect(sayPublicLine(writing(desk()), item).length).toBeGreaterThan(2)
  })
})
