/** A question put to several: who may ask, answer and tell, by when, and what comes of it. */

import { describe, expect, test } from 'vitest'
import {
  applyEntry,
  countingAnswer,
  findLeaksInAct,
  findRegister,
  type ItemId,
  isMatch,
  isOutOf,
  phaseOf,
  planPhaseOf,
  type QuestionId,
  type RoomId,
  type RoomState,
  reachOf,
  rulesNumber,
  specOf,
  standingsOf,
  unfinishedOf,
  waitingAtDesk,
  waitingInCaucus,
} from '../src/index.ts'
import {
  caucusA,
  caucusB,
  circumstance,
  deskRoom,
  does,
  entryOf,
  memberId,
  must,
  opened,
  partyA,
  partyB,
  recordedA,
  say,
  tableRoom,
} from './cast.ts'

const question = 'question-at-desk' as QuestionId
const closes = 2_000_000_000_000
const tellBy = closes + 1_000_000
const yesBytes = (of: string): string => of.padEnd(86, 'y')
const blank = 'n'.repeat(86)

const moved = (room: RoomState): RoomState => {
  must(room, 'lead', { kind: 'rules.adopt', number: rulesNumber })
  return room
}
const desk = (): RoomState => moved(deskRoom())

const letters = ['aa', 'bb', 'cc', 'dd', 'ee', 'ff']
/** The caucus of one of several parties, with its head. */
const caucusOf = (letter: string): RoomState => {
  const party = { ...partyA, party: `party-${letter}` as typeof partyA.party, name: `Party ${letter}` }
  return moved(opened('lead', { kind: 'caucus', party }, ['second']))
}
const headOf = (letter: string): string => `head-${letter}`
const withHead = (letter: string): RoomState => {
  const room = caucusOf(letter)
  must(room, 'lead', {
    kind: 'member.admit',
    card: {
      member: `member-${headOf(letter)}`,
      name: `Head of ${letter}`,
      role: 'head',
      party: `party-${letter}`,
      devices: [{ device: `device-${headOf(letter)}-1`, sign: `sign-${letter}`, wrap: `wrap-${letter}` }],
    },
  })
  return room
}

type Changes = { readonly effect?: string; readonly early?: boolean; readonly more?: object }
const contentOf = (
  asked: readonly RoomState[],
  { effect = 'indicates', early = false, more = {} }: Changes = {},
) => ({
  kind: 'meeting',
  texts: [{ language: 'en', body: 'A meeting of envoys, indirect, on Friday?', follow: 'The host is told.' }],
  parties: asked.map(({ party }) => ({ party: party?.party, name: party?.name })),
  effect,
  times: { closes, tellBy, early },
  nonce: 'AAAA',
  ...more,
})
const underOf = (room: RoomState): QuestionId => `question-${room.party?.party ?? ''}` as QuestionId
const planFor = (rooms: readonly RoomState[], changes: Changes = {}) => ({
  kind: 'assent.plan',
  question,
  content: contentOf(rooms, changes),
  digest: 'd'.repeat(43),
  asked: rooms.map(room => ({ party: room.party?.party, room: room.id, under: underOf(room) })),
  accepted: [],
})

/** What the act brings about now, said in each room by the lead, at a time. */
function carry(
  act: { readonly kind: string },
  at: RoomState,
  rooms: readonly RoomState[],
  placed: number,
): string {
  const spec = specOf(act as Parameters<typeof specOf>[0])
  const held = (id: RoomId): RoomState | undefined => rooms.find(room => room.id === id)
  const brought = spec.brings?.acts(at, act as never, held)
  if (brought === undefined) throw new Error('it brings nothing about')
  if (!brought.ok) return brought.error.code
  if (spec.brings?.isSaid(at, act as never) !== true) {
    const own = placedAt(at, 'lead', act, placed)
    if (own !== 'ok') return own
  }
  for (const { room, act: part, refused } of brought.value) {
    const to = held(room)
    if (to === undefined || refused !== undefined) continue
    const said = placedAt(to, 'lead', part, placed)
    if (said !== 'ok') return said
  }
  return 'ok'
}

function placedAt(room: RoomState, person: string, act: unknown, placed: number): string {
  const result = applyEntry(room, entryOf(room, person, act, { placed }))
  return result.ok ? 'ok' : result.error.code
}

const askAct = { kind: 'assent.ask', question }
const withdrawAct = { kind: 'assent.withdraw', question }
const closeAct = (rooms: readonly RoomState[], match: boolean) => ({
  kind: 'assent.close',
  question,
  match,
  adherences: rooms.map(room => ({
    party: room.party?.party,
    adherence: match
      ? (countingAnswer(room.questions[underOf(room)] ?? { answers: [] })?.adherence ?? blank)
      : blank,
    byMediators: false,
  })),
  considered: rooms.map(room => ({ party: room.party?.party, upTo: room.size, head: 'AAAA' })),
})

type Asked = { readonly at: RoomState; readonly rooms: readonly RoomState[] }
function asked(letters: readonly string[], changes: Changes = {}): Asked {
  const at = desk()
  const rooms = letters.map(withHead)
  must(at, 'lead', planFor(rooms, changes))
  expect(carry(askAct, at, rooms, closes - 1000)).toBe('ok')
  return { at, rooms }
}

const answer = (room: RoomState, yes: boolean, placed = closes - 500, more: object = {}): string =>
  placedAt(
    room,
    headOf((room.party?.party ?? '').slice(-2)),
    {
      kind: 'assent.answer',
      question: underOf(room),
      yes,
      adherence: yes ? yesBytes(underOf(room)) : blank,
      ...more,
    },
    placed,
  )
const told = (room: RoomState) => room.questions[underOf(room)]?.told

/** Of rooms the one with an id. */
const among = (some: readonly RoomState[]) => (id: RoomId) => some.find(room => room.id === id)

