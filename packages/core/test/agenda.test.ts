/** The agenda: what a side says belongs, what may be put on the table, the stage of an issue, clocks that stand still. */

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AgendaRooms,
  type Cell,
  cellsOf,
  checkCommonDeadline,
  checkIssue,
  clockOf,
  couldBePut,
  type Deadline,
  type DeadlineFields,
  findLeaksInAct,
  findRegister,
  heldApartIn,
  type Issue,
  type IssueFields,
  type ItemId,
  isIn,
  type PartyId,
  type Position,
  parseAct,
  pausesOf,
  type QuestionId,
  type RoomState,
  rulesNumber,
  stageOf,
} from '../src/index.ts'
import {
  caucusA,
  caucusB,
  circumstance,
  deskRoom,
  does,
  must,
  opened,
  partyA,
  partyB,
  recordedA,
  say,
  silentA,
  tableRoom,
  thirdParty,
} from './cast.ts'
import { runs } from './runs.ts'

const withRules = (room: RoomState): RoomState => {
  must(room, 'lead', { kind: 'rules.adopt', number: rulesNumber })
  return room
}
const put = (item: string, register: string, fields: object, rev = 1) => ({
  kind: 'item.put',
  item,
  register,
  rev,
  fields,
})
const mark = (item: string, verb: string, more: object = {}) => ({
  kind: 'item.mark',
  item,
  rev: 1,
  verb,
  ...more,
})
const water = 'item-water' as ItemId
const issueFields = {
  ordinal: 1,
  title: 'The water of the spring',
  footing: 'agreed',
  stage: 'separate',
} satisfies IssueFields
const claimOf = (position: string, more: object = {}) => ({
  what: 'Our share',
  issue: water,
  position,
  ...(position === 'in-if' ? { onlyIf: 'Nobody in uniform stands there.' } : {}),
  ...more,
})
const nonce = 'AAAA'

/** A desk at which a question came about, and what it asked. */
const deskWith = (content: object, match = true): RoomState =>
  questionAt(withRules(deskRoom()), 'question-one', content, match)

function questionAt(desk: RoomState, named: string, content: object, match = true): RoomState {
  const parties = [partyA, partyB].map(({ party, name }) => ({ party, name }))
  const question = named as QuestionId
  must(desk, 'lead', {
    kind: 'assent.plan',
    question,
    content: {
      texts: [{ language: 'en', body: 'Shall we?' }],
      parties,
      effect: 'indicates',
      times: { closes: 2_000_000_000_000, tellBy: 2_100_000_000_000, early: true },
      nonce,
      ...content,
    },
    digest: 'd'.repeat(43),
    asked: parties.map(({ party }) => ({ party, room: `room-caucus-${party}`, under: `${named}-${party}` })),
    accepted: [],
  })
  must(desk, 'lead', { kind: 'assent.ask', question })
  if (!match) return desk
  must(desk, 'lead', {
    kind: 'assent.close',
    question,
    match: true,
    adherences: parties.map(({ party }) => ({ party, adherence: 'y'.repeat(86), byMediators: false })),
    considered: parties.map(({ party }) => ({ party, upTo: 1, head: 'AAAA' })),
  })
  return desk
}
const stageAsked = (stage: string) => ({ kind: 'stage', issue: water, stage })

const roomsWith = (more: Partial<AgendaRooms> = {}): AgendaRooms => ({
  table: withRules(tableRoom()),
  desk: withRules(deskRoom()),
  caucuses: [withRules(caucusA()), withRules(caucusB())],
  ...more,
})
const standing = (room: RoomState, item: string): string | undefined => {
  const thing = room.items[item as ItemId]
  return thing && findRegister(thing.register)?.standing(thing, room).standing
}
const codeOf = (checked: { readonly ok: boolean; readonly error?: { readonly code: string } }): string =>
  checked.ok ? 'ok' : (checked.error?.code ?? '')

