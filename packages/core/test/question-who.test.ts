/** Who may do what of questions where: every act, every role and every kind of room, against the table of the page. */

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { actKinds, type RoomKind, type RoomState } from '../src/index.ts'
import { does, must, partyA, partyB } from './cast.ts'
import { all, isIn, kinds, mediators, rooms } from './everybody.ts'

const both = [partyA, partyB].map(({ party, name }) => ({ party, name }))
const content = (effect: string, answeredBy?: string) => ({
  kind: 'free',
  texts: [{ language: 'en', body: 'Shall we begin?' }],
  parties: both,
  effect,
  ...(answeredBy === undefined ? {} : { answeredBy }),
  // What came of it may be told at once.
  times: { closes: 2_000_000_000_000, tellBy: 2_100_000_000_000, early: true },
  nonce: 'AAAA',
})
const question = 'question-0001'
const adherence = 'A'.repeat(86)
const outcome = {
  match: true,
  adherences: both.map(({ party }) => ({ party, adherence, byMediators: false })),
}
const plan = {
  kind: 'assent.plan',
  question,
  content: content('indicates'),
  digest: 'd'.repeat(43),
  asked: both.map(({ party }) => ({ party, room: `room-${party}`, under: `question-${party}` })),
  accepted: [],
}
const atDesk = { kind: 'assent.ask', question }
const inCaucus = (effect = 'indicates', answeredBy?: string) => ({
  ...atDesk,
  content: content(effect, answeredBy),
  digest: 'd'.repeat(43),
})
const yes = { kind: 'assent.answer', question, yes: true, adherence }

type Tried = {
  /** By kind of room, who may; from the design, `docs/spec/questions.md` says the same in words. */
  readonly may: Readonly<Partial<Record<RoomKind, readonly string[]>>>
  readonly act: (kind: RoomKind) => object
  /** What was said before, by the lead but where it is an answer. */
  readonly before: (kind: RoomKind) => readonly object[]
}

const leads = ['principalA', 'headA']
const open = (kind: RoomKind, ...asked: Parameters<typeof inCaucus>): readonly object[] =>
  kind === 'desk' ? [plan, atDesk] : kind === 'caucus' ? [inCaucus(...asked)] : []
const answering = (may: readonly string[], ...asked: Parameters<typeof inCaucus>): Tried => ({
  may: { caucus: may },
  act: () => yes,
  before: kind => open(kind, ...asked),
})

const tried: Readonly<Record<string, readonly Tried[]>> = {
  'assent.plan': [{ may: { desk: mediators }, act: () => plan, before: () => [] }],
  'assent.ask': [
    {
      may: { desk: mediators, caucus: mediators },
      act: kind => (kind === 'desk' ? atDesk : inCaucus()),
      before: kind => (kind === 'desk' ? [plan] : []),
    },
  ],
  'assent.answer': [
    answering([...leads, 'delegateA']),
    answering(leads, 'commits'),
    answering(leads, 'commits', 'leads'),
    answering([...leads, 'delegateA'], 'commits', 'binds'),
  ],
  'assent.close': [
    {
      may: { desk: mediators },
      act: () => ({
        kind: 'assent.close',
        question,
        ...outcome,
        considered: both.map(({ party }) => ({ party, upTo: 1, head: 'AAAA' })),
      }),
      before: open,
    },
  ],
  'assent.tell': [
    {
      may: { caucus: mediators },
      act: () => ({ kind: 'assent.tell', question, ...outcome }),
      before: kind => (kind === 'caucus' ? [inCaucus(), yes] : open(kind)),
    },
  ],
  'assent.withdraw': [
    {
      may: { desk: mediators, caucus: mediators },
      act: () => ({ kind: 'assent.withdraw', question }),
      before: open,
    },
  ],
}

function prepared(kind: RoomKind, { before }: Tried): RoomState {
  const room = rooms[kind]()
  for (const act of before(kind)) must(room, act === yes ? 'headA' : 'lead', act)
  return room
}

/** The rows of the page: where an act is said, and by what it is checked. */
function rows(): ReadonlyMap<string, { readonly where: readonly string[]; readonly checkedBy: string }> {
  const page = readFileSync(new URL('../../../docs/spec/questions.md', import.meta.url), 'utf8')
  return new Map(
    [...page.matchAll(/^\| `(assent\.\w+)` \| [^|]+ \| ([^|]+) \| [^|]+ \| ([^|]+) \|$/gm)].map(
      ([, act = '', where = '', checkedBy = '']) => [
        act,
        { where: [...where.matchAll(/`(\w+)`/g)].map(([, kind = '']) => kind), checkedBy: checkedBy.trim() },
      ],
    ),
  )
}

describe('every role in every room, of questions', () => {
  test('ASNT-28 the page and this table name every act there is, and the same places', () => {
    const acts = actKinds.filter(kind => kind.startsWith('assent.'))
    expect(Object.keys(tried).toSorted()).toEqual(acts.toSorted())
    const page = rows()
    for (const act of acts) {
      const where = new Set(tried[act]?.flatMap(({ may }) => Object.keys(may)))
      expect([act, page.get(act)?.where.toSorted()]).toEqual([act, [...where].toSorted()])
      expect([act, page.get(act)?.checkedBy]).toEqual([act, expect.stringMatching(/^the room/)])
    }
  })

  test.each(kinds)('ASNT-28 in a room of kind %s each act is done by whom the design says', kind => {
    for (const [act, ways] of Object.entries(tried))
      for (const way of ways)
        for (const person of all) {
          const room = prepared(kind, way)
          if (!isIn(room, person)) continue
          const may = way.may[kind]?.includes(person) === true
          expect([kind, act, person, does(room, person, way.act(kind)) === 'ok']).toEqual([
            kind,
            act,
            person,
            may,
          ])
        }
  })

  test.each(kinds)(
    'ASNT-28 in a room of kind %s what has no place there is refused for that, whoever says it',
    kind => {
      const places = {
        'assent.plan': 'desk-only',
        'assent.close': 'desk-only',
        'assent.ask': 'caucus-only',
        'assent.tell': 'caucus-only',
        'assent.withdraw': 'caucus-only',
      } as const
      for (const [act, code] of Object.entries(places))
        for (const way of tried[act] ?? []) {
          if (way.may[kind] !== undefined) continue
          const room = rooms[kind]()
          const person = all.find(each => isIn(room, each))
          if (person === undefined) throw new Error('nobody is here')
          expect([act, does(room, person, way.act(kind))]).toEqual([act, code])
        }
    },
  )
})