describe('what comes of a question', () => {
  test.each([2, 3, 4, 5, 6])(
    'ASNT-1 of %d parties, all yes is a match, and everything else is one outcome',
    count => {
      const some = letters.slice(0, count)
      // Yes, no or silence of each, in every combination for few, and with one who differs for many.
      const says = [true, false, undefined]
      const rows =
        count <= 3
          ? combinations(says, count)
          : some.map((_, i) => some.map((__, j) => (i === j ? undefined : true)))
      for (const row of [...rows, some.map(() => true)]) {
        const { at, rooms } = asked(some)
        rooms.forEach((room, i) => {
          if (row[i] !== undefined) expect(answer(room, row[i])).toBe('ok')
        })
        const isAll = row.every(each => each === true)
        expect(
          isMatch(standingsOf(at.questionPlans[question] as never, id => rooms.find(r => r.id === id))),
        ).toBe(isAll)
        expect(carry(closeAct(rooms, !isAll), at, rooms, closes + 1)).toBe('outcome-differs')
        expect(carry(closeAct(rooms, isAll), at, rooms, closes + 1)).toBe('ok')
        expect(rooms.map(room => told(room)?.match)).toEqual(rooms.map(() => isAll))
        const phase = isAll ? 'match' : 'no-match'
        for (const room of rooms)
          expect(phaseOf(room.questions[underOf(room)] as never, closes + 2)).toBe(phase)
        expect(planPhaseOf(at.questionPlans[question] as never, closes + 2)).toBe(phase)
      }
    },
  )

  test('ASNT-4 no outcome is told before the close, but a match where all chose to hear at once', () => {
    for (const early of [false, true]) {
      const { at, rooms } = asked(['aa', 'bb'], { early })
      for (const room of rooms) expect(answer(room, true)).toBe('ok')
      expect(carry(closeAct(rooms, true), at, rooms, closes - 100)).toBe(early ? 'ok' : 'too-early')
    }
    const { at, rooms } = asked(['aa', 'bb'], { early: true })
    expect(carry(closeAct(rooms, false), at, rooms, closes)).toBe('too-early')
    const [a] = rooms as [RoomState]
    const { adherences } = closeAct(rooms, false)
    const tell = { kind: 'assent.tell', question: underOf(a), match: false, adherences }
    expect(placedAt(a, 'lead', tell, closes)).toBe('too-early')
    expect(placedAt(a, 'lead', tell, closes + 1)).toBe('ok')
    expect(placedAt(a, 'lead', tell, closes + 2)).toBe('question-closed')
  })

  test('ASNT-4 what was cut short between two is seen, and completed by any mediator with the same bytes, once', () => {
    const { at, rooms } = asked(['aa', 'bb'])
    const [a, b] = rooms as [RoomState, RoomState]
    const held = (id: RoomId) => rooms.find(room => room.id === id)
    const close = closeAct(rooms, false)
    expect(placedAt(at, 'lead', close, closes + 1)).toBe('ok')
    const brought = specOf({ kind: 'assent.close' }).brings?.acts(at, close as never, held)
    if (brought?.ok !== true) throw new Error('nothing goes')
    expect(placedAt(a, 'lead', brought.value[0]?.act, closes + 2)).toBe('ok')
    const plan = at.questionPlans[question]
    if (plan === undefined) throw new Error('not planned')
    expect(unfinishedOf(at, plan, held)).toBe('assent.close')
    expect(waitingAtDesk(at, rooms).map(({ kind }) => kind)).toContain('question-unfinished')
    expect(waitingAtDesk(at, rooms, tellBy + 1).map(({ kind }) => kind)).not.toContain('question-unfinished')
    // Whatever the act says now, what stands at the desk goes.
    const again = specOf({ kind: 'assent.close' }).brings?.acts(at, closeAct(rooms, true) as never, held)
    if (again?.ok !== true) throw new Error('nothing goes')
    expect(again.value.map(({ room }) => room)).toEqual([b.id])
    expect(placedAt(b, 'second', again.value[0]?.act, closes + 3)).toBe('ok')
    expect({ ...told(b), by: 0, position: 0, time: 0 }).toEqual({ ...told(a), by: 0, position: 0, time: 0 })
    expect(unfinishedOf(at, plan, held)).toBeUndefined()
  })

  test('ASNT-5 nobody is told of a match that has not said yes, and no other adherences than those given', () => {
    const { rooms } = asked(['aa', 'bb'])
    const [a, b] = rooms as [RoomState, RoomState]
    expect(answer(a, true)).toBe('ok')
    expect(answer(b, false)).toBe('ok')
    const adherences = closeAct(rooms, true).adherences
    const tell = { kind: 'assent.tell', question: underOf(b), match: true, adherences }
    expect(placedAt(b, 'lead', tell, closes + 1)).toBe('not-assented')
    expect(placedAt(b, 'lead', { ...tell, adherences: adherences.toReversed() }, closes + 1)).toBe(
      'asked-unfit',
    )
    const other = asked(['aa', 'bb'])
    for (const room of other.rooms) expect(answer(room, true)).toBe('ok')
    const copied = closeAct(other.rooms, true)
    const false_ = copied.adherences.map(each => ({ ...each, adherence: copied.adherences[0]?.adherence }))
    expect(carry({ ...copied, adherences: false_ } as never, other.at, other.rooms, closes + 1)).toBe(
      'outcome-differs',
    )
    const claimed = copied.adherences.map(each => ({ ...each, byMediators: true }))
    expect(carry({ ...copied, adherences: claimed } as never, other.at, other.rooms, closes + 1)).toBe(
      'outcome-differs',
    )
  })

  test('ASNT-6 an answer counts by when it was placed, whatever its author’s clock says', () => {
    const { rooms } = asked(['aa', 'bb'])
    const [a] = rooms as [RoomState]
    const act = { kind: 'assent.answer', question: underOf(a), yes: true, adherence: blank }
    const late = applyEntry(a, entryOf(a, headOf('aa'), act, { time: closes - 9000, placed: closes + 1 }))
    expect(late.ok ? 'ok' : late.error.code).toBe('question-closed')
    const inTime = applyEntry(a, entryOf(a, headOf('aa'), act, { time: closes + 9000, placed: closes }))
    expect(inTime.ok).toBe(true)
  })

  test('ASNT-7 what indicates may be changed until it closes and the last counts; of what commits, or is told at once, a yes is final and a no is not', () => {
    const { rooms } = asked(['aa', 'bb'])
    const [a] = rooms as [RoomState]
    for (const yes of [true, false, true, false]) expect(answer(a, yes)).toBe('ok')
    expect(countingAnswer(a.questions[underOf(a)] as never)?.yes).toBe(false)
    for (const changes of [{ effect: 'commits' }, { early: true }]) {
      const [b] = asked(['aa', 'bb'], changes).rooms as [RoomState]
      expect([false, true, false, true].map(yes => answer(b, yes))).toEqual([
        'ok',
        'ok',
        'answer-final',
        'answer-final',
      ])
    }
  })

  test('ASNT-13 after the last day to tell nobody is bound, whoever was told or not', () => {
    const { at, rooms } = asked(['aa', 'bb'])
    for (const room of rooms) expect(answer(room, true)).toBe('ok')
    const [a] = rooms as [RoomState]
    const put = a.questions[underOf(a)]
    const plan = at.questionPlans[question]
    if (put === undefined || plan === undefined) throw new Error('not put')
    expect([closes, closes + 1, tellBy, tellBy + 1].map(now => phaseOf(put, now))).toEqual([
      'open',
      'closed',
      'closed',
      'lapsed',
    ])
    expect(planPhaseOf(plan, tellBy + 1)).toBe('lapsed')
    expect(carry(closeAct(rooms, true), at, rooms, tellBy + 1)).toBe('question-lapsed')
    const { adherences } = closeAct(rooms, true)
    const tell = { kind: 'assent.tell', question: underOf(a), match: true, adherences }
    expect(placedAt(a, 'lead', tell, tellBy + 1)).toBe('question-lapsed')
    expect(placedAt(a, 'lead', tell, tellBy)).toBe('ok')
    expect(phaseOf(put, tellBy + 1)).toBe('match')
  })
})