describe('what each side says', () => {
  test('AGEN-16 a claim fits its own words, and what is laid to an issue at the desk stands nowhere else', () => {
    const caucus = withRules(caucusA())
    expect(does(caucus, 'headA', put('item-claim-1', 'claim', { what: 'x', position: 'in-if' }))).toBe(
      'item-malformed',
    )
    expect(
      does(caucus, 'headA', put('item-claim-2', 'claim', { what: 'x', position: 'in', firmness: 'never' })),
    ).toBe('item-malformed')
    expect(does(caucus, 'headA', put('item-claim-4', 'claim', { ...claimOf('in'), onlyIf: 'Peace' }))).toBe(
      'item-malformed',
    )
    expect(does(caucus, 'headA', put('item-claim-3', 'claim', claimOf('out', { firmness: 'never' })))).toBe(
      'ok',
    )
    expect(standing(caucus, 'item-claim-3')).toBe('claim-out')
    must(caucus, 'headA', mark('item-claim-3', 'claim-withdrawn'))
    expect(standing(caucus, 'item-claim-3')).toBe('claim-withdrawn')
    const linked = { ...issueFields, footing: 'proposed', claims: ['item-claim-3'] }
    const [desk, table] = [withRules(deskRoom()), withRules(tableRoom())]
    expect(does(desk, 'lead', put(water, 'issue', linked))).toBe('ok')
    expect(does(table, 'lead', put(water, 'issue', linked))).toBe('item-malformed')
    // Nobody is named whose wish it is of what all agree to.
    expect(does(table, 'lead', put(water, 'issue', { ...issueFields, raisedBy: partyA.party }))).toBe(
      'item-malformed',
    )
    must(table, 'lead', put(water, 'issue', issueFields))
    expect([standing(desk, water), standing(table, water)]).toEqual(['issue-drafted', 'issue-agreed'])
    must(table, 'lead', mark(water, 'put-off'))
    expect(standing(table, water)).toBe('issue-put-off')
  })

  test('AGEN-13 law: an issue is put as agreed iff every side in its scope has said that it belongs', () => {
    const positions: readonly Position[] = ['in', 'out', 'in-if', 'silent']
    const cell = fc.record({
      position: fc.constantFrom(...positions),
      isMet: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(cell, { minLength: 3, maxLength: 3 }), cells => {
        const all = cells.every(({ position, isMet }) => position === 'in' || (position === 'in-if' && isMet))
        expect(couldBePut(cells) === 'agreed').toBe(all)
        const has = (wanted: Position): boolean => cells.some(({ position }) => position === wanted)
        const why = has('out') ? 'raised' : has('silent') ? 'unanswered' : 'condition'
        if (!all) expect(couldBePut(cells)).toBe(why)
        expect(cells.every(isIn)).toBe(all)
      }),
      runs(200),
    )
    expect(couldBePut([])).toBe('unanswered')
  })

  test.each([
    ['in', false, 'ok'],
    ['in-if', false, 'not-agreed-by-all'],
    ['in-if', true, 'ok'],
    ['out', false, 'not-agreed-by-all'],
    ['silent', false, 'not-agreed-by-all'],
  ])(
    'AGEN-13 with one side in and the other %s (met: %s) it is put as agreed: %s',
    (position, isMet, code) => {
      const rooms = roomsWith()
      const [a, b] = rooms.caucuses as [RoomState, RoomState]
      must(a, 'headA', put('item-claim-a', 'claim', claimOf('in')))
      if (position !== 'silent') must(b, 'headB', put('item-claim-b', 'claim', claimOf(position)))
      if (isMet) must(b, 'headB', mark('item-claim-b', 'condition-met'))
      expect(codeOf(checkIssue(rooms, water, issueFields))).toBe(code)
      // Of whom it is not concerned nothing is asked.
      expect(codeOf(checkIssue(rooms, water, { ...issueFields, scope: [partyA.party] }))).toBe('ok')
      must(a, 'headA', mark('item-claim-a', 'claim-withdrawn'))
      expect(codeOf(checkIssue(rooms, water, issueFields))).toBe('not-agreed-by-all')
    },
  )

  test('AGEN-13 what a side calls otherwise counts where the mediators have laid it to the issue', () => {
    const rooms = roomsWith()
    const [a, b] = rooms.caucuses as [RoomState, RoomState]
    must(a, 'headA', put('item-claim-a', 'claim', claimOf('in')))
    must(b, 'headB', put('item-claim-b', 'claim', { what: 'The third of old', position: 'in' }))
    expect(codeOf(checkIssue(rooms, water, issueFields))).toBe('not-agreed-by-all')
    const draft = { ...issueFields, footing: 'proposed', claims: ['item-claim-b'] }
    if (rooms.desk !== undefined) must(rooms.desk, 'lead', put(water, 'issue', draft))
    expect(codeOf(checkIssue(rooms, water, issueFields))).toBe('ok')
    const positions = cellsOf(rooms, water, { ...issueFields, claims: ['item-claim-b' as ItemId] })
    expect(positions.map(({ position }: Cell) => position)).toEqual(['in', 'in'])
  })

  test('AGEN-13 one that not all agree to is put where its raiser lets that be said, with its name where it lets itself be named', () => {
    const rooms = roomsWith()
    const [a] = rooms.caucuses as [RoomState]
    const raised = { ...issueFields, footing: 'raised-not-agreed' } as const
    const named = { ...raised, raisedBy: partyA.party }
    expect(codeOf(checkIssue(rooms, water, raised))).toBe('raiser-not-released')
    must(a, 'headA', put('item-claim-a', 'claim', claimOf('in')))
    expect(codeOf(checkIssue(rooms, water, raised))).toBe('raiser-not-released')
    const release = (marking: string) => {
      const ask = `ask-${marking}`
      const passage = { item: 'item-claim-a', rev: 1, fields: ['what'] }
      must(a, 'lead', { kind: 'release.ask', ask, passage, marking })
      must(a, 'headA', { kind: 'release.give', ask, marking })
    }
    release('unattributed')
    expect(codeOf(checkIssue(rooms, water, raised))).toBe('ok')
    expect(codeOf(checkIssue(rooms, water, named))).toBe('raiser-not-released')
    release('attributed')
    expect(codeOf(checkIssue(rooms, water, named))).toBe('ok')
    expect(codeOf(checkIssue(rooms, water, { ...raised, raisedBy: partyB.party }))).toBe(
      'raiser-not-released',
    )
    must(a, 'headA', put('item-claim-a', 'claim', claimOf('out'), 2))
    expect(codeOf(checkIssue(rooms, water, raised))).toBe('raiser-not-released')
  })

  test('AGEN-13 hostile: once it stands its raiser is not named, nor another side counted as agreeing, without their word', () => {
    const rooms = roomsWith()
    const [a] = rooms.caucuses as [RoomState]
    must(a, 'headA', put('item-claim-a', 'claim', claimOf('in')))
    const passage = { item: 'item-claim-a', rev: 1, fields: ['what'] }
    must(a, 'lead', { kind: 'release.ask', ask: 'ask-first', passage, marking: 'unattributed' })
    must(a, 'headA', { kind: 'release.give', ask: 'ask-first', marking: 'unattributed' })
    const raised = { ...issueFields, footing: 'raised-not-agreed' } as const
    must(rooms.table, 'lead', put(water, 'issue', raised))
    expect(codeOf(checkIssue(rooms, water, { ...raised, title: 'Water' }))).toBe('ok')
    expect(codeOf(checkIssue(rooms, water, { ...raised, raisedBy: partyA.party }))).toBe(
      'raiser-not-released',
    )
    const other = 'item-other' as ItemId
    must(rooms.table, 'lead', put(other, 'issue', { ...issueFields, scope: [partyA.party] }))
    expect(codeOf(checkIssue(rooms, other, { ...issueFields, scope: [partyA.party], ordinal: 2 }))).toBe('ok')
    const wider = { ...issueFields, scope: [partyA.party, partyB.party] }
    expect(codeOf(checkIssue(rooms, other, wider))).toBe('not-agreed-by-all')
  })
})