function combinations<T>(of: readonly T[], length: number): readonly (readonly T[])[] {
  return length === 0 ? [[]] : combinations(of, length - 1).flatMap(row => of.map(each => [...row, each]))
}

const proposal = { register: 'proposal', fields: { title: 'Text of 30 May' } }
const standing = (room: RoomState, id: string) => {
  const item = room.items[id as ItemId]
  return item === undefined ? undefined : findRegister(item.register)?.standing(item, room).standing
}
/** All say yes, and it is told. */
function agree({ at, rooms }: Asked): void {
  for (const room of rooms) expect(answer(room, true)).toBe('ok')
  expect(carry(closeAct(rooms, true), at, rooms, closes + 1)).toBe('ok')
}

describe('what follows where all say yes', () => {
  test('ASNT-26 a thing is put at the desk and in each caucus, under the question’s id there, with the yes of all; and nowhere where it does not come about', () => {
    const done = asked(['aa', 'bb'], { more: { thing: proposal } })
    const everywhere = [done.at, ...done.rooms]
    expect(everywhere.map(room => Object.keys(room.items))).toEqual([[], [], []])
    agree(done)
    expect(everywhere.map(room => Object.keys(room.items))).toEqual([
      [question],
      ...done.rooms.map(room => [underOf(room)]),
    ])
    for (const room of everywhere) {
      const [thing] = Object.values(room.items)
      expect(thing?.revisions.map(({ fields }) => fields)).toEqual([proposal.fields])
      expect(thing?.marks.map(({ verb, for: of }) => [verb, of])).toEqual([
        ['assented', { party: 'party-aa' }],
        ['assented', { party: 'party-bb' }],
      ])
      expect(standing(room, thing?.item ?? '')).toBe('accepted-in-principle')
    }
    const none = asked(['aa', 'bb'], { more: { thing: proposal } })
    expect(answer(none.rooms[0] as RoomState, true)).toBe('ok')
    expect(carry(closeAct(none.rooms, false), none.at, none.rooms, closes + 1)).toBe('ok')
    expect([none.at, ...none.rooms].map(room => Object.keys(room.items).length)).toEqual([0, 0, 0])
  })

  test('ASNT-26 it is what its register takes in a caucus from mediators; its id is kept for it, and what is put anew is a thing that came about', () => {
    const rooms = ['aa', 'bb'].map(withHead)
    const puts = (thing: object, more: object = {}) =>
      does(desk(), 'lead', planFor(rooms, { more: { thing, ...more } }))
    expect(puts(proposal)).toBe('ok')
    expect(puts({ ...proposal, fields: {} })).toBe('item-malformed')
    expect(puts({ register: 'of-a-later-release', fields: { anything: 1 } })).toBe('ok')
    expect(puts(proposal, { anew: 'BBBB' })).toBe('asked-unfit')
    const known = desk()
    must(known, 'lead', { kind: 'item.put', item: 'item-desk', rev: 1, ...proposal })
    const about = { ...planFor(rooms, { more: { thing: proposal } }), item: 'item-desk' }
    expect(does(known, 'lead', { ...about, content: { ...about.content, anew: 'BBBB' } })).toBe('asked-unfit')
    expect(does(known, 'lead', about)).toBe('ok')
    expect(does(desk(), 'lead', planFor(rooms, { more: { anew: 'AAAA' } }))).toBe('asked-unfit')
    expect(does(desk(), 'lead', { ...planFor(rooms), item: 'item-none' })).toBe('asked-unfit')
    const powers = { register: 'powers', fields: { holder: 'The head', powersMay: ['sign'] } }
    const house = { register: 'house-plan', fields: { title: 'The old house' } }
    for (const thing of [powers, house])
      expect(does(desk(), 'lead', planFor(rooms, { more: { thing } }))).toBe('register-not-here')
    expect(
      does(desk(), 'lead', { ...planFor(rooms, { more: { thing: proposal } }), item: 'item-none' }),
    ).toBe('asked-unfit')
    const done = asked(['aa', 'bb'], { more: { thing: proposal } })
    const [a] = done.rooms as [RoomState]
    const taken = { kind: 'item.put', item: underOf(a), rev: 1, ...proposal }
    expect(does(a, 'lead', taken)).toBe('id-taken')
    agree(done)
    const anew = {
      ...planFor(done.rooms, {
        more: { thing: { ...proposal, fields: { title: 'Text of June' } }, anew: 'AAAA', nonce: 'CCCC' },
      }),
      question: 'question-anew',
    }
    const under = anew.asked.map(each => ({ ...each, under: `${each.under}-anew` }))
    must(done.at, 'lead', { ...anew, asked: under })
    const put = { kind: 'assent.ask', question: under[0]?.under, content: anew.content, digest: anew.digest }
    must(a, 'lead', put)
    const told = {
      kind: 'assent.tell',
      question: under[0]?.under,
      match: true,
      adherences: closeAct(done.rooms, true).adherences,
    }
    must(a, headOf('aa'), {
      kind: 'assent.answer',
      question: under[0]?.under,
      yes: true,
      adherence: yesBytes('z'),
    })
    expect(placedAt(a, 'lead', told, closes + 5)).toBe('ok')
    const thing = a.items[underOf(a) as string as ItemId]
    expect(Object.keys(a.items)).toEqual([underOf(a)])
    expect(thing?.revisions.map(({ fields }) => fields['title'])).toEqual(['Text of 30 May', 'Text of June'])
    // What was said of the earlier wording has lapsed.
    expect(thing?.marks.map(({ rev, lapsed }) => [rev, lapsed !== undefined])).toEqual([
      [1, true],
      [1, true],
      [2, false],
      [2, false],
    ])
  })

  test('ASNT-29 words for the public belong to the meeting by the id that it has in each room, and to nothing that did not come about there', () => {
    const meeting = {
      register: 'meeting',
      fields: {
        kind: 'proximity',
        title: 'Envoys',
        when: { kind: 'on', day: '2026-02-06' },
        timeZone: 'UTC',
        venue: 'Istanbul',
        publicity: 'readout',
        minutesKept: 'no-minutes',
      },
    }
    const readout = {
      register: 'statement',
      fields: {
        kind: 'readout',
        speaker: 'The mediators',
        wordings: [{ language: 'en', body: 'They met.' }],
      },
    }
    const done = asked(['aa', 'bb'], { more: { thing: meeting } })
    agree(done)
    const about = (more: object) => {
      const plan = planFor(done.rooms, { more: { nonce: 'CCCC', concerning: 'AAAA', ...more } })
      const under = plan.asked.map(each => ({ ...each, under: `${each.under}-about` }))
      return { ...plan, question: 'question-about', asked: under }
    }
    expect(does(done.at, 'lead', about({ thing: readout, concerning: 'ZZZZ' }))).toBe('asked-unfit')
    expect(does(done.at, 'lead', about({ thing: proposal }))).toBe('asked-unfit')
    expect(does(done.at, 'lead', about({}))).toBe('asked-unfit')
    const plan = about({ thing: readout })
    must(done.at, 'lead', plan)
    for (const [at, room] of done.rooms.entries()) {
      const question = plan.asked[at]?.under
      must(room, 'lead', { kind: 'assent.ask', question, content: plan.content, digest: plan.digest })
      expect(answer(room, true, closes - 400, { question })).toBe('ok')
      const { adherences } = closeAct(done.rooms, true)
      const told = { kind: 'assent.tell', question, match: true, adherences }
      expect(placedAt(room, 'lead', told, closes + 5)).toBe('ok')
      const put = room.items[question as string as ItemId]
      expect(put?.revisions[0]?.fields['meeting']).toBe(underOf(room))
    }
    expect(new Set(done.rooms.map(underOf)).size).toBe(2)
  })

  test('ASNT-26 LEAK-5 what it would put is read by the leak check, and is no secret from whoever was asked', () => {
    const at = desk()
    const [a, b] = [moved(caucusA()), moved(caucusB())]
    const secret = 'Three engineers held since the spring of last year'
    must(a, 'headA', say('message-0001', { body: `${secret} would be freed.` }))
    const plan = planFor([a, b], { more: { thing: { register: 'proposal', fields: { title: secret } } } })
    const lead = at.members[Object.keys(at.members)[0] as never]
    if (lead === undefined) throw new Error('nobody leads')
    const found = (act: object) =>
      reachOf(act as never, lead, at, id => [a, b].find(room => room.id === id)).map(
        reach => findLeaksInAct(reach, [at, a, b]).length > 0,
      )
    expect(found(plan)).toEqual([false, true])
    must(at, 'lead', plan)
    expect(carry(askAct, at, [a, b], closes - 1)).toBe('ok')
    const again = {
      ...plan,
      question: 'question-again',
      asked: plan.asked.map(each => ({ ...each, under: `${each.under}-again` })),
    }
    expect(found(again)).toEqual([false, false])
  })

  test('ASNT-3 hostile: it goes to the caucus of each who is asked, of these talks, and nowhere else; to all, or to none', () => {
    const plan = planFor(['aa', 'bb'].map(withHead))
    const goes = (rooms: readonly RoomState[], changes: object = {}, held = rooms): string => {
      const at = desk()
      must(at, 'lead', { ...plan, ...changes })
      const went = carry(askAct, at, held, closes - 1000)
      expect(rooms.some(room => Object.keys(room.questions).length > 0)).toBe(went === 'ok')
      return went
    }
    const both = () => ['aa', 'bb'].map(withHead) as [RoomState, RoomState]
    expect(goes(both())).toBe('ok')
    const [a, b] = both()
    expect(goes([a, b], {}, [a])).toBe('source-not-held')
    const elsewhere = { ...b, process: { ...b.process, process: 'process-2' } } as RoomState
    expect(goes([a, elsewhere])).toBe('source-not-held')
    const crossed = plan.asked.map(({ under, party }, at) => ({
      under,
      party,
      room: plan.asked[1 - at]?.room,
    }))
    expect(goes([a, b], { asked: crossed })).toBe('recipient-not-caucus')
    const shared = { ...tableRoom(), ...(b.party === undefined ? {} : { party: b.party }), id: b.id }
    expect(goes([a, shared])).toBe('recipient-not-caucus')
    expect(goes([a, { ...b, destroyed: { by: memberId('lead'), position: 9, time: 9, at: 9 } }])).toBe(
      'record-destroyed',
    )
    const next = { by: memberId('lead'), position: 9, time: 9 }
    const successor = {
      ...next,
      room: 'room-next',
      item: 'item-x',
      coming: [],
      institution: '',
      adopted: next,
    }
    expect(goes([a, { ...b, successor } as unknown as RoomState])).toBe('room-succeeded')
    const [, gone] = both()
    must(gone, headOf('bb'), { kind: 'consent.give', party: 'party-bb' })
    must(gone, headOf('bb'), { kind: 'consent.withdraw', party: 'party-bb' })
    expect(goes([a, gone])).toBe('consent-withdrawn')
  })

  test('ASNT-3 ASNT-4 what was cut short is known for what it is; those who have it do not receive it again, and none is told before all were asked', () => {
    const { at, rooms } = asked(['aa', 'bb'])
    const [a, b] = rooms as [RoomState, RoomState]
    const plan = at.questionPlans[question]
    if (plan === undefined) throw new Error('not planned')
    const { [underOf(b)]: _, ...none } = b.questions
    const unasked = { ...b, questions: none } as RoomState
    expect([unfinishedOf(at, plan, among(rooms)), unfinishedOf(at, plan, among([a, unasked]))]).toEqual([
      undefined,
      'assent.ask',
    ])
    const asking = specOf({ kind: 'assent.ask' }).brings?.acts(at, askAct as never, among([a, unasked]))
    expect(asking?.ok === true && asking.value.map(({ room }) => room)).toEqual([b.id])
    const { put: __, ...planned } = plan
    expect(unfinishedOf(at, planned, among([a, unasked]))).toBeUndefined()
    expect(carry(closeAct(rooms, false), at, [a, unasked], closes + 1)).toBe('not-all-asked')
    const ended = { ...b, destroyed: { by: memberId('lead'), position: 9, time: 9, at: 9 } }
    expect(carry(closeAct(rooms, false), at, [a, ended], closes + 1)).toBe('record-destroyed')
    // All have said yes, and one of them has taken its consent back since.
    const agreed = asked(['aa', 'bb'])
    for (const room of agreed.rooms) expect(answer(room, true)).toBe('ok')
    const [first] = agreed.rooms as [RoomState]
    must(first, headOf('aa'), { kind: 'consent.give', party: 'party-aa' })
    must(first, headOf('aa'), { kind: 'consent.withdraw', party: 'party-aa' })
    expect(carry(closeAct(agreed.rooms, true), agreed.at, agreed.rooms, closes + 1)).toBe('consent-withdrawn')
    // Withdrawn where it was put and nothing was told.
    expect(placedAt(at, 'lead', withdrawAct, closes)).toBe('ok')
    expect(unfinishedOf(at, plan, among(rooms))).toBe('assent.withdraw')
    const withdrawn = (some: readonly RoomState[]) => {
      const brought = specOf({ kind: 'assent.withdraw' }).brings?.acts(at, withdrawAct as never, among(some))
      return brought?.ok === true && brought.value.map(({ room }) => room)
    }
    expect([withdrawn(rooms), withdrawn([a, unasked])]).toEqual([[a.id, b.id], [a.id]])
    const told = { kind: 'assent.tell', question: underOf(a), match: false } as const
    must(a, 'lead', { kind: 'assent.withdraw', question: underOf(a) })
    expect(
      placedAt(
        b,
        'lead',
        { ...told, question: underOf(b), adherences: closeAct(rooms, false).adherences },
        closes + 1,
      ),
    ).toBe('ok')
    expect([withdrawn(rooms), unfinishedOf(at, plan, among(rooms))]).toEqual([[], undefined])
  })

  test('ASNT-27 a party is out of the mediation that has withdrawn its consent, or of whose people nobody is left', () => {
    const room = withHead('aa')
    expect([isOutOf(room), isOutOf(caucusOf('aa'))]).toEqual([false, false])
    must(room, headOf('aa'), { kind: 'consent.give', party: 'party-aa' })
    expect(isOutOf(room)).toBe(false)
    must(room, headOf('aa'), { kind: 'consent.withdraw', party: 'party-aa' })
    expect(isOutOf(room)).toBe(true)
    const left = withHead('bb')
    must(left, 'lead', { kind: 'member.remove', member: `member-${headOf('bb')}` })
    expect(isOutOf(left)).toBe(true)
  })
})