const onTable = (stage: string = 'separate', agreedIn?: string): RoomState => {
  const table = withRules(tableRoom())
  must(table, 'lead', put(water, 'issue', issueFields))
  if (stage !== 'separate')
    must(table, 'lead', put(water, 'issue', { ...issueFields, stage: 'heads', agreedIn: 'BBBB' }, 2))
  if (stage === 'joint')
    must(table, 'lead', put(water, 'issue', { ...issueFields, stage, agreedIn: agreedIn ?? 'CCCC' }, 3))
  return table
}
const stageIn = (table: RoomState) => stageOf(table.items[water] as unknown as Issue)
const write = (more: object = {}) => say('message-0001', { issue: water, ...more })

const ask = (content: object) => {
  const room = withRules(deskRoom())
  const parties = [partyA, partyB].map(({ party, name }) => ({ party, name }))
  return does(room, 'lead', {
    kind: 'assent.plan',
    question: 'question-one',
    content: {
      texts: [{ language: 'en', body: 'Shall we?' }],
      parties,
      effect: 'indicates',
      times: { closes: 1, tellBy: 2, early: false },
      nonce,
      ...content,
    },
    digest: 'd'.repeat(43),
    asked: parties.map(({ party }) => ({ party, room: `room-${party}`, under: `question-${party}` })),
    accepted: [],
  })
}