/** What each of two would give: its list of those who come, as it stands in its caucus. */
function listed(changes: Changes = {}) {
  const rooms = ['aa', 'bb'].map(withHead)
  for (const room of rooms) must(room, headOf(sideOf(room)), listOf(room))
  const at = desk()
  const plan = exchangePlan(rooms, changes)
  must(at, 'lead', plan)
  return { at, rooms, plan }
}
const sideOf = (room: RoomState): string => (room.party?.party ?? '').slice(-2)
const listId = (room: RoomState): string => `item-list-${sideOf(room)}`
const listOf = (room: RoomState, rev = 1) => ({
  kind: 'item.put',
  item: listId(room),
  register: 'delegation-list',
  rev,
  fields: { title: `Envoys, ${rev}`, delegation: [{ name: `Envoy ${rev} of ${sideOf(room)}` }] },
})
const exchangePlan = (rooms: readonly RoomState[], changes: Changes = {}) => ({
  ...planFor(rooms, changes),
  content: {
    ...contentOf(rooms, changes),
    kind: 'exchange',
    gives: rooms.map(room => ({ party: room.party?.party, digest: 'd'.repeat(43) })),
  },
  gives: rooms.map(room => ({
    party: room.party?.party,
    item: listId(room),
    rev: room.items[listId(room) as ItemId]?.revisions.length ?? 1,
    nonce: 'AAAA',
    under: `item-given-${sideOf(room)}`,
  })),
})
const listsIn = (room: RoomState) =>
  Object.values(room.items).map(({ item, revisions }) => [item, revisions.at(-1)?.fields['delegation']])

describe('an exchange', () => {
  test('MEET-7 each receives what the other gave, as it stood when it was asked, in the step in which all are told; where one says no nothing of it is anywhere', () => {
    const { at, rooms } = listed()
    const [a, b] = rooms as [RoomState, RoomState]
    expect(carry(askAct, at, rooms, closes - 1000)).toBe('ok')
    expect(a.questions[underOf(a)]?.own?.item).toBe(listId(a))
    // What was put anew since is not what is given.
    must(b, headOf('bb'), listOf(b, 2))
    for (const room of rooms) expect(answer(room, true)).toBe('ok')
    const before = [a, b].map(listsIn)
    expect(carry(closeAct(rooms, true), at, rooms, closes + 1)).toBe('ok')
    expect(listsIn(a)).toEqual([...(before[0] ?? []), ['item-given-bb', [{ name: 'Envoy 1 of bb' }]]])
    expect(listsIn(b)).toEqual([...(before[1] ?? []), ['item-given-aa', [{ name: 'Envoy 1 of aa' }]]])
    expect([standing(a, listId(a)), standing(a, 'item-given-bb')]).toEqual([
      'list-exchanged',
      'list-exchanged',
    ])
    // Of what it has put anew since, nothing was exchanged.
    expect(standing(b, listId(b))).toBe('list-given')
    const none = listed()
    expect(carry(askAct, none.at, none.rooms, closes - 1000)).toBe('ok')
    expect(none.rooms.map((room, at) => answer(room, at === 0))).toEqual(['ok', 'ok'])
    const had = none.rooms.map(listsIn)
    expect(carry(closeAct(none.rooms, false), none.at, none.rooms, closes + 1)).toBe('ok')
    expect(none.rooms.map(listsIn)).toEqual(had)
  })

  test('MEET-7 what is given is one’s own, as it stands, of all who are asked; an exchange puts nothing else, and nothing else is an exchange', () => {
    const { at, rooms, plan } = listed()
    const [a] = rooms as [RoomState]
    const plans = (changes: object): string => does(at, 'lead', { ...plan, ...changes })
    const content = (more: object) => ({ content: { ...plan.content, ...more } })
    expect(plans(content({ kind: 'free' }))).toBe('asked-unfit')
    expect(plans(content({ thing: proposal }))).toBe('asked-unfit')
    expect(plans(content({ gives: plan.content.gives.toReversed() }))).toBe('asked-unfit')
    expect(plans({ gives: plan.gives.toReversed() })).toBe('asked-unfit')
    const { gives: _, ...without } = plan
    expect(does(at, 'lead', without)).toBe('asked-unfit')
    expect(does(at, 'lead', { ...plan, content: contentOf(rooms, { more: { kind: 'exchange' } }) })).toBe(
      'asked-unfit',
    )
    const own = { item: listId(a), rev: 1, nonce: 'AAAA' }
    const put = { kind: 'assent.ask', question: 'question-xx', content: plan.content, digest: plan.digest }
    expect(does(at, 'lead', { ...askAct, own })).toBe('wrong-room')
    expect(does(a, 'lead', put)).toBe('asked-unfit')
    expect(does(a, 'lead', { ...put, content: contentOf(rooms), own })).toBe('asked-unfit')
    expect(does(a, 'lead', { ...put, own: { ...own, item: 'item-none' } })).toBe('item-unknown')
    expect(does(a, 'lead', { ...put, own: { ...own, rev: 2 } })).toBe('rev-stale')
    must(a, 'lead', { kind: 'item.put', item: 'item-of-mediators', rev: 1, ...proposal })
    expect(does(a, 'lead', { ...put, own: { ...own, item: 'item-of-mediators' } })).toBe('asked-unfit')
    expect(does(a, 'lead', { ...put, own })).toBe('ok')
  })

  test('MEET-7 what is handed over comes with a match alone, of all the others, of the kind that was given, under ids that are free', () => {
    const { at, rooms } = listed()
    const [a] = rooms as [RoomState]
    expect(carry(askAct, at, rooms, closes - 1000)).toBe('ok')
    for (const room of rooms) expect(answer(room, true)).toBe('ok')
    const { adherences } = closeAct(rooms, true)
    const thing = { register: 'delegation-list', fields: { title: 'Envoys', delegation: [{ name: 'One' }] } }
    const given = { party: 'party-bb', under: 'item-given-bb', nonce: 'AAAA', thing }
    const tells = (handed: readonly object[] | undefined, match = true): string =>
      placedAt(
        a,
        'lead',
        {
          kind: 'assent.tell',
          question: underOf(a),
          match,
          adherences,
          ...(handed === undefined ? {} : { handed }),
        },
        closes + 1,
      )
    expect(tells(undefined)).toBe('asked-unfit')
    expect(tells([given], false)).toBe('asked-unfit')
    expect(tells([{ ...given, party: 'party-aa' }])).toBe('asked-unfit')
    expect(tells([{ ...given, under: listId(a) }])).toBe('id-taken')
    expect(tells([{ ...given, thing: proposal }])).toBe('asked-unfit')
    expect(tells([{ ...given, thing: { ...thing, fields: {} } }])).toBe('item-malformed')
    expect(tells([given])).toBe('ok')
  })

  test('MEET-7 of three what two gave stands under an id for each', () => {
    const rooms = ['aa', 'bb', 'cc'].map(withHead)
    for (const room of rooms) must(room, headOf(sideOf(room)), listOf(room))
    const [a] = rooms as [RoomState]
    const at = desk()
    must(at, 'lead', exchangePlan(rooms))
    expect(carry(askAct, at, rooms, closes - 1000)).toBe('ok')
    for (const room of rooms) expect(answer(room, true)).toBe('ok')
    const thing = { register: 'delegation-list', fields: { title: 'Envoys', delegation: [{ name: 'One' }] } }
    const tells = (...under: readonly string[]): string =>
      placedAt(
        a,
        'lead',
        {
          kind: 'assent.tell',
          question: underOf(a),
          match: true,
          adherences: closeAct(rooms, true).adherences,
          handed: ['bb', 'cc'].map((of, nth) => ({
            party: `party-${of}`,
            under: under[nth],
            nonce: 'AAAA',
            thing,
          })),
        },
        closes + 1,
      )
    expect(tells('item-given', 'item-given')).toBe('id-taken')
    expect(tells('item-given', 'item-other')).toBe('ok')
    expect(listsIn(a)).toHaveLength(3)
  })

  test('ASNT-26 of a thing of which nothing is said by a yes, nothing is said', () => {
    const due = { kind: 'on', day: '2026-03-01' }
    const fields = { title: 'Answers', due, setBy: 'mediators', pausable: false }
    const done = asked(['aa', 'bb'], { more: { thing: { register: 'deadline', fields } } })
    agree(done)
    const [a] = done.rooms as [RoomState]
    expect(Object.values(a.items).map(({ register, marks }) => [register, marks])).toEqual([['deadline', []]])
  })

  test('MEET-7 both or neither: where what one gives cannot be read, nobody is told', () => {
    const { at, rooms } = listed()
    const [a, b] = rooms as [RoomState, RoomState]
    expect(carry(askAct, at, rooms, closes - 1000)).toBe('ok')
    for (const room of rooms) expect(answer(room, true)).toBe('ok')
    const lost = structuredClone(b)
    delete lost.items[listId(b) as ItemId]
    expect(carry(closeAct(rooms, true), at, [a, lost], closes + 1)).toBe('item-unknown')
    const unworded = structuredClone(b)
    unworded.items[listId(b) as ItemId]?.revisions.pop()
    expect(carry(closeAct(rooms, true), at, [a, unworded], closes + 1)).toBe('item-unknown')
    const ended = { ...b, destroyed: { by: memberId('lead'), position: 9, time: 9, at: 9 } }
    expect(carry(closeAct(rooms, true), at, [a, ended], closes + 1)).toBe('record-destroyed')
    expect(rooms.map(room => room.questions[underOf(room)]?.told)).toEqual([undefined, undefined])
  })
})