const both = [partyA, partyB].map(({ party, name }) => ({ party, name }))
/** In a caucus: the question is put, all say yes, and that is told. */
const asking = (stage: string) => ({
  kind: 'assent.ask',
  question: 'question-one',
  content: {
    ...stageAsked(stage),
    texts: [{ language: 'en', body: 'Shall we?' }],
    parties: both,
    effect: 'indicates',
    times: { closes: 2_000_000_000_000, tellBy: 2_100_000_000_000, early: true },
    nonce,
  },
  digest: 'd'.repeat(43),
})
const yes = { kind: 'assent.answer', question: 'question-one', yes: true, adherence: 'y'.repeat(86) }
const told = {
  kind: 'assent.tell',
  question: 'question-one',
  match: true,
  adherences: both.map(({ party }) => ({ party, adherence: 'y'.repeat(86), byMediators: false })),
}

describe('the stage of an issue', () => {
  test('AGEN-7 it goes up by one stage, each time by another question, and down from any to any', () => {
    // None begins above the lowest without a question.
    const high = put(water, 'issue', { ...issueFields, stage: 'heads' })
    expect(does(withRules(tableRoom()), 'lead', high)).toBe('item-malformed')
    const table = onTable()
    const to = (stage: string, rev: number, more: object = {}) =>
      does(table, 'lead', put(water, 'issue', { ...issueFields, stage, ...more }, rev))
    expect(to('joint', 2, { agreedIn: 'BBBB' })).toBe('item-malformed')
    expect(to('heads', 2)).toBe('item-malformed')
    expect(to('heads', 2, { agreedIn: 'BBBB' })).toBe('ok')
    expect(to('joint', 3, { agreedIn: 'BBBB' })).toBe('item-malformed')
    expect(to('joint', 3, { agreedIn: 'CCCC' })).toBe('ok')
    expect(to('separate', 4)).toBe('ok')
    expect(to('heads', 5, { agreedIn: 'CCCC' })).toBe('item-malformed')
  })

  test('AGEN-7 any side takes it down alone, at the table at once, and it stays down until all say yes again', () => {
    const table = onTable('joint')
    expect(stageIn(table)).toBe('joint')
    expect(does(table, 'headB', mark(water, 'speak-separately', { rev: 3 }))).toBe('ok')
    expect(stageIn(table)).toBe('separate')
    expect(does(table, 'headA', write())).toBe('issue-not-joint')
    // Said over again by the mediators it is as high as it stands in truth.
    expect(
      does(table, 'lead', put(water, 'issue', { ...issueFields, stage: 'joint', agreedIn: 'CCCC' }, 4)),
    ).toBe('item-malformed')
    must(table, 'lead', put(water, 'issue', { ...issueFields, stage: 'heads', agreedIn: 'DDDD' }, 4))
    expect(stageIn(table)).toBe('heads')
  })

  test('AGEN-7 the question is about this issue and this stage, and all whom it concerns have said yes', () => {
    const table = onTable()
    const up = { ...issueFields, stage: 'heads', agreedIn: nonce } as const
    const check = (desk: RoomState, put: IssueFields = up) =>
      codeOf(checkIssue(roomsWith({ table, desk }), water, put))
    expect(check(withRules(deskRoom()))).toBe('stage-not-assented')
    expect(check(deskWith(stageAsked('heads'), false))).toBe('stage-not-assented')
    expect(check(deskWith({ kind: 'free', issue: water }))).toBe('stage-not-assented')
    expect(check(deskWith(stageAsked('joint')))).toBe('stage-not-assented')
    expect(check(deskWith({ ...stageAsked('heads'), issue: 'item-other' }))).toBe('stage-not-assented')
    expect(check(deskWith(stageAsked('heads')), { ...up, agreedIn: 'BBBB' })).toBe('stage-not-assented')
    expect(check(deskWith(stageAsked('heads')))).toBe('ok')
    const third = { ...partyA, party: 'party-zz' as PartyId, name: 'Zembla' }
    must(table, 'lead', { kind: 'party.add', card: third })
    expect(check(deskWith(stageAsked('heads')))).toBe('stage-not-assented')
    expect(
      check(deskWith(stageAsked('heads')), {
        ...up,
        footing: 'proposed',
        scope: [partyA.party, partyB.party],
      }),
    ).toBe('ok')
  })

  test('AGEN-7 hostile: whom it did not concern when all were asked is not brought into it in the same stage', () => {
    const some = { ...issueFields, footing: 'proposed', scope: [partyA.party, partyB.party] } as const
    const table = withRules(tableRoom())
    must(table, 'lead', put(water, 'issue', some))
    const up = { ...some, stage: 'heads', agreedIn: nonce } as const
    must(table, 'lead', put(water, 'issue', up, 2))
    const third = { ...partyA, party: 'party-zz' as PartyId, name: 'Zembla' }
    must(table, 'lead', { kind: 'party.add', card: third })
    const rooms = roomsWith({ table, desk: deskWith(stageAsked('heads')) })
    const check = (changes: object) => codeOf(checkIssue(rooms, water, { ...up, ...changes }))
    expect(check({ title: 'Water' })).toBe('ok')
    expect(check({ scope: [...some.scope, third.party] })).toBe('stage-not-assented')
    expect(check({ scope: [...some.scope, third.party], stage: 'separate' })).toBe('ok')
  })

  test('AGEN-7 hostile: no third party takes an issue down, at the table or in its caucus', () => {
    const table = onTable('joint')
    for (const person of ['observer', 'guarantor', 'lead'])
      expect(does(table, person, mark(water, 'speak-separately', { rev: 3 }))).not.toBe('ok')
    expect(stageIn(table)).toBe('joint')
    const caucus = withRules(opened('lead', { kind: 'caucus', party: thirdParty }, ['guarantor']))
    must(caucus, 'guarantor', put('item-claim-c', 'claim', claimOf('in')))
    expect(does(caucus, 'guarantor', mark('item-claim-c', 'apart-again'))).toBe('role-may-not')
    const recorded = withRules(recordedA())
    must(recorded, 'lead', { ...put('item-claim-a', 'claim', claimOf('in')), recorded: circumstance })
    must(recorded, 'lead', mark('item-claim-a', 'apart-again', { recorded: circumstance }))
    expect(heldApartIn(recorded, table)).toEqual([water])
  })

  test('AGEN-7 hostile: a yes is no later word than what its side said after it, though it is told after that', () => {
    const [table, rooms] = [onTable('heads'), roomsWith({ desk: deskWith(stageAsked('joint')) })]
    const [caucus] = rooms.caucuses as [RoomState]
    must(caucus, 'headA', put('item-claim-a', 'claim', claimOf('in')))
    must(caucus, 'lead', asking('joint'))
    must(caucus, 'headA', yes)
    const up = { ...issueFields, stage: 'joint', agreedIn: nonce } as const
    const check = (room = table) => codeOf(checkIssue({ ...rooms, table: room }, water, up))
    expect(check()).toBe('ok')
    const apart = onTable('heads')
    must(apart, 'headA', mark(water, 'speak-separately', { rev: 2 }))
    expect(check(apart)).toBe('stage-not-assented')
    must(caucus, 'headA', mark('item-claim-a', 'apart-again'))
    must(caucus, 'lead', told)
    expect(heldApartIn(caucus, table)).toEqual([water])
    expect(check()).toBe('stage-not-assented')
  })

  test('AGEN-7 a question of kind stage names the issue and a stage that is one; no other names a stage', () => {
    expect(ask(stageAsked('joint'))).toBe('ok')
    expect(ask({ kind: 'stage', issue: water })).toBe('asked-unfit')
    expect(ask({ kind: 'stage', stage: 'heads' })).toBe('asked-unfit')
    expect(ask(stageAsked('separate'))).toBe('asked-unfit')
    expect(ask({ kind: 'free', stage: 'heads' })).toBe('asked-unfit')
    expect(ask({ kind: 'move', issue: water })).toBe('ok')
  })

  test('AGEN-7 said in a caucus alone it is the mediators’ to follow, until that side says yes to a stage again', () => {
    const table = onTable('joint')
    const caucus = withRules(caucusA())
    expect(heldApartIn(caucus, table)).toEqual([])
    // Of what stands at the table; of nothing else.
    for (const [id, issue] of [
      ['item-claim-x', { what: 'Trees', position: 'in' }],
      ['item-claim-y', claimOf('in', { issue: 'item-elsewhere' })],
    ] as const) {
      must(caucus, 'headA', put(id, 'claim', issue))
      must(caucus, 'adviserA', mark(id, 'apart-again'))
    }
    expect(heldApartIn(caucus, table)).toEqual([])
    must(caucus, 'headA', put('item-claim-a', 'claim', claimOf('in')))
    must(caucus, 'adviserA', mark('item-claim-a', 'apart-again'))
    expect(heldApartIn(caucus, table)).toEqual([water])
    must(table, 'lead', put(water, 'issue', { ...issueFields, stage: 'separate' }, 4))
    expect(heldApartIn(caucus, table)).toEqual([])
    must(table, 'lead', put(water, 'issue', { ...issueFields, stage: 'heads', agreedIn: 'DDDD' }, 5))
    expect(heldApartIn(caucus, table)).toEqual([water])
    must(caucus, 'lead', asking('heads'))
    must(caucus, 'headA', yes)
    must(caucus, 'lead', told)
    expect(heldApartIn(caucus, table)).toEqual([])
  })

  test.each([
    ['separate', 'issue-not-joint'],
    ['heads', 'issue-not-joint'],
    ['joint', 'ok'],
  ])('AGEN-15 a party writes at the table of an issue in stage %s: %s', (stage, code) => {
    const table = onTable(stage)
    expect(does(table, 'headA', write())).toBe(code)
    expect(does(table, 'guarantor', write({ message: 'message-0002' }))).toBe(code)
    expect(does(table, 'observer', write({ message: 'message-0003' }))).toBe('role-may-not')
    expect(does(table, 'lead', write({ message: 'message-0004' }))).toBe('ok')
    expect(does(table, 'headA', say('message-0005'))).toBe('table-is-closed')
    expect(does(table, 'lead', say('message-0006', { issue: 'item-other' }))).toBe('item-unknown')
    // While all is open they write of every issue, but of one that a side speaks of separately again.
    must(table, 'lead', { kind: 'table.open' })
    expect(does(table, 'headA', say('message-0007', { issue: water }))).toBe('ok')
    const rev = table.items[water]?.revisions.length ?? 0
    must(table, 'headB', mark(water, 'speak-separately', { rev }))
    expect(does(table, 'headA', say('message-0008', { issue: water }))).toBe('issue-not-joint')
  })

  test('AGEN-15 in a caucus, a group and a delegation an issue is named, and rules over nothing', () => {
    for (const room of [caucusA(), opened('lead', { kind: 'group' }, ['headA'])]) {
      withRules(room)
      expect(does(room, 'headA', write())).toBe('ok')
    }
  })
})