describe('asking', () => {
  test('ASNT-20 hostile: a nonce is that of one question: none is planned, or asked, under that of another', () => {
    const room = desk()
    const rooms = ['aa', 'bb'].map(withHead)
    const thing = { register: 'proposal', fields: { title: 'Text of May' } }
    must(room, 'second', planFor(rooms, { early: true, more: { thing, nonce: 'AAAA' } }))
    const under = (id: string, more: object) => {
      const plan = planFor(rooms, { early: true, more: { thing, ...more } })
      return {
        ...plan,
        question: `question-${id}`,
        asked: plan.asked.map(each => ({ ...each, under: `${each.under}-${id}` })),
      }
    }
    const other = under('other', { nonce: 'BBBB' })
    must(room, 'second', other)
    const { question: planned } = other
    must(room, 'second', { kind: 'assent.ask', question: planned })
    const parties = other.content.parties.map(({ party }) => ({ party }))
    must(room, 'second', {
      kind: 'assent.close',
      question: planned,
      match: true,
      adherences: parties.map(each => ({ ...each, adherence: blank, byMediators: false })),
      considered: parties.map(each => ({ ...each, upTo: 1, head: 'AAAA' })),
    })
    // What came about is found by it: one that is planned anew under it would be found in its place, and word itself anew for ever.
    expect(does(room, 'second', planFor(rooms, { more: { thing, nonce: 'BBBB', anew: 'BBBB' } }))).toBe(
      'id-taken',
    )
    expect(does(room, 'second', planFor(rooms, { more: { thing, nonce: 'AAAA', anew: 'BBBB' } }))).toBe('ok')
    const [caucus] = rooms as [RoomState]
    const ask = (question: string) => ({
      kind: 'assent.ask',
      question,
      content: contentOf(rooms),
      digest: 'd'.repeat(43),
    })
    must(caucus, 'lead', ask('question-first'))
    expect(does(caucus, 'lead', ask('question-second'))).toBe('id-taken')
    const anew = { ...contentOf(rooms), nonce: 'CCCC' }
    expect(does(caucus, 'lead', { ...ask('question-first'), content: anew })).toBe('id-taken')
    const late = { ...anew, times: { closes, tellBy: closes, early: false } }
    expect(does(caucus, 'lead', { ...ask('question-third'), content: late })).toBe('times-unfit')
  })

  test('ASNT-20 ASNT-21 ASNT-4 hostile: no caucus is promised one id twice, the desk repeats no words, and says what came of all who were asked', () => {
    const rooms = ['aa', 'bb'].map(withHead)
    const room = desk()
    const plan = planFor(rooms)
    must(room, 'lead', plan)
    const other = { ...plan, question: 'question-other', content: { ...plan.content, nonce: 'BBBB' } }
    expect(does(room, 'lead', other)).toBe('id-taken')
    const said = closeAct(rooms, false)
    const closing = (changes: object = {}) => placedAt(room, 'lead', { ...said, ...changes }, closes + 1)
    expect(closing()).toBe('question-unknown')
    expect(does(room, 'lead', { ...askAct, content: plan.content })).toBe('wrong-room')
    expect(does(room, 'lead', { ...askAct, digest: plan.digest })).toBe('wrong-room')
    must(room, 'lead', askAct)
    expect(closing({ adherences: said.adherences.toReversed() })).toBe('asked-unfit')
    expect(closing({ considered: said.considered.toReversed() })).toBe('asked-unfit')
    expect(closing()).toBe('ok')
    const withdrawn = desk()
    must(withdrawn, 'lead', plan)
    const phase = () => planPhaseOf(withdrawn.questionPlans[question] as never, closes - 1)
    expect(phase()).toBe('planned')
    must(withdrawn, 'lead', askAct)
    must(withdrawn, 'lead', withdrawAct)
    expect([phase(), placedAt(withdrawn, 'lead', said, closes + 1)]).toEqual(['withdrawn', 'question-closed'])
  })

  test('ASNT-20 it is planned anew until it is put, for two or more, each once and in order', () => {
    const at = desk()
    const rooms = ['aa', 'bb'].map(withHead)
    const plan = planFor(rooms)
    expect(does(at, 'lead', plan)).toBe('ok')
    expect(does(at, 'second', planFor(rooms, { effect: 'commits' }))).toBe('ok')
    expect(does(at, 'lead', { ...plan, asked: plan.asked.toReversed() })).toBe('asked-unfit')
    expect(does(at, 'lead', planFor(rooms.toReversed()))).toBe('asked-unfit')
    const twice = plan.asked.map(each => ({ ...each, room: rooms[0]?.id }))
    expect(does(at, 'lead', { ...plan, asked: twice })).toBe('asked-unfit')
    const same = plan.asked.map(each => ({ ...each, under: 'question-same' }))
    expect(does(at, 'lead', { ...plan, asked: same })).toBe('id-taken')
    expect(does(at, 'lead', { ...plan, question: 'question-other' })).toBe('id-taken')
    const times = { ...plan.content.times, tellBy: closes }
    expect(does(at, 'lead', { ...plan, content: { ...plan.content, times } })).toBe('times-unfit')
    expect(does(withHead('aa'), 'lead', plan)).toBe('desk-only')
    expect(carry(askAct, at, rooms, closes - 1)).toBe('ok')
    expect(does(at, 'lead', plan)).toBe('already-asked')
    expect(does(at, 'lead', askAct)).toBe('already-asked')
  })

  test('ASNT-21 the desk says that it is put, and each caucus receives the same, under an id of its own; nobody after the close', () => {
    const { rooms } = asked(['aa', 'bb'])
    const [a, b] = rooms.map(room => room.questions[underOf(room)]) as [
      RoomState['questions'][never],
      RoomState['questions'][never],
    ]
    expect(b.content).toEqual(a.content)
    expect([a.question === b.question, a.digest === b.digest]).toEqual([false, true])
    const late = desk()
    const others = ['aa', 'bb'].map(withHead)
    must(late, 'lead', planFor(others))
    expect(carry(askAct, late, others, closes + 1)).toBe('question-closed')
    expect(carry({ ...askAct, question: 'question-none' } as never, late, others, closes)).toBe(
      'question-unknown',
    )
    const [first] = others as [RoomState]
    const put = {
      kind: 'assent.ask',
      question: 'question-xx',
      content: contentOf(others),
      digest: 'd'.repeat(43),
    }
    expect(does(first, headOf('aa'), put)).toBe('mediators-only')
    expect(does(first, 'lead', { kind: 'assent.ask', question: 'question-xx' })).toBe('wrong-room')
    expect(does(late, 'lead', { ...put, question })).toBe('wrong-room')
    expect(does(moved(tableRoom()), 'lead', put)).toBe('caucus-only')
    const strangers = contentOf([withHead('cc'), withHead('dd')])
    expect(does(first, 'lead', { ...put, content: strangers })).toBe('asked-unfit')
    expect(does(first, 'lead', put)).toBe('ok')
    expect(does(first, 'lead', put)).toBe('id-taken')
  })

  test('ASNT-3 all are asked or none: not where a caucus is not held, or its party is out of the mediation', () => {
    const at = desk()
    const rooms = ['aa', 'bb'].map(withHead)
    must(at, 'lead', planFor(rooms))
    expect(carry(askAct, at, rooms.slice(0, 1), closes - 1)).toBe('source-not-held')
    const b = rooms[1] as RoomState
    must(b, headOf('bb'), { kind: 'consent.give', party: 'party-bb' })
    must(b, headOf('bb'), { kind: 'consent.withdraw', party: 'party-bb' })
    expect(carry(askAct, at, rooms, closes - 1)).toBe('consent-withdrawn')
    expect(rooms.map(room => Object.keys(room.questions).length)).toEqual([0, 0])
  })

  test('ASNT-11 hostile: nothing but its name is read of a party that is asked', () => {
    const room = withHead('aa')
    const { content, digest } = planFor([room, caucusOf('bb')])
    const parties = content.parties.map(({ party, name }) => ({ party, name: `${name}, who will pay 4711` }))
    const ask = { kind: 'assent.ask', question: underOf(room), content, digest }
    expect(does(room, 'lead', { ...ask, content: { ...content, parties } })).toBe('asked-unfit')
    must(room, 'lead', ask)
  })

  test('ASNT-11 a party that only the mediators know is not asked with others', () => {
    const hidden = moved(opened('lead', { kind: 'caucus', party: { ...partyB, hidden: true } }, ['second']))
    const rooms = [withHead('aa'), hidden]
    const at = desk()
    must(at, 'lead', planFor(rooms))
    expect(carry(askAct, at, rooms, closes - 1)).toBe('asked-hidden')
    expect(rooms.map(room => Object.keys(room.questions).length)).toEqual([0, 0])
    const put = {
      kind: 'assent.ask',
      question: 'question-xx',
      content: contentOf(rooms),
      digest: 'd'.repeat(43),
    }
    expect(does(hidden, 'lead', put)).toBe('asked-hidden')
  })

  test('ASNT-22 what commits is answered by who leads the party, what indicates by who binds it; ASNT-9 what is recorded only for a party without an account', () => {
    const ofA = moved(caucusA({}, ['second', 'headA', 'delegateA', 'adviserA']))
    const other = withHead('bb')
    for (const effect of ['commits', 'indicates']) {
      const id = `question-${effect}`
      must(ofA, 'lead', {
        kind: 'assent.ask',
        question: id,
        content: contentOf([ofA, other], { effect, more: { nonce: effect } }),
        digest: 'd'.repeat(43),
      })
      const said = { kind: 'assent.answer', question: id, yes: false, adherence: blank }
      expect(['delegateA', 'adviserA', 'lead', 'headA'].map(person => does(ofA, person, said))).toEqual([
        effect === 'commits' ? 'role-may-not' : 'ok',
        'role-may-not',
        'not-for-this-party',
        'ok',
      ])
      expect(does(ofA, 'lead', { ...said, recorded: circumstance })).toBe('party-acts-for-itself')
      expect(does(ofA, 'headA', { ...said, question: 'question-none' })).toBe('question-unknown')
    }
    const binding = { effect: 'commits', more: { answeredBy: 'binds', nonce: 'binds' } }
    must(ofA, 'lead', {
      kind: 'assent.ask',
      question: 'question-binds',
      content: contentOf([ofA, other], binding),
      digest: 'd'.repeat(43),
    })
    const bound = { kind: 'assent.answer', question: 'question-binds', yes: false, adherence: blank }
    expect(['adviserA', 'delegateA'].map(person => does(ofA, person, bound))).toEqual(['role-may-not', 'ok'])
    const silent = moved(recordedA())
    must(silent, 'lead', {
      kind: 'assent.ask',
      question: 'question-xx',
      content: contentOf([silent, other]),
      digest: 'd'.repeat(43),
    })
    const recorded = {
      kind: 'assent.answer',
      question: 'question-xx',
      yes: true,
      adherence: blank,
      recorded: circumstance,
    }
    expect(does(silent, 'lead', recorded)).toBe('ok')
  })

  test('ASNT-23 it is withdrawn for all, before an outcome and not after', () => {
    const { at, rooms } = asked(['aa', 'bb'])
    const [a] = rooms as [RoomState]
    expect(does(a, headOf('aa'), { kind: 'assent.withdraw', question: underOf(a) })).toBe('mediators-only')
    expect(carry(withdrawAct, at, rooms, closes - 1)).toBe('ok')
    expect(rooms.map(room => phaseOf(room.questions[underOf(room)] as never, closes))).toEqual([
      'withdrawn',
      'withdrawn',
    ])
    expect(planPhaseOf(at.questionPlans[question] as never, 0)).toBe('withdrawn')
    expect(answer(a, true)).toBe('question-closed')
    expect(carry(withdrawAct, at, rooms, closes - 1)).toBe('ok')
    expect(does(at, 'lead', planFor(rooms))).toBe('question-closed')
    const over = asked(['aa', 'bb'])
    expect(carry(closeAct(over.rooms, false), over.at, over.rooms, closes + 1)).toBe('ok')
    expect(does(over.at, 'lead', withdrawAct)).toBe('question-closed')
  })

  test('ASNT-24 the leak check reads it in each caucus that it goes to, and what a side was asked itself is no secret from it', () => {
    const at = desk()
    const [a, b] = [moved(caucusA()), moved(caucusB())]
    const secret = 'We would free the three engineers held since the spring of last year.'
    must(a, 'headA', say('message-0001', { body: secret }))
    const plan = planFor([a, b])
    const texts = [{ language: 'en', body: `Would you agree? ${secret}` }]
    const told = { ...plan, content: { ...plan.content, texts } }
    const lead = at.members[Object.keys(at.members)[0] as never]
    if (lead === undefined) throw new Error('nobody leads')
    const held = (id: RoomId) => [a, b].find(room => room.id === id)
    const findings = (act: object) =>
      reachOf(act as never, lead, at, held).map(reach => findLeaksInAct(reach, [at, a, b]).length > 0)
    expect(findings(plan)).toEqual([false, false])
    expect(findings(told)).toEqual([false, true])
    must(at, 'lead', told)
    // When it is put, what was right when it was planned is asked again.
    expect(findings(askAct)).toEqual([false, true])
    expect(carry(askAct, at, [a, b], closes - 1)).toBe('ok')
    expect(findings(askAct)).toEqual([])
    const anew = told.asked.map(each => ({ ...each, under: `${each.under}-again` }))
    expect(findings({ ...told, question: 'question-again', asked: anew })).toEqual([false, false])
  })

  test('ASNT-25 it waits for the party until it has answered, and for the mediators until an outcome is told', () => {
    const { at, rooms } = asked(['aa', 'bb'])
    const [a] = rooms as [RoomState]
    expect(waitingInCaucus(a, closes).map(({ kind }) => kind)).toContain('question')
    expect(waitingInCaucus(a, closes + 1).map(({ kind }) => kind)).not.toContain('question')
    expect(waitingAtDesk(at, rooms, closes + 1).map(({ kind }) => kind)).toContain('question')
    expect(answer(a, false)).toBe('ok')
    expect(waitingInCaucus(a, closes).map(({ kind }) => kind)).not.toContain('question')
    expect(carry(closeAct(rooms, false), at, rooms, closes + 1)).toBe('ok')
    expect(waitingAtDesk(at, rooms, closes + 2).map(({ kind }) => kind)).not.toContain('question')
  })
})