const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`)
const day = (number: number): string =>
  new Date(noon('2025-06-02') + number * 86_400_000).toISOString().slice(0, 10)
const asked = ({ due }: Pick<DeadlineFields, 'due'>, deadline = 'item-deadline') => ({
  kind: 'move',
  moves: { deadline, due },
})

const round = { ordinal: 2, title: 'Round 2', opensOn: { kind: 'on', day: '2025-06-02' } }
const withRound = (): RoomState => {
  const table = withRules(tableRoom())
  must(table, 'lead', put('item-round', 'round', round))
  must(table, 'lead', mark('item-round', 'round-opened', { at: noon('2025-06-02') }))
  return table
}
const said = (table: RoomState, verb: string, day: string) =>
  must(table, 'lead', mark('item-round', verb, { at: noon(day), note: 'War.' }))
const after = (count: number) => ({
  kind: 'after',
  item: 'item-round',
  verb: 'round-opened',
  count,
  unit: 'days',
  zone: 'UTC',
})
const deadlineOf = (table: RoomState, fields: object): Deadline => {
  must(
    table,
    'lead',
    put('item-deadline', 'deadline', { title: 'Answers', setBy: 'mediators', pausable: true, ...fields }),
  )
  return table.items['item-deadline' as ItemId] as unknown as Deadline
}
const dayOf = (table: RoomState, deadline: Deadline) => {
  const clock = clockOf(deadline, table)
  return clock.kind === 'runs' && clock.day.kind === 'day' ? clock.day.day : clock
}

describe('rounds and deadlines', () => {
  test('AGEN-8 law: with stopped clocks a term is as long as it was and as the gaps; every other is unmoved', () => {
    const gap = fc.record({
      before: fc.integer({ min: 1, max: 20 }),
      length: fc.integer({ min: 0, max: 200 }),
    })
    fc.assert(
      fc.property(
        fc.array(gap, { maxLength: 3 }),
        fc.integer({ min: 1, max: 90 }),
        fc.boolean(),
        (gaps, count, stops) => {
          const table = withRound()
          let [at, stood, ran] = [0, 0, 0]
          for (const { before, length } of gaps) {
            at += before
            ran += before
            said(table, stops ? 'clocks-stopped' : 'round-suspended', day(at))
            if (stops && ran <= count) stood += length
            at += length
            said(table, 'round-resumed', day(at))
          }
          const deadline = deadlineOf(table, { due: after(count) })
          expect(dayOf(table, deadline)).toBe(day(count + stood))
          const other = {
            ...deadline,
            revisions: deadline.revisions.map(r => ({ ...r, fields: { ...r.fields, pausable: false } })),
          }
          expect(dayOf(table, other)).toBe(day(count))
        },
      ),
      runs(200),
    )
  })

  test('AGEN-8 a clock that stands says how much it has left, and goes on from there', () => {
    const table = withRound()
    const deadline = deadlineOf(table, { due: after(60) })
    said(table, 'clocks-stopped', '2025-06-13')
    expect(clockOf(deadline, table)).toEqual({ kind: 'stopped', round: 'item-round', left: 49 })
    expect(findRegister('round')?.standing(table.items['item-round' as ItemId] as never, table)).toEqual({
      standing: 'round-stopped',
    })
    said(table, 'round-resumed', '2026-02-06')
    expect(dayOf(table, deadline)).toBe('2026-03-27')
    expect(pausesOf(table)).toHaveLength(1)
    // A day that was named has run since it was set, and not before.
    const other = withRound()
    const named = deadlineOf(other, { due: { kind: 'on', day: '2099-01-01' } })
    expect(dayOf(table, named)).toBe('2099-01-01')
    said(other, 'clocks-stopped', '2098-12-01')
    said(other, 'clocks-stopped', '2098-12-05')
    said(other, 'round-resumed', '2098-12-11')
    // Said twice it stands still once.
    expect([pausesOf(other).length, dayOf(other, named)]).toEqual([1, '2099-01-11'])
  })

  test('AGEN-17 a round is not resumed with other parties; before it is opened they may be named anew', () => {
    const table = withRules(tableRoom())
    const withParties = (parties: readonly PartyId[]) => ({ ...round, attending: parties })
    must(table, 'lead', put('item-round', 'round', round))
    must(table, 'lead', put('item-round', 'round', withParties([partyA.party, partyB.party]), 2))
    must(table, 'lead', mark('item-round', 'round-opened', { rev: 2 }))
    expect(does(table, 'lead', put('item-round', 'round', withParties([partyA.party]), 3))).toBe(
      'item-malformed',
    )
  })

  test('AGEN-9 a common deadline is moved by a question to which all said yes, one’s own by oneself', () => {
    const table = withRules(tableRoom())
    const deadline = deadlineOf(table, { due: after(60) })
    const fields = deadline.revisions[0]?.fields as DeadlineFields
    const later = { ...fields, due: { ...after(90) } } as DeadlineFields
    const check = (desk: RoomState, put: DeadlineFields = later) =>
      codeOf(checkCommonDeadline(roomsWith({ table, desk }), deadline.item, put))
    expect(check(withRules(deskRoom()))).toBe('deadline-not-assented')
    expect(check(withRules(deskRoom()), { ...fields, title: 'Answers on water' })).toBe('ok')
    // One that is new there moves nothing.
    const desk0 = withRules(deskRoom())
    expect(codeOf(checkCommonDeadline(roomsWith({ table, desk: desk0 }), 'item-new' as ItemId, later))).toBe(
      'ok',
    )
    expect(check(deskWith(asked(later), false))).toBe('deadline-not-assented')
    expect(check(deskWith(asked(later, 'item-another')))).toBe('deadline-not-assented')
    expect(check(deskWith(asked({ due: after(91) as never })))).toBe('deadline-not-assented')
    expect(check(deskWith(asked(later)))).toBe('ok')
    // What all said yes to once is no leave to go back to it.
    const desk = deskWith(asked(later))
    questionAt(desk, 'question-two', { ...asked({ due: after(120) as never }), nonce: 'BBBB' })
    expect([check(desk), check(desk, { ...later, due: after(120) } as DeadlineFields)]).toEqual([
      'deadline-not-assented',
      'ok',
    ])
    must(table, 'lead', {
      kind: 'party.add',
      card: { ...partyA, party: 'party-zz' as PartyId, name: 'Zembla' },
    })
    expect(check(deskWith(asked(later)))).toBe('deadline-not-assented')
    const caucus = withRules(caucusA())
    const own = {
      title: 'Our answer',
      due: { kind: 'on', day: '2026-03-01' },
      setBy: 'party',
      pausable: false,
    }
    must(caucus, 'headA', put('item-owned', 'deadline', own))
    expect(
      does(
        caucus,
        'headA',
        put('item-owned', 'deadline', { ...own, due: { kind: 'on', day: '2026-04-01' } }, 2),
      ),
    ).toBe('ok')
    expect(does(caucus, 'lead', put('item-owned', 'deadline', own, 3))).toBe('not-the-maker')
  })
})

test('AGEN-10 an issue that is put on the table is held against every caucus', () => {
  const [table, a, b] = [withRules(tableRoom()), withRules(caucusA()), withRules(caucusB())]
  must(a, 'headA', put('item-claim-a', 'claim', { what: 'Quinces of the upper orchard', position: 'in' }))
  const leaks = (title: string) => {
    const act = parseAct(put(water, 'issue', { ...issueFields, title }))
    if (!act.ok) throw new Error('not an act')
    return findLeaksInAct({ act: act.value, recipient: table }, [table, a, b])
  }
  expect(leaks('Quinces of the upper orchard').map(({ field }) => field)).toContain('fields.title')
  expect(leaks('Trees')).toEqual([])
})

test('AGEN-13 what is recorded for a party without an account counts as its word', () => {
  const caucus = withRules(recordedA())
  must(caucus, 'lead', { ...put('item-claim-a', 'claim', claimOf('in')), recorded: circumstance })
  const table = withRules(opened('lead', { kind: 'table' }))
  const rooms = { table, desk: withRules(deskRoom()), caucuses: [caucus] }
  expect(codeOf(checkIssue(rooms, water, { ...issueFields, scope: [silentA.party] }))).toBe('ok')
})
